import type { CellBlock, Plan, PlanChart, PrintSetup } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { chartName, isChartOf, marker, recordKey, tableName, unfinished } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { chartSteps, showSteps } from "./charts";
import { can } from "../session/capabilities";
import { looks, membersOf, paletteOf } from "./styles";
import type { Look, Palette } from "./styles";
import type { TableReading } from "../reading/read";
import type { Desk, Step } from "../session/desk";
import type { Part } from "../session/parts";
import { asFormulas } from "../session/cellText";

/** The block that stands at a place. Areas are absolute. */
export interface Old {
  area: Area;
  record: BlockRecord;
  /** The record's text as the sheet keeps it; undefined: the document's settings keep it. */
  kept?: string | undefined;
  /** The plan that it is made from, as far as that can still be said: hosts may not say how single cells look. */
  plan?: Plan;
  tables: readonly TableReading[];
  /** Names of all charts on the sheet; undefined: Excel refuses to say. */
  charts: readonly string[] | undefined;
  /** A filled cell of it as it is, absolute, to try on whether cells can be written. */
  sample?: { area: Area; formula: unknown };
  /** Rows of the sheet above which a page ends. */
  breaks: readonly number[];
  /** Its writing broke off. */
  unfinished: boolean;
}

/** Where and as what a plan is written. */
export interface Target {
  /** Id of the sheet; of a new one its name. */
  sheet: string;
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
  /** Names of the sheet's charts before; undefined: Excel refuses to say. */
  charts: readonly string[] | undefined;
  /** Widths of the columns and heights of the rows of the place as they are, points; absent: not known. */
  widths?: readonly number[];
  heights?: Readonly<Record<number, number>>;
  /** Filled in while it is written: the id of a new sheet, whether the sheet was renamed, whether Excel keeps the record whole. */
  written: { sheetId?: string; renamed?: true; kept?: string };
}

/** Rows of a block of cells that go in one write, so that a big block can be cut. */
const bytesPerWrite = 400_000;
/** Lines in the accent of the workbook's theme. */
export const tableStyle = "TableStyleLight2";

/** Points of a column that shows so many digits of the standard font (7 pixels each, 5 for the edges). */
export const points = (characters: number): number => (characters * 7 + 5) * 0.75;

/** The sheet that is written to, in one message. */
interface Paper {
  sheet: Excel.Worksheet;
  /** A relative area, counted from a corner. */
  range: (area: Area, from: readonly [row: number, column: number]) => Excel.Range;
}

/** Adds steps that write to one sheet. */
export interface Add {
  (part: Part, what: string, run: (paper: Paper) => void, more?: Partial<Step>): void;
  steps: Step[];
}

/** Begins a list of steps on a sheet. */
export function stepsOn(key: string): Add {
  const steps: Step[] = [];
  const add = (part: Part, what: string, run: (paper: Paper) => void, more: Partial<Step> = {}): void => {
    steps.push({ part, what, bytes: 400, run: (desk) => run(paperOf(desk, key)), ...more });
  };
  return Object.assign(add, { steps });
}

const paperOf = (desk: Desk, key: string): Paper => ({
  sheet: desk.sheet(key),
  range: ([row, column, rows, columns], [top, left]) =>
    desk.range(key, [row + top, column + left, rows, columns]),
});

