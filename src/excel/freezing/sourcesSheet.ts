import { isListHead, linkColumn, valueColumn } from "../../review/frozen/sheet";
import type { SourcesList } from "../../review/frozen/sheet";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { points } from "../inserting/steps/sizes";
import { tableStyle } from "../inserting/steps/tables";
import type { SheetSurvey, Survey } from "../reading/readSheets";
import type { BatchObjects, Step } from "../session/batchObjects";
import { can } from "../session/capabilities";
import { asEntered, asText } from "../session/cellText";
import type { Part } from "../session/parts";
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

type Add = (part: Part, what: string, run: (objects: BatchObjects) => void, more?: Partial<Step>) => void;

/** The steps that write the list, make its sheet, or delete both. A sheet with the user's notes or charts stays. */
export function sourcesSteps(listing: Listing): Step[] {
  const { sheet, old, wanted, name, active = "" } = listing;
  const steps: Step[] = [];
  const add: Add = (part, what, run, more = {}) => void steps.push({ part, what, run, bytes: 400, ...more });
  if (sheet) {
    const hasTable = sheet.tables.some(isOurs);
    if (hasTable && wanted && JSON.stringify(old) === JSON.stringify(wanted)) return steps;
    const listed = listOnSheet(sheet, old);
    if (!wanted && listed.userCells.length === 0 && sheet.charts.length === 0) {
      add("cells", "Worksheet.delete", (objects) => objects.sheet(sheet.id).delete());
      return steps;
    }
    removeList(add, sheet, listing, listed);
  }
  if (!wanted) return steps;
  if (!sheet) addSheet(add, name, wanted);
  fill(add, sheet?.id ?? name, wanted, sheet ? columnsBeside(sheet, wanted) : 0);
  if (!sheet && can("freeze")) freezeHeading(add, name, active);
  return steps;
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
  const convert = (name: string) =>
    add(
      "table",
      "Table.convertToRange",
      (objects) => void objects.sheet(sheet.id).tables.getItem(name).convertToRange(),
      { essential: true },
    );
  for (const name of unnamedTables) convert(name);
  if (sheet.tables.some(isOurs)) convert(table);
  else if (sheet.tablesUnsure)
    add(
      "table",
      "Table.convertToRange where there is one",
      (objects) => void objects.sheet(sheet.id).tables.getItemOrNullObject(table).convertToRange(),
    );
  if (hasName(sheet))
    add("marker", "NamedItem.delete", (objects) => objects.sheet(sheet.id).names.getItem(listName).delete());
  const columns = old?.widths.length ?? wanted?.widths.length ?? 1;
  for (const area of [titleArea, ...areasOf(listed.lines.keys(), columns)]) {
    add("cells", "Range.clear contents", ({ range }) => range(sheet.id, area).clear("Contents"));
    add("looks", "Range.clear formats", ({ range }) => range(sheet.id, area).clear("Formats"));
    if (can("links"))
      add("links", "Range.clear hyperlinks", ({ range }) => range(sheet.id, area).clear("Hyperlinks"));
  }
  if (!wanted) return;
  const moving = movedNotes(listed, wanted).filter(({ cell, row }) => cell.row !== row);
  moveCells(
    add,
    sheet.id,
    moving.map(({ cell }) => cell),
    moving.map(({ cell, row }) => ({ ...cell, row })),
  );
}

function addSheet(add: Add, name: string, { widths }: SourcesList): void {
  add("cells", "WorksheetCollection.add", (objects) => {
    objects.once(`sheet ${name}`, () => objects.workbook.worksheets.add(name));
  });
  widths.forEach((characters, column) =>
    add("sizes", "RangeFormat.columnWidth", ({ range }) => {
      range(name, [0, column, 1, 1]).format.columnWidth = points(characters);
    }),
  );
}

/**
 * Freezes the rows down to the heading of a new sheet.
 * @param active the id of the sheet to return to; empty if unknown
 */
