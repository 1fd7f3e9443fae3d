import { breaks, endMonth, indicatorOf, periodOf, periodParts, series } from "../../../dataset";
import type { Break, Figure, IndicatorCode, Period } from "../../../dataset";
import { ask } from "../../layout/request";
import type { Request } from "../../layout/request";

/** The series of online sales until 2025; its successor is never connected with it. */
const online: IndicatorCode = "ONLINE_RETAIL_TOTAL";
const ending = breaks.find(({ indicator, successor }) => indicator === online && successor);
/** Physical goods sold online, whose definition did not change. */
const goods: IndicatorCode = "ONLINE_RETAIL_PHYSICAL";
const goodsShare: IndicatorCode = "ONLINE_RETAIL_PHYSICAL_SHARE";
const firstYear = 2014;

/**
 * The indicator of online sales for a period. The total was discontinued and has a successor from then on
 * (breaks.csv).
 */
export function onlineAt(period: Period): IndicatorCode {
  return (ending && endMonth(period) > ending.after && ending.successor) || online;
}

/** Cumulative sales to a month, in two years. */
interface MonthRow {
  month: number;
  level?: Figure | undefined;
  growth?: Figure | undefined;
  share?: Figure | undefined;
  goodsGrowth?: Figure | undefined;
  levelBefore?: Figure | undefined;
  growthBefore?: Figure | undefined;
}

/** A year; `broken`: its figures do not compare with the next year's. */
interface YearRow {
  period: Period;
  level?: Figure | undefined;
  growth?: Figure | undefined;
  /** The chained level, derived. */
  chained?: Figure | undefined;
  goods?: Figure | undefined;
  goodsGrowth?: Figure | undefined;
  share?: Figure | undefined;
  broken: boolean;
}

/** Online retail up to a period. */
export interface Course {
  /** The period's year and last month. */
  year: number;
  last: number;
  months: readonly MonthRow[];
  years: readonly YearRow[];
  /** The base year of chained levels; undefined if some year has none, so that none are drawn. */
  basis: number | undefined;
  /** The break between the year and the one before. */
  broken: Break | undefined;
}

/** Whether a month has any figure. Also one whose only figures are those of the year before. */
export const isKnown = (row: MonthRow): boolean =>
  (row.level ?? row.growth ?? row.levelBefore ?? row.growthBefore) !== undefined;

/** The months and the years with a figure, oldest first. January is published only together with February. */
export function courseOf(request: Request): Course {
  const { year, last } = periodParts(request.period);
  const upTo = (inYear: number, month: number): Period | undefined => periodOf(inYear, 1, month);
  const figureFor = (code: IndicatorCode, measure: "level" | "growth" | "share", at: Period | undefined) =>
    at && ask(code, measure, at, request);
  const sales = (measure: "level" | "growth", at: Period | undefined) =>
    at && figureFor(onlineAt(at), measure, at);
  const months: MonthRow[] = [];
  for (let month = 2; month <= 12; month += 1) {
    const now = month <= last ? upTo(year, month) : undefined;
    const before = upTo(year - 1, month);
    const row: MonthRow = {
      month,
      level: sales("level", now),
      growth: sales("growth", now),
      share: figureFor(goodsShare, "share", now),
      goodsGrowth: figureFor(goods, "growth", now),
      levelBefore: sales("level", before),
      growthBefore: sales("growth", before),
    };
    if (isKnown(row) || months.length > 0) months.push(row);
  }
  // Months in between stay, so that the axis is to scale.
  while (months.length > 0 && !months.slice(-1).some(isKnown)) months.pop();
  const years: YearRow[] = [];
  const chain = series({
    indicator: indicatorOf(online),
    measure: "chained",
    freq: "annual",
    asof: request.asof,
  });
  const chained = new Map(chain.ok ? chain.value.points.map((point) => [point.period, point.figure]) : []);
  for (let inYear = firstYear; inYear <= (last === 12 ? year : year - 1); inYear += 1) {
    const period = upTo(inYear, 12);
    if (!period || onlineAt(period) !== online) continue;
    const row = {
      period,
      level: figureFor(online, "level", period),
      growth: figureFor(online, "growth", period),
      chained: chained.get(period),
      goods: figureFor(goods, "level", period),
      goodsGrowth: figureFor(goods, "growth", period),
      share: figureFor(goodsShare, "share", period),
      broken: breaks.some(
        (candidate) =>
          candidate.indicator === online && !candidate.successor && candidate.after === endMonth(period),
      ),
    };
    if (row.level ?? row.goods ?? row.share) years.push(row);
  }
  const broken = breaks.find(
    ({ indicator, after }) => indicator === online && after.startsWith(`${year - 1}-`),
  );
  // Published and chained levels are never in one chart.
  const isComplete = years.every((row) => row.broken || row.chained || !row.level);
  const basis = chain.ok && isComplete && years.some((row) => row.chained) ? chain.value.year : undefined;
  return { year, last, months, years, basis, broken };
}
