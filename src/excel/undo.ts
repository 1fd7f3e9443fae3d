import type { Area, Plan } from "../report/plan";
import { a1 } from "./address";
import { chartName, marker, recordKey } from "./block";
import { addChart, setChart } from "./chart";
import { can } from "./host";
import type { Context } from "./host";
import { defaultLook, differing } from "./lookOf";
import type { Reading, SheetReading } from "./read";
import { asText, plainText } from "./text";
import type { Target } from "./write";

/**
 * Takes back what a failed writing did: one message that looks what is there, one that undoes it. Throws what Office.js
 * throws.
 */
export async function undo(context: Context, plan: Plan, target: Target, reading: Reading): Promise<void> {
  if (reading.sheet) await restore(context, plan, target, reading.sheet);
  else await dropSheet(context, target.newSheet ?? "", reading);
}

/** Deletes the sheet that was begun, and goes back to the one before. */
async function dropSheet(context: Context, name: string, reading: Reading): Promise<void> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id,items/name");
  await context.sync();
  const before = new Set(reading.sheets.map(({ id }) => id));
  const begun = sheets.items.find((sheet) => sheet.name === name && !before.has(sheet.id));
  if (!begun) return;
  sheets.getItem(reading.active.id).activate();
  begun.delete();
  await context.sync();
}

/** Puts a place back as it was read. */
async function restore(context: Context, plan: Plan, target: Target, before: SheetReading): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  sheet.tables.load("items/name");
  sheet.charts.load("items/name");
  if (can("names")) sheet.names.load("items/name");
  if (can("sheetProperties")) sheet.customProperties.load("items/key");
  const usual = can("cellFormats") ? defaultLook(context.workbook) : undefined;
  await context.sync();

  const { at, id, old } = target;
  const tables = new Set(sheet.tables.items.map(({ name }) => name));
  const charts = new Set(sheet.charts.items.map(({ name }) => name));
  if (can("screenHold")) context.workbook.application.suspendScreenUpdatingUntilNextSync();

  // What was not there before is ours, whatever name it has by now; what we changed or dropped comes back.
  const had = new Set(before.charts);
  for (const name of charts) if (!had.has(name)) sheet.charts.getItem(name).delete();
  for (const chart of old?.record.charts ?? []) {
    const name = chartName(id, chart.id);
    if (!had.has(name)) continue;
    const corner = [old?.area[0] ?? 0, old?.area[1] ?? 0] as const;
    if (charts.has(name)) setChart(sheet, sheet.charts.getItem(name), chart, corner);
    else addChart(sheet, chart, corner, name);
  }
  const hadTables = new Set(before.allTables);
  for (const { name } of old?.tables ?? []) hadTables.delete(name);
  for (const name of tables) if (!hadTables.has(name)) sheet.tables.getItem(name).convertToRange();

  const place: Area = [at[0], at[1], plan.rows, plan.columns];
  for (const area of plan.merges) sheet.getRange(a1(area, at)).unmerge();
  for (const area of old ? [place, old.area] : [place]) {
    const range = sheet.getRange(a1(area));
    range.clear("Contents");
    range.clear("Formats");
    if (can("links")) range.clear("Hyperlinks");
  }
  putBackLook(sheet, plan, target, before, usual?.());
  if (old) putBackBlock(sheet, old, before);
  putBackMarker(sheet, target, {
    names: can("names") ? sheet.names.items.map(({ name }) => name) : [],
    keys: can("sheetProperties") ? sheet.customProperties.items.map(({ key }) => key) : [],
  });
  await context.sync();
}

