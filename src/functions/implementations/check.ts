import { check as domainCheck } from "../../dataset";
import { ecomFunction } from "../answer";
import { anything, indicator, period } from "../arguments/arguments";

/**
 * CHECK(indicator, period, number): TRUE if some published figure of the period, of any measure and publisher, rounds
 * to the number at the number's own decimals.
 */
export const check = ecomFunction(
  [indicator, period, anything("number")],
  ([indicator, period, number], { asof }) => domainCheck(indicator, period, number, asof),
);
