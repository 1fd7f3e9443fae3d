import type { Settings } from "../../functions/settings";
import { calculationOf } from "./calculation";
import type { SheetCells } from "./cells";
import { gridsOf } from "./grid";
import type { Grid } from "./grid";
import { linesOf } from "./lines";
import type { Mix } from "../../workbook/finding";
import { axisMixes, calculationMixes, lineMixes } from "./rules";

/**
 * Finds figures of ours that are read or calculated together and do not compare: cumulative beside single months, two sides of a
 * break, growth by hand from levels of two bases, a part with its whole, published beside computed growth, several units, a sample
 * in one sum or difference with totals. It rather misses than cries wolf:
 * what cannot be read for sure, what is shown in pairs, and blocks of ours as they were inserted give nothing.
 *
 * @param settings of the workbook: they say what a formula without a period answers
 * @returns warnings first, each part in the order of the sheets
 */
export function compareCells(sheets: readonly SheetCells[], settings: Settings): Mix[] {
  const grids = gridsOf(sheets, settings);
  const calculated = grids.map((grid) => calculations(grid, grids, settings.asof));
  const found = grids.flatMap((grid, index): Mix[] => {
    const lines = linesOf(grid, grids);
    return [...(calculated[index] ?? []), ...lines.flatMap(lineMixes), ...axisMixes(lines)];
  });
  return [
    ...found.filter(({ severity }) => severity === "warning"),
    ...found.filter(({ severity }) => severity === "notice"),
  ];
}

/** Judges what is calculated on a sheet; growth computed by hand counts as computed growth from here on. */
function calculations(grid: Grid, grids: readonly Grid[], asof: string | undefined): Mix[] {
  const found: Mix[] = [];
  for (const cell of grid.cells.values()) {
    const calculation = cell.origin === undefined ? calculationOf(cell, grid, grids) : undefined;
    if (!calculation) continue;
    found.push(...calculationMixes(cell, calculation, grid, asof));
    const { byHand } = calculation;
    if (byHand?.how === "rate") {
      cell.shown = {
        figure: { ...byHand.later.figure, measure: "computed growth", derived: true },
        power: 0,
      };
    }
  }
  return found;
}
