import type { Area } from "../../workbook/a1";
import type { BlockRecord } from "./blockRecord";
import type { FormatReading } from "./cellFormats";
import type { HiddenRows } from "./hiddenRows";

/** Which cells to look at. Areas are absolute. */
export type Where =
  /** The selected cell; the sheet is not known yet. */
  | { kind: "selection" }
  | { kind: "cell"; sheet: string; row: number; column: number }
  /** A sheet by its id, and where a block of ours stood there when we last saw it. */
  | { kind: "block"; sheetId: string; id: string; area: Area }
  | { kind: "new-sheet" };

/** A marker found on a sheet. */
export interface Marker {
  id: string;
  area: Area;
  record?: BlockRecord;
  /** The record's text as the sheet keeps it; absent: it does not. */
  kept?: string;
  /** Its writing or removal broke off: what stands there is a part of it. */
  unfinished?: boolean;
}

/** What a table must be told to be made again. */
export interface TableReading {
  name: string;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** How many columns it has; absent: not known. */
  columns?: number;
}

/** What stands on a sheet, as far as an insertion must know. Areas are absolute. */
export interface SheetReading {
  id: string;
  name: string;
  protected: boolean;
  /** The top left cell that was asked for. */
  at: readonly [row: number, column: number];
  markers: readonly Marker[];
  /** Cells whose formulas were frozen. */
  frozen: readonly Area[];
  /** Names of its charts in their order; undefined where Excel refuses to say. */
  charts: readonly string[] | undefined;
  /** Titles of its charts by their names, as far as Excel says. */
  titles?: ReadonlyMap<string, string>;
  /** Rows above which a page ends. */
  breaks: readonly number[];
  /** Names of all its tables in their order; undefined where Excel refuses to say. */
  allTables: readonly string[] | undefined;
  /** Where the sheet's last filled cell is. */
  used: Area | undefined;
  /** What was read, and what stands in it. */
  area: Area;
  formulas: readonly (readonly unknown[])[];
  /** Empty where Excel refuses to say, as are `widths` and `heights`. */
  numberFormats: readonly (readonly string[])[];
  /** Tables that share a cell with the area; undefined where the host cannot say. */
  tables: readonly TableReading[] | undefined;
  /** Somebody merged cells in the area. */
  merged: boolean;
  cellFormats: FormatReading;
  /** Rows of the area that are hidden; absent: none. */
  hidden?: HiddenRows;
  /** Widths of the area's columns, points. */
  widths: readonly number[];
  /** Heights of rows by row of the area, points; at least of those that the plan gives a height. */
  heights: Readonly<Record<number, number>>;
}

/** What the first message brings back. */
export interface Reading {
  sheets: readonly { id: string; name: string; hidden?: boolean }[];
  active: { id: string; name: string };
  /** The workbook's structure is protected: no sheet can be added or deleted. */
  locked?: boolean;
  /** The accent of the workbook's theme. */
  accent?: string;
  sheet?: SheetReading;
  /** Names of all tables of the workbook. */
  tables: readonly string[];
}
