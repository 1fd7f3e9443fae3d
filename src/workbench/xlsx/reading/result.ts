import type { ChartState } from "../../state";
import type { XlsxSheet, XlsxWorkbook } from "../model";

/** A sheet that was read: as one to be saved, its charts without the values that the file keeps of their cells. */
export interface OpenedSheet extends Omit<XlsxSheet, "charts"> {
  charts: ChartState[];
}

/** A workbook that was read. */
export interface OpenedWorkbook extends Omit<XlsxWorkbook, "sheets" | "arrayFunctions"> {
  sheets: OpenedSheet[];
}

/** What a file may hold that the workbench has no place for. */
export type NotUnderstood =
  | "charts"
  | "pictures"
  | "comments"
  | "pivotTables"
  | "conditionalFormats"
  | "validations"
  | "sparklines"
  | "slicers"
  | "macros"
  | "otherWorkbooks"
  | "sheetKinds"
  | "filters";

/** A file that was read, and what of it is left behind, each with how many there are. */
export interface Reading {
  book: OpenedWorkbook;
  left: ReadonlyMap<NotUnderstood, number>;
}
