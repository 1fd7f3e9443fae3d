import { cn, hanNumber, monthOf, nameForm, readMonths, type Months } from "./months";
import { endMonth, kindOf, lastDay, periodOf, periodParts, type Kind, type Period } from "./period";
import { fullYears, marksOf, plainPeriod, type Marks } from "./plainPeriod";

/** A period, its last day (or the day that was written), and the kind of series that it was written for. */
export interface Written {
  readonly period: Period;
  readonly day: string;
  readonly kind: Kind;
}

/** Why a text is no period: it is relative to today, lacks a year, or has several meanings. */
export type NotRead = "relative" | "no-year" | "ambiguous" | "unknown";

/** Months of a year, and the day where a day was written. */
interface Stretch extends Months {
  readonly year: number;
  readonly day?: number;
  /** Whether only a year was written. */
  readonly bare?: boolean;
}

const clockTime = "(?:[t ]\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?z?)?";
const form = (text: string) => new RegExp(`^${text}$`);

/** A date means its month; undefined for one that no calendar has. */
function day(year: number, month: number, day: number): Stretch | undefined {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last
    ? { year, first: month, last: month, day }
    : undefined;
}

const datePatterns: readonly (readonly [RegExp, (...groups: string[]) => Stretch | undefined])[] = [
  [
    form(`(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clockTime}`),
    (y, _, m, d) => day(Number(y), Number(m), Number(d)),
  ],
  [
    form(`(\\d{4}) ?年 ?${cn} ?月 ?${cn} ?[日号]`),
    (y, m = "", d = "") => day(Number(y), hanNumber(m), hanNumber(d)),
  ],
  [form("(\\d{4})(\\d\\d)(\\d\\d)"), (y, m, d) => day(Number(y), Number(m), Number(d))],
  [
    form(`(\\d{1,2})(?:st|nd|rd|th)?[- ](?:of )?(${nameForm})[- ,]*(\\d{4})`),
    (d, m = "", y) => day(Number(y), monthOf(m), Number(d)),
  ],
  [
    form(`(${nameForm})[- ](\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`),
    (m = "", d, y) => day(Number(y), monthOf(m), Number(d)),
  ],
];

/** Reads day and month in either order, if only one order is a date. */
function dayAndMonth(text: string): Stretch | NotRead | undefined {
  const [, a, , b, y] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (y === undefined) return undefined;
  const [first, second] = [day(Number(y), Number(b), Number(a)), day(Number(y), Number(a), Number(b))];
  if (first && second && a !== b) return "ambiguous";
  return first ?? second;
}

function readDate(text: string): Stretch | NotRead | undefined {
  for (const [pattern, read] of datePatterns) {
    const groups = pattern.exec(text);
    if (groups) return read(...groups.slice(1)) ?? "unknown";
  }
  return dayAndMonth(text);
}

/** Reads a year with months before or after it. */
function readOne(text: string): Stretch | undefined {
  const [, sixYear, sixMonth] = /^(\d{4})(0[1-9]|1[0-2])(?: ?月)?$/.exec(text) ?? [];
  if (sixMonth) return { year: Number(sixYear), first: Number(sixMonth), last: Number(sixMonth) };
  const match = /(^|\D|^q[1-4])(\d{4})(?!\d)/.exec(text);
  if (!match) return undefined;
  const year = Number(match[2]);
  const start = match.index + (match[1]?.length ?? 0);
  const [before, behind] = [
    text.slice(0, start).replace(/ (?:fy|cy)$|^calendar year $/, ""),
    text.slice(start + 4),
  ];
  if (/^(?: ?年)?$/.test(behind)) {
    // The year after the months: "q1 2025", "first half of 2025", "一季度2025年", "3/2025".
    if (/^[-+.,/ ]+$/.test(before)) return undefined;
    const months = readMonths(before.replace(/[-/., ]*(?:of (?:the year )?)?$/, "").replace(/^the /, ""));
    return months && ({ ...months, year, bare: before === "" || undefined } as Stretch);
  }
  if (before !== "" && !/^(?:the |fy |fy|cy)$/.test(before)) return undefined;
  const rest = /^(?: ?年度?(?:的)?[, ]?|[-/.,: ]+)?(.+)$/.exec(behind)?.[1] ?? "";
  const months = readMonths(/^ ?年度$/.test(behind) ? "" : rest);
  return months && { ...months, year };
}

