import { measureWords } from "./measureWords";
import { periodLabel } from "./periodLabel";
import type { Period } from "./period";
import type { Reason } from "./reasons";
import { bundled } from "./store";
import { cut, type Language } from "./text";
import type { IndicatorCode } from "../data/dataset";

/** No sentence is longer: Excel shows no more. */
export const LONGEST_SENTENCE = 200;

const label = (code: IndicatorCode, language: Language) =>
  cut(bundled.indicator(code)?.label[language] ?? code, 60);
const short = (code: IndicatorCode) => bundled.indicator(code)?.aliases[0] ?? code;
const quoted = (words: readonly string[]) => words.map((word) => `"${cut(word, 24)}"`);
const list = (words: readonly string[], joint: string) => cut(words.join(joint), 90);
const day = (period: Period, language: Language) => periodLabel(period, language);

type Words = { readonly [R in Reason as R["name"]]: (reason: R) => string };

const en: Words = {
  "missing-argument": (r) =>
    r.argument === "indicator"
      ? `The indicator is missing: give a code, alias or label, for instance "digital", or find one with ECOM.FIND.`
      : `The argument ${r.argument} is missing: please give it.`,
  "not-text": (r) =>
    `${r.argument} must be text, not ${r.given || "empty"}: give a code, alias or label, for instance "digital".`,
  "not-number": (r) =>
    r.least === undefined
      ? `${r.argument} ${quote(r.given)} is no number: write 3.62, "3.62 trillion" or "7.4%".`
      : `${r.argument} ${quote(r.given)} cannot be used: give a whole number from ${r.least}.`,
  "error-given": (r) => `${r.argument} is the error ${r.given}: mend the cell that it comes from.`,
  "bad-argument": (r) => `${r.argument} ${quote(r.given)} is not known: use ${list(r.choices, ", ")}.`,
  "period-not-read": (r) =>
    `${r.argument} ${quote(r.given)} is no period of 1990 to 2099: write 2025, "2025-Q1", "2025-03", "2025-08 YTD" or "latest".`,
  "date-not-read": (r) =>
    `${r.argument} ${quote(r.given)} is no date: write "2025-06-30", "2025-06" or 2025.`,
  "from-after-to": (r) => `from (${r.from}) is later than to (${r.to}): swap the two.`,
  "unlike-periods": (r) =>
    `from (${r.from}) and to (${r.to}) must be of one kind and whole years apart, for instance 2020 and 2025.`,
  "unit-on-percentage": (r) =>
    `unit ${quote(r.given)} does not fit: ${label(r.indicator, "en")} is a percentage here. Leave unit out.`,
  "only-in-series": (r) =>
    `measure "${r.measure}" needs several periods: use it in ECOM.SERIES or ECOM.TABLE.`,
  "unknown-indicator": (r) =>
    `No indicator ${quote(r.given)}. ` +
    (r.suggestions.length > 0
      ? `Did you mean ${list(quoted(r.suggestions), ", ")}?`
      : `Find one with ECOM.FIND("retail").`),
  "only-growth": (r) =>
    `Only growth is published for ${label(r.indicator, "en")}: use ECOM.GROWTH("${short(r.indicator)}").`,
  "no-growth": (r) =>
    `No growth is published for ${label(r.indicator, "en")}, only a ${r.has}: use ECOM.VALUE("${short(r.indicator)}").`,
  "no-measure": (r) => `${label(r.indicator, "en")} has no ${r.measure}: use measure ${list(r.has, ", ")}.`,
  "no-figure": (r) => {
    const near =
      r.nearest === undefined || r.nearest === r.cumulative ? "" : ` The nearest with one: "${r.nearest}".`;
    const upTo = r.cumulative === undefined ? "" : ` ${day(r.cumulative, "en")} has one: "${r.cumulative}".`;
    return `${label(r.indicator, "en")} has no ${r.measure} for period ${r.period}.${upTo}${near}`;
  },
  "not-yet-released": (r) =>
    `${label(r.indicator, "en")} for ${r.period} was released on ${r.released}, after asof ${r.asof}: choose a later asof.`,
  "series-ended": (r) =>
    `${label(r.indicator, "en")} ends with ${r.after}: from then on use "${r.successor}", which does not compare with it.`,
  "break-between": (r) =>
    `${label(r.indicator, "en")} has a definition break after ${r.after}: ${r.from} and ${r.to} do not compare. Choose periods on one side.`,
  "part-missing": (r) =>
    `No ${r.measure} of ${label(r.indicator, "en")} for ${r.period}: the figure for ${r.part} that it needs is not published.`,
  "no-base": (r) =>
    `The level of ${label(r.indicator, "en")} for ${r.part} is not positive: no rate can be formed.`,
  "not-single": (r) =>
    r.why === "period"
      ? `A single figure is of a month or a quarter: give period as "2025-04" or "2025-Q2".`
      : `${label(r.indicator, "en")} is a ${r.why}: it has no single months. Leave measure out.`,
  "january-february": (r) =>
    `January and February are published together: ask period "${r.period.slice(0, 4)}-02 YTD", or a month from March on.`,
  "no-points": (r) =>
    `No ${r.measure} of ${label(r.indicator, "en")} in from … to at this freq: widen from and to, or use freq "all".`,
  "no-growth-in-period": (r) =>
    `No growth is published for period ${r.period}` +
    (r.nearest ? `: the nearest with one is "${r.nearest}".` : "."),
  "nothing-found": (r) =>
    `Nothing matches text ${quote(r.given)}: try fewer or other words, or leave it out to see all.`,
  "host-too-old": (r) => `This Excel cannot show cards: use ${r.instead}.`,
  internal: () =>
    "Something of ours failed, and nothing was changed. Please try again, and report it if it stays.",
};

