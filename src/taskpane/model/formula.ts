import { series, type Indicator, type MeasureName, type Period } from "../../dataset";
import { figureFormula, formula } from "../../sheets/layout/formulas";
import type { Freq } from "../state";

/**
 * The formula for a figure or a whole series, in English form, as "Insert" would write it: its periods are explicit,
 * so that it never changes by itself.
 * @param kind the frequency of a series; default: as `series` chooses
 * @param asof the workbook's data date, which decides where a series ends
 */
export function formulaFor(
  indicator: Indicator,
  measure: MeasureName,
  period: Period,
  form: "formula" | "series",
  asof: string | undefined,
  kind?: Freq,
): string {
  const answer = form === "series" ? series({ indicator, measure, asof, freq: kind }) : undefined;
  if (!answer?.ok) return figureFormula(indicator, measure, period).formula;
  const { points, freq } = answer.value;
  return formula("SERIES", indicator.code, measure, points[0]?.period, points.at(-1)?.period, true, freq)
    .formula;
}
