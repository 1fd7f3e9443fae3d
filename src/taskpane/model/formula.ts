import type { Indicator, MeasureName, Period } from "../../dataset";
import { formula } from "../../functions/formula";

/**
 * The formula in English form that asks for a figure with its period written out, so that it never changes by itself.
 * @param form "formula" for one figure, "series" for all periods of a kind
 */
export function formulaFor(
  indicator: Indicator,
  measure: MeasureName,
  period: Period,
  form: "formula" | "series",
): string {
  if (form === "series") return formula("SERIES", [indicator.code, measure]);
  return formula(measure === "growth" ? "GROWTH" : "VALUE", [indicator.code, period]);
}
