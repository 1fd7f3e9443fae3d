import { pieces } from "../../functions/formula/pieces";
import { a1, overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";

/** What references to a native table's columns need to know of it. */
export interface TableCells {
  name: string;
  /** Its whole area, including the rows of headings and totals that are shown. */
  area: Area;
  /** Whether its first row holds the headings, and its last one totals. */
  headed: boolean;
  totals: boolean;
  /** The names of its columns, from the left. */
  columns: readonly string[];
}

/** A table with the name of its sheet. */
export interface PlacedTable extends TableCells {
  sheet: string;
}

const quoted = (sheet: string) => `'${sheet.replaceAll("'", "''")}'`;

/**
 * Replaces structured references by plain ones: `=[@Sales]/Table1[[#This Row],[Before]]` in row 3 becomes
 * `='Sheet1'!B3/'Sheet1'!C3`. References to unknown tables stay as they are.
 * @param at the formula's own cell: a reference without a table's name is to the table around it
 */
export function plainFormula(
  formula: string,
  tables: readonly PlacedTable[],
  at: { readonly sheet: string; readonly row: number; readonly column: number },
): string {
  if (tables.length === 0) return formula;
  const parts = pieces(formula).map(({ text }) => text);
  const cell: Area = [at.row, at.column, 1, 1];
  const around = tables.find(({ sheet, area }) => sheet === at.sheet && overlap(area, cell));
  return parts
    .map((text, index) => {
      const next = parts[index + 1] ?? "";
      const table = tables.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      // A table's name with its brackets; alone it means the table's data.
      if (table && next.startsWith("[")) return "";
      if (table && next !== "(") return addressIn(table, dataOf(table)) ?? text;
      if (!text.startsWith("[")) return text;
      const before = parts[index - 1] ?? "";
      const owner = tables.find(({ name }) => name.toLowerCase() === before.toLowerCase());
      // Brackets after an unknown name belong to that name.
      if (!owner && /[\p{L}\p{N}_.?!']$/u.test(before)) return text;
      const area = owner ?? around;
      const within = area && areaOf(area, text.slice(1, -1), at);
      return (area && addressIn(area, within)) ?? (owner ? before + text : text);
    })
    .join("");
}

const addressIn = ({ sheet }: PlacedTable, area: Area | undefined): string | undefined =>
  area && `${quoted(sheet)}!${a1(area)}`;

/** The rows between headings and totals. */
function dataOf({ area: [row, column, rows, columns], headed, totals }: TableCells): Area | undefined {
  const [top, below] = [Number(headed), Number(totals)];
  return rows - top - below > 0 ? [row + top, column, rows - top - below, columns] : undefined;
}

/** The cells that the text in a table's brackets names; undefined where it cannot be read with certainty. */
function areaOf(
  table: PlacedTable,
  inside: string,
  at: { readonly sheet: string; readonly row: number },
): Area | undefined {
  const thisRow = inside.startsWith("@");
  const rest = (thisRow ? inside.slice(1) : inside).trim();
  const items = rest.startsWith("[") ? itemsIn(rest) : rest === "" ? [] : [rest];
  if (items === undefined) return undefined;
  const special = items.filter((item) => item.startsWith("#")).map((item) => item.toLowerCase());
  const names = items.filter((item) => !item.startsWith("#"));
  const rows = rowsOf(table, thisRow ? ["#this row", ...special] : special, at);
  const places = names.map((name) => placeOf(table, name));
  if (!rows || places.includes(-1) || places.length > 2) return undefined;
  const [first = 0, last = places.length === 0 ? table.columns.length - 1 : first] = places;
  return [rows[0], table.area[1] + Math.min(first, last), rows[1], Math.abs(last - first) + 1];
}

/** The column with a heading. An apostrophe escapes the next character. */
function placeOf({ columns }: TableCells, name: string): number {
  const wanted = name.replace(/'(.)/g, "$1").toLowerCase();
  return columns.findIndex((column) => column.toLowerCase() === wanted);
}

/** Items in brackets, separated by commas, or by a colon for a range of columns. */
function itemsIn(text: string): string[] | undefined {
  const item = /\[((?:'[^]|[^\]'])*)\]\s*([,:]?)\s*/y;
  const parts: string[] = [];
  while (item.lastIndex < text.length) {
    const match = item.exec(text);
    if (!match) return undefined;
    parts.push(match[1] ?? "");
  }
  return parts;
}

/** The first row and number of rows of items such as #Headers. */
function rowsOf(
  table: PlacedTable,
  special: readonly string[],
  at: { readonly sheet: string; readonly row: number },
): readonly [first: number, count: number] | undefined {
  const [row, , rows] = table.area;
  const data = dataOf(table);
  const [keyword = "#data", more] = special;
  if (more !== undefined) return undefined;
  switch (keyword) {
    case "#data":
      return data && [data[0], data[2]];
    case "#this row":
      return data && at.row >= data[0] && at.row < data[0] + data[2] ? [at.row, 1] : undefined;
    case "#all":
      return [row, rows];
    case "#headers":
      return table.headed ? [row, 1] : undefined;
    case "#totals":
      return table.totals ? [row + rows - 1, 1] : undefined;
    default:
      return undefined;
  }
}
