import { indicatorOf, type IndicatorCode } from "../dataset";
import type { State } from "./state";

/** The change of state that opens an indicator; what was chosen for another one before does not carry over. */
export function openIndicator(indicator: IndicatorCode): Partial<State> {
  return { tab: "explore", indicator, period: undefined, measure: undefined, freq: undefined };
}

/** The change of state that leaves the open indicator; search and theme are still as they were. */
export function closeIndicator({ indicator }: Pick<State, "indicator">): Partial<State> {
  return { indicator: undefined, left: indicator };
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
