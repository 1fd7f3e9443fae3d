import type { CellBlock, Plan, PlanChart, PrintSetup } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { chartName, isChartOf, marker, recordKey, tableName, unfinished } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { addChart, setChart } from "./charts";
import { can } from "../session/context";
import { dress, looks, paletteOf } from "./styles";
import type { TableReading } from "../reading/read";
import type { Step } from "../session/send";
import { asFormulas } from "../session/cellText";

/** The block that stands at a place. Areas are absolute. */
export interface Old {
  area: Area;
  record: BlockRecord;
  /** The plan that it is made from, as far as that can still be said: hosts may not say how single cells look. */
  plan?: Plan;
  tables: readonly TableReading[];
  /** Names of all charts on the sheet. */
  charts: readonly string[];
  /** Rows of the sheet above which a page ends. */
  breaks: readonly number[];
  /** Its writing broke off. */
  unfinished: boolean;
}

/** Where and as what a plan is written. */
export interface Target {
  at: readonly [row: number, column: number];
  /** Id of the block, for names of tables and charts. */
  id: string;
  /** The workbook's accent; absent: it does not say. */
  accent?: string;
  /** The marker and record; absent for plain cells. */
  record?: BlockRecord;
  /** A sheet to be made for it. */
  newSheet?: string;
  /** What its sheet is to be called from now on. */
  rename?: string | undefined;
  old?: Old;
  /** Widths of the columns and heights of the rows of the place as they are, points; absent: not known. */
  widths?: readonly number[];
  heights?: Readonly<Record<number, number>>;
}

/** Rows of a block of cells that go in one write, so that a big block can be cut. */
const bytesPerWrite = 400_000;
/** Lines in the accent of the workbook's theme. */
export const tableStyle = "TableStyleLight2";

/** Points of a column that shows so many digits of the standard font (7 pixels each, 5 for the edges). */
export const points = (characters: number): number => (characters * 7 + 5) * 0.75;

type Add = (run: Step["run"], bytes?: number) => void;

/** Everything a plan needs, in the order that Excel wants it in. */
export function stepsFor(plan: Plan, target: Target): Step[] {
  const steps: Step[] = [];
  const add: Add = (run, bytes = 600) => void steps.push({ run, bytes });
  const { at, id, old, record, newSheet, rename } = target;
  const marks = record && can("names");
  const mark = (comment: string) => add(({ sheet }) => (sheet.names.getItem(marker(id)).comment = comment));
  const { print } = plan;
  const anew = newSheet !== undefined || (record?.own === true && old?.unfinished === true);
  const layOut = () =>
    print &&
    (anew || !samePrint(print, old?.record.print)) &&
    add(({ sheet }) => setPrint(sheet, at, print, old?.record.print, old?.breaks), 2500);
  // Before all else: what is written when the conversation breaks off is found, and completed or removed.
  if (marks && old) mark(unfinished);
  if (old) clear(add, plan, target, old);
  // The old record knows the old layout: it is replaced only then.
  if (old && record?.own) layOut();
  if (rename) add(({ sheet }) => (sheet.name = rename));
  if (record) addMarker(add, target, record);
  if (anew && can("gridlines")) add(({ sheet }) => (sheet.showGridlines = false));
  addCells(add, plan, target);
  addLooks(add, plan, target);
  addSizes(add, plan, target);
  addTables(add, plan, target);
  addCharts(add, plan, target);
  if (anew) {
    addSetup(add, plan);
    if (!old) layOut();
    add(({ sheet, range }) => {
      sheet.activate();
      range([0, 0, 1, 1], at).select();
    });
  }
  if (marks) mark("");
  return steps;
}

/** Takes an old block's cells away; its charts stay for now, and so do tables that the plan has too. */
function clear(add: Add, plan: Plan, target: Target, old: Old): void {
  const at = [old.area[0], old.area[1]] as const;
  const whole: Area = [0, 0, old.area[2], old.area[3]];
  for (const area of isTorn(old) ? [whole] : old.record.merges) add(({ range }) => range(area, at).unmerge());
  for (const { name } of old.tables) {
    const fate = fateOf(name, plan, target, old);
    if (fate === "convert") add(({ sheet }) => void sheet.tables.getItem(name).convertToRange());
    else if (fate !== "stay") add(({ sheet }) => sheet.tables.getItem(name).resize(a1(fate, at)));
  }
  add(({ range }) => range(old.area, [0, 0]).clear("All"));
  for (const column of Object.keys(old.record.before.widths).map(Number)) {
    const width = widthBefore(target, column);
    if (width && !plan.widths[column])
      add(({ range }) => (range([0, column, 1, 1], at).format.columnWidth = width));
  }
  const set = new Set(plan.heights.map(({ row }) => row));
  if (!can("links")) return;
  for (const row of old.record.heights.filter((height) => !set.has(height))) {
    const was = old.record.before.heights[row];
    add(({ range }) => {
      const { format } = range([row, 0, 1, 1], at);
      if (was) format.rowHeight = was;
      else format.useStandardHeight = true;
    });
  }
}

