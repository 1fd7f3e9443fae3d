import type { PlanBuilder } from "../PlanBuilder";
import { linesIn, rowHeight } from "./textWidth";

/** The widths of the page's columns in characters: the first holds names, the others one tile each. */
export const widths = [40, 15, 14, 15, 16, 14, 14] as const;
/** The index of the last column. */
export const last = widths.length - 1;
/** The font size of the page, in points. */
export const body = 10;

/**
 * Adds a heading across columns, by default the whole page, with a rule in the accent colour below it. The row is 24
 * points high and stays on a printed page with the three below it.
 */
export function heading(draft: PlanBuilder, row: number, text: string, from = 0, to = last): void {
  draft.put(row, from, [[text]]);
  draft.style([row, from, 1, to - from + 1], "heading");
  draft.height(row, 24);
  draft.hold(row, row + 3);
}

/**
 * Keeps a table's first rows with its heading, and its last rows together. `row` is the heading's, `count` the number
 * of rows below it: no printed page breaks in either end.
 */
export function holdEnds(draft: PlanBuilder, row: number, count: number): void {
  draft.hold(row, row + 4);
  draft.hold(row + count - 2, row + 1 + count);
}

/**
 * Keeps a table and its heading on one page if it fits, because Excel repeats only rows at a page's top. A longer one
 * is split with at least four rows on either page.
 */
export function holdTable(draft: PlanBuilder, row: number, count: number): void {
  // Keeps the heading with the table's first rows.
  if (!holdTogether(draft, row, row + 1 + count)) {
    draft.hold(row, row + 5);
    draft.hold(row + count - 3, row + 1 + count);
  }
}

/** Keeps rows on one page, `from` up to but not including `to`; false if they do not fit. */
export function holdTogether(draft: PlanBuilder, from: number, to: number): boolean {
  if (draft.room(from, to) > tableRoom) return false;
  draft.hold(from, to);
  return true;
}

/** The height for a table with its heading, below the repeated rows, in points. */
const tableRoom = 860;

/**
 * Adds a text that wraps over columns, by default the whole page, and sets the height of its row. The height is
 * estimated from the texts' widths, because no host tells it before it has drawn the cell. `to` is the last column,
 * included.
 */
export function paragraph(
  draft: PlanBuilder,
  row: number,
  text: string,
  style: "note" | "caption",
  from = 0,
  to = last,
): void {
  draft.wide(row, from, to, text, style);
  const size = style === "note" ? 9 : body;
  draft.height(row, rowHeight(linesIn(text, draft.widthOf(from, to), size), size));
}
