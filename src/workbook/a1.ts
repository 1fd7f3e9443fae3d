/** Row, column, number of rows, number of columns; at least one of each. */
export type Area = readonly [row: number, column: number, rows: number, columns: number];

/** The number of rows of a worksheet (Excel specifications and limits). */
export const ROW_COUNT = 1_048_576;
/** The number of columns of a worksheet. */
export const COLUMN_COUNT = 16_384;

/** The letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * Writes an area as "B3", or "B3:D9" for more than one cell.
 * @param from added to the area's place, for areas that are relative to a plan's first cell; default A1
 */
export function a1(area: Area, from: readonly [row: number, column: number] = [0, 0]): string {
  const [row, column, rows, columns] = area;
  const first = columnLetters(from[1] + column) + String(from[0] + row + 1);
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(from[1] + column + columns - 1)}${from[0] + row + rows}`;
}

const cellPattern = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/;
const columnOnly = /^\$?([A-Za-z]{1,3})$/;
const rowOnly = /^\$?([1-9][0-9]{0,6})$/;

/**
 * Reads "B3", "$B$3:$D$9", "Sheet1!B3", "'It''s'!B3:C4", "=Sheet1!$A$1", whole columns ("A:C") and rows ("2:5").
 * @returns undefined for anything else, such as several areas
 */
export function parseA1(text: string): { sheet?: string; area: Area } | undefined {
  const match = /^=?(?:(?:'((?:[^']|'')+)'|([^'!:,]+))!)?([^!,]+)$/.exec(text.trim());
  const reference = match?.[3];
  if (!match || reference === undefined) return undefined;
  const area = parseReference(reference);
  if (!area) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2];
  return sheet === undefined ? { area } : { sheet, area };
}

/** The area of an address that Excel told; undefined for what is no address of one area. */
export const areaOf = (value: unknown): Area | undefined =>
  typeof value === "string" ? parseA1(value)?.area : undefined;

/** Reads A1, A1:B2, 1:3 or A:C; undefined for anything else. */
function parseReference(reference: string): Area | undefined {
  const [from = "", to = from, rest] = reference.split(":");
  if (rest !== undefined) return undefined;
  const a = corner(from);
  const b = corner(to);
  if (!a || !b || (a.row === undefined) !== (b.row === undefined)) return undefined;
  if ((a.column === undefined) !== (b.column === undefined)) return undefined;
  if (reference.split(":").length === 1 && (a.row === undefined || a.column === undefined)) return undefined;
  const rows =
    a.row === undefined || b.row === undefined ? [0, ROW_COUNT - 1] : [a.row, b.row].sort(ascending);
  const columns =
    a.column === undefined || b.column === undefined
      ? [0, COLUMN_COUNT - 1]
      : [a.column, b.column].sort(ascending);
  const [top = 0, bottom = 0] = rows;
  const [left = 0, right = 0] = columns;
  if (bottom >= ROW_COUNT || right >= COLUMN_COUNT) return undefined;
  return [top, left, bottom - top + 1, right - left + 1];
}

const ascending = (x: number, y: number): number => x - y;

function corner(text: string): { row?: number; column?: number } | undefined {
  const match = cellPattern.exec(text);
  if (match) return { column: columnNumber(match[1] ?? ""), row: Number(match[2]) - 1 };
  const column = columnOnly.exec(text);
  if (column) return { column: columnNumber(column[1] ?? "") };
  const row = rowOnly.exec(text);
  return row ? { row: Number(row[1]) - 1 } : undefined;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** The smallest area that contains all of these. `areas` must hold at least one: of none the result is no area. */
export function around(areas: readonly Area[]): Area {
  const first = Math.min(...areas.map((area) => area[0]));
  const left = Math.min(...areas.map((area) => area[1]));
  const end = Math.max(...areas.map((area) => area[0] + area[2]));
  const right = Math.max(...areas.map((area) => area[1] + area[3]));
  return [first, left, end - first, right - left];
}

/** Whether two areas share a cell. Areas that only touch do not; both must be of the same sheet. */
export function overlap(a: Area, b: Area): boolean {
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

/**
 * An area with its sheet, for formulas: absolute, the sheet's name in quotes where Excel needs them.
 * @example fixedAddress("It's", [0, 0, 2, 1]) // "'It''s'!$A$1:$A$2"
 */
export function fixedAddress(sheet: string, area: Area): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !parseA1(sheet) && !/^r\d*(c\d*)?$|^c\d*$/i.test(sheet);
  const name = plain ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${a1(area).replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

/** Whether the second area contains the whole first one. An area is within itself. */
export function isWithin(inner: Area, outer: Area): boolean {
  return (
    inner[0] >= outer[0] &&
    inner[1] >= outer[1] &&
    inner[0] + inner[2] <= outer[0] + outer[2] &&
    inner[1] + inner[3] <= outer[1] + outer[3]
  );
}
