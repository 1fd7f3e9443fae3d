import { MAX_COLUMNS, MAX_ROWS, parseLocal, splitSheet } from "../../host/grid/address";
import type { Rectangle } from "../model";

/** A reference to cells of a sheet, read from a file. */
interface FileReference {
  /** Undefined for the same sheet. */
  sheet: string | undefined;
  cells: Rectangle;
}

/** Reads "B7", "$A$1:$C$9" or "'At a glance'!$A$1"; undefined for anything else, such as several areas. */
export function readReference(text: string): FileReference | undefined {
  const { sheet, rest } = splitSheet(text);
  const cells = parseLocal(rest);
  return cells && { sheet, cells };
}

/** Reads "$1:$3" or "$A:$B": the first row or column (from 0), and how many; undefined for anything else. */
export function readLines(text: string): { rows: boolean; first: number; count: number } | undefined {
  const cells = readReference(text)?.cells;
  if (cells?.columnCount === MAX_COLUMNS) return { rows: true, first: cells.row, count: cells.rowCount };
  if (cells?.rowCount === MAX_ROWS) return { rows: false, first: cells.column, count: cells.columnCount };
  return undefined;
}

/** The references in a list such as a print area; commas in sheet names do not separate them. */
export function splitList(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}
