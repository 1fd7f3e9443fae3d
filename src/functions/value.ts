import { fail, figure, readChoice, unitChoices, valueMeasure } from "../dataset";
import { figureAnswer, figureInUnit, type EcomFunction } from "./answer";
import { plainValue, readAsof, readIndicator, readPeriod } from "./arguments";

/**
 * VALUE(indicator, [period], [unit], [asof]): the indicator's one measure that is not growth, in base units (yuan,
 * pieces, persons) or in the unit named; percentages are fractions and take no unit.
 */
export const value: EcomFunction = ([indicator, period, unit, asof], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const asked = readPeriod(period, settings);
  if (!asked.ok) return asked;
  const word = plainValue(unit, "unit");
  if (!word.ok) return word;
  const chosen = readChoice(unitChoices, word.value);
  if (!chosen.ok) return chosen;
  const day = readAsof(asof, settings);
  if (!day.ok) return day;
  const measure = valueMeasure(found.value);
  if (measure === undefined) return fail({ name: "only-growth", indicator: found.value.code });
  const answer = figure({
    indicator: found.value,
    measure,
    period: asked.value ?? settings.period,
    asof: day.value,
  });
  return answer.ok && chosen.value !== undefined
    ? figureInUnit(answer.value, chosen.value)
    : figureAnswer(answer, settings.language);
};
