import type { Indicator } from "../../data/rows";
import { isSince, keyOf, type Store } from "../store";
import { periodParts, yearsLater, type Period } from "../time/period";
import { percentText, printedText } from "../wording/format";
import type { Reason } from "../wording/reasons";
import type { Text2 } from "../wording/text";
import { decimalOf, decimals, toNumber, wholes } from "./decimal";
import type { MeasureName } from "./measures";
import { figureOf, published } from "./published";
import type { Figure, Observation } from "./types";

/**
 * A link joins the levels of a period and of the same months a year earlier. The bureau revises levels after censuses
 * and changes of scope, but publishes growth on a comparable basis. Where the growth of the levels differs from the
 * published one by more than 0.5 percentage points, they are on two bases, and nothing may be computed across them.
 * Comparisons use whole numbers, as printed, so that exactly 0.5 passes.
 */

/** The question of which a link is part. */
export interface Comparison {
  readonly indicator: Indicator;
  /** The measure that is compared: level or count. */
  readonly base: MeasureName;
  /** The derived measure, for the sentence. */
  readonly measure: MeasureName;
  readonly asof: string | undefined;
  readonly store: Store;
}

/** Whether links are judged: from 0.2.0 on, because a workbook of 0.1.0 keeps its answers. */
export const judgesLinks = (store: Store): boolean => isSince("0.2.0", store);

/** Whether an indicator's levels are rounded in print; those of a user table are taken as exact. */
export const isRounded = ({ theme }: Indicator): boolean => !theme.startsWith("own");

/** Whether moving both printed levels by half of their last digit moves their growth by more than half a percentage point. */
function isRough(later: Observation, earlier: Observation): boolean {
  const [a, b] = wholes([decimalOf(later), decimalOf(earlier)]);
  if (a === undefined || b === undefined) return false;
  const least = b.value - b.half;
  // The largest change: the later level up, the earlier one down: (a + ha) / (b - hb) - a / b.
  return least <= 0n || 200n * (a.half * b.value + a.value * b.half) > b.value * least;
}

/**
 * Whether moving both printed levels by half of their last digit moves their difference by more than a twentieth of
 * it. So a difference of 0 is rough.
 */
export function isRoughDifference(later: Observation, earlier: Observation): boolean {
  const [a, b] = wholes([decimalOf(later), decimalOf(earlier)]);
  if (a === undefined || b === undefined) return false;
  const size = a.value > b.value ? a.value - b.value : b.value - a.value;
  return 20n * (a.half + b.half) > size;
}

/**
 * Whether moving both printed levels by half of their last digit moves their yearly growth, over so many years, by
 * more than half a percentage point. True also where the earlier level may be 0 or less, because no growth follows
 * from it.
 */
export function isRoughYearly(later: Observation, earlier: Observation, years: number): boolean {
  const [a, b] = wholes([decimalOf(later), decimalOf(earlier)]).map((whole) => [
    Number(whole.value),
    Number(whole.half),
  ]);
  const [[x = 0, dx = 0], [y = 0, dy = 0]] = [a ?? [], b ?? []];
  if (y - dy <= 0) return true;
  const yearly = (up: number, low: number) => (up / low) ** (1 / years);
  return yearly(x + dx, y - dy) - yearly(x, y) > 0.005;
}

/**
 * The reason for levels that are printed with too few digits.
 * @param works the formula that gives the published growth, where there is one
 */
export const tooRough = (
  { indicator, measure }: Comparison,
  later: Figure,
  earlier: Figure,
  works?: { readonly call: string; readonly answer: number },
): Reason => ({
  name: "too-rough",
  indicator: indicator.code,
  measure,
  period: later.period,
  part: earlier.period,
  later: printedText(later),
  earlier: printedText(earlier),
  ...(works && { call: works.call, answer: percentText(works.answer) }),
});

/** The published growth of the same months, of any publisher, also provisional, but not "about" or "at least". */
function exactGrowth(
  indicator: Indicator,
  period: Period,
  asof: string | undefined,
  store: Store,
): Observation | undefined {
  const cell = store.book(indicator.code).cells.get("growth")?.get(keyOf(indicator, period));
  return cell?.observations.find(
    (observation) => observation.qualifier === "exact" && (asof === undefined || observation.known <= asof),
  );
}

/** Whether the growth of two levels differs from the published one by more than half a percentage point. */
function misses(later: Observation, earlier: Observation, growth: Observation): boolean {
  const [a, b] = wholes([decimalOf(later), decimalOf(earlier)]);
  if (a === undefined || b === undefined || b.value <= 0n) return false;
  const { digits, exponent } = decimalOf(growth);
  const power = 10n ** BigInt(Math.max(0, decimals(digits) - exponent));
  const difference = (a.value - b.value) * power - BigInt(digits.replace(".", "")) * b.value;
  return 1000n * (difference < 0n ? -difference : difference) > 5n * b.value * power;
}

/** A link: it agrees with published growth or there is none, is too rough to tell, or is on two bases. */
type Link =
  | { readonly state: "held" | "unheld" | "rough" }
  | { readonly state: "bases"; readonly growth: Observation };

/** Judges two levels a year apart. */
function judge(later: Figure, earlier: Figure, { indicator, asof, store }: Comparison): Link {
  if (isRounded(indicator) && isRough(later.observation, earlier.observation)) return { state: "rough" };
  const growth = exactGrowth(indicator, later.period, asof, store);
  if (growth === undefined) return { state: "unheld" };
  return misses(later.observation, earlier.observation, growth)
    ? { state: "bases", growth }
    : { state: "held" };
}

