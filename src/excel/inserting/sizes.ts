import type { Text2 } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import { columnLetters } from "../../workbook/a1";
import type { BlockRecord } from "../reading/blockRecord";
import type { SheetReading } from "../reading/readPlace";
import type { Target } from "./target";
import { points } from "./steps/sizes";

/** Widths by column and heights by row of the plan, as they are at the place. */
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

/** What a removal must put back: sizes that the plan changes. */
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
    const points = heights?.[row];
    if (points) before.heights[row] = points;
  }
  return before;
}

/**
 * The same after an update: what the block already had stays as it was before the first. What the plan gives no size has
 * its old one back, and is left out, as if the block had never stood there.
 */
export function sizesAfterUpdate(
  plan: Plan,
  sizes: Pick<Target, "widths" | "heights">,
  record: BlockRecord,
): BlockRecord["before"] {
  if (record.own) return record.before;
  const now = beforeOf(plan, sizes);
  return {
    // Older hosts say the widths of the new plan's columns only: others keep theirs.
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

const only = (sizes: Record<string, number>, kept: (key: string) => boolean): Record<string, number> =>
  Object.fromEntries(Object.entries(sizes).filter(([key]) => kept(key)));

/**
 * Which columns and rows of a sheet that others use become larger, as a sentence; undefined where none does, and of a
 * sheet of our own.
 */
export function resizedText(
  plan: Plan,
  { at, newSheet, record, widths = [], heights = {} }: Target,
): Text2 | undefined {
  if (newSheet !== undefined || record?.own) return undefined;
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
  const [wide, high] = [span(columns), span(rows)];
  if (wide === "" && high === "") return undefined;
  const both = wide !== "" && high !== "";
  return {
    en: `Made larger: ${wide && `column${columns.length > 1 ? "s" : ""} ${wide}`}${both ? ", " : ""}${high && `row${rows.length > 1 ? "s" : ""} ${high}`}.`,
    zh: `已调大${wide && `${wide}列的列宽`}${both ? "和" : ""}${high && `${high}行的行高`}。`,
  };
}
