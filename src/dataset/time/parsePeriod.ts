import { endMonth, lastDay, periodOf, type Period } from "./period";
import { fail, ok, type Result } from "../result";
import { shown } from "../wording/text";

/** How dates are to be read. */
export interface DateOptions {
  /** Whether the workbook counts days from 1904 and not from 1900; default false. */
  readonly date1904?: boolean;
}

/** Some months of a year, and the day where a day was written. */
type Months = readonly [year: number, first: number, last: number, day?: number];

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const tails = ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "t(?:ember)?", "ober", "ember", "ember"];
const nameForm = `(?:${monthNames.map((name, index) => `${name}(?:${tails[index]})?`).join("|")})\\.?`;
const hanDigits = "〇一二三四五六七八九";
const ordinals = ["first", "second", "third", "fourth"];
const counts = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const monthOf = (name: string) => monthNames.indexOf(name.slice(0, 3)) + 1;

/** Chinese numerals up to 十二 as a number; digits pass. */
function hanNumber(text: string): number {
  if (text === "两") return 2;
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const small = hanDigits.indexOf(ones ?? "");
  const rest = ones === "" ? 0 : small >= 0 ? small : Number(ones);
  return (text.includes("十") ? (tens === "" ? 10 : NaN) : 0) + rest;
}

const year = "(\\d{4})";
const yearOf = `${year}(?: ?年 ?|[ /-])`;
const cn = "(\\d{1,2}|十[一二]?|[一二两三四五六七八九])";
const clock = "(?:[t ]\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?z?)?";
const form = (text: string) => new RegExp(`^${text}$`);
const quarter = (y: string, q: string): Months => [Number(y), Number(q) * 3 - 2, Number(q) * 3];
const half = (y: string, h: string): Months => [Number(y), Number(h) * 6 - 5, Number(h) * 6];
const month = (y: string, m: number): Months => [Number(y), m, m];
const upTo = (y: string, m: number): Months => [Number(y), 1, m];

/** A date alone stands for its month; one that is on no calendar for nothing. */
function day(y: string, m: number, d: string): Months | undefined {
  const last = new Date(Date.UTC(Number(y), m, 0)).getUTCDate();
  return Number(d) >= 1 && Number(d) <= last ? [Number(y), m, m, Number(d)] : undefined;
}

/** A form of writing and what its groups mean. */
type Rule = readonly [RegExp, (...groups: string[]) => Months | undefined];

// Texts come here in lower case and half width, every dash as "-", single spaces, none around dashes.
const rules: readonly Rule[] = [
  [form(`${year}(?: ?年(?:全年|度)?| ?全年)?`), (y) => [Number(y), 1, 12]],
  [form(`${year}[-/ ]?q([1-4])`), quarter],
  [form(`q([1-4])[-/ ]?${year}`), (q, y) => quarter(y, q)],
  [form(`([1-4])q[-/ ]?${year}`), (q, y) => quarter(y, q)],
  [form(`${year}[-/ ]?([1-4])q`), quarter],
  [
    form(`(${ordinals.join("|")}) quarter(?: of)? ${year}`),
    (q, y) => quarter(y, `${ordinals.indexOf(q) + 1}`),
  ],
  [
    form(`${year} ?年? ?(?:q([1-4])|第?([1-4一二三四])季度?)`),
    (y, q, han) => quarter(y, q ?? `${hanNumber(han)}`),
  ],
  [form(`${year}[-/ ]?h([12])`), half],
  [form(`h([12])[-/ ]?${year}`), (h, y) => half(y, h)],
  [form(`([12])h[-/ ]?${year}`), (h, y) => half(y, h)],
  [form(`(first|second) half(?: of)? ${year}`), (h, y) => half(y, h === "first" ? "1" : "2")],
  [form(`${year} ?年? ?([上下])半年`), (y, h) => half(y, h === "上" ? "1" : "2")],
  [form(`${year}(?:[-/. ]|[-/. ]?m)(\\d{1,2})`), (y, m) => month(y, Number(m))],
  [form(`(\\d{1,2})[-/.]${year}`), (m, y) => month(y, Number(m))],
  [form(`${year}([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}`), (y, _, m, d) => day(y, Number(m), d)],
  [form(`(?:at )?(?:the )?(?:end of )?(${nameForm})[- ,]*${year}`), (m, y) => month(y, monthOf(m))],
  [form(`${year}[- ,]*(${nameForm})`), (y, m) => month(y, monthOf(m))],
  [form(`(\\d{1,2})[- ](${nameForm})[- ,]*${year}`), (d, m, y) => day(y, monthOf(m), d)],
  [form(`(${nameForm})[- ](\\d{1,2}),? ${year}`), (m, d, y) => day(y, monthOf(m), d)],
  [form(`${yearOf}${cn} ?月(?:份|末|底)?`), (y, m) => month(y, hanNumber(m))],
  [form(`${year} ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]`), (y, m, d) => day(y, Number(m), d)],
  // January to …, and other runs of months that have a name.
  [form(`${year}[- ,]*(${nameForm})-(${nameForm})`), (y, a, b) => [Number(y), monthOf(a), monthOf(b)]],
  [form(`(${nameForm})-(${nameForm})[- ,]*${year}`), (a, b, y) => [Number(y), monthOf(a), monthOf(b)]],
  [
    form(`(${nameForm}) ${year}-(${nameForm}) ${year}`),
    (a, y, b, same) => (y === same ? [Number(y), monthOf(a), monthOf(b)] : undefined),
  ],
  [form(`${yearOf}${cn} ?月?(?:份)?-${cn} ?月(?:份)?`), (y, a, b) => [Number(y), hanNumber(a), hanNumber(b)]],
  [form(`${year}[- ]?(\\d{1,2})m`), (y, m) => upTo(y, Number(m))],
  [form(`(\\d{1,2})m[- ]?${year}`), (m, y) => upTo(y, Number(m))],
  [
    form(`first (\\d{1,2}|${counts.join("|")}) months(?: of)? ${year}`),
    (m, y) => upTo(y, counts.includes(m) ? counts.indexOf(m) + 3 : Number(m)),
  ],
  [form(`first three quarters(?: of)? ${year}`), (y) => upTo(y, 9)],
  [form(`${year} ?年? ?前${cn}个?季度`), (y, q) => upTo(y, hanNumber(q) * 3)],
  [form(`${year} ?年? ?前${cn}个?月`), (y, m) => upTo(y, hanNumber(m))],
];

