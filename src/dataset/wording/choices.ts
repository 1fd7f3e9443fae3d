import { themeCodes, type Theme } from "../../data/dataset";
import type { GrowthBasis } from "../figures/compare";
import { measureNames, type MeasureName } from "../figures/measures";
import { frequencies, type Frequency } from "../figures/series";
import { unitNames, unitPowers, type UnitName } from "../figures/units";
import { liveStore } from "../liveStore";
import { fail, ok, type Result } from "../result";
import { unitWord } from "../units/readUnit";
import { measureWords } from "./measureWords";
import { alike, shown, type Text2 } from "./text";

/** The words that an argument can be, with other spellings of each. */
export interface Choices<T extends string> {
  readonly argument: string;
  readonly list: readonly T[];
  /** The name of each in sentences, which is also read, in both languages. */
  readonly labels: readonly Text2[];
  readonly find: (key: string) => T | undefined;
}

/**
 * Makes a list of words that is read in any case and width, and by other names.
 * @param chinese the Chinese name of each word
 * @param others other names, each with its word
 * @example readChoice(choices("style", ["apa"], { apa: "美国" }), "ＡＰＡ") // "apa"
 */
export function choices<T extends string>(
  argument: string,
  list: readonly T[],
  chinese: Readonly<Record<T, string>>,
  others: Readonly<Record<string, T>> = {},
): Choices<T> {
  const byName = new Map<string, T>([
    ...Object.entries(others).map(([name, word]) => [alike(name), word] as const),
    ...list.map((word) => [alike(chinese[word]), word] as const),
    ...list.map((word) => [alike(word), word] as const),
  ]);
  const words = list.map((word): Text2 => ({ en: word, zh: chinese[word] }));
  // A measure as in a heading: 同比（%）.
  return {
    argument,
    list,
    labels: words,
    find: (key) => byName.get(key) ?? byName.get(key.replace(/\(?%\)?$/, "")),
  };
}

/** The Chinese labels of a list's words. */
function inChinese<T extends string>(labels: Readonly<Record<T, Text2>>): Readonly<Record<T, string>> {
  return Object.fromEntries(Object.entries<Text2>(labels).map(([word, label]) => [word, label.zh])) as Record<
    T,
    string
  >;
}

/** The labels of words in both languages, as other names. */
function labelsOf<T extends string>(labels: readonly (readonly [T, Text2])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(
    labels.flatMap(([word, label]) => [label.en, label.zh].map((name) => [name, word])),
  );
}

/**
 * Reads an argument that must be one of a list's words.
 * @param input nothing (null, undefined, blank text) gives undefined
 * @returns `bad-argument` with the words for anything else
 * @example readChoice(styleChoices, "bibtex") // "bibtex"
 */
export function readChoice<T extends string>(from: Choices<T>, input: unknown): Result<T | undefined> {
  if (input === undefined || input === null) return ok(undefined);
  if (typeof input === "string" && input.length <= 60) {
    const key = alike(input);
    if (key === "") return ok(undefined);
    const choice = from.find(key);
    if (choice !== undefined) return ok(choice);
  }
  return fail({ name: "bad-argument", argument: from.argument, given: shown(input), choices: from.labels });
}

/** How GROWTH gets its answer. */
export type Basis = "published" | "computed";

/** Words for `basis`. */
export const basisChoices = choices<Basis>(
  "basis",
  ["published", "computed"],
  { published: "公布", computed: "计算" },
  {
    公布增速: "published",
    公布数: "published",
    官方: "published",
    官方公布: "published",
    公布值: "published",
    official: "published",
    reported: "published",
    "as reported": "published",
    "as published": "published",
    计算增速: "computed",
    推算: "computed",
    计算值: "computed",
    自行计算: "computed",
    测算: "computed",
    calculated: "computed",
    derived: "computed",
  },
);

/** Words for CAGR's `basis`. */
export const growthBasisChoices = choices<GrowthBasis>(
  "basis",
  ["levels", "chained"],
  {
    levels: "总量",
    chained: "同口径",
  },
  {
    level: "levels",
    数值: "levels",
    总额: "levels",
    水平值: "levels",
    水平: "levels",
    chain: "chained",
    同口径: "chained",
    可比口径: "chained",
  },
);

