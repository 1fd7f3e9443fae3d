import type { Indicator, ObservationRow } from "../../data/rows";
import type { Period } from "../time/period";
import type { Text2 } from "../wording/text";
import type { MeasureName } from "./measures";

/** A row of the data with its canonical period and the day on which it is known. */
export interface Observation extends ObservationRow {
  readonly period: Period;
  /** The release date, a partial one as its last day. */
  readonly known: string;
}

/** A figure as an answer: its value, and all that is needed to judge it. */
export interface Figure {
  readonly indicator: Indicator;
  readonly measure: MeasureName;
  readonly period: Period;
  /** In base units (yuan, pieces, persons); percentages as fractions; points as published; an index from 100. */
  readonly value: number;
  /** Whether it was derived here rather than published. */
  readonly derived: boolean;
  readonly qualifier: Observation["qualifier"];
  /** The published figure that was chosen; of a derived figure the latest part. */
  readonly observation: Observation;
  /** The parts of a derived figure, latest first; empty for a published one. */
  readonly parts: readonly Observation[];
  /** Figures of the same by other publishers, and other vintages. */
  readonly others: readonly Observation[];
  readonly caveats: readonly Text2[];
  readonly provisional: boolean;
}

/** A question for one figure. */
export interface Question {
  readonly indicator: Indicator;
  /** Default: the indicator's one measure that is not growth, else growth. */
  readonly measure?: MeasureName | undefined;
  /** Default: `reference`. */
  readonly period?: Period | "latest" | undefined;
  /** Day (YYYY-MM-DD) after which releases are not known; default: none. */
  readonly asof?: string | undefined;
  /** The workbook's reference period. */
  readonly reference?: Period | undefined;
}

/** All figures of one indicator, measure and period, the preferred one first. */
export interface Cell {
  readonly period: Period;
  readonly observations: readonly Observation[];
  /** The answer without a data date, kept once it was given. */
  figure?: Figure;
}
