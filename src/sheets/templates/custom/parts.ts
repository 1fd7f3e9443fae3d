import {
  byEnd,
  endMonth,
  indicatorOf,
  isDerived,
  keyOf,
  periodOf,
  periodParts,
  series,
} from "../../../dataset";
import type { Break, Figure, Indicator, MeasureName, Period, Point, Reason } from "../../../dataset";
import type { CustomSheet } from "../../../workbook/insertion";
import { formula } from "../../layout/formulas";
import type { Request } from "../../layout/request";
import type { Formula } from "../../plan";
import { grid } from "../../single/time";

/** A column: a measure of an indicator by period. */
export interface Course {
  indicator: Indicator;
  measure: MeasureName;
  at: (period: Period) => Figure | undefined;
  /** The formula of a figure that cannot be asked for alone. */
  formulaAt: (period: Period) => Formula | undefined;
}

/** A table with its charts: one unit in each column, one kind of periods. */
export interface Part {
  /** Undefined for several measures of one indicator. */
  measure: MeasureName | undefined;
  courses: readonly Course[];
  /** "stock" if all indicators are stocks, whose figures are at the ends of periods. */
  nature: "stock" | undefined;
  /** Oldest first, with a break between two periods that do not compare. */
  rows: readonly (Period | "break")[];
  /** Parts of the rows for charts, each with periods of one length at even distances. */
  spans: readonly Span[];
}

/** The periods in one chart. */
export interface Span {
  /** The last month of cumulative periods, the same in each year. Absent: single months or quarters. */
  month?: number;
  rows: readonly (Period | "break")[];
}

/** A choice without any figure. */
export interface Lacking {
  measure: MeasureName;
  indicator: Indicator;
  reason: Reason;
}

/** A cell that is blank because its figure is refused, not because nothing was published. */
export interface Blank extends Lacking {
  period: Period;
}

/** Reasons that refuse a figure although its parts are published. */
const refusals: readonly Reason["name"][] = ["two-bases", "too-rough", "break-between", "growth-missing"];

/** The most columns of figures on a page. */
const mostColumns = 5;

/** The most rows, which a chart of columns can show. */
const mostRows = 36;

/** A course with its points, from which tables are made. */
interface PointedCourse extends Course {
  points: readonly Point[];
}

/** The tables of a page: one for a single indicator, else one for each measure and unit, of at most five. */
export function partsOf(
  custom: CustomSheet,
  request: Request,
): { parts: Part[]; lacking: Lacking[]; blank: readonly Blank[] } {
  const indicators = [...new Set(custom.indicators)].map(indicatorOf);
  const { from, freq } = custom;
  const lacking: Lacking[] = [];
  const blank: Blank[] = [];
  const breaks: Break[] = [];
  const courses: PointedCourse[] = [];
  for (const measure of new Set(custom.measures))
    for (const indicator of indicators) {
      const answer = series({ indicator, measure, from, to: request.period, freq, asof: request.asof });
      if (!answer.ok) {
        lacking.push({ measure, indicator, reason: answer.reason });
        continue;
      }
      const { points } = answer.value;
      breaks.push(...answer.value.breaks);
      for (const { figure, period, reason } of points)
        if (figure === undefined && reason && refusals.includes(reason.name))
          blank.push({ measure, indicator, period, reason });
      courses.push(courseOf(indicator, measure, points, freq));
    }
  const tables =
    indicators.length === 1
      ? chunks(courses)
      : [...groups(courses).values()].flatMap((group) => chunks(group));
  const parts = tables.map((table) => ({
    measure: indicators.length === 1 ? undefined : table[0]?.measure,
    ...partOf(table, breaks, freq),
  }));
  return { parts, lacking, blank };
}

/** The course of a measure of an indicator, with the formula of each period. */
function courseOf(
  indicator: Indicator,
  measure: MeasureName,
  points: readonly Point[],
  freq: CustomSheet["freq"],
): PointedCourse {
  const figures = new Map(points.map(({ period, figure }) => [keyOf(indicator, period), figure]));
  return {
    indicator,
    measure,
    points,
    at: (period) => figures.get(keyOf(indicator, period)),
    formulaAt(period) {
      if (measure !== "index" && measure !== "chained") return undefined;
      const place = points.findIndex((point) => point.period === period);
      const [first, last] = [points[0]?.period, points.at(-1)?.period];
      const wholeSeries = formula("SERIES", indicator.code, measure, first, last, false, freq);
      return { formula: `=INDEX(${wholeSeries.formula.slice(1)},${place + 1},2)` };
    },
  };
}

/** A table of some courses: its rows, and the parts of them for charts. */
function partOf(
  courses: readonly PointedCourse[],
  breaks: readonly Break[],
  freq: CustomSheet["freq"],
): Omit<Part, "measure"> {
  const codes = courses.map(({ indicator }) => indicator.code);
  const isBroken = (period: Period, next: Period | undefined): boolean =>
    next !== undefined &&
    breaks.some(
      ({ indicator, after }) =>
        codes.includes(indicator) && endMonth(period) <= after && after < endMonth(next),
    );
  const withBreaks = (periods: readonly Period[]): (Period | "break")[] =>
    periods.flatMap((period, index) =>
      isBroken(period, periods[index + 1]) ? [period, "break" as const] : [period],
    );
  const known = courses.flatMap(({ points }) =>
    points.flatMap(({ period, figure }) => (figure ? [period] : [])),
  );
  const sorted = [...new Set(known)].sort(byEnd);
  return {
    courses,
    nature: courses.every(({ indicator }) => indicator.nature === "stock") ? "stock" : undefined,
    rows: withBreaks(sorted.slice(-mostRows)),
    spans:
      freq === "annual" || freq === "ytd"
        ? monthsOf(sorted).map((month) => ({ month, rows: withBreaks(eachYear(sorted, month)) }))
        : [{ rows: withBreaks(grid(sorted).slice(-mostRows)) }],
  };
}

/** The last months of the cumulative periods that are compared over the years: the latest one, and December. */
const monthsOf = (periods: readonly Period[]): number[] => [
  ...new Set(
    periods
      .slice(-1)
      .map((period) => periodParts(period).last)
      .concat(12),
  ),
];

/** The cumulative periods up to a month, for every year from the first to the last one known. */
function eachYear(periods: readonly Period[], month: number): Period[] {
  const years = periods.map(periodParts).flatMap(({ year, last }) => (last === month ? [year] : []));
  const [from = 0, to = -1] = [years[0], years.at(-1)];
  return Array.from({ length: to - from + 1 }, (_, index) => periodOf(from + index, 1, month)).flatMap(
    (period) => period ?? [],
  );
}

/** Groups columns that one table may hold: one measure, one unit. */
function groups(courses: readonly PointedCourse[]): Map<string, PointedCourse[]> {
  const byKey = new Map<string, PointedCourse[]>();
  for (const course of courses) {
    const unit = course.points.find(({ figure }) => figure)?.figure?.observation.unitMeasure ?? "";
    const { measure } = course;
    const oneUnit = isDerived(measure) && measure !== "difference" && measure !== "single";
    const key = `${measure} ${oneUnit ? "" : unit}`;
    byKey.set(key, [...(byKey.get(key) ?? []), course]);
  }
  return byKey;
}

function chunks<T>(all: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let from = 0; from < all.length; from += mostColumns) rows.push(all.slice(from, from + mostColumns));
  return rows;
}
