import { isDerived, measureWords, type Language, type MeasureName } from "../dataset";

/** Headings of spilled tables. */
export const headings = {
  period: { en: "Period", zh: "时期" },
  indicator: { en: "Indicator", zh: "指标" },
  code: { en: "Code", zh: "代码" },
  label: { en: "Label", zh: "名称" },
  theme: { en: "Theme", zh: "主题" },
  unit: { en: "Unit", zh: "单位" },
  latest: { en: "Latest period", zh: "最新时期" },
} as const;

/**
 * The heading of a column of figures; a derived measure is marked as such.
 * @param year the base year of levels on one basis
 */
export function measureHeading(measure: MeasureName, language: Language, year?: number): string {
  const word = measureWords[measure][language];
  // A month or quarter alone may be published.
  const marks = measure === "single" ? ["published, else derived", "公布数，无则推算"] : ["derived", "推算"];
  const basis = year === undefined ? ["", ""] : [`on the basis of ${year}, `, `按${year}年口径，`];
  const derived = language === "zh" ? `（${basis[1]}${marks[1]}）` : ` (${basis[0]}${marks[0]})`;
  return word.charAt(0).toUpperCase() + word.slice(1) + (isDerived(measure) ? derived : "");
}
