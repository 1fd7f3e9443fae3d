import type { Text2 } from "../../dataset";
import type { FunctionId } from "../implementations/all";
import type { EnumId } from "./enums";

/** The kind of field for an argument in the formula builder; lists by their id. */
export type ParameterKind = "indicators" | "periods" | "date" | "count" | "number" | "text" | "flag" | EnumId;

/** An argument of a function. New ones are only added at the end, because workbooks hold calls. */
export interface Parameter {
  /** Its name in sentences of errors. */
  readonly name: string;
  /** Its name in Excel. */
  readonly label: Text2;
  readonly kind: ParameterKind;
  readonly optional: boolean;
  /** Whether it takes a range of cells. */
  readonly matrix: boolean;
  readonly description: Text2;
}

/** The signature of a custom function, for the formula builder and Excel's metadata. */
export interface Signature {
  /** Never changes, because workbooks hold it. It is the function's name and the help page's anchor. */
  readonly id: FunctionId;
  readonly description: Text2;
  readonly parameters: readonly Parameter[];
  /** Whether the result spills. */
  readonly matrix: boolean;
}

const parameters = {
  indicator: {
    name: "指标",
    kind: "INDICATOR",
    en: 'Code, alias or label of an indicator, such as "digital".',
    zh: "指标的代码、别名或名称，例如“数码”。",
  },
  indicators: {
    name: "指标",
    kind: "indicators",
    en: "Indicators: one, or a range of them.",
    zh: "指标：一个，或一个区域。",
  },
  period: {
    name: "时期",
    kind: "PERIOD",
    en: 'Period such as 2025, "2025-Q1", "2025-08 YTD" or "latest". Default: the reference period.',
    zh: "时期，例如2025年、“2025年一季度”、“2025年1—8月”或“最新”。留空：工作簿的默认时期。",
  },
  periods: {
    name: "时期",
    kind: "periods",
    en: "Periods: one, or a range of them. Default: the reference period.",
    zh: "时期：一个，或一个区域。留空：工作簿的默认时期。",
  },
  basis: {
    name: "依据",
    kind: "BASIS",
    en: '"published" (default) or "computed" from published levels.',
    zh: "“公布”（默认）或“计算”（由公布总量计算）。",
  },
  growthBasis: {
    name: "依据",
    kind: "GROWTHBASIS",
    en: '"levels" (default), as published, or "chained": published growth, on one basis.',
    zh: "“总量”（公布的总量，默认）或“同口径”（公布的同比增速，同一口径）。",
  },
  asof: {
    name: "数据日期",
    kind: "date",
    en: "Only what was released up to this date. Default: the workbook's data date.",
    zh: "只用此日期及以前发布的数据。默认：工作簿的数据日期。",
  },
  unit: {
    name: "单位",
    kind: "UNIT",
    en: "Unit of amounts and counts: one (default), thousand, wan, million, yi, billion, trillion, also “billion yuan”.",
    zh: "金额和数量的单位：元或个（默认）、千、万、百万、亿、十亿、万亿，也可写万元、亿元等。",
  },
  measure: {
    name: "统计量",
    kind: "MEASURE",
    en: "Measure such as level, growth, share, single, index or chained (levels on one basis).",
    zh: "统计量，例如数值、同比增速、占比、当月值、指数、同口径（同一口径的数值）。",
  },
  from: {
    name: "起始期",
    kind: "PERIOD",
    en: "First period. Empty: from the beginning.",
    zh: "起始期。留空：从最早开始。",
  },
  to: {
    name: "截止期",
    kind: "PERIOD",
    en: "Last period. Empty: to the end.",
    zh: "截止期。留空：到最新为止。",
  },
  dates: {
    name: "日期",
    kind: "flag",
    en: "TRUE for a first column with the last day of each period as a date. Default: FALSE.",
    zh: "TRUE表示在最前加一列各时期末日（日期）。默认：FALSE。",
  },
  headers: {
    name: "表头",
    kind: "flag",
    en: "TRUE (default) for a heading row.",
    zh: "TRUE（默认）表示带标题行。",
  },
  freq: {
    name: "频率",
    kind: "FREQ",
    en: "annual, quarter, month, ytd (January to date) or all.",
    zh: "年、季、月、累计或全部。",
  },
  theme: {
    name: "主题",
    kind: "THEME",
    en: "Only this theme. Default: all.",
    zh: "只含此主题。默认：全部。",
  },
  count: { name: "个数", kind: "count", en: "At most so many rows.", zh: "最多行数。" },
  text: {
    name: "文本",
    kind: "text",
    en: "Words to look for. Empty: all indicators.",
    zh: "要查找的词。留空：全部指标。",
  },
  field: {
    name: "字段",
    kind: "FIELD",
    en: "What to know, such as source, url, latest or figures. Empty: a card of two columns.",
    zh: "要了解的内容，例如来源、链接、最新时期、数据。留空：两列卡片。",
  },
  style: {
    name: "格式",
    kind: "STYLE",
    en: "text (default), apa, gbt7714 (GB/T 7714-2015), bibtex or url.",
    zh: "文字（默认）、国标（GB/T 7714—2015）、apa、bibtex或网址。",
  },
  number: {
    name: "数值",
    kind: "number",
    en: 'The number to check, such as 3.6, "about 3.62 trillion yuan" or 7.4%. An empty cell may count as 0.',
    zh: "要核对的数，例如3.6、“约3.62万亿元”或7.4%。空单元格可能按0处理。",
  },
} as const satisfies Record<string, { name: string; kind: ParameterKind; en: string; zh: string }>;

