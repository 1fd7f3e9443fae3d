import { InsertRangeMoveDownCommand } from "@univerjs/sheets";
import { headingNames } from "../../headings";
import type { CellRange, TableColumnState, TableState } from "../../state";
import { notFound, Refusal } from "../errors";
import { contains, intersection, MAX_ROWS, toUniver } from "../grid/address";
import type { Model } from "../model";
import { usedRange } from "./ranges";

/** The table of a handle, or ItemNotFound if it was deleted. Ids stay when a table is renamed or moved. */
export function tableOf(model: Model, id: string): TableState {
  const table = model.tables.byId(id);
  if (!table) throw notFound();
  return table;
}

/**
 * The columns named by the header row: blank headers become Column1 …, repeated ones get a number, and all become
 * texts in their cells, as when Excel makes a table.
 */
export function fillHeaders(table: TableState, model: Model): TableColumnState[] {
  const { range } = table;
  const texts = Array.from({ length: range.columnCount }, (_column, i) =>
    table.showHeaders ? model.cells.text(range.sheetId, range.row, range.column + i).trim() : "",
  );
  const columns = headingNames(texts).map((name, i): TableColumnState => ({ id: i + 1, name }));
  if (table.showHeaders) {
    model.writeEntries({ ...range, rowCount: 1 }, (row, column) => {
      const name = columns[column - range.column]?.name ?? "";
      const now = model.cells.at(range.sheetId, row, column);
      return now.type === "String" && now.value === name && now.formula === undefined
        ? { kind: "unchanged" }
        : { kind: "text", value: name };
    });
  }
  return columns;
}

/**
 * Updates the column names from written header cells. Empty and repeated headings are filled as Excel does. Columns
 * keep their ids.
 */
export function refreshHeaders(table: TableState, model: Model): void {
  if (!table.showHeaders) return;
  const ids = table.columns.map((column) => column.id);
  table.columns = fillHeaders(table, model).map((header, i) => ({
    ...header,
    id: ids[i] ?? header.id,
  }));
  model.tables.announce(table);
}

/** Moves these cells and those below down, to make room. Tables below must move whole. */
export async function insertRowsBelow(place: CellRange, model: Model): Promise<void> {
  const moved = { ...place, rowCount: MAX_ROWS - place.row };
  for (const other of model.state.tablesOf(place.sheetId)) {
    if (intersection(other.range, moved) && !contains(moved, other.range)) {
      const inside = contains(other.range, place) || other.range.row + other.range.rowCount === place.row;
      if (!inside) throw new Refusal("InsertDeleteConflict");
    }
  }
  const used = usedRange(model, place.sheetId, false);
  const filled = used && intersection(used, moved);
  if (!filled) return;
  model.book.makeRoom(place.sheetId, place.row + place.rowCount, place.column + place.columnCount - 1);
  await model.book.commandOn(place.sheetId, InsertRangeMoveDownCommand.id, {
    subUnitId: place.sheetId,
    range: toUniver(place),
  });
}

/** The cells of a table between headings and totals. No rows for a table of headings only. */
export const bodyOf = ({ range, showHeaders, showTotals }: TableState): CellRange => ({
  ...range,
  row: range.row + (showHeaders ? 1 : 0),
  rowCount: Math.max(0, range.rowCount - (showHeaders ? 1 : 0) - (showTotals ? 1 : 0)),
});

/** Sets or removes (null) the filter of a column; `applyFilters` then hides rows. */
export function setFilter(table: TableState, column: number, values: readonly string[] | null): void {
  const filters = { ...table.filters };
  if (values === null) delete filters[column];
  else filters[column] = [...values];
  if (Object.keys(filters).length > 0) table.filters = filters;
  else delete table.filters;
}

/** Shows the rows that all filters of the table keep and hides the others. Compares the texts that cells show. */
export function applyFilters(model: Model, table: TableState): void {
  const body = bodyOf(table);
  const filters = Object.entries(table.filters ?? {}).map(
    ([at, values]) => [body.column + Number(at), new Set(values)] as const,
  );
  for (let row = body.row; row < body.row + body.rowCount; row++) {
    const kept = filters.every(([column, texts]) => texts.has(model.cells.text(body.sheetId, row, column)));
    const shown = model.book.sheet(body.sheetId).getRowVisible(row);
    if (shown !== kept) model.sizes.setRowsHidden({ ...body, row, rowCount: 1 }, !kept);
  }
}

/** Removes all filters of a table and shows its rows. Does nothing for a table without filters. */
export function clearFilters(model: Model, table: TableState): void {
  if (!table.filters) return;
  delete table.filters;
  applyFilters(model, table);
  model.tables.announce(table);
}
