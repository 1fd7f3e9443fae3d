import {
  fail,
  figure,
  latestPeriod,
  valueMeasure,
  type Figure,
  type Indicator,
  type Period,
  type Result,
} from "../dataset";

/**
 * The figure that stands for an indicator in a period: its own measure, or its growth where only that was published
 * for the period.
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
