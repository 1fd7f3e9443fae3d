import { can, recordKey, remember, save, setOrRemove, talk } from "../excel";
import type { Context } from "../excel";
import { settingKeys } from "../functions/settings";
import type { Difference } from "../workbook/selfTest";
import { compared, difference } from "./differences";

/** What the workbook contains beside the test's sheets, as far as it is compared: no cell contents. */
interface WorkbookState {
  /** For each sheet: its id, name, used cells, and how many names, tables and charts it has. */
  sheets: readonly { id: string; contents: string }[];
  names: number;
  active: string;
  /** The selected areas on the active sheet; empty where a chart is selected. */
  selection: string;
}

/** The workbook before the test, and what is needed to restore it. */
export interface Before extends WorkbookState {
  /** The names of its sheets. */
  sheetNames: readonly string[];
  /** Whether it has a list of sources, of formulas that the user froze. */
  hasSources: boolean;
  putBackSettings: () => void;
}

/** The settings that an insertion may change. */
const keys = [...Object.values(settingKeys), "ECOM.blocks"];

/**
 * Reads the workbook before the test. `timeoutMs` is how long to wait for each answer. Throws what Office.js throws.
 */
export async function captureWorkbook(timeoutMs: number): Promise<Before> {
  const putBackSettings = remember(keys);
  const looked = await look(timeoutMs);
  const { taken: takenNames, hasSources } = await talk(timeoutMs, async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load("items/name");
    tables.load("items/name");
    await context.sync();
    return {
      taken: worksheets.items.map(({ name }) => name),
      hasSources: tables.items.some(({ name }) => name.toLowerCase() === "ecom_sources"),
    };
  });
  return { ...looked, sheetNames: takenNames, hasSources, putBackSettings };
}

/** Reads what the workbook contains, without the contents of cells. */
async function look(timeoutMs: number): Promise<WorkbookState> {
  return talk(timeoutMs, async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load("items/id,items/name");
    if (can("names")) names.load("items/name");
    const active = worksheets.getActiveWorksheet();
    active.load("id");
    await context.sync();
    const questions = worksheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject();
      used.load("address");
      sheet.tables.load("items/name");
      sheet.charts.load("items/name");
      if (can("names")) sheet.names.load("items/name");
      return { sheet, used };
    });
    await context.sync();
    return {
      sheets: questions.map(({ sheet, used }) => ({
        id: sheet.id,
        contents: [
          sheet.name,
          used.isNullObject ? "" : used.address,
          sheet.tables.items.length,
          sheet.charts.items.length,
          can("names") ? sheet.names.items.length : 0,
        ].join("\n"),
      })),
      names: can("names") ? names.items.length : 0,
      active: active.id,
      selection: await selected(context),
    };
  });
}

/** The selected address; "" if a chart is selected. */
async function selected(context: Context): Promise<string> {
  const range = can("cellFormats")
    ? context.workbook.getSelectedRanges()
    : context.workbook.getSelectedRange();
  range.load("address");
  try {
    await context.sync();
  } catch {
    return "";
  }
  return range.address
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((name) => name.slice(name.lastIndexOf("!") + 1))
    .join(",");
}

/**
 * Deletes the test's sheets, restores the settings, and shows what was shown before.
 * @param added names of sheets that the test made (only those that were not there before are deleted), and ids of its
 *   blocks, whose records some hosts keep in the settings
 * @returns the names of sheets that could not be deleted
 */
export async function putBack(
  timeoutMs: number,
  before: Before,
  added: { sheets: readonly string[]; blocks: readonly string[] },
): Promise<string[]> {
  const madeNames = new Set(added.sheets.map((name) => name.toLowerCase()));
  const known = new Set(before.sheets.map(({ id }) => id));
  await talk(timeoutMs, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    const sheet = worksheets.items.find(({ id }) => id === before.active);
    sheet?.activate();
    if (sheet && before.selection !== "") select(sheet, before.selection);
    for (const other of worksheets.items)
      if (!known.has(other.id) && madeNames.has(other.name.toLowerCase())) other.delete();
    await context.sync();
  });
  before.putBackSettings();
  for (const id of added.blocks) setOrRemove(recordKey(id), undefined);
  await save(timeoutMs);
  return talk(timeoutMs, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    return worksheets.items
      .filter(({ id, name }) => !known.has(id) && madeNames.has(name.toLowerCase()))
      .map(({ name }) => name);
  });
}

/** Selects areas; only the first where the host cannot select several. */
function select(sheet: Excel.Worksheet, addresses: string): void {
  const [first = "A1", ...more] = addresses.split(",");
  if (more.length > 0) {
    const areas = sheet.getRanges(addresses) as Partial<Excel.RangeAreas>;
    // Since ExcelApi 1.18.
    if (areas.select) {
      areas.select();
      return;
    }
  }
  sheet.getRange(first).select();
}

/**
 * The differences from the workbook before the test. Contents of cells are compared by extent and counts only: the
 * test reads no user's data. None if all is as before.
 */
export async function differencesSince(timeoutMs: number, before: Before): Promise<Difference[]> {
  const now = await look(timeoutMs);
  const contentsNow = new Map(now.sheets.map(({ id, contents }) => [id, contents]));
  const [cell] = before.selection.split(",");
  return [
    ...before.sheets.flatMap(({ id, contents }, index) =>
      contentsNow.get(id) === contents
        ? []
        : [
            difference(
              "leftover",
              `sheet ${index + 1}`,
              "as before",
              contentsNow.has(id) ? "changed" : "gone",
            ),
          ],
    ),
    ...compared("leftover", "sheets", before.sheets.length, now.sheets.length),
    ...compared("leftover", "names of the workbook", before.names, now.names),
    ...compared("leftover", "active sheet", true, before.active === now.active),
    ...(before.selection === "" ? [] : compared("leftover", "selection", cell, now.selection.split(",")[0])),
  ];
}
