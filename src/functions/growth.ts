import { basisChoices, figure, readChoice } from "../dataset";
import { figureAnswer, type EcomFunction } from "./answer";
import { plainValue, readAsof, readIndicator, readPeriod } from "./arguments";

/**
 * GROWTH(indicator, [period], [basis], [asof]): growth on a year earlier, a fraction shown as a percentage.
 * basis: "published" (default) or "computed" from published levels, which is derived.
 */
export const growth: EcomFunction = ([indicator, period, basis, asof], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const asked = readPeriod(period, settings);
  if (!asked.ok) return asked;
  const word = plainValue(basis, "basis");
  if (!word.ok) return word;
  const chosen = readChoice(basisChoices, word.value);
  if (!chosen.ok) return chosen;
  const day = readAsof(asof, settings);
  if (!day.ok) return day;
  const measure = chosen.value === "computed" ? "computed growth" : "growth";
  const question = {
    indicator: found.value,
    measure,
    period: asked.value ?? settings.period,
    asof: day.value,
  } as const;
  return figureAnswer(figure(question), settings.language);
};
