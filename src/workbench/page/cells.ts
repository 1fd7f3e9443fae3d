import type { FUniver } from "@univerjs/core/facade";
import type { Host } from "../host";
import type { CellReader } from "../charts/read";

/** Reads cells of the active workbook for charts: raw values, texts and formats as the host shows them. */
export function cellReader(univerAPI: FUniver, host: Pick<Host, "textAt" | "numberFormatAt">): CellReader {
  return {
    read: ({ sheetId, row, column, rowCount, columnCount }) => {
      const sheet = univerAPI.getActiveWorkbook()?.getSheetBySheetId(sheetId);
      if (!sheet) return { values: [], texts: [], formats: [] };
      const values = sheet.getRange(row, column, rowCount, columnCount).getRawValues();
      const each = (read: (sheetId: string, row: number, column: number) => string) =>
        values.map((cells, down) => cells.map((_, across) => read(sheetId, row + down, column + across)));
      return {
        values,
        texts: each((id, down, across) => host.textAt(id, down, across)),
        formats: each((id, down, across) => host.numberFormatAt(id, down, across)),
      };
    },
  };
}
