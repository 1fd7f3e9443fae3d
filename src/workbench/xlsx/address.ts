import type { Rectangle } from "./model";

/** Letters of a column: 0 is A. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** Address of a cell, for example B7; with `$` signs where `fixed`. */
export function cellAddress(row: number, column: number, fixed = false): string {
  const sign = fixed ? "$" : "";
  return `${sign}${columnLetters(column)}${sign}${row + 1}`;
}

/** Address of a rectangle; a single cell has no colon. */
export function rangeAddress({ row, column, rowCount, columnCount }: Rectangle, fixed = false): string {
  const first = cellAddress(row, column, fixed);
  const last = cellAddress(row + rowCount - 1, column + columnCount - 1, fixed);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name in formulas, always quoted, which is always valid. */
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
