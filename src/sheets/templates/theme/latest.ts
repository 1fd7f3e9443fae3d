import {
  byEnd,
  endOf,
  indicators,
  lengthOf,
  nearest,
  periodsOf,
  toDate,
  valueMeasure,
} from "../../../dataset";
import type { Figure, Indicator, IndicatorCode, Period, Theme } from "../../../dataset";
import { ask } from "../../layout/request";
import type { Request } from "../../layout/request";

/** The latest figures of an indicator up to a period. */
export interface Latest {
  indicator: Indicator;
  period: Period;
  value?: Figure | undefined;
  growth?: Figure | undefined;
}

/**
 * The periods up to the request's for which an indicator has a figure, oldest first. Of growth and of the main
 * measure, known at the request's data date; empty if none.
 */
export function periodsUpTo(indicator: Indicator, { period, asof }: Request): Period[] {
  const measure = valueMeasure(indicator);
  const periods = [
    ...periodsOf(indicator, "growth", asof),
    ...(measure ? periodsOf(indicator, measure, asof) : []),
  ];
  return [...new Set(periods)].filter((end) => endOf(end) <= endOf(period)).sort(byEnd);
}

/**
 * The latest figures of themes up to the period, newest first, then fastest. An indicator without any figure up to
 * then has no row. Those with a figure for the period itself come before older ones.
 */
export function latestOf(themes: readonly Theme[], request: Request): Latest[] {
  const rows = indicators
    .filter(({ theme }) => themes.includes(theme))
    .flatMap((indicator): Latest[] => {
      const known = periodsUpTo(indicator, request);
      const period = known.find((candidate) => candidate === request.period) ?? known.at(-1);
      if (period === undefined) return [];
      const value = ask(indicator, valueMeasure(indicator), period, request);
      return [{ indicator, period, value, growth: ask(indicator, "growth", period, request) }];
    });
  const isOlder = (latest: Latest): number => (latest.period === request.period ? 0 : 1);
  return rows.sort(
    (a, b) =>
      isOlder(a) - isOlder(b) ||
      byEnd(b.period, a.period) ||
      (b.growth?.value ?? -Infinity) - (a.growth?.value ?? -Infinity) ||
      (a.indicator.code < b.indicator.code ? -1 : 1),
  );
}

/** Growth of one period, which a chart may compare. */
export interface Group {
  period: Period;
  figures: readonly Figure[];
}

/**
 * Periods in which two or more indicators have growth, newest first.
 * @param others indicators of the themes that the chart leaves out
 */
export function groupsOf(
  themes: readonly Theme[],
  request: Request,
  others: readonly IndicatorCode[] = [],
): Group[] {
  const groups = new Map<Period, Figure[]>();
  for (const indicator of indicators) {
    if (!themes.includes(indicator.theme) || others.includes(indicator.code)) continue;
    for (const period of periodsUpTo(indicator, request)) {
      const growth = ask(indicator, "growth", period, request);
      if (growth) groups.set(period, [...(groups.get(period) ?? []), growth]);
    }
  }
  return [...groups]
    .filter(([, figures]) => figures.length > 1)
    .sort(([a], [b]) => byEnd(b, a))
    .map(([period, figures]) => ({ period, figures }));
}

/** The nearest period for which a theme has a figure; undefined without any. */
export function nearestOf(themes: readonly Theme[], { period, asof }: Request): Period | undefined {
  const periods = indicators
    .filter(({ theme }) => themes.includes(theme))
    .flatMap((indicator) => periodsOf(indicator, "growth", asof));
  return nearest(period, periods);
}

/** Cumulative periods with growth of any of these indicators, oldest first; the last `most`. */
export function sumsOf(codes: readonly Indicator[], request: Request, most: number): Period[] {
  const periods = codes.flatMap((indicator) =>
    periodsUpTo(indicator, request).filter(
      (period) => fromJanuary(period) && ask(indicator, "growth", period, request),
    ),
  );
  return [...new Set(periods)].sort(byEnd).slice(-most);
}

const fromJanuary = (period: Period): boolean => lengthOf(period) > 1 && toDate(period) === period;
