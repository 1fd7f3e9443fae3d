import type { IndicatorCode } from "../../data/dataset";
import type { Indicator } from "../../data/rows";
import type { MeasureName } from "../figures/measures";
import { shortName } from "../indicators/shortName";
import { liveStore } from "../liveStore";
import type { Period } from "../time/period";
import { dateLabel, periodLabel } from "../time/periodLabel";
import { measureWords } from "./measureWords";
import type { Reason } from "./reasons";
import { cut, type Language, type Text2 } from "./text";

/** The most characters of a sentence that Excel shows. */
export const LONGEST_SENTENCE = 200;

/** English and Chinese. `{field}` is replaced by a field of the reason, worded by `word`. */
type Pair = readonly [en: string, zh: string];

const sentences: Readonly<Record<Reason["name"], Pair>> = {
  "missing-argument": ["The argument {argument} is missing: please give it.", "缺少参数{quotedArgument}。"],
  "not-text": [
    '{argument} must be text, not {given}: give a code, alias or label, for instance "digital".',
    "{argument}应为文本，而不是{given}：请填写代码、别名或名称，例如“数码”。",
  ],
  "not-number": [
    '{argument} {given} is no number: write 3.62, "3.62 trillion" or "7.4%".',
    "{argument}{given}不是数字：请写3.62、3.62万亿或7.4%。",
  ],
  "error-given": [
    "{argument} is the error {given}: mend the cell that it comes from.",
    "{argument}是错误值{given}：请先修正其来源单元格。",
  ],
  "bad-argument": [
    "{argument} {given} is not known: use {choices}.",
    "无法识别{argument}{given}：可用{choices}。",
  ],
  "period-not-read": [
    '{argument} {given} is no period of 1990 to 2099: write 2025, "2025-Q1", "2025-03", "2025-08 YTD" or "latest".',
    "无法识别{argument}{given}：请写2025年、2025年一季度、2025年3月、2025年1—8月或最新。",
  ],
  "date-not-read": [
    '{argument} {given} is no date: write "2025-06-30", "2025-06" or 2025.',
    "无法识别{argument}{given}：请写2025-06-30、2025年6月30日、2025年6月或2025年。",
  ],
  "from-after-to": [
    "from ({from}) is later than to ({to}): swap the two.",
    "起始期（from）{from}晚于截止期（to）{to}：请对调。",
  ],
  "unlike-periods": [
    "from ({from}) and to ({to}) must be of one kind and whole years apart, for instance 2020 and 2025.",
    "起始期（from）{from}与截止期（to）{to}须同类且相隔整年，例如2020年和2025年。",
  ],
  "unit-on-percentage": [
    "unit {given} does not fit: {indicator} is a percentage here. Leave unit out.",
    "单位（unit）{given}不适用：{indicator}在此是百分比，请省略单位。",
  ],
  "only-in-series": [
    "measure {measure} needs several periods: use it in ECOM.SERIES or ECOM.TABLE.",
    "统计量（measure）{measure}需要多个时期：请用于ECOM.SERIES或ECOM.TABLE。",
  ],
  "unknown-indicator": [
    "No indicator {given}. Did you mean {suggestions}?",
    "没有指标{given}。您是否要找{suggestions}？",
  ],
  "only-growth": [
    'Only growth is published for {indicator}: use ECOM.GROWTH("{short}"{when}).',
    '{indicator}只公布增速：请用ECOM.GROWTH("{short}"{when})。',
  ],
  "no-growth": [
    'No growth is published for {indicator}, only a {has}: use ECOM.VALUE("{short}"{when}).',
    '{indicator}不公布增速，只有{has}：请用ECOM.VALUE("{short}"{when})。',
  ],
  "no-measure": [
    "{indicator} has no {measure}: use measure {has}.",
    "{indicator}没有{measure}：统计量（measure）可用{has}。",
  ],
  "no-figure": ["{indicator} has no {measure} for period {period}.", "{indicator}没有{period}的{measure}。"],
  "only-since": [
    '{indicator} is published for {period} only, which is no period to ask for: ECOM.INFO("{short}","figures") lists it.',
    '{indicator}只公布过{period}的数据，不能按时期查询：ECOM.INFO("{short}","数据")会列出。',
  ],
  "not-yet-released": [
    "{indicator} for {period} was released on {released}, after asof {asof}: choose a later asof.",
    "{indicator}{period}的数据于{released}发布，晚于数据日期（asof）{asof}：请选更晚的日期。",
  ],
  "series-ended": [
    '{indicator} ends with {after}: from then on use "{successor}", which does not compare with it.',
    "{indicator}止于{after}：此后请用“{successor}”，两者不可比。",
  ],
  "break-between": [
    "{indicator} has a definition break after {after}: {from} and {to} do not compare. Choose periods on one side.",
    "{indicator}在{after}之后统计口径有变：{from}与{to}不可比，请选口径相同的时期。",
  ],
  "part-missing": [
    "No {measure} of {indicator} for {period}: {part} is not published.",
    "无法得出{indicator}{period}的{measure}：所需的{part}未公布。",
  ],
  "too-rough": [
    "{indicator}: {later} ({period}) and {earlier} ({part}) are printed too roughly for {measure}: choose other periods.",
    "{indicator}：{later}（{period}）与{earlier}（{part}）公布的位数太少，不足以得出{measure}：请选其他时期。",
  ],
  "two-bases": [
    "{indicator} {period}: levels give {computed}, published growth {published}: two bases. Use {call}",
    "{indicator}{period}：按公布总量计算为{computed}，公布增速为{published}，口径不同，不可比。请用{call}",
  ],
  "growth-missing": [
    "No {measure} of {indicator} for {period}: the growth of {part} is not published.",
    "无法得出{indicator}{period}的{measure}：{part}的同比增速未公布。",
  ],
  "not-chained": [
    "{indicator} is a {why}: only flows have levels on one basis. Leave measure out.",
    "{indicator}是{why}，只有流量指标有同口径数值：请省略统计量（measure）。",
  ],
  "no-base": [
    "The level of {indicator} for {part} is not positive: no rate can be formed.",
    "{indicator}{part}的数值不为正，无法计算增速。",
  ],
  "not-single": [
    'A single figure is of a month or a quarter: give period as "2025-04" or "2025-Q2".',
    "当月或当季值只有月和季度：时期（period）请写2025年4月或2025年二季度。",
  ],
  "january-february": [
    'January and February are published together: give a period from "{year}-03" on.',
    "1月和2月合并公布：时期（period）请写{year}年3月及以后。",
  ],
  "no-points": [
    "{indicator} has no {measure} of that kind of period there.",
    "{indicator}在此范围内没有这类时期的{measure}。",
  ],
  "no-growth-in-period": ["No growth is published for period {period}.", "{period}没有公布的同比增速。"],
  "nothing-found": [
    "Nothing matches text {given}: try fewer or other words, or leave it out to see all.",
    "数据集中没有与{given}相关的指标：请换个说法，或省略文本（text）以查看全部。",
  ],
  "no-events": [
    "No policy steps of theme {given} are known: leave theme out to see all.",
    "没有主题（theme）{given}的政策与动态：省略主题可查看全部。",
  ],
  "percentage-on-amount": [
    "unit {given} does not fit: {indicator} is no percentage here. Use one, thousand, wan, million, yi, billion or trillion.",
    "单位（unit）{given}不适用：{indicator}在此不是百分比，可用个、千、万、百万、亿、十亿、万亿。",
  ],
  "unit-not-read": [
    "{argument} {given} is not understood: write for instance yuan, million, billion yuan, trillion, yi or wan.",
    "无法识别{argument}{given}：请写元、万元、亿元、万亿元、百万或十亿等。",
  ],
  "host-too-old": [
    "This Excel cannot show cards: use {instead}.",
    "此版本的Excel无法显示卡片：请用{instead}。",
  ],
  internal: [
    "Something of ours failed, and nothing was changed. Try again, and report it if it stays.",
    "程序内部出错，未作任何更改。请重试；若仍出现，请反馈。",
  ],
};

