import type { Figure } from "../../dataset";
import type { PlanBuilder } from "../PlanBuilder";
import { linesIn, rowHeight } from "./textWidth";
import type { Cell, StyleName } from "../plan";
import { body, holdEnds } from "./sections";

/** A column of a native table. */
export interface Column {
  head: string;
  cells: readonly Cell[];
  /** Number formats of the cells; left out: texts. */
  formats?: readonly string[];
  /** How heading and cells stand; default: left, wrapped. */
  align?: StyleName;
  /** The figures of a column of which some may be computed and not published: those stand in italics. */
  derived?: readonly (Figure | undefined)[];
}

/**
 * A native table with its first column at the page's left; the rows are as high as their texts need.
 *
 * @returns the row below it
 */
export function nativeTable(draft: PlanBuilder, row: number, id: string, columns: readonly Column[]): number {
  const count = columns[0]?.cells.length ?? 0;
  const rows = Array.from({ length: count }, (_, index) => columns.map(({ cells }) => cells[index] ?? null));
  draft.put(row, 0, [columns.map(({ head }) => head), ...rows]);
  draft.style([row, 0, 1, columns.length], "table-head");
  columns.forEach(({ align, formats, derived }, column) => {
    if (align) draft.style([row, column, count + 1, 1], align);
    else draft.style([row + 1, column, count, 1], "table-text");
    if (derived) draft.derived(row, column, derived);
    if (formats) {
      draft.format(
        [row + 1, column, count, 1],
        formats.map((format) => [format]),
      );
    }
  });
  draft.style([row + 1, 0, count, columns.length], "rules");
  const lines = (texts: readonly Cell[]): number =>
    Math.max(
      ...texts.map((text, column) =>
        typeof text === "string" ? linesIn(text, (draft.widths[column] ?? 14) - 0.5, body) : 1,
      ),
    );
  // Headings are bold, which takes a little more room.
  draft.height(row, rowHeight(Math.max(2, lines(columns.map(({ head }) => `${head}x`))), body));
  rows.forEach((cells, index) => {
    // Only the first column wraps.
    draft.height(row + 1 + index, rowHeight(lines(cells.slice(0, 1)), body));
  });
  holdEnds(draft, row, count);
  draft.tables.push({ id, area: [row, 0, count + 1, columns.length], filter: false });
  return row + 1 + count;
}
