import type { IndicatorCode } from "../../data/dataset";
import type { MeasureName } from "../figures/measures";
import type { Period } from "../time/period";
import type { Text2 } from "./text";

/**
 * Why there is no answer. `name` says which reason, the other fields what a sentence needs; texts that a person
 * gave are already short (see `shown`). `sentence` words them, `reasonKind` says which Excel error they become.
 */
export type Reason =
  /** An argument that must be there was not. */
  | { readonly name: "missing-argument"; readonly argument: string }
  /** An argument is of a kind that cannot be used: a number for a name, an error, a range for a single value. */
  | { readonly name: "not-text"; readonly argument: string; readonly given: string }
  | {
      readonly name: "not-number";
      readonly argument: string;
      readonly given: string;
      readonly least?: number;
    }
  | { readonly name: "error-given"; readonly argument: string; readonly given: string }
  /** An argument is none of the words that it may be. */
  | {
      readonly name: "bad-argument";
      readonly argument: string;
      readonly given: string;
      /** In both languages, or a word that is the same in both. */
      readonly choices: readonly (string | Text2)[];
    }
  | {
      readonly name: "period-not-read";
      readonly argument: string;
      readonly given: string;
      /** It moves with the calendar, has no year, or may mean several. */
      readonly why?: "relative" | "no-year" | "ambiguous";
    }
  | { readonly name: "date-not-read"; readonly argument: string; readonly given: string }
  | { readonly name: "from-after-to"; readonly from: Period; readonly to: Period }
  /** Growth over years needs two periods of one kind, whole years apart. */
  | { readonly name: "unlike-periods"; readonly from: Period; readonly to: Period }
  /** A unit was asked for where the figure is a percentage. */
  | { readonly name: "unit-on-percentage"; readonly indicator: IndicatorCode; readonly given: string }
  /** A percentage was asked for where the figure is an amount or a count. */
  | { readonly name: "percentage-on-amount"; readonly indicator: IndicatorCode; readonly given: string }
  /** A unit that is not understood, or money of another country. */
  | {
      readonly name: "unit-not-read";
      readonly argument: string;
      readonly given: string;
      readonly why?: "foreign";
    }
  /** The measure makes sense for a series only. */
  | { readonly name: "only-in-series"; readonly measure: MeasureName }
  | { readonly name: "unknown-indicator"; readonly given: string; readonly suggestions: readonly Text2[] }
  /** The other measure is there: `when` is a period with it, left out where the default reference period has it. */
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
  /** No figure for that period. `nearest` has one; `cumulative` is January to the end of what was asked for, and has one. */
  | {
      readonly name: "no-figure";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly nearest?: Period;
      readonly cumulative?: Period;
    }
  /** All there is was counted from another month than January on: no period of the calendar. */
  | { readonly name: "only-since"; readonly indicator: IndicatorCode; readonly period: Period }
  /** There is a figure, but it was released after the day asked for. */
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
  /** A figure from which the result would be derived is not there. `nearest` can be derived. */
  | {
      readonly name: "part-missing";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly part: Period;
      readonly nearest?: Period;
    }
  /** The base is zero or negative, so that no rate can be formed. */
  | { readonly name: "no-base"; readonly indicator: IndicatorCode; readonly part: Period }
  /** The levels are printed with too few digits for what would be computed from them; both as printed. */
  | {
      readonly name: "too-rough";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly part: Period;
      readonly later: Text2;
      readonly earlier: Text2;
    }
  /** The levels' growth is not the published one: they are on two bases. `call` works, and gives `answer` if it is there. */
  | {
      readonly name: "two-bases";
      readonly indicator: IndicatorCode;
      readonly period: Period;
      readonly computed: string;
      readonly published: string;
      readonly call: string;
      readonly answer?: string;
    }
  /** A published growth on which the result would rest is not there. */
  | {
      readonly name: "growth-missing";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly period: Period;
      readonly part: Period;
    }
  /** Only flows have levels on one basis. */
  | { readonly name: "not-chained"; readonly indicator: IndicatorCode; readonly why: "stock" | "rate" }
  /** Single months and quarters are differences of cumulative flows. */
  | {
      readonly name: "not-single";
      readonly indicator: IndicatorCode;
      readonly why: "stock" | "rate" | "period";
    }
  | { readonly name: "january-february"; readonly indicator: IndicatorCode; readonly period: Period }
  /** No point there. `works` is another frequency that has points between the same ends, `single` says that the measure has. */
  | {
      readonly name: "no-points";
      readonly indicator: IndicatorCode;
      readonly measure: MeasureName;
      readonly works?: "annual" | "quarter" | "month" | "ytd" | "all";
      readonly single?: boolean;
    }
  | { readonly name: "no-growth-in-period"; readonly period: Period; readonly nearest?: Period }
  | { readonly name: "nothing-found"; readonly given: string }
  /** No policy step of a theme is known. */
  | { readonly name: "no-events"; readonly given: string }
  /** The host cannot show what the function returns; `instead` works there. */
  | { readonly name: "host-too-old"; readonly instead: string }
  /** Something of ours failed: the sentence says so, and nothing of the sheet is lost. */
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
 * Which of the two errors of Excel that carry a sentence a reason becomes.
 * @returns "value" (#VALUE!) where the question is wrong, "na" (#N/A) where it is right and there is no figure
 * @example reasonKind(parsePeriod("next year").reason) // "value"
 */
export function reasonKind(reason: Reason): "value" | "na" {
  return wrongQuestion.includes(reason.name) ? "value" : "na";
}