const indicatorMissing: Pair = [
  'The indicator is missing: give a code, alias or label, for instance "digital", or find one with ECOM.FIND.',
  "缺少指标（indicator）：请填写代码、别名或名称，例如“数码”，或用ECOM.FIND查找。",
];
const tooSmall: Pair = [
  "{argument} {given} cannot be used: give a whole number from {least}.",
  "{argument}{given}无法使用：请填写不小于{least}的整数。",
];
const noSuggestion: Pair = [
  'No indicator {given}. Find one with ECOM.FIND("retail").',
  '没有指标{given}。请用ECOM.FIND("零售")查找。',
];
const valueIs: Pair = [' Try ECOM.VALUE("{short}","latest").', '可用ECOM.VALUE("{short}","最新")。'];
const noSingle: Pair = [
  "{indicator} is a {why}: it has no single months. Leave measure out.",
  "{indicator}是{why}，没有当月或当季值：请省略统计量（measure）。",
];
const cumulativeIs: Pair = [' {upTo} has one: "{cumulative}".', "可用累计数：“{cumulative}”。"];
const nearestIs: Pair = [' The nearest with one: "{nearest}".', "最近有数据的时期是“{nearest}”。"];
const foreignUnit: Pair = [
  "{argument} {given} is money of another country: the figures are in yuan. Write for instance yuan, million or billion yuan.",
  "{argument}{given}是外币：数据以人民币元计，请写元、万元、亿元或万亿元等。",
];
const notAPeriod: Readonly<Record<"relative" | "no-year" | "ambiguous", Pair>> = {
  relative: [
    '{argument} {given} moves with the calendar: write the period, such as 2025, "2025-Q1", "2025-03" or "2025-08 YTD", or "latest".',
    "{argument}{given}会随日期变动：请写2025年、2025年一季度、2025年3月、2025年1—8月或最新。",
  ],
  "no-year": [
    '{argument} {given} has no year: write for instance 2025, "2025-Q1", "2025-03", "2025-08 YTD" or "latest".',
    "{argument}{given}没有年份：请写2025年、2025年一季度、2025年3月、2025年1—8月或最新。",
  ],
  ambiguous: [
    '{argument} {given} may mean several periods: write for instance 2025, "2025-Q1", "2025-03", "2025-08 YTD" or "latest".',
    "{argument}{given}可能指不同的时期：请写2025年、2025年一季度、2025年3月、2025年1—8月或最新。",
  ],
};
const freqWorks: Pair = [' Use freq "{works}".', "请用频率（freq）“{works}”。"];
const singleWorks: Pair = [
  ' For months alone use measure "single".',
  "当月值请用统计量（measure）“当月值”。",
];
const widen: Pair = [" Widen from and to.", "请放宽起始期（from）和截止期（to）。"];
const fullStop: Pair = [".", "。"];
/** For `too-rough` with a formula: the formula names the indicator. */
const roughGives: Pair = [
  "{later} ({period}) and {earlier} ({part}) are printed too roughly: use {call}: {answer}.",
  "{later}（{period}）与{earlier}（{part}）公布的位数太少，不足以计算：请用 {call}，为{answer}。",
];
const answerIs: Pair = [": {answer}.", "，为{answer}。"];

