import { overlap, a1, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { chartName, idOf, marker, recordKey, unfinished } from "../reading/blockRecord";
import { addChart, setChart } from "../inserting/charts";
import { can } from "./context";
import type { Context } from "./context";
import { defaultLook, differing, dressAlike } from "../reading/cellFormats";
import { dress, looks, paletteOf } from "../inserting/styles";
import type { Reading, SheetReading } from "../reading/read";
import { paperOf } from "./send";
import type { Paper } from "./send";
import { asText, plainText } from "./cellText";
import { fateOf, sameMake, samePrint, setPrint } from "../inserting/planSteps";
import type { Old, Target } from "../inserting/planSteps";

/** What was written, and what was there before. */
export interface Undoing {
  plan: Plan;
  target: Target;
  before: Reading;
}

/**
 * Takes back what a failed writing did: one message that looks what is there, one that undoes it. Throws what Office.js
 * throws.
 */
export async function undo(context: Context, undoing: Undoing): Promise<void> {
  const { before, target } = undoing;
  if (before.sheet) await restore(context, undoing, before.sheet);
  else await dropSheet(context, target.newSheet ?? "", before);
}

/** Deletes the sheet that was begun, and goes back to the one before. */
async function dropSheet(context: Context, name: string, before: Reading): Promise<void> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id,items/name");
  await context.sync();
  const known = new Set(before.sheets.map(({ id }) => id));
  const begun = sheets.items.find((sheet) => sheet.name === name && !known.has(sheet.id));
  if (!begun) return;
  sheets.getItem(before.active.id).activate();
  begun.delete();
  await context.sync();
}

/** Puts a place back as it was read. */
async function restore(context: Context, undoing: Undoing, before: SheetReading): Promise<void> {
  const { plan, target } = undoing;
  const sheet = context.workbook.worksheets.getItem(before.id);
  const { charts, tables, names, customProperties, horizontalPageBreaks: breaks } = sheet;
  charts.load("items/name");
  tables.load("items/name");
  if (can("names")) names.load("items/name,items/value");
  if (can("sheetProperties")) customProperties.load("items/key");
  if (can("print")) breaks.load("items/rowIndex");
  const usual = defaultLook(context.workbook);
  await context.sync();

  if (can("screenHold")) context.workbook.application.suspendScreenUpdatingUntilNextSync();
  const paper = paperOf(sheet);
  const { at, old, rename } = target;
  if (rename) sheet.name = before.name;
  // What was not there before is ours, whatever name it has by now: if there was anything of the kind to be made. Plain
  // cells may be taken back much later, when people have made charts and tables of their own.
  const chartNames = charts.items.map(({ name }) => name);
  if (plan.charts.length > 0 || old)
    for (const name of chartNames) if (!before.charts.includes(name)) charts.getItem(name).delete();
  const gone = old?.tables.filter(({ name }) => fateOf(name, plan, target, old) === "convert") ?? [];
  const others = before.allTables.filter((name) => !gone.some((own) => own.name === name));
  if (plan.tables.length > 0 || old)
    for (const { name } of tables.items) if (!others.includes(name)) tables.getItem(name).convertToRange();

  const place: Area = [at[0], at[1], plan.rows, plan.columns];
  for (const area of plan.merges) paper.range(area, at).unmerge();
  for (const area of old ? [place, old.area] : [place]) {
    const range = paper.range(area, [0, 0]);
    range.clear("Contents");
    range.clear("Formats");
    if (can("links")) range.clear("Hyperlinks");
  }
  putBackLook(paper, undoing, before, usual());
  putBackSizes(paper, undoing, before);
  if (old) {
    putBackCells(paper, old, before);
    putBackTables(paper, undoing, old);
    // Only where no table stands any more.
    for (const area of old.record.merges) paper.range(area, [old.area[0], old.area[1]]).merge(true);
    putBackCharts(paper, undoing, old, chartNames);
    const was = old.record.print;
    const now = target.record?.print;
    if (was && !samePrint(was, now)) {
      const rows = can("print") ? breaks.items.map(({ rowIndex }) => rowIndex) : [];
      setPrint(sheet, [old.area[0], old.area[1]], was, now, rows);
    }
  }
  putBackMarker(paper, target, {
    names: can("names") ? names.items.map(({ name, value }) => ({ name, value: String(value) })) : [],
    keys: can("sheetProperties") ? customProperties.items.map(({ key }) => key) : [],
  });
  await context.sync();
}

/** Number formats, fonts, fills, borders. */
function putBackLook(
  paper: Paper,
  { target }: Undoing,
  before: SheetReading,
  usual: Excel.CellProperties,
): void {
  const all = paper.range(before.area, [0, 0]);
  if (before.numberFormats.flat().some((format) => format !== "General")) {
    all.numberFormat = before.numberFormats.map((row) => [...row]);
  }
  const { cells, alike } = before.look;
  const { old } = target;
  if (cells) {
    const settable = cells.map((row) => row.map((cell) => differing(cell, usual)));
    const linked = settable.flat().some(({ hyperlink }) => hyperlink);
    // A link brings a look of its own: the cell's goes over it.
    if (linked) all.setCellProperties(settable.map((row) => row.map(onlyLink)));
    if (settable.flat().some(({ format }) => format)) {
      all.setCellProperties(settable.map((row) => row.map(onlyFormat)));
    }
  } else if (old?.plan) {
    const corner = [old.area[0], old.area[1]] as const;
    const palette = paletteOf(old.record.accent);
    for (const { area, style } of old.plan.styles) dress(paper.range(area, corner), looks[style], palette);
  } else {
    dressAlike(all, differing(alike, usual));
  }
}

