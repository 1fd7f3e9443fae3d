/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the rules look for the sync between load and reading in the text; here `queue` returns the function that reads. */
import { itemOf } from "../../review/frozen/record";
import { around, a1, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { asOnSheet, idOf, parseRecord, recordKey, unfinished } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";
import { can } from "../session/context";
import type { Context } from "../session/context";
import { readLooks } from "./cellFormats";
import type { LookReading } from "./cellFormats";
import { settingRecord } from "../session/settings";

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
  /** Its writing or removal broke off: what stands there is a part of it. */
  unfinished?: boolean;
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
  /** Cells whose formulas were frozen. */
  frozen: readonly Area[];
  charts: readonly string[];
  /** Rows above which a page ends. */
  breaks: readonly number[];
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
  look: LookReading;
  /** Widths of the area's columns, points. */
  widths: readonly number[];
  /** Heights of rows by row of the area, points; at least of those that the plan gives a height. */
  heights: Readonly<Record<number, number>>;
}

/** What the first message brings back. */
export interface Reading {
  sheets: readonly { id: string; name: string; hidden?: boolean }[];
  active: { id: string; name: string };
  /** The workbook's structure is protected: no sheet can be added or deleted. */
  locked?: boolean;
  /** The accent of the workbook's theme. */
  accent?: string;
  sheet?: SheetReading;
  /** Names of all tables of the workbook. */
  tables: readonly string[];
}

/**
 * Asks in one message for everything that decides whether, and where, a plan of this size can be written. Throws what
 * Office.js throws: an unknown sheet, or an area beyond the sheet's edge.
 */
export async function read(context: Context, where: Where, plan: Plan): Promise<Reading> {
  const workbook = context.workbook;
  const sheets = workbook.worksheets;
  sheets.load("items/id,items/name,items/visibility");
  workbook.tables.load("items/name");
  const active = sheets.getActiveWorksheet();
  active.load("id,name");
  // Office.js tells no theme; the built-in cell style of this name is filled with its first accent.
  const style = can("accent") ? workbook.styles.getItemOrNullObject("Accent1") : undefined;
  style?.load({ fill: { color: true } });
  if (can("structure")) workbook.protection.load("protected");
  const finish = where.kind === "new-sheet" ? undefined : queue(workbook, where, plan);
  await context.sync();
  return {
    sheets: sheets.items.map(({ id, name, visibility }) => ({ id, name, hidden: visibility !== "Visible" })),
    active: { id: active.id, name: active.name },
    tables: workbook.tables.items.map(({ name }) => name),
    ...(can("structure") ? { locked: workbook.protection.protected } : {}),
    ...(style && !style.isNullObject ? { accent: style.fill.color } : {}),
    ...(finish ? { sheet: finish() } : {}),
  };
}

function queue(
  workbook: Excel.Workbook,
  where: Exclude<Where, { kind: "new-sheet" }>,
  plan: Plan,
): () => SheetReading {
  const { sheet, range } = locate(workbook, where, plan.rows, plan.columns);
  sheet.load("id,name");
  sheet.protection.load("protected");
  sheet.charts.load("items/name");
  sheet.tables.load("items/name");
  range.load("address,formulas,numberFormat");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  if (can("names")) sheet.names.load("items/name,items/value,items/comment");
  if (can("sheetProperties")) sheet.customProperties.load("items/key,items/value");
  if (can("print")) sheet.horizontalPageBreaks.load("items/rowIndex");
  const merged = can("merges") ? range.getMergedAreasOrNullObject() : undefined;
  merged?.load("address");
  const tables = can("tablesOfRange") ? range.getTables(false) : undefined;
  tables?.load("items/name,items/style,items/showBandedRows,items/showFilterButton");
  const look = readLooks(range, plan.rows * plan.columns);
  const sizes = readSizes(range, plan);

  return () => {
    const area = parseA1(range.address)?.area;
    if (!area) throw new Error(`An address that does not parse: ${range.address}`);
    const records = new Map<string, string>();
    if (can("sheetProperties")) {
      for (const { key, value } of sheet.customProperties.items) records.set(key.toLowerCase(), value);
    }
    const allTables = sheet.tables.items.map(({ name }) => name);
    const markers = can("names") ? sheet.names.items.flatMap((item) => found(item, records, allTables)) : [];
    return {
      id: sheet.id,
      name: sheet.name,
      protected: sheet.protection.protected,
      at: [area[0], area[1]],
      markers,
      frozen: can("names")
        ? sheet.names.items.flatMap(({ name, value }) => {
            const area = itemOf(name) && areaOf(value);
            return area ? [area] : [];
          })
        : [],
      charts: sheet.charts.items.map(({ name }) => name),
      breaks: can("print") ? sheet.horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex) : [],
      allTables,
      used: used.isNullObject ? undefined : parseA1(used.address)?.area,
      area,
      formulas: range.formulas as unknown[][],
      numberFormats: range.numberFormat as string[][],
      tables:
        tables?.items.map(({ name, style, showBandedRows, showFilterButton }) => ({
          name,
          style,
          showBandedRows,
          showFilterButton,
        })) ?? [],
      merged: merged !== undefined && !merged.isNullObject,
      look: look(),
      ...sizes(),
    };
  };
}

/** Asks for the widths of all columns and the heights of all rows; of an older host only those of rows that the plan gives one. */
function readSizes(range: Excel.Range, plan: Plan): () => Pick<SheetReading, "widths" | "heights"> {
  if (can("cellFormats")) {
    const widths = range.getColumnProperties({ format: { columnWidth: true } });
    const heights = range.getRowProperties({ format: { rowHeight: true } });
    return () => ({
      widths: widths.value.map(({ format }) => format?.columnWidth ?? 0),
      heights: Object.fromEntries(heights.value.map(({ format }, row) => [row, format?.rowHeight ?? 0])),
    });
  }
  const widths = Array.from({ length: plan.columns }, (_, column) => range.getColumn(column).format);
  const heights = plan.heights.map(({ row }) => [row, range.getRow(row).format] as const);
  for (const width of widths) width.load("columnWidth");
  for (const [, height] of heights) height.load("rowHeight");
  return () => ({
    widths: widths.map((format) => format.columnWidth),
    heights: Object.fromEntries(heights.map(([row, format]) => [row, format.rowHeight])),
  });
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

const areaOf = (value: unknown): Area | undefined =>
  typeof value === "string" ? parseA1(value)?.area : undefined;

function found(
  { name, value, comment }: Excel.NamedItem,
  records: ReadonlyMap<string, string>,
  tables: readonly string[],
): Marker[] {
  const id = idOf(name);
  const area = areaOf(value);
  // A marker whose cells were deleted says #REF!: there is no block any more.
  if (id === undefined || !area) return [];
  const text = records.get(recordKey(id).toLowerCase()) ?? settingRecord(id);
  const record = text === undefined ? undefined : parseRecord(text);
  return [
    {
      id,
      area,
      ...(record ? { record: asOnSheet(record, tables) } : {}),
      unfinished: comment === unfinished,
    },
  ];
}
