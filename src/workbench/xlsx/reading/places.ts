import type { Rectangle } from "../model";

/** A reference to cells of a sheet, read from a file. */
interface FileReference {
  /** Undefined for the same sheet. */
  sheet: string | undefined;
  cells: Rectangle;
}

/** Reads "B7", "$A$1:$C$9" or "'At a glance'!$A$1"; undefined for anything else, such as several areas. */
export function readReference(text: string): FileReference | undefined {
  const [, quoted, plain, first = "", last = first] =
    /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?(\$?[A-Za-z]{1,3}\$?\d+)(?::(\$?[A-Za-z]{1,3}\$?\d+))?$/.exec(text) ??
    [];
  if (first === "") return undefined;
  const [from, to] = [cellOf(first), cellOf(last)];
  const row = Math.min(from.row, to.row);
  const column = Math.min(from.column, to.column);
  return {
    sheet: quoted?.replaceAll("''", "'") ?? plain,
    cells: {
      row,
      column,
      rowCount: Math.abs(from.row - to.row) + 1,
      columnCount: Math.abs(from.column - to.column) + 1,
    },
  };
}

/** Reads "$1:$3" or "$A:$B": the first row or column (from 0), and how many; undefined for anything else. */
export function readLines(text: string): { rows: boolean; first: number; count: number } | undefined {
  const bare = text.slice(text.lastIndexOf("!") + 1).replaceAll("$", "");
  const [, first, last] = /^(\d+):(\d+)$/.exec(bare) ?? /^([A-Za-z]+):([A-Za-z]+)$/.exec(bare) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const rows = /\d/.test(first);
  const [from, to] = [first, last].map((line) => (rows ? Number(line) - 1 : columnOf(line))) as [
    number,
    number,
  ];
  return { rows, first: from, count: to - from + 1 };
}

/** The references in a list such as a print area; commas in sheet names do not separate them. */
export function splitList(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(address: string): { row: number; column: number } {
  const [, letters = "A", digits = "1"] = /^\$?([A-Za-z]+)\$?(\d+)$/.exec(address) ?? [];
  return { row: Number(digits) - 1, column: columnOf(letters) };
}
