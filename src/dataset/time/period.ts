/**
 * A stretch of months within one year, known by its canonical name:
 * "2025", "2025-Q1", "2025-H1", "2025-H2", "2025-03", "2025-08 YTD" (January to August).
 * Two periods are the same if and only if their names are.
 */
export type Period = string & { readonly __period: true };

/** What a period covers: a year and its first and last month, 1 to 12. */
export interface PeriodParts {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** The first and last year of periods. */
export const YEARS = { first: 1990, last: 2099 } as const;

/** The kinds of periods in a series; `half` is July to December alone. */
export type Kind = "annual" | "quarter" | "half" | "month" | "ytd";

const partsByPeriod = new Map<string, PeriodParts>();
/** Every period that was made, by its months. One text for each saves memory, and makes comparing fast. */
const periodsByKey = new Map<number, Period>();

const two = (n: number) => String(n).padStart(2, "0");

function nameOf(year: number, first: number, last: number): string | undefined {
  if (first === last) return `${year}-${two(last)}`;
  if (first === 1 && last === 12) return `${year}`;
  if (last - first === 2 && last % 3 === 0) return `${year}-Q${last / 3}`;
  if (last - first === 5 && last % 6 === 0) return `${year}-H${last / 6}`;
  return first === 1 ? `${year}-${two(last)} YTD` : undefined;
}

/**
 * The period of some months.
 * @returns undefined outside 1990 to 2099, and for months that are neither a month, a quarter, a half year nor
 * January to some month
 * @example periodOf(2025, 1, 3) // "2025-Q1"
 * @example periodOf(2025, 1, 8) // "2025-08 YTD"
 */
export function periodOf(year: number, first: number, last: number): Period | undefined {
  if (!(year >= YEARS.first && year <= YEARS.last && first >= 1 && first <= last && last <= 12))
    return undefined;
  const months = (year * 12 + first) * 12 + last;
  const before = periodsByKey.get(months);
  if (before !== undefined) return before;
  const name = nameOf(year, first, last) as Period | undefined;
  if (name === undefined) return undefined;
  partsByPeriod.set(name, { year, first, last });
  periodsByKey.set(months, name);
  return name;
}

/**
 * The months that a period covers. Another text cast to `Period` is read by its form; an invalid one gives year 0.
 * @example periodParts("2025-Q1") // {"year":2025,"first":1,"last":3}
 */
export function periodParts(period: Period): PeriodParts {
  return partsByPeriod.get(period) ?? fromName(period);
}

/** Reads a period's name; year 0 for anything else. */
function fromName(name: string): PeriodParts {
  // A range such as 2025-04/2025-05: figures may be of it, but nobody can ask for it.
  const stretch = /^(\d{4})-(\d\d)\/\1-(\d\d)$/.exec(name);
  if (stretch !== null)
    return { year: Number(stretch[1]), first: Number(stretch[2]), last: Number(stretch[3]) };
  const parts = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)( YTD)?))?$/.exec(name);
  const year = Number(parts?.[1] ?? 0);
  const [quarter, half, month] = [Number(parts?.[2] ?? 0), Number(parts?.[3] ?? 0), Number(parts?.[4] ?? 0)];
  const partsRead: PeriodParts =
    quarter > 0
      ? { year, first: quarter * 3 - 2, last: quarter * 3 }
      : half > 0
        ? { year, first: half * 6 - 5, last: half * 6 }
        : month > 0
          ? { year, first: parts?.[5] ? 1 : month, last: month }
          : { year, first: 1, last: 12 };
  return parts === null ? { year: 0, first: 1, last: 12 } : partsRead;
}

/**
 * The kind in a period's name: 2025-Q1 is a quarter, although it is January to March too.
 * @example kindOf("2025-Q1") // "quarter"
 */
export function kindOf(period: Period): Kind {
  const { first, last } = periodParts(period);
  if (first === last) return "month";
  if (last - first === 11) return "annual";
  if (last - first === 2 && last % 3 === 0) return "quarter";
  return first === 1 ? "ytd" : "half";
}

/**
 * Whether a period can be in a series of a kind: the first quarter, half year and year are cumulative too.
 * @example isOfKind("2025-Q1", "ytd") // true
 */
export function isOfKind(period: Period, kind: Kind): boolean {
  return kindOf(period) === kind || (kind === "ytd" && periodParts(period).first === 1);
}

/**
 * The period's end in months since year 0, by which periods are compared. That is year × 12 + month, with January as
 * 1.
 * @example endOf("2025-Q1") - endOf("2024") // 3
 */
export function endOf(period: Period): number {
  const { year, last } = periodParts(period);
  return year * 12 + last;
}

/**
 * Number of months that a period covers. From 1 for a month to 12 for a year; a year to date counts from January.
 * @example lengthOf("2025-Q1") // 3
 */
export function lengthOf(period: Period): number {
  const { first, last } = periodParts(period);
  return last - first + 1;
}

/**
 * The last month of a period, as "2025-03". Texts of this form compare as months do.
 * @example endMonth("2025-Q1") // "2025-03"
 */
export function endMonth(period: Period): string {
  const { year, last } = periodParts(period);
  return `${year}-${two(last)}`;
}

/**
 * The last day of a period, as "2025-03-31". Leap years are those of the Gregorian calendar.
 * @example lastDay("2024-02") // "2024-02-29"
 */
export function lastDay(period: Period): string {
  const { year, last } = periodParts(period);
  return `${year}-${two(last)}-${new Date(Date.UTC(year, last, 0)).getUTCDate()}`;
}

/**
 * The same months some years later (or before, below 0); undefined outside 1990 to 2099.
 * @example yearsLater("2025-Q1", -1) // "2024-Q1"
 */
export function yearsLater(period: Period, years: number): Period | undefined {
  const { year, first, last } = periodParts(period);
  return periodOf(year + years, first, last);
}

/**
 * January to the period's last month. January alone stays a month, and January to December is the year.
 * @example toDate("2025-Q2") // "2025-H1"
 */
export function toDate(period: Period): Period {
  const { year, last } = periodParts(period);
  return periodOf(year, 1, last) ?? period;
}

/**
 * Compares periods, oldest first by end, and the longest last among those that end together. 0 for periods with the
 * same end and length. For `sort`.
 * @example ["2025", "2025-Q1", "2025-03"].sort(byEnd) // ["2025-03","2025-Q1","2025"]
 */
export function byEnd(a: Period, b: Period): number {
  return endOf(a) - endOf(b) || lengthOf(a) - lengthOf(b);
}

/**
 * The last day of a date that may be partial, or of a quarter: 2026, 2026-01, 2026-Q1 or 2026-01-19.
 * @returns YYYY-MM-DD; "" for anything else
 * @example lastDayOf("2026-Q1") // "2026-03-31"
 */
export function lastDayOf(date: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return date;
  const { year } = fromName(date);
  return year === 0 ? "" : lastDay(date as Period);
}

/** The year in which a period ends. A period never crosses a year, so there is just one. */
export function yearName(period: Period): Period {
  return periodOf(periodParts(period).year, 1, 12) ?? period;
}

/** The month in which a period ends. Of a stock this is the month at whose end it was counted. */
export function lastMonthName(period: Period): Period {
  const { year, last } = periodParts(period);
  return periodOf(year, last, last) ?? period;
}