/** The sentences for a reason, before their fields are filled in. */
function pairsOf(reason: Reason): readonly Pair[] {
  const usual = sentences[reason.name];
  switch (reason.name) {
    case "missing-argument":
      return [reason.argument === "indicator" ? indicatorMissing : usual];
    case "not-number":
      return [reason.least === undefined ? usual : tooSmall];
    case "period-not-read":
      return [reason.why ? notAPeriod[reason.why] : usual];
    case "unit-not-read":
      return [reason.why === "foreign" ? foreignUnit : usual];
    case "no-points":
      return [
        usual,
        ...(reason.works === undefined ? [] : [freqWorks]),
        ...(reason.single ? [singleWorks] : []),
        ...(reason.works === undefined && !reason.single ? [widen] : []),
      ];
    case "unknown-indicator":
      return [reason.suggestions.length === 0 ? noSuggestion : usual];
    case "not-single":
      return [reason.why === "period" ? usual : noSingle];
    case "part-missing":
      return [usual, reason.nearest === undefined ? valueIs : nearestIs];
    case "no-growth-in-period":
      return reason.nearest === undefined ? [usual] : [usual, nearestIs];
    case "too-rough":
      return [reason.call === undefined ? usual : roughGives];
    case "two-bases":
      return [usual, reason.answer === undefined ? fullStop : answerIs];
    case "no-figure": {
      const { nearest, cumulative } = reason;
      return [
        usual,
        ...(cumulative === undefined ? [] : [cumulativeIs]),
        ...(nearest === undefined || nearest === cumulative ? [] : [nearestIs]),
      ];
    }
    default:
      return [usual];
  }
}

const argumentNames: Readonly<Record<string, string>> = {
  indicator: "指标",
  indicators: "指标",
  period: "时期",
  periods: "时期",
  from: "起始期",
  to: "截止期",
  basis: "依据",
  asof: "数据日期",
  unit: "单位",
  measure: "统计量",
  freq: "频率",
  theme: "主题",
  count: "个数",
  text: "文本",
  field: "字段",
  style: "格式",
  number: "数值",
  headers: "表头",
  dates: "日期",
};
/**
 * The name of an argument in a sentence; in Chinese with its Chinese name.
 * @example argumentWord("period", "zh") // "时期（period）"
 */
export function argumentWord(name: string, language: Language): string {
  const chineseName = language === "zh" ? argumentNames[name] : undefined;
  return chineseName ? `${chineseName}（${name}）` : name;
}

