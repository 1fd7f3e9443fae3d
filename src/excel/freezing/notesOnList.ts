import { formulaColumn } from "../../review/frozen/sheet";
import type { SourcesList } from "../../review/frozen/sheet";
import type { SheetSurvey } from "../reading/readSheets";

/** The rows above the list: the title, a note and an empty row. */
export const above = 3;

/** A filled cell of the user's on the sheet of sources. */
export interface UserCell {
  row: number;
  column: number;
  /** As `Range.formulas` gives it. */
  formula: unknown;
  format: string | undefined;
}

/** The cells on the sheet of sources: ours, and the user's. */
interface ListOnSheet {
  /** The list's rows with its heading, each with a key that identifies it. */
  lines: ReadonlyMap<number, string>;
  userCells: readonly UserCell[];
}

/** The columns that identify a line: sheet, cell, formula, indicator, period, source. */
const identifying = [0, 1, formulaColumn, 4, 5, 6];
const keyOf = (cells: readonly unknown[]): string =>
  JSON.stringify(identifying.map((column) => String(cells[column] ?? "")));

/**
 * Separates our lines from what people wrote beside, below and between them. Lines about cells of a deleted sheet are
 * ours too, although no record has them.
 * @param list the lines that we wrote; absent if unknown
 */
export function listOnSheet(sheet: SheetSurvey, list: SourcesList | undefined): ListOnSheet {
  const { area, values, formulas, numberFormat } = sheet;
  const [top, left] = area;
  const width = list?.widths.length ?? 1;
  const known = new Map<string, number>();
  for (const row of list?.rows ?? []) known.set(keyOf(row), (known.get(keyOf(row)) ?? 0) + 1);
  const lines = new Map<number, string>();
  values.forEach((cells, r) => {
    const row = top + r;
    if (row < above) return;
    const key = keyOf([...Array.from({ length: left }, () => ""), ...cells]);
    const count = known.get(key) ?? 0;
    const gone = String(cells[formulaColumn - left] ?? "").startsWith("=");
    if (count === 0 && !gone) return;
    known.set(key, count - 1);
    lines.set(row, `${key} ${count}`);
  });
  const userCells = values.flatMap((cells, r) =>
    cells.flatMap((value, c): UserCell[] => {
      const [row, column] = [top + r, left + c];
      const ours =
        (row < 2 && column === 0) || (lines.has(row) && column < Math.max(width, formulaColumn + 1));
      if (value === "" || ours) return [];
      return [{ row, column, formula: formulas[r]?.[c] ?? value, format: numberFormat[r]?.[c] }];
    }),
  );
  return { lines, userCells };
}

/** A user's cell, and its new place. */
interface Moving {
  cell: UserCell;
  row: number;
}

/**
 * Where the user's cells go when the list is written again. A cell beside a line moves with that line, cells below the
 * list move down as far as the list grows, and cells between lines move below the list. Nothing of the user's is
 * overwritten.
 */
export function movedNotes({ lines, userCells }: ListOnSheet, wanted: SourcesList): Moving[] {
  const width = wanted.widths.length;
  const counts = new Map<string, number>();
  for (const row of wanted.rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const places = new Map<string, number>();
  wanted.rows.forEach((row, index) => {
    const key = keyOf(row);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    places.set(`${key} ${count}`, above + index);
  });
  const oldEnd = Math.max(above, ...[...lines.keys()].map((row) => row + 1));
  const end = above + wanted.rows.length;
  const grown = Math.max(0, end - oldEnd);
  const between = [
    ...new Set(
      userCells
        .filter(({ row, column }) => isBetween(row, oldEnd, lines) && column < width)
        .map(({ row }) => row),
    ),
  ].sort((a, b) => a - b);
  // Cells that move below the list get rows of their own, above the cells that were there.
  const extra = between.length > 0 ? between.length + 1 : 0;
  const takenKeys = new Set<string>();
  const place = (row: number, column: number): number => {
    let free = row;
    while (takenKeys.has(`${free} ${column}`)) free += 1;
    takenKeys.add(`${free} ${column}`);
    return free;
  };
  const wantedRow = ({ row, column }: UserCell): number => {
    if (row < above) return row;
    const key = lines.get(row);
    if (key !== undefined) return places.get(key) ?? row;
    if (row >= oldEnd) return row + grown + extra;
    const at = between.indexOf(row);
    return column < width || at >= 0 ? end + 1 + at : row;
  };
  // Cells whose line still exists are placed first; those of removed lines take the rows that are left.
  const isGone = ({ row }: UserCell) => {
    const key = lines.get(row);
    return key !== undefined && !places.has(key);
  };
  return [...userCells.filter((cell) => !isGone(cell)), ...userCells.filter(isGone)].map((cell) => ({
    cell,
    row: place(wantedRow(cell), cell.column),
  }));
}

const isBetween = (row: number, oldEnd: number, lines: ReadonlyMap<number, string>): boolean =>
  row >= above && row < oldEnd && !lines.has(row);
