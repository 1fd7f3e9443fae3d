import { parseA1 } from "../../workbook/a1";
import type { Context } from "../session/context";

/** The most cells that are read without limiting the area to the used range: whole columns have a million. */
const MOST_CELLS = 10_000;

/**
 * Reads the values of references in a formula of `sheet`, as functions receive them: a value for a single cell, rows for
 * an area, `null` for one without content.
 */
export async function readValues(
  context: Context,
  sheet: string,
  references: readonly string[],
): Promise<unknown[]> {
  const ranges = references.map((reference) => {
    const { sheet: named, area } = parseA1(reference) ?? {};
    const fullRange = context.workbook.worksheets
      .getItem(named ?? sheet)
      .getRange(reference.slice(reference.lastIndexOf("!") + 1));
    const range =
      area && area[2] * area[3] > MOST_CELLS ? fullRange.getUsedRangeOrNullObject(true) : fullRange;
    range.load("values,valueTypes,text");
    return range;
  });
  await context.sync();
  return ranges.map((range) => {
    if (range.isNullObject) return null;
    const rows = range.values.map((row: unknown[], r) =>
      row.map((value, c) => {
        const type = String(range.valueTypes[r]?.[c]);
        if (type === "Empty") return null;
        if (type === "Error") return { type, basicValue: value };
        // A card (a cell with several fields) gives only its text here.
        return type === "RichValue" ? (range.text[r]?.[c] ?? value) : value;
      }),
    );
    return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
  });
}
