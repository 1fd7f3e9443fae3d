import { axisSpan, niceTicks } from "./scale";

/** A point of the chart. `at` is in months since year 0, so that the time axis is to scale. */
export interface Point<P extends string = string> {
  period: P;
  at: number;
  /** In the unit of the axis. */
  value: number;
  /** Provisional figures are drawn hollow. */
  provisional: boolean;
}

/** The content of a chart, in months and values. */
export interface LinePlan<P extends string = string> {
  /** The points of each line. No line crosses a break, nor a year's end where cumulative figures restart. */
  lines: Point<P>[][];
  points: Point<P>[];
  /** The definition breaks, between two months. */
  breaks: number[];
  yTicks: number[];
  xTicks: { at: number; label: string }[];
}

/**
 * The end of a month in months since year 0. `month` is 1 to 12. One less than `endOf`, because distances are all
 * that charts use.
 */
export function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}

const yearOf = (at: number) => Math.floor(at / 12);

/**
 * Plans a line chart.
 * @param points oldest first, at least one
 * @param restartsEachYear whether values are cumulative, so that each year is a line of its own
 * @param isNext whether two points are connected; default: all are
 * @param breaks months after which the definition changes; those outside the points are ignored
 * @param monthText the name of a month; without it, the year is the only label of points of one year
 */
export function planLine<P extends string>(
  points: readonly Point<P>[],
  {
    restartsEachYear = false,
    isNext = () => true,
    breaks = [],
    monthText,
  }: {
    restartsEachYear?: boolean;
    isNext?: (before: Point<P>, point: Point<P>) => boolean;
    breaks?: readonly number[];
    monthText?: (at: number) => string;
  } = {},
): LinePlan<P> {
  const lines: Point<P>[][] = [];
  let before: Point<P> | undefined;
  for (const point of points) {
    const last = before;
    const parted =
      !last ||
      !isNext(last, point) ||
      (restartsEachYear && yearOf(last.at) !== yearOf(point.at)) ||
      breaks.some((month) => last.at <= month && month < point.at);
    if (parted) lines.push([point]);
    else lines.at(-1)?.push(point);
    before = point;
  }
  const first = points[0]?.at ?? 0;
  const end = points.at(-1)?.at ?? 0;
  return {
    lines,
    points: [...points],
    breaks: breaks.filter((month) => first <= month && month < end).map((month) => month + 0.5),
    yTicks: niceTicks(...axisSpan(points.map((point) => point.value))),
    xTicks: timeTicks(points, monthText),
  };
}

/** The most labels of the time axis. */
const MOST_TICKS = 5;

/**
 * The labels of the time axis: within one year its first and last month; else years, under the point of a yearly
 * figure or in the middle of the year's months.
 */
function timeTicks(
  points: readonly Point[],
  monthText?: (at: number) => string,
): { at: number; label: string }[] {
  const first = points[0]?.at ?? 0;
  const end = points.at(-1)?.at ?? 0;
  if (monthText && yearOf(first) === yearOf(end) && first !== end) {
    return [first, end].map((at) => ({ at, label: monthText(at) }));
  }
  const yearly = points.every((point) => point.at % 12 === 11);
  const years: { at: number; label: string }[] = [];
  for (let year = yearOf(first); year <= yearOf(end); year += 1) {
    const middle = (Math.max(first, year * 12) + Math.min(end, year * 12 + 11)) / 2;
    years.push({ at: yearly ? year * 12 + 11 : middle, label: String(year) });
  }
  const every = Math.ceil(years.length / MOST_TICKS);
  // Counts from the end, so that the newest year has a label.
  return years.filter((_, index) => (years.length - 1 - index) % every === 0);
}
