import type { Area } from "../../workbook/a1";
import type { BlockRecord } from "./blockRecord";
import type { FormatReading } from "./cellFormats";
import type { HiddenRows } from "./hiddenRows";

/** The cells to read. Areas are absolute. */
export type Where =
  /** The selected cell, on a sheet still unknown. */
  | { kind: "selection" }
  | { kind: "cell"; sheet: string; row: number; column: number }
  /** A sheet by its id, and the last known place of a block. */
  | { kind: "block"; sheetId: string; id: string; area: Area }
  | { kind: "new-sheet" };

export interface Marker {
  id: string;
  area: Area;
  record?: BlockRecord;
  /** The record's text in the sheet's property; absent if it is not there. */
  keptText?: string;
  /** Whether its writing or removal was interrupted, so that it is incomplete. */
  unfinished?: boolean;
}

/** What is needed to make a table again. */
export interface TableReading {
  name: string;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** Its number of columns; absent if unknown. */
  columns?: number;
}

/** The content of a sheet that an insertion needs. Areas are absolute. */
export interface SheetReading {
  id: string;
  name: string;
  protected: boolean;
  /** The top left cell asked for. */
  at: readonly [row: number, column: number];
  markers: readonly Marker[];
  /** Cells whose formulas were frozen. */
  frozen: readonly Area[];
  /** The names of its charts, in order; undefined if Excel refuses to tell. */
  charts: readonly string[] | undefined;
  /** The titles of its charts by name, as far as Excel tells them. */
  titles?: ReadonlyMap<string, string>;
  /** The rows that follow a page break. */
  breaks: readonly number[];
  /** The names of all its tables, in order; undefined if Excel refuses to tell. */
  allTables: readonly string[] | undefined;
  /** The sheet's last filled cell. */
  used: Area | undefined;
  /** The area that was read; the following members describe it. */
  area: Area;
  formulas: readonly (readonly unknown[])[];
  /** Empty if Excel refuses to tell, as are `widths` and `heights`. */
  numberFormats: readonly (readonly string[])[];
  /** Tables that overlap the area; undefined if the host does not tell. */
  tables: readonly TableReading[] | undefined;
  /** Whether the area has merged cells. */
  merged: boolean;
  cellFormats: FormatReading;
  /** Hidden rows of the area; absent for none. */
  hidden?: HiddenRows;
  /** The widths of the area's columns, in points. */
  widths: readonly number[];
  /** The heights of the area's rows in points, at least of those to which the plan gives a height. */
  heights: Readonly<Record<number, number>>;
}

/** The answers to the first message. */
export interface Reading {
  sheets: readonly { id: string; name: string; hidden?: boolean }[];
  active: { id: string; name: string };
  /** Whether the workbook's structure is protected, so that no sheet can be added or deleted. */
  locked?: boolean;
  /** The accent of the workbook's theme. */
  accent?: string;
  sheet?: SheetReading;
  /** Names of all tables of the workbook. */
  tables: readonly string[];
}