/** Everything a plan needs, in the order that Excel wants it in; what may fail slowly comes last. */
export function stepsFor(plan: Plan, target: Target): Step[] {
  const { at, old, record, newSheet, rename, written, sheet: key } = target;
  const add = stepsOn(key);
  const marks = record !== undefined && can("names");
  const anew = newSheet !== undefined || (record?.own === true && old?.unfinished === true);
  if (newSheet !== undefined) addSheet(add, newSheet, written);
  if (marks && old) addMark(add, target, unfinished);
  if (old) clear(add, plan, target, old);
  if (rename)
    add("view", "Worksheet.name", ({ sheet }) => (sheet.name = rename), {
      run(desk) {
        desk.sheet(key).name = rename;
        desk.answered(() => (written.renamed = true));
      },
    });
  if (record) addMarker(add, target, record);
  if (anew && can("gridlines"))
    add("view", "Worksheet.showGridlines", ({ sheet }) => (sheet.showGridlines = false));
  addCells(add, plan, target);
  addLooks(add, plan, target);
  addSizes(add, plan, target);
  addTables(add, plan, target);
  addCharts(add, plan, target);
  if (anew) {
    // Rows are held still on the active sheet only: some builds refuse it elsewhere.
    add("view", "Worksheet.activate", ({ sheet }) => sheet.activate());
    const { frozenRows } = plan;
    if (frozenRows > 0 && can("freeze"))
      add("view", "WorksheetFreezePanes.freezeRows", ({ sheet }) => sheet.freezePanes.freezeRows(frozenRows));
    add("view", "Range.select", ({ range }) => range([0, 0, 1, 1], at).select());
  }
  const { print } = plan;
  if (print && anew) addPage(add);
  if (print && (anew || (record?.own && !samePrint(print, old?.record.print))))
    addPrint(add, at, print, old?.record.print, old?.breaks);
  if (marks) addMark(add, target, "");
  return add.steps;
}

function addSheet(add: Add, name: string, written: Target["written"]): void {
  add("cells", "WorksheetCollection.add", () => undefined, {
    bytes: 300,
    run: (desk) => void desk.once(`sheet ${name}`, () => desk.workbook.worksheets.add(name)),
  });
  add("view", "ask Worksheet.id", () => undefined, {
    harmless: true,
    run(desk) {
      const made = desk.sheet(name);
      made.load("id");
      desk.answered(() => (written.sheetId = made.id));
    },
  });
}

/**
 * Says that a block is being written, or is whole: what is there when the conversation breaks off is found, and completed or
 * removed. Where Excel refuses comments of names, a block is marked whole by a new name, and one that breaks off is not
 * known to have done so.
 */
function addMark(add: Add, target: Target, comment: string): void {
  const { id, sheet: key } = target;
  add(
    "name comments",
    "NamedItem.comment",
    ({ sheet }) => (sheet.names.getItem(marker(id)).comment = comment),
    {
      otherwise: comment === "" ? nameSteps(target, stepsOn(key), "").steps : [],
    },
  );
}

/** Gives the block's name anew. */
function nameSteps({ id, at, record }: Target, add: Add, comment: string): Add {
  const area: Area = [0, 0, record?.rows ?? 1, record?.columns ?? 1];
  add("marker", "NamedItem.delete", ({ sheet }) => sheet.names.getItem(marker(id)).delete());
  addName(add, id, at, area, comment);
  return add;
}

function addName(add: Add, id: string, at: Target["at"], area: Area, comment: string): void {
  add("marker", "NamedItemCollection.add", ({ sheet, range }) => {
    sheet.names.add(marker(id), range(area, at), comment);
  });
  // It is not for the user's list of names; nothing is lost where it shows.
  add("name comments", "NamedItem.visible", ({ sheet }) => (sheet.names.getItem(marker(id)).visible = false));
}

