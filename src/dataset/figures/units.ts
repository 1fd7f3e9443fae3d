import { fail, ok, type Result } from "../result";
import { decimalOf, toNumber } from "./decimal";
import type { Figure } from "./types";

/** Names of powers of ten in which amounts and counts can be asked for. */
export type UnitName = "one" | "thousand" | "wan" | "million" | "yi" | "billion" | "trillion";

/** Each unit's power of ten. */
export const unitPowers: Readonly<Record<UnitName, number>> = {
  one: 0,
  thousand: 3,
  wan: 4,
  million: 6,
  yi: 8,
  billion: 9,
  trillion: 12,
};

/** All units, smallest first. */
export const unitNames = Object.keys(unitPowers) as readonly UnitName[];

/**
 * A figure's value in a unit or power of ten, exact for a published figure.
 * @param written the unit as written, for the sentence
 * @returns `unit-on-percentage` where the figure is a percentage, percentage points or an index
 * @example inUnit(amount, "billion") // 3624.2
 */
export function inUnit(figure: Figure, unit: UnitName | number, written = String(unit)): Result<number> {
  const { observation, derived, indicator } = figure;
  const amount = observation.measure === "LEVEL" || observation.measure === "COUNT";
  const ratio = figure.measure === "computed growth" || figure.measure === "index";
  if (!amount || ratio)
    return fail({ name: "unit-on-percentage", indicator: indicator.code, given: written });
  const power = typeof unit === "number" ? unit : unitPowers[unit];
  return ok(derived ? figure.value / 10 ** power : toNumber(decimalOf(observation), -power));
}
