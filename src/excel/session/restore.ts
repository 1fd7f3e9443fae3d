import type { Area } from "../../workbook/a1";
import { addExtra } from "../inserting/extraColumns";
import { addClear } from "../inserting/steps/cells";
import { addHide, addPause, addResume } from "../inserting/steps/filters";
import { addPrint, dropBreaks, samePrint } from "../inserting/steps/page";
import { tableChange } from "../inserting/target";
import type { OldBlock, Target } from "../inserting/target";
import { askDefaultFormat } from "../reading/cellFormats";
import { hiddenByHand } from "../reading/hiddenRows";
import type { Reading, SheetReading } from "../reading/placeReading";
import { questions } from "../reading/questions";
import {
  askCharts,
  askNames,
  askPageBreaks,
  askProperties,
  askSheets,
  askTables,
} from "../reading/sheetQuestions";
import { send } from "./batch";
import type { BatchObjects, Step } from "./batchObjects";
import type { Context } from "./context";
import { everything } from "./parts";
import type { Part } from "./parts";
import { putBackFormats, putBackSizes, putBackCells } from "./restoreCells";
import { putBackTables, putBackCharts, putBackMarker } from "./restoreParts";
import { stepsOn } from "./stepsOn";
import type { Add } from "./stepsOn";
import type { Undoing, PresentState } from "./undoing";

/**
 * Undoes a failed writing: one message reads what is there, one undoes it. Throws what Office.js throws.
 *
 * @param touched the parts that may have been written; the others are not touched
 */
export async function restore(
  context: Context,
  undoing: Undoing,
  touched: ReadonlySet<Part> = everything,
): Promise<void> {
  await send(context, await stepsBack(context, undoing, touched));
}

/**
 * Reads what is there, and returns the steps that undo the writing.
 * @param touched the parts that may have been written; default all
 */
export async function stepsBack(
  context: Context,
  undoing: Undoing,
  touched: ReadonlySet<Part> = everything,
): Promise<Step[]> {
  const { before, target } = undoing;
  if (before.sheet) return placeBack(context, undoing, before.sheet, touched);
  return dropSheet(context, target.newSheet ?? "", before);
}

/** Deletes the new sheet, and activates the one that was active before. */
async function dropSheet(context: Context, name: string, before: Reading): Promise<Step[]> {
  const ask = questions();
  const sheets = askSheets(ask);
  await ask.answer(context);
  const known = new Set(before.sheets.map(({ id }) => id));
  const ourSheet = sheets().find((sheet) => sheet.name === name && !known.has(sheet.id));
  if (!ourSheet) return [];
  const { id } = before.active;
  const activation = stepsOn(id);
  if (id !== "") activation("view", "Worksheet.activate", ({ sheet }) => sheet.activate());
  const deletion = stepsOn(ourSheet.id);
  deletion("cells", "Worksheet.delete", ({ sheet }) => sheet.delete());
  return [...activation.steps, ...deletion.steps];
}

/** Restores a place as it was read. */
async function placeBack(
  context: Context,
  undoing: Undoing,
  before: SheetReading,
  touched: ReadonlySet<Part>,
): Promise<Step[]> {
  const { plan, target } = undoing;
  const { now, usual } = await readPresent(context, before.id);
  const add = stepsOn(before.id);
  const { at, old, rename } = target;
  const any = (...parts: Part[]): boolean => parts.some((part) => touched.has(part));
  if (rename) add("view", "Worksheet.name", ({ sheet }) => (sheet.name = before.name));
  if (any("table", "chart", "chart details")) takeParts(add, undoing, before, now);

  const { hidden } = before;
  // A removed table has no filter.
  const isThere = (table: string | undefined) => table === undefined || now.tables.includes(table);
  if (hidden && any("filters"))
    addPause(
      add,
      hidden.filters.filter(({ table }) => isThere(table)),
    );
  const place: Area = [at[0], at[1], plan.rows, plan.columns];
  const filled = any("cells", "number formats", "looks", "links");
  if (filled) {
    for (const area of plan.merges) add("merges", "Range.unmerge", ({ range }) => range(area, at).unmerge());
    for (const area of old ? [place, old.area] : [place]) addClear(add, area);
    putBackFormats(add, undoing, before, usual);
  }
  if (any("sizes")) putBackSizes(add, undoing, before);
  if (old) {
    if (filled) putBackCells(add, old, before);
    if (filled) for (const extra of target.extra ?? []) addExtra(add, extra.after, extra.before);
    if (filled || any("merges", "table")) {
      putBackTables(add, undoing, old, now.tables);
      // Only after its tables are gone.
      for (const area of old.record.merges)
        add("merges", "Range.merge", ({ range }) => range(area, [old.area[0], old.area[1]]).merge(true));
    }
    if (any("chart", "chart details")) putBackCharts(add, undoing, old, now.charts);
    if (any("print")) putBackPrint(add, target, old, now);
  }
  putBackMarker(add, target, now);
  if (hidden && any("filters", "table", "sizes")) {
    addResume(add, hidden.filters);
    addHide(add, hiddenByHand(hidden));
  }
  return add.steps;
}

/** Reads what a sheet holds now, and the format of a cell that nobody changed. */
async function readPresent(
  context: Context,
  sheetId: string,
): Promise<{ now: PresentState; usual: Excel.CellProperties }> {
  const ask = questions();
  const sheetIn = (objects: BatchObjects) => objects.sheet(sheetId);
  const charts = askCharts(ask, sheetIn);
  const tables = askTables(ask, sheetIn);
  const names = askNames(ask, sheetIn);
  const properties = askProperties(ask, sheetIn);
  const breaks = askPageBreaks(ask, sheetIn);
  const usual = askDefaultFormat(ask);
  await ask.answer(context);
  return {
    now: {
      charts: charts() ?? [],
      tables: tables() ?? [],
      names: names(),
      properties: properties(),
      breaks: breaks(),
    },
    usual: usual(),
  };
}

/** Restores the print setup of the block before, if another one took its place. */
function putBackPrint(add: Add, target: Target, old: OldBlock, now: PresentState): void {
  const was = old.record.print;
  const wanted = target.record?.print;
  if (!was || samePrint(was, wanted)) return;
  const corner = [old.area[0], old.area[1]] as const;
  dropBreaks(add, corner, [was, wanted], now.breaks);
  addPrint(add, corner, was);
}

/**
 * Removes charts and tables that were not there before. If the plan makes charts or tables, they are ours, whatever
 * their names. If it makes none, they are the user's: plain cells may be undone much later.
 */
function takeParts(add: Add, { plan, target }: Undoing, before: SheetReading, now: PresentState): void {
  const { old } = target;
  const { charts, allTables } = before;
  if (charts && (plan.charts.length > 0 || old))
    for (const name of now.charts)
      if (!charts.includes(name))
        add("chart", "Chart.delete", ({ sheet }) => sheet.charts.getItem(name).delete(), { essential: true });
  if (!allTables || (plan.tables.length === 0 && !old)) return;
  const converted =
    old?.tables.filter(({ name }) => tableChange(name, plan, target, old) === "convert") ?? [];
  const others = allTables.filter((name) => !converted.some((table) => table.name === name));
  for (const name of now.tables)
    if (!others.includes(name))
      add("table", "Table.convertToRange", ({ sheet }) => void sheet.tables.getItem(name).convertToRange(), {
        essential: true,
      });
}
