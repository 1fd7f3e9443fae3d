import type { Area } from "../../workbook/a1";
import { fingerprint, plainText } from "../session/cellText";
import { writtenIn } from "./alignment";
import type { Alignment, WrittenCells } from "./alignment";

/** The part of a block's record that sorting needs. */
interface WithTables extends WrittenCells {
  tables: readonly { area: Area }[];
}

/** Rows of tables that people have sorted. */
interface Sorting {
  /** Whether any row of a table has moved. */
  sorted: boolean;
  /** The written row of the cell that is now in this row; `column` is its written column. */
  rowOf(row: number, column: number | undefined): number | undefined;
}

/**
 * Matches the rows of our tables after the user sorted them: by all their cells, else by the first one. If no row has
 * moved, the table was not sorted.
 * @param formulas the block's present content, from its first row and column
 * @param alignment which rows and columns were inserted or deleted
 */
export function sortingOf(
  record: WithTables,
  formulas: readonly (readonly unknown[])[],
  { rows, columns }: Alignment,
): Sorting {
  const writtenCells = writtenIn(record);
  const tables = record.tables.map(({ area }) => ({
    area,
    rows: orderIn(area, { written: writtenCells, formulas, rows, columns }),
  }));
  return {
    sorted: tables.some((table) => table.rows !== undefined),
    rowOf(row, column) {
      const usual = rows[row];
      if (usual === undefined || column === undefined) return usual;
      const table = tables.find(
        ({ area, rows: order }) => order?.has(row) && column >= area[1] && column < area[1] + area[3],
      );
      return table?.rows?.get(row) ?? usual;
    },
  };
}

interface Cells extends Alignment {
  written: ReadonlyMap<number, ReadonlyMap<number, string>>;
  formulas: readonly (readonly unknown[])[];
}

/** By present row, the written row; undefined if no row has moved. */
function orderIn(
  [top, left, height, width]: Area,
  { written, formulas, rows, columns }: Cells,
): ReadonlyMap<number, number> | undefined {
  const inside = (column: number) => column >= left && column < left + width;
  // The cells of a row with their columns; the first is the row's label.
  const before = new Map<number, string>();
  const labels = new Map<number, string>();
  for (let row = top + 1; row < top + height; row += 1) {
    const fields = [...(written.get(row) ?? [])].filter(([column]) => inside(column));
    before.set(row, fields.map(([column, print]) => `${column} ${print}`).join());
    labels.set(row, written.get(row)?.get(left) ?? "");
  }
  const first = columns.indexOf(left);
  const now = formulas.flatMap((line, r) => {
    const row = rows[r];
    if (row === undefined || !before.has(row)) return [];
    const fields = columns.flatMap((column, c): [number, string][] => {
      const text = plainText(line[c]);
      return column !== undefined && inside(column) && text !== "" ? [[column, fingerprint(text)]] : [];
    });
    fields.sort(([a], [b]) => a - b);
    const rowPrint = fields.map(([column, print]) => `${column} ${print}`).join();
    return [{ r, row, all: rowPrint, label: fingerprint(plainText(line[first])) }];
  });
  const order = new Map<number, number>();
  const takenRows = new Set<number>();
  const take = (r: number, row: number): void => {
    order.set(r, row);
    takenRows.add(row);
  };
  const free = (text: string, prints: ReadonlyMap<number, string>): number | undefined =>
    text === "" ? undefined : [...prints].find(([row, texts]) => !takenRows.has(row) && texts === text)?.[0];
  for (const line of now) if (before.get(line.row) === line.all) take(line.r, line.row);
  let elsewhere = 0;
  for (const by of ["all", "label"] as const)
    for (const line of now) {
      if (order.has(line.r)) continue;
      const stays = by === "label" && labels.get(line.row) === line.label && !takenRows.has(line.row);
      const row = stays ? line.row : free(line[by], by === "all" ? before : labels);
      if (row === undefined) continue;
      take(line.r, row);
      if (row !== line.row) elsewhere += 1;
    }
  // A second row with the same cells was copied, not sorted.
  if (elsewhere < 2) return undefined;
  const remaining = [...before.keys()].filter((row) => !takenRows.has(row));
  for (const line of now) {
    if (order.has(line.r)) continue;
    const row = remaining.shift();
    if (row !== undefined) take(line.r, row);
  }
  return order;
}
