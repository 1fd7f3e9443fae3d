import type { Text2 } from "../../../dataset";

/** Fixed texts of "Your own". */
export const texts = {
  name: { en: "Your own: {0}, {1}", zh: "自选：{0}，{1}" },
  sheet: { en: "Selection {0}", zh: "自选 {0}" },
  more: { en: "{0} and {1} more", zh: "{0}等{1}项" },
  comma: { en: ", ", zh: "、" },
  computed: { en: "{0}, computed", zh: "{0}，计算值" },
  annual: { en: "{0} to {1}, by year.", zh: "{0}至{1}，按年。" },
  ytd: { en: "{0} to {1}, sums from January.", zh: "{0}至{1}，年初累计。" },
  quarter: { en: "{0} to {1}, single quarters.", zh: "{0}至{1}，单季。" },
  month: { en: "{0} to {1}, single months.", zh: "{0}至{1}，单月。" },
  stock: { en: "{0} to {1}.", zh: "{0}至{1}。" },
  /** For a chart that begins earlier than its table. */
  table: { en: "Table: {0}", zh: "表中为{0}" },
  value: { en: "value", zh: "数值" },
  /** For charts of cumulative periods. */
  fullYears: { en: "full years", zh: "全年" },
  same: {
    en: "Drawn: {0}, year by year.",
    zh: "图中逐年比较{0}。",
  },
  sums: { en: " Sums of other lengths do not compare.", zh: "长度不同的累计数不可比。" },
  fewer: { en: "Too few figures to draw: {0}.", zh: "数据过少，未绘入图：{0}。" },
  noteNone: { en: "{0}: no figure in this range for {1}.", zh: "{0}：该时段内无数据的指标：{1}。" },
  noteBlank: {
    en: "{0}, {1}: left blank for {2}. {3}",
    zh: "{0}，{1}：{2}留空。{3}",
  },
  noteDerived: {
    en: "Figures in italics were computed from published levels and are not published: levels were revised between releases, so they can differ from published growth.",
    zh: "斜体数字由公布的总量计算得出，并非公布数；总量各期有修订，可能与公布的增速不同。",
  },
} as const satisfies Record<string, Text2>;
