import type { Indicator } from "../../data/rows";
import { liveStore } from "../liveStore";
import { keyOf, type Store } from "../store";
import { byEnd, endOf, lengthOf, periodOf, periodParts, toDate, type Period } from "../time/period";
import type { Reason } from "../wording/reasons";
import { decimalOf, toNumber } from "./decimal";
import { isDerived, measureName, measureNames, type MeasureName } from "./measures";
import type { Cell, Figure, Observation } from "./types";

/** The reference period of a workbook that has chosen none. */
export const DEFAULT_REFERENCE = "2025-Q1" as Period;

/**
 * The indicator's one measure that is not growth.
 * @returns undefined where only growth is published
 * @example valueMeasure(online) // "level"
 */
export function valueMeasure(indicator: Indicator, store: Store = liveStore): MeasureName | undefined {
  for (const measure of store.book(indicator.code).cells.keys()) if (measure !== "growth") return measure;
  return undefined;
}

/**
 * The measures that an indicator has: published ones first, then those that may be derived.
 * @example measuresOf(digital) // ["growth"]
 */
export function measuresOf(indicator: Indicator, store: Store = liveStore): readonly MeasureName[] {
  const published = store.book(indicator.code).cells;
  const value = valueMeasure(indicator, store);
  const level = value === "level" || value === "count";
  return measureNames.filter((name) => {
    if (!isDerived(name)) return published.has(name);
    if (name === "difference") return value !== undefined;
    if (name === "chained") return level && indicator.nature === "flow" && published.has("growth");
    return name === "single" ? level && indicator.nature === "flow" : level;
  });
}

const noObservations: readonly Observation[] = [];

/** Makes the figure of an observation; `others` are those of other sources for the same period. */
function make(
  indicator: Indicator,
  measure: MeasureName,
  cell: Cell,
  chosen: Observation,
  others: readonly Observation[],
): Figure {
  return {
    indicator,
    measure,
    period: cell.period,
    value: toNumber(decimalOf(chosen)),
    derived: false,
    qualifier: chosen.qualifier,
    observation: chosen,
    parts: noObservations,
    others,
    caveats: chosen.note ? [chosen.note] : [],
    provisional: chosen.status === "P",
  };
}

/**
 * A published figure without comparison to what others published. Its only caveat is the observation's own note.
 * @example figureOf(observationsOf("DIGITAL_PRODUCTS")[0]) // "+7.4%"
 */
export function figureOf(observation: Observation, store: Store = liveStore): Figure {
  const cell = { period: observation.period, observations: [observation] };
  const indicator = store.indicator(observation.indicator);
  return make(indicator, measureName(observation.measure), cell, observation, noObservations);
}

/**
 * The published figure of a period, chosen among those known at a day.
 * @returns undefined where nothing was published by then
 * @example published(digital, "growth", "2025-Q1", undefined, liveStore) // "+7.4%"
 */
export function published(
  indicator: Indicator,
  measure: MeasureName,
  period: Period,
  asof: string | undefined,
  store: Store,
): Figure | undefined {
  const cell = store.book(indicator.code).cells.get(measure)?.get(keyOf(indicator, period));
  if (cell === undefined) return undefined;
  const all = cell.observations;
  if (asof === undefined) {
    return (cell.figure ??= make(indicator, measure, cell, all[0] as Observation, all.slice(1)));
  }
  const [first, ...others] = all.filter((observation) => observation.known <= asof);
  return first === undefined ? undefined : make(indicator, measure, cell, first, others);
}

/**
 * The periods with a published figure known at a day, oldest first. Without a day all of them; empty for a derived
 * measure, which nobody publishes.
 * @example periodsOf(digital, "growth", "2025-06-30") // ["2025-Q1","2025-05 YTD"]
 */
export function periodsOf(
  indicator: Indicator,
  measure: MeasureName,
  asof: string | undefined,
  store: Store = liveStore,
): Period[] {
  const cells = store.book(indicator.code).cells.get(measure)?.values() ?? [];
  return [...cells]
    .filter(
      (cell) => asof === undefined || cell.observations.some((observation) => observation.known <= asof),
    )
    .map((cell) => cell.period)
    .sort(byEnd);
}

/** The periods of all figures known at a day, of any measure. */
const periodsKnown = (indicator: Indicator, asof: string | undefined, store: Store): Period[] =>
  store
    .book(indicator.code)
    .observations.filter((observation) => asof === undefined || observation.known <= asof)
    .map((observation) => observation.period)
    .sort(byEnd);

