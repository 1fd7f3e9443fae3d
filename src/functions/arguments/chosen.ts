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
 * The period at an end of a series. "latest" becomes the latest period with a figure of the measure.
 * @param measure default: the indicator's measure that is not growth
 * @returns undefined where no end is given; the reason where there is no latest figure
 */
export function endOfStretch(
  wanted: Period | "latest" | undefined,
  indicator: Indicator,
  measure: MeasureName | undefined,
  asof: string | undefined,
): Result<Period | undefined> {
  if (wanted !== "latest") return ok(wanted);
  // An index is computed from the indicator's levels or counts.
  const latest = figure({
    indicator,
    measure: measure === "index" ? undefined : measure,
    period: wanted,
    asof,
  });
  return latest.ok ? ok(latest.value.period) : latest;
}

/**
 * The figure that represents an indicator in a period: its measure that is not growth, or its growth where only
 * growth was published for the period.
 * @returns `nothing-found` where "latest" is asked and no figure is known, else the reason why there is none
 * @example chosenFigure(digital, "2025-Q1", undefined) // "+7.4%"
 */
export function chosenFigure(
  indicator: Indicator,
  period: Period | "latest",
  asof: string | undefined,
): Result<Figure> {
  const wanted = period === "latest" ? latestPeriod(indicator, asof) : period;
  if (wanted === undefined) return fail({ name: "nothing-found", given: indicator.code });
  const measure = valueMeasure(indicator);
  const value = measure && figure({ indicator, measure, period: wanted, asof });
  if (value?.ok) return value;
  const growth = figure({ indicator, measure: "growth", period: wanted, asof });
  return growth.ok || value === undefined ? growth : value;
}
