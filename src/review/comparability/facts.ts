import {
  breaks,
  endMonth,
  endOf,
  figure,
  isPartOf,
  kindOf,
  overlaps,
  periodParts,
  totalOf,
  yearsLater,
} from "../../dataset";
import type { Break, Figure } from "../../dataset";
import type { ByHand } from "./calculation";
import type { ShownFigure } from "./evaluate";

/** One of two kinds that must not be mixed, or neither. */
type Side = "a" | "b" | undefined;

/** The things of each kind that have no partner of the other kind. */
export interface Unpaired<T> {
  a: readonly T[];
  b: readonly T[];
}

/**
 * Finds what is mixed among things of two kinds. Where each has a partner of the other kind (August alone beside
 * January to August), they are shown side by side on purpose, and nothing is mixed.
 *
 * @param key things with the same key are partners
 */
export function mixed<T>(
  items: readonly T[],
  side: (thing: T) => Side,
  key: (thing: T) => string | number,
): Unpaired<T> | undefined {
  const lonely = (wantedSide: Side) => {
    const others = new Set(items.filter((item) => side(item) !== wantedSide && side(item)).map(key));
    return items.filter((item) => side(item) === wantedSide && !others.has(key(item)));
  };
  const [a, b] = [lonely("a"), lonely("b")];
  return a.length > 0 && b.length > 0 ? { a, b } : undefined;
}

/** The figure's indicator and measure; levels of single months count as levels. */
export function subjectOf({ figure: { indicator, measure } }: ShownFigure): string {
  return `${indicator.code} ${measure === "single" ? "level" : measure}`;
}

/** a: cumulative; b: a single month or quarter; undefined: January, and numbers at the end of a month. */
export function accumulationOf({ figure: { indicator, measure, period } }: ShownFigure): Side {
  const { first, last } = periodParts(period);
  if (indicator.nature === "stock") return undefined;
  if (first > 1 || measure === "single") return last - first < 3 ? "b" : undefined;
  return last > 1 ? "a" : undefined;
}

/** Whether a period can only be cumulative: the first quarter and the year are also a quarter and a year. */
export const isRunning = ({ figure: { period } }: ShownFigure): boolean => kindOf(period) === "ytd";

/** The last month, in months since year 0. Counted as by `endOf`. */
export const endOfShown = ({ figure }: ShownFigure): number => endOf(figure.period);

/** a: published growth; b: growth computed from levels. */
export function basisOf({ figure: { measure } }: ShownFigure): Side {
  return measure === "growth" ? "a" : measure === "computed growth" ? "b" : undefined;
}

/** The unit of a number: "%", "points", "index", or what is counted with its power of ten: "CNY 9". */
export function unitOf({ figure: { measure, observation }, power }: ShownFigure): string {
  if (measure === "growth" || measure === "computed growth") return "%";
  if (measure === "index") return measure;
  const { unitMeasure } = observation;
  return unitMeasure === "PT" ? "%" : unitMeasure === "PP" ? "points" : `${unitMeasure} ${power}`;
}

const isLevel = ({ figure: { measure } }: ShownFigure): boolean => /^(level|count|single)$/.test(measure);

/**
 * The break between two figures, if any. Between an indicator and its successor it applies to every measure, within
 * an indicator to levels only, because growth is published on a comparable basis.
 */
export function breakBetween(operand: ShownFigure, other: ShownFigure): Break | undefined {
  const [a, b] = [operand.figure, other.figure].sort((x, y) => endOf(x.period) - endOf(y.period));
  if (!a || !b) return undefined;
  return breaks.find(({ indicator, after, successor }) => {
    if (indicator !== a.indicator.code) return false;
    const apart = endMonth(a.period) <= after && after < endMonth(b.period);
    return (
      apart &&
      (b.indicator.code === successor || (b.indicator === a.indicator && isLevel(operand) && isLevel(other)))
    );
  });
}

/** a: the statistics bureau's total; b: the ministry's monitored sample. */
export function bodyOf({ figure: { indicator } }: ShownFigure): Side {
  if (/^NBS\b/.test(indicator.basis.en)) return "a";
  const monitored = /^MOFCOM\b.*\bmonitoring\b/.test(indicator.basis.en);
  return monitored || totalOf(indicator.code) !== undefined ? "b" : undefined;
}

function shareMonths(operand: ShownFigure, other: ShownFigure): boolean {
  const [a, b] = [periodParts(operand.figure.period), periodParts(other.figure.period)];
  return a.year === b.year && a.first <= b.last && b.first <= a.last;
}

/**
 * Two figures of the same measure with common months, of which one is part of the other or the two overlap.
 * @returns the part first; `whole` says whether the second holds the first entirely
 */
export function partAndWhole(
  operands: readonly ShownFigure[],
): { part: ShownFigure; other: ShownFigure; whole: boolean } | undefined {
  for (const operand of operands) {
    for (const other of operands) {
      const [a, b] = [operand.figure.indicator.code, other.figure.indicator.code];
      const alike = isLevel(operand) ? isLevel(other) : operand.figure.measure === other.figure.measure;
      if (a === b || !alike || !shareMonths(operand, other)) continue;
      if (isPartOf(a, b)) return { part: operand, other, whole: true };
      if (isLevel(operand) && overlaps(a, b)) return { part: operand, other, whole: false };
    }
  }
  return undefined;
}

/** Half a percentage point: the same limit as for computed growth. */
const room = 0.005;

/** Growth computed by hand, and the published growth from which it differs. */
export interface Missed {
  /** Fractions per year. */
  computed: number;
  published: number;
  /** The published growth of the later period. */
  figure: Figure;
}

/**
 * The published growth, where two levels do not give it because they are on two bases. Over several years it is the
 * geometric mean of each year's.
 * @returns undefined where they give about the same, or where the growth of a year is not published exactly
 */
export function growthMissed(
  { later, earlier, years }: Pick<ByHand, "later" | "earlier" | "years">,
  asof: string | undefined,
): Missed | undefined {
  const { indicator, period } = later.figure;
  const answers = Array.from({ length: years }, (_, yearsBack) => yearsLater(period, -yearsBack)).map(
    (year) => (year === undefined ? undefined : figure({ indicator, measure: "growth", period: year, asof })),
  );
  const growths = answers.flatMap((result) =>
    result?.ok && result.value.qualifier === "exact" ? [result.value] : [],
  );
  const [latest] = growths;
  if (latest === undefined || growths.length < years || earlier.figure.value <= 0) return undefined;
  const published = growths.reduce((product, { value }) => product * (1 + value), 1) ** (1 / years) - 1;
  const computed = (later.figure.value / earlier.figure.value) ** (1 / years) - 1;
  return Math.abs(computed - published) > room + 1e-9 ? { computed, published, figure: latest } : undefined;
}

/**
 * Two cumulative figures of one indicator with common months, which a sum counts twice; undefined if there are none.
 */
export function overlapping(
  operands: readonly ShownFigure[],
): readonly [ShownFigure, ShownFigure] | undefined {
  for (const [index, operand] of operands.entries()) {
    for (const other of operands.slice(index + 1)) {
      const same =
        subjectOf(operand) === subjectOf(other) &&
        isLevel(operand) &&
        operand.figure.indicator.nature === "flow";
      const different = operand.figure.period !== other.figure.period;
      if (same && different && shareMonths(operand, other)) return [operand, other];
    }
  }
  return undefined;
}
