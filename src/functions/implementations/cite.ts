import { cite as domainCite, ok, sourceOf, styleChoices } from "../../dataset";
import { ecomFunction } from "../answer";
import { choice, indicator, period } from "../arguments/arguments";
import { chosenFigure } from "../arguments/chosen";

/**
 * CITE(indicator, [period], [style]): the source of the period's figure: text (default), apa, gbt7714, bibtex, url.
 */
export const cite = ecomFunction(
  [indicator, period, choice(styleChoices)],
  ([indicator, period, style = "text"], { language, asof }) => {
    const answer = chosenFigure(indicator, period, asof);
    return answer.ok ? ok(domainCite(sourceOf(answer.value.observation.source), style, language)) : answer;
  },
);
