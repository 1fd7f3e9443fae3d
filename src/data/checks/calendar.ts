/** Dates and periods in the tables. Shared by the checks; no check itself. */

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number) => String(n).padStart(2, "0");

/** Number of days of a month (1 to 12). */
function daysOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (lastDays[month - 1] ?? 0);
}

/**
 * The last day of a period as in `time_period`: a year, a quarter, a month, or a range 2025-04/2025-05.
 * @returns undefined for anything else
 */
export function endOfPeriod(text: string): string | undefined {
  const [first = "", last, ...more] = text.split("/");
  if (last === undefined) return lastDay(first);
  const month = /^\d{4}-\d\d$/;
  return month.test(first) && month.test(last) && first < last && more.length === 0 && lastDay(first)
    ? lastDay(last)
    : undefined;
}

/**
 * The last day of a full or partial date, or of a quarter: 2026 gives 2026-12-31, 2026-01 gives 2026-01-31.
 * @returns undefined for anything else, and outside 1990 to 2099
 */
export function lastDay(text: string): string | undefined {
  const parts = /^((?:19|20)\d\d)(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?$/.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const month = parts[2] ? Number(parts[2]) * 3 : Number(parts[3] ?? 12);
  const day = parts[4] ? Number(parts[4]) : daysOf(year, month);
  if (year < 1990 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}
