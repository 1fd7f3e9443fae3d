import type { MeasureName, Period } from "../dataset";

/** A table of Excel as it was read from its sheet. */
export interface TableRead {
  readonly name: string;
  /** The place of its first heading, counted from 0. */
  readonly at: readonly [row: number, column: number];
  readonly headings: readonly unknown[];
  readonly rows: readonly (readonly unknown[])[];
  /** The cells' number formats, which tell percentages. */
  readonly formats: readonly (readonly unknown[])[];
}

/** A row that can join the data. */
export interface UserRow {
  readonly name: string;
  readonly measure: MeasureName;
  readonly period: Period;
  /** The number as written, percentages in percent. */
  readonly value: string;
  readonly unit: string;
  readonly power: number;
  readonly source: string;
  readonly link: string;
  /** The release date, or "". */
  readonly released: string;
}
