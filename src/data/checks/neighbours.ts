import { cell, finding, type Check } from "../table";
import { figures, keyOf, mostExact, type Printed } from "./figures";

/** Weights may move a whole's growth so many percentage points outside that of its addends, beyond rounding. */
const OUTSIDE = 0.1;
/** No cumulative growth was ever so many percentage points outside that of the months before and after. */
const SPIKE = 3;

const printed = ({ row }: Printed) => `${cell(row, "obs_value")} %`;
const growthsOf = (tables: Parameters<Check>[0]) =>
  mostExact(figures(tables).filter(({ measure }) => measure === "YOY_GROWTH"));

/**
 * A sum of indicators grows no faster than the fastest of them, and no slower than the slowest. Only where the growth
 * of every addend is published. Beyond rounding, 0.1 percentage points are allowed, because weights move.
 */
export const addends: Check = (tables) => {
  const parts = new Map<string, string[]>();
  for (const row of tables.relations.rows) {
    if (cell(row, "relation") !== "addend_of") continue;
    const whole = cell(row, "other");
    parts.set(whole, [...(parts.get(whole) ?? []), cell(row, "indicator_code")]);
  }
  const best = growthsOf(tables);
  return [...best.values()].flatMap((whole) => {
    const { code, measure, year, first, last } = whole;
    const addendGrowths = parts.get(code)?.map((part) => best.get(keyOf(part, measure, year, first, last)));
    if (addendGrowths === undefined || !addendGrowths.every((neighbour) => neighbour !== undefined))
      return [];
    const room = OUTSIDE + whole.half;
    const least = Math.min(...addendGrowths.map(({ value, half }) => value - half));
    const most = Math.max(...addendGrowths.map(({ value, half }) => value + half));
    return whole.value >= least - room && whole.value <= most + room
      ? []
      : [
          finding(
            whole.row,
            "neighbours",
            `${printed(whole)} is not between the growths of what it adds up: ${addendGrowths.map(printed).join(", ")}.`,
            "Look at the sources: one of them was misread.",
          ),
        ];
  });
};

/**
 * Cumulative growth does not leap out and back from one month to the next. Three percentage points outside both
 * neighbours are allowed, more than ever were.
 */
export const spikes: Check = (tables) => {
  const best = growthsOf(tables);
  return [...best.values()].flatMap((figure) => {
    const { code, measure, year, first, last } = figure;
    if (first !== 1) return [];
    const [before, after] = [last - 1, last + 1].map((month) =>
      best.get(keyOf(code, measure, year, 1, month)),
    );
    if (before === undefined || after === undefined) return [];
    const [least, most] = [before, after].sort((a, b) => a.value - b.value) as [Printed, Printed];
    return figure.value >= least.value - SPIKE && figure.value <= most.value + SPIKE
      ? []
      : [
          finding(
            figure.row,
            "neighbours",
            `${printed(figure)} since January leaps out between ${printed(before)} before and ${printed(after)} after.`,
            "Look at the three sources: one was misread.",
          ),
        ];
  });
};
