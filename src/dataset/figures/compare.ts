import type { Theme } from "../../data/dataset";
import type { Indicator } from "../../data/rows";
import { liveOfficial, liveStore } from "../liveStore";
import { fail, ok, type Result } from "../result";
import type { Store } from "../store";
import { byEnd, endOf, periodParts, type Period } from "../time/period";
import { baseYear, chained, chainedGrowth, chainOf, chainPeriods } from "./chained";
import { breakBetween, derivedFigure, growthOf } from "./derived";
import { figure } from "./figure";
import {
  callOf,
  isRounded,
  isRoughYearly,
  judgesLinks,
  tooRough,
  yearMissing,
  yearsRest,
  type Comparison,
} from "./links";
import type { MeasureName } from "./measures";
import {
  DEFAULT_REFERENCE,
  nearest,
  periodsOf,
  published,
  valueMeasure,
  whyNot,
  withoutMeasure,
} from "./published";
import { indexed, type Point } from "./series";
import type { Figure } from "./types";

/** What CAGR is computed from: published levels, or published growth, which is on one basis despite revisions. */
export type GrowthBasis = "levels" | "chained";

/**
 * Compound annual growth between two periods of one kind, whole years apart: (to / from) ^ (1 / years) - 1.
 * @param basis published levels (default), or published growth ("chained")
 * @returns a derived figure for the later period, a fraction; `unlike-periods` or `from-after-to` for a wrong
 *   question; else the reason: a missing part, a break between, levels that are too rough or on two bases
 * @example cagr(online, "2020", "2024", undefined, liveStore, "chained") // "+9.0%"
 */
export function cagr(
  indicator: Indicator,
  from: Period,
  to: Period,
  asof?: string,
  store: Store = liveStore,
  basis: GrowthBasis = "levels",
): Result<Figure> {
  const [a, b] = [periodParts(from), periodParts(to)];
  if (endOf(from) > endOf(to)) return fail({ name: "from-after-to", from, to });
  const alike = a.last === b.last && (a.first === b.first || indicator.nature === "stock");
  if (!alike || a.year === b.year) return fail({ name: "unlike-periods", from, to });
  const onOneBasis = () => chainedGrowth({ indicator, asof, store }, from, to);
  if (basis === "chained") return onOneBasis();
  const base = valueMeasure(indicator, store);
  if (base !== "level" && base !== "count") return fail(withoutMeasure(indicator, "computed growth", store));
  // The reason suggests only periods of the same months.
  const months = (period: Period) => (indicator.nature === "stock" ? endOf(period) % 12 : period.slice(4));
  const fits = (other: Period) => other !== from && other !== to && months(other) === months(from);
  const later = published(indicator, base, to, asof, store);
  if (later === undefined) return fail(whyNot(indicator, base, to, asof, store, fits));
  const earlier = published(indicator, base, from, asof, store);
  if (earlier === undefined) return fail(whyNot(indicator, base, from, asof, store, fits));
  const asked: Comparison = { indicator, base, measure: "computed growth", asof, store };
  const judged = judgesLinks(store);
  const chainedCall = () => {
    const chain = onOneBasis();
    return {
      call: callOf(asked, "CAGR", from, to, "chained"),
      ...(chain.ok ? { answer: chain.value.value } : {}),
    };
  };
  const years = { from: a.year, to: b.year };
  const missing = judged ? yearMissing(asked, to, years) : undefined;
  if (missing !== undefined) return fail(missing);
  const broken = breakBetween(indicator, earlier.period, later.period, store);
  if (broken !== undefined) return fail(broken);
  const total = growthOf(later.observation, earlier.observation);
  if (total === undefined || total <= -1)
    return fail({ name: "no-base", indicator: indicator.code, part: from });
  if (
    judged &&
    isRounded(indicator) &&
    isRoughYearly(later.observation, earlier.observation, b.year - a.year)
  ) {
    const { call, answer } = chainedCall();
    return fail(tooRough(asked, later, earlier, answer === undefined ? undefined : { call, answer }));
  }
  const rest = judged ? yearsRest(asked, to, years, chainedCall) : {};
  if ("reason" in rest) return fail(rest.reason);
  // expm1 and log1p keep the digits that (1 + total) ** (1 / years) - 1 loses for small growth.
  const value = Math.expm1(Math.log1p(total) / (b.year - a.year));
  return ok(derivedFigure(indicator, "computed growth", later.period, value, [later, earlier], rest.caveat));
}

