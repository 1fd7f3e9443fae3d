import type { Language } from "../../../src/dataset";
import type { SnapshotSheet } from "../../../src/workbench/host/types";
import { parseA1 } from "../../../src/workbook/a1";
import { dealt } from "../../dealt";
import { eachTest, openExcel } from "../excel";
import { at, insertions, newSheet } from "../insertions";
import { look } from "../seen";

/**
 * Rows and columns that an insertion enlarges on a sheet that others use are reported before and after, and get their
 * size back when it is removed.
 */
const excel = eachTest(openExcel);

/** A sheet as somebody uses it: rows and columns of other sizes, a frozen row, no grid lines, a print setup. */
const theirs = () =>
  excel.editSheet("Sheet1", (sheet) => {
    sheet.getRange("A1:B1").values = [["Mine", 1]];
    sheet.getRange("C:C").format.columnWidth = 30;
    sheet.getRange("E:E").format.columnWidth = 300;
    sheet.getRange("6:6").format.rowHeight = 8;
    sheet.getRange("8:8").format.rowHeight = 120;
    sheet.showGridlines = false;
    sheet.freezePanes.freezeRows(1);
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.setPrintArea("A1:K20");
  });

/** The numbers, from 0, of the columns and rows that are larger than they were. */
function grown(was: SnapshotSheet, now: SnapshotSheet): { columns: number[]; rows: number[] } {
  const compare = (before: Record<number, number>, after: Record<number, number>, usual: number): number[] =>
    Object.entries(after)
      .filter(([at, size]) => size > (before[Number(at)] ?? usual) + 0.75)
      .map(([at]) => Number(at));
  return {
    columns: compare(was.columnWidths, now.columnWidths, was.defaultColumnWidth ?? 48),
    rows: compare(was.rowHeights, now.rowHeights, was.defaultRowHeight ?? 15),
  };
}

/** The first and last number, from 0, of the columns ("C:E") or rows ("4:9") that a preview names. */
function ends(span: string, of: "columns" | "rows"): number[] {
  const area = parseA1(span.replace(/\w+/g, of === "columns" ? "$&1" : "A$&"))?.area;
  if (!area) return [];
  const [row, column, rows, columns] = area;
  return of === "columns" ? [column, column + columns - 1] : [row, row + rows - 1];
}

const extremes = (all: readonly number[]): number[] =>
  all.length > 0 ? [Math.min(...all), Math.max(...all)] : [];

describe.each(["en", "zh"] as const)("an insertion into a sheet of others (%s)", (language: Language) => {
  // Only the texts differ by language, so fewer are tried in Chinese.
  test.each(dealt(insertions, language === "en" ? 2 : 4))(
    "%s: what becomes larger is said before and after, and nothing of it stays.",
    async (_name, insertion) => {
      await theirs();
      const before = await excel.model();
      const was = await excel.sheet();
      const asked = await excel.actions.preview(insertion, at("C4"), language);
      if (!asked.ok) throw new Error(JSON.stringify(asked.problem));
      const { larger } = asked.preview;
      const { text, block = "" } = await excel.insert(insertion, at("C4"), language);
      const now = await excel.sheet();
      const { columns, rows } = grown(was, now);
      // A whole page always needs wider columns.
      expect(larger !== undefined || insertion.kind !== "summary").toBe(true);
      expect(ends(larger?.columns ?? "", "columns")).toEqual(extremes(columns));
      expect(ends(larger?.rows ?? "", "rows")).toEqual(extremes(rows));
      for (const span of [larger?.columns, larger?.rows]) if (span) expect(text[language]).toContain(span);
      // None of their rows and columns becomes smaller, and the settings of the whole sheet stay.
      for (const [at, width] of Object.entries(was.columnWidths))
        expect(now.columnWidths[Number(at)]).toBeGreaterThanOrEqual(width);
      expect(now.freeze).toEqual(was.freeze);
      await excel.remove(block);
      expect(look(await excel.model())).toEqual(look(before));
    },
  );

  test.each(insertions.filter(([, { kind }]) => kind === "table" || kind === "chart"))(
    "%s: its table has buttons to filter.",
    async (_name, insertion) => {
      await excel.insert(insertion, newSheet, language);
      const { tables } = (await excel.model()).state;
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) expect(table.showFilterButton).toBe(true);
    },
  );
});
