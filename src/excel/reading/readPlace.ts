/* eslint-disable office-addins/call-sync-before-read --
   the rule looks for the sync between load and reading in the text; here `ask` returns the function that reads. */
import { itemOf } from "../../review/frozen/record";
import type { Plan } from "../../sheets/plan";
import { areaOf, parseA1 } from "../../workbook/a1";
import type { BatchObjects } from "../session/batchObjects";
import { can } from "../session/capabilities";
import type { Context } from "../session/context";
import { asOnSheet, idOf, recordKey, unfinished } from "./blockRecord";
import { askFormats } from "./cellFormats";
import { askAnyHidden, readHidden } from "./hiddenRows";
import { recordIn } from "./keptRecord";
import { askTablesOf, askSizes, locate } from "./placeQuestions";
import type { Where, Marker, TableReading, SheetReading, Reading } from "./placeReading";
import { questions } from "./questions";
import type { Questions } from "./questions";
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

export interface ReadOptions {
  /** For a preview: merged cells are not read, because that clears Excel's undo history. */
  preview?: boolean;
}

/**
 * Reads in one message everything that decides whether, and where, a plan of this size can be written. Throws what
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
  // Office.js does not expose the theme. The built-in style "Accent1" has its first accent as fill; in other
  // languages the style has another name, and the accent stays unknown.
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
  const reading = sheet?.();
  const there = reading && (await withHidden(context, reading));
  return {
    sheets: sheets(),
    active: active(),
    tables: tables(),
    ...(structure === undefined ? {} : { locked: structure }),
    ...(painted === undefined ? {} : { accent: painted }),
    ...(there ? { sheet: { ...there, markers: await markersOf(context, there) } } : {}),
  };
}

/** Adds the hidden rows, if the first message told that there are any. */
async function withHidden(
  context: Context,
  { anyHidden, ...reading }: SheetReading & { anyHidden: boolean },
): Promise<SheetReading> {
  if (!anyHidden) return reading;
  const hidden = await readHidden(context, reading.id, reading.area, reading.allTables ?? []);
  return hidden.rows.length > 0 ? { ...reading, hidden } : reading;
}

/** The blocks on a sheet, with the present names of their tables. */
async function markersOf(
  context: Context,
  { id, allTables, markers }: SheetReading,
): Promise<readonly Marker[]> {
  if (!allTables) return markers;
  const [followed] = await followRenamed(context, [{ id, tables: allTables, blocks: markers }]);
  return followed ?? markers;
}

/** The sheet and the range of a place in a message. */
type PlaceIn = (objects: BatchObjects) => { sheet: Excel.Worksheet; range: Excel.Range };

/** Asks for all that a place and its sheet hold. A preview does without titles of charts and merged cells. */
function askPlace(
  ask: Questions,
  where: Exclude<Where, { kind: "new-sheet" }>,
  plan: Plan,
  preview: boolean,
): () => SheetReading & { anyHidden: boolean } {
  const place: PlaceIn = (objects) =>
    objects.once("place", () => locate(objects, where, plan.rows, plan.columns));
  const sheet = askSheet(ask, place, preview);
  const cells = askCells(ask, place, plan, preview);
  return () => {
    const { names, properties, ...ofSheet } = sheet();
    const markers = names.flatMap((item) => markerOf(item, properties, ofSheet.allTables ?? []));
    const frozen = names.flatMap(({ name, value }) => {
      const area = itemOf(name) && areaOf(value);
      return area ? [area] : [];
    });
    return { ...ofSheet, markers, frozen, ...cells() };
  };
}

/** Asks for what the sheet of a place holds. */
function askSheet(ask: Questions, place: PlaceIn, preview: boolean) {
  const sheetIn = (objects: BatchObjects) => place(objects).sheet;
  const about = ask.must("Worksheet.name", (objects) => {
    const { sheet } = place(objects);
    sheet.load("id,name");
    return () => ({ id: sheet.id, name: sheet.name });
  });
  const isProtected = askProtection(ask, sheetIn);
  const charts = askCharts(ask, sheetIn);
  const allTables = askTables(ask, sheetIn);
  const titles = preview ? () => new Map<string, string>() : askChartTitles(ask, sheetIn);
  const used = askUsedArea(ask, sheetIn);
  const names = askNames(ask, sheetIn);
  const properties = askProperties(ask, sheetIn);
  const breaks = askPageBreaks(ask, sheetIn);
  return () => ({
    ...about(),
    protected: isProtected(),
    charts: charts(),
    titles: titles(),
    allTables: allTables(),
    used: used(),
    names: names(),
    properties: properties(),
    breaks: breaks(),
  });
}

/** Asks for the cells of a place, their formats and sizes, and its tables. */
function askCells(ask: Questions, place: PlaceIn, plan: Plan, preview: boolean) {
  const rangeIn = (objects: BatchObjects) => place(objects).range;
  const cells = ask.must("Range.formulas", (objects) => {
    const range = rangeIn(objects);
    range.load("address,formulas");
    return () => ({ address: range.address, formulas: range.formulas as unknown[][] });
  });
  const numberFormats = ask.may<string[][]>("Range.numberFormat", [], (objects) => {
    const range = rangeIn(objects);
    range.load("numberFormat");
    return () => range.numberFormat as string[][];
  });
  const anyHidden = askAnyHidden(ask, rangeIn);
  const merged =
    can("merges") && !preview
      ? ask.may("Range.getMergedAreasOrNullObject", false, (objects) => {
          const areas = rangeIn(objects).getMergedAreasOrNullObject();
          areas.load("address");
          return () => !areas.isNullObject;
        })
      : () => false;
  const tables = can("tablesOfRange")
    ? ask.may<TableReading[] | undefined>(
        "Range.getTables",
        undefined,
        askTablesOf(place, true),
        askTablesOf(place, false),
      )
    : () => undefined;
  const cellFormats = askFormats(ask, rangeIn, plan.rows * plan.columns);
  const sizes = askSizes(ask, rangeIn, plan);
  return () => {
    const { address, formulas } = cells();
    const area = parseA1(address)?.area;
    if (!area) throw new Error(`An address that does not parse: ${address}`);
    return {
      at: [area[0], area[1]] as const,
      area,
      formulas,
      numberFormats: numberFormats(),
      tables: tables(),
      merged: merged(),
      anyHidden: anyHidden(),
      cellFormats: cellFormats(),
      ...sizes(),
    };
  };
}

/** The block whose marker a defined name is; none for other names, and for a block whose cells were deleted. */
function markerOf(
  { name, value, comment }: NameSeen,
  records: ReadonlyMap<string, string>,
  tables: readonly string[],
): Marker[] {
  const id = idOf(name);
  const area = areaOf(value);
  // A marker whose cells were deleted refers to #REF!: the block is gone.
  if (id === undefined || !area) return [];
  const record = recordIn(records, id);
  const keptText = records.get(recordKey(id).toLowerCase());
  return [
    {
      id,
      area,
      ...(record ? { record: asOnSheet(record, tables) } : {}),
      ...(keptText === undefined ? {} : { keptText }),
      unfinished: comment === unfinished,
    },
  ];
}