/** The names of frequencies in sentences; each is read as an argument too. */
const freqChoices: Readonly<Record<string, Text2>> = {
  annual: { en: "annual", zh: "年" },
  quarter: { en: "quarter", zh: "季" },
  month: { en: "month", zh: "月" },
  ytd: { en: "ytd", zh: "累计" },
  all: { en: "all", zh: "全部" },
};

const natureNames: Readonly<Record<string, string>> = { stock: "存量", rate: "比率" };

/** The indicator with this code; undefined for one of a table that was removed. */
const indicatorOf = (code: unknown) => liveStore.indicator(code as IndicatorCode) as Indicator | undefined;

/** A period as sentences write it: by its label in Chinese, as it is typed in English. */
const periodWord = (period: unknown, language: Language): string =>
  language === "zh" ? periodLabel(period as Period, language) : String(period);

/**
 * A formula of ours in the sentence's language: its first argument is the indicator, by its short name, and others are
 * periods and bases.
 */
function callWord(call: string, indicator: Indicator): string {
  let isFirst = true;
  return call.replace(/"([^"]*)"/g, (_, arg: string) => {
    const word = isFirst ? shortName(indicator, "zh") : /^\d{4}/.test(arg) ? periodWord(arg, "zh") : arg;
    isFirst = false;
    return `"${word === "chained" ? "同口径" : word}"`;
  });
}

/** What a sentence says for a field of a reason, in place of {field}. */
function word(field: string, fields: Readonly<Record<string, unknown>>, language: Language): string {
  const zh = language === "zh";
  const value = fields[field];
  const indicator = indicatorOf(fields.indicator);
  const quoted = (text: unknown) => (zh ? `“${String(text)}”` : `"${String(text)}"`);
  const measured = (name: unknown) => measureWords[name as MeasureName][language];
  const list = (words: readonly string[]) => cut(words.join(zh ? "、" : ", "), 110);
  const inLanguage = (text: string | Text2) => (typeof text === "string" ? text : text[language]);
  switch (field) {
    case "argument":
      return argumentWord(String(value), language);
    case "given":
      return fields.name === "error-given" ? String(value) : quoted(value);
    case "indicator":
      return cut(indicator?.label[language] ?? String(value), 50);
    case "quotedArgument": {
      const name = String(fields.argument);
      return argumentNames[name] ? `“${argumentNames[name]}”（${name}）` : `“${name}”`;
    }
    case "later":
    case "earlier":
      return (value as Text2)[language];
    case "short":
      return indicator ? shortName(indicator, language) : String(fields.indicator);
    case "when":
      return value === undefined
        ? ""
        : `,"${value === "latest" ? (zh ? "最新" : "latest") : periodWord(value, language)}"`;
    case "period":
    case "from":
    case "to":
    case "part":
    case "cumulative":
    case "nearest":
    case "after":
      return periodWord(value, language);
    case "released":
    case "asof":
      return zh ? dateLabel(String(value), language) : String(value);
    case "works":
      return freqChoices[String(value)]?.[language] ?? String(value);
    case "measure":
      return measured(value);
    case "has":
      return Array.isArray(value) ? list(zh ? value.map(measured) : (value as string[])) : measured(value);
    case "choices":
      return list((value as (string | Text2)[]).map(inLanguage));
    case "suggestions":
      return list((value as Text2[]).map((text) => quoted(cut(text[language], 24))));
    case "call":
      return zh && indicator ? callWord(String(value), indicator) : String(value);
    case "successor": {
      const next = indicatorOf(value);
      return zh && next ? shortName(next, language) : String(value);
    }
    case "upTo":
      return periodLabel(fields.cumulative as Period, language);
    case "year":
      return String(fields.period).slice(0, 4);
    case "why":
      return (zh && natureNames[String(value)]) || String(value);
    default:
      return String(value);
  }
}

/**
 * A reason in one sentence: what is wrong with which argument, and what would work.
 * @returns at most 200 characters, whatever was given
 * @example sentence(parsePeriod("next year").reason, "en") // "period \"next year\" moves with the calendar: write the period, such as 2025, \"2025-Q1\", \"2025-03\" or \"2025-08 YTD\", or \"latest\"."
 */
export function sentence(reason: Reason, language: Language): string {
  const text = pairsOf(reason)
    .map((pair) => pair[language === "zh" ? 1 : 0])
    .join("");
  const filled = text.replace(/\{(\w+)\}/g, (_, field: string) => word(field, { ...reason }, language));
  return cut(filled, LONGEST_SENTENCE);
}
