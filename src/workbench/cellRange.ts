/** A rectangle of cells on one sheet; `sheetId` is Univer's sheet id. */
export interface CellRange {
  sheetId: string;
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}
