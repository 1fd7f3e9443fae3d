import { cagr as domainCagr, growthBasisChoices } from "../../dataset/first";
import { ecomFunction, figureAnswer } from "../answer";
import { choice, indicator, optionalPeriod } from "../arguments/arguments";
import { endOfStretch } from "../arguments/chosen";
import { refuse } from "../outcome";

/**
 * CAGR(indicator, from, to, [basis]): compound annual growth between two periods of one kind, whole years apart; a
 * derived figure. basis: "levels" (default) as published, or "chained", from the published growth of the years
 * between.
 */
export const cagr = ecomFunction(
  [indicator, optionalPeriod("from"), optionalPeriod("to"), choice(growthBasisChoices)],
  ([indicator, first, last, basis], { language, asof }) => {
    // With "chained", "latest" means the latest period with published growth.
    const measure = basis === "chained" ? "growth" : undefined;
    const from = endOfStretch(first, indicator, measure, asof);
    if (!from.ok) return from;
    const end = endOfStretch(last, indicator, measure, asof);
    if (!end.ok) return end;
    if (from.value === undefined) return refuse({ name: "missing-argument", argument: "from" });
    if (end.value === undefined) return refuse({ name: "missing-argument", argument: "to" });
    return figureAnswer(domainCagr(indicator, from.value, end.value, asof, undefined, basis), language);
  },
);