/** Reads two ends that both name the year: "jan 2025-aug 2025", "2025年1月-2025年8月", "202501-202508". */
function readEnds(text: string): Stretch | undefined {
  for (let at = text.indexOf("-"); at > 0; at = text.indexOf("-", at + 1)) {
    const [a, b] = [text.slice(0, at), text.slice(at + 1)];
    if (!/\d{4}/.test(a) || !/\d{4}/.test(b)) continue;
    const [from, to] = [readOne(a), readOne(b)];
    if (from && to && from.year === to.year && !from.bare && !to.bare)
      return { year: from.year, first: from.first, last: to.last, counted: from.first === 1 };
  }
  return undefined;
}

/** The period of months with what the words around them mean; undefined where the two do not go together. */
function asWritten(stretch: Stretch, { cumulative, alone, end }: Marks): Written | undefined {
  const { year } = stretch;
  // A bare year is neither cumulative up to a month nor a single month.
  if (stretch.bare && cumulative && !end) return undefined;
  if (alone && (cumulative || (stretch.counted && stretch.last > 1))) return undefined;
  const first = cumulative ? 1 : end ? stretch.last : stretch.first;
  const period = periodOf(year, first, stretch.last);
  if (period === undefined) return undefined;
  const counted = cumulative || (stretch.counted === true && stretch.last > stretch.first);
  return {
    period,
    day:
      stretch.day === undefined
        ? lastDay(period)
        : `${endMonth(period)}-${String(stretch.day).padStart(2, "0")}`,
    kind: counted ? "ytd" : kindOf(period),
  };
}

const relativePattern =
  /去年|今年|前年|明年|上年|本年|当年|上个?月|本月|这个月|下个?月|上个?季|本季|同期|昨[天日]|今[天日]|至今|-今$|[- ]date$|^(?:the )?(?:last|this|current|previous|prior|next|same)\b|today|yesterday|\bnow\b|^[ymq]td$|\bago\b/;

function whyNot(text: string, rest: string): NotRead {
  if (relativePattern.test(text)) return "relative";
  if (rest !== "" && !/\d{4}/.test(rest) && readMonths(rest))
    return /^\d+$/.test(rest) ? "unknown" : "no-year";
  const short = /^(?:[a-z]+\.?[- ]\d\d|\d\d[- ][a-z]+|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{4})$/.test(
    rest,
  );
  return short && /[a-z]{3}|[-/.]/.test(rest) && !/^\d{4}/.test(rest) ? "ambiguous" : "unknown";
}

/**
 * Reads a text as a period, or says why it is none. "latest" in either language gives "latest"; "unknown" is the
 * reason for a text that looks like no period at all.
 */
export function readPeriodText(input: string): Written | "latest" | NotRead {
  const text = plainPeriod(input);
  if (
    /^(?:the )?(?:latest|newest|most recent)(?: available| published)?(?: period| figure)?$|^最[新近](?:一期|时期|值|数据|数)?$/.test(
      text,
    )
  )
    return "latest";
  const bracket = /^(.+?) ?\(([^()]+)\)$/.exec(text);
  if (bracket) return readBracket(bracket[1] ?? "", bracket[2] ?? "");
  return readPlain(text);
}

/** Reads a period with months in brackets: a part, "2025 (jan-aug)", or the same ones, "q1 2025 (jan-mar)". */
function readBracket(before: string, within: string): Written | NotRead {
  const joined = readPlain(`${before} ${within}`);
  if (typeof joined === "object") return joined;
  const withoutBracket = readPlain(before);
  if (typeof withoutBracket !== "object") return joined;
  const withYear = readPlain(`${String(periodParts(withoutBracket.period).year)} ${within}`);
  return typeof withYear === "object" && withYear.period === withoutBracket.period
    ? withoutBracket
    : "unknown";
}

function readPlain(text: string): Written | NotRead {
  const marks = marksOf(text);
  const rest = fullYears(marks.text);
  const read = readDate(rest) ?? readOne(rest) ?? readEnds(rest);
  if (typeof read === "string") return read;
  return (read && asWritten(read, marks)) ?? whyNot(text, rest);
}
