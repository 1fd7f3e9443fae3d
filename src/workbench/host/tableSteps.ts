import { IUndoRedoService } from "@univerjs/core";
import type { ICellData, IMutationInfo } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { CellRange } from "../state";
import type { Model } from "./model";

/** Puts all tables of the workbook in the place of those that are there, so that the grid's undo knows a step of them. */
export const SET_TABLES = "workbench.mutation.set-tables";

/** The step that brings the tables back as they are now. */
export function tablesNow(model: Model): IMutationInfo {
  const { unitId } = model.book;
  return { id: SET_TABLES, params: { unitId, tables: structuredClone(model.state.data.tables) } };
}

/** The step that brings the contents of cells back as they are now. */
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

/** Makes what was done one step of the grid's undo. */
export function remember(model: Model, undoMutations: IMutationInfo[], redoMutations: IMutationInfo[]): void {
  model.book.injector
    .get(IUndoRedoService)
    .pushUndoRedo({ unitID: model.book.unitId, undoMutations, redoMutations });
}
