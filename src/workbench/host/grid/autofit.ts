import { WrapStrategy } from "@univerjs/core";
import type { CellRange } from "../../state";
import type { Model } from "../model";
import { toPoints } from "./sizes";

/** About how wide a text is, in pixels, at a size in points: full-width letters count double. */
function widthOf(text: string, size: number, bold: boolean): number {
  let units = 0;
  for (const letter of text) units += /[\u2E80-\uFFEF]/.test(letter) ? 2 : 1;
  return units * size * (bold ? 0.66 : 0.62);
}

/** Widens or narrows columns to their texts, as far as a width can be known without drawing. */
export function autofitColumns(self: CellRange, model: Model): void {
  const sheet = model.book.sheet(self.sheetId);
  const widest = new Map<number, number>();
  sheet.getCellMatrix().forValue((row, column) => {
    if (column < self.column || column >= self.column + self.columnCount) return;
    if (row < self.row || row >= self.row + self.rowCount || sheet.getMergedCell(row, column)) return;
    const style = model.cells.style(self.sheetId, row, column);
    if (style.tb === WrapStrategy.WRAP) return;
    const width = widthOf(model.cells.text(self.sheetId, row, column), style.fs ?? 11, style.bl === 1) + 10;
    widest.set(column, Math.max(widest.get(column) ?? 0, width));
  });
  for (const [column, pixels] of widest) {
    model.sizes.setColumnWidth(
      { ...self, column, columnCount: 1 },
      toPoints(Math.min(Math.round(pixels), 1790)),
    );
  }
}

/** Raises or lowers rows to their texts and font sizes. */
export function autofitRows(self: CellRange, model: Model): void {
  const sheet = model.book.sheet(self.sheetId);
  const highest = new Map<number, number>();
  sheet.getCellMatrix().forValue((row, column) => {
    if (column < self.column || column >= self.column + self.columnCount) return;
    if (row < self.row || row >= self.row + self.rowCount || sheet.getMergedCell(row, column)) return;
    const style = model.cells.style(self.sheetId, row, column);
    const size = style.fs ?? 11;
    const text = model.cells.text(self.sheetId, row, column);
    const room = model.sizes.columnWidth(self.sheetId, column) * (4 / 3) - 6;
    const lines = text.split("\n").reduce((sum, line) => {
      const wraps =
        style.tb === WrapStrategy.WRAP
          ? Math.ceil(widthOf(line, size, style.bl === 1) / Math.max(room, 10))
          : 1;
      return sum + Math.max(1, wraps);
    }, 0);
    const height = Math.max(15, lines * size * 1.36);
    highest.set(row, Math.max(highest.get(row) ?? 0, height));
  });
  for (const [row, points] of highest) {
    model.sizes.setRowHeight({ ...self, row, rowCount: 1 }, Math.min(Math.round(points * 4) / 4, 409.5));
  }
}
