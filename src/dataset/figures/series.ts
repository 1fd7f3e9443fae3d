import type { Break, Indicator } from "../../data/rows";
import { liveStore } from "../liveStore";
import { fail, ok, type Result } from "../result";
import type { Store } from "../store";
import {
  byEnd,
  endMonth,
  endOf,
  isOfKind,
  kindOf,
  lastMonthName,
  periodParts,
  yearName,
  type Period,
} from "../time/period";
import type { Reason } from "../wording/reasons";
import { baseYear, chained, chainOf, chainPeriods } from "./chained";
import { decimalOf, toNumber } from "./decimal";
import { breakBetween, candidates, derivedFigure } from "./derived";
import { figure } from "./figure";
import { callOf, judgesLinks, yearMissing, yearsRest, type Comparison } from "./links";
import { isDerived, type MeasureName } from "./measures";
import { periodsOf, valueMeasure, withoutMeasure } from "./published";
import type { Figure } from "./types";

/** The frequency of a series: years, quarters, single months, January to date, or all together. */
export type Frequency = "annual" | "quarter" | "month" | "ytd" | "all";

/** All frequencies. */
export const frequencies: readonly Frequency[] = ["annual", "quarter", "month", "ytd", "all"];

/** A question for a series. Both ends are included, by their last month; a missing end is open. */
export interface SeriesQuestion {
  readonly indicator: Indicator;
  /** Default: the indicator's one measure that is not growth, else growth. */
  readonly measure?: MeasureName | undefined;
  readonly from?: Period | undefined;
  readonly to?: Period | undefined;
  /** Default: the kind of `from`, else of `to`, else annual with three annual points or more, else ytd, else month. */
  readonly freq?: Frequency | undefined;
  readonly asof?: string | undefined;
}

/** A point: a figure, or the reason for its absence, which a chart must draw as a gap. */
export interface Point {
  readonly period: Period;
  readonly figure?: Figure;
  readonly reason?: Reason;
}

/** A series, oldest first. */
export interface SeriesResult {
  readonly indicator: Indicator;
  readonly measure: MeasureName;
  readonly freq: Frequency;
  readonly points: readonly Point[];
  /** Definition breaks between the first and the last point. */
  readonly breaks: readonly Break[];
  /** The base year of chained levels. */
  readonly year?: number;
}

/** Whether a period belongs to a series of this frequency; of a stock's only the last month counts. */
function belongs(indicator: Indicator, period: Period, freq: Frequency): boolean {
  if (freq === "all") return true;
  if (indicator.nature !== "stock") return isOfKind(period, freq);
  const month = endOf(period) % 12;
  return freq === "annual" ? month === 0 : freq === "quarter" ? month % 3 === 0 : true;
}

/** The name of a point. A stock's follows the frequency: 2024-12 in a series of years is 2024. */
function pointName(indicator: Indicator, period: Period, freq: Frequency): Period {
  if (indicator.nature !== "stock") return period;
  return freq === "annual" ? yearName(period) : freq === "month" ? lastMonthName(period) : period;
}

/** The frequency of a question that names none, see `SeriesQuestion`. */
function defaultFreq(question: SeriesQuestion, measure: MeasureName, periods: readonly Period[]): Frequency {
  const end = question.from ?? question.to;
  if (end !== undefined) {
    const kind = kindOf(end);
    return kind === "half" ? "ytd" : kind;
  }
  if (measure === "single") return "month";
  if (periods.filter((period) => kindOf(period) === "annual").length >= 3) return "annual";
  return periods.some((period) => isOfKind(period, "ytd")) ? "ytd" : "month";
}

/**
 * Turns a series of levels into an index: the first figure becomes 100. Points that do not compare with it, by a
 * break or on another basis, get the reason instead.
 */
