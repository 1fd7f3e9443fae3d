import type { Area } from "../../workbook/a1";
import type { TableCells } from "./structured";

/** The part of a worksheet that the check reads; rows and columns count from 0. */
export interface SheetCells {
  sheet: string;
  /** The first row and column that were read. */
  at: readonly [row: number, column: number];
  /** In English form; a cell without a formula holds its value. */
  formulas: readonly (readonly unknown[])[];
  values: readonly (readonly unknown[])[];
  /** The formulas behind values, by `placeKey`: of blocks inserted as values, and of frozen cells. */
  behind?: ReadonlyMap<string, string>;
  /** Our blocks, whose cells have labels of their own, and the cells in them that somebody changed. */
  blocks?: readonly { area: Area; changed: ReadonlySet<string> }[];
  charts?: readonly ChartCells[];
  /** Native tables, whose columns formulas may name. */
  tables?: readonly TableCells[];
}

/** A chart. */
export interface ChartCells {
  name: string;
  series: readonly ChartLine[];
}

/** One series: the address of its values, as Excel gives it ("Sheet1!$B$2:$B$9"), and its axis. */
interface ChartLine {
  values: string;
  secondary: boolean;
}

/** The key of a cell in maps; row and column count from 0. */
export const placeKey = (row: number, column: number): string => `${row},${column}`;
