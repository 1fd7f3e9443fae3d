import type { Text2 } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import { columnLetters } from "../../workbook/a1";
import type { BlockRecord } from "../reading/blockRecord";
import type { SheetReading } from "../reading/placeReading";
import { points } from "./steps/sizes";
import type { Target } from "./target";

/**
 * Widths by column and heights by row (of the plan) at the place, in points. `at` is the corner of the place on the
 * sheet.
 */
export function sizesAt(
  { area, widths, heights }: SheetReading,
  at: readonly [number, number],
): Pick<Target, "widths" | "heights"> {
  return {
    widths: widths.slice(at[1] - area[1]),
    heights: Object.fromEntries(
      Object.entries(heights).map(([row, height]) => [Number(row) + area[0] - at[0], height]),
    ),
  };
}

/**
 * The sizes that the plan changes, which a removal must restore. In points. A hidden row (height 0) counts as usual
 * height; sizes that the host does not tell are left out.
 */
export function beforeOf(
  plan: Plan,
  { widths, heights }: Pick<Target, "widths" | "heights">,
): BlockRecord["before"] {
  const before: BlockRecord["before"] = { widths: {}, heights: {} };
  plan.widths.forEach((width, column) => {
    const points = widths?.[column];
    if (width !== null && points) before.widths[column] = points;
  });
  for (const { row } of plan.heights) {
    const points = heights?.[row] === 0 ? usualHeight(heights) : heights?.[row];
    if (points) before.heights[row] = points;
  }
  return before;
}

/** The most common height, because Excel does not tell the height of a hidden row. */
function usualHeight(heights: Readonly<Record<number, number>>): number | undefined {
  const counts = new Map<number, number>();
  for (const height of Object.values(heights))
    if (height > 0) counts.set(height, (counts.get(height) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * `beforeOf` after an update. Sizes that the block had changed stay recorded as before the first insertion. A row or
 * column that the new plan does not size is reset and left out.
 */
export function sizesAfterUpdate(
  plan: Plan,
  sizes: Pick<Target, "widths" | "heights">,
  record: BlockRecord,
): BlockRecord["before"] {
  if (record.own) return record.before;
  const now = beforeOf(plan, sizes);
  return {
    // Older hosts tell only the widths of the new plan's columns.
    widths: only(
      { ...now.widths, ...record.before.widths },
      (column) => column in now.widths || !sizes.widths?.[Number(column)],
    ),
    heights: only(
      { ...now.heights, ...record.before.heights },
      (row) => row in now.heights && (row in record.before.heights || !record.heights.includes(Number(row))),
    ),
  };
}

const only = (sizes: Record<string, number>, isKept: (key: string) => boolean): Record<string, number> =>
  Object.fromEntries(Object.entries(sizes).filter(([key]) => isKept(key)));

/** Columns ("C:E") and rows ("4:9") of a sheet with other content that become larger; empty for none. */
interface Larger {
  columns: string;
  rows: string;
}

/** The columns and rows that become larger where a plan is written; undefined for none. */
export function largerAt(
  plan: Plan,
  at: Target["at"],
  { widths = [], heights = {} }: Pick<Target, "widths" | "heights">,
): Larger | undefined {
  const larger = (wanted: number, now: number | undefined): boolean =>
    now !== undefined && wanted > now + 0.75;
  const columns = plan.widths.flatMap((characters, column) =>
    characters !== null && larger(points(characters), widths[column]) ? [columnLetters(at[1] + column)] : [],
  );
  const rows = plan.heights.flatMap(({ row, height }) =>
    larger(height, heights[row]) ? [String(at[0] + row + 1)] : [],
  );
  const span = ([first = "", ...more]: readonly string[]): string => {
    const last = more.at(-1);
    return last === undefined ? first : `${first}:${last}`;
  };
  const spans = { columns: span(columns), rows: span(rows) };
  return spans.columns || spans.rows ? spans : undefined;
}

/** `largerAt` as a sentence; undefined for none, and for a sheet made for the block. */
export function resizedText(plan: Plan, target: Target): Text2 | undefined {
  if (target.newSheet !== undefined || target.record?.own) return undefined;
  const larger = largerAt(plan, target.at, target);
  if (!larger) return undefined;
  const { columns, rows } = larger;
  const both = columns !== "" && rows !== "";
  const counted = (span: string, word: string): string =>
    span && `${word}${span.includes(":") ? "s" : ""} ${span}`;
  return {
    en: `Made larger: ${counted(columns, "column")}${both ? ", " : ""}${counted(rows, "row")}.`,
    zh: `已调大${columns && `${columns}列的列宽`}${both ? "和" : ""}${rows && `${rows}行的行高`}。`,
  };
}
