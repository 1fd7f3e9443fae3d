import { indicatorOf, type Figure, type IndicatorCode, type MeasureName, type Period } from "../../dataset";
import { periodInView, type State } from "../state";
import { figureOf, mainMeasure, periodsOf, shownMeasures, type Asked } from "./figures";

/** The open indicator as the view's parts see it. */
export interface Opened extends Asked {
  measure: MeasureName;
  /** All periods with a figure of a measure that is shown, newest first. */
  periods: readonly Period[];
  period: Period;
  /** The figure of measure and period; undefined where only the other measure has one. */
  figure: Figure | undefined;
  /** The figure of the same period in the measure that is not chosen. */
  other: Figure | undefined;
}

/**
 * What the state opens: its choices, and where it makes none the period in view and the indicator's own measure. A period
 * without any figure of the indicator gives way to its newest; undefined where it has no figure at all.
 */
export function opened(
  state: Pick<State, "settings" | "latest" | "period" | "measure">,
  code: IndicatorCode,
): Opened | undefined {
  const indicator = indicatorOf(code);
  const asked = { indicator, asof: state.settings.asof };
  // Single months are months and quarters, and stand beside nothing else.
  const measures = state.measure === "single" ? (["single"] as const) : shownMeasures(indicator);
  const periods = periodsOf(asked, measures);
  const reference = periodInView(state);
  const newest = periods[0];
  if (!newest) return undefined;
  const wanted = state.period ?? (reference === "latest" ? newest : reference);
  // By the figure's own period: of a stock, "2025-Q1" and "2025-03" are one, "at the end of March".
  const period = measures.flatMap((name) => figureOf(asked, name, wanted) ?? [])[0]?.period ?? newest;
  const measure = state.measure ?? mainMeasure(indicator);
  const second = measures.find((name) => name !== measure);
  return {
    ...asked,
    measure,
    periods,
    period,
    figure: figureOf(asked, measure, period),
    other: second && figureOf(asked, second, period),
  };
}
