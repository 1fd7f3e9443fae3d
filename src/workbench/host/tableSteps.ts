import { IUndoRedoService } from "@univerjs/core";
import type { ICellData, IMutationInfo } from "@univerjs/core";
import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import type { CellRange } from "../state";
import type { Model } from "./model";

/** Replaces all tables of the workbook, as a mutation that the grid's undo knows. */
export const SET_TABLES = "workbench.mutation.set-tables";

/**
 * The step that restores the tables as they are now. It holds a copy, so it is made before the change that it undoes.
 */
export function tablesNow(model: Model): IMutationInfo {
  const { unitId } = model.book;
  return { id: SET_TABLES, params: { unitId, tables: structuredClone(model.state.data.tables) } };
}

/** The step that restores the contents of cells as they are now. Formats are left out. */
export function cellsNow(
  model: Model,
  { sheetId, row, column, rowCount, columnCount }: CellRange,
): IMutationInfo {
  const sheet = model.book.sheet(sheetId);
  const cellValue: Record<number, Record<number, ICellData>> = {};
  for (let down = row; down < row + rowCount; down++) {
    const line: Record<number, ICellData> = (cellValue[down] = {});
    for (let across = column; across < column + columnCount; across++) {
      const { v = null, f = null, t = null, si = null, p = null } = sheet.getCellRaw(down, across) ?? {};
      line[across] = structuredClone({ v, f, t, si, p });
    }
  }
  return {
    id: SetRangeValuesMutation.id,
    params: { unitId: model.book.unitId, subUnitId: sheetId, cellValue },
  };
}

/**
 * The steps that restore the formats of cells as they are now. Setting a style merges it, so the old one is removed
 * first.
 */
export function stylesNow(model: Model, range: CellRange): IMutationInfo[] {
  const { sheetId, row, column, rowCount, columnCount } = range;
  const sheet = model.book.sheet(sheetId);
  const styles = model.book.workbook.getStyles();
  const step = (lookOf: (down: number, across: number) => ICellData["s"]): IMutationInfo => ({
    id: SetRangeValuesMutation.id,
    params: {
      unitId: model.book.unitId,
      subUnitId: sheetId,
      // Tells the formula engine that no value changed.
      trigger: SetStyleCommand.id,
      cellValue: Object.fromEntries(
        Array.from({ length: rowCount }, (_row, at) => [
          row + at,
          Object.fromEntries(
            Array.from({ length: columnCount }, (_column, along) => [
              column + along,
              { s: lookOf(row + at, column + along) },
            ]),
          ),
        ]),
      ),
    },
  });
  const now = (down: number, across: number) =>
    structuredClone(styles.getStyleByCell(sheet.getCellRaw(down, across)) ?? null);
  return [step(() => null), step(now)];
}

/** Makes a change one step of the grid's undo. Both are carried out in the order given. */
export function remember(model: Model, undoMutations: IMutationInfo[], redoMutations: IMutationInfo[]): void {
  model.book.injector
    .get(IUndoRedoService)
    .pushUndoRedo({ unitID: model.book.unitId, undoMutations, redoMutations });
}
