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

/** Enters typed content as Excel does, where Univer does not. Returns the function that ends it. */
export function watchTyping(model: Model): () => void {
  const { injector } = model.book;
  const unchanged = injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    handler: (cell, { subUnitId, row, col, worksheet }, next) => {
      // A spilled cell shows another cell's formula; unchanged, it is not entered here.
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

/** Ctrl+Enter: enters the typed content in every selected cell, with relative references moved. */
function fill(model: Model, params: ISetRangeValuesCommandParams): void {
  const { range, value, redoUndoId } = params;
  const formula = (value as ICellData | undefined)?.f;
  const typed = model.book.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  // Only typing makes an undo step.
  if (!range || !formula || !typed || redoUndoId === undefined) return;
  const lexer = model.book.injector.get(LexerTreeBuilder);
  params.value = Array.from({ length: range.endRow - range.startRow + 1 }, (_row, at) =>
    Array.from({ length: range.endColumn - range.startColumn + 1 }, (_column, along) => {
      const right = range.startColumn + along - typed.actualColumn;
      const down = range.startRow + at - typed.actualRow;
      // In its own cell the formula stays as typed, because Univer removes spaces when it moves references.
      const f = right === 0 && down === 0 ? formula : lexer.moveFormulaRefOffset(formula, right, down);
      return { ...(value as ICellData), f };
    }),
  );
}
