import type { IRange } from "@univerjs/core";
import type { CellRange } from "../../state";
import { invalid } from "../errors";

/** Excel's sheet size. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** "A" for 0, "AA" for 26. `column` counts from 0. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** "B7" without its sheet; "$B$7" where fixed. */
export function cellName(row: number, column: number, fixed = false): string {
  const $ = fixed ? "$" : "";
  return `${$}${columnName(column)}${$}${row + 1}`;
}

/** A sheet's name as in an address, quoted where Excel quotes it. Quotes inside are doubled. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeCell(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/**
 * Whether Excel reads a text as a cell's address (A1 or R1C1), so that it is no valid name. Only within the grid:
 * XFE1 and A1048577 are names.
 */
export function looksLikeCell(text: string): boolean {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text);
  if (match && columnNumber(match[1] ?? "") < MAX_COLUMNS) {
    const row = Number(match[2]);
    if (row >= 1 && row <= MAX_ROWS) return true;
  }
  return /^(R[0-9]*)?(C[0-9]*)?$/i.test(text) && text !== "";
}

/** The part of an address after the sheet's name: "A1:B2", "A:C", "3:5", "B7"; with `dollars` absolute. */
export function localAddress(range: Omit<CellRange, "sheetId">, dollars = false): string {
  const $ = dollars ? "$" : "";
  const lastRow = range.row + range.rowCount - 1;
  const lastColumn = range.column + range.columnCount - 1;
  const wholeRows = range.column === 0 && range.columnCount === MAX_COLUMNS;
  const wholeColumns = range.row === 0 && range.rowCount === MAX_ROWS;
  if (wholeColumns && !wholeRows) return `${$}${columnName(range.column)}:${$}${columnName(lastColumn)}`;
  if (wholeRows) return `${$}${range.row + 1}:${$}${lastRow + 1}`;
  const first = cellName(range.row, range.column, dollars);
  if (range.rowCount === 1 && range.columnCount === 1) return first;
  return `${first}:${cellName(lastRow, lastColumn, dollars)}`;
}

/**
 * Splits "'My sheet'!A1" into the sheet's name (undefined without one) and the rest. Quotes are taken off; nothing is
 * said of whether the sheet exists.
 */
export function splitSheet(address: string): { sheet: string | undefined; rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s.exec(address.trim());
  if (!match) return { sheet: undefined, rest: address.trim() };
  return { sheet: match[1] === undefined ? match[2] : match[1].replaceAll("''", "'"), rest: match[3] ?? "" };
}

/** Reads the part of an address after the sheet's name; undefined for others, such as names. */
export function parseLocal(text: string): Omit<CellRange, "sheetId"> | undefined {
  const parts = text.split(":");
  if (parts.length > 2) return undefined;
  const first = parsePart(parts[0] ?? "");
  const last = parts.length === 2 ? parsePart(parts[1] ?? "") : first;
  if (!first || !last) return undefined;
  if (parts.length === 1 && (first.row === undefined || first.column === undefined)) return undefined;
  const kind = (part: Part) => `${part.row === undefined}${part.column === undefined}`;
  if (kind(first) !== kind(last)) return undefined;
  const rows = [first.row ?? 0, last.row ?? MAX_ROWS - 1].sort((a, b) => a - b);
  const columns = [first.column ?? 0, last.column ?? MAX_COLUMNS - 1].sort((a, b) => a - b);
  const [top = 0, bottom = 0] = rows;
  const [left = 0, right = 0] = columns;
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

interface Part {
  row: number | undefined;
  column: number | undefined;
}

function parsePart(text: string): Part | undefined {
  const match = /^\$?([A-Za-z]{1,3})?(?:\$?([0-9]{1,7}))?$/.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const column = match[1] === undefined ? undefined : columnNumber(match[1]);
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  if (column !== undefined && column >= MAX_COLUMNS) return undefined;
  if (row !== undefined && (row < 0 || row >= MAX_ROWS)) return undefined;
  return { row, column };
}

/** The common cells of two ranges; undefined for none. */
export function intersection(a: CellRange, b: CellRange): CellRange | undefined {
  if (a.sheetId !== b.sheetId) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0
    ? { sheetId: a.sheetId, row, column, rowCount, columnCount }
    : undefined;
}

/** True if every cell of `inner` is in `outer`. False for ranges of different sheets. */
export function contains(outer: CellRange, inner: CellRange): boolean {
  const shared = intersection(outer, inner);
  return shared?.rowCount === inner.rowCount && shared.columnCount === inner.columnCount;
}

/** Checks that a range is within the sheet, else InvalidArgument. Returns the range itself. */
export function bounded(range: CellRange): CellRange {
  const inside =
    range.row >= 0 &&
    range.column >= 0 &&
    range.rowCount >= 1 &&
    range.columnCount >= 1 &&
    range.row + range.rowCount <= MAX_ROWS &&
    range.column + range.columnCount <= MAX_COLUMNS;
  if (!inside) throw invalid();
  return range;
}

/** The smallest range around both. Both are taken to be of the first one's sheet. */
export function boundingRange(a: CellRange, b: CellRange): CellRange {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    sheetId: a.sheetId,
    row,
    column,
    rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}

/** The whole sheet. 1,048,576 rows of 16,384 columns. */
export const wholeSheet = (sheetId: string): CellRange => ({
  sheetId,
  row: 0,
  column: 0,
  rowCount: MAX_ROWS,
  columnCount: MAX_COLUMNS,
});

/** A range in Univer's form, which names the last row and column instead of their number. */
export function toUniver(range: Omit<CellRange, "sheetId">): IRange {
  return {
    startRow: range.row,
    startColumn: range.column,
    endRow: range.row + range.rowCount - 1,
    endColumn: range.column + range.columnCount - 1,
  };
}

/** The first cell and the size of a range of Univer. */
export const rectangle = ({
  startRow,
  endRow,
  startColumn,
  endColumn,
}: IRange): Omit<CellRange, "sheetId"> => ({
  row: startRow,
  column: startColumn,
  rowCount: endRow - startRow + 1,
  columnCount: endColumn - startColumn + 1,
});

/** The inverse of `toUniver`, on a sheet. */
export const fromUniver = (sheetId: string, range: IRange): CellRange => ({ sheetId, ...rectangle(range) });
