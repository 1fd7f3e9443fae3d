import type { Area } from "../../workbook/a1";
import type { TableCells } from "./structured";

/** A worksheet as far as the check must know it; places count from 0. */
export interface SheetCells {
  sheet: string;
  /** First row and column of what was read. */
  at: readonly [row: number, column: number];
  /** In English form; a cell without a formula holds its value. */
  formulas: readonly (readonly unknown[])[];
  values: readonly (readonly unknown[])[];
  /** Formulas that stood where values are now, by `placeKey`: blocks inserted as values, frozen cells. */
  behind?: ReadonlyMap<string, string>;
  /** Blocks of ours: what stands beside what in them is said by their own headings, but for the cells that somebody changed. */
  blocks?: readonly { area: Area; changed: ReadonlySet<string> }[];
  charts?: readonly ChartCells[];
  /** Native tables, whose columns formulas may name. */
  tables?: readonly TableCells[];
}

/** A chart that somebody made. */
export interface ChartCells {
  name: string;
  series: readonly ChartLine[];
}

/** One series: where its values stand, as Excel says it ("Sheet1!$B$2:$B$9"), and its axis. */
interface ChartLine {
  values: string;
  secondary: boolean;
}

/** The name of a place in maps. */
export const placeKey = (row: number, column: number): string => `${row},${column}`;
