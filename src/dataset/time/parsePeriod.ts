import { kindOf, lastDay, periodOf, type Kind, type Period } from "./period";
import { fail, ok, type Result } from "../result";
import { isEmpty } from "../wording/clean";
import { shown } from "../wording/text";
import { readPeriodText, type NotRead, type Written } from "./writtenPeriod";

/** How dates are to be read. */
export interface DateOptions {
  /** Whether the workbook counts days from 1904 and not from 1900; default false. */
  readonly date1904?: boolean;
}

// A sheet asks for few periods, many times. What was read is kept, up to a bound, so that no flood of texts fills memory.
const readBefore = new Map<string, Read>();
const KEPT = 4096;
/** No form of writing a period is longer. */
const LONGEST = 64;

/** What was read, or why nothing was. */
type Read = Written | "latest" | NotRead;

function readText(input: string): Read {
  if (input.length > LONGEST) return "unknown";
  const before = readBefore.get(input);
  if (before !== undefined) return before;
  const found = readPeriodText(input);
  if (readBefore.size >= KEPT) readBefore.clear();
  readBefore.set(input, found);
  return found;
}

function written(year: number, first: number, last: number, day?: number): Read {
  const period = periodOf(year, first, last);
  if (period === undefined) return "unknown";
  const date = day === undefined ? lastDay(period) : `${period}-${String(day).padStart(2, "0")}`;
  return { period, day: date, kind: kindOf(period) };
}

/** A year, a month such as 202503, or the day that a number stands for, counted as Excel counts days. */
function readNumber(input: number, date1904: boolean): Read {
  if (Number.isInteger(input) && input >= 1900 && input < 2100) return written(input, 1, 12);
  if (Number.isInteger(input) && input >= 199_001 && input < 21_000_000) return readText(String(input));
  if (!(input >= 2100 && input < 73051)) return "unknown";
  // Day 1 of the 1904 system is 1,462 days later; day 0 of the 1900 system, seen from 1900-03-01 on, is 1899-12-30.
  const days = Math.floor(input) + (date1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  const month = date.getUTCMonth() + 1;
  return written(date.getUTCFullYear(), month, month, date.getUTCDate());
}

function readAny(input: unknown, options: DateOptions): Read {
  if (typeof input === "string") return readText(input);
  return typeof input === "number" ? readNumber(input, options.date1904 === true) : "unknown";
}

const isRead = (found: Read): found is Written | "latest" => typeof found === "object" || found === "latest";

/** Nothing, or a text without anything in it. */
const isBlank = (input: unknown) =>
  input === undefined || input === null || (typeof input === "string" && isEmpty(input));

/**
 * Reads a period as people write it in English and Chinese, in full or half width, or as an Excel date.
 *
 * Numbers: whole from 1900 to 2099 a year (only 1990 to 2099 are periods); from 2100 to 73050 a date, whose time of
 * day does not matter; 202503 a month.
 * @param input nothing (null, undefined, blank text) gives undefined; "latest" or "最新" gives "latest"
 * @param options whether the workbook counts from 1904
 * @param argument the name of the argument, for the sentence
 * @returns the reason `period-not-read` for anything else, which says why where it can: relative, without a year, ambiguous
 * @example parsePeriod("2025年1—8月") // "2025-08 YTD"
 */
export function parsePeriod(
  input: unknown,
  options: DateOptions = {},
  argument = "period",
): Result<Period | "latest" | undefined> {
  if (isBlank(input)) return ok(undefined);
  const found = readAny(input, options);
  if (isRead(found)) return ok(found === "latest" ? found : found.period);
  const why = found === "unknown" ? {} : { why: found };
  return fail({ name: "period-not-read", argument, given: shown(input), ...why });
}

/**
 * The kind of series that a period was written as a part of: "2025-03 YTD" and "2025年1—3月" count from January, though the
 * first quarter has the name of a quarter.
 * @returns undefined for nothing, "latest", and what `parsePeriod` does not read
 * @example writtenKind("2025-03 YTD") // "ytd"
 */
export function writtenKind(input: unknown, options: DateOptions = {}): Kind | undefined {
  const found = isBlank(input) ? "unknown" : readAny(input, options);
  return typeof found === "object" ? found.kind : undefined;
}

/**
 * Reads the day up to which releases count: a date, or the last day of any period that `parsePeriod` reads.
 * @param input nothing gives undefined; "latest" gives "9999-12-31", which no release is after
 * @returns the day as "2025-06-30"; the reason `date-not-read` for anything else
 * @example parseAsof("April 2025") // "2025-04-30"
 */
export function parseAsof(
  input: unknown,
  options: DateOptions = {},
  argument = "asof",
): Result<string | undefined> {
  if (isBlank(input)) return ok(undefined);
  const found = readAny(input, options);
  if (!isRead(found)) return fail({ name: "date-not-read", argument, given: shown(input) });
  return ok(found === "latest" ? "9999-12-31" : found.day);
}
