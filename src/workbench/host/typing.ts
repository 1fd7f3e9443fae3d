import { ICommandService } from "@univerjs/core";
import type { ICellData } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  AFTER_CELL_EDIT,
  SetRangeValuesCommand,
  SheetInterceptorService,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { ISetRangeValuesCommandParams } from "@univerjs/sheets";
import type { Model } from "./model";

/** Enters what a person types as Excel does, where Univer would not. */
export function watchTyping(model: Model): () => void {
  const { injector } = model.book;
  const unchanged = injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    handler: (cell, { subUnitId, row, col, worksheet }, next) => {
      // The formula that shows in a cell of an answer is another cell's: left as it was, it is not entered here.
      const spill = model.cells.spillOver(subUnitId, row, col);
      if (cell?.f && spill && model.cells.rawFormula(subUnitId, spill.row, spill.column) === cell.f)
        return worksheet.getCellRaw(row, col);
      return next(cell);
    },
  });
  const filled = injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === SetRangeValuesCommand.id) fill(model, params as ISetRangeValuesCommandParams);
  });
  return () => {
    unchanged();
    filled.dispose();
  };
}

/** Ctrl+Enter: what was typed goes into every selected cell, and the references of a formula move along. */
function fill(model: Model, params: ISetRangeValuesCommandParams): void {
  const { range, value, redoUndoId } = params;
  const formula = (value as ICellData | undefined)?.f;
  const typed = model.book.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  // Only what is typed has a step of its own to undo.
  if (!range || !formula || !typed || redoUndoId === undefined) return;
  const lexer = model.book.injector.get(LexerTreeBuilder);
  params.value = Array.from({ length: range.endRow - range.startRow + 1 }, (_row, at) =>
    Array.from({ length: range.endColumn - range.startColumn + 1 }, (_column, along) => {
      const right = range.startColumn + along - typed.actualColumn;
      const down = range.startRow + at - typed.actualRow;
      // Where it was typed it stays as it was typed: Univer moves no formula without taking spaces out.
      const f = right === 0 && down === 0 ? formula : lexer.moveFormulaRefOffset(formula, right, down);
      return { ...(value as ICellData), f };
    }),
  );
}
