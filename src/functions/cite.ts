import { cite as domainCite, ok, readChoice, sourceOf, styleChoices } from "../dataset";
import type { EcomFunction } from "./answer";
import { plainValue, readIndicator, readPeriod } from "./arguments";
import { chosenFigure } from "./chosen";

/** CITE(indicator, [period], [style]): the chosen figure's source in one cell: text (default), apa, gbt7714, bibtex, url. */
export const cite: EcomFunction = ([indicator, period, style], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const asked = readPeriod(period, settings);
  if (!asked.ok) return asked;
  const word = plainValue(style, "style");
  if (!word.ok) return word;
  const chosen = readChoice(styleChoices, word.value);
  if (!chosen.ok) return chosen;
  const answer = chosenFigure(found.value, asked.value ?? settings.period, settings.asof);
  if (!answer.ok) return answer;
  const source = sourceOf(answer.value.observation.source);
  return ok(domainCite(source, chosen.value ?? "text", settings.language));
};
