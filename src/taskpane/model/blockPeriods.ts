import { byEnd, endOf, indicatorOf, kindOf, periodParts, type Period } from "../../dataset";
import { periodsOffered } from "../../sheets/templates/templates";
import type { Block } from "../../workbook/outcome";
import { periodsOfChoice } from "./customSheet";
import { periodsOf, shownMeasures } from "./figures";

/**
 * The periods to which a block can be updated, newest first, including its own. Up to the data date `asof`; none for
 * a list of sources. Where a user's table is gone, only its own.
 */
export function periodsOfBlock({ insertion }: Block, asof: string | undefined): Period[] {
  if (insertion.kind === "sources") return [];
  const offered = ((): readonly Period[] => {
    if (insertion.kind !== "summary") {
      return insertion.indicators.flatMap((code) => {
        const indicator = indicatorOf(code);
        // A user's table may have been removed since.
        return indicator ? periodsOf({ indicator, asof }, shownMeasures(indicator)) : [];
      });
    }
    const { template, own } = insertion;
    if (template !== "own") return periodsOffered(template, asof);
    if (!own || !own.indicators.every((code) => indicatorOf(code))) return [];
    return periodsOfChoice(own, own.freq, asof);
  })();
  return [...new Set([...offered, insertion.period])].sort(byEnd).reverse();
}

/**
 * The next period of a report that is updated regularly: the next later end among periods of the same kind. A
 * cumulative period is followed by the next one, up to the whole year; a year by the next year, or until that is
 * known by its first cumulative period.
 * @param periods the choices, in any order
 * @returns undefined if none is later
 */
export function nextPeriod(period: Period, periods: readonly Period[]): Period | undefined {
  const kind = kindOf(period);
  const fromJanuary = kind !== "annual" && kind !== "month" && periodParts(period).first === 1;
  const isSum = (other: Period): boolean => periodParts(other).first === 1 && kindOf(other) !== "month";
  const later = periods.filter((other) => endOf(other) > endOf(period)).sort(byEnd);
  const alike = later.find((other) => (fromJanuary ? isSum(other) : kindOf(other) === kind));
  return alike ?? (kind === "annual" ? later.find(isSum) : undefined);
}
