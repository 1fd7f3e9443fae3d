import { isDerived, measureWord, type Language, type MeasureName, type Unit } from "../dataset/first";

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

/** How the heading marks a derived measure. */
const derivedMark: Readonly<Record<Language, readonly [derived: string, single: string]>> = {
  en: ["derived", "published, else derived"],
  zh: ["推算", "公布数，无则推算"],
};

/**
 * The heading of a column of figures; derived measures are marked.
 * @param unit of the figures: some measures have another name for amounts of money
 * @param unitName the name of the unit, if the heading is to show it
 * @param year the base year of chained levels
 */
export function measureHeading(
  measure: MeasureName,
  language: Language,
  unit?: Unit,
  unitName?: string,
  year?: number,
): string {
  const word = measureWord(measure, language, unit);
  // A single month or quarter may be published as such.
  const mark = isDerived(measure) ? [derivedMark[language][measure === "single" ? 1 : 0]] : [];
  const basis = year === undefined ? [] : [language === "zh" ? `按${year}年口径` : `on the basis of ${year}`];
  const inside = [...basis, ...mark, ...(unitName ? [unitName] : [])].join(language === "zh" ? "，" : ", ");
  const brackets = inside === "" ? "" : language === "zh" ? `（${inside}）` : ` (${inside})`;
  return word.charAt(0).toUpperCase() + word.slice(1) + brackets;
}
