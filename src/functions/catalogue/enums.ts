import {
  basisChoices,
  growthBasisChoices,
  freqChoices,
  indicators,
  measureChoices,
  measureWords,
  styleChoices,
  themes,
  unitChoices,
  type Basis,
  type CitationStyle,
  type Frequency,
  type GrowthBasis,
  type Text2,
  type UnitName,
} from "../../dataset";
import { infoFields } from "../index";

/** Ids of the lists from which an argument can be picked. */
export type EnumId =
  | "INDICATOR"
  | "PERIOD"
  | "BASIS"
  | "GROWTHBASIS"
  | "MEASURE"
  | "UNIT"
  | "FREQ"
  | "THEME"
  | "STYLE"
  | "FIELD";

/** A word of a list: its value in a formula, the same in every language, and its name. */
export interface EnumValue {
  readonly value: string;
  readonly label: Text2;
  readonly tooltip?: Text2;
}

function list<T extends string>(words: readonly T[], labels: Readonly<Record<T, Text2>>): EnumValue[] {
  return words.map((value) => ({ value, label: labels[value] }));
}

const bases: Readonly<Record<Basis, Text2>> = {
  published: { en: "As published", zh: "公布增速" },
  computed: { en: "Computed from published levels", zh: "由公布总量计算" },
};
const growthBases: Readonly<Record<GrowthBasis, Text2>> = {
  levels: { en: "Published levels", zh: "公布总量" },
  chained: { en: "Published growth, on one basis", zh: "公布增速，同一口径" },
};
const units: Readonly<Record<UnitName, Text2>> = {
  one: { en: "One", zh: "个（元、件、人）" },
  thousand: { en: "Thousand", zh: "千" },
  wan: { en: "Ten thousand (wan)", zh: "万" },
  million: { en: "Million", zh: "百万" },
  yi: { en: "Hundred million (yi)", zh: "亿" },
  billion: { en: "Billion", zh: "十亿" },
  trillion: { en: "Trillion", zh: "万亿" },
};
const freqs: Readonly<Record<Frequency, Text2>> = {
  annual: { en: "Years", zh: "年" },
  quarter: { en: "Quarters alone", zh: "当季" },
  month: { en: "Months alone", zh: "当月" },
  ytd: { en: "January to date", zh: "年初累计" },
  all: { en: "All kinds of periods", zh: "全部时期" },
};
const styles: Readonly<Record<CitationStyle, Text2>> = {
  text: { en: "For readers", zh: "普通说明" },
  apa: { en: "APA", zh: "APA" },
  gbt7714: { en: "GB/T 7714", zh: "GB/T 7714" },
  bibtex: { en: "BibTeX", zh: "BibTeX" },
  url: { en: "Link alone", zh: "仅链接" },
};
const infoFieldNames = Object.keys(infoFields) as (keyof typeof infoFields)[];

/** One example of each way to write a period. */
const periods: readonly EnumValue[] = [
  { value: "latest", label: { en: "Latest period with a figure", zh: "最新有数据的时期" } },
  { value: "2025", label: { en: "Year", zh: "年" } },
  { value: "2025-Q1", label: { en: "Quarter alone", zh: "当季" } },
  { value: "2025-H1", label: { en: "First half", zh: "上半年" } },
  { value: "2025-03", label: { en: "Month alone", zh: "当月" } },
  { value: "2025-08 YTD", label: { en: "January to August", zh: "1—8月累计" } },
];

/** The values of each list. Functions accept other spellings of them too. */
export const enums: Readonly<Record<EnumId, readonly EnumValue[]>> = {
  INDICATOR: indicators.map(({ code, label, description }) => ({ value: code, label, tooltip: description })),
  PERIOD: periods,
  BASIS: list(basisChoices.list, bases),
  GROWTHBASIS: list(growthBasisChoices.list, growthBases),
  MEASURE: list(measureChoices.list, measureWords),
  UNIT: list(unitChoices.list, units),
  FREQ: list(freqChoices.list, freqs),
  THEME: themes.map(({ code, label }) => ({ value: code, label })),
  STYLE: list(styleChoices.list, styles),
  FIELD: list(infoFieldNames, infoFields),
};
