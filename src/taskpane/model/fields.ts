import {
  findIndicator,
  indicators,
  parsePeriod,
  periodLabel,
  seek,
  type Indicator,
  type Language,
} from "../../dataset";
import type { Parameter } from "../../functions/catalogue/signatures";
import { literal, quote } from "../../functions/formula/calls";
import { enums, type EnumValue } from "../../functions/catalogue/enums";
import type { Refusal } from "../../functions/outcome";
import { convert, english, isReference, pieces, type Separators } from "../../functions/formula/pieces";
import type { Option } from "../parts/controls";
import { periodsOf, shownMeasures } from "./figures";

type Kind = Parameter["kind"];

/** How a field is filled in: by typing with things to choose from, by choosing alone, or by typing. */
export function formOf(kind: Kind): "typed" | "chosen" | "plain" {
  if (/^(INDICATOR|PERIOD|indicators|periods)$/.test(kind)) return "typed";
  return /^(date|count|number|text)$/.test(kind) ? "plain" : "chosen";
}

/** Whether a text can stand as one argument: brackets and quotation marks are closed, and nothing parts it. */
export function isWhole(argument: string): boolean {
  const closing: string[] = [];
  for (const { text } of pieces(argument)) {
    if (text === "(") closing.push(")");
    else if (text === "{") closing.push("}");
    else if (/^[)}]$/.test(text)) {
      if (closing.pop() !== text) return false;
    } else if (/^["'[]/.test(text) && !isReference(text)) {
      const end = text[0] === "[" ? "]" : (text[0] ?? "");
      const inside = text.slice(1, -1);
      if (
        text.length < 2 ||
        !text.endsWith(end) ||
        (end === '"' && inside.replaceAll('""', "").includes('"'))
      )
        return false;
    } else if (closing.length === 0 && /^[,;]$/.test(text)) return false;
  }
  return closing.length === 0 && !/^\s*=/.test(argument);
}

/**
 * What was typed into a field, as formula text in English form: references and `{…}` as they are, what follows a "=" as a
 * calculation, numbers and years bare, anything else as a text in quotes.
 */
export function argumentOf(typed: string, kind: Kind, separators: Separators): string {
  const text = typed.trim();
  if (text === "") return "";
  const calculation = (part: string) => convert(part, separators, english);
  // "=" alone is the beginning of a calculation that is not there yet.
  if (text.startsWith("=")) return calculation(text.slice(1).trim()) || text;
  if (text.startsWith("{") || literal(text)?.length === text.length - 2) return calculation(text);
  if (kind !== "text" && isReference(text)) return text;
  const several = severalIn(text, kind);
  if (several) return `{${several.map(quote).join(kind === "periods" ? "," : ";")}}`;
  if (kind === "count" || kind === "number") {
    const number = text.replace(separators.decimal, ".");
    return /^[+-]?\d+(\.\d+)?%?$/.test(number) ? number : quote(text);
  }
  return /^\d{4}$/.test(text) && kind !== "text" ? text : quote(text);
}

const between = /\s*[,，、;；]\s*/;

/** Several names, or several periods, in a field that takes them, parted by commas; undefined where they are none. */
function severalIn(text: string, kind: Kind): string[] | undefined {
  const isOne = (one: string) =>
    kind === "indicators" ? findIndicator(one).ok : kind === "periods" && one !== "" && parsePeriod(one).ok;
  const parts = text.split(between);
  return parts.length > 1 && !isOne(text) && parts.every(isOne) ? parts : undefined;
}

/** An argument as a field shows it: the same that `argumentOf` makes it of. */
export function fieldText(argument: string, kind: Kind, separators: Separators): string {
  const text = argument.trim();
  if (text === "") return "";
  const bare = literal(text);
  const same = (shown: string) => {
    const back = argumentOf(shown, kind, separators);
    return back === text || (bare !== undefined && literal(back) === bare);
  };
  const shown = convert(text, english, separators);
  return (
    [text.startsWith('"') ? (bare ?? text) : shown, shown].find(same) ??
    (text.startsWith("=") ? text : `=${shown}`)
  );
}

