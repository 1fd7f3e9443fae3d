import type { Area } from "../../workbook/a1";
import { a1, parseA1 } from "../../workbook/a1";
import type { BatchObjects } from "../session/batchObjects";
import { can } from "../session/capabilities";
import type { Context } from "../session/context";
import { codeOf } from "../session/errors";
import { askAnyHidden, readHidden } from "./hiddenRows";
import type { HiddenRows } from "./hiddenRows";
import { questions } from "./questions";
import type { Questions } from "./questions";
import {
  askActive,
  askCharts,
  askLocked,
  askNames,
  askProperties,
  askProtection,
  askSheets,
  askTables,
} from "./sheetQuestions";
import type { NameSeen } from "./sheetQuestions";

/** Grids of a sheet's used range, row by row. */
interface Grids {
  formulas: unknown[][];
  values: unknown[][];
  valueTypes: string[][];
  text: string[][];
  numberFormat: string[][];
}

type GridName = keyof Grids;

/** The content of a sheet. Grids that were not asked for are empty. */
export interface SheetSurvey extends Grids {
  id: string;
  name: string;
  protected: boolean;
  names: readonly NameSeen[];
  /** Custom properties by key in lower case; none if the host has none. */
  properties: ReadonlyMap<string, string>;
  tables: readonly string[];
  /** Whether Excel refuses to tell the tables, so that none are known. */
  tablesUnsure?: true;
  charts: readonly string[];
  /** Whether Excel refuses to tell the charts. */
  chartsUnsure?: true;
  /** The used range, whose first cell is the grids' first. */
  area: Area;
  /** Its hidden rows; absent for none, or if not asked for. */
  hidden?: HiddenRows;
  /** Whether something on it spills, or the host does not tell. */
  spills: boolean;
}

/** The content of the workbook. */
export interface Survey {
  sheets: readonly SheetSurvey[];
  /** Whether the workbook's structure is protected, so that no sheet can be added or deleted. */
  locked: boolean;
  /** The id of the active sheet. */
  active: string;
  /** The selected areas on the active sheet; empty if they were not asked for. */
  selection: readonly Area[];
}

/** The most cells in one message, if all cells at once are too many. */
const cellsPerSync = 20_000;

/** What to read besides the cells of the sheets. */
interface ReadOptions {
  /** Whether to read the selection. */
  selection?: boolean;
  /** Whether to read hidden rows, with one more message if there are any. */
  hidden?: boolean;
  /** Whether to read only names and properties, to find blocks. */
  markersOnly?: boolean;
}

/**
 * Reads all sheets: one message for their names, one for their content, or if that is too large, one for each group
 * of rows. Throws what Office.js throws.
 * @param grids the grids to read
 */
export async function readSheets(
  context: Context,
  grids: readonly GridName[],
  { selection = false, hidden = false, markersOnly = false }: ReadOptions = {},
): Promise<Survey> {
  const ask = questions();
  const sheets = askSheets(ask);
  const active = markersOnly ? () => ({ id: "" }) : askActive(ask);
  const selected = selection ? askSelected(ask) : () => [];
  const locked = markersOnly ? () => undefined : askLocked(ask);
  await ask.answer(context);
  const anyHidden: { id: string; answer: () => boolean }[] = [];
  const readAll = async (wanted: readonly GridName[]): Promise<SheetSurvey[]> => {
    const finish = sheets().map((sheet) => askSheet(ask, sheet, wanted, markersOnly));
    if (hidden)
      anyHidden.push(
        ...sheets().map(({ id }) => ({
          id,
          answer: askAnyHidden(ask, (objects) => usedIn(objects, id)),
        })),
      );
    await ask.answer(context);
    return finish.map((survey) => survey());
  };
  let surveys: SheetSurvey[];
  try {
    surveys = await readAll(grids);
  } catch (error) {
    if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded") throw error;
    surveys = await readAll([]);
    for (const sheet of surveys) await readPiecewise(context, sheet, grids);
  }
  const withHidden = new Set(anyHidden.filter(({ answer }) => answer()).map(({ id }) => id));
  for (const sheet of surveys)
    if (withHidden.has(sheet.id))
      sheet.hidden = await readHidden(context, sheet.id, sheet.area, sheet.tables);
  return { sheets: surveys, locked: locked() ?? false, active: active().id, selection: selected() };
}

