import { decimals, fail, figure, inUnit, ok, valueMeasure, type Figure } from "../../dataset/first";
import { dated, ecomFunction, figureAnswer } from "../answer";
import { asof, indicator, period, unit } from "../arguments/arguments";

const formatMarks = { exact: "", approx: '"≈"', at_least: '">"' } as const;

/**
 * The number format of an amount in a chosen unit: the decimals that were published, at most six, and no unit's name,
 * which belongs in a heading.
 */
function formatIn(power: number, { observation, qualifier }: Figure): string {
  const places = power - observation.unitMult + decimals(observation.obsValue);
  const zeros = "0".repeat(Math.max(0, Math.min(6, places)));
  return `${formatMarks[qualifier]}#,##0${zeros === "" ? "" : `.${zeros}`}`;
}

/**
 * VALUE(indicator, [period], [unit], [asof]): the indicator's one measure that is not growth, in base units (yuan,
 * pieces, persons) or in `unit`; percentages are fractions and take no unit.
 */
export const value = dated(
  ecomFunction([indicator, period, unit, asof], ([indicator, period, unit, asof], { language }) => {
    // Where only growth is published, the reason for a missing level says so.
    const measure = valueMeasure(indicator) ?? "level";
    const answer = figure({ indicator, measure, period, asof });
    const amount = measure === "level" || measure === "count";
    // A wrong unit is refused even without a figure. "%" for a percentage is allowed and changes nothing.
    if (unit && amount === unit.percentage) {
      const name = amount ? "percentage-on-amount" : "unit-on-percentage";
      return fail({ name, indicator: indicator.code, given: unit.written });
    }
    if (!answer.ok || unit === undefined || !amount) return figureAnswer(answer, language);
    const value = inUnit(answer.value, unit.power, unit.written);
    return value.ok
      ? ok({ figure: answer.value, value: value.value, format: formatIn(unit.power, answer.value) })
      : value;
  }),
);
