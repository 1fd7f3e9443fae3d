import type { IndicatorCode } from "../../data/dataset";
import type { MeasureName } from "../figures/measures";
import type { Period } from "../time/period";
import type { Text2 } from "./text";

/** Why there is no answer: the reason's name, and what its sentence needs. Given texts are shortened by `shown`. */
export type Reason =
  /** A required argument is missing. */
  | { readonly name: "missing-argument"; readonly argument: string }
  /** An argument is of a kind that cannot be read: a number for a name, an error, a range for a single value. */
  | { readonly name: "not-text"; readonly argument: string; readonly given: string }
  | {
      readonly name: "not-number";
      readonly argument: string;
      readonly given: string;
      readonly least?: number;
    }
  | { readonly name: "error-given"; readonly argument: string; readonly given: string }
  /** An argument is not in its list of words. */
  | {
      readonly name: "bad-argument";
      readonly argument: string;
      readonly given: string;
      /** In both languages, or one word for both. */
      readonly choices: readonly (string | Text2)[];
    }
  | {
      readonly name: "period-not-read";
      readonly argument: string;
      readonly given: string;
      /** It is relative to today, lacks a year, or has several meanings. */
      readonly why?: "relative" | "no-year" | "ambiguous";
    }
  | { readonly name: "date-not-read"; readonly argument: string; readonly given: string }
  | { readonly name: "from-after-to"; readonly from: Period; readonly to: Period }
  /** CAGR needs two periods of one kind, whole years apart. */
  | { readonly name: "unlike-periods"; readonly from: Period; readonly to: Period }
  /** A unit was asked for where the figure is a percentage. */
  | { readonly name: "unit-on-percentage"; readonly indicator: IndicatorCode; readonly given: string }
  /** A percentage was asked for where the figure is an amount or a count. */
  | { readonly name: "percentage-on-amount"; readonly indicator: IndicatorCode; readonly given: string }
  /** An unknown unit, or money of another country. */
  | {
      readonly name: "unit-not-read";
      readonly argument: string;
      readonly given: string;
      readonly why?: "foreign";
    }
  /** The measure exists in a series only. */
  | { readonly name: "only-in-series"; readonly measure: MeasureName }
  | { readonly name: "unknown-indicator"; readonly given: string; readonly suggestions: readonly Text2[] }
  /** Only the other measure was published. `when` is a period with it; absent for the default reference period. */
  | { readonly name: "only-growth"; readonly indicator: IndicatorCode; readonly when?: Period | "latest" }
  | {
      readonly name: "no-growth";
      readonly indicator: IndicatorCode;
      readonly has: MeasureName;
      readonly when?: Period | "latest";
    }
  | {
      readonly name: "no-measure";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly has: readonly MeasureName[];
    }
  /** No figure for the period. `nearest` and `cumulative` (January to the same end) have one. */
  | {
      readonly name: "no-figure";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly nearest?: Period;
      readonly cumulative?: Period;
    }
  /** The only figure is counted from another month than January, which no period describes. */
  | { readonly name: "only-since"; readonly indicator: IndicatorCode; readonly period: Period }
  /** The figure was released after the data date. */
  | {
      readonly name: "not-yet-released";
      readonly indicator: IndicatorCode;
      readonly period: Period;
      readonly asof: string;
      readonly released: string;
    }
  | {
      readonly name: "series-ended";
      readonly indicator: IndicatorCode;
      readonly after: string;
      readonly successor: IndicatorCode;
    }
  | {
      readonly name: "break-between";
      readonly indicator: IndicatorCode;
      readonly after: string;
      readonly from: Period;
      readonly to: Period;
    }
  /** A figure that the derived one needs is missing. `nearest` has a derived one. */
  | {
      readonly name: "part-missing";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly part: Period;
      readonly nearest?: Period;
    }
  /** Growth from zero or a negative number is undefined. */
  | { readonly name: "no-base"; readonly indicator: IndicatorCode; readonly part: Period }
  /**
   * The levels, given as printed, have too few digits for the result. `call` is a formula for the published growth,
   * `answer` its result where it has one.
   */
  | {
      readonly name: "too-rough";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly part: Period;
      readonly later: Text2;
      readonly earlier: Text2;
      readonly call?: string;
      readonly answer?: string;
    }
  /**
   * The growth of the levels differs from the published one, so they are on two bases. `call` is a formula that
   * works, `answer` its result where it has one.
   */
  | {
      readonly name: "two-bases";
      readonly indicator: IndicatorCode;
      readonly period: Period;
      readonly computed: string;
      readonly published: string;
      readonly call: string;
      readonly answer?: string;
    }
  /** A published growth that the result needs is missing. */
  | {
      readonly name: "growth-missing";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly part: Period;
    }
  /** Only flows (sums over a period) have chained levels. */
  | { readonly name: "not-chained"; readonly indicator: IndicatorCode; readonly why: "stock" | "rate" }
  /** Single months and quarters are computed from cumulative flows only. */
  | {
      readonly name: "not-single";
      readonly indicator: IndicatorCode;
      readonly why: "stock" | "rate" | "period";
    }
  | { readonly name: "january-february"; readonly indicator: IndicatorCode; readonly period: Period }
  /** The series has no point. `works` is a frequency with points between these ends; `single`: "single" has some. */
  | {
      readonly name: "no-points";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly works?: "annual" | "quarter" | "month" | "ytd" | "all";
      readonly single?: boolean;
    }
  | { readonly name: "no-growth-in-period"; readonly period: Period; readonly nearest?: Period }
  | { readonly name: "nothing-found"; readonly given: string }
  /** The theme has no policy steps. */
  | { readonly name: "no-events"; readonly given: string }
  /** The host cannot show the function's result; `instead` is a function that works there. */
  | { readonly name: "host-too-old"; readonly instead: string }
  /** An unexpected failure in the add-in. */
  | { readonly name: "internal" };

const wrongQuestion: readonly Reason["name"][] = [
  "missing-argument",
  "not-text",
  "not-number",
  "error-given",
  "bad-argument",
  "period-not-read",
  "date-not-read",
  "from-after-to",
  "unlike-periods",
  "unit-on-percentage",
  "percentage-on-amount",
  "unit-not-read",
  "only-in-series",
  "unknown-indicator",
];

/**
 * Which of the two errors of Excel that can carry a sentence a reason becomes.
 * @returns "value" (#VALUE!) for a wrong question, "na" (#N/A) for a right one without a figure
 * @example reasonKind(parsePeriod("next year").reason) // "value"
 */
export function reasonKind(reason: Reason): "value" | "na" {
  return wrongQuestion.includes(reason.name) ? "value" : "na";
}
