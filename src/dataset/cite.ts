import type { Source } from "../data/rows";
import { dateLabel } from "./time/periodLabel";
import { shownTitle, titleOf } from "./title";
import type { CitationStyle } from "./wording/styles";
import type { Language } from "./wording/text";

/** APA's date: 2025, April 16. */
function apaDate(date: string): string {
  const [year, ...rest] = date.split("-");
  if (rest.length === 0) return year ?? "";
  const words = dateLabel(date, "en").split(" ");
  return rest.length === 1 ? `${year}, ${words[0]}` : `${year}, ${words[1]} ${words[0]}`;
}

const bibtexEscapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A title that is our own description goes in square brackets, as APA 7 and GB/T 7714 want it. */
function bracketed(source: Source, language: Language): string {
  const { text, ours } = titleOf(source, language);
  return ours ? `[${text}]` : text;
}

const braced = (text: string): string => `{${text}}`;

/** BibTeX reads these characters as commands. */
const tex = (text: string) =>
  text.replace(/[\\{}%&$#_~^]/g, (character) => bibtexEscapes[character] ?? `\\${character}`);

function text(source: Source, language: Language): string {
  const zh = language === "zh";
  const { text: title, ours } = titleOf(source, language);
  const publisher = source.publisherLabel[language];
  const date = dateLabel(source.published, language);
  const quotedTitle = ours ? shownTitle(source, language) : zh ? `《${title}》` : `“${title}”`;
  const link = source.url === "" ? "" : zh ? `，${source.url}` : `, ${source.url}`;
  return zh ? `${publisher}${quotedTitle}，${date}${link}` : `${publisher}, ${quotedTitle}, ${date}${link}`;
}

function apa(source: Source, language: Language): string {
  const end = (part: string) => (/[.?!]$/.test(part) ? part : `${part}.`);
  return [
    end(source.publisherLabel[language]),
    `(${apaDate(source.published)}).`,
    end(bracketed(source, language)),
    ...(source.url === "" ? [] : [source.url]),
  ].join(" ");
}

/**
 * GB/T 7714-2015: author. Title[type/carrier]. (Date)[day of access]. Address. Without an address: type Z and the
 * year.
 */
function gbt7714(source: Source, language: Language, accessed: string | undefined): string {
  const publisher = `${source.publisherLabel[language]}. ${bracketed(source, language)}`;
  if (source.url === "") return `${publisher}[Z]. ${source.published.slice(0, 4)}.`;
  const read = accessed === undefined ? "" : `[${accessed}]`;
  return `${publisher}[EB/OL]. (${source.published})${read}. ${source.url}.`;
}

/**
 * A BibTeX entry (@misc). Names are in double braces, so that BibTeX keeps their case and takes no part for a first
 * name.
 */
function bibtex(source: Source, language: Language, accessed: string | undefined): string {
  const [year, month, day] = source.published.split("-");
  const fields: [string, string][] = [
    ["author", braced(braced(tex(source.publisherLabel[language])))],
    ["title", braced(braced(tex(bracketed(source, language))))],
    ["year", braced(year ?? "")],
    // BibTeX's own names of months, which are no texts in quotes.
    ...(month === undefined ? [] : ([["month", months[Number(month) - 1] ?? ""]] as [string, string][])),
    ...(day === undefined ? [] : ([["day", braced(String(Number(day)))]] as [string, string][])),
    ...(source.url === "" ? [] : ([["url", braced(source.url)]] as [string, string][])),
    ...(source.url === "" || accessed === undefined
      ? []
      : ([["urldate", braced(accessed)]] as [string, string][])),
  ];
  return `@misc{${source.id},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(",\n")}\n}`;
}

/**
 * Cites a source: its body, the release's title in the language, the date, and its own address where known. A title
 * of ours is in brackets. Whoever passed the text on is not cited.
 * @param style text: for readers; apa: APA 7; gbt7714: GB/T 7714-2015; bibtex: an entry of several lines; url
 * @param accessed the day of the citation, YYYY-MM-DD, for styles that name it; default: not named
 * @returns "" for the "url" of a source without an address
 * @example cite(sourceOf("nbs-retail-2025-03"), "url", "en") // "https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html"
 * @example cite(sourceOf("nbs-retail-2025-03"), "gbt7714", "zh", "2026-11-27") // "国家统计局. 2025年3月份社会消费品零售总额增长5.9%[EB/OL]. (2025-04-16)[2026-11-27]. https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html."
 */
export function cite(source: Source, style: CitationStyle, language: Language, accessed?: string): string {
  switch (style) {
    case "text":
      return text(source, language);
    case "apa":
      return apa(source, language);
    case "gbt7714":
      return gbt7714(source, language, accessed);
    case "bibtex":
      return bibtex(source, language, accessed);
    case "url":
      return source.url;
  }
}
