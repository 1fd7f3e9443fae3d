import type { Measure } from "../../data/dataset";

/** What a figure says of an indicator: six published measures, and five derived from published levels and growth. */
export type MeasureName =
  | "level"
  | "growth"
  | "share"
  | "count"
  | "change"
  | "contribution"
  | "computed growth"
  | "difference"
  | "index"
  | "single"
  | "chained";

/** All measures, published ones first. */
export const measureNames: readonly MeasureName[] = [
  "level",
  "growth",
  "share",
  "count",
  "change",
  "contribution",
  "computed growth",
  "difference",
  "index",
  "single",
  "chained",
];

const published: Readonly<Record<Measure, MeasureName>> = {
  LEVEL: "level",
  YOY_GROWTH: "growth",
  SHARE: "share",
  CHANGE: "change",
  COUNT: "count",
  CONTRIBUTION: "contribution",
};

/** The name of a measure of the data. */
export function measureName(measure: Measure): MeasureName {
  return published[measure];
}

/**
 * Whether figures of a measure are computed here and not published.
 * @example isDerived("computed growth") // true
 * @example isDerived("growth") // false
 */
export function isDerived(measure: MeasureName): boolean {
  return measureNames.indexOf(measure) >= 6;
}
