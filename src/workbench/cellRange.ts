/** A rectangle of cells on one sheet; `sheetId` is Univer's sheet id. */
export interface CellRange {
  sheetId: string;
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** A single cell as a range. Row and column count from 0. */
export const cellAt = (sheetId: string, row: number, column: number): CellRange => ({
  sheetId,
  row,
  column,
  rowCount: 1,
  columnCount: 1,
});

/** Whether a cell is in an area of its sheet. */
export const covers = (
  area: Omit<CellRange, "sheetId">,
  { row, column }: { row: number; column: number },
): boolean =>
  row >= area.row &&
  row < area.row + area.rowCount &&
  column >= area.column &&
  column < area.column + area.columnCount;
