/* eslint-disable office-addins/call-sync-before-read --
   the rules look for the sync between load and reading in the text; here `queue` returns the function that reads. */
import type { Area } from "../../workbook/a1";
import { a1, parseA1 } from "../../workbook/a1";
import { can } from "../session/context";
import type { Context } from "../session/context";
import { codeOf } from "../session/errors";

/** Grids of a sheet's used range that can be asked for; each has one entry a cell, by rows. */
export interface Grids {
  formulas: unknown[][];
  values: unknown[][];
  valueTypes: string[][];
  text: string[][];
  numberFormat: string[][];
}

/** Name of a grid. */
export type GridName = keyof Grids;

/** What stands on a sheet. Grids that were not asked for are empty. */
export interface SheetSurvey extends Grids {
  id: string;
  name: string;
  protected: boolean;
  names: readonly { name: string; value: unknown }[];
  /** Custom properties; none where the host has none. */
  properties: ReadonlyMap<string, string>;
  tables: readonly string[];
  charts: readonly string[];
  /** The used range; `area[0]` and `area[1]` are where the grids begin. */
  area: Area;
  /** Whether something on it spills, or the host cannot say. */
  spills: boolean;
}

/** What stands in the workbook. */
export interface Survey {
  sheets: readonly SheetSurvey[];
  /** The workbook's structure is protected: no sheet can be added or deleted. */
  locked: boolean;
  /** Id of the active sheet. */
  active: string;
  /** The selected areas on the active sheet; empty if they were not asked for. */
  selection: readonly Area[];
}

/** What else is wanted, each of it false or nothing by default. */
interface Wanted {
  /** Where the selection is. */
  selection?: boolean;
  /** More of each sheet in the first message: ",items/…". */
  more?: string;
  /** More of a sheet in the second. */
  queueMore?: (sheet: Excel.Worksheet) => void;
}

const doNothing = (): void => undefined;

/** So many cells are read at a time where all are too many. */
const cellsPerSync = 20_000;

/**
 * Reads all sheets: one message for which there are, one for what stands on them, or, where that is more than Excel gives
 * at once, one for each stretch of rows. Throws what Office.js throws.
 */
export async function survey(
  context: Context,
  grids: readonly GridName[],
  { selection = false, more = "", queueMore = doNothing }: Wanted = {},
): Promise<Survey> {
  const sheets = context.workbook.worksheets;
  sheets.load(`items/id,items/name${more}`);
  const active = sheets.getActiveWorksheet();
  active.load("id");
  const selected = selection ? selectedRange(context) : undefined;
  selected?.load("address");
  const { protection } = context.workbook;
  if (can("structure")) protection.load("protected");
  await context.sync();
  const locked = can("structure") && protection.protected;
  const list = sheets.items;
  const read = async (piecewise: boolean): Promise<SheetSurvey[]> => {
    const finish = list.map((sheet) => {
      queueMore(sheet);
      return queue(sheet, piecewise ? [] : grids);
    });
    await context.sync();
    return finish.map((one) => one());
  };
  let found: SheetSurvey[];
  try {
    found = await read(false);
  } catch (error) {
    if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded") throw error;
    found = await read(true);
    for (const one of found) await readPiecewise(context, one, grids);
  }
  return { sheets: found, locked, active: active.id, selection: areasOf(selected?.address ?? "") };
}

function selectedRange({ workbook }: Context): Excel.Range | Excel.RangeAreas {
  return can("cellFormats") ? workbook.getSelectedRanges() : workbook.getSelectedRange();
}

/** The areas of "Sheet1!A1:B2,'A, b'!D4". */
function areasOf(address: string): Area[] {
  return address
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((part) => parseA1(part.slice(part.lastIndexOf("!") + 1))?.area)
    .filter((area) => area !== undefined);
}

function queue(sheet: Excel.Worksheet, grids: readonly GridName[]): () => SheetSurvey {
  sheet.protection.load("protected");
  sheet.tables.load("items/name");
  sheet.charts.load("items/name");
  if (can("names")) sheet.names.load("items/name,items/value");
  if (can("sheetProperties")) sheet.customProperties.load("items/key,items/value");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(["address", ...grids, ...(can("spills") ? ["hasSpill"] : [])]);
  return () => ({
    id: sheet.id,
    name: sheet.name,
    protected: sheet.protection.protected,
    names: can("names")
      ? sheet.names.items.map(({ name, value }) => ({ name, value: value as unknown }))
      : [],
    properties: new Map(
      can("sheetProperties") ? sheet.customProperties.items.map(({ key, value }) => [key, value]) : [],
    ),
    tables: sheet.tables.items.map(({ name }) => name),
    charts: sheet.charts.items.map(({ name }) => name),
    area: (used.isNullObject ? undefined : parseA1(used.address)?.area) ?? [0, 0, 1, 1],
    spills: used.isNullObject ? false : !can("spills") || used.hasSpill !== false,
    ...gridsOf(used.isNullObject ? undefined : used, grids),
  });
}

const none: Grids = { formulas: [], values: [], valueTypes: [], text: [], numberFormat: [] };

function gridsOf(range: Excel.Range | undefined, grids: readonly GridName[]): Grids {
  return { ...none, ...Object.fromEntries(grids.map((grid) => [grid, range?.[grid] ?? []])) };
}

async function readPiecewise(
  context: Context,
  sheet: SheetSurvey,
  grids: readonly GridName[],
): Promise<void> {
  const [top, left, rows, columns] = sheet.area;
  const step = Math.max(1, Math.floor(cellsPerSync / columns));
  for (let row = 0; row < rows; row += step) {
    const area: Area = [top + row, left, Math.min(step, rows - row), columns];
    const range = context.workbook.worksheets.getItem(sheet.id).getRange(a1(area));
    range.load(["address", ...grids]);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- all at once was refused as too large
    await context.sync();
    const part = gridsOf(range, grids);
    for (const grid of grids) sheet[grid] = [...sheet[grid], ...part[grid]] as never;
  }
}

/** The formulas of a sheet. A text that begins with "=" is none: it is its own value. */
export function formulasOf({ area, formulas, values }: SheetSurvey): { formula: string; area: Area }[] {
  return formulas.flatMap((row, r) =>
    row.flatMap((formula, c) =>
      typeof formula === "string" && formula.startsWith("=") && formula !== values[r]?.[c]
        ? [{ formula, area: [area[0] + r, area[1] + c, 1, 1] as const }]
        : [],
    ),
  );
}

/** The part of a grid that an area covers; cells outside of the used range are `empty`. */
export function cut<T>(sheet: SheetSurvey, grid: readonly (readonly T[])[], area: Area, empty: T): T[][] {
  return Array.from({ length: area[2] }, (_row, r) =>
    Array.from(
      { length: area[3] },
      (_column, c) => grid[area[0] + r - sheet.area[0]]?.[area[1] + c - sheet.area[1]] ?? empty,
    ),
  );
}
