import type { Text2 } from "../../../dataset";

/** Fixed texts of "Online retail trend". */
export const texts = {
  title: { en: "Online retail trend: {0}", zh: "网上零售走势：{0}" },
  name: { en: "Online retail trend, {0}", zh: "网上零售走势，{0}" },
  sheet: { en: "Retail trend {0}", zh: "网零走势 {0}" },
  tiles: {
    en: "{0}. Sums from January; growth on a year earlier, as published.",
    zh: "{0}累计；同比增速为公布数。",
  },
  monthsHeading: { en: "Month by month", zh: "年初累计走势" },
  monthsBreak: {
    en: " The gap: from {0} a wider scope that does not compare.",
    zh: "空档为{0}年口径变化：此后统计范围扩大，与此前不可比。",
  },
  monthsChart: { en: "Online retail, January to date", zh: "网上零售额，年初累计" },
  againstHeading: { en: "Year against year", zh: "与上年同期相比" },
  againstCaption: {
    en: "Growth on a year earlier of the sum from January, {1} in colour, {0} in grey, by its last month.",
    zh: "年初累计同比增速：{1}年（彩色）与{0}年（灰色），按累计截止月。",
  },
  againstBreak: { en: " The two years differ in scope.", zh: "两年统计口径不同。" },
  againstChart: { en: "Growth, year against year", zh: "同比增速，两年对比" },
  yearsHeading: { en: "Year by year", zh: "历年走势" },
  yearsCaption: {
    en: " {0} had a narrower scope and stands apart.",
    zh: "{0}年口径较窄，单独列示。",
  },
  chainedSeries: { en: "Sales on the basis of {0}, derived", zh: "按{0}年口径推算的销售额" },
  chainedCaption: {
    en: "Columns: sales of the year on the basis of {1}, derived, {0} (left). Line: published growth (right).",
    zh: "柱：按{1}年口径推算的全年销售额，{0}（左轴）；线：公布的同比增速（右轴）。",
  },
  chainedApart: {
    en: " {0} had a narrower scope and is left out.",
    zh: "{0}年口径较窄，未列入。",
  },
  noteChained: {
    en: "The columns of the years are derived: the level of {0}, carried to the other years by published growth, so that all are on one basis. The published levels stand in the table; they are on several bases.",
    zh: "历年走势的柱为推算数：以{0}年数值和历年公布的同比增速推算，口径一致。公布的数值见表，各年口径不尽相同。",
  },
  yearsChart: { en: "Online retail by year", zh: "网上零售额，按年" },
  shareHeading: { en: "Share of retail", zh: "占社零总额比重" },
  shareCaption: {
    en: "Online sales of physical goods as a share of total retail sales of consumer goods, by year.",
    zh: "实物商品网上零售额占社会消费品零售总额的比重，按年。",
  },
  shareChart: { en: "Physical goods’ share of retail", zh: "实物商品网零占比" },
  monthTable: { en: "Sums from January: {1} against {0}", zh: "年初累计：{1}年与{0}年" },
  monthTableBreak: {
    en: "{1} counts online retail of goods and services, {0} national online retail: the scopes differ and do not compare.",
    zh: "{1}年为网上商品和服务零售额，{0}年为全国网上零售额，统计口径不同，两年数字不可比。",
  },
  headMonth: { en: "January to", zh: "1月至" },
  headSales: { en: "Sales {0}, {1}", zh: "{0}年，{1}" },
  headGrowth: { en: "Growth {0}, %", zh: "{0}年增速，%" },
  headShare: { en: "Goods’ share of retail {0}, %", zh: "{0}年实物网零占比，%" },
  headGoodsRate: { en: "Physical goods, growth {0}, %", zh: "{0}年实物商品增速，%" },
  yearTable: { en: "Years {0} to {1}", zh: "{0}—{1}年" },
  headYear: { en: "Year", zh: "年份" },
  narrower: { en: "{0} (narrower scope)", zh: "{0}（口径较窄）" },
  headOnline: { en: "Online retail, {0}", zh: "网零额，{0}" },
  headOnlineGrowth: { en: "Online retail, growth, %", zh: "网零增速，%" },
  headGoods: { en: "Physical goods, {0}", zh: "实物商品，{0}" },
  headGoodsGrowth: { en: "Physical goods, growth, %", zh: "实物商品增速，%" },
  headGoodsShare: { en: "Goods’ share of retail, %", zh: "实物网零占比，%" },
  noteGoods: {
    en: "Physical goods go on under one definition: from 2026 the bureau calls them online retail sales of goods.",
    zh: "实物商品网上零售额口径延续，2026年起称网上商品零售额。",
  },
  noteUpTo: {
    en: "{0} was asked for; the page shows the sums from January to its last month.",
    zh: "所选时期为{0}；本页为1月至该时期末的累计数据。",
  },
} as const satisfies Record<string, Text2>;
