import {
  findIndicator,
  indicators,
  parsePeriod,
  periodLabel,
  seek,
  type Indicator,
  type Language,
} from "../../dataset";
import { enums, type EnumValue } from "../../functions/catalogue/enums";
import type { Parameter } from "../../functions/catalogue/signatures";
import { literal, quote } from "../../functions/formula/calls";
import { convert, english, isReference, pieces, type Separators } from "../../functions/formula/pieces";
import type { Refusal } from "../../functions/outcome";
import type { Option } from "../parts/controls";
import { periodsOf, shownMeasures } from "./figures";

type Kind = Parameter["kind"];

/** The kind of input of a field: typed with suggestions, chosen from a list, or typed. */
export function formOf(kind: Kind): "typed" | "chosen" | "plain" {
  if (/^(INDICATOR|PERIOD|indicators|periods)$/.test(kind)) return "typed";
  return /^(date|count|number|text)$/.test(kind) ? "plain" : "chosen";
}

/** Whether a text is one complete argument: brackets and quotes are closed, and no separator splits it. */
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
 * Turns the text of a field into formula text in English form: references and `{…}` unchanged, after "=" a
 * calculation, numbers and years bare, anything else as a text in quotes.
 */
export function argumentOf(typed: string, kind: Kind, separators: Separators): string {
  const text = typed.trim();
  if (text === "") return "";
  const calculation = (part: string) => convert(part, separators, english);
  // "=" alone begins a calculation.
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

const listSeparator = /\s*[,，、;；]\s*/;

/** Several names or periods, separated by commas, in a field that takes them; undefined for anything else. */
function severalIn(text: string, kind: Kind): string[] | undefined {
  const isOne = (word: string) =>
    kind === "indicators"
      ? findIndicator(word).ok
      : kind === "periods" && word !== "" && parsePeriod(word).ok;
  const parts = text.split(listSeparator);
  return parts.length > 1 && !isOne(text) && parts.every(isOne) ? parts : undefined;
}

/** The text of a field for an argument; `argumentOf` turns it back. */
export function fieldText(argument: string, kind: Kind, separators: Separators): string {
  const text = argument.trim();
  if (text === "") return "";
  const value = literal(text);
  const readsBack = (shown: string) => {
    const printed = argumentOf(shown, kind, separators);
    return printed === text || (value !== undefined && literal(printed) === value);
  };
  const shown = convert(text, english, separators);
  return (
    [text.startsWith('"') ? (value ?? text) : shown, shown].find(readsBack) ??
    (text.startsWith("=") ? text : `=${shown}`)
  );
}

/**
 * The indicator that the arguments name as a text, if any. Undefined for a reference, a formula, an unknown name or
 * several.
 */
export function indicatorIn(
  parameters: readonly Parameter[],
  args: readonly string[],
): Indicator | undefined {
  const at = parameters.findIndex(({ kind }) => kind === "INDICATOR" || kind === "indicators");
  const indicator = findIndicator(literal(args[at] ?? ""));
  return indicator.ok ? indicator.value : undefined;
}

/** What suggestions depend on. */
export interface Circumstances {
  language: Language;
  indicator: Indicator | undefined;
  asof: string | undefined;
}

/**
 * The suggestions of a field for the text typed. `typed` is the field's text. A text that already is a choice gives
 * all, so that the arrow opens the whole list; kinds without a list give none.
 */
export function choicesFor(kind: Kind, typed: string, about: Circumstances): Option<string>[] {
  const { language, indicator, asof } = about;
  const text = typed.trim().toLowerCase();
  if (kind === "INDICATOR" || kind === "indicators") {
    const named = indicators.some(({ code }) => code.toLowerCase() === text);
    // Of several names, the last one is being typed.
    const list = kind === "indicators" ? (/^.*[,，、;；]\s*/.exec(typed)?.[0] ?? "") : "";
    const names = list.split(listSeparator).slice(0, -1);
    const before = names.every((name) => findIndicator(name).ok) ? list : "";
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
    const offered = options ? [...latest, ...options] : labelled(enums.PERIOD, language);
    const matching = offered.filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(text));
    return matching.some(({ value }) => value.toLowerCase() === text) ? offered : matching;
  }
  return [];
}

const labelled = (values: readonly EnumValue[], language: Language): Option<string>[] =>
  values.map(({ value, label }) => ({ value, label: label[language] }));

const flagValues: readonly EnumValue[] = [
  { value: "TRUE", label: { en: "Yes", zh: "是" } },
  { value: "FALSE", label: { en: "No", zh: "否" } },
];

/** The options of a list; an argument that is not in it is kept as an option. */
export function listFor(
  kind: Kind,
  argument: string,
  noneLabel: string,
  language: Language,
): Option<string>[] {
  const list = kind === "flag" ? flagValues : (enums[kind as keyof typeof enums] ?? []);
  const options = list.map(({ value, label }) => ({
    value: kind === "flag" ? value : quote(value),
    label: label[language],
  }));
  const text = argument.trim();
  const known = text === "" || options.some(({ value }) => value === text);
  return [{ value: "", label: noneLabel }, ...options, ...(known ? [] : [{ value: text, label: text }])];
}

/** The meaning of an argument: an indicator's label, a period's name. Empty where that adds nothing. */
export function meaningOf(kind: Kind, argument: string, { language, indicator }: Circumstances): string {
  const value = literal(argument);
  if (value === undefined) return "";
  if (kind === "INDICATOR" || kind === "indicators") {
    const read = findIndicator(value);
    return read.ok ? read.value.label[language] : "";
  }
  if (kind !== "PERIOD" && kind !== "periods") return "";
  const period = parsePeriod(value);
  if (!period.ok || period.value === undefined) return "";
  if (period.value === "latest") return enums.PERIOD[0]?.label[language] ?? "";
  const label = periodLabel(period.value, language, indicator?.nature);
  return label === value ? "" : label;
}

/**
 * The name of the parameter that a refusal is about. The field is marked by it; undefined for a refusal about the
 * whole call.
 */
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
  return parameters.find((parameter) => kind?.test(parameter.kind))?.name;
}
