import type { Indicator } from "../../data/rows";
import { fail, ok, type Result } from "../result";
import type { Store } from "../store";
import { endMonth, endOf, kindOf, periodOf, periodParts, yearsLater, type Period } from "../time/period";
import type { Reason } from "../wording/reasons";
import type { Text2 } from "../wording/text";
import { decimalOf, minus, toNumber } from "./decimal";
import {
  isRounded,
  isRoughDifference,
  judgesLinks,
  restOn,
  revisedShare,
  shareIsRevised,
  tooRough,
} from "./links";
import { isDerived, type MeasureName } from "./measures";
import { nearest, periodsOf, published, valueMeasure, whyNot, withoutMeasure } from "./published";
import type { Figure, Observation } from "./types";

const revisionNote: Text2 = {
  en: "Levels were revised between releases; a result computed from them can differ from the published growth.",
  zh: "各期总量经过修订，据此计算的结果可能与公布的增速不同。",
};

/** The reason where a definition break lies between two periods; else undefined. */
export function breakBetween(
  indicator: Indicator,
  from: Period,
  to: Period,
  store: Store,
): Reason | undefined {
  const [a, b] = endOf(from) <= endOf(to) ? [from, to] : [to, from];
  const broken = store
    .breaksOf(indicator.code)
    .find((candidate) => endMonth(a) <= candidate.after && candidate.after < endMonth(b));
  return broken && { name: "break-between", indicator: indicator.code, after: broken.after, from: a, to: b };
}

/** The qualifier of a result from two parts: exact if both are, "more than" over an exact one stays, else "about". */
function qualified(parts: readonly Observation[]): Observation["qualifier"] {
  if (parts.every((part) => part.qualifier === "exact")) return "exact";
  const [later, ...earlier] = parts;
  return later?.qualifier === "at_least" && earlier.every((part) => part.qualifier === "exact")
    ? "at_least"
    : "approx";
}

/**
 * Makes a derived figure with the marks of its parts.
 * @param value in base units, a percentage as a fraction
 * @param parts latest first
 * @param caveat a further one
 */
export function derivedFigure(
  indicator: Indicator,
  measure: MeasureName,
  period: Period,
  value: number,
  parts: readonly Figure[],
  caveat?: Text2,
): Figure {
  const observations = parts.map((part) => part.observation);
  const notes = new Map(parts.flatMap((part) => part.caveats).map((caveat) => [caveat.en, caveat]));
  if (caveat) notes.set(caveat.en, caveat);
  if (/revised/.test(indicator.basis.en)) notes.set(revisionNote.en, revisionNote);
  return {
    indicator,
    measure,
    period,
    value,
    derived: true,
    qualifier: qualified(observations),
    observation: observations[0] as Observation,
    parts: observations,
    others: [],
    caveats: [...notes.values()],
    provisional: parts.some((part) => part.provisional),
  };
}

/** The two figures of a comparison, or the reason: one is missing, or a break lies between. */
function pair(
  indicator: Indicator,
  measure: MeasureName,
  base: MeasureName,
  period: Period,
  before: Period | undefined,
  asof: string | undefined,
  store: Store,
): Result<readonly [Figure, Figure]> {
  const later = published(indicator, base, period, asof, store);
  if (later === undefined) return fail(whyNot(indicator, base, period, asof, store));
  const earlier = before && published(indicator, base, before, asof, store);
  if (earlier === undefined) {
    return fail({ name: "part-missing", indicator: indicator.code, measure, period, part: before ?? period });
  }
  const broken = breakBetween(indicator, earlier.period, later.period, store);
  return broken === undefined ? ok([later, earlier]) : fail(broken);
}

/**
 * Growth: later / earlier - 1, with the difference computed exactly, in decimals.
 * @returns undefined over a base that is not positive
 */
export function growthOf(later: Observation, earlier: Observation): number | undefined {
  const base = toNumber(decimalOf(earlier));
  return base > 0 ? toNumber(minus(decimalOf(later), decimalOf(earlier))) / base : undefined;
}

