import type { CellRange } from "../../state";
import { invalid } from "../errors";
import { intersection } from "../grid/address";
import { readEntry } from "../grid/entry";
import type { Entry } from "../grid/entry";
import { isUnbounded } from "../grid/formats";
import { requireOwnCells, requireUnlocked } from "../grid/guard";
import type { Model } from "../model";
import { refreshHeaders } from "./tableParts";

/** The value for each cell: one for all, or from a two-dimensional array of the range's shape. */
export function perCell(self: CellRange, values: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(values)) return () => values;
  const rows: unknown[] = values;
  requireShape(self, rows.length, Array.isArray(rows[0]) ? rows[0].length : -1);
  for (const row of rows)
    if (!Array.isArray(row) || row.length !== self.columnCount) requireShape(self, -1, -1);
  return (row, column) => (rows as unknown[][])[row - self.row]?.[column - self.column];
}

/** Throws for an array of another shape than the range. InvalidArgument in Excel's words. */
export function requireShape(self: CellRange, rows: number, columns: number): void {
  if (rows === self.rowCount && columns === self.columnCount) return;
  throw invalid(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

/** Sets values or formulas: all of them, or none if one is invalid. */
export function enterValues(self: CellRange, values: unknown, model: Model): void {
  if (isUnbounded(self)) throw invalid();
  const at = perCell(self, values);
  const entries = model.cells.map(self, (row, column): Entry => {
    const value = at(row, column);
    if (value === null || value === undefined) return { kind: "unchanged" };
    return readEntry(value, model.cells.ownFormat(self.sheetId, row, column), model.world);
  });
  requireUnlocked(model, self);
  requireOwnCells(model, self);
  model.writeEntries(
    self,
    (row, column) => entries[row - self.row]?.[column - self.column] ?? { kind: "unchanged" },
  );
  for (const table of model.state.tablesOf(self.sheetId))
    if (intersection({ ...table.range, rowCount: 1 }, self)) refreshHeaders(table, model);
}
