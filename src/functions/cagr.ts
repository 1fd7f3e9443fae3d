import { cagr as domainCagr, figure, ok, valueMeasure, type Indicator, type Period } from "../dataset";
import { ecomFunction, figureAnswer } from "./answer";
import { indicator, neededPeriod } from "./arguments";
import type { Outcome } from "./outcome";

/** An end of the comparison: "latest" is the latest period with a level. */
function end(asked: Period | "latest", indicator: Indicator, asof: string | undefined): Outcome<Period> {
  if (asked !== "latest") return ok(asked);
  const latest = figure({ indicator, measure: valueMeasure(indicator), period: asked, asof });
  return latest.ok ? ok(latest.value.period) : latest;
}

/**
 * CAGR(indicator, from, to): compound annual growth of published levels between two periods of one kind, whole years
 * apart; a derived figure.
 */
export const cagr = ecomFunction(
  [indicator, neededPeriod("from"), neededPeriod("to")],
  ([indicator, first, last], { language, asof }) => {
    const from = end(first, indicator, asof);
    if (!from.ok) return from;
    const to = end(last, indicator, asof);
    if (!to.ok) return to;
    return figureAnswer(domainCagr(indicator, from.value, to.value, asof), language);
  },
);
