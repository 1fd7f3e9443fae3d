import { clean } from "../dataset";
import { readUnit, type UserUnit } from "./units";

/** A value cell: its number, percentages in percent, and the unit written with it. */
export interface ValueRead {
  /** The digits; "" for no figure. */
  readonly digits: string;
  readonly percent: boolean;
  /** The unit in the cell. */
  readonly unit?: UserUnit;
}

/** Signs and words for a missing figure. */
const none =
  /^(?:[-\p{Pd}\u2212]+|…+|\.{2,}|\*+|\/|x|n\/?a\.?|#n\/a|nil|none|null|tb[acd]|not (?:available|published|applicable)|暂无(?:数据)?|暂缺|无(?:数据)?|缺失?|空缺|未公布|未发布|未统计|不适用|待定|待公布|不详)$/u;

const digit = "0123456789";
const hanDigits = "〇一二三四五六七八九";
const otherDigits: Readonly<Record<string, string>> = {
  零: "〇",
  两: "二",
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
};
const smallPowers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads Chinese numerals below ten thousand, 三千五百; NaN for others, also for single digits in a row, 二五. */
function underWan(text: string): number {
  if (text === "") return 0;
  let [sum, last, before] = [0, NaN, Infinity];
  for (const character of text) {
    const value = hanDigits.indexOf(character);
    const worth = smallPowers[character];
    if (value === 0) {
      if (!Number.isNaN(last)) return NaN;
    } else if (value > 0) {
      if (!Number.isNaN(last)) return NaN;
      last = value;
    } else if (worth !== undefined && worth < before) {
      sum += (Number.isNaN(last) ? (worth === 10 ? 1 : NaN) : last) * worth;
      [last, before] = [NaN, worth];
    } else return NaN;
  }
  return sum + (Number.isNaN(last) ? 0 : last);
}

/** Turns Chinese numerals into digits, 三千五百 or 七点四; 万 and 亿 are left to the unit. "NaN" for others. */
function hanNumber(text: string): string {
  const [whole = "", rest, more] = text.split("点");
  if (more !== undefined || rest === "") return "";
  const value = whole === "〇" ? 0 : underWan(whole);
  const decimals = [...(rest ?? "")].map((numeral) => hanDigits.indexOf(numeral));
  if (
    whole === "" ||
    Number.isNaN(value) ||
    (value === 0 && whole !== "〇") ||
    decimals.some((decimal) => decimal < 0)
  )
    return "";
  return `${value}${rest === undefined ? "" : "."}${decimals.map((decimal) => digit.charAt(decimal)).join("")}`;
}

const plainNumber = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,15})?";
const inDigits = new RegExp(`^([+-]?)(${plainNumber})(.*)$`);
const inHan = /^([+-]?|负)([〇一二三四五六七八九十百千点]+)(.*)$/;
const moneyPattern = new RegExp(`^(-?)((?:rmb|cny|cn¥|¥|人民币) ?)([+-]?${plainNumber})(.*)$`, "i");

/** Reads a number with its unit: "3500万元", "¥3,500", "7.4%", 三千五百万元, 百分之七点四. */
function readText(written: string): ValueRead | undefined {
  const text = clean(written).replace(/ ?[\u2212\p{Pd}] ?(?=[\d¥〇一二三四五六七八九十])/u, "-");
  if (none.test(text.toLowerCase())) return { digits: "", percent: false };
  const percentage = /^(-?)百分之(.+)$/.exec(text);
  const [, before = "", currency = "", amount = "", behind = ""] = moneyPattern.exec(text) ?? [];
  const bareNumber = percentage
    ? `${percentage[1] ?? ""}${percentage[2] ?? ""}%`
    : amount
      ? `${before}${amount}${behind} ${currency}`
      : text;
  const han = bareNumber.replace(
    /[零两壹贰叁肆伍陆柒捌玖拾佰仟]/g,
    (numeral) => otherDigits[numeral] ?? numeral,
  );
  const match = inDigits.exec(bareNumber) ?? inHan.exec(han);
  if (!match) return undefined;
  const [, sign = "", number = "", rest = ""] = match;
  const digits = /\d/.test(number) ? number.replaceAll(",", "") : hanNumber(number);
  if (digits === "") return undefined;
  const signed = sign === "-" || sign === "负" ? `-${digits}` : digits;
  if (rest.trim() === "") return { digits: signed, percent: false };
  const unit = readUnit(rest.trim());
  // "1e5" and "3500x" are not numbers with a unit; "12 kg" is.
  if (!unit || (/^[a-z]{1,2}\d*$/i.test(rest) && !/^P[TP]$/.test(unit.unit) && unit.power === 0))
    return undefined;
  return unit.unit === "PT" ? { digits: signed, percent: true } : { digits: signed, percent: false, unit };
}

/**
 * Reads a value cell: a number, a percentage, or a text with number and unit.
 * @param format the cell's number format, which tells percentages
 * @returns undefined where it is no number
 */
export function readValue(value: unknown, format: string): ValueRead | undefined {
  if (typeof value !== "number") return readText(String(value ?? ""));
  const percent = format.replace(/"[^"]*"|\\./g, "").includes("%");
  const digits = String(Number((percent ? value * 100 : value).toPrecision(15)));
  return /[e∞I]/.test(digits) ? undefined : { digits, percent };
}
