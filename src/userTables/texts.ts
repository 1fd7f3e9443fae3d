import type { Text2 } from "../dataset";
import type { UserRow } from "./types";

/** The names of each column; the pane shows the first two. */
export const headings = {
  indicator: [
    "indicator",
    "指标",
    "指标名称",
    "品类",
    "品种",
    "项目",
    "名称",
    "类别",
    "商品",
    "产品",
    "科目",
    "统计指标",
    "指标名",
    "name",
    "category",
    "item",
    "product",
    "series",
    "indicator name",
    "indicators",
  ],
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
    "年月",
    "年",
    "月",
    "季",
    "报告期",
    "统计期",
    "统计时期",
    "期别",
    "month",
    "date",
    "year",
    "quarter",
    "time",
    "reporting period",
    "periods",
  ],
  value: [
    "value",
    "数值",
    "值",
    "数据",
    "销售额",
    "金额",
    "数额",
    "总额",
    "交易额",
    "零售额",
    "营业额",
    "成交额",
    "指标值",
    "数据值",
    "统计值",
    "amount",
    "figure",
    "sales",
    "number",
    "data",
    "values",
    "total",
  ],
  measure: ["measure", "统计量", "度量", "指标类型", "metric"],
  unit: ["unit", "单位", "计量单位", "数据单位", "金额单位", "units", "unit of measure"],
  source: ["source", "来源", "数据来源", "资料来源", "出处", "数据出处", "sources", "data source"],
  link: ["link", "链接", "url", "网址", "来源链接", "来源网址", "website", "web address"],
  released: [
    "released",
    "发布日期",
    "发布时间",
    "公布日期",
    "公布时间",
    "发布日",
    "published",
    "release date",
    "publication date",
    "date of release",
  ],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof headings;

/** What may be wrong with a table, and what to do. `{0}` is the text found, `{1}` another place to look at. */
export const wrongs = {
  heading: {
    en: "No heading {0}: give a column this name.",
    zh: "缺少标题{0}：请将相应的列改为此名。",
  },
  side: {
    en: "Periods from “{0}” to “{1}” stand side by side: write a row for each, with the columns indicator, period and value.",
    zh: "“{0}”至“{1}”横向排列：请每期一行，分为指标、时期、数值三列。",
  },
  both: {
    en: "“{0}” and “{1}” may both be what is meant: call one of them {2}.",
    zh: "“{0}”和“{1}”两列都可能是所需的列：请将其中一列改名为{2}。",
  },
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
    zh: "无法识别时期“{0}”：请写2025年、2025年一季度、2025年3月、2025年1—8月或日期。",
  },
  noYear: {
    en: "“{0}” has no year: write 2025-Q1, 2025-03 or a date.",
    zh: "时期“{0}”没有年份：请写2025年一季度、2025年3月、2025年1—8月或日期。",
  },
  ambiguous: {
    en: "“{0}” may mean several periods: write 2025-03, 2025-Q1 or a date.",
    zh: "“{0}”可能指不同的时期：请写2025年3月、2025年一季度或日期。",
  },
  relative: {
    en: "“{0}” moves with the calendar: write the period, such as 2025-Q1.",
    zh: "“{0}”会随日期变动：请写具体时期，如2025年一季度。",
  },
  half: {
    en: "A second half year cannot be kept: give its quarters or months.",
    zh: "无法保存下半年的数据：请改用季度或月份。",
  },
  value: {
    en: "“{0}” is no number: write 1234.5, 7.4%, 35 million yuan, or – where there is no figure.",
    zh: "“{0}”不是数字：请写1234.5、7.4%或3500万元；没有数据请写“—”。",
  },
  twoUnits: {
    en: "“{0}” has another unit than its unit column, “{1}”: leave one of them out.",
    zh: "“{0}”的单位与单位栏“{1}”不同：请只保留一处。",
  },
  unit: {
    en: "The unit “{0}” is not understood: write for instance yuan, million yuan, billion yuan, % or what is counted.",
    zh: "无法识别单位“{0}”：请写元、万元、亿元、%，或计数单位，如件、万件、人。",
  },
  asked: {
    en: "“{0}”: is it a fraction or percent? Format the column as a percentage, or write % as its unit.",
    zh: "“{0}”是小数还是百分数？请将该列设为百分比格式，或在单位栏写%。",
  },
  measure: {
    en: "“{0}” is no measure: write level, growth, share, count, change or contribution.",
    zh: "无法识别统计量“{0}”：请写数值、增速、占比、数量、变化或贡献。",
  },
  percent: {
    en: "A level is no percentage: write growth or share as its measure.",
    zh: "数值不能是百分比：统计量请写增速或占比。",
  },
  amount: {
    en: "“{0}” does not fit a percentage: leave the unit out.",
    zh: "百分比不用单位“{0}”：请留空。",
  },
  other: {
    en: "“{0}” has another measure or unit in {1}: give this one a name of its own.",
    zh: "“{0}”在{1}中的统计量或单位不同：请为此项另起名称。",
  },
  twice: {
    en: "{1} has the same figure: take one away, or give each its release date.",
    zh: "与{1}是同一数据：请删去其一，或分别注明发布日期。",
  },
  link: {
    en: "“{0}” is no web address: write https://… or nothing.",
    zh: "无法识别网址“{0}”：请写https://…或留空。",
  },
  date: {
    en: "“{0}” is no date: write 2025-04-16.",
    zh: "无法识别日期“{0}”：请写2025-04-16或2025年4月16日。",
  },
} as const satisfies Record<string, Text2>;

/** The name of a user's table in the place of an official body. */
export const userTableTitle: Text2 = { en: "Own data: {0}", zh: "自有数据：{0}" };

/** The description of a user's indicator. */
export const userTableSubject: Text2 = {
  en: "From the table “{0}” of this workbook. No official figure.",
  zh: "来自此工作簿的表“{0}”，不是官方数据。",
};

/**
 * The sentence for a table that replaced others under a new name. Begins with a space, to stand behind another
 * sentence; empty for none.
 */
export const replacesWords = (names: readonly string[]): Text2 =>
  names.length === 0
    ? { en: "", zh: "" }
    : {
        en: ` It takes the place of “${names.join("”, “")}”: that name is no longer in the workbook.`,
        zh: `它取代了“${names.join("”“")}”：工作簿中已没有该名称的表。`,
      };

/**
 * The message when a table has joined the data.
 * @param without the number of rows without a figure; default 0
 */
export function doneWords(table: string, rows: readonly UserRow[], without = 0): Text2 {
  const names = new Set(rows.map(({ name }) => name)).size;
  return {
    en: `“${table}” has joined your data: ${names === 1 ? "1 indicator" : `${names} indicators`}, ${
      rows.length === 1 ? "1 figure" : `${rows.length} figures`
    }.${without === 0 ? "" : ` ${without === 1 ? "1 row" : `${without} rows`} without a figure were left out.`}`,
    zh: `“${table}”已加入：${names}个指标，${rows.length}个数据。${without === 0 ? "" : `另有${without}行没有数据，未计入。`}`,
  };
}
