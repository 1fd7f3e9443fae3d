import type { Settings } from "../../functions/settings";
import type { Mix } from "../../workbook/finding";
import { calculationOf } from "./calculation";
import type { SheetCells } from "./cells";
import { gridsOf } from "./grid";
import type { Grid } from "./grid";
import { linesOf } from "./lines";
import { axisMixes, calculationMixes, lineMixes } from "./rules";

/**
 * Finds figures that are read or calculated together and do not compare: cumulative with single months, both sides of
 * a break, growth by hand from levels on two bases, a part with its whole, published with computed growth, several
 * units, a sample with totals. It prefers missing a mix to a false alarm: what cannot be read with certainty, what is
 * shown in pairs, and unchanged blocks give nothing.
 * @param settings the workbook's, for formulas without a period
 * @returns warnings first, each in the order of the sheets
 */
export function compareCells(sheets: readonly SheetCells[], settings: Settings): Mix[] {
  const grids = gridsOf(sheets, settings);
  const calculated = grids.map((grid) => calculations(grid, grids, settings.asof));
  const mixes = grids.flatMap((grid, index): Mix[] => {
    const lines = linesOf(grid, grids);
    return [...(calculated[index] ?? []), ...lines.flatMap(lineMixes), ...axisMixes(lines)];
  });
  return [
    ...mixes.filter(({ severity }) => severity === "warning"),
    ...mixes.filter(({ severity }) => severity === "notice"),
  ];
}

/** Checks the calculations on a sheet, and marks growth by hand as computed growth for the checks that follow. */
function calculations(grid: Grid, grids: readonly Grid[], asof: string | undefined): Mix[] {
  const mixes: Mix[] = [];
  for (const cell of grid.cells.values()) {
    const calculation = cell.origin === undefined ? calculationOf(cell, grid, grids) : undefined;
    if (!calculation) continue;
    mixes.push(...calculationMixes(cell, calculation, grid, asof));
    const { byHand } = calculation;
    if (byHand?.how === "rate") {
      cell.shown = {
        figure: { ...byHand.later.figure, measure: "computed growth", derived: true },
        power: 0,
      };
    }
  }
  return mixes;
}
