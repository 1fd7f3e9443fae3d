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

/** A question for a series, with the way its ends were written. */
export interface FullQuestion extends SeriesQuestion {
  /** The kind of series that each end was written for, as `writtenKind` tells. Default: the kind of its name. */
  readonly fromKind?: Kind | undefined;
  readonly toKind?: Kind | undefined;
}

const frequencyOf = (kind: Kind): Frequency => (kind === "half" ? "ytd" : kind);

/** The frequency of the ends: that of the first, but cumulative if they differ and one is. */
function ofEnds({ from, to, fromKind, toKind }: FullQuestion): Frequency | undefined {
  const [first, last] = [from && (fromKind ?? kindOf(from)), to && (toKind ?? kindOf(to))];
  const [a, b] = [first && frequencyOf(first), last && frequencyOf(last)];
  return a !== b && (a === "ytd" || b === "ytd") ? "ytd" : (a ?? b);
}

/** A year as the first end of months, quarters or cumulative periods starts with that year's first period. */
function beginning(question: FullQuestion, freq: Frequency | undefined): Period | undefined {
  const { from, fromKind, measure } = question;
  // An index starts (with 100) at exactly the period given.
  const whole = measure !== "index" && from !== undefined && (fromKind ?? kindOf(from)) === "annual";
  return whole && freq !== undefined && freq !== "annual" ? periodOf(periodParts(from).year, 1, 1) : from;
}

/** Adds periods without a figure, so that every year in between has the months that any year has. */
function filled(read: SeriesResult, asof: string | undefined, store: Store): readonly Point[] {
  const { indicator, measure, freq, points } = read;
  // A series of all frequencies has no gaps to fill, and an index is computed from consecutive points.
  const apart = measure === "index" || measure === "chained";
  if (freq === "all" || apart || points.length < 2) return points;
  const unlimited = series({ indicator, measure, freq, asof }, store);
  const withFigure = (among: readonly Point[]) => among.filter((point) => point.figure !== undefined);
  const sets = new Map(
    withFigure(unlimited.ok ? unlimited.value.points : points).map(({ period }) => {
      const { first, last } = periodParts(period);
      return [`${first}-${last}`, [first, last] as const];
    }),
  );
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const known = withFigure(points);
  const [start, end] = [known[0]?.period, known[known.length - 1]?.period];
  if (start === undefined || end === undefined) return points;
  const periods = [...byPeriod.keys()];
  for (let year = periodParts(start).year; year <= periodParts(end).year; year++)
    for (const [first, last] of sets.values()) {
      const period = periodOf(year, first, last);
      if (period && !byPeriod.has(period) && endOf(period) > endOf(start) && endOf(period) < endOf(end))
        periods.push(period);
    }
  return periods
    .sort(byEnd)
    .map((period) => byPeriod.get(period) ?? { period, ...absent(read, period, asof, store) });
}

/** The figure or reason for a period in which a series has no point. */
function absent(
  { indicator, measure }: SeriesResult,
  period: Period,
  asof: string | undefined,
  store: Store,
): Pick<Point, "reason" | "figure"> {
  const result = figure({ indicator, measure, period, asof }, store);
  return result.ok ? { figure: result.value } : { reason: result.reason };
}

/** Frequencies to suggest instead, the most likely first. */
const others: readonly Frequency[] = ["ytd", "month", "quarter", "annual", "all"];

/** Completes a reason with what works, where there are no points of a frequency. */
function pointing(reason: Reason, asked: SeriesQuestion, freq: Frequency | undefined, store: Store): Reason {
  if (reason.name !== "no-points") return reason;
  const has = (wanted: SeriesQuestion) => series(wanted, store).ok;
  const works = others.find((other) => other !== freq && has({ ...asked, freq: other }));
  const alone = freq === "month" || freq === "quarter";
  const level = reason.measure === "level" || reason.measure === "count";
  const single = alone && level && has({ ...asked, measure: "single", freq });
  return { ...reason, ...(works ? { works } : {}), ...(single ? { single } : {}) };
}

/**
 * A series for a sheet. The frequency is by default that of `from` as it was written, else of `to`; if one of them
 * counts from January, cumulative. A year as `from` of shorter periods starts with its first one. A period in which
 * nothing was published is a point with its reason.
 * @returns what `series` returns; `no-points` also says what works
 * @example fullSeries({ indicator: online, measure: "level", from: "2023", to: "2025" }).value.points.length // 3
 */
export function fullSeries(asked: FullQuestion): Result<SeriesResult> {
  const store = liveStore;
  const { indicator, to, asof } = asked;
  const measure = asked.measure ?? valueMeasure(indicator, store);
  const freq = asked.freq ?? ofEnds(asked);
  const question: SeriesQuestion = { indicator, measure, from: beginning(asked, freq), to, freq, asof };
  if (
    asked.from !== undefined &&
    to !== undefined &&
    endOf(asked.from) > endOf(to) &&
    kindOf(asked.from) !== "annual"
  )
    return fail({ name: "from-after-to", from: asked.from, to });
  const read = series(question, store);
  if (!read.ok) return fail(pointing(read.reason, question, freq, store));
  return ok({ ...read.value, points: filled(read.value, asof, store) });
}
