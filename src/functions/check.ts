import { check as domainCheck } from "../dataset";
import type { EcomFunction } from "./answer";
import { plainValue, readIndicator, readPeriod } from "./arguments";

/**
 * CHECK(indicator, period, number): TRUE if some published figure of the period, of any measure and body, rounds to
 * the number at the number's own decimals.
 */
export const check: EcomFunction = ([indicator, period, number], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const asked = readPeriod(period, settings);
  if (!asked.ok) return asked;
  const given = plainValue(number, "number");
  if (!given.ok) return given;
  return domainCheck(found.value, asked.value ?? settings.period, given.value, settings.asof);
};