/** The indicator that the fields name, where they name one outright. */
export function indicatorIn(
  parameters: readonly Parameter[],
  args: readonly string[],
): Indicator | undefined {
  const at = parameters.findIndex(({ kind }) => kind === "INDICATOR" || kind === "indicators");
  const found = findIndicator(literal(args[at] ?? ""));
  return found.ok ? found.value : undefined;
}

/** What the choices of a field depend on. */
export interface Circumstances {
  language: Language;
  indicator: Indicator | undefined;
  asof: string | undefined;
}

/** What a field offers to choose from, for what is typed in it. */
export function choicesFor(kind: Kind, typed: string, about: Circumstances): Option<string>[] {
  const { language, indicator, asof } = about;
  const text = typed.trim().toLowerCase();
  if (kind === "INDICATOR" || kind === "indicators") {
    const named = indicators.some(({ code }) => code.toLowerCase() === text);
    // Of several the last one is still being typed.
    const list = kind === "indicators" ? (/^.*[,，、;；]\s*/.exec(typed)?.[0] ?? "") : "";
    const names = list.split(between).slice(0, -1);
    const before = names.every((one) => findIndicator(one).ok) ? list : "";
    const sought = typed.slice(before.length);
    return seek(named ? "" : sought).map(({ code, label }) => ({
      value: before + code,
      label: label[language],
    }));
  }
  if (kind === "PERIOD" || kind === "periods") {
    const latest = labelled(enums.PERIOD.slice(0, 1), language);
    const published = indicator && periodsOf({ indicator, asof }, shownMeasures(indicator));
    const options = published?.map((value) => ({
      value: value as string,
      label: periodLabel(value, language, indicator?.nature),
    }));
    const all = options ? [...latest, ...options] : labelled(enums.PERIOD, language);
    const found = all.filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(text));
    return found.some(({ value }) => value.toLowerCase() === text) ? all : found;
  }
  return [];
}

const labelled = (values: readonly EnumValue[], language: Language): Option<string>[] =>
  values.map(({ value, label }) => ({ value, label: label[language] }));

const flags: readonly EnumValue[] = [
  { value: "TRUE", label: { en: "Yes", zh: "是" } },
  { value: "FALSE", label: { en: "No", zh: "否" } },
];

/** The words of a list with how they stand in a formula; an argument that is none of them is kept as it is. */
export function listFor(kind: Kind, argument: string, none: string, language: Language): Option<string>[] {
  const list = kind === "flag" ? flags : (enums[kind as keyof typeof enums] ?? []);
  const options = list.map(({ value, label }) => ({
    value: kind === "flag" ? value : quote(value),
    label: label[language],
  }));
  const text = argument.trim();
  const known = text === "" || options.some(({ value }) => value === text);
  return [{ value: "", label: none }, ...options, ...(known ? [] : [{ value: text, label: text }])];
}

/** What an argument means, in words: the label of its indicator, the name of its period. Empty where that says no more. */
export function meaningOf(kind: Kind, argument: string, { language, indicator }: Circumstances): string {
  const given = literal(argument);
  if (given === undefined) return "";
  if (kind === "INDICATOR" || kind === "indicators") {
    const found = findIndicator(given);
    return found.ok ? found.value.label[language] : "";
  }
  if (kind !== "PERIOD" && kind !== "periods") return "";
  const period = parsePeriod(given);
  if (!period.ok || period.value === undefined) return "";
  if (period.value === "latest") return enums.PERIOD[0]?.label[language] ?? "";
  const label = periodLabel(period.value, language, indicator?.nature);
  return label === given ? "" : label;
}

/** The parameter that a refusal speaks of, by its name. */
export function faultOf(reason: Refusal, parameters: readonly Parameter[]): string | undefined {
  if ("argument" in reason) return reason.argument;
  const kinds: Partial<Record<Refusal["name"], RegExp>> = {
    "unknown-indicator": /^indicators?$/i,
    "no-figure": /^PERIOD$/,
    "unit-on-percentage": /^UNIT$/,
    "percentage-on-amount": /^UNIT$/,
    "no-measure": /^MEASURE$/,
    "only-in-series": /^MEASURE$/,
  };
  const kind = kinds[reason.name];
  return parameters.find((one) => kind?.test(one.kind))?.name;
}