/** Growth computed from two published levels a year apart; a reason where they do not compare. */
function computedGrowth(
  indicator: Indicator,
  base: MeasureName,
  period: Period,
  asof: string | undefined,
  store: Store,
): Result<Figure> {
  const measure = "computed growth";
  const levels = pair(indicator, measure, base, period, yearsLater(period, -1), asof, store);
  if (!levels.ok) return levels;
  const [later, earlier] = levels.value;
  const value = growthOf(later.observation, earlier.observation);
  if (value === undefined) return fail({ name: "no-base", indicator: indicator.code, part: earlier.period });
  const link = judgesLinks(store) ? restOn({ indicator, base, measure, asof, store }, later, earlier) : {};
  return "reason" in link
    ? fail(link.reason)
    : ok(derivedFigure(indicator, measure, later.period, value, levels.value, link.caveat));
}

/** The difference of two published levels a year apart; a reason where they do not compare. */
function difference(
  indicator: Indicator,
  base: MeasureName,
  period: Period,
  asof: string | undefined,
  store: Store,
): Result<Figure> {
  const levels = pair(indicator, "difference", base, period, yearsLater(period, -1), asof, store);
  if (!levels.ok) return levels;
  const [later, earlier] = levels.value;
  const value = toNumber(minus(decimalOf(later.observation), decimalOf(earlier.observation)));
  const answer = (caveat?: Text2) =>
    ok(derivedFigure(indicator, "difference", later.period, value, levels.value, caveat));
  if (!judgesLinks(store)) return answer();
  if (base !== "level" && base !== "count") {
    const revised = base === "share" && shareIsRevised(indicator, later.period, earlier.period, asof, store);
    return answer(revised ? revisedShare : undefined);
  }
  const link = restOn({ indicator, base, measure: "difference", asof, store }, later, earlier);
  return "reason" in link ? fail(link.reason) : answer(link.caveat);
}

/** The single month or quarter: as published, or the cumulative figure to its end minus the one to its beginning. */
function single(
  indicator: Indicator,
  base: MeasureName,
  period: Period,
  asof: string | undefined,
  store: Store,
): Result<Figure> {
  const code = indicator.code;
  if (indicator.nature !== "flow") {
    return fail({
      name: "not-single",
      indicator: code,
      why: indicator.nature === "stock" ? "stock" : "rate",
    });
  }
  const kind = kindOf(period);
  if (kind !== "month" && kind !== "quarter")
    return fail({ name: "not-single", indicator: code, why: "period" });
  const levelNow = published(indicator, base, period, asof, store);
  if (levelNow !== undefined) return ok({ ...levelNow, measure: "single" });
  const { year, first, last } = periodParts(period);
  if (kind === "month" && last <= 2) return fail({ name: "january-february", indicator: code, period });
  const upTo = periodOf(year, 1, last) as Period;
  const before = periodOf(year, 1, first - 1);
  if (before === undefined) return fail(whyNot(indicator, base, period, asof, store));
  if (published(indicator, base, upTo, asof, store) === undefined) {
    return fail({ name: "part-missing", indicator: code, measure: "single", period, part: upTo });
  }
  const levels = pair(indicator, "single", base, upTo, before, asof, store);
  if (!levels.ok) {
    return levels.reason.name === "part-missing" ? fail({ ...levels.reason, period }) : levels;
  }
  const [later, earlier] = levels.value;
  if (judgesLinks(store) && isRounded(indicator) && isRoughDifference(later.observation, earlier.observation))
    return fail(tooRough({ indicator, base, measure: "single", asof, store }, later, earlier));
  const value = toNumber(minus(decimalOf(later.observation), decimalOf(earlier.observation)));
  return ok(derivedFigure(indicator, "single", period, value, levels.value));
}

interface Derivable {
  readonly of: readonly unknown[];
  readonly periods: readonly Period[];
}
let derivedLast: Derivable | undefined;