const names: Readonly<Record<string, string>> = {
  indicator: "指标",
  indicators: "指标",
  period: "期间",
  periods: "期间",
  from: "起始期",
  to: "截止期",
  basis: "依据",
  asof: "数据日期",
  unit: "单位",
  measure: "度量",
  freq: "频率",
  theme: "主题",
  count: "个数",
  text: "文本",
  field: "字段",
  style: "格式",
  number: "数值",
  headers: "表头",
};
const arg = (name: string) => (names[name] === undefined ? name : `${names[name]}（${name}）`);

const zh: Words = {
  "missing-argument": (r) =>
    r.argument === "indicator"
      ? `缺少指标（indicator）：请填写代码、别名或名称，例如“数码”，或用 ECOM.FIND 查找。`
      : `缺少参数${arg(r.argument)}，请填写。`,
  "not-text": (r) =>
    `${arg(r.argument)}应为文本，而不是${r.given || "空值"}：请填写代码、别名或名称，例如“数码”。`,
  "not-number": (r) =>
    r.least === undefined
      ? `${arg(r.argument)}${zhQuote(r.given)}不是数字：请写 3.62、“3.62万亿”或“7.4%”。`
      : `${arg(r.argument)}${zhQuote(r.given)}无法使用：请填写不小于${r.least}的整数。`,
  "error-given": (r) => `${arg(r.argument)}是错误值 ${r.given}：请先修正其来源单元格。`,
  "bad-argument": (r) => `${arg(r.argument)}${zhQuote(r.given)}无法识别：可用 ${list(r.choices, "、")}。`,
  "period-not-read": (r) =>
    `${arg(r.argument)}${zhQuote(r.given)}不是1990至2099年的期间：可写 2025、"2025-Q1"、"2025年3月"、"2025年1-8月"或"最新"。`,
  "date-not-read": (r) =>
    `${arg(r.argument)}${zhQuote(r.given)}不是日期：可写 "2025-06-30"、"2025-06" 或 2025。`,
  "from-after-to": (r) => `起始期（from）${r.from}晚于截止期（to）${r.to}：请对调。`,
  "unlike-periods": (r) =>
    `起始期（from）${r.from}与截止期（to）${r.to}须同类且相隔整年，例如 2020 和 2025。`,
  "unit-on-percentage": (r) =>
    `单位（unit）${zhQuote(r.given)}不适用：${label(r.indicator, "zh")}在此是百分比，请省略单位。`,
  "only-in-series": (r) =>
    `度量（measure）“${measureWords[r.measure].zh}”需要多个期间：请用于 ECOM.SERIES 或 ECOM.TABLE。`,
  "unknown-indicator": (r) =>
    `没有指标${zhQuote(r.given)}。` +
    (r.suggestions.length > 0
      ? `您是否要找 ${list(quoted(r.suggestions), "、")}？`
      : `请用 ECOM.FIND("零售") 查找。`),
  "only-growth": (r) => `${label(r.indicator, "zh")}只公布增速：请用 ECOM.GROWTH("${short(r.indicator)}")。`,
  "no-growth": (r) =>
    `${label(r.indicator, "zh")}不公布增速，只有${measureWords[r.has].zh}：请用 ECOM.VALUE("${short(r.indicator)}")。`,
  "no-measure": (r) =>
    `${label(r.indicator, "zh")}没有${measureWords[r.measure].zh}：度量（measure）可用 ${list(r.has, "、")}。`,
  "no-figure": (r) => {
    const near =
      r.nearest === undefined || r.nearest === r.cumulative ? "" : `最近有数据的期间是"${r.nearest}"。`;
    const upTo = r.cumulative === undefined ? "" : `有${day(r.cumulative, "zh")}累计数："${r.cumulative}"。`;
    return `${label(r.indicator, "zh")}在期间（period）${r.period}没有${measureWords[r.measure].zh}。${upTo}${near}`;
  },
  "not-yet-released": (r) =>
    `${label(r.indicator, "zh")}${r.period}的数据于${r.released}发布，晚于数据日期（asof）${r.asof}：请选更晚的日期。`,
  "series-ended": (r) => `${label(r.indicator, "zh")}止于${r.after}：此后请用"${r.successor}"，两者不可比。`,
  "break-between": (r) =>
    `${label(r.indicator, "zh")}在${r.after}之后统计口径有变：${r.from}与${r.to}不可比，请选同一侧的期间。`,
  "part-missing": (r) =>
    `无法得出${label(r.indicator, "zh")}${r.period}的${measureWords[r.measure].zh}：所需的${r.part}数据未公布。`,
  "no-base": (r) => `${label(r.indicator, "zh")}${r.part}的水平值不为正，无法计算增速。`,
  "not-single": (r) =>
    r.why === "period"
      ? `当期数只有月和季度：期间（period）请写 "2025-04" 或 "2025-Q2"。`
      : `${label(r.indicator, "zh")}是${r.why === "stock" ? "存量" : "比率"}，没有当期数：请省略度量（measure）。`,
  "january-february": (r) =>
    `1月和2月合并公布：期间（period）请写 "${r.period.slice(0, 4)}-02 YTD"，或3月及以后的月份。`,
  "no-points": (r) =>
    `${label(r.indicator, "zh")}在此范围和频率下没有${measureWords[r.measure].zh}：请放宽 from 和 to，或用 freq "all"。`,
  "no-growth-in-period": (r) =>
    `期间（period）${r.period}没有公布的增速` + (r.nearest ? `：最近有数据的期间是"${r.nearest}"。` : "。"),
  "nothing-found": (r) =>
    `没有与文本（text）${zhQuote(r.given)}相符的内容：请减少或更换词语，或省略以查看全部。`,
  "host-too-old": (r) => `此版本的 Excel 无法显示卡片：请用 ${r.instead}。`,
  internal: () => "程序内部出错，未作任何更改。请重试；若仍出现，请反馈。",
};

function quote(given: string): string {
  return `"${given}"`;
}

function zhQuote(given: string): string {
  return `“${given}”`;
}

/**
 * A reason in one sentence: what is wrong with which argument, and what would work.
 * @returns at most 200 characters, whatever was given
 */
export function sentence(reason: Reason, language: Language): string {
  const words = (language === "zh" ? zh : en)[reason.name] as (reason: Reason) => string;
  return cut(words(reason), LONGEST_SENTENCE);
}
