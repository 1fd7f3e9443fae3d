import type { IStyleData } from "@univerjs/core";
import { SetColDataMutation, SetRowDataMutation, SetWorksheetDefaultStyleMutation } from "@univerjs/sheets";
import type { CellRange } from "../../state";
import type { Model } from "../model";
import { MAX_COLUMNS, MAX_ROWS } from "./address";

/** A change of a style; null resets a member. */
export type StyleChange = { [Key in keyof IStyleData]?: IStyleData[Key] | null };

/** Whether a range is whole columns, rows or the sheet: too many cells for a style each. */
export const isUnbounded = (range: CellRange): boolean =>
  range.rowCount === MAX_ROWS || range.columnCount === MAX_COLUMNS;

/**
 * Changes the style of every cell of the range; `change` gets the style in effect. Whole columns, rows and sheets
 * store it once, and cells with a style of their own follow.
 */
export function changeStyle(
  model: Model,
  range: CellRange,
  change: (style: IStyleData, row: number, column: number) => StyleChange,
): void {
  const sheet = model.book.sheet(range.sheetId);
  const { sheetId } = range;
  if (!isUnbounded(range)) {
    model.cells.restyle(
      sheetId,
      eachCell(range, (row, column) => change(model.cells.style(sheetId, row, column), row, column)),
    );
    return;
  }
  const lastRow = range.row + range.rowCount - 1;
  const lastColumn = range.column + range.columnCount - 1;
  if (range.rowCount === MAX_ROWS && range.columnCount === MAX_COLUMNS) {
    const old = sheet.getDefaultCellStyleInternal() ?? {};
    model.book.mutate(SetWorksheetDefaultStyleMutation.id, {
      subUnitId: sheetId,
      defaultStyle: merged(old, change(old, 0, 0)),
    });
  } else if (range.rowCount === MAX_ROWS) {
    model.book.makeRoom(sheetId, 0, Math.min(lastColumn, 1000));
    const columnData: Record<number, { s: IStyleData }> = {};
    for (let column = range.column; column <= lastColumn; column++) {
      const old = sheet.getColumnStyle(column) ?? {};
      columnData[column] = { s: merged(old, change(old, 0, column)) };
    }
    model.book.mutate(SetColDataMutation.id, { subUnitId: sheetId, columnData });
  } else {
    model.book.makeRoom(sheetId, Math.min(lastRow, 100_000), 0);
    const rowData: Record<number, { s: IStyleData }> = {};
    for (let row = range.row; row <= lastRow; row++) {
      const old = sheet.getRowStyle(row) ?? {};
      rowData[row] = { s: merged(old, change(old, row, 0)) };
    }
    model.book.mutate(SetRowDataMutation.id, { subUnitId: sheetId, rowData });
  }
  const cellStyles: [number, number, Partial<IStyleData>][] = [];
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const inside = row >= range.row && row <= lastRow && column >= range.column && column <= lastColumn;
    if (inside && cell?.s) {
      cellStyles.push([
        row,
        column,
        change(model.cells.style(sheetId, row, column), row, column) as Partial<IStyleData>,
      ]);
    }
  });
  model.cells.restyle(sheetId, cellStyles);
}

function* eachCell(
  range: CellRange,
  change: (row: number, column: number) => StyleChange,
): Generator<[number, number, Partial<IStyleData>]> {
  for (let row = range.row; row < range.row + range.rowCount; row++) {
    for (let column = range.column; column < range.column + range.columnCount; column++) {
      yield [row, column, change(row, column) as Partial<IStyleData>];
    }
  }
}

function merged(old: IStyleData, change: StyleChange): IStyleData {
  const all = { ...old, ...change };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as IStyleData;
}

/** The value of a style's member all over the range; undefined where cells differ. */
export function uniform<T>(
  model: Model,
  range: CellRange,
  read: (style: IStyleData, row: number, column: number) => T,
): T | undefined {
  const sheet = model.book.sheet(range.sheetId);
  // Cells beyond the grid have the style of its last row and column.
  const lastRow = Math.min(range.row + range.rowCount, Math.max(sheet.getRowCount(), range.row + 1));
  const lastColumn = Math.min(
    range.column + range.columnCount,
    Math.max(sheet.getColumnCount(), range.column + 1),
  );
  let first: { value: T } | undefined;
  for (let row = range.row; row < lastRow; row++) {
    for (let column = range.column; column < lastColumn; column++) {
      const value = read(model.cells.style(range.sheetId, row, column), row, column);
      if (first === undefined) first = { value };
      else if (first.value !== value) return undefined;
    }
  }
  return first?.value;
}