function freezeHeading(add: Add, name: string, active: string): void {
  const freeze = (objects: BatchObjects) => objects.sheet(name).freezePanes.freezeRows(above + 1);
  const step = (what: string, run: Step["run"]): Step => ({ part: "view", what, bytes: 400, run });
  // Some builds of Excel can freeze rows on the active sheet only.
  const inTurn = [
    step("Worksheet.activate", (objects) => objects.sheet(name).activate()),
    step("WorksheetFreezePanes.freezeRows", freeze),
    step("Worksheet.activate", (objects) => objects.sheet(active).activate()),
  ];
  const more = active === "" ? {} : { otherwise: inTurn };
  add("view", "WorksheetFreezePanes.freezeRows of a sheet that is not active", freeze, more);
}

/** The number of columns that people added to the table, with headings beside ours. */
function columnsBeside({ area, values }: SheetSurvey, { widths }: SourcesList): number {
  const heads = values[above - area[0]] ?? [];
  let count = 0;
  while ((heads[widths.length + count - area[1]] ?? "") !== "") count += 1;
  return count;
}

/**
 * Clears cells, then writes others. `key` is the sheet's id or name. Formats other than General are set before the
 * formulas, so that Excel takes both as they were.
 */
export function moveCells(add: Add, key: string, from: readonly UserCell[], to: readonly UserCell[]): void {
  for (const { row, column } of from)
    add("cells", "Range.clear contents", ({ range }) => range(key, [row, column, 1, 1]).clear("Contents"));
  for (const { row, column, formula, format } of to) {
    if (format !== undefined && format !== "General")
      add("number formats", "Range.numberFormat", ({ range }) => {
        range(key, [row, column, 1, 1]).numberFormat = [[format]];
      });
    add("cells", "Range.formulas", ({ range }) => {
      range(key, [row, column, 1, 1]).formulas = [[asEntered(formula)]];
    });
  }
}

/** Writes the list: title, rows, table and links. `beside` is the number of columns that people added to the table. */
function fill(add: Add, key: string, list: SourcesList, beside: number): void {
  addTitle(add, key, list);
  addRows(add, key, list);
  addTable(add, key, placeOf(list), beside);
  for (const [row, url] of can("links") ? list.links : []) {
    const cell: Area = [above + row, linkColumn, 1, 1];
    const shown = list.rows[row]?.[linkColumn];
    const link = typeof shown === "string" ? { address: url, textToDisplay: shown } : { address: url };
    add("links", "Range.hyperlink", ({ range }) => (range(key, cell).hyperlink = link), {
      bytes: 500 + url.length,
    });
  }
}

/** Writes the list's title, and below it the note on what it is. */
function addTitle(add: Add, key: string, list: SourcesList): void {
  add("cells", "Range.values", ({ range }) => {
    range(key, [0, 0, 2, 1]).values = [[list.title], [list.note]];
  });
  const first: Area = [0, 0, 1, 1];
  add("sizes", "RangeFormat.rowHeight", ({ range }) => (range(key, first).format.rowHeight = 22));
  add("looks", "RangeFont.bold", ({ range }) => (range(key, first).format.font.bold = true));
  add("looks", "RangeFont.size", ({ range }) => (range(key, first).format.font.size = 14));
  add("looks", "RangeFont.color", ({ range }) => {
    range(key, [1, 0, 1, 1]).format.font.color = "#616161";
  });
}

/** Writes the list's heading and rows, in groups that fit in a message. */
function addRows(add: Add, key: string, list: SourcesList): void {
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
      ({ range }) => (range(key, [at, valueColumn, part.length, 1]).numberFormat = formats),
      bytes(formats),
    );
    add(
      "cells",
      "Range.values",
      ({ range }) => (range(key, [at, 0, part.length, place[3]]).values = values as string[][]),
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
  add(
    "table",
    "TableCollection.add",
    (objects) => {
      objects.once(unit, () => objects.sheet(key).tables.add(a1(tableArea), true));
    },
    { unit, carries: [nameInstead] },
  );
  add("table", "Table.name", (objects) => (tableIn(objects).name = table), { unit, carries: [nameInstead] });
  add("table", "Table.style", (objects) => (tableIn(objects).style = tableStyle), { unit });
}