/** Number formats, fonts, fills, borders, widths and heights. */
function putBackLook(
  sheet: Excel.Worksheet,
  plan: Plan,
  { at, old }: Target,
  before: SheetReading,
  usual: Excel.CellProperties | undefined,
): void {
  const all = sheet.getRange(a1(before.area));
  if (before.numberFormats.flat().some((format) => format !== "General")) {
    all.numberFormat = before.numberFormats.map((row) => [...row]);
  }
  if (before.formats && usual) {
    const settable = before.formats.map((row) => row.map((cell) => differing(cell, usual)));
    const changed = settable.flat().some((cell) => Object.keys(cell).length > 0);
    if (changed) all.setCellProperties(settable);
  }
  plan.widths.forEach((width, column) => {
    const points = before.widths?.[at[1] - before.area[1] + column];
    if (width !== null && points) sheet.getRange(a1([0, column, 1, 1], at)).format.columnWidth = points;
  });
  const corner = old ? [old.area[0], old.area[1]] : at;
  const rows = new Set([
    ...plan.heights.map(({ row }) => at[0] + row),
    ...(old?.record.heights ?? []).map((row) => (corner[0] ?? 0) + row),
  ]);
  for (const row of rows) {
    const points = before.heights?.[row - before.area[0]];
    if (points) sheet.getRange(a1([row, at[1], 1, 1])).format.rowHeight = points;
  }
}

/** What stood in the block: formulas, merged cells, tables. */
function putBackBlock(sheet: Excel.Worksheet, old: NonNullable<Target["old"]>, before: SheetReading): void {
  const corner = [old.area[0], old.area[1]] as const;
  const spilled = new Set<string>();
  for (const [row, column, rows, columns] of old.record.spills) {
    for (let r = 0; r < rows; r += 1) {
      // The first cell holds the formula; the others get their values from it.
      for (let c = 0; c < columns; c += 1) if (r + c > 0) spilled.add(`${row + r},${column + c}`);
    }
  }
  before.formulas.forEach((values, r) => {
    const row = before.area[0] + r - corner[0];
    const kept = values.map((value, c) => {
      const column = before.area[1] + c - corner[1];
      const inside = row >= 0 && row < old.area[2] && column >= 0 && column < old.area[3];
      if (!inside || spilled.has(`${row},${column}`)) return "";
      return typeof value === "string" && !value.startsWith("=") ? asText(plainText(value)) : value;
    });
    runs(kept).forEach(([start, part]) => {
      sheet.getRange(a1([before.area[0] + r, before.area[1] + start, 1, part.length])).formulas = [part];
    });
  });
  for (const area of old.record.merges) sheet.getRange(a1(area, corner)).merge(false);
  for (const reading of old.tables) {
    const area = old.record.tables.find(({ name }) => name === reading.name)?.area;
    if (!area) continue;
    const table = sheet.tables.add(a1(area, corner), true);
    table.name = reading.name;
    table.style = reading.style;
    table.showBandedRows = reading.showBandedRows;
    table.showFilterButton = reading.showFilterButton;
  }
}

/** Stretches of filled cells: empty ones between them stay untouched, so that formulas can spill into them again. */
function runs(values: readonly unknown[]): [start: number, values: unknown[]][] {
  const found: [number, unknown[]][] = [];
  values.forEach((value, index) => {
    if (value === "") return;
    const current = found.at(-1);
    if (current && current[0] + current[1].length === index) current[1].push(value);
    else found.push([index, [value]]);
  });
  return found;
}

function putBackMarker(
  sheet: Excel.Worksheet,
  { id, old, record }: Target,
  now: { names: readonly string[]; keys: readonly string[] },
): void {
  if (!record) return;
  const name = marker(id);
  const there = now.names.some((other) => other.toLowerCase().endsWith(name.toLowerCase()));
  if (there) sheet.names.getItem(name).delete();
  if (old && can("names")) sheet.names.add(name, sheet.getRange(a1(old.area))).visible = false;
  const key = recordKey(id);
  const kept = now.keys.some((other) => other.toLowerCase() === key.toLowerCase());
  if (old && can("sheetProperties")) sheet.customProperties.add(key, JSON.stringify(old.record));
  else if (kept) sheet.customProperties.getItem(key).delete();
}
