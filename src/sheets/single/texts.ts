import type { Text2 } from "../../dataset";

/** Fixed texts of single insertions. `{0}` is filled in. */
export const texts = {
  sources: { en: "Source: {0}", zh: "来源：{0}" },
  several: { en: "{0} indicators", zh: "{0}项指标" },
  derived: { en: "{0} (computed, not published)", zh: "{0}（计算值，非公布数）" },
  unpublished: { en: "{0} (not published)", zh: "{0}（非公布数）" },
  partly: { en: "{0} (published, else computed)", zh: "{0}（公布数，无则为计算值）" },
  formula: { en: "formula, {0}", zh: "公式，{0}" },
  value: { en: "value with source, {0}", zh: "带来源的数值，{0}" },
  series: { en: "series, {0}", zh: "序列，{0}" },
  table: { en: "table, {0}", zh: "表格，{0}" },
  chart: { en: "chart, {0}", zh: "图表，{0}" },
  card: { en: "card, {0}", zh: "卡片，{0}" },
  shows: { en: "The chart shows {0}.", zh: "图示：{0}。" },
  missing: { en: "No figure: {0}", zh: "无数据：{0}" },
  caveat: { en: "Note", zh: "说明" },
  inUnit: { en: "{0} ({1})", zh: "{0}（{1}）" },
  cited: { en: "{0}. {1}, {2}", zh: "{0}。{1}，{2}" },
  colon: { en: "{0}: {1}", zh: "{0}：{1}" },
  lastDay: { en: "Last day", zh: "期末日期" },
  yuan: { en: "yuan", zh: "元" },
} as const satisfies Record<string, Text2>;