type Settable = Excel.SettableCellProperties;
const onlyLink = ({ hyperlink }: Settable): Settable => (hyperlink ? { hyperlink } : {});
const onlyFormat = ({ format }: Settable): Settable => (format ? { format } : {});

function putBackSizes(paper: Paper, { plan, target }: Undoing, before: SheetReading): void {
  const { at, old } = target;
  const columns = new Set(Object.keys(old?.record.before.widths ?? {}).map(Number));
  plan.widths.forEach((width, column) => width !== null && columns.add(column));
  for (const column of columns) {
    const points = target.widths?.[column];
    if (points) paper.range([0, column, 1, 1], at).format.columnWidth = points;
  }
  const rows = new Set([...plan.heights.map(({ row }) => row), ...(old?.record.heights ?? [])]);
  for (const row of rows) {
    // Older hosts say the heights of the new plan's rows only: those that the old block gave a height have it from its plan.
    const made = old?.plan?.heights.find((one) => one.row === row)?.height;
    const points = before.heights[row] ?? made;
    if (points) paper.range([row, 0, 1, 1], at).format.rowHeight = points;
  }
}

/** Formulas of the block that stood there. */
function putBackCells(paper: Paper, old: Old, before: SheetReading): void {
  const corner = [old.area[0], old.area[1]] as const;
  const isSpilled = (row: number, column: number): boolean =>
    old.record.spills.some(
      (spill) => overlap(spill, [row, column, 1, 1]) && (row !== spill[0] || column !== spill[1]),
    );
  before.formulas.forEach((values, r) => {
    const row = before.area[0] + r - corner[0];
    const kept = values.map((value, c) => {
      const column = before.area[1] + c - corner[1];
      const inside = row >= 0 && row < old.area[2] && column >= 0 && column < old.area[3];
      if (!inside || isSpilled(row, column)) return "";
      return typeof value === "string" && !value.startsWith("=") ? asText(plainText(value)) : value;
    });
    for (const [start, part] of runs(kept)) {
      paper.range([r, start, 1, part.length], [before.area[0], before.area[1]]).formulas = [part];
    }
  });
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

function putBackTables({ sheet }: Paper, { plan, target }: Undoing, old: Old): void {
  for (const reading of old.tables) {
    const area = old.record.tables.find(({ name }) => name === reading.name)?.area;
    const fate = fateOf(reading.name, plan, target, old);
    if (!area || fate === "stay") continue;
    const address = a1(area, [old.area[0], old.area[1]]);
    if (fate !== "convert") {
      sheet.tables.getItem(reading.name).resize(address);
      continue;
    }
    const table = sheet.tables.add(address, true);
    table.name = reading.name;
    table.style = reading.style;
    table.showBandedRows = reading.showBandedRows;
    table.showFilterButton = reading.showFilterButton;
  }
}

/** Charts that were changed or dropped come back as they were made. */
function putBackCharts(
  { sheet }: Paper,
  { plan, target }: Undoing,
  old: Old,
  there: readonly string[],
): void {
  const corner = [old.area[0], old.area[1]] as const;
  const palette = paletteOf(old.record.accent);
  const repainted = old.record.accent !== target.accent;
  for (const chart of old.record.charts) {
    const name = chartName(target.id, chart.id);
    if (!old.charts.includes(name)) continue;
    const now = plan.charts.find(({ id }) => id === chart.id);
    if (there.includes(name) && (!now || sameMake(now, chart))) {
      if (now && (repainted || JSON.stringify(now) !== JSON.stringify(chart)))
        setChart(sheet, sheet.charts.getItem(name), chart, corner, palette);
      continue;
    }
    if (there.includes(name)) sheet.charts.getItem(name).delete();
    addChart(sheet, chart, corner, name, palette);
  }
}

function putBackMarker(
  { sheet, range }: Paper,
  { id, old, record }: Target,
  now: { names: readonly { name: string; value: string }[]; keys: readonly string[] },
): void {
  if (!record) return;
  const there = now.names.find(({ name }) => idOf(name) === id);
  const right = there && old && JSON.stringify(parseA1(there.value)?.area) === JSON.stringify(old.area);
  const comment = old?.unfinished ? unfinished : "";
  if (right) sheet.names.getItem(marker(id)).comment = comment;
  else if (there) sheet.names.getItem(marker(id)).delete();
  if (old && !right && can("names"))
    sheet.names.add(marker(id), range(old.area, [0, 0]), comment).visible = false;
  const key = recordKey(id);
  const kept = now.keys.some((other) => other.toLowerCase() === key.toLowerCase());
  if (old && can("sheetProperties")) sheet.customProperties.add(key, JSON.stringify(old.record));
  else if (kept) sheet.customProperties.getItem(key).delete();
}
