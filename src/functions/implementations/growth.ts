import { basisChoices, figure } from "../../dataset/first";
import { dated, ecomFunction, figureAnswer } from "../answer";
import { asof, choice, indicator, period } from "../arguments/arguments";

/**
 * GROWTH(indicator, [period], [basis], [asof]): growth on a year earlier, a fraction shown as a percentage.
 * basis: "published" (default) or "computed" from published levels, which is derived.
 */
export const growth = dated(
  ecomFunction(
    [indicator, period, choice(basisChoices), asof],
    ([indicator, period, basis, asof], { language }) => {
      const measure = basis === "computed" ? "computed growth" : "growth";
      return figureAnswer(figure({ indicator, measure, period, asof }), language);
    },
  ),
);
