import type { Plan } from "../../../sheets/plan";
import type { Add } from "../../session/stepsOn";
import type { Target } from "../target";

/**
 * The width in points of a column for so many digits of the standard font (7 pixels each, 5 for the edges: ECMA-376
 * Part 1, 18.3.1.13).
 */
export const points = (characters: number): number => (characters * 7 + 5) * 0.75;

/**
 * The width of a column before the block, or if the user has changed it since, now. In points; 0 if the host does not
 * tell it. `column` counts from the block's first.
 */
export function widthBefore({ old, widths = [] }: Target, column: number): number {
  const now = widths[column] ?? 0;
  const planned = old?.plan?.widths[column];
  const before = old?.record.before.widths[column];
  // Excel rounds to pixels.
  return planned && before && Math.abs(Math.max(points(planned), before) - now) < 1 ? before : now;
}

/** Sets widths and heights. On a sheet with other content, nothing becomes smaller. */
export function addSizes(add: Add, plan: Plan, target: Target): void {
  const { at, newSheet, old, record, widths = [], heights = {} } = target;
  const shared = newSheet === undefined;
  const others = shared && record?.own !== true;
  // Sizes that Excel refuses to tell could not be restored, so they stay on a sheet with other content.
  const askFor = (member: string) => add("sizes", `ask ${member}`, () => undefined, { bytes: 0 });
  const noWidths = others && widths.length === 0;
  if (noWidths && plan.widths.some((width) => width !== null)) askFor("RangeFormat.columnWidth");
  plan.widths.forEach((characters, column) => {
    if (characters === null || noWidths) return;
    // Compared with the width from before the block, not with what an earlier plan set.
    const width = Math.max(points(characters), widthBefore(target, column));
    if (shared && width === widths[column]) return;
    add("sizes", "RangeFormat.columnWidth", ({ range }) => {
      range([0, column, 1, 1], at).format.columnWidth = width;
    });
  });
  const noHeights = others && Object.keys(heights).length === 0;
  if (noHeights && plan.heights.length > 0) askFor("RangeFormat.rowHeight");
  const wanted = noHeights
    ? []
    : plan.heights.flatMap(({ row, height }) => {
        const now = heights[row] ?? 0;
        // Compared with the height from before the block, not with what an earlier plan set.
        const heightBefore = old?.record.heights.includes(row) ? (old.record.before.heights[row] ?? 0) : now;
        const needed = record?.own ? height : Math.max(height, heightBefore);
        // Setting a height would show a hidden row.
        if (target.hidden?.stay.includes(at[0] + row)) return [];
        return shared && now === needed ? [] : [{ row, height: needed }];
      });
  for (const [row, count, height] of runs(wanted)) {
    add("sizes", "RangeFormat.rowHeight", ({ range }) => {
      range([row, 0, count, 1], at).format.rowHeight = height;
    });
  }
}

/** Groups consecutive rows of one height: first, number, height. */
function runs(rows: Plan["heights"]): [row: number, count: number, height: number][] {
  const spans: [number, number, number][] = [];
  for (const { row, height } of rows) {
    const current = spans.at(-1);
    if (current && current[0] + current[1] === row && current[2] === height) current[1] += 1;
    else spans.push([row, 1, height]);
  }
  return spans;
}
