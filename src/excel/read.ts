/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the rules look for the sync between load and reading in the text; here `queue` returns the function that reads. */
import { around } from "../report/plan";
import type { Area } from "../report/plan";
import { a1, parseA1 } from "./address";
import { idOf, parseRecord, recordKey } from "./block";
import type { BlockRecord } from "./block";
import { can } from "./host";
import type { Context } from "./host";
import { settingRecord } from "./settings";

/** Which cells to look at. Areas are absolute. */
export type Where =
  /** The selected cell; the sheet is not known yet. */
  | { kind: "selection" }
  | { kind: "cell"; sheet: string; row: number; column: number }
  /** A sheet by its id, and where a block of ours stood there when we last saw it. */
  | { kind: "block"; sheetId: string; id: string; area: Area }
  | { kind: "new-sheet" };

/** A marker found on a sheet. */
export interface Marker {
  id: string;
  area: Area;
  record?: BlockRecord;
}

/** What a table must be told to be made again. */
export interface TableReading {
  name: string;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
}

/** What stands on a sheet, as far as an insertion must know. Areas are absolute. */
export interface SheetReading {
  id: string;
  name: string;
  protected: boolean;
  /** The top left cell that was asked for. */
  at: readonly [row: number, column: number];
  markers: readonly Marker[];
  charts: readonly string[];
  /** Names of all its tables. */
  allTables: readonly string[];
  /** Where the sheet's last filled cell is. */
  used: Area | undefined;
  /** What was read, and what stands in it. */
  area: Area;
  formulas: readonly (readonly unknown[])[];
  numberFormats: readonly (readonly string[])[];
  /** Tables that share a cell with the area; empty where the host cannot say. */
  tables: readonly TableReading[];
  /** Somebody merged cells in the area. */
  merged: boolean;
  /** Formats by cell, widths by column, heights by row; absent where the host cannot say. */
  formats?: readonly (readonly Excel.CellProperties[])[];
  widths?: readonly number[];
  heights?: readonly number[];
}

/** What the first message brings back. */
export interface Reading {
  sheets: readonly { id: string; name: string }[];
  active: { id: string; name: string };
  sheet?: SheetReading;
}

/** The parts of a cell's look that are put back after a failure. */
const cellLook: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, underline: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
  },
};

/**
 * Asks in one message for everything that decides whether, and where, a plan of this size can be written. Throws what
 * Office.js throws: an unknown sheet, or an area beyond the sheet's edge.
 */
export async function read(context: Context, where: Where, rows: number, columns: number): Promise<Reading> {
  const workbook = context.workbook;
  const sheets = workbook.worksheets;
  sheets.load("items/id,items/name");
  const active = sheets.getActiveWorksheet();
  active.load("id,name");
  const finish = where.kind === "new-sheet" ? undefined : queue(workbook, where, rows, columns);
  await context.sync();
  return {
    sheets: sheets.items.map(({ id, name }) => ({ id, name })),
    active: { id: active.id, name: active.name },
    ...(finish ? { sheet: finish() } : {}),
  };
}

function queue(
  workbook: Excel.Workbook,
  where: Exclude<Where, { kind: "new-sheet" }>,
  rows: number,
  columns: number,
): () => SheetReading {
  const { sheet, range } = locate(workbook, where, rows, columns);
  sheet.load("id,name");
  sheet.protection.load("protected");
  sheet.charts.load("items/name");
  sheet.tables.load("items/name");
  range.load("address,formulas,numberFormat");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  if (can("names")) sheet.names.load("items/name,items/value");
  if (can("sheetProperties")) sheet.customProperties.load("items/key,items/value");
  const merged = can("merges") ? range.getMergedAreasOrNullObject() : undefined;
  merged?.load("address");
  const looks = can("cellFormats") ? queueLooks(range) : undefined;

  return () => {
    const area = parseA1(range.address)?.area;
    if (!area) throw new Error(`An address that does not parse: ${range.address}`);
    const records = new Map<string, string>();
    if (can("sheetProperties")) {
      for (const { key, value } of sheet.customProperties.items) records.set(key.toLowerCase(), value);
    }
    const markers = can("names")
      ? sheet.names.items.flatMap(({ name, value }) => found(name, value, records))
      : [];
    return {
      id: sheet.id,
      name: sheet.name,
      protected: sheet.protection.protected,
      at: [area[0], area[1]],
      markers,
      charts: sheet.charts.items.map(({ name }) => name),
      allTables: sheet.tables.items.map(({ name }) => name),
      used: used.isNullObject ? undefined : parseA1(used.address)?.area,
      area,
      formulas: range.formulas as unknown[][],
      numberFormats: range.numberFormat as string[][],
      tables: looks?.tables() ?? [],
      merged: merged !== undefined && !merged.isNullObject,
      ...looks?.read(),
    };
  };
}

function locate(
  workbook: Excel.Workbook,
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

/** Formats, widths, heights and tables of an area. */
function queueLooks(range: Excel.Range) {
  const cells = range.getCellProperties(cellLook);
  const columns = range.getColumnProperties({ format: { columnWidth: true } });
  const rows = range.getRowProperties({ format: { rowHeight: true } });
  const tables = range.getTables(false);
  tables.load("items/name,items/style,items/showBandedRows,items/showFilterButton");
  return {
    read: () => ({
      formats: cells.value,
      widths: columns.value.map((column) => column.format?.columnWidth ?? 0),
      heights: rows.value.map((row) => row.format?.rowHeight ?? 0),
    }),
    tables: (): TableReading[] =>
      tables.items.map(({ name, style, showBandedRows, showFilterButton }) => ({
        name,
        style,
        showBandedRows,
        showFilterButton,
      })),
  };
}

function found(name: string, value: unknown, records: ReadonlyMap<string, string>): Marker[] {
  const id = idOf(name);
  const area = typeof value === "string" ? parseA1(value)?.area : undefined;
  // A marker whose cells were deleted says #REF!: there is no block any more.
  if (id === undefined || !area) return [];
  const text = records.get(recordKey(id).toLowerCase()) ?? settingRecord(id);
  const record = text === undefined ? undefined : parseRecord(text);
  return [{ id, area, ...(record ? { record } : {}) }];
}