type ParameterName = keyof typeof parameters;

/** Descriptions of parameters for one function, where they differ from the usual ones. */
type Others = Partial<Record<ParameterName, Text2>>;

/** Reads a list such as "indicator, [period]", in which names in brackets are optional. */
function parametersOf(list: string, others: Others = {}): Parameter[] {
  return (list === "" ? [] : list.split(", ")).map((written) => {
    const name = written.replace(/[[\]]/g, "") as ParameterName;
    const { name: label, kind, en, zh } = parameters[name];
    return {
      // growthBasis is another list of words for an argument that is called basis.
      name: name === "growthBasis" ? "basis" : name,
      label: { en: name === "growthBasis" ? "basis" : name, zh: label },
      kind,
      optional: written.startsWith("["),
      matrix: kind === "indicators" || kind === "periods",
      description: others[name] ?? { en, zh },
    };
  });
}

/** The description of `headers` where the default is FALSE. */
const headersWanted: Text2 = {
  en: "TRUE for a heading row. Default: FALSE.",
  zh: "TRUE表示带标题行。默认：FALSE。",
};

const lists: Readonly<
  Record<FunctionId, { list: string; matrix?: true; description: Text2; others?: Others }>
> = {
  GROWTH: {
    list: "indicator, [period], [basis], [asof]",
    description: { en: "Growth on a year earlier, as published.", zh: "公布的同比增速。" },
  },
  VALUE: {
    list: "indicator, [period], [unit], [asof]",
    description: {
      en: "The published level, share, count, change or contribution of an indicator.",
      zh: "指标公布的总额、占比、数量、变化或贡献。",
    },
  },
  SERIES: {
    list: "indicators, [measure], [from], [to], [headers], [freq], [dates]",
    matrix: true,
    description: {
      en: "A series of one indicator or several, oldest first.",
      zh: "一个或多个指标的时间序列，由早到近。",
    },
    others: {
      indicators: {
        en: "An indicator, or a range of at most 100, each a column of its own.",
        zh: "一个指标，或一个区域（最多100个，每个指标一列）。",
      },
    },
  },
  TABLE: {
    list: "indicators, [periods], [measure], [headers]",
    matrix: true,
    description: { en: "A cross table of indicators and periods.", zh: "指标与时期的交叉表。" },
  },
  RANK: {
    list: "[theme], [period], [count], [headers]",
    matrix: true,
    others: { headers: headersWanted },
    description: { en: "The fastest growing indicators of a period.", zh: "某一时期增长最快的指标。" },
  },
  CAGR: {
    list: "indicator, from, to, [growthBasis]",
    others: {
      from: { en: "First period, such as 2020. It must be given.", zh: "起始期，例如2020年。必填。" },
      to: {
        en: "Last period, of the same kind, whole years later. It must be given.",
        zh: "截止期，与起始期同类、相隔整年。必填。",
      },
    },
    description: {
      en: "Compound annual growth between two periods, of published levels or of published growth.",
      zh: "两个时期之间的年均复合增速，按公布的总量或公布的同比增速计算。",
    },
  },
  FIND: {
    list: "[text], [count]",
    matrix: true,
    description: { en: "Finds indicators by words in English or Chinese.", zh: "按中英文词语查找指标。" },
  },
  INFO: {
    list: "indicator, [field], [period]",
    matrix: true,
    description: { en: "What is known of an indicator.", zh: "指标的有关信息。" },
  },
  CITE: {
    list: "indicator, [period], [style]",
    description: { en: "The source of a figure, ready to cite.", zh: "数据来源的引用格式。" },
  },
  CHECK: {
    list: "indicator, period, number",
    description: { en: "Is this figure right?", zh: "这个数对吗？" },
  },
  EVENTS: {
    list: "[theme], [count], [headers]",
    matrix: true,
    others: { headers: headersWanted },
    description: { en: "Policy steps, newest first.", zh: "政策与动态，由近到早。" },
  },
  CARD: {
    list: "indicator, [period]",
    description: { en: "An indicator as a card with fields.", zh: "带字段的指标卡片。" },
  },
  VERSION: { list: "", description: { en: "The version of the data.", zh: "数据版本。" } },
};

export const signatures: readonly Signature[] = (Object.keys(lists) as FunctionId[]).map((id) => ({
  id,
  description: lists[id].description,
  parameters: parametersOf(lists[id].list, lists[id].others),
  matrix: lists[id].matrix ?? false,
}));
