import { formula as printed } from "../functions/formula";
import type { Indicator, MeasureName, Period } from "../dataset";
import { valueMeasure } from "../dataset";
import type { Formula } from "./plan";

/** A call of a function of ours as a cell. */
export function formula(id: string, ...args: readonly (string | number | boolean | undefined)[]): Formula {
  return { formula: printed(id, args) };
}

/** The scalar formula for one figure, its period written out. */
export function figureFormula(indicator: Indicator, measure: MeasureName, period: Period): Formula {
  const { code } = indicator;
  if (measure === "growth") return formula("GROWTH", code, period);
  if (measure === "computed growth") return formula("GROWTH", code, period, "computed");
  if (measure === valueMeasure(indicator)) return formula("VALUE", code, period);
  // Derived measures are columns of a series: the one that has only this period.
  const series = printed("SERIES", [code, measure, period, period, false]).slice(1);
  return { formula: `=INDEX(${series},1,2)` };
}
