import { figure } from "../figures/figure";
import { valueMeasure } from "../figures/published";
import {
  series,
  type Frequency,
  type Point,
  type SeriesQuestion,
  type SeriesResult,
} from "../figures/series";
import { liveStore } from "../liveStore";
import { fail, ok, type Result } from "../result";
import type { Store } from "../store";
import { byEnd, endOf, kindOf, periodOf, periodParts, type Kind, type Period } from "../time/period";
import type { Reason } from "../wording/reasons";

/** What series is asked, and how its ends were written. */
export interface FullQuestion extends SeriesQuestion {
  /** The kind of series that each end was written as a part of: "2025-03 YTD" counts from January. Default: that of its name. */
  readonly fromKind?: Kind | undefined;
  readonly toKind?: Kind | undefined;
}

const frequencyOf = (kind: Kind): Frequency => (kind === "half" ? "ytd" : kind);

/** The frequency that the ends say: that of the first, but cumulative where one of two unlike ends is. */
function ofEnds({ from, to, fromKind, toKind }: FullQuestion): Frequency | undefined {
  const [first, last] = [from && (fromKind ?? kindOf(from)), to && (toKind ?? kindOf(to))];
  const [a, b] = [first && frequencyOf(first), last && frequencyOf(last)];
  return a !== b && (a === "ytd" || b === "ytd") ? "ytd" : (a ?? b);
}

/** A year as the first end of months, quarters or cumulative periods begins with its first of them. */
function beginning(q: FullQuestion, freq: Frequency | undefined): Period | undefined {
  const { from, fromKind, measure } = q;
  // Where an index begins is 100.
  const whole = measure !== "index" && from !== undefined && (fromKind ?? kindOf(from)) === "annual";
  return whole && freq !== undefined && freq !== "annual" ? periodOf(periodParts(from).year, 1, 1) : from;
}

/** Between the first and the last figure, every set of months that the series has in any year stands in every year. */
function filled(found: SeriesResult, asof: string | undefined, store: Store): readonly Point[] {
  const { indicator, measure, freq, points } = found;
  // All kinds together have no gaps to speak of, and the points of an index are known by their places.
  const apart = measure === "index" || measure === "chained";
  if (freq === "all" || apart || points.length < 2) return points;
  const whole = series({ indicator, measure, freq, asof }, store);
  const withFigure = (among: readonly Point[]) => among.filter((point) => point.figure !== undefined);
  const sets = new Map(
    withFigure(whole.ok ? whole.value.points : points).map(({ period }) => {
      const { first, last } = periodParts(period);
      return [`${first}-${last}`, [first, last] as const];
    }),
  );
  const there = new Map(points.map((point) => [point.period, point]));
  const known = withFigure(points);
  const [start, end] = [known[0]?.period, known[known.length - 1]?.period];
  if (start === undefined || end === undefined) return points;
  const periods = [...there.keys()];
  for (let year = periodParts(start).year; year <= periodParts(end).year; year++)
    for (const [first, last] of sets.values()) {
      const period = periodOf(year, first, last);
      if (period && !there.has(period) && endOf(period) > endOf(start) && endOf(period) < endOf(end))
        periods.push(period);
    }
  return periods
    .sort(byEnd)
    .map((period) => there.get(period) ?? { period, ...absent(found, period, asof, store) });
}

/** What is known of a period in which a series has no point. */
function absent(
  { indicator, measure }: SeriesResult,
  period: Period,
  asof: string | undefined,
  store: Store,
): Pick<Point, "reason" | "figure"> {
  const one = figure({ indicator, measure, period, asof }, store);
  return one.ok ? { figure: one.value } : { reason: one.reason };
}

/** Other frequencies that may have points where one has none, the likeliest first. */
const others: readonly Frequency[] = ["ytd", "month", "quarter", "annual", "all"];

/** A reason that names what works where there are no points of a kind. */
function pointing(reason: Reason, q: SeriesQuestion, freq: Frequency | undefined, store: Store): Reason {
  if (reason.name !== "no-points") return reason;
  const has = (other: SeriesQuestion) => series(other, store).ok;
  const works = others.find((one) => one !== freq && has({ ...q, freq: one }));
  const alone = freq === "month" || freq === "quarter";
  const level = reason.measure === "level" || reason.measure === "count";
  const single = alone && level && has({ ...q, measure: "single", freq });
  return { ...reason, ...(works ? { works } : {}), ...(single ? { single } : {}) };
}

/**
 * A series as a sheet wants it: nothing that was asked for is dropped without a word.
 *
 * Without a frequency it is that of `from` as it was written, else of `to`; where one of the two counts from January, both do.
 * A year as `from` of other periods begins with its first of them. A period in which nothing was published stands as a point
 * with its reason.
 * @returns what `series` returns; `no-points` names what works
 * @example fullSeries({ indicator: online, measure: "level", from: "2023", to: "2025" }).value.points.length // 3
 */
export function fullSeries(q: FullQuestion, store: Store = liveStore): Result<SeriesResult> {
  const { indicator, to, asof } = q;
  const measure = q.measure ?? valueMeasure(indicator, store);
  const freq = q.freq ?? ofEnds(q);
  const asked: SeriesQuestion = { indicator, measure, from: beginning(q, freq), to, freq, asof };
  if (q.from !== undefined && to !== undefined && endOf(q.from) > endOf(to) && kindOf(q.from) !== "annual")
    return fail({ name: "from-after-to", from: q.from, to });
  const found = series(asked, store);
  if (!found.ok) return fail(pointing(found.reason, asked, freq, store));
  return ok({ ...found.value, points: filled(found.value, asof, store) });
}
