import { headingNames } from "../headings";
import type { TableState } from "../state";
import type { XlsxCell, XlsxSheet } from "./model";

/** The longest heading of a table in Excel, in characters. */
const longest = 255;

/**
 * Corrects a sheet's tables so that Excel does not repair the file: as many columns as cells, named by their
 * headings, which are unique, and at least one row for data. The cells decide, whatever the user did to them; blank
 * headings become Column1, repeated ones get a number, as in Excel.
 */
export function settleTables(sheet: XlsxSheet): XlsxSheet {
  if (sheet.tables.length === 0) return sheet;
  const rows = new Set(sheet.tables.map(({ range }) => range.row));
  const headings = new Map<string, XlsxCell>();
  for (const cell of sheet.cells) {
    if (rows.has(cell.row)) headings.set(`${cell.row},${cell.column}`, cell);
  }
  const changed = new Map<string, XlsxCell>();
  const tables = sheet.tables.map((table) => {
    const names = namesOf(table, headings);
    const least = 1 + (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
    if (table.showHeaders) {
      names.forEach((value, index) => {
        const [row, column] = [table.range.row, table.range.column + index];
        const { style, link } = headings.get(`${row},${column}`) ?? {};
        changed.set(`${row},${column}`, {
          row,
          column,
          value,
          ...(style && { style }),
          ...(link && { link }),
        });
      });
    }
    return {
      ...table,
      range: { ...table.range, rowCount: Math.max(least, table.range.rowCount) },
      columns: names.map((name, index) => ({ id: index + 1, name })),
    };
  });
  const cells = sheet.cells.map((cell) => {
    const key = `${cell.row},${cell.column}`;
    const settled = rows.has(cell.row) ? changed.get(key) : undefined;
    if (settled) changed.delete(key);
    return settled ?? cell;
  });
  for (const added of changed.values()) cells.push(added);
  return { ...sheet, cells, tables };
}

/** The names of a table's columns as Excel would have them: the headings' texts, filled and made different. */
function namesOf(
  { range, columns, showHeaders }: TableState,
  headings: ReadonlyMap<string, XlsxCell>,
): string[] {
  const texts = Array.from({ length: range.columnCount }, (_, index) =>
    showHeaders
      ? textOf(headings.get(`${range.row},${range.column + index}`)?.value)
      : (columns[index]?.name ?? ""),
  );
  return headingNames(texts.map((text) => text.trim().slice(0, longest)));
}

function textOf(value: XlsxCell["value"]): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}
