import { axisSpan, niceTicks } from "./scale";

/** A point of the chart. `at` counts months since year 0, so that distances on the axis are true. */
export interface Point<P extends string = string> {
  period: P;
  at: number;
  /** In the axis's unit. */
  value: number;
  /** Not final yet: drawn hollow. */
  provisional: boolean;
}

/** What is to be drawn, in months and values, not yet in pixels. */
export interface LinePlan<P extends string = string> {
  /**
   * The points to join by a line each. A line never crosses a break, nor the end of a year where a sum starts again.
   */
  lines: Point<P>[][];
  points: Point<P>[];
  /** Where the definition changes, between two months. */
  breaks: number[];
  yTicks: number[];
  xTicks: { at: number; label: string }[];
}

/** The months since year 0 at which a month ends. */
export function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}

const yearOf = (at: number) => Math.floor(at / 12);

/**
 * Plans a line chart.
 * @param points oldest first, at least one
 * @param restartsEachYear whether the values add up from January, so that each year is a line of its own
 * @param isNext whether two points follow each other without a gap; others are not joined. Default: all are joined
 * @param breaks months after which the definition changes; those outside the points are left out
 * @param monthText names a month; without it, points of one year get that year as their only label
 * @param maxTicks how many labels the time axis has room for
 */
export function planLine<P extends string>(
  points: readonly Point<P>[],
  {
    restartsEachYear = false,
    isNext = () => true,
    breaks = [],
    maxTicks = 5,
    monthText,
  }: {
    restartsEachYear?: boolean;
    isNext?: (before: Point<P>, point: Point<P>) => boolean;
    breaks?: readonly number[];
    maxTicks?: number;
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
    xTicks: timeTicks(points, maxTicks, monthText),
  };
}

/** Within one year its first and last month; else years as labels: under the point for yearly figures, else in the middle of the year's months. */
function timeTicks(
  points: readonly Point[],
  maxTicks: number,
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
  const every = Math.ceil(years.length / maxTicks);
  // Counted from the end: the newest year always has its label.
  return years.filter((_, index) => (years.length - 1 - index) % every === 0);
}
