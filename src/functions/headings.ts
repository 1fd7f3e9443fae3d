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

/** What the heading says of a derived measure. */
const derivedMark: Readonly<Record<Language, readonly [derived: string, single: string]>> = {
  en: ["derived", "published, else derived"],
  zh: ["推算", "公布数，无则推算"],
};

/**
 * The heading of figures; a derived measure is marked as such.
 * @param unit of the figures, by which a measure may be called otherwise
 * @param named the unit as it is to stand in the heading; default: it does not
 * @param year the base year of levels on one basis
 */
export function measureHeading(
  measure: MeasureName,
  language: Language,
  unit?: Unit,
  named?: string,
  year?: number,
): string {
  const word = measureWord(measure, language, unit);
  // A month or quarter alone may be published.
  const mark = isDerived(measure) ? [derivedMark[language][measure === "single" ? 1 : 0]] : [];
  const basis = year === undefined ? [] : [language === "zh" ? `按${year}年口径` : `on the basis of ${year}`];
  const inside = [...basis, ...mark, ...(named ? [named] : [])].join(language === "zh" ? "，" : ", ");
  const brackets = inside === "" ? "" : language === "zh" ? `（${inside}）` : ` (${inside})`;
  return word.charAt(0).toUpperCase() + word.slice(1) + brackets;
}
