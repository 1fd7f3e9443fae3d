import { indicatorOf, type IndicatorCode, type Period } from "../dataset";
import type { State } from "./state";

/**
 * The change of state that opens an indicator and drops choices made for another one.
 * @param period that of the figure that was clicked; default: the period in view
 */
export function openIndicator(indicator: IndicatorCode, period?: Period): Partial<State> {
  return { tab: "explore", indicator, period, measure: undefined, freq: undefined, notice: undefined };
}

/** The change of state that closes the open indicator; search and theme stay. */
export function closeIndicator({ indicator }: Pick<State, "indicator">): Partial<State> {
  return { indicator: undefined, closedIndicator: indicator, notice: undefined };
}

/**
 * The change of state that drops what no data support any more, after a user's table was read or removed. The view
 * "indicator" closes if its indicator is one of those.
 */
export function withoutGone(state: State): Partial<State> {
  const exists = (code: IndicatorCode | undefined) => code !== undefined && Boolean(indicatorOf(code));
  const { own } = state.sheet;
  return {
    indicator: exists(state.indicator) ? state.indicator : undefined,
    closedIndicator: undefined,
    theme: undefined,
    pinned: state.pinned.filter(exists),
    recent: state.recent.filter(exists),
    sheet: { ...state.sheet, own: { ...own, indicators: own.indicators.filter(exists) } },
  };
}