/** Whether rows or columns came or went inside of a block: its tables and charts are no longer where its record says. */
const isTorn = ({ area, record }: Old): boolean => area[2] !== record.rows || area[3] !== record.columns;

/**
 * What becomes of a table of the old block: it stays, is resized to the area given, or its cells become plain ones. A
 * table that goes on keeps what the user gave it.
 */
export function fateOf(name: string, plan: Plan, target: Target, old: Old): "stay" | "convert" | Area {
  const before = old.record.tables.find((table) => table.name === name)?.area;
  const now = plan.tables.find((_table, index) => nameOf(target, plan, index) === name)?.area;
  if (isTorn(old) || !before || !now || before[0] !== now[0] || before[1] !== now[1]) return "convert";
  if (before[2] === now[2] && before[3] === now[3]) return "stay";
  return can("resize") ? now : "convert";
}

/** The name that a table of the plan has, or is to have. */
const nameOf = ({ id, record }: Target, { tables }: Plan, index: number): string =>
  record?.tables[index]?.name ?? tableName(id, tables[index]?.id ?? "");

/** Number formats before values: a format that is there is not guessed from what is entered. */
function addCells(add: Add, plan: Plan, { at }: Target): void {
  for (const { area, format } of plan.formats) {
    // One format for many cells goes as one text; the library's type knows arrays only.
    const given = format as string[][];
    add(({ range }) => (range(area, at).numberFormat = given), 300 + JSON.stringify(format).length);
  }
  for (const { at: from, rows } of plan.cells.flatMap(cut)) {
    const formulas = rows.map((row) => row.map((cell) => asFormulas(cell, at)));
    const area: Area = [...from, rows.length, rows[0]?.length ?? 0];
    add(({ range }) => (range(area, at).formulas = formulas), 300 + JSON.stringify(formulas).length * 2);
  }
}

/** A block in pieces of rows that each fit in a message. */
function cut(block: CellBlock): CellBlock[] {
  const pieces = Math.ceil(JSON.stringify(block.rows).length / bytesPerWrite);
  const step = Math.ceil(block.rows.length / pieces);
  return Array.from({ length: Math.ceil(block.rows.length / step) }, (_, piece) => ({
    at: [block.at[0] + piece * step, block.at[1]],
    rows: block.rows.slice(piece * step, (piece + 1) * step),
  }));
}

function addLooks(add: Add, plan: Plan, { at, accent }: Target): void {
  const palette = paletteOf(accent);
  for (const area of plan.merges) add(({ range }) => range(area, at).merge(true));
  // A link brings a look of its own: ours goes over it.
  for (const { at: cell, url } of can("links") ? plan.links : []) {
    add(({ range }) => (range([...cell, 1, 1], at).hyperlink = { address: url }), 500 + url.length);
  }
  for (const { area, style } of plan.styles) {
    add(({ range }) => dress(range(area, at), looks[style], palette), 2000);
  }
}

/** How wide a column was before the block; where the user has changed what the block made of it, how wide it is. */
function widthBefore({ old, widths = [] }: Target, column: number): number {
  const now = widths[column] ?? 0;
  const made = old?.plan?.widths[column];
  const before = old?.record.before.widths[column];
  // Excel rounds to pixels.
  return made && before && Math.abs(Math.max(points(made), before) - now) < 1 ? before : now;
}

/** Widths and heights. On a sheet that others use no column is made narrower, and no row lower, than it is. */
function addSizes(add: Add, plan: Plan, target: Target): void {
  const { at, newSheet, old, record, widths = [], heights = {} } = target;
  const shared = newSheet === undefined;
  plan.widths.forEach((characters, column) => {
    if (characters === null) return;
    // What an earlier plan made of it does not count.
    const width = Math.max(points(characters), widthBefore(target, column));
    if (shared && width === widths[column]) return;
    add(({ range }) => (range([0, column, 1, 1], at).format.columnWidth = width));
  });
  const wanted = plan.heights.flatMap(({ row, height }) => {
    const now = heights[row] ?? 0;
    // What a row had before the block counts, not what an earlier plan made of it.
    const own = old?.record.heights.includes(row) ? (old.record.before.heights[row] ?? 0) : now;
    const needed = record?.own ? height : Math.max(height, own);
    return shared && now === needed ? [] : [{ row, height: needed }];
  });
  for (const [row, count, height] of runs(wanted)) {
    add(({ range }) => (range([row, 0, count, 1], at).format.rowHeight = height));
  }
}

/** Rows of one height that follow each other: first, number, height. */
function runs(rows: Plan["heights"]): [row: number, count: number, height: number][] {
  const found: [number, number, number][] = [];
  for (const { row, height } of rows) {
    const current = found.at(-1);
    if (current && current[0] + current[1] === row && current[2] === height) current[1] += 1;
    else found.push([row, 1, height]);
  }
  return found;
}

