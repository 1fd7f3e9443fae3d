import type { Measure } from "../../data/dataset";

/** What a figure tells of an indicator: six published measures, and five derived from published figures. */
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

const nameOfMeasure: Readonly<Record<Measure, MeasureName>> = {
  LEVEL: "level",
  YOY_GROWTH: "growth",
  SHARE: "share",
  CHANGE: "change",
  COUNT: "count",
  CONTRIBUTION: "contribution",
};

/** Our name for a measure of the data's tables. Total: the build refuses a table with any other measure. */
export function measureName(measure: Measure): MeasureName {
  return nameOfMeasure[measure];
}

/**
 * Whether a measure is derived here rather than published. The list of names holds the published measures first.
 * @example isDerived("computed growth") // true
 * @example isDerived("growth") // false
 */
export function isDerived(measure: MeasureName): boolean {
  return measureNames.indexOf(measure) >= 6;
}
