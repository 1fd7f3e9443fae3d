import { breaks, endMonth, indicatorOf, kindOf, periodOf, periodParts, series } from "../../../dataset";
import type { Figure, Indicator, Language, Period, Text2 } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import { combo } from "../../layout/combo";
import type { Drawing } from "../../layout/drawings";
import { shortLabel } from "../../layout/labels";
import { ask } from "../../layout/request";
import type { Request } from "../../layout/request";
import { texts } from "../../layout/texts";
import { monthMarks } from "../../layout/words";

/** Online retail up to the period: cumulative sales with growth by month, or by year if only years are known. */
export function retailLine(request: Request): (Retail & { sentence: Text2 }) | undefined {
  // From 2026 the series with the wider scope; the two are never connected.
  const ended = breaks.some(
    ({ indicator, after, successor }) =>
      indicator === "ONLINE_RETAIL_TOTAL" && successor !== undefined && endMonth(request.period) > after,
  );
  const indicator = indicatorOf(ended ? "ONLINE_RETAIL_GOODS_SERVICES" : "ONLINE_RETAIL_TOTAL");
  const months = byMonth(indicator, request);
  if (months) return { ...months, sentence: texts.retailSentence };
  const years = byYear(indicator, request);
  return years && { ...years, sentence: texts.retailSentenceYears };
}

interface Retail {
  drawing: Drawing;
  unit: string;
}

/**
 * The cumulative months from the year before on; a month without a figure is a gap. January is never published alone.
 */
function byMonth(indicator: Indicator, request: Request): Retail | undefined {
  const { year, last } = periodParts(request.period);
  const periods: Period[] = [];
  for (let month = 2; month <= 12 + last; month += 1) {
    if (month === 13) continue;
    const period = periodOf(month <= 12 ? year - 1 : year, 1, ((month - 1) % 12) + 1);
    if (period) periods.push(period);
  }
  const points = pointsOf(indicator, periods, request);
  const first = points.findIndex(({ level }) => level);
  const known = first < 0 ? [] : points.slice(first);
  if (known.filter(({ level }) => level).length < 4) return undefined;
  const marks = monthMarks(
    known.map(({ period }) => period),
    request.language,
  );
  return lineOf(indicator, known, marks, texts.retailChart, request.language);
}

/** Years up to the period's, back to the last break, at most ten. */
function byYear(indicator: Indicator, request: Request): Retail | undefined {
  const answer = series({
    indicator,
    measure: "level",
    freq: "annual",
    to: request.period,
    asof: request.asof,
  });
  if (!answer.ok) return undefined;
  const lastBreak = breaks
    .filter(
      (candidate) => candidate.indicator === indicator.code && candidate.after < endMonth(request.period),
    )
    .map(({ after }) => after)
    .sort()
    .at(-1);
  const years = answer.value.points
    .map(({ period }) => period)
    .filter(
      (period) => kindOf(period) === "annual" && (lastBreak === undefined || endMonth(period) > lastBreak),
    );
  const points = pointsOf(indicator, years.slice(-10), request);
  if (points.length < 2) return undefined;
  const marks = points.map(({ period }) => period);
  return lineOf(indicator, points, marks, texts.retailChartYears, request.language);
}

function lineOf(
  indicator: Indicator,
  points: readonly RetailPoint[],
  labels: readonly string[],
  title: Text2,
  language: Language,
): ReturnType<typeof combo> {
  const moments = points.map((point, index) => ({ ...point, label: labels[index] ?? "" }));
  return combo("retail", fill(title[language], shortLabel(indicator, language)), moments, language);
}

interface RetailPoint {
  period: Period;
  level: Figure | undefined;
  growth: Figure | undefined;
}

function pointsOf(indicator: Indicator, periods: readonly Period[], request: Request): RetailPoint[] {
  return periods.map((period) => ({
    period,
    level: ask(indicator, "level", period, request),
    growth: ask(indicator, "growth", period, request),
  }));
}
