import { ok, rank as domainRank, themeChoices } from "../../dataset/first";
import { ecomFunction, figureCell } from "../answer";
import { choice, count, flag, period } from "../arguments/arguments";
import { headings, measureHeading } from "../headings";

/**
 * RANK([theme], [period], [count], [headers]): rank, label, growth and code of the fastest growing indicators in
 * exactly this period; ten by default.
 */
export const rank = ecomFunction(
  [choice(themeChoices), period, count, flag("headers", false)],
  ([theme, period, count, headers], { language, asof }) => {
    const ranking = domainRank(theme, period, count ?? 10, asof);
    if (!ranking.ok) return ranking;
    const rows = ranking.value.map(({ rank: place, figure }) => [
      place,
      figure.indicator.label[language],
      figureCell(figure, language),
      figure.indicator.code,
    ]);
    const { rank, label, code } = headings;
    const top = [rank[language], label[language], measureHeading("growth", language), code[language]];
    return ok(headers ? [top, ...rows] : rows);
  },
);
