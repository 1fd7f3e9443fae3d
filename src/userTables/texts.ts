import type { Text2 } from "../dataset";
import type { OwnRow } from "./types";

/** Headings of a table, each with the names that it may have; the first two are those that the pane shows. */
export const headings = {
  indicator: ["indicator", "指标", "指标名称", "品类", "品种", "项目", "名称", "name", "category"],
  period: [
    "period",
    "时期",
    "期间",
    "月份",
    "日期",
    "年份",
    "年度",
    "季度",
    "时间",
    "month",
    "date",
    "year",
    "quarter",
  ],
  value: ["value", "数值", "值", "数据", "销售额", "金额", "数额", "amount", "figure"],
  measure: ["measure", "度量", "统计量"],
  unit: ["unit", "单位", "计量单位", "units"],
  source: ["source", "来源", "数据来源", "资料来源"],
  link: ["link", "链接", "url"],
  released: ["released", "发布日期"],
} as const;

/** What a column holds. */
export type Field = keyof typeof headings;

/** What may be wrong with a table: what, and what to do. `{0}` is what stands there, `{1}` where else to look. */
export const wrongs = {
  heading: { en: "The heading “{0}” is missing: add a column with it.", zh: "缺少标题“{1}”：请添加此列。" },
  empty: { en: "The table has no filled row.", zh: "表中没有填写内容的行。" },
  many: { en: "{0} rows are more than the {1} that can be kept.", zh: "共{0}行，超过可保存的{1}行。" },
  large: {
    en: "All texts together are too long to be kept: shorten them, or leave rows out.",
    zh: "文字总量过大，无法保存：请缩短文字或减少行数。",
  },
  name: { en: "The indicator has no name: give it one.", zh: "指标没有名称：请填写。" },
  long: { en: "The name is too long: use at most {1} characters.", zh: "名称过长：最多{1}个字符。" },
  official: {
    en: "“{0}” means an official indicator: choose another name.",
    zh: "“{0}”已是官方指标的名称：请换一个名称。",
  },
  taken: {
    en: "“{0}” is also in {1}: choose another name.",
    zh: "“{0}”与{1}中的名称相同：请换一个名称。",
  },
  period: {
    en: "“{0}” is no period: write 2025, 2025-Q1, 2025-03 or a date.",
    zh: "“{0}”不是时期：请写2025、2025-Q1、2025年3月或日期。",
  },
  half: {
    en: "A second half year cannot be kept: give its quarters or months.",
    zh: "无法保存下半年的数据：请改用季度或月份。",
  },
  value: { en: "“{0}” is no number: write 1234.5 or 7.4%.", zh: "“{0}”不是数字：请写1234.5或7.4%。" },
  unit: {
    en: "The unit “{0}” is not understood: write for instance yuan, million yuan, billion yuan, % or what is counted.",
    zh: "无法识别单位“{0}”：请写元、万元、亿元、%或所计之物，如万件。",
  },
  asked: {
    en: "“{0}”: is it a fraction or percent? Format the column as a percentage, or write % as its unit.",
    zh: "“{0}”是小数还是百分数？请将该列设为百分比格式，或在单位栏写%。",
  },
  measure: {
    en: "“{0}” is no measure: write level, growth, share, count, change or contribution.",
    zh: "“{0}”不是度量：请写水平、增速、占比、数量、变化或贡献。",
  },
  percent: {
    en: "A level is no percentage: write growth or share as its measure.",
    zh: "水平值不能是百分比：度量请写增速或占比。",
  },
  amount: {
    en: "“{0}” does not fit a percentage: leave the unit out.",
    zh: "百分比不用单位“{0}”：请留空。",
  },
  other: {
    en: "“{0}” has another measure or unit in {1}: give this one a name of its own.",
    zh: "“{0}”在{1}的度量或单位不同：请为此项另起名称。",
  },
  twice: {
    en: "{1} has the same figure: take one away, or give each its release date.",
    zh: "与{1}是同一数据：请删去其一，或分别注明发布日期。",
  },
  link: {
    en: "“{0}” is no web address: write https://… or nothing.",
    zh: "“{0}”不是网址：请写https://…或留空。",
  },
  date: { en: "“{0}” is no date: write 2025-04-16.", zh: "“{0}”不是日期：请写2025-04-16。" },
} as const satisfies Record<string, Text2>;

/** How own data are called wherever an official body would stand. */
export const ownWords: Text2 = { en: "Own data: {0}", zh: "自有数据：{0}" };

/** What is said of an indicator of a table. */
export const aboutOwn: Text2 = {
  en: "From the table “{0}” of this workbook. No official figure.",
  zh: "来自此工作簿的表“{0}”，不是官方数据。",
};

/** What is said when a table has joined. */
export function doneWords(table: string, rows: readonly OwnRow[]): Text2 {
  const names = new Set(rows.map(({ name }) => name)).size;
  return {
    en: `“${table}” has joined your data: ${names === 1 ? "1 indicator" : `${names} indicators`}, ${
      rows.length === 1 ? "1 figure" : `${rows.length} figures`
    }.`,
    zh: `“${table}”已加入：${names}个指标，${rows.length}个数据。`,
  };
}
