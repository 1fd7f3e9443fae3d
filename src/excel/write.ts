import type { Area, CellBlock, Plan } from "../report/plan";
import { a1 } from "./address";
import { chartName, marker, recordKey, tableName } from "./block";
import type { BlockRecord } from "./block";
import { addChart, setChart } from "./chart";
import { can } from "./host";
import type { Context } from "./host";
import { dress, looks } from "./looks";
import type { TableReading } from "./read";
import { asFormulas } from "./text";

/** One thing to queue, and about how many bytes it sends. */
export interface Step {
  bytes: number;
  run: (sheet: Excel.Worksheet) => void;
}

/** Where and as what a plan is written. Areas are absolute. */
export interface Target {
  at: readonly [row: number, column: number];
  /** Id of the block, for names of tables and charts. */
  id: string;
  /** The marker and record; absent for plain cells. */
  record?: BlockRecord;
  /** A sheet to be made for it. */
  newSheet?: string;
  /** The block that stands there. */
  old?: { area: Area; record: BlockRecord; tables: readonly TableReading[]; charts: readonly string[] };
  /** Widths of the columns and heights of the rows of the place as they are, points; absent: not known. */
  widths?: readonly number[];
  heights?: readonly number[];
  /** Select the place and bring its sheet to the front. */
  show: boolean;
}

/** Well below the 5 MB that Excel on the web takes, and below the megabyte of rule 1. */
const bytesPerSync = 900_000;
/** Rows of a block of cells that go in one write, so that a big block can be cut. */
const bytesPerWrite = 400_000;
const tableStyle = "TableStyleLight1";

/** Points of a column that shows so many digits of the standard font (7 pixels each, 5 for the edges). */
export const points = (characters: number): number => (characters * 7 + 5) * 0.75;

/** Everything a plan needs, in the order that Excel wants it in. */
export function stepsFor(plan: Plan, target: Target): Step[] {
  const { at, old } = target;
  const steps: Step[] = [];
  const add = (run: Step["run"], bytes = 600): void => void steps.push({ run, bytes });
  if (old) clear(add, plan, old);
  if (target.newSheet !== undefined) {
    if (can("gridlines")) add((sheet) => (sheet.showGridlines = false));
  }
  for (const { area, format } of plan.formats) {
    add(
      (sheet) => {
        // One format for many cells goes as one text; the library's type knows arrays only.
        sheet.getRange(a1(area, at)).numberFormat = (
          typeof format === "string" ? format : format
        ) as string[][];
      },
      300 + JSON.stringify(format).length,
    );
  }
  for (const block of plan.cells) {
    for (const piece of cut(block)) {
      const formulas = piece.rows.map((row) => row.map((cell) => asFormulas(cell, at)));
      const area: Area = [...piece.at, piece.rows.length, piece.rows[0]?.length ?? 0];
      add(
        (sheet) => (sheet.getRange(a1(area, at)).formulas = formulas),
        300 + JSON.stringify(formulas).length * 2,
      );
    }
  }
  for (const area of plan.merges) add((sheet) => sheet.getRange(a1(area, at)).merge(false));
  if (can("links")) {
    for (const { at: cell, url } of plan.links) {
      add(
        (sheet) => (sheet.getRange(a1([...cell, 1, 1], at)).hyperlink = { address: url }),
        500 + url.length,
      );
    }
  }
  for (const { area, style } of plan.styles) {
    add((sheet) => dress(sheet.getRange(a1(area, at)), looks[style]), 2500);
  }
  addSizes(add, plan, target);
  for (const table of plan.tables) {
    add((sheet) => {
      const added = sheet.tables.add(a1(table.area, at), true);
      added.name = tableName(target.id, table.id);
      added.style = tableStyle;
      // Bands and filter buttons can be switched since 1.3, which every Excel with custom functions has.
      added.showBandedRows = true;
      added.showFilterButton = table.filter;
    }, 1500);
  }
  addCharts(add, plan, target);
  if (target.record) addMarker(add, target, target.record);
  if (target.newSheet !== undefined) addPage(add, plan, at);
  if (target.show) {
    add((sheet) => {
      sheet.activate();
      sheet.getRange(a1([0, 0, 1, 1], at)).select();
    });
  }
  // Last, because a chart that is gone cannot be put back as it was.
  for (const name of chartsToDrop(plan, target)) add((sheet) => sheet.charts.getItem(name).delete());
  return steps;
}

type Add = (run: Step["run"], bytes?: number) => void;

/** Takes an old block's cells away; its charts stay for now. */
function clear(add: Add, plan: Plan, old: NonNullable<Target["old"]>): void {
  const at = [old.area[0], old.area[1]] as const;
  for (const { name } of ownTables(old)) add((sheet) => void sheet.tables.getItem(name).convertToRange());
  for (const area of old.record.merges) add((sheet) => sheet.getRange(a1(area, at)).unmerge());
  add((sheet) => sheet.getRange(a1(old.area)).clear("All"));
  const set = new Set(plan.heights.map(({ row }) => row));
  if (can("links")) {
    for (const row of old.record.heights.filter((height) => !set.has(height))) {
      add((sheet) => (sheet.getRange(a1([row, 0, 1, 1], at)).format.useStandardHeight = true));
    }
  }
}

