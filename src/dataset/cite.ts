import type { Source } from "../data/rows";
import type { CitationStyle } from "./wording/choices";
import { dateLabel } from "./time/periodLabel";
import type { Language } from "./wording/text";

/** A title in parentheses describes a text whose title is not known. */
function titleOf({ title }: Source): { readonly text: string; readonly described: boolean } {
  const inner = /^\((.*)\)$/.exec(title)?.[1];
  return { text: inner ?? title, described: inner !== undefined };
}

/** APA's date: 2025, April 16. */
function apaDate(date: string): string {
  const [year, ...rest] = date.split("-");
  if (rest.length === 0) return year ?? "";
  const words = dateLabel(date, "en").split(" ");
  return rest.length === 1 ? `${year}, ${words[0]}` : `${year}, ${words[1]} ${words[0]}`;
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const braced = (text: string): string => `{${text}}`;

/** BibTeX takes these characters for commands. */
const tex = (text: string) =>
  text.replace(/[\\{}%&$#_~^]/g, (character) => escapes[character] ?? `\\${character}`);

function text(source: Source, language: Language): string {
  const zh = language === "zh";
  const { text: title, described } = titleOf(source);
  const relay = source.relayLabel[language];
  const by = source.publisherLabel[language];
  const date = dateLabel(source.published, language);
  const named = described ? (zh ? `［${title}］` : `[${title}]`) : zh ? `《${title}》` : `“${title}”`;
  const via = relay === "" ? "" : zh ? `，转引自${relay}` : `, via ${relay}`;
  const link = source.url === "" ? "" : zh ? `，${source.url}` : `, ${source.url}`;
  return zh ? `${by}${named}，${date}${via}${link}` : `${by}, ${named}, ${date}${via}${link}`;
}

function apa(source: Source, language: Language): string {
  const { text: title, described } = titleOf(source);
  const relay = source.relayLabel[language];
  const end = (part: string) => (/[.?!]$/.test(part) ? part : `${part}.`);
  return [
    end(source.publisherLabel[language]),
    `(${apaDate(source.published)}).`,
    end(described ? `[${title}]` : title),
    ...(relay === "" ? [] : [end(relay)]),
    ...(source.url === "" ? [] : [source.url]),
  ].join(" ");
}

/** GB/T 7714-2015: author. Title[type/carrier]. Relay, year(date). Address. The day of access is the reader's to add. */
function gbt7714(source: Source, language: Language): string {
  const { text: title, described } = titleOf(source);
  const relay = source.relayLabel[language];
  const type = source.url === "" ? "Z" : "EB/OL";
  const [year, date] = [source.published.slice(0, 4), `(${source.published})`];
  return [
    `${source.publisherLabel[language]}. ${described ? `[${title}]` : title}[${type}].`,
    `${relay === "" ? date : `${relay}, ${year}${date === `(${year})` ? "" : date}`}.`,
    ...(source.url === "" ? [] : [`${source.url}.`]),
  ].join(" ");
}

function bibtex(source: Source, language: Language): string {
  const { text: title } = titleOf(source);
  const [year, month, day] = source.published.split("-");
  const relay = source.relayLabel[language];
  const fields: [string, string][] = [
    ["author", braced(braced(tex(source.publisherLabel[language])))],
    ["title", braced(braced(tex(title)))],
    ["year", braced(year ?? "")],
    // The names of months that every style of BibTeX knows, and no text.
    ...(month === undefined ? [] : ([["month", months[Number(month) - 1] ?? ""]] as [string, string][])),
    ...(day === undefined ? [] : ([["day", braced(String(Number(day)))]] as [string, string][])),
    ...(relay === "" ? [] : ([["howpublished", braced(tex(relay))]] as [string, string][])),
    ...(source.url === "" ? [] : ([["url", braced(source.url)]] as [string, string][])),
  ];
  return `@misc{${source.id},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(",\n")}\n}`;
}

/**
 * A source in one text.
 * @param style text: for readers; apa; gbt7714 (GB/T 7714-2015); bibtex: an entry of several lines; url
 * @param language the names of bodies and the date; titles stay as printed
 * @returns for "url" of a source without address ""
 */
export function cite(source: Source, style: CitationStyle, language: Language): string {
  switch (style) {
    case "text":
      return text(source, language);
    case "apa":
      return apa(source, language);
    case "gbt7714":
      return gbt7714(source, language);
    case "bibtex":
      return bibtex(source, language);
    case "url":
      return source.url;
  }
}
