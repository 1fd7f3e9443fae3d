import {
  cagr as domainCagr,
  fail,
  type Indicator,
  type Period,
  periodsOf,
  valueMeasure,
  type Result,
} from "../dataset";
import { figureAnswer, type EcomFunction } from "./answer";
import { readIndicator, readPeriod } from "./arguments";
import type { Settings } from "./settings";

/**
 * CAGR(indicator, from, to): compound annual growth of published levels between two periods of one kind, whole years
 * apart; a derived figure.
 */
export const cagr: EcomFunction = ([indicator, from, to], settings) => {
  const found = readIndicator(indicator);
  if (!found.ok) return found;
  const start = readEnd(from, "from", found.value, settings);
  if (!start.ok) return start;
  const end = readEnd(to, "to", found.value, settings);
  if (!end.ok) return end;
  return figureAnswer(domainCagr(found.value, start.value, end.value, settings.asof), settings.language);
};

function readEnd(input: unknown, argument: string, indicator: Indicator, settings: Settings): Result<Period> {
  const period = readPeriod(input, settings, argument);
  if (!period.ok) return period;
  const measure = valueMeasure(indicator);
  const latest =
    period.value === "latest" && measure ? periodsOf(indicator, measure, settings.asof).pop() : undefined;
  const value = period.value === "latest" ? latest : period.value;
  if (value !== undefined) return { ok: true, value };
  return period.value === "latest"
    ? fail({ name: "only-growth", indicator: indicator.code })
    : fail({ name: "missing-argument", argument });
}