/** A place in a ranking. */
export interface Ranked {
  readonly rank: number;
  readonly figure: Figure;
}

/**
 * Ranks the official indicators by published growth in exactly one period, fastest first; ties by code.
 * @returns the reason where none of them has growth in the period
 * @param theme only this theme; default all
 * @param period "latest": the latest period among these indicators' growth
 * @param count at most so many, default 10
 * @example rank("digital", "2025-Q1", 1).value[0].rank // 1
 */
export function rank(
  theme: Theme | undefined,
  period: Period | "latest",
  count = 10,
  asof?: string,
): Result<Ranked[]> {
  const store = liveOfficial;
  const among = store.indicators.filter((indicator) => theme === undefined || indicator.theme === theme);
  const periods = () => among.flatMap((indicator) => periodsOf(indicator, "growth", asof, store)).sort(byEnd);
  const wanted = period === "latest" ? periods().pop() : period;
  const figures = among.flatMap((indicator) => {
    const growth = wanted && published(indicator, "growth", wanted, asof, store);
    return growth === undefined ? [] : [growth];
  });
  if (wanted === undefined || figures.length === 0) {
    const near = wanted && nearest(wanted, periods());
    const noPeriod = wanted ?? ("" as Period);
    return fail({
      name: "no-growth-in-period",
      period: noPeriod,
      ...(near === undefined ? {} : { nearest: near }),
    });
  }
  figures.sort((a, b) => b.value - a.value || (a.indicator.code < b.indicator.code ? -1 : 1));
  return ok(figures.slice(0, count).map((ranked, index) => ({ rank: index + 1, figure: ranked })));
}

/**
 * One row of a cross table: for each period, in the order given, a figure or the reason why there is none.
 * @param measure "index": the first period of the row with a figure is 100
 * @example row(digital, ["2025-Q1"], "growth")[0] // "+7.4%"
 */
export function row(
  indicator: Indicator,
  periods: readonly (Period | "latest")[],
  measure: MeasureName,
  asof?: string,
  store: Store = liveStore,
): Result<Figure>[] {
  if (measure === "chained") return chainedRow(indicator, periods, asof, store);
  const base = measure === "index" ? valueMeasure(indicator, store) : measure;
  if (base === undefined)
    return periods.map((period) => fail(withoutMeasure(indicator, measure, store, period)));
  const answers = periods.map((period) => figure({ indicator, measure: base, period, asof }, store));
  if (measure !== "index") return answers;
  const noPoints = { name: "no-points", indicator: indicator.code, measure } as const;
  const points = answers.map((result): Point =>
    result.ok
      ? { period: result.value.period, figure: result.value }
      : { period: DEFAULT_REFERENCE, reason: result.reason },
  );
  return indexed(indicator, points, asof, store).map((point) =>
    point.figure !== undefined ? ok(point.figure) : fail(point.reason ?? noPoints),
  );
}

/** A row of levels on the basis of one year for the whole row. */
function chainedRow(
  indicator: Indicator,
  periods: readonly (Period | "latest")[],
  asof: string | undefined,
  store: Store,
): Result<Figure>[] {
  const chain = chainOf(indicator, asof, store);
  if (!chain.ok) return periods.map(() => chain);
  const latest = chainPeriods(chain.value).pop();
  const asked = periods.map((period) => (period === "latest" ? latest : period));
  const year = baseYear(
    chain.value,
    asked.flatMap((period) => period ?? []),
  );
  return asked.map((period) =>
    period === undefined || year === undefined
      ? fail({ name: "no-points", indicator: indicator.code, measure: "chained" })
      : chained(chain.value, period, year),
  );
}
