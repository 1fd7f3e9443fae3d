import { byEnd, endOf, indicatorOf, kindOf, periodParts, type Period } from "../../dataset";
import { periodsOffered } from "../../sheets/templates/templates";
import type { Block } from "../../workbook/outcome";
import { periodsOf, shownMeasures } from "./figures";
import { periodsOfChoice } from "./customSheet";

/** The periods that a block can be moved to, newest first, its own among them. */
export function periodsOfBlock({ insertion }: Block, asof: string | undefined): Period[] {
  if (insertion.kind === "sources") return [];
  const offered = ((): readonly Period[] => {
    if (insertion.kind !== "summary") {
      return insertion.indicators.flatMap((code) => {
        const indicator = indicatorOf(code);
        // A table of the user's may have been taken out since.
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
 * The period that follows in a note that is written again and again: the next later end among periods of the same kind.
 * After a sum from January comes the next sum from January, up to the whole year; after a whole year the next year, or
 * while that is not known the first months of it.
 * @param periods those to choose from, in any order
 * @returns undefined where none is later
 */
export function nextPeriod(period: Period, periods: readonly Period[]): Period | undefined {
  const kind = kindOf(period);
  const fromJanuary = kind !== "annual" && kind !== "month" && periodParts(period).first === 1;
  const isSum = (other: Period): boolean => periodParts(other).first === 1 && kindOf(other) !== "month";
  const later = periods.filter((other) => endOf(other) > endOf(period)).sort(byEnd);
  const alike = later.find((other) => (fromJanuary ? isSum(other) : kindOf(other) === kind));
  return alike ?? (kind === "annual" ? later.find(isSum) : undefined);
}
