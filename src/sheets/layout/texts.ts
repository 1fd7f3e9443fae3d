import type { Text2 } from "../../dataset";

/** Fixed texts of summary pages. `{0}` is filled in. */
export const texts = {
  title: { en: "China’s e-commerce: {0} at a glance", zh: "中国电子商务概览：{0}" },
  name: { en: "Quarter at a glance, {0}", zh: "季度一览，{0}" },
  sheet: { en: "At a glance {0}", zh: "概览 {0}" },
  edition: {
    en: "Official figures as known on {0} · dataset {1} · {2}",
    zh: "官方数据，截至{0} · 数据集{1} · {2}",
  },
  live: { en: "figures are live formulas", zh: "数字为实时公式" },
  frozen: { en: "figures are values", zh: "数字为数值" },
  keyFigures: { en: "Key figures", zh: "关键数据" },
  keyFiguresNote: {
    en: "{0}. Growth is on a year earlier, as published.",
    zh: "{0}。增速为公布的同比增速。",
  },
  noneDrawn: {
    en: "Too few figures were known up to this period.",
    zh: "截至该时期数据过少。",
  },
  latestTiles: {
    en: "The latest up to {0}, each with its own period.",
    zh: "截至{0}的最新数据，各标时期。",
  },
  onYear: { en: "on a year earlier", zh: "同比" },
  onYearFormat: { en: '" y/y"', zh: '" 同比"' },
  growthHeading: { en: "What grew, and how fast", zh: "各指标增速" },
  growthSentence: {
    en: "Bars from the fastest to the slowest, growth on a year earlier in percent; the key figures above are dark.",
    zh: "按同比增速（%）由高到低排列；上方关键数据以深色表示。",
  },
  growthCut: { en: " The {0} fastest of {1} are drawn.", zh: "图中为{1}项中增速最高的{0}项。" },
  growthNone: {
    en: "No growth rate was published for this period.",
    zh: "该时期没有公布的同比增速。",
  },
  growthChart: { en: "Growth on a year earlier", zh: "同比增速" },
  retailHeading: { en: "Online retail", zh: "网络零售" },
  bothHeading: { en: "Online retail and Silk Road goods", zh: "网络零售与丝路电商商品" },
  retailSentence: {
    en: "Columns: sales from January to the month, {0} (left). Line: growth of that sum on a year earlier (right).",
    zh: "柱：年初累计销售额，{0}（左轴）；线：累计同比增速（右轴）。",
  },
  retailSentenceYears: {
    en: "Columns: sales of the year, {0} (left). Line: published growth (right).",
    zh: "柱：全年销售额，{0}（左轴）；线：公布的同比增速（右轴）。",
  },
  retailNone: {
    en: "Too few figures of online retail were known up to this period.",
    zh: "截至该时期网上零售额数据过少。",
  },
  retailChart: { en: "{0}, January to date", zh: "{0}，年初累计" },
  retailChartYears: { en: "{0} by year", zh: "{0}，按年" },
  salesSeries: { en: "Sales, {0}", zh: "销售额，{0}" },
  growthSeries: { en: "Growth", zh: "同比增速" },
  growthWord: { en: "growth", zh: "同比增速" },
  headed: { en: "{0}, {1}", zh: "{0}，{1}" },
  breakLabel: { en: "break", zh: "间断" },
  silkChart: { en: "Silk Road goods: growth of sales", zh: "丝路电商商品：销售额同比增速" },
  silkNone: {
    en: "For this period no sales of Silk Road partner countries’ goods were published.",
    zh: "该时期没有公布丝路电商伙伴国商品销售数据。",
  },
  tableHeading: { en: "All indicators with a figure for {0}", zh: "{0}有数据的全部指标" },
  headPeriod: { en: "Period", zh: "时期" },
  headIndicator: { en: "Indicator", zh: "指标" },
  headTheme: { en: "Theme", zh: "主题" },
  headValue: { en: "Value", zh: "数值" },
  headUnit: { en: "Unit", zh: "单位" },
  headGrowth: { en: "Growth on a year earlier, %", zh: "同比增速，%" },
  headQualifier: { en: "As published", zh: "公布口径" },
  headSource: { en: "Source", zh: "来源" },
  exact: { en: "exact", zh: "准确数" },
  approx: { en: "nearly", zh: "近" },
  at_least: { en: "more than", zh: "超过" },
  provisional: { en: "provisional", zh: "初步数" },
  eventsHeading: { en: "Policy steps of the period and the month after", zh: "期内及次月政策举措" },
  eventsNone: {
    en: "No policy step is recorded for this period.",
    zh: "该时期没有收录政策举措。",
  },
  headEvent: { en: "Step", zh: "举措" },
  headDate: { en: "Date", zh: "日期" },
  headDescription: { en: "What it is", zh: "内容" },
  sourcesHeading: { en: "Sources", zh: "来源" },
  headPublisher: { en: "Publisher", zh: "发布机构" },
  headReleased: { en: "Released", zh: "发布日期" },
  headTitle: { en: "Title", zh: "标题" },
  headLink: { en: "Link", zh: "链接" },
  via: { en: "{0} (via {1})", zh: "{0}（转引自{1}）" },
  notesHeading: { en: "Notes on basis and breaks", zh: "口径与间断说明" },
  dataHeading: { en: "Data of the charts", zh: "图表数据" },
  noteBasis: {
    en: "Amounts are nominal, not adjusted for prices. Growth is the published rate on a comparable basis; it does not follow from published levels, because earlier levels are revised.",
    zh: "金额为名义值，未扣除价格因素。增速为按可比口径公布的数字；由于以往数据有修订，不能由公布的总量推算。",
  },
  noteMonitor: {
    en: "The Ministry of Commerce takes its growth rates from its monitoring of platforms: there are no levels behind them, and the sample varies from note to note.",
    zh: "商务部的增速来自其重点平台监测，没有对应的总量，各期样本可能不同。",
  },
  noteMarks: {
    en: "≈ means “nearly” and > “more than”, as the source says.",
    zh: "≈表示“近”，>表示“超过”，均为来源原文用语。",
  },
  noteCumulative: {
    en: "Figures of a quarter or a longer period are sums from its first month; January and February are published only together.",
    zh: "季度及更长时期的数字为期内合计；1—2月数据合并发布。",
  },
  noteValues: {
    en: "A sheet bears at most {0} live formulas of ours: {1} figures, the oldest, stand as values.",
    zh: "每张工作表最多容纳{0}个本加载项公式，其余{1}个较早的数字为数值。",
  },
  noteAlso: { en: "{0}: {1} also published {2}.", zh: "{0}：{1}另公布为{2}。" },
  noteOf: { en: "{0}, {1}: {2}.", zh: "{0}，{1}：{2}。" },
  noteMissing: {
    en: "No figure for this period among the key figures: {0}.",
    zh: "该时期缺少的关键数据：{0}。",
  },
  nearest: { en: "{0} (nearest: {1})", zh: "{0}（最近的为{1}）" },
  noteBreak: { en: "Break in {0} after {1}: {2}", zh: "{0}在{1}后口径变化：{2}" },
  noteGaps: {
    en: "Periods without a published figure are left empty in the charts, not drawn as zero or joined.",
    zh: "没有公布数据的时期在图中留空，不作零处理，也不连接。",
  },
  footer: { en: "ECOM for Excel · dataset {0}", zh: "ECOM for Excel · 数据集{0}" },
} as const satisfies Record<string, Text2>;

/** Puts values in the places of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
