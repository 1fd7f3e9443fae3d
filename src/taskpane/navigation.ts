import type { IndicatorCode } from "../dataset";
import type { State } from "./state";

/** The change of state that opens an indicator; what was chosen for another one before does not carry over. */
export function openIndicator(indicator: IndicatorCode): Partial<State> {
  return { tab: "explore", indicator, period: undefined, measure: undefined, freq: undefined };
}

/** The change of state that leaves the open indicator; search and theme are still as they were. */
export function closeIndicator({ indicator }: Pick<State, "indicator">): Partial<State> {
  return { indicator: undefined, left: indicator };
}