/** The tables in an old block: those that were found there, else (where the host cannot say) those that we remember. */
export function ownTables(old: NonNullable<Target["old"]>): readonly { name: string }[] {
  return can("cellFormats") ? old.tables : old.record.tables;
}

/** A block in pieces of rows that each fit in a message. */
function* cut(block: CellBlock): Generator<CellBlock> {
  const size = JSON.stringify(block.rows).length;
  const step = Math.max(1, Math.floor(block.rows.length / Math.ceil(size / bytesPerWrite)));
  for (let row = 0; row < block.rows.length; row += step) {
    yield { at: [block.at[0] + row, block.at[1]], rows: block.rows.slice(row, row + step) };
  }
}

/** Widths and heights. On a sheet that others use nothing is made narrower or lower than it is. */
function addSizes(add: Add, plan: Plan, target: Target): void {
  const { at, widths, heights } = target;
  const shared = target.newSheet === undefined;
  plan.widths.forEach((characters, column) => {
    if (characters === null) return;
    const width = points(characters);
    if (shared && (widths?.[column] ?? 0) >= width) return;
    add((sheet) => (sheet.getRange(a1([0, column, 1, 1], at)).format.columnWidth = width));
  });
  for (const { row, height } of plan.heights) {
    if (shared && (heights?.[row] ?? 0) >= height && !target.old) continue;
    add((sheet) => (sheet.getRange(a1([row, 0, 1, 1], at)).format.rowHeight = height));
  }
}

function addCharts(add: Add, plan: Plan, target: Target): void {
  for (const chart of plan.charts) {
    const name = chartName(target.id, chart.id);
    const before = kept(target, chart.id);
    if (!before) {
      add((sheet) => addChart(sheet, chart, target.at, name), 9000);
    } else if (JSON.stringify(before) !== JSON.stringify(chart)) {
      add((sheet) => setChart(sheet, sheet.charts.getItem(name), chart, target.at), 9000);
    }
  }
}

/** The old block's chart that can go on: still there, and of the same make. What the user gave it stays. */
function kept(target: Target, id: string): BlockRecord["charts"][number] | undefined {
  const before = target.old?.record.charts.find((chart) => chart.id === id);
  const there = target.old?.charts.includes(chartName(target.id, id));
  return there ? before : undefined;
}

/** Names of the old block's charts that the plan no longer has. */
export function chartsToDrop(plan: Plan, target: Target): string[] {
  const stay = new Set(plan.charts.map(({ id }) => chartName(target.id, id)));
  return (target.old?.record.charts ?? [])
    .map(({ id }) => chartName(target.id, id))
    .filter((name) => !stay.has(name) && target.old?.charts.includes(name));
}

function addMarker(add: Add, target: Target, record: BlockRecord): void {
  const { at, id } = target;
  const name = marker(id);
  const area: Area = [0, 0, record.rows, record.columns];
  if (can("names")) {
    if (target.old) add((sheet) => sheet.names.getItem(name).delete());
    add((sheet) => {
      // Hidden: it is not for the user's list of names.
      sheet.names.add(name, sheet.getRange(a1(area, at))).visible = false;
    });
  }
  if (can("sheetProperties")) {
    const text = JSON.stringify(record);
    // Adding a key that is there sets its value.
    add((sheet) => void sheet.customProperties.add(recordKey(id), text), 300 + text.length * 2);
  }
}

function addPage(add: Add, plan: Plan, at: Target["at"]): void {
  if (plan.frozenRows > 0 && can("freeze")) add((sheet) => sheet.freezePanes.freezeRows(plan.frozenRows));
  const print = plan.print;
  if (!print || !can("print")) return;
  add((sheet) => {
    const page = sheet.pageLayout;
    page.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape";
    page.zoom = { horizontalFitToPages: 1 };
    page.centerHorizontally = true;
    page.setPrintArea(a1(print.area, at));
    if (print.titleRows) {
      const [first, count] = print.titleRows;
      page.setPrintTitleRows(`$${at[0] + first + 1}:$${at[0] + first + count}`);
    }
    page.headersFooters.defaultForAllPages.leftFooter = print.footer;
    // Page number of pages, in Excel's own code.
    page.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
  }, 2500);
}

/**
 * Queues the steps and sends them: in one message, or in one a megabyte.
 *
 * @param sheet gives the sheet anew for each message; the first call may add it
 * @param before called before each message with the part done; throws to stop
 */
export async function perform(
  context: Context,
  steps: readonly Step[],
  sheet: () => Excel.Worksheet,
  before: (part: number) => void,
): Promise<void> {
  const all = steps.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const batch of batches(steps)) {
    before(done / all);
    if (can("screenHold")) context.workbook.application.suspendScreenUpdatingUntilNextSync();
    const target = sheet();
    for (const step of batch) step.run(target);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one message a megabyte; nearly every plan has one
    await context.sync();
    done += batch.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

/** Steps grouped so that no message passes the limit. */
export function batches(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (size + step.bytes > bytesPerSync) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(step);
    size += step.bytes;
  }
  return groups;
}
