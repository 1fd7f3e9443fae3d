/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the rules look for the sync between load and reading in the text; here `queue` returns the function that reads. */
import { itemOf } from "../../review/frozen/record";
import { around, a1, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { asOnSheet, idOf, recordKey, unfinished } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";
import { can } from "../session/capabilities";
import type { Context } from "../session/context";
import type { BatchObjects } from "../session/batchObjects";
import { askFormats } from "./cellFormats";
import type { FormatReading } from "./cellFormats";
import { questions } from "./questions";
import type { Questions } from "./questions";
import { askAnyHidden, readHidden } from "./hiddenRows";
import type { HiddenRows } from "./hiddenRows";
import { recordIn } from "./keptRecord";
import { followRenamed } from "./renamedTables";
import {
  askActive,
  askCharts,
  askChartTitles,
  askLocked,
  askNames,
  askPageBreaks,
  askProperties,
  askProtection,
  askSheets,
  askTables,
  askUsedArea,
} from "./sheetQuestions";
import type { NameSeen } from "./sheetQuestions";

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
  /** The record's text as the sheet keeps it; absent: it does not. */
  kept?: string;
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
  /** Names of its charts in their order; undefined where Excel refuses to say. */
  charts: readonly string[] | undefined;
  /** Titles of its charts by their names, as far as Excel says. */
  titles?: ReadonlyMap<string, string>;
  /** Rows above which a page ends. */
  breaks: readonly number[];
  /** Names of all its tables in their order; undefined where Excel refuses to say. */
  allTables: readonly string[] | undefined;
  /** Where the sheet's last filled cell is. */
  used: Area | undefined;
  /** What was read, and what stands in it. */
  area: Area;
  formulas: readonly (readonly unknown[])[];
  /** Empty where Excel refuses to say, as are `widths` and `heights`. */
  numberFormats: readonly (readonly string[])[];
  /** Tables that share a cell with the area; undefined where the host cannot say. */
  tables: readonly TableReading[] | undefined;
  /** Somebody merged cells in the area. */
  merged: boolean;
  look: FormatReading;
  /** Rows of the area that are hidden; absent: none. */
  hidden?: HiddenRows;
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

/** How a place is read. */
export interface ReadOptions {
  /** It is only looked at: what costs the user something (Excel's undo list, by the question for merged cells) is not asked. */
  preview?: boolean;
}

/**
 * Asks in one message for everything that decides whether, and where, a plan of this size can be written. Throws what
 * Office.js throws: an unknown sheet, or an area beyond the sheet's edge.
 */
export async function readPlace(
  context: Context,
  where: Where,
  plan: Plan,
  { preview = false }: ReadOptions = {},
): Promise<Reading> {
  const ask = questions();
  const sheets = askSheets(ask);
  const active = askActive(ask);
  const tables = ask.may<readonly string[]>("Workbook.tables", [], ({ workbook }) => {
    workbook.tables.load("items/name");
    return () => workbook.tables.items.map(({ name }) => name);
  });
  // Office.js tells no theme; the built-in cell style of this name is filled with its first accent, if the workbook's language calls it so.
  const accent = can("accent")
    ? ask.may<string | undefined>("Style.fill of Accent1", undefined, ({ workbook }) => {
        const style = workbook.styles.getItemOrNullObject("Accent1");
        style.load({ fill: { color: true } });
        return () => (style.isNullObject ? undefined : style.fill.color);
      })
    : () => undefined;
  const locked = askLocked(ask);
  const sheet = where.kind === "new-sheet" ? undefined : askPlace(ask, where, plan, preview);
  await ask.answer(context);
  const structure = locked();
  const painted = accent();
  const seen = sheet?.();
  const there = seen && (await withHidden(context, seen));
  return {
    sheets: sheets(),
    active: active(),
    tables: tables(),
    ...(structure === undefined ? {} : { locked: structure }),
    ...(painted === undefined ? {} : { accent: painted }),
    ...(there ? { sheet: { ...there, markers: await markersOf(context, there) } } : {}),
  };
}

/** With the rows that are hidden, if any are: the first message tells no more than that. */
async function withHidden(
  context: Context,
  { anyHidden, ...seen }: SheetReading & { anyHidden: boolean },
): Promise<SheetReading> {
  if (!anyHidden) return seen;
  const hidden = await readHidden(context, seen.id, seen.area, seen.allTables ?? []);
  return hidden.rows.length > 0 ? { ...seen, hidden } : seen;
}

/** The blocks on a sheet, with the names that their tables have by now. */
async function markersOf(
  context: Context,
  { id, allTables, markers }: SheetReading,
): Promise<readonly Marker[]> {
  if (!allTables) return markers;
  const [followed] = await followRenamed(context, [{ id, tables: allTables, blocks: markers }]);
  return followed ?? markers;
}

function askPlace(
  ask: Questions,
  where: Exclude<Where, { kind: "new-sheet" }>,
  plan: Plan,
  preview: boolean,
): () => SheetReading & { anyHidden: boolean } {
  const place = (desk: BatchObjects) =>
    desk.once("place", () => locate(desk, where, plan.rows, plan.columns));
  const sheetIn = (desk: BatchObjects) => place(desk).sheet;
  const about = ask.must("Worksheet.name", (desk) => {
    const { sheet } = place(desk);
    sheet.load("id,name");
    return () => ({ id: sheet.id, name: sheet.name });
  });
  const isProtected = askProtection(ask, sheetIn);
  const charts = askCharts(ask, sheetIn);
  const allTables = askTables(ask, sheetIn);
  const titles = preview ? () => new Map<string, string>() : askChartTitles(ask, sheetIn);
  const cells = ask.must("Range.formulas", (desk) => {
    const { range } = place(desk);
    range.load("address,formulas");
    return () => ({ address: range.address, formulas: range.formulas as unknown[][] });
  });
  const numberFormats = ask.may<string[][]>("Range.numberFormat", [], (desk) => {
    const { range } = place(desk);
    range.load("numberFormat");
    return () => range.numberFormat as string[][];
  });
  const anyHidden = askAnyHidden(ask, (desk) => place(desk).range);
  const used = askUsedArea(ask, sheetIn);
  const names = askNames(ask, sheetIn);
  const properties = askProperties(ask, sheetIn);
  const breaks = askPageBreaks(ask, sheetIn);
  const merged =
    can("merges") && !preview
      ? ask.may("Range.getMergedAreasOrNullObject", false, (desk) => {
          const areas = place(desk).range.getMergedAreasOrNullObject();
          areas.load("address");
          return () => !areas.isNullObject;
        })
      : () => false;
  const tables = can("tablesOfRange")
    ? ask.may<TableReading[] | undefined>("Range.getTables", undefined, (desk) => {
        const found = place(desk).range.getTables(false);
        found.load("items/name,items/style,items/showBandedRows,items/showFilterButton");
        return () =>
          found.items.map(({ name, style, showBandedRows, showFilterButton }) => ({
            name,
            style,
            showBandedRows,
            showFilterButton,
          }));
      })
    : () => undefined;
  const look = askFormats(ask, (desk) => place(desk).range, plan.rows * plan.columns);
  const sizes = askSizes(ask, (desk) => place(desk).range, plan);

  return () => {
    const { address, formulas } = cells();
    const area = parseA1(address)?.area;
    if (!area) throw new Error(`An address that does not parse: ${address}`);
    const records = properties();
    const called = allTables();
    return {
      ...about(),
      protected: isProtected(),
      at: [area[0], area[1]],
      markers: names().flatMap((item) => found(item, records, called ?? [])),
      frozen: names().flatMap(({ name, value }) => {
        const frozen = itemOf(name) && areaOf(value);
        return frozen ? [frozen] : [];
      }),
      charts: charts(),
      titles: titles(),
      breaks: breaks(),
      allTables: called,
      used: used(),
      area,
      formulas,
      numberFormats: numberFormats(),
      tables: tables(),
      merged: merged(),
      anyHidden: anyHidden(),
      look: look(),
      ...sizes(),
    };
  };
}

/** Asks for the widths of all columns and the heights of all rows; of an older host only those of rows that the plan gives one. */
function askSizes(
  ask: Questions,
  rangeIn: (desk: BatchObjects) => Excel.Range,
  plan: Plan,
): () => Pick<SheetReading, "widths" | "heights"> {
  const widths = ask.may<number[]>("RangeFormat.columnWidth", [], (desk) => {
    const range = rangeIn(desk);
    if (can("cellFormats")) {
      const each = range.getColumnProperties({ format: { columnWidth: true } });
      return () => each.value.map(({ format }) => format?.columnWidth ?? 0);
    }
    const each = Array.from({ length: plan.columns }, (_, column) => range.getColumn(column).format);
    for (const width of each) width.load("columnWidth");
    return () => each.map((format) => format.columnWidth);
  });
  const heights = ask.may<Record<number, number>>("RangeFormat.rowHeight", {}, (desk) => {
    const range = rangeIn(desk);
    if (can("cellFormats")) {
      const each = range.getRowProperties({ format: { rowHeight: true } });
      return () => Object.fromEntries(each.value.map(({ format }, row) => [row, format?.rowHeight ?? 0]));
    }
    const each = plan.heights.map(({ row }) => [row, range.getRow(row).format] as const);
    for (const [, height] of each) height.load("rowHeight");
    return () => Object.fromEntries(each.map(([row, format]) => [row, format.rowHeight]));
  });
  return () => ({ widths: widths(), heights: heights() });
}

function locate(
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

const areaOf = (value: unknown): Area | undefined =>
  typeof value === "string" ? parseA1(value)?.area : undefined;

function found(
  { name, value, comment }: NameSeen,
  records: ReadonlyMap<string, string>,
  tables: readonly string[],
): Marker[] {
  const id = idOf(name);
  const area = areaOf(value);
  // A marker whose cells were deleted says #REF!: there is no block any more.
  if (id === undefined || !area) return [];
  const record = recordIn(records, id);
  const kept = records.get(recordKey(id).toLowerCase());
  return [
    {
      id,
      area,
      ...(record ? { record: asOnSheet(record, tables) } : {}),
      ...(kept === undefined ? {} : { kept }),
      unfinished: comment === unfinished,
    },
  ];
}
