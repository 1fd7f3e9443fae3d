import type { Indicator, ObservationRow } from "../../data/rows";
import type { Period } from "../time/period";
import type { Text2 } from "../wording/text";
import type { MeasureName } from "./measures";

/** A published figure: a row of the data, with its canonical period and the last day that its vintage may mean. */
export interface Observation extends ObservationRow {
  readonly period: Period;
  /** The release date, a partial one as its last day. */
  readonly known: string;
}

/** A figure as an answer: a value, and everything that a careful reader asks of it. */
export interface Figure {
  readonly indicator: Indicator;
  readonly measure: MeasureName;
  readonly period: Period;
  /** In base units: yuan, pieces, persons; a percentage as a fraction; percentage points as published; an index from 100. */
  readonly value: number;
  /** Whether it was computed here and not published. */
  readonly derived: boolean;
  readonly qualifier: Observation["qualifier"];
  /** The published figure that was chosen; for a derived figure the latest of its parts. */
  readonly observation: Observation;
  /** What it was derived from, latest first; empty for a published figure. */
  readonly parts: readonly Observation[];
  /** What others published of the same, and other vintages. */
  readonly others: readonly Observation[];
  readonly caveats: readonly Text2[];
  readonly provisional: boolean;
}

/** What is asked: which figure, of which period, as known on which day. */
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

/** All figures of one indicator, measure and period, the one to choose first. */
export interface Cell {
  readonly period: Period;
  readonly observations: readonly Observation[];
  /** The answer with all that is known, kept when it was first given. */
  figure?: Figure;
}