/** Takes an old block's cells away; its charts stay for now, and so do tables that the plan has too. */
function clear(add: Add, plan: Plan, target: Target, old: Old): void {
  const at = [old.area[0], old.area[1]] as const;
  const whole: Area = [0, 0, old.area[2], old.area[3]];
  const { sample } = old;
  // Before anything is taken away it is tried whether Excel lets us write cells: this one is as it was.
  if (sample)
    add(
      "cells",
      "Range.formulas",
      ({ range }) => (range(sample.area, [0, 0]).formulas = [[sample.formula]]),
      {
        harmless: true,
      },
    );
  // Excel resizes no table into merged cells.
  for (const area of isTorn(old) ? [whole] : old.record.merges)
    add("merges", "Range.unmerge", ({ range }) => range(area, at).unmerge());
  for (const { name } of old.tables) {
    const fate = fateOf(name, plan, target, old);
    if (fate === "convert")
      add("table", "Table.convertToRange", ({ sheet }) => void sheet.tables.getItem(name).convertToRange(), {
        essential: true,
      });
    else if (fate !== "stay")
      add("table", "Table.resize", ({ sheet }) => sheet.tables.getItem(name).resize(a1(fate, at)), {
        essential: true,
      });
  }
  addClear(add, old.area);
  for (const column of Object.keys(old.record.before.widths).map(Number)) {
    const width = widthBefore(target, column);
    if (width && !plan.widths[column])
      add("sizes", "RangeFormat.columnWidth", ({ range }) => {
        range([0, column, 1, 1], at).format.columnWidth = width;
      });
  }
  const set = new Set(plan.heights.map(({ row }) => row));
  if (!can("links")) return;
  for (const row of old.record.heights.filter((height) => !set.has(height))) {
    const was = old.record.before.heights[row];
    if (was)
      add(
        "sizes",
        "RangeFormat.rowHeight",
        ({ range }) => (range([row, 0, 1, 1], at).format.rowHeight = was),
      );
    else
      add("sizes", "RangeFormat.useStandardHeight", ({ range }) => {
        range([row, 0, 1, 1], at).format.useStandardHeight = true;
      });
  }
}

/** Empties cells and takes their looks. Never "all": that is believed to take a table away, too. */
export function addClear(add: Add, area: Area): void {
  add("cells", "Range.clear contents", ({ range }) => range(area, [0, 0]).clear("Contents"));
  add("looks", "Range.clear formats", ({ range }) => range(area, [0, 0]).clear("Formats"));
  if (can("links"))
    add("links", "Range.clear hyperlinks", ({ range }) => range(area, [0, 0]).clear("Hyperlinks"));
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
    const bytes = 300 + JSON.stringify(format).length;
    add("number formats", "Range.numberFormat", ({ range }) => (range(area, at).numberFormat = given), {
      bytes,
    });
  }
  for (const { at: from, rows } of plan.cells.flatMap(cut)) {
    const formulas = rows.map((row) => row.map((cell) => asFormulas(cell, at)));
    const area: Area = [...from, rows.length, rows[0]?.length ?? 0];
    const bytes = 300 + JSON.stringify(formulas).length * 2;
    add("cells", "Range.formulas", ({ range }) => (range(area, at).formulas = formulas), { bytes });
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
  for (const area of plan.merges) add("merges", "Range.merge", ({ range }) => range(area, at).merge(true));
  // A link brings a look of its own: ours goes over it.
  for (const { at: cell, url } of can("links") ? plan.links : []) {
    const text = textAt(plan, cell);
    const link = text === undefined ? { address: url } : { address: url, textToDisplay: text };
    add("links", "Range.hyperlink", ({ range }) => (range([...cell, 1, 1], at).hyperlink = link), {
      bytes: 500 + url.length,
    });
  }
  for (const { area, style } of plan.styles) addLook(add, area, at, looks[style], palette);
}

/** Gives an area a look, member by member. */
export function addLook(add: Add, area: Area, at: Target["at"], look: Look, palette: Palette): void {
  for (const [member, set] of membersOf(look, palette, { rows: area[2], columns: area[3] }))
    add("looks", member, ({ range }) => set(range(area, at)), { bytes: 250 });
}