/** The periods that have a derived figure. The last list is kept, because tables ask for one row after another. */
function derivable(
  indicator: Indicator,
  base: MeasureName,
  measure: MeasureName,
  asof: string | undefined,
  store: Store,
  hasFigure: (period: Period) => boolean,
): readonly Period[] {
  const inputs = [indicator, measure, asof, store];
  if (!derivedLast?.of.every((input, index) => input === inputs[index])) {
    derivedLast = {
      of: inputs,
      periods: candidates(indicator, base, measure, asof, store).filter(hasFigure),
    };
  }
  return derivedLast.periods;
}

/** Changes a reason so that it suggests periods with the derived figure, not with the levels that it needs. */
function pointing(
  reason: Extract<Reason, { name: "no-figure" | "part-missing" }>,
  measure: MeasureName,
  wanted: Period,
  periods: readonly Period[],
): Reason {
  const near = nearest(wanted, periods);
  const hint = near === undefined ? {} : { nearest: near };
  if (reason.name === "part-missing") return { ...reason, ...hint };
  const { name, indicator, period, cumulative } = reason;
  if (near === undefined) return { name: "part-missing", indicator, measure, period, part: period };
  const upTo = cumulative !== undefined && periods.includes(cumulative) ? { cumulative } : {};
  return { name, indicator, measure, period, ...hint, ...upTo };
}

/**
 * A derived figure of one period; "latest" gives the latest period for which there is one.
 * @returns the reason where a part is missing or a definition break lies between; `only-in-series` for an index
 */
export function derive(
  indicator: Indicator,
  measure: MeasureName,
  wanted: Period | "latest",
  asof: string | undefined,
  store: Store,
): Result<Figure> {
  if (!isDerived(measure) || measure === "index" || measure === "chained")
    return fail({ name: "only-in-series", measure });
  const base = valueMeasure(indicator, store);
  if (base === undefined || (measure !== "difference" && base !== "level" && base !== "count")) {
    return fail(
      measure === "single" && base !== undefined
        ? {
            name: "not-single",
            indicator: indicator.code,
            why: indicator.nature === "stock" ? "stock" : "rate",
          }
        : withoutMeasure(indicator, measure, store, wanted),
    );
  }
  const compute = measure === "single" ? single : measure === "difference" ? difference : computedGrowth;
  if (wanted !== "latest") {
    const answer = compute(indicator, base, wanted, asof, store);
    if (answer.ok || (answer.reason.name !== "no-figure" && answer.reason.name !== "part-missing"))
      return answer;
    const hasFigure = (period: Period) => compute(indicator, base, period, asof, store).ok;
    return fail(
      pointing(answer.reason, measure, wanted, derivable(indicator, base, measure, asof, store, hasFigure)),
    );
  }
  const periods = candidates(indicator, base, measure, asof, store).reverse();
  let first: Result<Figure> | undefined;
  for (const period of periods) {
    const answer = compute(indicator, base, period, asof, store);
    if (answer.ok) return answer;
    first ??= answer;
  }
  return first ?? fail({ name: "no-points", indicator: indicator.code, measure });
}

/** The periods that may have a derived figure, oldest first: those of levels, or months and quarters in them. */
export function candidates(
  indicator: Indicator,
  base: MeasureName,
  measure: MeasureName,
  asof: string | undefined,
  store: Store,
): Period[] {
  const levels = periodsOf(indicator, base, asof, store);
  if (measure !== "single") return levels;
  const periods = levels.flatMap((period) => {
    const { year, first, last } = periodParts(period);
    const alone = kindOf(period) === "month" || kindOf(period) === "quarter" ? [period] : [];
    if (first > 1) return alone;
    const months = last > 2 ? [periodOf(year, last, last) as Period] : [];
    const quarters = last % 3 === 0 ? [periodOf(year, last - 2, last) as Period] : [];
    return [...alone, ...months, ...quarters];
  });
  return [...new Set(periods)].sort((a, b) => endOf(a) - endOf(b));
}
