import type { Indicator } from "../../data/rows";
import { fail, ok, type Result } from "../result";
import type { Store } from "../store";
import { byEnd, kindOf, periodParts, yearsLater, type Period } from "../time/period";
import type { Reason } from "../wording/reasons";
import { breakBetween, derivedFigure } from "./derived";
import type { MeasureName } from "./measures";
import { periodsOf, published, valueMeasure, withoutMeasure } from "./published";
import type { Figure } from "./types";

/**
 * Levels on one basis: the level of a base year, carried to other years by published growth, which the statistics
 * bureau gives on a comparable basis even where it revised the levels.
 */

/** What levels on one basis are computed from. */
interface Chain {
  readonly indicator: Indicator;
  readonly base: MeasureName;
  readonly asof: string | undefined;
  readonly store: Store;
}

/**
 * The chain of an indicator.
 * @returns `not-chained` for a stock or a rate
 */
export function chainOf(indicator: Indicator, asof: string | undefined, store: Store): Result<Chain> {
  const base = valueMeasure(indicator, store);
  if (indicator.nature !== "flow")
    return fail({
      name: "not-chained",
      indicator: indicator.code,
      why: indicator.nature === "stock" ? "stock" : "rate",
    });
  if (base !== "level" && base !== "count") return fail(withoutMeasure(indicator, "chained", store));
  return ok({ indicator, base, asof, store });
}

/** The periods that may have a level on one basis, oldest first: those with a level or growth. */
export function chainPeriods({ indicator, base, asof, store }: Chain): Period[] {
  const allPeriods = [base, "growth" as const].flatMap((measure) =>
    periodsOf(indicator, measure, asof, store),
  );
  return [...new Set(allPeriods)].sort(byEnd);
}

/**
 * The base year of a result: the latest with a level of the year, else of the months asked for; undefined if none.
 */
export function baseYear(
  { indicator, base, asof, store }: Chain,
  periods: readonly Period[],
): number | undefined {
  const levels = periodsOf(indicator, base, asof, store);
  const months = new Set(periods.map((period) => period.slice(4)));
  const years = levels.filter((period) => kindOf(period) === "annual");
  const fitting = years.length > 0 ? years : levels.filter((period) => months.has(period.slice(4)));
  return fitting.length === 0 ? undefined : Math.max(...fitting.map((period) => periodParts(period).year));
}

/** Published growth of the years after `from` up to `to`, for a period's months, or the first that lacks it. */
function growths(
  { indicator, asof, store }: Omit<Chain, "base">,
  period: Period,
  from: number,
  to: number,
): { readonly figures: readonly Figure[]; readonly missing?: Period } {
  const { year } = periodParts(period);
  const figures: Figure[] = [];
  for (let inYear = from + 1; inYear <= to; inYear++) {
    const sameMonths = yearsLater(period, inYear - year) ?? period;
    const growth = published(indicator, "growth", sameMonths, asof, store);
    if (growth === undefined) return { figures, missing: sameMonths };
    figures.push(growth);
  }
  return { figures };
}

const times = (figures: readonly Figure[]) =>
  figures.reduce((product, { value }) => product * (1 + value), 1);

/** The reason where the published growth of a year in the chain is missing. */
const noGrowth = (
  { indicator }: Omit<Chain, "base">,
  measure: MeasureName,
  period: Period,
  part: Period,
): Reason => ({
  name: "growth-missing",
  indicator: indicator.code,
  measure,
  period,
  part,
});

/**
 * A level on the basis of a year, published or not: level of the base year, times (or before it, divided by) 1 +
 * growth of each year between.
 * @returns the reason where the base year has no level of these months, a growth is missing, or a definition break
 *   lies between
 */
export function chained(chain: Chain, period: Period, year: number): Result<Figure> {
  const { indicator, base, asof, store } = chain;
  const { year: ownYear } = periodParts(period);
  const anchor = yearsLater(period, year - ownYear);
  const level = anchor && published(indicator, base, anchor, asof, store);
  if (level === undefined)
    return fail({
      name: "part-missing",
      indicator: indicator.code,
      measure: "chained",
      period,
      part: anchor ?? period,
    });
  const broken = breakBetween(indicator, level.period, period, store);
  if (broken !== undefined) return fail(broken);
  const { figures, missing } = growths(chain, period, Math.min(ownYear, year), Math.max(ownYear, year));
  if (missing !== undefined) return fail(noGrowth(chain, "chained", period, missing));
  const value = ownYear < year ? level.value / times(figures) : level.value * times(figures);
  const chainedFigure = derivedFigure(indicator, "chained", period, value, [level, ...figures]);
  return ok({ ...chainedFigure, caveats: [onBasis(year), ...chainedFigure.caveats] });
}

/**
 * The caveat of a level chained on the basis of `year`. `year` is the year whose published level the others are
 * carried from.
 * @example onBasis(2020).en // "On the basis of 2020: its level, carried by published growth"
 */
export const onBasis = (year: number) => ({
  en: `On the basis of ${year}: its level, carried by published growth`,
  zh: `按${year}年口径：以该年总量和公布的同比增速推算`,
});

/**
 * Compound annual growth from published growth: the geometric mean of the years after `from` up to `to`. No level is
 * needed.
 * @param from a period of the same months as `to`, whole years before it
 * @returns the reason where a growth is missing or a break lies between
 */
export function chainedGrowth(chain: Omit<Chain, "base">, from: Period, to: Period): Result<Figure> {
  const { indicator, store } = chain;
  const [a, b] = [periodParts(from).year, periodParts(to).year];
  const { figures, missing } = growths(chain, to, a, b);
  if (missing !== undefined) return fail(noGrowth(chain, "computed growth", to, missing));
  const broken = breakBetween(indicator, from, to, store);
  if (broken !== undefined) return fail(broken);
  const product = times(figures);
  if (!(product > 0)) return fail({ name: "no-base", indicator: indicator.code, part: from });
  // expm1 and log1p keep the digits that powers of numbers near 1 lose.
  const value = Math.expm1(figures.reduce((sum, figure) => sum + Math.log1p(figure.value), 0) / (b - a));
  return ok(derivedFigure(indicator, "computed growth", to, value, [...figures].reverse()));
}
