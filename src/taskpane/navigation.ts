import { indicatorOf, type IndicatorCode, type Period } from "../dataset";
import type { State } from "./state";

/**
 * The change of state that opens an indicator; what was chosen for another one before does not carry over.
 * @param period the one of the figure that was pressed; default: the period in view
 */
export function openIndicator(indicator: IndicatorCode, period?: Period): Partial<State> {
  return { tab: "explore", indicator, period, measure: undefined, freq: undefined, notice: undefined };
}

/** The change of state that leaves the open indicator; search and theme are still as they were. */
export function closeIndicator({ indicator }: Pick<State, "indicator">): Partial<State> {
  return { indicator: undefined, left: indicator, notice: undefined };
}

/** The change of state that leaves out what stands on no data any more, after a table of the user's was read or removed. */
export function withoutGone(state: State): Partial<State> {
  const there = (code: IndicatorCode | undefined) => code !== undefined && Boolean(indicatorOf(code));
  const { own } = state.sheet;
  return {
    indicator: there(state.indicator) ? state.indicator : undefined,
    left: undefined,
    theme: undefined,
    pinned: state.pinned.filter(there),
    recent: state.recent.filter(there),
    sheet: { ...state.sheet, own: { ...own, indicators: own.indicators.filter(there) } },
  };
}
