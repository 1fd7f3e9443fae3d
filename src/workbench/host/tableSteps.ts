import { IUndoRedoService } from "@univerjs/core";
import type { IMutationInfo } from "@univerjs/core";
import type { Model } from "./model";

/** Puts all tables of the workbook in the place of those that are there, so that the grid's undo knows a step of them. */
export const SET_TABLES = "workbench.mutation.set-tables";

/** The step that brings the tables back as they are now. */
export function tablesNow(model: Model): IMutationInfo {
  const { unitId } = model.book;
  return { id: SET_TABLES, params: { unitId, tables: structuredClone(model.state.data.tables) } };
}

/** Makes what was done one step of the grid's undo. */
export function remember(model: Model, undoMutations: IMutationInfo[], redoMutations: IMutationInfo[]): void {
  model.book.injector
    .get(IUndoRedoService)
    .pushUndoRedo({ unitID: model.book.unitId, undoMutations, redoMutations });
}
