import { isListHead, linkColumn, valueColumn } from "../../review/frozen/sheet";
import type { SourcesList } from "../../review/frozen/sheet";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { addClear } from "../inserting/steps/cells";
import { points } from "../inserting/steps/sizes";
import { addConvert, tableStyle } from "../inserting/steps/tables";
import type { SheetSurvey, Survey } from "../reading/readSheets";
import type { BatchObjects, Step } from "../session/batchObjects";
import { can } from "../session/capabilities";
import { asEntered, asText } from "../session/cellText";
import { stepsOn } from "../session/stepsOn";
import type { Add } from "../session/stepsOn";
import { above, listOnSheet, movedNotes } from "./notesOnList";
import type { UserCell } from "./notesOnList";

/** The name of the list's table, by which its sheet is found even when it was renamed. */
const table = "ECOM_sources";
/** The rows in one write. */
const rowsPerWrite = 300;

/** The defined name over the list, for an Excel that refuses the table. */
const listName = "ECOM_sources_list";

/**
 * The sheet that lists what is frozen, if there is one. By its table, else its name in either language, else its
 * first rows: users rename sheets and convert tables.
 */
export function sourcesSheet({ sheets }: Survey): SheetSurvey | undefined {
  return sheets.find(({ tables }) => tables.some(isOurs)) ?? sheets.find(hasName) ?? sheets.find(isHeaded);
}

const isOurs = (name: string): boolean => name.toLowerCase() === table.toLowerCase();
/** If Excel does not tell which tables there are, the list is recognised by its heading row. */
const isHeaded = ({ tablesUnsure, area, values }: SheetSurvey): boolean =>
  tablesUnsure === true && area[0] === 0 && area[1] === 0 && isListHead(values);
const hasName = ({ names }: SheetSurvey): boolean =>
  names.some(({ name }) => name.slice(name.lastIndexOf("!") + 1).toLowerCase() === listName.toLowerCase());

/** The list now, and afterwards; undefined for none. */
interface Listing {
  /** The sheet now, if it exists. */
  sheet: SheetSurvey | undefined;
  old: SourcesList | undefined;
  wanted: SourcesList | undefined;
  /** Tables without their name yet, which a failure left behind. */
  unnamedTables?: readonly string[];
  /** The name for a new sheet. */
  name: string;
  /** The id of the active sheet, to return to; empty if unknown. */
  active?: string;
}

const placeOf = ({ rows, widths }: SourcesList): Area => [above, 0, rows.length, widths.length];

/** Title and note above the list. */
const titleArea: Area = [0, 0, 2, 1];

/** Areas of consecutive rows, with so many columns. */
function areasOf(rows: Iterable<number>, columns: number): Area[] {
  const positions: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = positions.at(-1);
    if (last && last[0] + last[1] === row) last[1] += 1;
    else positions.push([row, 1]);
  }
  return positions.map(([row, count]) => [row, 0, count, columns]);
}

/** The steps that write the list, make its sheet, or delete both. A sheet with the user's notes or charts stays. */
export function sourcesSteps(listing: Listing): Step[] {
  const { sheet, old, wanted, name, active = "" } = listing;
  const key = sheet?.id ?? name;
  const add = stepsOn(key);
  if (sheet) {
    const hasTable = sheet.tables.some(isOurs);
    if (hasTable && wanted && JSON.stringify(old) === JSON.stringify(wanted)) return [];
    const listed = listOnSheet(sheet, old);
    if (!wanted && listed.userCells.length === 0 && sheet.charts.length === 0) {
      add("cells", "Worksheet.delete", (on) => on.sheet.delete());
      return add.steps;
    }
    removeList(add, sheet, listing, listed);
  }
  if (!wanted) return add.steps;
  if (!sheet) addSheet(add, name, wanted);
  fill(add, key, wanted, sheet ? columnsBeside(sheet, wanted) : 0);
  if (!sheet && can("freeze")) freezeHeading(add, name, active);
  return add.steps;
}

/**
 * Converts the table to plain cells and clears ours. What people wrote in other rows and columns stays, and moves with
 * the rows of the new list.
 */
function removeList(
  add: Add,
  sheet: SheetSurvey,
  { old, wanted, unnamedTables = [] }: Listing,
  listed: ReturnType<typeof listOnSheet>,
): void {
  for (const name of unnamedTables) addConvert(add, name);
  if (sheet.tables.some(isOurs)) addConvert(add, table);
  else if (sheet.tablesUnsure)
    add("table", "Table.convertToRange where there is one", (on) => {
      on.sheet.tables.getItemOrNullObject(table).convertToRange();
    });
  if (hasName(sheet)) add("marker", "NamedItem.delete", (on) => on.sheet.names.getItem(listName).delete());
  const columns = old?.widths.length ?? wanted?.widths.length ?? 1;
  for (const area of [titleArea, ...areasOf(listed.lines.keys(), columns)]) addClear(add, area);
  if (!wanted) return;
  const moving = movedNotes(listed, wanted).filter(({ cell, row }) => cell.row !== row);
  moveCells(
    add,
    moving.map(({ cell }) => cell),
    moving.map(({ cell, row }) => ({ ...cell, row })),
  );
}

function addSheet(add: Add, name: string, { widths }: SourcesList): void {
  add("cells", "WorksheetCollection.add", () => undefined, {
    run: ({ once, workbook }) => void once(`sheet ${name}`, () => workbook.worksheets.add(name)),
  });
  widths.forEach((characters, column) =>
    add("sizes", "RangeFormat.columnWidth", ({ range }) => {
      range([0, column, 1, 1]).format.columnWidth = points(characters);
    }),
  );
}