const usedIn = (objects: BatchObjects, id: string): Excel.Range =>
  objects.once(`used ${id}`, () => objects.sheet(id).getUsedRangeOrNullObject(true));

function askSelected(ask: Questions): () => readonly Area[] {
  return ask.must("Workbook.getSelectedRanges", ({ workbook }) => {
    const range = can("cellFormats") ? workbook.getSelectedRanges() : workbook.getSelectedRange();
    range.load("address");
    return () => areasOf(range.address);
  });
}

/** The areas of "Sheet1!A1:B2,'A, b'!D4". */
export function areasOf(address: string): Area[] {
  return address
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((part) => parseA1(part.slice(part.lastIndexOf("!") + 1))?.area)
    .filter((area) => area !== undefined);
}

/** Asks for a sheet's names and properties, and its used cells unless only markers are wanted. */
function askSheet(
  ask: Questions,
  { id, name }: { id: string; name: string },
  grids: readonly GridName[],
  markersOnly: boolean,
): () => SheetSurvey {
  const sheetIn = (objects: BatchObjects) => objects.sheet(id);
  const names = askNames(ask, sheetIn);
  const properties = askProperties(ask, sheetIn);
  const isProtected = markersOnly ? () => false : askProtection(ask, sheetIn);
  const tables = markersOnly ? () => undefined : askTables(ask, sheetIn);
  const charts = markersOnly ? () => undefined : askCharts(ask, sheetIn);
  const nothing = { area: [0, 0, 1, 1] as Area, ...noGrids };
  const cells = markersOnly
    ? () => nothing
    : ask.must("Worksheet.getUsedRangeOrNullObject", (objects) => {
        const used = usedIn(objects, id);
        used.load(["address", ...grids]);
        return () =>
          used.isNullObject
            ? nothing
            : { area: parseA1(used.address)?.area ?? nothing.area, ...gridsOf(used, grids) };
      });
  const spills =
    can("spills") && !markersOnly
      ? ask.may("Range.hasSpill", true, (objects) => {
          const used = usedIn(objects, id);
          used.load("hasSpill");
          return () => !used.isNullObject && used.hasSpill !== false;
        })
      : () => true;
  return () => ({
    id,
    name,
    protected: isProtected(),
    names: names(),
    properties: properties(),
    tables: tables() ?? [],
    ...(tables() || markersOnly ? {} : { tablesUnsure: true as const }),
    charts: charts() ?? [],
    ...(charts() || markersOnly ? {} : { chartsUnsure: true as const }),
    spills: spills(),
    ...cells(),
  });
}

const noGrids: Grids = { formulas: [], values: [], valueTypes: [], text: [], numberFormat: [] };

function gridsOf(range: Excel.Range | undefined, grids: readonly GridName[]): Grids {
  return { ...noGrids, ...Object.fromEntries(grids.map((grid) => [grid, range?.[grid] ?? []])) };
}

/** Reads the cells of a large sheet in several messages. */
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

/**
 * The formulas of a sheet, without texts that begin with "=". Each with its cell; a spilled formula only with its
 * first. Such texts equal their value.
 */
export function formulasOf({ area, formulas, values }: SheetSurvey): { formula: string; area: Area }[] {
  return formulas.flatMap((row, r) =>
    row.flatMap((formula, c) =>
      typeof formula === "string" && formula.startsWith("=") && formula !== values[r]?.[c]
        ? [{ formula, area: [area[0] + r, area[1] + c, 1, 1] as const }]
        : [],
    ),
  );
}

/** What a grid tells of a cell outside the used range. */
const ofEmptyCells = { formulas: "", values: "", valueTypes: "Empty", text: "", numberFormat: "General" };

/** The part of a grid in an area; cells outside the used range are `empty`, by default as Excel tells empty ones. */
export function cut<Name extends GridName, Empty = Grids[Name][number][number]>(
  sheet: SheetSurvey,
  name: Name,
  [top, left, rows, columns]: Area,
  empty = ofEmptyCells[name] as Empty,
): (Grids[Name][number][number] | Empty)[][] {
  const line = (row: number) => sheet[name][row - sheet.area[0]] ?? [];
  const cellAt = (row: number, column: number) => line(row)[column - sheet.area[1]] ?? empty;
  return Array.from({ length: rows }, (_row, r) =>
    Array.from({ length: columns }, (_column, c) => cellAt(top + r, left + c)),
  );
}
