import { CommandType, ICommandService } from "@univerjs/core";
import type { IMutationInfo } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import type { ISetRangeValuesCommandParams } from "@univerjs/sheets";
import type { CellRange, TableState } from "../state";
import { contains, fromUniver, intersection, MAX_COLUMNS, MAX_ROWS } from "./grid/address";
import type { Model } from "./model";
import { ref } from "./objects/define";
import { range as rangeType } from "./objects/kinds";
import { refreshHeaders } from "./objects/tableParts";
import { tables as tablesType } from "./objects/tables";
import { cellsNow, remember, SET_TABLES, tablesNow } from "./tableSteps";

/**
 * Extends tables when the user types at their edge, as Excel does: a row below or a column beside joins the table,
 * and headings stay unique. Each is a separate undo step, which leaves the typed text.
 */
export function watchTables(model: Model): () => void {
  const commands = model.book.injector.get(ICommandService);
  const mutation = commands.registerCommand({
    id: SET_TABLES,
    type: CommandType.MUTATION,
    handler: (_accessor, { tables }: { tables: TableState[] }) => {
      for (const table of [...model.state.data.tables]) model.tables.remove(table);
      model.state.data.tables = structuredClone(tables);
      for (const table of model.state.data.tables) model.tables.announce(table);
      return true;
    },
  });
  const typed = commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetRangeValuesCommand.id) return;
    const { subUnitId, range, redoUndoId } = params as ISetRangeValuesCommandParams;
    // Only typing makes an undo step.
    if (range && subUnitId !== undefined && redoUndoId !== undefined)
      follow(model, fromUniver(subUnitId, range));
  });
  return () => {
    typed.dispose();
    mutation.dispose();
  };
}

/**
 * Makes a table of the cells, or of the filled cells around a single one, with headings in the first row. One undo
 * step. Throws a Refusal over merged cells, another table, or a spilled formula.
 */
export async function makeTable(model: Model, selected: CellRange): Promise<void> {
  model.requireWritable();
  const cells = selected.rowCount * selected.columnCount === 1 ? filledAround(model, selected) : selected;
  const head = { ...cells, rowCount: 1 };
  const before = stateOf(model, head);
  await tablesType.act?.["Add"]?.({ sheetId: cells.sheetId }, [ref(rangeType, cells), true], model);
  remember(model, before, stateOf(model, head));
}

/** Lets tables grow by what was written beside them, and take over written headings. */
function follow(model: Model, written: CellRange): void {
  for (const table of model.state.tablesOf(written.sheetId)) {
    const { range } = table;
    const wider = joined(model, table, written);
    const heads =
      table.showHeaders && intersection({ ...(wider ?? range), rowCount: 1 }, written) !== undefined;
    if (!wider && !heads) continue;
    const head = { ...(wider ?? range), rowCount: 1 };
    const before = stateOf(model, head);
    if (wider) table.range = wider;
    refreshHeaders(table, model);
    model.tables.announce(table);
    const after = stateOf(model, head);
    if (JSON.stringify(before) !== JSON.stringify(after)) remember(model, before, after);
  }
}

/** The table's range extended by the row or column written at its edge; undefined if none joins. */
function joined(model: Model, table: TableState, written: CellRange): CellRange | undefined {
  const { range } = table;
  const [below, beside] = [range.row + range.rowCount, range.column + range.columnCount];
  const inColumns = written.column >= range.column && written.column + written.columnCount <= beside;
  const inRows = written.row >= range.row && written.row + written.rowCount <= below;
  const row = written.row === below && inColumns && !table.showTotals && below < MAX_ROWS;
  const column = written.column === beside && inRows && beside < MAX_COLUMNS;
  if ((!row && !column) || isEmpty(model, written)) return undefined;
  const wider = row
    ? { ...range, rowCount: range.rowCount + written.rowCount }
    : { ...range, columnCount: range.columnCount + written.columnCount };
  const free = model.state.data.tables.every((other) => other === table || !intersection(other.range, wider));
  return free && contains(wider, written) ? wider : undefined;
}

function isEmpty(model: Model, cells: CellRange): boolean {
  return model.cells
    .map(cells, (row, column) => model.cells.at(cells.sheetId, row, column).type)
    .flat()
    .every((type) => type === "Empty");
}

/** The filled cells around a cell, up to an empty row or column on each side, as Excel finds them. */
function filledAround(model: Model, from: CellRange): CellRange {
  let region = from;
  for (;;) {
    const top = Math.max(0, region.row - 1);
    const left = Math.max(0, region.column - 1);
    const bottom = Math.min(MAX_ROWS, region.row + region.rowCount + 1);
    const right = Math.min(MAX_COLUMNS, region.column + region.columnCount + 1);
    const side = (row: number, column: number, rowCount: number, columnCount: number) =>
      rowCount > 0 &&
      columnCount > 0 &&
      !isEmpty(model, { sheetId: from.sheetId, row, column, rowCount, columnCount });
    const up = region.row > top && side(top, left, 1, right - left);
    const down = side(bottom - 1, left, 1, right - left) && bottom > region.row + region.rowCount;
    const before = region.column > left && side(top, left, bottom - top, 1);
    const after = side(top, right - 1, bottom - top, 1) && right > region.column + region.columnCount;
    if (!up && !down && !before && !after) return region;
    const row = up ? top : region.row;
    const column = before ? left : region.column;
    region = {
      sheetId: from.sheetId,
      row,
      column,
      rowCount: (down ? bottom : region.row + region.rowCount) - row,
      columnCount: (after ? right : region.column + region.columnCount) - column,
    };
  }
}

/** The steps that restore the tables and the cells of a heading row. */
function stateOf(model: Model, head: CellRange): IMutationInfo[] {
  return [tablesNow(model), cellsNow(model, head)];
}
