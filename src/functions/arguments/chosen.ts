import {
  fail,
  figure,
  latestPeriod,
  ok,
  valueMeasure,
  type Figure,
  type Indicator,
  type MeasureName,
  type Period,
  type Result,
} from "../../dataset/first";

/**
 * An end of a stretch of periods: "latest" is the latest period with a figure of the measure.
 * @param measure default: the indicator's own
 */
export function endOfStretch(
  asked: Period | "latest" | undefined,
  indicator: Indicator,
  measure: MeasureName | undefined,
  asof: string | undefined,
): Result<Period | undefined> {
  if (asked !== "latest") return ok(asked);
  // An index is of the indicator's own measure.
  const latest = figure({
    indicator,
    measure: measure === "index" ? undefined : measure,
    period: asked,
    asof,
  });
  return latest.ok ? ok(latest.value.period) : latest;
}

/**
 * The figure that stands for an indicator in a period: its own measure, or its growth where only that was published
 * for the period.
 * @example chosenFigure(digital, "2025-Q1", undefined) // "+7.4%"
 */
export function chosenFigure(
  indicator: Indicator,
  period: Period | "latest",
  asof: string | undefined,
): Result<Figure> {
  const asked = period === "latest" ? latestPeriod(indicator, asof) : period;
  if (asked === undefined) return fail({ name: "nothing-found", given: indicator.code });
  const measure = valueMeasure(indicator);
  const value = measure && figure({ indicator, measure, period: asked, asof });
  if (value?.ok) return value;
  const growth = figure({ indicator, measure: "growth", period: asked, asof });
  return growth.ok || value === undefined ? growth : value;
}