/** The text that a plan puts into a cell. */
function textAt({ cells }: Plan, [row, column]: readonly [number, number]): string | undefined {
  for (const { at, rows } of cells) {
    const cell = rows[row - at[0]]?.[column - at[1]];
    if (typeof cell === "string") return cell;
  }
  return undefined;
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
    add("sizes", "RangeFormat.columnWidth", ({ range }) => {
      range([0, column, 1, 1], at).format.columnWidth = width;
    });
  });
  const wanted = plan.heights.flatMap(({ row, height }) => {
    const now = heights[row] ?? 0;
    // What a row had before the block counts, not what an earlier plan made of it.
    const own = old?.record.heights.includes(row) ? (old.record.before.heights[row] ?? 0) : now;
    const needed = record?.own ? height : Math.max(height, own);
    return shared && now === needed ? [] : [{ row, height: needed }];
  });
  for (const [row, count, height] of runs(wanted)) {
    add("sizes", "RangeFormat.rowHeight", ({ range }) => {
      range([row, 0, count, 1], at).format.rowHeight = height;
    });
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
    // The plan's rules hold the rows apart.
    const look = { name, style: tableStyle, showFilterButton: filter, showBandedRows: false };
    addTable(add, target.sheet, [area[0] + at[0], area[1] + at[1], area[2], area[3]], look);
  }
}

/** Makes a native table of cells whose first row holds its headings. */
export function addTable(add: Add, key: string, area: Area, look: TableReading): void {
  const { name, style, showFilterButton, showBandedRows } = look;
  const unit = `table ${name}`;
  const tableIn = (desk: Desk) => desk.once(unit, () => desk.sheet(key).tables.getItem(name));
  const nothing = () => undefined;
  add("table", "TableCollection.add", nothing, {
    unit,
    carries: [],
    run: (desk) => void desk.once(unit, () => desk.sheet(key).tables.add(a1(area), true)),
  });
  add("table", "Table.name", nothing, {
    unit,
    // Without its name it would not be found again: its cells become plain ones.
    carries: can("tablesOfRange")
      ? [
          {
            part: "table",
            what: `Table.convertToRange ${unit}`,
            bytes: 300,
            run: (desk) => void desk.range(key, area).getTables(false).getFirst().convertToRange(),
          },
        ]
      : [],
    run: (desk) => (tableIn(desk).name = name),
  });
  const set = (member: string, run: (table: Excel.Table) => void) =>
    add("table", `Table.${member}`, nothing, { bytes: 200, unit, run: (desk) => run(tableIn(desk)) });
  set("style", (table) => (table.style = style));
  // Since 1.3, which every Excel with custom functions has.
  set("showFilterButton", (table) => (table.showFilterButton = showFilterButton));
  set("showBandedRows", (table) => (table.showBandedRows = showBandedRows));
}

