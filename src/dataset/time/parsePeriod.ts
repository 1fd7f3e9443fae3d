import { fail, ok, type Result } from "../result";
import { isEmpty } from "../wording/clean";
import { shown } from "../wording/text";
import { kindOf, lastDay, periodOf, type Kind, type Period } from "./period";
import { readPeriodText, type NotRead, type Written } from "./writtenPeriod";

/** How dates are to be read. */
export interface DateOptions {
  /** Whether the workbook counts days from 1904 and not from 1900; default false. */
  readonly date1904?: boolean;
}

// The same few periods are read many times, so results are kept, up to a limit that protects memory.
const readBefore = new Map<string, Read>();
const KEPT = 4096;
/** The longest text that can be a period. */
const LONGEST = 64;

type Read = Written | "latest" | NotRead;

function readText(input: string): Read {
  if (input.length > LONGEST) return "unknown";
  const before = readBefore.get(input);
  if (before !== undefined) return before;
  const read = readPeriodText(input);
  if (readBefore.size >= KEPT) readBefore.clear();
  readBefore.set(input, read);
  return read;
}

function written(year: number, first: number, last: number, day?: number): Read {
  const period = periodOf(year, first, last);
  if (period === undefined) return "unknown";
  const date = day === undefined ? lastDay(period) : `${period}-${String(day).padStart(2, "0")}`;
  return { period, day: date, kind: kindOf(period) };
}

/** Reads a number: a year, a month such as 202503, or a date serial of Excel. */
function readNumber(input: number, date1904: boolean): Read {
  if (Number.isInteger(input) && input >= 1900 && input < 2100) return written(input, 1, 12);
  if (Number.isInteger(input) && input >= 199_001 && input < 21_000_000) return readText(String(input));
  if (!(input >= 2100 && input < 73051)) return "unknown";
  // The 1904 date system starts 1,462 days later. In the 1900 system day 0 is 1899-12-30, because Excel counts a 29
  // February 1900 (for dates from 1900-03-01 on).
  const days = Math.floor(input) + (date1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  const month = date.getUTCMonth() + 1;
  return written(date.getUTCFullYear(), month, month, date.getUTCDate());
}

function readAny(input: unknown, options: DateOptions): Read {
  if (typeof input === "string") return readText(input);
  return typeof input === "number" ? readNumber(input, options.date1904 === true) : "unknown";
}

const isRead = (answer: Read): answer is Written | "latest" =>
  typeof answer === "object" || answer === "latest";

const isBlank = (input: unknown) =>
  input === undefined || input === null || (typeof input === "string" && isEmpty(input));

/**
 * Reads a period as people write it in English and Chinese, in full or half width, or as an Excel date. Whole numbers
 * from 1900 to 2099 are years (valid from 1990), those from 2100 to 73050 date serials, 202503 is a month.
 * @param input nothing (null, undefined, blank text) gives undefined; "latest" or "最新" gives "latest"
 * @param argument the argument's name, for the sentence
 * @returns `period-not-read` for anything else, which says why where it can: relative, without a year, ambiguous
 * @example parsePeriod("2025年1—8月") // "2025-08 YTD"
 */
export function parsePeriod(
  input: unknown,
  options: DateOptions = {},
  argument = "period",
): Result<Period | "latest" | undefined> {
  if (isBlank(input)) return ok(undefined);
  const read = readAny(input, options);
  if (isRead(read)) return ok(read === "latest" ? read : read.period);
  const why = read === "unknown" ? {} : { why: read };
  return fail({ name: "period-not-read", argument, given: shown(input), ...why });
}

/**
 * The kind of series that a period was written for: "2025-03 YTD" and "2025年1—3月" are cumulative, though their
 * canonical name is that of a quarter.
 * @returns undefined for nothing, "latest", and texts that `parsePeriod` does not read
 * @example writtenKind("2025-03 YTD") // "ytd"
 */
export function writtenKind(input: unknown, options: DateOptions = {}): Kind | undefined {
  const read = isBlank(input) ? "unknown" : readAny(input, options);
  return typeof read === "object" ? read.kind : undefined;
}

/**
 * Reads the day up to which releases count: a date, or the last day of a period.
 * @param argument the argument's name, for the sentence; default "asof"
 * @param input nothing gives undefined; "latest" gives "9999-12-31", later than any release
 * @returns YYYY-MM-DD; `date-not-read` for anything else
 * @example parseAsof("April 2025") // "2025-04-30"
 */
export function parseAsof(input: unknown, options: DateOptions = {}): Result<string | undefined> {
  if (isBlank(input)) return ok(undefined);
  const read = readAny(input, options);
  if (!isRead(read)) return fail({ name: "date-not-read", argument: "asof", given: shown(input) });
  return ok(read === "latest" ? "9999-12-31" : read.day);
}
