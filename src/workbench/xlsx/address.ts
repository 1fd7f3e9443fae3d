import { cellName } from "../host/grid/address";
import type { Rectangle } from "./model";

/** Address of a rectangle, also of whole rows and columns by their cells; a single cell has no colon. */
export function rangeAddress({ row, column, rowCount, columnCount }: Rectangle, fixed = false): string {
  const first = cellName(row, column, fixed);
  const last = cellName(row + rowCount - 1, column + columnCount - 1, fixed);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name in formulas, always quoted, which is always valid. Quotes inside are doubled. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The replacement for the name of a deleted sheet. */
export const goneSheet = "#REF!";

/** An absolute reference with its sheet, such as 'Data'!$A$1:$B$3; `#REF!` for a deleted sheet. */
export function fullAddress(sheet: string, range: Rectangle): string {
  if (sheet === goneSheet) return goneSheet;
  return `${quotedSheet(sheet)}!${rangeAddress(range, true)}`;
}
