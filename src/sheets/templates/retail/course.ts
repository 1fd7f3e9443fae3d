import { breaks, endMonth, indicatorOf, periodOf, periodParts, series } from "../../../dataset";
import type { Break, Figure, IndicatorCode, Period } from "../../../dataset";
import { ask } from "../../layout/request";
import type { Request } from "../../layout/request";

/** The series of online sales that a month belongs to: from 2026 its successor, with which it is never joined. */
const online: IndicatorCode = "ONLINE_RETAIL_TOTAL";
const ending = breaks.find(({ indicator, successor }) => indicator === online && successor);
/** Goods sold online go on under one definition. */
const goods: IndicatorCode = "ONLINE_RETAIL_PHYSICAL";
const goodsShare: IndicatorCode = "ONLINE_RETAIL_PHYSICAL_SHARE";
const firstYear = 2014;

/** The indicator of online sales that a period belongs to. */
export function onlineAt(period: Period): IndicatorCode {
  return (ending && endMonth(period) > ending.after && ending.successor) || online;
}

/** January to a month in two years. */
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
  /** The level on the basis of one year, derived. */
  chained?: Figure | undefined;
  goods?: Figure | undefined;
  goodsGrowth?: Figure | undefined;
  share?: Figure | undefined;
  broken: boolean;
}

/** Online retail up to a period, as far as the data go. */
export interface Course {
  /** Year of the period, and its last month. */
  year: number;
  last: number;
  months: readonly MonthRow[];
  years: readonly YearRow[];
  /** The year on whose basis levels of other years can be had; undefined: some year's cannot, nor so drawn. */
  basis: number | undefined;
  /** The break between the year and the one before, if there is one. */
  broken: Break | undefined;
}

/** Whether anything was published of a month. */
export const isKnown = (row: MonthRow): boolean =>
  (row.level ?? row.growth ?? row.levelBefore ?? row.growthBefore) !== undefined;

/**
 * The months from the first to the last that have a figure, and the years that have one, oldest first. January is published
 * only together with February.
 */
export function courseOf(request: Request): Course {
  const { year, last } = periodParts(request.period);
  const to = (of: number, month: number): Period | undefined => periodOf(of, 1, month);
  const find = (code: IndicatorCode, measure: "level" | "growth" | "share", at: Period | undefined) =>
    at && ask(code, measure, at, request);
  const sales = (measure: "level" | "growth", at: Period | undefined) =>
    at && find(onlineAt(at), measure, at);
  const months: MonthRow[] = [];
  for (let month = 2; month <= 12; month += 1) {
    const now = month <= last ? to(year, month) : undefined;
    const before = to(year - 1, month);
    const row: MonthRow = {
      month,
      level: sales("level", now),
      growth: sales("growth", now),
      share: find(goodsShare, "share", now),
      goodsGrowth: find(goods, "growth", now),
      levelBefore: sales("level", before),
      growthBefore: sales("growth", before),
    };
    if (isKnown(row) || months.length > 0) months.push(row);
  }
  // Months between others keep their places on the charts' axes.
  while (months.length > 0 && !months.slice(-1).some(isKnown)) months.pop();
  const years: YearRow[] = [];
  const chain = series({
    indicator: indicatorOf(online),
    measure: "chained",
    freq: "annual",
    asof: request.asof,
  });
  const chained = new Map(chain.ok ? chain.value.points.map((one) => [one.period, one.figure]) : []);
  for (let of = firstYear; of <= (last === 12 ? year : year - 1); of += 1) {
    const period = to(of, 12);
    if (!period || onlineAt(period) !== online) continue;
    const row = {
      period,
      level: find(online, "level", period),
      growth: find(online, "growth", period),
      chained: chained.get(period),
      goods: find(goods, "level", period),
      goodsGrowth: find(goods, "growth", period),
      share: find(goodsShare, "share", period),
      broken: breaks.some(
        (one) => one.indicator === online && !one.successor && one.after === endMonth(period),
      ),
    };
    if (row.level ?? row.goods ?? row.share) years.push(row);
  }
  const broken = breaks.find(
    ({ indicator, after }) => indicator === online && after.startsWith(`${year - 1}-`),
  );
  // Published levels and others do not stand side by side in one chart.
  const whole = years.every((row) => row.broken || row.chained || !row.level);
  const basis = chain.ok && whole && years.some((row) => row.chained) ? chain.value.year : undefined;
  return { year, last, months, years, basis, broken };
}
