import { endMonth, endOf, figure, kindOf, periodOf, periodParts, series, valueMeasure } from "../../dataset";
import type { Break, Figure, Frequency, Indicator, MeasureName, Period, Result } from "../../dataset";

/** A row: a period with its figures, or a break between two. */
type Moment = { period: Period; value?: Figure; growth?: Figure } | "break";

/** An indicator by period, oldest first. */
interface Course {
  moments: readonly Moment[];
  breaks: readonly Break[];
}

/** The most points in a chart of columns. */
const mostDrawn = 36;

/**
 * A measure by period, with published growth beside a level.
 * @param freq the frequency; default: as `series` chooses
 * @param evenly adds a row for every missing year or month, so that a chart's axis is to scale; only the last 36 rows
 */
export function course(
  indicator: Indicator,
  measure: MeasureName,
  withGrowth: boolean,
  evenly: boolean,
  asof: string | undefined,
  freq?: Frequency,
): Result<Course> {
  const read = series({ indicator, measure, asof, freq });
  if (!read.ok) return read;
  const { points, breaks } = read.value;
  const known = new Map(points.map((point) => [point.period, point.figure]));
  // A chart ends at the last figure.
  const charted = points.flatMap(({ period, figure }) => (figure ? [period] : []));
  const periods = evenly ? grid(charted).slice(-mostDrawn) : [...known.keys()];
  const moments: Moment[] = [];
  periods.forEach((period, index) => {
    const value = known.get(period);
    const answer = withGrowth && value ? figure({ indicator, measure: "growth", period, asof }) : undefined;
    moments.push({
      period,
      ...(value ? { value } : {}),
      ...(answer?.ok ? { growth: answer.value } : {}),
    });
    // An empty row keeps a line from crossing a break.
    const next = periods[index + 1];
    const broken = breaks.some(({ after }) => next && endMonth(period) <= after && after < endMonth(next));
    // A table without a chart has no such row, because it would hinder sorting.
    if (broken && evenly) moments.push("break");
  });
  return { ok: true, value: { moments, breaks } };
}

/** All periods of one kind from the first to the last; mixed kinds unchanged. */
export function grid(periods: readonly Period[]): Period[] {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return [];
  const kinds = new Set(periods.map(kindOf));
  if (kinds.size === 1 && kinds.has("annual")) {
    return range(periodParts(first).year, periodParts(last).year).flatMap(
      (year) => periodOf(year, 1, 12) ?? [],
    );
  }
  const single = kinds.size === 1 && kinds.has("month");
  const toDate = periods.every((period) => periodParts(period).first === 1);
  if (!single && !toDate) return [...periods];
  return range(endOf(first), endOf(last)).flatMap((end) => {
    const month = ((end - 1) % 12) + 1;
    const year = (end - month) / 12;
    // January to January is never published.
    if (!single && month === 1) return [];
    return periodOf(year, single ? month : 1, month) ?? [];
  });
}

/**
 * A day as a date serial of Excel.
 * @param day YYYY-MM-DD
 * @param from1904 whether in the 1904 date system
 */
export function dayNumber(day: string, from1904: boolean): number {
  const [year = 1900, month = 1, date = 1] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date) / 86_400_000 + 25_569 - (from1904 ? 1462 : 0);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The indicators' measure that is not growth, if all have the same; else growth. */
export function commonMeasure(indicators: readonly Indicator[]): MeasureName {
  const measures = new Set(indicators.map((indicator) => valueMeasure(indicator) ?? "growth"));
  const [only] = measures;
  return measures.size === 1 && only !== undefined ? only : "growth";
}