/**
 * Freezes the rows down to the heading of a new sheet.
 * @param active the id of the sheet to return to; empty if unknown
 */
function freezeHeading(add: Add, name: string, active: string): void {
  // Some builds of Excel can freeze rows on the active sheet only.
  const inTurn = [stepsOn(name), stepsOn(active)] as const;
  inTurn[0]("view", "Worksheet.activate", ({ sheet }) => sheet.activate());
  inTurn[0]("view", "WorksheetFreezePanes.freezeRows", freeze);
  inTurn[1]("view", "Worksheet.activate", ({ sheet }) => sheet.activate());
  const more = active === "" ? {} : { otherwise: inTurn.flatMap(({ steps }) => steps) };
  add("view", "WorksheetFreezePanes.freezeRows of a sheet that is not active", freeze, more);
}

const freeze = ({ sheet }: { sheet: Excel.Worksheet }): void => sheet.freezePanes.freezeRows(above + 1);

/** The number of columns that people added to the table, with headings beside ours. */
function columnsBeside({ area, values }: SheetSurvey, { widths }: SourcesList): number {
  const heads = values[above - area[0]] ?? [];
  let count = 0;
  while ((heads[widths.length + count - area[1]] ?? "") !== "") count += 1;
  return count;
}

/**
 * Clears cells, then writes others. Formats other than General are set before the formulas, so that Excel takes both as
 * they were.
 */
export function moveCells(add: Add, from: readonly UserCell[], to: readonly UserCell[]): void {
  for (const { row, column } of from)
    add("cells", "Range.clear contents", ({ range }) => range([row, column, 1, 1]).clear("Contents"));
  for (const { row, column, formula, format } of to) {
    if (format !== undefined && format !== "General")
      add("number formats", "Range.numberFormat", ({ range }) => {
        range([row, column, 1, 1]).numberFormat = [[format]];
      });
    add("cells", "Range.formulas", ({ range }) => {
      range([row, column, 1, 1]).formulas = [[asEntered(formula)]];
    });
  }
}

/** Writes the list: title, rows, table and links. `beside` is the number of columns that people added to the table. */
function fill(add: Add, key: string, list: SourcesList, beside: number): void {
  addTitle(add, list);
  addRows(add, list);
  addTable(add, key, placeOf(list), beside);
  for (const [row, url] of can("links") ? list.links : []) {
    const cell: Area = [above + row, linkColumn, 1, 1];
    const shown = list.rows[row]?.[linkColumn];
    const link = typeof shown === "string" ? { address: url, textToDisplay: shown } : { address: url };
    add("links", "Range.hyperlink", ({ range }) => (range(cell).hyperlink = link), {
      bytes: 500 + url.length,
    });
  }
}

/** Writes the list's title, and below it the note on what it is. */
function addTitle(add: Add, list: SourcesList): void {
  add("cells", "Range.values", ({ range }) => {
    range([0, 0, 2, 1]).values = [[list.title], [list.note]];
  });
  const first: Area = [0, 0, 1, 1];
  add("sizes", "RangeFormat.rowHeight", ({ range }) => (range(first).format.rowHeight = 22));
  add("looks", "RangeFont.bold", ({ range }) => (range(first).format.font.bold = true));
  add("looks", "RangeFont.size", ({ range }) => (range(first).format.font.size = 14));
  add("looks", "RangeFont.color", ({ range }) => {
    range([1, 0, 1, 1]).format.font.color = "#616161";
  });
}

/** Writes the list's heading and rows, in groups that fit in a message. */
function addRows(add: Add, list: SourcesList): void {
  const place = placeOf(list);
  for (let row = 0; row < list.rows.length; row += rowsPerWrite) {
    const part = list.rows.slice(row, row + rowsPerWrite);
    const formats = list.formats.slice(row, row + rowsPerWrite).map((format) => [format]);
    const values = part.map((cells) => cells.map((cell) => (typeof cell === "string" ? asText(cell) : cell)));
    const at = place[0] + row;
    const bytes = (grid: unknown) => ({ bytes: 500 + JSON.stringify(grid).length * 2 });
    add(
      "number formats",
      "Range.numberFormat",
      ({ range }) => (range([at, valueColumn, part.length, 1]).numberFormat = formats),
      bytes(formats),
    );
    add(
      "cells",
      "Range.values",
      ({ range }) => (range([at, 0, part.length, place[3]]).values = values as string[][]),
      bytes(values),
    );
  }
}

/**
 * Makes the list a table, by whose name its sheet is found. Where Excel refuses that name, a defined name over the list
 * is used.
 */
function addTable(add: Add, key: string, place: Area, beside: number): void {
  const tableArea: Area = [place[0], place[1], place[2], place[3] + beside];
  const unit = "sources table";
  const tableIn = (objects: BatchObjects) =>
    objects.once(unit, () => objects.sheet(key).tables.getItem(table));
  const nameInstead: Step = {
    part: "marker",
    what: "NamedItemCollection.add",
    bytes: 400,
    run: ({ sheet, range }) => void sheet(key).names.add(listName, range(key, place)),
  };
  const set = (member: string, run: Step["run"], carries?: Step["carries"]) =>
    add("table", member, () => undefined, { unit, run, ...(carries && { carries }) });
  const make: Step["run"] = ({ once, sheet }) =>
    void once(unit, () => sheet(key).tables.add(a1(tableArea), true));
  set("TableCollection.add", make, [nameInstead]);
  set("Table.name", (objects) => (tableIn(objects).name = table), [nameInstead]);
  set("Table.style", (objects) => (tableIn(objects).style = tableStyle));
}
