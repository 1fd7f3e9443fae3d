import {
  decimals,
  fail,
  figure,
  inUnit,
  ok,
  unitChoices,
  unitPowers,
  valueMeasure,
  type Figure,
  type UnitName,
} from "../../dataset";
import { dated, ecomFunction, figureAnswer } from "../answer";
import { asof, choice, indicator, period } from "../arguments/arguments";

const marks = { exact: "", approx: '"≈"', at_least: '">"' } as const;

/**
 * The format of an amount in a unit that was asked for: with the decimals that were published, at most six. The unit is
 * not written behind the number: who asks for billions names them in a heading.
 */
function formatIn(unit: UnitName, { observation, qualifier }: Figure): string {
  const places = unitPowers[unit] - observation.unitMult + decimals(observation.obsValue);
  const zeros = "0".repeat(Math.max(0, Math.min(6, places)));
  return `${marks[qualifier]}#,##0${zeros === "" ? "" : `.${zeros}`}`;
}

/**
 * VALUE(indicator, [period], [unit], [asof]): the indicator's one measure that is not growth, in base units (yuan,
 * pieces, persons) or in the unit named; percentages are fractions and take no unit.
 */
export const value = dated(
  3,
  ecomFunction(
    [indicator, period, choice(unitChoices), asof],
    ([indicator, period, unit, asof], { language }) => {
      // Where only growth is published there is no level either, and the reason says so.
      const measure = valueMeasure(indicator) ?? "level";
      const found = figure({ indicator, measure, period, asof });
      // A wrong unit is wrong whether there is a figure or not.
      if (unit && measure !== "level" && measure !== "count")
        return fail({ name: "unit-on-percentage", indicator: indicator.code, given: unit });
      if (!found.ok || unit === undefined) return figureAnswer(found, language);
      const value = inUnit(found.value, unit);
      return value.ok
        ? ok({ figure: found.value, value: value.value, format: formatIn(unit, found.value) })
        : value;
    },
  ),
);
