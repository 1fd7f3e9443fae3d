/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the rules look for the sync between load and reading in the text; here `ask` returns the function that reads. */

import type { Plan } from "../../sheets/plan";
import { around, a1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { BatchObjects } from "../session/batchObjects";
import { can } from "../session/capabilities";
import type { Where, TableReading, SheetReading } from "./placeReading";
import type { Questions } from "./questions";

/**
 * Asks for the tables of the place, with their columns if Excel allows it. `counted`: whether to ask for the columns,
 * to find those that the user added.
 */
export const askTablesOf =
  (place: (objects: BatchObjects) => { range: Excel.Range }, counted: boolean) =>
  (objects: BatchObjects): (() => TableReading[]) => {
    const tables = place(objects).range.getTables(false);
    if (counted)
      tables.load(
        "items/name,items/style,items/showBandedRows,items/showFilterButton,items/columns/items/id",
      );
    else tables.load("items/name,items/style,items/showBandedRows,items/showFilterButton");
    return () =>
      tables.items.map(({ name, style, showBandedRows, showFilterButton, columns }) => ({
        name,
        style,
        showBandedRows,
        showFilterButton,
        ...(counted ? { columns: columns.items.length } : {}),
      }));
  };

/** Asks for the widths of columns and the heights of rows; on older hosts only of rows that the plan sizes. */
export function askSizes(
  ask: Questions,
  rangeIn: (objects: BatchObjects) => Excel.Range,
  plan: Plan,
): () => Pick<SheetReading, "widths" | "heights"> {
  const widths = ask.may<number[]>("RangeFormat.columnWidth", [], (objects) => {
    const range = rangeIn(objects);
    if (can("cellFormats")) {
      const columnsRead = range.getColumnProperties({ format: { columnWidth: true } });
      return () => columnsRead.value.map(({ format }) => format?.columnWidth ?? 0);
    }
    const formats = Array.from({ length: plan.columns }, (_, column) => range.getColumn(column).format);
    for (const width of formats) width.load("columnWidth");
    return () => formats.map((format) => format.columnWidth);
  });
  const heights = ask.may<Record<number, number>>("RangeFormat.rowHeight", {}, (objects) => {
    const range = rangeIn(objects);
    if (can("cellFormats")) {
      const rowsRead = range.getRowProperties({ format: { rowHeight: true } });
      return () => Object.fromEntries(rowsRead.value.map(({ format }, row) => [row, format?.rowHeight ?? 0]));
    }
    const formats = plan.heights.map(({ row }) => [row, range.getRow(row).format] as const);
    for (const [, height] of formats) height.load("rowHeight");
    return () => Object.fromEntries(formats.map(([row, format]) => [row, format.rowHeight]));
  });
  return () => ({ widths: widths(), heights: heights() });
}

/**
 * The sheet of a place, and the range of so many rows and columns to read. A block is read with the area that it had,
 * and that of the new plan from its corner.
 */
export function locate(
  { workbook }: BatchObjects,
  where: Exclude<Where, { kind: "new-sheet" }>,
  rows: number,
  columns: number,
): { sheet: Excel.Worksheet; range: Excel.Range } {
  if (where.kind === "selection") {
    const cell = workbook.getSelectedRange().getCell(0, 0);
    return { sheet: cell.worksheet, range: cell.getResizedRange(rows - 1, columns - 1) };
  }
  const sheet = workbook.worksheets.getItem(where.kind === "cell" ? where.sheet : where.sheetId);
  const area: Area =
    where.kind === "cell"
      ? [where.row, where.column, rows, columns]
      : around([where.area, [where.area[0], where.area[1], rows, columns]]);
  return { sheet, range: sheet.getRange(a1(area)) };
}
