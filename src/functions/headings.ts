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
  rank: { en: "Rank", zh: "名次" },
  date: { en: "Date", zh: "日期" },
  title: { en: "Title", zh: "标题" },
  description: { en: "Description", zh: "说明" },
  place: { en: "Place", zh: "地点" },
  source: { en: "Source", zh: "来源" },
  lastDay: { en: "Last day", zh: "截止日" },
} as const;

/** The heading of a column of figures; a derived measure is marked as such. */
export function measureHeading(measure: MeasureName, language: Language): string {
  const word = measureWords[measure][language];
  // A month or quarter alone may be published.
  const marks = measure === "single" ? ["published, else derived", "公布数，无则推算"] : ["derived", "推算"];
  const derived = language === "zh" ? `（${marks[1]}）` : ` (${marks[0]})`;
  return word.charAt(0).toUpperCase() + word.slice(1) + (isDerived(measure) ? derived : "");
}
