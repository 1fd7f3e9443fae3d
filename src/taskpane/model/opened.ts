import { indicatorOf, type Figure, type IndicatorCode, type MeasureName, type Period } from "../../dataset";
import { periodInView, type State } from "../state";
import { figureOf, mainMeasure, periodsOf, shownMeasures, type IndicatorAt } from "./figures";

/** The open indicator, for the parts of its view. */
export interface Opened extends IndicatorAt {
  measure: MeasureName;
  /** All periods with a figure in a shown measure, newest first. */
  periods: readonly Period[];
  period: Period;
  /** The figure of measure and period; undefined where only the other measure has one. */
  figure: Figure | undefined;
  /** The period's figure in the other measure. */
  other: Figure | undefined;
}

/**
 * The open indicator by the state's choices; by default the period in view and the main measure. If the indicator has
 * no figure for a period, its newest one is used; undefined without any figure.
 */
export function opened(
  state: Pick<State, "settings" | "latest" | "period" | "measure">,
  code: IndicatorCode,
): Opened | undefined {
  const indicator = indicatorOf(code);
  const question = { indicator, asof: state.settings.asof };
  // Single months are shown alone, without other measures.
  const measures = state.measure === "single" ? (["single"] as const) : shownMeasures(indicator);
  const periods = periodsOf(question, measures);
  const reference = periodInView(state);
  const newest = periods[0];
  if (!newest) return undefined;
  const wanted = state.period ?? (reference === "latest" ? newest : reference);
  // The figure's own period: for a stock, "2025-Q1" and "2025-03" are the same.
  const period = measures.flatMap((name) => figureOf(question, name, wanted) ?? [])[0]?.period ?? newest;
  const measure = state.measure ?? mainMeasure(indicator);
  const second = measures.find((name) => name !== measure);
  return {
    ...question,
    measure,
    periods,
    period,
    figure: figureOf(question, measure, period),
    other: second && figureOf(question, second, period),
  };
}
