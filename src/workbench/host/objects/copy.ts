import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { ICellData } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { CellRange } from "../../state";
import { asOneOf, invalid } from "../errors";
import { bounded } from "../grid/address";
import { requireOwnCells, requireUnlocked } from "../grid/guard";
import type { Model } from "../model";
import { rangeArgument } from "./ranges";

const kinds = ["All", "Formulas", "Values", "Formats"] as const;

/** `copyFrom`: contents and formats of another range; references in formulas move along. A larger target is filled with copies. */
export function copyFrom(
  self: CellRange,
  [source, copyType, skipBlanks, transpose]: readonly unknown[],
  model: Model,
): void {
  const from = rangeArgument(source, self.sheetId, model);
  const kind = copyType === undefined || copyType === null ? "All" : asOneOf(copyType, kinds);
  const turned = transpose === true;
  const size = turned
    ? { rowCount: from.columnCount, columnCount: from.rowCount }
    : { rowCount: from.rowCount, columnCount: from.columnCount };
  if (from.rowCount * from.columnCount > 1_000_000) throw invalid();
  const fits = self.rowCount % size.rowCount === 0 && self.columnCount % size.columnCount === 0;
  const target = bounded(fits ? self : { ...self, ...size });
  if (kind !== "Formats") {
    requireUnlocked(model, target);
    requireOwnCells(model, target);
  }
  const lexer = model.book.injector.get(LexerTreeBuilder);
  const styles = model.book.workbook.getStyles();
  const cellValue: Record<number, Record<number, ICellData>> = {};
  for (let i = 0; i < target.rowCount; i++) {
    for (let j = 0; j < target.columnCount; j++) {
      const [down, right] = turned
        ? [j % size.columnCount, i % size.rowCount]
        : [i % size.rowCount, j % size.columnCount];
      const [fromRow, fromColumn] = [from.row + down, from.column + right];
      const [row, column] = [target.row + i, target.column + j];
      const content = model.cells.at(from.sheetId, fromRow, fromColumn);
      if (skipBlanks === true && content.type === "Empty") continue;
      const raw = model.book.sheet(from.sheetId).getCellMatrix().getValue(fromRow, fromColumn);
      const cell: ICellData = {};
      if (kind !== "Formats") {
        const formula = kind === "Values" ? undefined : content.formula;
        const moved = formula && lexer.moveFormulaRefOffset(formula, column - fromColumn, row - fromRow);
        Object.assign(cell, { v: null, f: null, si: null, p: null, t: null });
        if (moved !== undefined) cell.f = moved;
        else if (content.type !== "Empty") {
          cell.v = content.type === "Boolean" ? (content.value === true ? 1 : 0) : content.value;
          cell.t =
            content.type === "Double" ? 2 : content.type === "Boolean" ? 3 : content.type === "Error" ? 1 : 4;
        }
      }
      if (kind === "All" || kind === "Formats") cell.s = styles.getStyleByCell(raw ?? {}) ?? null;
      (cellValue[row] ??= {})[column] = cell;
    }
  }
  model.book.makeRoom(
    target.sheetId,
    target.row + target.rowCount - 1,
    target.column + target.columnCount - 1,
  );
  model.book.mutate(SetRangeValuesMutation.id, { subUnitId: target.sheetId, cellValue });
}
