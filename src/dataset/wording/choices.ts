import { themeCodes, type Theme } from "../../data/dataset";
import { measureNames, type MeasureName } from "../figures/measures";
import { measureWords } from "./measureWords";
import { fail, ok, type Result } from "../result";
import { frequencies, type Frequency } from "../figures/series";
import { liveStore } from "../liveStore";
import type { GrowthBasis } from "../figures/compare";
import { alike, shown, type Text2 } from "./text";
import { unitNames, unitPowers, unitWord, type UnitName } from "../figures/units";

/** A list of words that an argument may be, with other spellings of each. */
export interface Choices<T extends string> {
  readonly argument: string;
  readonly list: readonly T[];
  readonly find: (key: string) => T | undefined;
}

/**
 * Makes a list of words readable in any case and width, and by other names.
 * @param others other name → word
 */
export function choices<T extends string>(
  argument: string,
  list: readonly T[],
  others: Readonly<Record<string, T>> = {},
): Choices<T> {
  const all = new Map<string, T>([
    ...Object.entries(others).map(([name, word]) => [alike(name), word] as const),
    ...list.map((word) => [alike(word), word] as const),
  ]);
  return { argument, list, find: (key) => all.get(key) };
}

/** What some words are called in both languages, as other names of them. */
function labelsOf<T extends string>(labels: readonly (readonly [T, Text2])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(
    labels.flatMap(([word, label]) => [label.en, label.zh].map((name) => [name, word])),
  );
}

/**
 * Reads an argument that must be one of some words.
 * @param input nothing (null, undefined, blank text) gives undefined
 * @returns `bad-argument` with the words for anything else
 */
export function readChoice<T extends string>(from: Choices<T>, input: unknown): Result<T | undefined> {
  if (input === undefined || input === null) return ok(undefined);
  if (typeof input === "string" && input.length <= 60) {
    const key = alike(input);
    if (key === "") return ok(undefined);
    const found = from.find(key);
    if (found !== undefined) return ok(found);
  }
  return fail({ name: "bad-argument", argument: from.argument, given: shown(input), choices: from.list });
}

/** Basis of GROWTH. */
export type Basis = "published" | "computed";

/** Words for `basis`. */
export const basisChoices = choices<Basis>("basis", ["published", "computed"], {
  公布: "published",
  计算: "computed",
});

/** Words for CAGR's `basis`: what it rests on. */
export const growthBasisChoices = choices<GrowthBasis>("basis", ["levels", "chained"], {
  level: "levels",
  水平值: "levels",
  水平: "levels",
  chain: "chained",
  同口径: "chained",
  可比口径: "chained",
});

/** Words for `measure`: what they are called in both languages, and other names. */
export const measureChoices = choices<MeasureName>("measure", measureNames, {
  ...labelsOf(measureNames.map((name) => [name, measureWords[name]])),
  value: "level",
  水平: "level",
  数值: "level",
  数额: "level",
  增速: "growth",
  同比: "growth",
  比重: "share",
  变动: "change",
  贡献率: "contribution",
  computed: "computed growth",
  差额: "difference",
  增减: "difference",
  增减额: "difference",
  当期: "single",
  单月: "single",
  同口径: "chained",
  可比口径: "chained",
  当季: "single",
});

/** Words for `freq`. */
export const freqChoices = choices<Frequency>("freq", frequencies, {
  year: "annual",
  yearly: "annual",
  a: "annual",
  年: "annual",
  年度: "annual",
  quarterly: "quarter",
  q: "quarter",
  季: "quarter",
  季度: "quarter",
  当季: "quarter",
  monthly: "month",
  m: "month",
  月: "month",
  月度: "month",
  当月: "month",
  cumulative: "ytd",
  累计: "ytd",
  年初累计: "ytd",
  全部: "all",
});

const units = choices<UnitName>("unit", unitNames);

/** Words for `unit`: its names, and whatever a figure to be checked may have behind it ("亿元", "bn", "million yuan"). */
export const unitChoices: Choices<UnitName> = {
  ...units,
  find: (key) => units.find(key) ?? unitNames.find((name) => unitPowers[name] === unitWord(key)),
};

/** Words for `theme`: codes, and the labels in both languages. */
export const themeChoices = choices<Theme>(
  "theme",
  themeCodes,
  labelsOf(liveStore.themes.map(({ code, label }) => [code, label])),
);

/** Styles of a citation. */
export type CitationStyle = "text" | "apa" | "gbt7714" | "bibtex" | "url";

/** Words for `style`. */
export const styleChoices = choices<CitationStyle>("style", ["text", "apa", "gbt7714", "bibtex", "url"], {
  "GB/T 7714": "gbt7714",
  "gb/t7714-2015": "gbt7714",
  国标: "gbt7714",
  网址: "url",
});
