import { formulaColumn, linkColumn, valueColumn } from "../../review/frozen/sheet";
import type { SourcesList } from "../../review/frozen/sheet";
import type { Area } from "../../workbook/a1";
import { a1 } from "../../workbook/a1";
import { can } from "../session/context";
import type { Task } from "../session/queue";
import type { SheetSurvey, Survey } from "../reading/survey";
import { asText } from "../session/cellText";
import { points, tableStyle } from "../inserting/planSteps";

/** Name of the table; there is one in a workbook, so that the sheet is found whatever it is called. */
const table = "ECOM_sources";
/** Rows above the table: title, note, an empty one. */
const above = 3;
/** Rows in one write. */
const rowsPerWrite = 300;

/** The sheet that lists what is frozen, if there is one. */
export function sourcesSheet({ sheets }: Survey): SheetSurvey | undefined {
  return sheets.find(({ tables }) => tables.some((name) => name.toLowerCase() === table.toLowerCase()));
}

/** What the list is, and what it is to be; nothing: there is none. */
export interface Listing {
  /** The sheet as it is, if it is there. */
  sheet: SheetSurvey | undefined;
  old: SourcesList | undefined;
  wanted: SourcesList | undefined;
  /** Tables that a failure left there before they had their name. */
  strays?: readonly string[];
  /** The name for a new sheet. */
  name: string;
}

const placeOf = ({ rows, widths }: SourcesList): Area => [above, 0, rows.length, widths.length];

/** The formula that a line of the list names. */
const formulaIn = ({ area, values }: SheetSurvey, row: number): string =>
  String(values[row - area[0]]?.[formulaColumn - area[1]]);

/** Writes the list anew, makes its sheet, or takes both away. Somebody's notes or charts beside the list keep the sheet. */
export function sourcesTasks({ sheet, old, wanted, strays = [], name }: Listing): Task[] {
  const tasks: Task[] = [];
  const whole = sheet?.tables.some((one) => one.toLowerCase() === table.toLowerCase());
  if (whole && wanted && JSON.stringify(old) === JSON.stringify(wanted)) return tasks;
  const add = (run: Task["run"], bytes = 400) => void tasks.push({ run, bytes });
  if (sheet) {
    const [, , lines, columns] = old ? placeOf(old) : [0, 0, 0, 1];
    let rows = lines;
    // Lines of cells whose sheet was deleted since: nobody but the list knows of them.
    while (formulaIn(sheet, above + rows).startsWith("=")) rows += 1;
    const ours: Area = [0, 0, above + rows, columns];
    const alone =
      sheet.area[0] + sheet.area[2] <= ours[2] &&
      sheet.area[1] + sheet.area[3] <= ours[3] &&
      sheet.charts.length === 0;
    if (!wanted && alone) return [{ bytes: 300, run: (desk) => desk.sheet(sheet.id).delete() }];
    for (const stray of strays) add((desk) => desk.sheet(sheet.id).tables.getItem(stray).delete());
    if (whole) add((desk) => desk.sheet(sheet.id).tables.getItem(table).delete());
    add((desk) => void desk.range(sheet.id, ours).clear("All"));
  }
  if (!wanted) return tasks;
  const key = sheet?.id ?? name;
  if (!sheet) {
    add(({ workbook }) => void workbook.worksheets.add(name));
    wanted.widths.forEach((characters, column) =>
      add(({ range }) => (range(key, [0, column, 1, 1]).format.columnWidth = points(characters))),
    );
  }
  fill(add, key, wanted);
  if (!sheet && can("freeze")) add((desk) => desk.sheet(key).freezePanes.freezeRows(above + 1));
  return tasks;
}

function fill(add: (run: Task["run"], bytes?: number) => void, key: string, list: SourcesList): void {
  const place = placeOf(list);
  add(({ range }) => {
    range(key, [0, 0, 2, 1]).values = [[list.title], [list.note]];
    const { font } = range(key, [0, 0, 1, 1]).format;
    range(key, [0, 0, 1, 1]).format.rowHeight = 22;
    font.bold = true;
    font.size = 14;
    range(key, [1, 0, 1, 1]).format.font.color = "#616161";
  }, 1500);
  for (let row = 0; row < list.rows.length; row += rowsPerWrite) {
    const part = list.rows.slice(row, row + rowsPerWrite);
    const formats = list.formats.slice(row, row + rowsPerWrite).map((format) => [format]);
    const values = part.map((cells) => cells.map((cell) => (typeof cell === "string" ? asText(cell) : cell)));
    const at = place[0] + row;
    add(
      ({ range }) => {
        range(key, [at, valueColumn, part.length, 1]).numberFormat = formats;
        range(key, [at, 0, part.length, place[3]]).values = values as string[][];
      },
      1000 + JSON.stringify([formats, values]).length * 2,
    );
  }
  add((desk) => {
    const added = desk.sheet(key).tables.add(a1(place), true);
    added.name = table;
    added.style = tableStyle;
  }, 1000);
  for (const [row, url] of can("links") ? list.links : []) {
    const cell: Area = [above + row, linkColumn, 1, 1];
    add(({ range }) => (range(key, cell).hyperlink = { address: url }), 500 + url.length);
  }
}
