import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import type { CellRange } from "../../state";
import type { Book } from "./book";

/** Univer measures in CSS pixels, Excel's API in points: 96 and 72 to the inch. */
const PIXELS_PER_POINT = 4 / 3;
/** Pixels at 96 dpi as points, to the hundredth, as Excel tells them. */
export const toPoints = (pixels: number): number => Math.round((pixels / PIXELS_PER_POINT) * 100) / 100;
/** Points as pixels at 96 dpi, unrounded. */
export const toPixels = (points: number): number => points * PIXELS_PER_POINT;

/** Height and width of rows and columns, in points; a hidden one measures 0. */
export class Sizes {
  constructor(private readonly book: Book) {}

  rowHeight(sheetId: string, row: number): number {
    const sheet = this.book.sheet(sheetId);
    return row < sheet.getRowCount() && !sheet.getRowVisible(row) ? 0 : toPoints(sheet.getRowHeight(row));
  }

  columnWidth(sheetId: string, column: number): number {
    const sheet = this.book.sheet(sheetId);
    return column < sheet.getColumnCount() && !sheet.getColVisible(column)
      ? 0
      : toPoints(sheet.getColumnWidth(column));
  }

  setRowHeight(range: CellRange, points: number): void {
    const last = this.lastRow(range);
    this.book.makeRoom(range.sheetId, last, 0);
    const ranges = [{ startRow: range.row, endRow: last, startColumn: 0, endColumn: 0 }];
    this.setRowsHidden(range, points === 0);
    if (points === 0) return;
    this.book.mutate(SetWorksheetRowIsAutoHeightMutation.id, {
      subUnitId: range.sheetId,
      ranges,
      autoHeightInfo: 0,
    });
    this.book.mutate(SetWorksheetRowHeightMutation.id, {
      subUnitId: range.sheetId,
      ranges,
      rowHeight: toPixels(points),
    });
  }

  setColumnWidth(range: CellRange, points: number): void {
    const last = this.lastColumn(range);
    this.book.makeRoom(range.sheetId, 0, last);
    this.setColumnsHidden(range, points === 0);
    if (points === 0) return;
    this.book.mutate(SetWorksheetColWidthMutation.id, {
      subUnitId: range.sheetId,
      ranges: [{ startRow: 0, endRow: 0, startColumn: range.column, endColumn: last }],
      colWidth: toPixels(points),
    });
  }

  setRowsHidden(range: CellRange, hidden: boolean): void {
    const last = this.lastRow(range);
    this.book.makeRoom(range.sheetId, last, 0);
    const sheet = this.book.sheet(range.sheetId);
    const ranges = [
      { startRow: range.row, endRow: last, startColumn: 0, endColumn: sheet.getColumnCount() - 1 },
    ];
    this.book.mutate((hidden ? SetRowHiddenMutation : SetRowVisibleMutation).id, {
      subUnitId: range.sheetId,
      ranges,
    });
  }

  setColumnsHidden(range: CellRange, hidden: boolean): void {
    const last = this.lastColumn(range);
    this.book.makeRoom(range.sheetId, 0, last);
    const sheet = this.book.sheet(range.sheetId);
    const ranges = [
      { startRow: 0, endRow: sheet.getRowCount() - 1, startColumn: range.column, endColumn: last },
    ];
    this.book.mutate((hidden ? SetColHiddenMutation : SetColVisibleMutation).id, {
      subUnitId: range.sheetId,
      ranges,
    });
  }

  /** The distance from the sheet's top to the row's, in points. */
  top(sheetId: string, row: number): number {
    let sum = 0;
    for (let index = 0; index < row; index++) sum += this.rowHeight(sheetId, index);
    return sum;
  }

  /** The distance from the sheet's left edge to the column's, in points. */
  left(sheetId: string, column: number): number {
    let sum = 0;
    for (let index = 0; index < column; index++) sum += this.columnWidth(sheetId, index);
    return sum;
  }

  // Limits whole columns to the grid: rows beyond it have the default size anyway.
  private lastRow(range: CellRange): number {
    const rows = Math.max(
      this.book.sheet(range.sheetId).getRowCount(),
      Math.min(range.row + range.rowCount, 100_000),
    );
    return Math.min(range.row + range.rowCount, rows) - 1;
  }

  private lastColumn(range: CellRange): number {
    const columns = Math.max(
      this.book.sheet(range.sheetId).getColumnCount(),
      Math.min(range.column + range.columnCount, 1000),
    );
    return Math.min(range.column + range.columnCount, columns) - 1;
  }
}