/**
 * The period with the latest end among an indicator's figures of any measure known at `asof` (default: all); of
 * several the longest; undefined without any.
 * @example latestPeriod(online) // "2025"
 */
export function latestPeriod(
  indicator: Indicator,
  asof?: string,
  store: Store = liveStore,
): Period | undefined {
  return periodsKnown(indicator, asof, store).pop();
}

/**
 * The period with the earliest end among an indicator's figures of any measure known at `asof` (default: all);
 * undefined without any.
 * @example firstPeriod(online) // "2014"
 */
export function firstPeriod(indicator: Indicator, asof?: string): Period | undefined {
  return periodsKnown(indicator, asof, liveStore)[0];
}

/**
 * The nearest of some periods: fewest months between the ends, then the same length, then the earlier; undefined of
 * none.
 * @example nearest("2025-Q2", ["2024-Q2", "2025-Q1", "2025-07"]) // "2025-07"
 */
export function nearest(period: Period, among: readonly Period[]): Period | undefined {
  const far = (other: Period) => Math.abs(endOf(other) - endOf(period));
  const like = (other: Period) => (lengthOf(other) === lengthOf(period) ? 0 : 1);
  const begin = (other: Period) => endOf(other) - lengthOf(other);
  return [...among].sort(
    (a, b) => far(a) - far(b) || like(a) - like(b) || endOf(a) - endOf(b) || begin(a) - begin(b),
  )[0];
}

/**
 * The reason why a figure was not published, with the nearest period that has one.
 * @param fits which other periods may be suggested; default all
 */
export function whyNot(
  indicator: Indicator,
  measure: MeasureName,
  period: Period,
  asof: string | undefined,
  store: Store,
  fits: (other: Period) => boolean = () => true,
): Reason {
  const code = indicator.code;
  const book = store.book(code);
  const cell = book.cells.get(measure)?.get(keyOf(indicator, period));
  if (cell !== undefined && asof !== undefined) {
    const released = cell.observations.map((observation) => observation.known).sort()[0] ?? "";
    return { name: "not-yet-released", indicator: code, period, asof, released };
  }
  if (!book.cells.has(measure)) return withoutMeasure(indicator, measure, store, period);
  const ending = store
    .breaksOf(code)
    .find((candidate) => candidate.successor !== undefined && endMonthAfter(period, candidate.after));
  if (ending?.successor !== undefined) {
    return { name: "series-ended", indicator: code, after: ending.after, successor: ending.successor };
  }
  const periods = periodsOf(indicator, measure, asof, store);
  const near = nearest(period, periods.filter(fits));
  // January is published only together with February.
  const { year, last } = periodParts(period);
  const upTo = (last === 1 ? periodOf(year, 1, 2) : undefined) ?? toDate(period);
  const alone = periodParts(period).first > 1 || lengthOf(period) === 1;
  return {
    name: "no-figure",
    indicator: code,
    measure,
    period,
    ...(near === undefined ? {} : { nearest: near }),
    ...(alone && upTo !== period && periods.includes(upTo) ? { cumulative: upTo } : {}),
  };
}

const endMonthAfter = (period: Period, after: string) => {
  const [year = 0, month = 0] = after.split("-").map(Number);
  return endOf(period) > year * 12 + month;
};

/**
 * The reason why an indicator lacks a measure, with the measure that it has.
 * @param wanted the period for which that is suggested, if it has it; else its latest
 */
export function withoutMeasure(
  indicator: Indicator,
  measure: MeasureName,
  store: Store,
  wanted: Period | "latest" = DEFAULT_REFERENCE,
): Reason {
  const value = valueMeasure(indicator, store);
  const code = indicator.code;
  const [beside] = store.book(code).cells.size === 0 ? store.book(code).beside : [];
  if (beside !== undefined) return { name: "only-since", indicator: code, period: beside.period };
  const other = store.book(code).cells.get(value ?? "growth");
  const there = wanted !== "latest" && other?.has(keyOf(indicator, wanted));
  const when = !there ? ({ when: "latest" } as const) : wanted === DEFAULT_REFERENCE ? {} : { when: wanted };
  if (value === undefined) return { name: "only-growth", indicator: code, ...when };
  if (measure === "growth") return { name: "no-growth", indicator: code, has: value, ...when };
  return { name: "no-measure", indicator: code, measure, has: measuresOf(indicator, store) };
}
