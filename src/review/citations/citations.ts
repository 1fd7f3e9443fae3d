import type { Settings } from "../../functions/settings";
import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Cited } from "../../workbook/finding";
import type { SheetCells } from "../comparability/cells";
import { gridsOf } from "../comparability/grid";

/**
 * The sources of the figures in some areas of a sheet, also of our calls inside other formulas. In the order of the
 * cells, row by row, each once; `cells` counts the cells with our figures, `unread` those whose call cannot be
 * evaluated here. `sheet` must be one of `sheets`.
 */
export function citedSources(
  sheets: readonly SheetCells[],
  sheet: SheetCells,
  areas: readonly Area[],
  settings: Settings,
): Cited {
  const grid = gridsOf(sheets, settings).find((candidate) => candidate.sheet === sheet);
  const inside = [...(grid?.cells.values() ?? [])]
    .filter(({ row, column }) => areas.some((area) => overlap(area, [row, column, 1, 1])))
    .filter(({ calls, shown, sources }) => calls.length > 0 || shown || sources.length > 0)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    sources: [...new Set(inside.flatMap(({ sources }) => sources))],
    cells: inside.length,
    unread: inside.filter(({ calls }) => calls.includes(undefined)).length,
  };
}