function addTables(add: Add, plan: Plan, target: Target): void {
  const { at, old } = target;
  for (const [index, { area, filter }] of plan.tables.entries()) {
    const name = nameOf(target, plan, index);
    const there = old?.tables.some((one) => one.name === name);
    if (old && there && fateOf(name, plan, target, old) !== "convert") continue;
    add(({ sheet }) => {
      const added = sheet.tables.add(a1(area, at), true);
      added.name = name;
      added.style = tableStyle;
      // Since 1.3, which every Excel with custom functions has.
      added.showFilterButton = filter;
      // The plan's rules hold the rows apart.
      added.showBandedRows = false;
    }, 1500);
  }
}

/** Charts that can go on are told only what is new: what the user gave them stays. */
function addCharts(add: Add, plan: Plan, target: Target): void {
  const { at, id, old, accent } = target;
  const palette = paletteOf(accent);
  const there = new Set(old?.charts.filter((name) => isChartOf(id, name)));
  for (const chart of plan.charts) {
    const name = chartName(id, chart.id);
    const isThere = there.delete(name);
    const before =
      isThere && old && !isTorn(old) ? old.record.charts.find((one) => one.id === chart.id) : undefined;
    if (before && sameMake(before, chart)) {
      if (old?.record.accent === accent && JSON.stringify(before) === JSON.stringify(chart)) continue;
      add(({ sheet }) => setChart(sheet, sheet.charts.getItem(name), chart, at, palette), 9000);
    } else {
      if (isThere) add(({ sheet }) => sheet.charts.getItem(name).delete());
      add(({ sheet }) => addChart(sheet, chart, at, name, palette), 9000);
    }
  }
  for (const gone of there) add(({ sheet }) => sheet.charts.getItem(gone).delete());
}

/**
 * Whether a chart can show another's data without being made anew: its series keep the cells that name them and the look
 * that was given to single points, and its axes the limits that were set.
 */
export const sameMake = (a: PlanChart, b: PlanChart): boolean => makeOf(a) === makeOf(b);

const makeOf = (chart: PlanChart): string =>
  JSON.stringify(chart, (key, value: unknown) => {
    if (key === "data") return (value as Area).slice(0, 2);
    return /^(title|area|categories|values)$/.test(key) ? 0 : value;
  });

function addMarker(add: Add, { at, id, old }: Target, record: BlockRecord): void {
  const name = marker(id);
  const area: Area = [0, 0, record.rows, record.columns];
  if (can("sheetProperties")) {
    const text = JSON.stringify(record);
    // Adding a key that is there sets its value.
    add(({ sheet }) => void sheet.customProperties.add(recordKey(id), text), 300 + text.length * 2);
  }
  const stays = old && !isTorn({ ...old, record });
  if (can("names") && !stays) {
    if (old) add(({ sheet }) => sheet.names.getItem(name).delete());
    // Hidden: it is not for the user's list of names.
    add(({ sheet, range }) => (sheet.names.add(name, range(area, at), unfinished).visible = false));
  }
}

/** What a new sheet of our own gets: the person may change it, and updates leave it. */
function addSetup(add: Add, { frozenRows, print }: Plan): void {
  if (frozenRows > 0 && can("freeze")) add(({ sheet }) => sheet.freezePanes.freezeRows(frozenRows));
  if (!print || !can("print")) return;
  add(({ sheet }) => {
    const page = sheet.pageLayout;
    page.zoom = { horizontalFitToPages: 1 };
    page.centerHorizontally = true;
    [page.leftMargin, page.rightMargin, page.topMargin, page.bottomMargin] = [36, 36, 48, 60];
    page.paperSize = "A4";
    page.headersFooters.defaultForAllPages.rightFooter = "&8&P / &N";
  }, 1500);
}

/** Whether two sheets are printed alike. */
export const samePrint = (a: PrintSetup | undefined, b: PrintSetup | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Says how a sheet of our own is printed, as far as that goes with the plan's rows.
 *
 * @param from how we may have said it before: of the page breaks only these go, other people's stay
 * @param breaks the rows above which a page ends now
 */
export function setPrint(
  sheet: Excel.Worksheet,
  at: Target["at"],
  print: PrintSetup,
  from?: PrintSetup,
  breaks: readonly number[] = [],
): void {
  if (!can("print")) return;
  const page = sheet.pageLayout;
  page.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape";
  page.setPrintArea(a1(print.area, at));
  if (print.titleRows) {
    const [first, count] = print.titleRows;
    page.setPrintTitleRows(`$${at[0] + first + 1}:$${at[0] + first + count}`);
  }
  const wanted = print.breaks ?? [];
  const ours = new Set([...(from?.breaks ?? []), ...wanted].map((row) => at[0] + row));
  for (const [index, row] of [...breaks.entries()].reverse())
    if (ours.has(row)) sheet.horizontalPageBreaks.getItem(index).delete();
  for (const row of wanted) sheet.horizontalPageBreaks.add(a1([row, 0, 1, 1], at));
  // "&" begins a code in footers: "&8" is the size of the text, "&P / &N" the page of pages.
  page.headersFooters.defaultForAllPages.leftFooter = `&8${print.footer.replaceAll("&", "&&")}`;
}
