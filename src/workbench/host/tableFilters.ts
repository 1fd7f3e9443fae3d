import type { IMutationInfo } from "@univerjs/core";
import { SetRowHiddenMutation, SetRowVisibleMutation } from "@univerjs/sheets";
import type { CellRange, TableState } from "../state";
import { invalid } from "./errors";
import { requireUnprotected } from "./grid/guard";
import type { Model } from "./model";
import { sortTableBy } from "./objects/sort";
import { applyFilters, bodyOf, setFilter, tableOf } from "./objects/tableParts";
import { cellsNow, stylesNow, remember, tablesNow } from "./tableSteps";

/**
 * Filters a table to rows whose text in a column is in `values`; null removes the column's filter. One undo step.
 * Throws a Refusal on a protected sheet.
 */
export function filterByHand(
  model: Model,
  id: string,
  column: number,
  values: readonly string[] | null,
): void {
  model.requireWritable();
  const table = tableOf(model, id);
  requireUnprotected(model, table.range.sheetId, "allowAutoFilter");
  if (column < 0 || column >= table.columns.length) throw invalid();
  step(model, table, [], () => {
    setFilter(table, column, values);
    applyFilters(model, table);
  });
}

/**
 * Sorts a table's rows by a column, and applies its filters again. One undo step. Throws a Refusal where Excel
 * refuses.
 */
export function sortByHand(model: Model, id: string, column: number, ascending: boolean): void {
  model.requireWritable();
  const table = tableOf(model, id);
  const body = bodyOf(table);
  step(model, table, [body], () => {
    sortTableBy(model, table, column, ascending);
    applyFilters(model, table);
  });
}

/** Runs a change of a table as an undo step that restores tables, visible rows and these cells. */
function step(model: Model, table: TableState, cells: readonly CellRange[], act: () => void): void {
  const before = stateOf(model, table, cells);
  act();
  model.tables.announce(table);
  remember(model, before, stateOf(model, table, cells));
}

function stateOf(model: Model, table: TableState, cells: readonly CellRange[]): IMutationInfo[] {
  return [
    ...cells.flatMap((range) => [cellsNow(model, range), ...stylesNow(model, range)]),
    ...shownRows(model, table),
    tablesNow(model),
  ];
}

/** The step that restores which rows of the table are visible. */
function shownRows(model: Model, table: TableState): IMutationInfo[] {
  const { sheetId, row, rowCount } = bodyOf(table);
  const sheet = model.book.sheet(sheetId);
  const rows = Array.from({ length: rowCount }, (_, at) => row + at);
  const mutation = (id: string, shown: readonly number[]): IMutationInfo[] =>
    shown.length === 0
      ? []
      : [
          {
            id,
            params: {
              unitId: model.book.unitId,
              subUnitId: sheetId,
              ranges: shown.map((visible) => ({
                startRow: visible,
                endRow: visible,
                startColumn: 0,
                endColumn: sheet.getColumnCount() - 1,
              })),
            },
          },
        ];
  const isShown = (index: number) => sheet.getRowVisible(index);
  return [
    ...mutation(SetRowVisibleMutation.id, rows.filter(isShown)),
    ...mutation(
      SetRowHiddenMutation.id,
      rows.filter((other) => !isShown(other)),
    ),
  ];
}
