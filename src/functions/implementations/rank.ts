import { ok, rank as domainRank, themeChoices } from "../../dataset";
import { ecomFunction, figureCell } from "../answer";
import { choice, count, period } from "../arguments/arguments";

/** RANK([theme], [period], [count]): the fastest growing of exactly one period: rank, label, growth, code. */
export const rank = ecomFunction(
  [choice(themeChoices), period, count],
  ([theme, period, count], { language, asof }) => {
    const found = domainRank(theme, period, count ?? 10, asof);
    if (!found.ok) return found;
    return ok(
      found.value.map(({ rank: place, figure }) => [
        place,
        figure.indicator.label[language],
        figureCell(figure, language),
        figure.indicator.code,
      ]),
    );
  },
);
