import type { Indicator, MeasureName, Period, UnitName } from "../../dataset";
import { unitPowers, valueMeasure } from "../../dataset";
import { formula as printed } from "../../functions/formula/printCall";
import type { Formula } from "../plan";

/** A call of one of our functions, without "=", for use inside a formula. */
function call(id: string, ...args: readonly (string | number | boolean | undefined)[]): string {
  return printed(id, args).slice(1);
}

/**
 * A call of one of our functions as a cell. Arguments at the end that are undefined are left out, those between stay
 * empty.
 */
export function formula(id: string, ...args: readonly (string | number | boolean | undefined)[]): Formula {
  return { formula: printed(id, args) };
}

/**
 * The formula for one figure, with its period written out.
 * @param unit of amounts; default: the base unit
 */
export function figureFormula(
  indicator: Indicator,
  measure: MeasureName,
  period: Period,
  unit?: UnitName,
): Formula {
  const { code } = indicator;
  if (measure === "growth") return formula("GROWTH", code, period);
  if (measure === "computed growth") return formula("GROWTH", code, period, "computed");
  if (measure === valueMeasure(indicator)) return formula("VALUE", code, period, unit);
  // Derived measures come from ECOM.SERIES with the period as both ends. The divisor is written with all its zeros,
  // because Excel would change 1E8.
  const divided = unit ? `/${10 ** unitPowers[unit]}` : "";
  return { formula: `=INDEX(${call("SERIES", code, measure, period, period, false)},1,2)${divided}` };
}
