import { cell, finding, type Check, type Row } from "../table";
import { figures, keyOf, mostExact, type Printed } from "./figures";

/** A difference of so many percentage points, beyond rounding, is no coincidence. */
const APART = 1;
/** Words of notes where a body revised levels, or the texts give no reason. */
const explained = /comparable|revis|supersed|does not follow/;

/** The last month of a figure as a number, to compare with the month of a break. */
const monthAt = (year: number, month: number) => year * 12 + month;
const monthOf = (text: string) => monthAt(Number(text.slice(0, 4)), Number(text.slice(5, 7)));

/**
 * A published growth agrees with the levels of the two years; or a note of one of the three says that levels were
 * revised; or a break lies between. Otherwise a level was misread.
 */
export const growths: Check = (tables) => {
  const best = mostExact(figures(tables));
  const breaks = tables.breaks.rows.map(
    (row) => [cell(row, "indicator_code"), monthOf(cell(row, "break_after"))] as const,
  );
  const noted = (...rows: Row[]) => rows.some((row) => explained.test(cell(row, "note")));
  return [...best.values()].flatMap((growth) => {
    const { code, measure, year, first, last } = growth;
    if (measure !== "YOY_GROWTH") return [];
    const now = best.get(keyOf(code, "LEVEL", year, first, last));
    const before = best.get(keyOf(code, "LEVEL", year - 1, first, last));
    if (now === undefined || before === undefined || noted(growth.row, now.row, before.row)) return [];
    const [from, to] = [monthAt(year - 1, last), monthAt(year, last)];
    if (breaks.some(([broken, month]) => broken === code && from <= month && month < to)) return [];
    const computed = (now.value / before.value - 1) * 100;
    const room =
      (now.half / now.value + before.half / before.value) * 100 * (now.value / before.value) + growth.half;
    return Math.abs(computed - growth.value) <= APART + room
      ? []
      : [
          finding(
            growth.row,
            "growths",
            `The levels give ${computed.toFixed(1)} %, the growth is ${cell(growth.row, "obs_value")} %.`,
            "Look at the three sources; if the body revised its levels, say so in the note.",
          ),
        ];
  });
};

/** Weights may move the growth so many percentage points beyond rounding. */
const OUTSIDE = 0.1;

/**
 * Cumulative growth is between that of the cumulative months before and that of the single month. Only where all
 * three are published. Beyond rounding, 0.1 percentage points are allowed, because weights move.
 */
export const between: Check = (tables) => {
  const best = mostExact(figures(tables));
  return [...best.values()].flatMap((month) => {
    const { code, measure, year, last } = month;
    if (measure !== "YOY_GROWTH" || month.first !== last || last === 1) return [];
    const sum = best.get(keyOf(code, measure, year, 1, last));
    const before = best.get(keyOf(code, measure, year, 1, last - 1));
    if (sum === undefined || before === undefined) return [];
    const room = OUTSIDE + sum.half;
    const [least, most] = [before, month].sort((a, b) => a.value - b.value) as [Printed, Printed];
    return sum.value >= least.value - least.half - room && sum.value <= most.value + most.half + room
      ? []
      : [
          finding(
            sum.row,
            "growths",
            `${cell(sum.row, "obs_value")} % since January is not between ${cell(before.row, "obs_value")} % before and ${cell(month.row, "obs_value")} % in the month.`,
            "Look at the three sources: one was misread.",
          ),
        ];
  });
};
