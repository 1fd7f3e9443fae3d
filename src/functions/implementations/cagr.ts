import { cagr as domainCagr } from "../../dataset";
import { ecomFunction, figureAnswer } from "../answer";
import { indicator, optionalPeriod } from "../arguments/arguments";
import { endOfStretch } from "../arguments/chosen";
import { refuse } from "../outcome";

/**
 * CAGR(indicator, from, to): compound annual growth of published levels between two periods of one kind, whole years
 * apart; a derived figure.
 */
export const cagr = ecomFunction(
  [indicator, optionalPeriod("from"), optionalPeriod("to")],
  ([indicator, first, last], { language, asof }) => {
    const from = endOfStretch(first, indicator, undefined, asof);
    if (!from.ok) return from;
    const to = endOfStretch(last, indicator, undefined, asof);
    if (!to.ok) return to;
    if (from.value === undefined) return refuse({ name: "missing-argument", argument: "from" });
    if (to.value === undefined) return refuse({ name: "missing-argument", argument: "to" });
    return figureAnswer(domainCagr(indicator, from.value, to.value, asof), language);
  },
);