/** Charts that can go on are told only what is new: what the user gave them stays. */
function addCharts(add: Add, plan: Plan, target: Target): void {
  const { at, id, old, accent, sheet: key } = target;
  const palette = paletteOf(accent);
  const there = new Set(old?.charts?.filter((name) => isChartOf(id, name)));
  const remove = (name: string) =>
    add("chart", "Chart.delete", ({ sheet }) => sheet.charts.getItem(name).delete(), { essential: true });
  let count = target.charts?.length ?? 0;
  for (const chart of plan.charts) {
    const name = chartName(id, chart.id);
    const isThere = there.delete(name);
    const before =
      isThere && old && !isTorn(old) ? old.record.charts.find((one) => one.id === chart.id) : undefined;
    const chartTarget = { sheet: key, at, name, palette };
    if (before && sameMake(before, chart)) {
      const same = old?.record.accent === accent && JSON.stringify(before) === JSON.stringify(chart);
      if (!same || old?.record.left?.includes("chart details"))
        add.steps.push(...showSteps(chart, chartTarget));
      continue;
    }
    if (isThere) {
      remove(name);
      count -= 1;
    }
    add.steps.push(...chartSteps(chart, chartTarget, count));
    count += 1;
  }
  for (const gone of there) remove(gone);
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

function addMarker(add: Add, target: Target, record: BlockRecord): void {
  const { at, id, old } = target;
  const name = marker(id);
  if (can("sheetProperties")) addRecord(add, target, record);
  const stays = old && !isTorn({ ...old, record });
  if (!can("names") || stays) return;
  if (old) add("marker", "NamedItem.delete", ({ sheet }) => sheet.names.getItem(name).delete());
  addName(add, id, at, [0, 0, record.rows, record.columns], unfinished);
}

/** Keeps the record as a property of the sheet, and looks whether Excel has kept it whole. */
function addRecord(add: Add, { id, written, sheet: key }: Target, record: BlockRecord): void {
  // Adding a key that is there sets its value.
  add(
    "marker",
    "WorksheetCustomPropertyCollection.add",
    ({ sheet }) => {
      sheet.customProperties.add(recordKey(id), JSON.stringify(record));
    },
    { bytes: 600 + JSON.stringify(record).length * 2 },
  );
  add("view", "ask WorksheetCustomProperty.value", () => undefined, {
    harmless: true,
    run(desk) {
      const property = desk.sheet(key).customProperties.getItem(recordKey(id));
      property.load("value");
      desk.answered(() => (written.kept = property.value));
    },
  });
}

/** What follows where something was left out: the record says so, so that an update tries again. */
export function leftSteps(target: Target, left: ReadonlySet<Part>): Step[] {
  const { record, sheet } = target;
  if (!record) return [];
  record.left = [...left];
  if (!can("sheetProperties")) return [];
  const add = stepsOn(sheet);
  addRecord(add, target, record);
  return add.steps;
}

/** What a new sheet of our own gets: the person may change it, and updates leave it. */
function addPage(add: Add): void {
  if (!can("print")) return;
  const set = (member: string, run: (page: Excel.PageLayout) => void) =>
    add("print", `PageLayout.${member}`, ({ sheet }) => run(sheet.pageLayout), { bytes: 250 });
  set("zoom", (page) => (page.zoom = { horizontalFitToPages: 1 }));
  set("centerHorizontally", (page) => (page.centerHorizontally = true));
  set("leftMargin", (page) => (page.leftMargin = 36));
  set("rightMargin", (page) => (page.rightMargin = 36));
  set("topMargin", (page) => (page.topMargin = 48));
  set("bottomMargin", (page) => (page.bottomMargin = 60));
  set("paperSize", (page) => (page.paperSize = "A4"));
  set("rightFooter", (page) => (page.headersFooters.defaultForAllPages.rightFooter = "&8&P / &N"));
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
export function addPrint(
  add: Add,
  at: Target["at"],
  print: PrintSetup,
  from?: PrintSetup,
  breaks: readonly number[] = [],
): void {
  if (!can("print")) return;
  const set = (member: string, run: (page: Excel.PageLayout) => void) =>
    add("print", `PageLayout.${member}`, ({ sheet }) => run(sheet.pageLayout), { bytes: 300 });
  set("orientation", (page) => {
    page.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape";
  });
  set("setPrintArea", (page) => page.setPrintArea(a1(print.area, at)));
  if (print.titleRows) {
    const [first, count] = print.titleRows;
    set("setPrintTitleRows", (page) =>
      page.setPrintTitleRows(`$${at[0] + first + 1}:$${at[0] + first + count}`),
    );
  }
  const wanted = print.breaks ?? [];
  const ours = new Set([...(from?.breaks ?? []), ...wanted].map((row) => at[0] + row));
  for (const [index, row] of [...breaks.entries()].reverse())
    if (ours.has(row))
      add("print", "PageBreak.delete", ({ sheet }) => sheet.horizontalPageBreaks.getItem(index).delete());
  for (const row of wanted)
    add("print", "PageBreakCollection.add", ({ sheet }) => {
      sheet.horizontalPageBreaks.add(a1([row, 0, 1, 1], at));
    });
  // "&" begins a code in footers: "&8" is the size of the text, "&P / &N" the page of pages.
  const footer = `&8${print.footer.replaceAll("&", "&&")}`;
  set("leftFooter", (page) => (page.headersFooters.defaultForAllPages.leftFooter = footer));
}
