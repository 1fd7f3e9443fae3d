import type { ChartState } from "../../state";
import type { XlsxSheet, XlsxWorkbook } from "../model";

/** A sheet of a file: as for saving, but its charts without stored values. */
export interface OpenedSheet extends Omit<XlsxSheet, "charts"> {
  charts: ChartState[];
}

/** A workbook that was read. */
export interface OpenedWorkbook extends Omit<XlsxWorkbook, "sheets" | "arrayFunctions"> {
  sheets: OpenedSheet[];
}

/** Content that the workbench does not support. */
export type NotUnderstood =
  | "charts"
  | "chartDetails"
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
  | "filters"
  | "tableOptions"
  | "pageSettings"
  | "viewSettings";

/** A file's workbook, and the numbers of things left out. */
export interface Reading {
  book: OpenedWorkbook;
  leftOut: ReadonlyMap<NotUnderstood, number>;
}