/** What was written: a period, and the last day that it may mean. */
interface Written {
  readonly period: Period;
  readonly day: string;
}

function written(found: Months, cumulative: boolean): Written | undefined {
  const [year, first, last, day] = found;
  const period = periodOf(year, cumulative ? 1 : first, last);
  if (period === undefined) return undefined;
  return {
    period,
    day: day === undefined ? lastDay(period) : `${endMonth(period)}-${String(day).padStart(2, "0")}`,
  };
}

function read(text: string): Written | undefined {
  const cumulative = /^(?:ytd[- ]?(.*)|(.*?)[- ]?(?:ytd|累计))$/.exec(text);
  const rest = cumulative === null ? text : (cumulative[1] ?? cumulative[2] ?? "");
  // A year has no month to which it could be cumulative.
  if (cumulative !== null && /^\d{4} ?年?$/.test(rest)) return undefined;
  for (const [pattern, months] of rules) {
    const groups = pattern.exec(rest);
    const found = groups === null ? undefined : months(...groups.slice(1));
    if (found !== undefined) return written(found, cumulative !== null);
  }
  return undefined;
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Cf}]/gu, "")
    .replace(/[\p{Pd}\u2212\u2500~〜至到]/gu, "-")
    .replace(/[\s_]+/g, " ")
    .replace(/ (?:to|through|until) /g, "-")
    .replace(/ ?- ?/g, "-")
    .trim();

// A sheet asks for few periods, many times. What was read is kept, up to a bound, so that no flood of texts fills memory.
const readBefore = new Map<string, Written | "latest" | undefined>();
const KEPT = 4096;
/** No form of writing a period is longer. */
const LONGEST = 64;

function readText(input: string): Written | "latest" | undefined {
  if (input.length > LONGEST) return undefined;
  if (readBefore.has(input)) return readBefore.get(input);
  const text = plain(input);
  const found = text === "latest" || text === "最新" ? "latest" : read(text);
  if (readBefore.size >= KEPT) readBefore.clear();
  readBefore.set(input, found);
  return found;
}

/** A year, or the day that a number stands for, counted as Excel counts days. */
function readNumber(input: number, date1904: boolean): Written | undefined {
  if (Number.isInteger(input) && input >= 1900 && input < 2100) return written([input, 1, 12], false);
  if (!(input >= 2100 && input < 73051)) return undefined;
  // Day 1 of the 1904 system is 1,462 days later; day 0 of the 1900 system, seen from 1900-03-01 on, is 1899-12-30.
  const days = Math.floor(input) + (date1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  const month = date.getUTCMonth() + 1;
  return written([date.getUTCFullYear(), month, month, date.getUTCDate()], false);
}

function readAny(input: unknown, options: DateOptions): Written | "latest" | undefined {
  if (typeof input === "string") return readText(input);
  return typeof input === "number" ? readNumber(input, options.date1904 === true) : undefined;
}

/** Nothing, or a text without anything in it. A long text that begins with blanks is looked at no further than needed. */
const isBlank = (input: unknown) =>
  input === undefined || input === null || (typeof input === "string" && !/[^\s\p{Cf}]/u.test(input));

/**
 * Reads a period as people write it in English and Chinese, in full or half width, or as an Excel date.
 *
 * Numbers: whole from 1900 to 2099 a year (only 1990 to 2099 are periods); from 2100 to 73050 a date, whose time of
 * day does not matter.
 * @param input nothing (null, undefined, blank text) gives undefined; "latest" or "最新" gives "latest"
 * @param options whether the workbook counts from 1904
 * @param argument the name of the argument, for the sentence
 * @returns the reason `period-not-read` for anything else
 * @example parsePeriod("2025年1—8月") // "2025-08 YTD"
 */
export function parsePeriod(
  input: unknown,
  options: DateOptions = {},
  argument = "period",
): Result<Period | "latest" | undefined> {
  if (isBlank(input)) return ok(undefined);
  const found = readAny(input, options);
  if (found === undefined) return fail({ name: "period-not-read", argument, given: shown(input) });
  return ok(found === "latest" ? found : found.period);
}

/**
 * Reads the day up to which releases count: a date, or the last day of any period that `parsePeriod` reads.
 * @param input nothing gives undefined; "latest" gives "9999-12-31", which no release is after
 * @returns the day as "2025-06-30"; the reason `date-not-read` for anything else
 */
export function parseAsof(
  input: unknown,
  options: DateOptions = {},
  argument = "asof",
): Result<string | undefined> {
  if (isBlank(input)) return ok(undefined);
  const found = readAny(input, options);
  if (found === undefined) return fail({ name: "date-not-read", argument, given: shown(input) });
  return ok(found === "latest" ? "9999-12-31" : found.day);
}