/**
 * The reason for levels on two bases.
 * @param call a formula that works
 * @param answer its result
 */
function twoBases(
  { indicator, store }: Comparison,
  later: Figure,
  earlier: Figure,
  growth: Observation,
  call: string,
  answer?: number,
): Reason {
  const [a, b] = [later, earlier].map(({ observation }) => toNumber(decimalOf(observation)));
  return {
    name: "two-bases",
    indicator: indicator.code,
    period: later.period,
    computed: percentText((a ?? 0) / (b ?? 1) - 1),
    published: percentText(figureOf(growth, store).value),
    call,
    ...(answer === undefined ? {} : { answer: percentText(answer) }),
  };
}

/**
 * A formula of ours with the indicator's shortest name, for sentences. `args` are printed as texts in quotes, so they
 * may hold none.
 */
export const callOf = ({ indicator }: Comparison, id: string, ...args: readonly string[]): string =>
  `ECOM.${id}(${[indicator.aliases[0] ?? indicator.code, ...args].map((text) => `"${text}"`).join(",")})`;

/**
 * Whether a result may be computed from a link.
 * @returns the reason where the levels are too rough or on two bases, else the result's caveat
 */
export function restOn(
  asked: Comparison,
  later: Figure,
  earlier: Figure,
): { readonly reason: Reason } | { readonly caveat?: Text2 } {
  const link = judge(later, earlier, asked);
  if (link.state === "rough") {
    const { indicator, measure, asof, store } = asked;
    const growth =
      measure === "computed growth" ? published(indicator, "growth", later.period, asof, store) : undefined;
    const works = growth && { call: callOf(asked, "GROWTH", later.period), answer: growth.value };
    return { reason: tooRough(asked, later, earlier, works) };
  }
  if (link.state !== "bases") return link.state === "unheld" ? { caveat: notHeld } : {};
  return {
    reason: twoBases(asked, later, earlier, link.growth, callOf(asked, "GROWTH", later.period)),
  };
}

/** Two years, the first below the second or above it. */
interface Years {
  readonly from: number;
  readonly to: number;
}

/**
 * The reason for the first missing level between two years, for the months of a period; undefined if none is missing.
 */
export function yearMissing(
  { indicator, base, measure, asof, store }: Comparison,
  period: Period,
  { from, to }: Years,
): Reason | undefined {
  const { year } = periodParts(period);
  for (let inYear = Math.min(from, to); inYear <= Math.max(from, to); inYear++) {
    const part = yearsLater(period, inYear - year) ?? period;
    if (published(indicator, base, part, asof, store) === undefined)
      return { name: "part-missing", indicator: indicator.code, measure, period, part };
  }
  return undefined;
}

/**
 * Whether a result may be computed from the links of several years, oldest first: not with a missing level or a link
 * on two bases. A link that is too rough to tell is accepted.
 * @param period gives the months of all levels
 * @param works gives a formula that works instead; called only where a link is refused
 */
export function yearsRest(
  asked: Comparison,
  period: Period,
  { from, to }: Years,
  works: () => { readonly call: string; readonly answer?: number },
): { readonly reason: Reason } | { readonly caveat?: Text2 } {
  const { indicator, base, asof, store } = asked;
  const reason = yearMissing(asked, period, { from, to });
  if (reason !== undefined) return { reason };
  const { year } = periodParts(period);
  let unheld = false;
  for (let inYear = Math.min(from, to) + 1; inYear <= Math.max(from, to); inYear++) {
    const [later, earlier] = [inYear, inYear - 1].map((index) =>
      published(indicator, base, yearsLater(period, index - year) ?? period, asof, store),
    );
    if (later === undefined || earlier === undefined) continue;
    const link = judge(later, earlier, asked);
    unheld ||= link.state === "unheld" || link.state === "rough";
    if (link.state !== "bases") continue;
    const { call, answer } = works();
    return { reason: twoBases(asked, later, earlier, link.growth, call, answer) };
  }
  return unheld ? { caveat: notHeld } : {};
}

/** The caveat of a result whose levels could not be compared with published growth. */
const notHeld: Text2 = {
  en: "Not held against a published growth: none is published for it.",
  zh: "没有公布的同比增速可供核对。",
};

/** The caveat of a share's difference whose part or whole was revised. */
export const revisedShare: Text2 = {
  en: "Part and whole were revised between the two years: their levels are on two bases.",
  zh: "两年之间分子或分母经过修订，总量口径不同。",
};

/**
 * Whether the part or the whole of a share was revised, that is, has levels on two bases. False where the relation,
 * or a level of either period, is missing: a missing level revises nothing.
 */
export function shareIsRevised(
  indicator: Indicator,
  period: Period,
  before: Period,
  asof: string | undefined,
  store: Store,
): boolean {
  return store.relations.some(({ of, kind, to }) => {
    if (of !== indicator.code || (kind !== "share_part" && kind !== "share_whole")) return false;
    const [other, base] = [store.indicator(to), "level"] as const;
    const [later, earlier] = [period, before].map((end) => published(other, base, end, asof, store));
    const asked: Comparison = { indicator: other, base, measure: "difference", asof, store };
    return later !== undefined && earlier !== undefined && judge(later, earlier, asked).state === "bases";
  });
}