/** Words for `measure`. */
export const measureChoices = choices<MeasureName>("measure", measureNames, inChinese(measureWords), {
  ...labelsOf(measureNames.map((name) => [name, measureWords[name]])),
  // Their former names.
  水平值: "level",
  当期数: "single",
  value: "level",
  values: "level",
  levels: "level",
  amount: "level",
  total: "level",
  "absolute value": "level",
  cumulative: "level",
  水平: "level",
  数值: "level",
  数额: "level",
  总额: "level",
  总量: "level",
  规模: "level",
  绝对额: "level",
  绝对量: "level",
  总值: "level",
  sales: "level",
  绝对值: "level",
  绝对数: "level",
  金额: "level",
  销售额: "level",
  累计值: "level",
  累计数: "level",
  累计额: "level",
  yoy: "growth",
  "y/y": "growth",
  "y o y": "growth",
  "yoy growth": "growth",
  "yoy growth rate": "growth",
  "growth y/y": "growth",
  "annual growth rate": "growth",
  增长速度: "growth",
  同比涨幅: "growth",
  "year on year": "growth",
  "year on year growth": "growth",
  "growth rate": "growth",
  "rate of growth": "growth",
  "annual growth": "growth",
  增速: "growth",
  同比: "growth",
  增长: "growth",
  增幅: "growth",
  增长率: "growth",
  同比增长: "growth",
  同比增长率: "growth",
  同比增幅: "growth",
  公布增速: "growth",
  proportion: "share",
  ratio: "share",
  "percentage share": "share",
  比重: "share",
  份额: "share",
  比例: "share",
  占比重: "share",
  number: "count",
  个数: "count",
  计数: "count",
  数目: "count",
  变动: "change",
  变化率: "change",
  变化幅度: "change",
  贡献率: "contribution",
  拉动: "contribution",
  拉动点: "contribution",
  computed: "computed growth",
  "calculated growth": "computed growth",
  "derived growth": "computed growth",
  推算增速: "computed growth",
  差额: "difference",
  增加额: "difference",
  增减: "difference",
  增减额: "difference",
  增量: "difference",
  同比增量: "difference",
  同比增加额: "difference",
  "absolute change": "difference",
  "yoy difference": "difference",
  index: "index",
  定基指数: "index",
  当期: "single",
  当期值: "single",
  单月: "single",
  单月值: "single",
  当月: "single",
  当月值: "single",
  同口径: "chained",
  同口径水平值: "chained",
  可比口径: "chained",
  可比: "chained",
  comparable: "chained",
  "on one basis": "chained",
  当季: "single",
  当季值: "single",
  单季: "single",
  单季度: "single",
  "single month": "single",
  "single quarter": "single",
  "month alone": "single",
  standalone: "single",
  discrete: "single",
});

/** Words for `freq`. */
export const freqChoices = choices<Frequency>(
  "freq",
  frequencies,
  { annual: "年", quarter: "季", month: "月", ytd: "累计", all: "全部" },
  {
    year: "annual",
    years: "annual",
    yearly: "annual",
    annually: "annual",
    a: "annual",
    y: "annual",
    年: "annual",
    每年: "annual",
    按年: "annual",
    年度: "annual",
    全年: "annual",
    quarterly: "quarter",
    quarters: "quarter",
    q: "quarter",
    季: "quarter",
    按季: "quarter",
    按季度: "quarter",
    季度: "quarter",
    当季: "quarter",
    单季: "quarter",
    monthly: "month",
    months: "month",
    m: "month",
    月: "month",
    每月: "month",
    按月: "month",
    月度: "month",
    当月: "month",
    单月: "month",
    cumulative: "ytd",
    "year to date": "ytd",
    "January to date": "ytd",
    累计: "ytd",
    按累计: "ytd",
    年初累计: "ytd",
    累计值: "ytd",
    年初至今: "ytd",
    全部: "all",
    所有: "all",
  },
);

const chineseUnits: Readonly<Record<UnitName, string>> = {
  one: "个",
  thousand: "千",
  wan: "万",
  million: "百万",
  yi: "亿",
  billion: "十亿",
  trillion: "万亿",
};
const units = choices<UnitName>("unit", unitNames, chineseUnits);

/** Words for `unit`: the names of units, and what CHECK reads after a number ("亿元", "bn", "million yuan"). */
export const unitChoices: Choices<UnitName> = {
  ...units,
  find: (key) => units.find(key) ?? unitNames.find((name) => unitPowers[name] === unitWord(key)),
};

/** Words for `theme`: codes, labels in both languages, former labels, and common names. */
export const themeChoices = choices<Theme>(
  "theme",
  themeCodes,
  inChinese(
    Object.fromEntries(liveStore.themes.map(({ code, label }) => [code, label])) as Record<Theme, Text2>,
  ),
  Object.fromEntries(
    liveStore.themes.flatMap(({ code, label, aliases, former }) =>
      [...aliases, former?.label.en, former?.label.zh, label.en].map((word) => [word ?? "", code] as const),
    ),
  ),
);