export function indexed(
  indicator: Indicator,
  points: readonly Point[],
  asof: string | undefined,
  store: Store,
): Point[] {
  const base = points.find((point) => point.figure !== undefined)?.figure;
  return points.map((point): Point => {
    if (base === undefined || point.figure === undefined) return point;
    const { period, figure: now } = point;
    const { year } = periodParts(now.period);
    const years = { from: periodParts(base.period).year, to: year };
    const comparison: Comparison = { indicator, base: now.measure, measure: "index", asof, store };
    const judged = judgesLinks(store) && (now.measure === "level" || now.measure === "count");
    const missing = judged ? yearMissing(comparison, now.period, years) : undefined;
    const broken = missing ?? breakBetween(indicator, base.period, now.period, store);
    if (broken !== undefined) return { period, reason: broken };
    const first = toNumber(decimalOf(base.observation));
    if (!(first > 0))
      return { period, reason: { name: "no-base", indicator: indicator.code, part: base.period } };
    const parts = now === base ? [now] : [now, base];
    const value = (toNumber(decimalOf(now.observation)) * 100) / first;
    const rest = judged
      ? yearsRest(comparison, now.period, years, () => ({ call: callOf(comparison, "SERIES", "chained") }))
      : {};
    return "reason" in rest
      ? { period, reason: rest.reason }
      : { period, figure: derivedFigure(indicator, "index", period, value, parts, rest.caveat) };
  });
}

/**
 * A series of one frequency, or of all. Periods without a figure are left out.
 * @returns `from-after-to` for ends in the wrong order; the reason for the latest point where no point has a figure
 * @example series({ indicator: online, measure: "growth", frequency: "annual", from: "2023", to: "2024" }).value.points.length // 2
 */
export function series(q: SeriesQuestion, store: Store = liveStore): Result<SeriesResult> {
  const { indicator, asof, from, to } = q;
  if (from !== undefined && to !== undefined && endOf(from) > endOf(to)) {
    return fail({ name: "from-after-to", from, to });
  }
  const base = valueMeasure(indicator, store);
  const measure = q.measure ?? base ?? "growth";
  if (isDerived(measure) && base === undefined) return fail(withoutMeasure(indicator, measure, store));
  const source = isDerived(measure) && base !== undefined ? base : measure;
  const chain = measure === "chained" ? chainOf(indicator, asof, store) : undefined;
  if (chain?.ok === false) return chain;
  const available = chain
    ? chainPeriods(chain.value)
    : measure === "single"
      ? candidates(indicator, source, measure, asof, store)
      : periodsOf(indicator, source, asof, store);
  const freq = q.freq ?? defaultFreq(q, measure, available);
  const within = available
    .filter((period) => belongs(indicator, period, freq))
    .filter((period) => from === undefined || endOf(period) >= endOf(from))
    .filter((period) => to === undefined || endOf(period) <= endOf(to))
    .sort(byEnd);
  const year = chain && baseYear(chain.value, within);
  const answered = within.map((period): Point => {
    const question = { indicator, measure: measure === "index" ? source : measure, period, asof };
    const answer = chain
      ? chained(chain.value, period, year ?? periodParts(period).year)
      : figure(question, store);
    const name = pointName(indicator, period, freq);
    return answer.ok ? { period: name, figure: answer.value } : { period: name, reason: answer.reason };
  });
  const points = measure === "index" ? indexed(indicator, answered, asof, store) : answered;
  const refused = points.filter((point) => point.figure === undefined);
  const lonely = measure === "index" && points.length > 1 && refused.length === points.length - 1;
  if (refused.length === points.length || lonely) {
    const last = refused[refused.length - 1]?.reason;
    return fail(
      last ??
        (available.length === 0 && source === measure
          ? withoutMeasure(indicator, measure, store)
          : { name: "no-points", indicator: indicator.code, measure }),
    );
  }
  const [first, final] = [within[0] as Period, within[within.length - 1] as Period];
  const breaks = store
    .breaksOf(indicator.code)
    .filter((candidate) => endMonth(first) <= candidate.after && candidate.after < endMonth(final));
  return ok({ indicator, measure, freq, points, breaks, ...(year === undefined ? {} : { year }) });
}
