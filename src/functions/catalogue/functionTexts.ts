import type { Text2 } from "../../dataset";
import type { FormulaArgument } from "../formula/printCall";
import type { FunctionId } from "../implementations/all";

/** Arguments of an example in one language; undefined leaves one out. */
export type ExampleArguments = readonly (FormulaArgument | undefined)[];

/** What the help page says of a function. */
export interface FunctionTexts {
  readonly returns: Text2;
  /** Arguments of examples, whose results the help page shows. */
  readonly examples: readonly { readonly en: ExampleArguments; readonly zh: ExampleArguments }[];
}

export const functionTexts: Readonly<Record<FunctionId, FunctionTexts>> = {
  GROWTH: {
    returns: {
      en: "A fraction shown as a percentage: 0.074 shows 7.4%. Computed growth is derived from published levels; where they were revised and are on two bases, it is refused with both numbers.",
      zh: "小数，显示为百分比：0.074显示为7.4%。计算增速由公布的总量推算；总量经修订、口径不同时不予计算，并列出两个数。",
    },
    examples: [
      { en: ["digital"], zh: ["数码"] },
      { en: ["digital", "latest"], zh: ["数码", "最新"] },
      { en: ["retail", 2024, "computed"], zh: ["社零", 2024, "计算"] },
    ],
  },
  VALUE: {
    returns: {
      en: "A number in base units (yuan, pieces, persons) or in the unit asked for; shares and changes are fractions.",
      zh: "以基本单位（元、件、人）或所选单位表示的数；占比和变化为小数。",
    },
    examples: [
      { en: ["total"], zh: ["网上零售额"] },
      { en: ["total", "2025-Q1", "billion"], zh: ["网上零售额", "2025年一季度", "亿"] },
      { en: ["share", 2025], zh: ["网零占比", 2025] },
    ],
  },
  SERIES: {
    returns: {
      en: "A table that spills: period and value, of several indicators a column each. A period without a figure is #N/A, which charts draw as a gap. Never two kinds of period in one result but for freq all: where one end counts from January, all do.",
      zh: "自动溢出为两列：时期与数值；多个指标时每个指标一列。缺数的时期为#N/A，图表画为断点。除频率为“全部”外，不混用不同类型的时期：起止期之一为累计时，全部为累计。",
    },
    examples: [
      { en: ["physical"], zh: ["实物商品"] },
      { en: ["physical", "growth", 2023, 2025], zh: ["实物商品", "同比增速", "2023年", "2025年"] },
      {
        en: [[["retail"], ["physical"]], "growth", "2025-03 YTD", "2025-08 YTD"],
        zh: [[["社零"], ["实物商品"]], "同比增速", "2025年1—3月", "2025年1—8月"],
      },
    ],
  },
  TABLE: {
    returns: {
      en: "One row an indicator, one column a period, growth unless another measure is asked for; the corner names measure and unit. “latest” is the one latest period of all rows. A cell without a figure is #N/A and says why.",
      zh: "每行一个指标，每列一个时期，默认为增速；左上角写明统计量和单位。“最新”为各行数据中最近的一个时期。无数据的单元格为#N/A并说明原因。",
    },
    examples: [
      {
        en: [[["retail"], ["physical"]], [[2024, 2025, "latest"]]],
        zh: [[["社零"], ["实物商品"]], [["2024年", "2025年", "最新"]]],
      },
    ],
  },
  RANK: {
    returns: {
      en: "Rank, label, growth and code, highest first; ten rows unless count says otherwise.",
      zh: "名次、名称、增速和代码，由高到低；默认十行。",
    },
    examples: [
      { en: ["services"], zh: ["服务消费"] },
      { en: [undefined, "2025-Q1", 3, true], zh: [undefined, "2025年一季度", 3, true] },
    ],
  },
  CAGR: {
    returns: {
      en: "A derived fraction shown as a percentage. Refused across a definition break and, for levels, where a year between was revised; chained rests on published growth.",
      zh: "推算的小数，显示为百分比。跨统计口径变动，或期间某年总量经修订时不予计算；依据为“同口径”时按公布的同比增速计算。",
    },
    examples: [
      { en: ["retail", 2020, 2024], zh: ["社零", 2020, 2024] },
      { en: ["physical", 2020, 2025, "chained"], zh: ["实物商品", 2020, 2025, "同口径"] },
    ],
  },
  FIND: {
    returns: {
      en: "Code, label, theme, unit and latest period, best match first, with a heading.",
      zh: "代码、名称、主题、单位和最新时期，最相符者在前，带标题行。",
    },
    examples: [{ en: ["trade-in", 3], zh: ["以旧换新", 3] }],
  },
  INFO: {
    returns: {
      en: "One field, a card of two columns without a field, or with figures every published figure with all its attributes.",
      zh: "一个字段；不填字段时为两列卡片；字段为“数据”时列出全部公布数据及其属性。",
    },
    examples: [
      { en: ["digital", "source"], zh: ["数码", "来源"] },
      { en: ["digital"], zh: ["数码"] },
    ],
  },
  CITE: {
    returns: {
      en: "One text: for readers, or in APA, GB/T 7714 or BibTeX form, or the link alone.",
      zh: "一段文本：普通说明、APA、GB/T 7714、BibTeX或仅链接。",
    },
    examples: [
      { en: ["total", "2025-Q1"], zh: ["网上零售额", "2025年一季度"] },
      { en: ["total", "2025-Q1", "apa"], zh: ["网上零售额", "2025年一季度", "国标"] },
    ],
  },
  CHECK: {
    returns: {
      en: "TRUE if some published figure of the period rounds to the number at its own decimals, else FALSE.",
      zh: "若该时期某个公布数按所给小数位四舍五入后等于该数则为TRUE，否则为FALSE。",
    },
    examples: [
      { en: ["total", "2025-Q1", 3.6], zh: ["网上零售额", "2025年一季度", 3.6] },
      { en: ["total", "2025-Q1", 3.7], zh: ["网上零售额", "2025年一季度", "3.7万亿"] },
    ],
  },
  EVENTS: {
    returns: {
      en: "Date, title, description, place and source; a heading row where headers is TRUE.",
      zh: "日期、标题、说明、地点和来源；表头为TRUE时带标题行。",
    },
    examples: [{ en: ["silk_road", 2], zh: ["丝路电商", 2] }],
  },
  CARD: {
    returns: {
      en: "A value that opens as a card; formulas read its fields, as in =A1.growth. Needs Microsoft 365; elsewhere #N/A: use ECOM.INFO.",
      zh: "可展开为卡片的值；公式可读取字段，如=A1.growth。需要Microsoft 365；其他版本为#N/A，请用ECOM.INFO。",
    },
    examples: [{ en: ["digital"], zh: ["数码"] }],
  },
  VERSION: {
    returns: {
      en: "One text: version and newest release date, and what answers in this workbook: its version of the data, up to which release, and how far the figures reach.",
      zh: "一段文本：版本与最新发布日期，以及此工作簿所用数据的版本、发布截止日和数据所至时期。",
    },
    examples: [{ en: [], zh: [] }],
  },
};
