import { around, overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { ShownFigure } from "./evaluate";
import { placeOf } from "./grid";
import type { Grid, GridCell } from "./grid";

/** A cell that shows a figure. */
export type ShownCell = GridCell & { shown: ShownFigure };

/**
 * Figures that are read as one series: cells of one column or row without a gap, or one series of a chart.
 */
export interface Line {
  kind: "column" | "row" | "chart";
  grid: Grid;
  /** Parts without a gap; only a chart's series may have several. */
  runs: readonly (readonly ShownCell[])[];
  area: Area;
  /** For a chart: its name, its index on the sheet, and whether it uses the secondary axis. */
  chart?: { name: string; index: number; secondary: boolean };
}

/**
 * All series of cells and charts on a sheet. A line is a column or row with several figures of ours side by side, or
 * a chart's series. `grids` are those of all sheets, because a chart may draw another sheet's cells.
 */
export function linesOf(grid: Grid, grids: readonly Grid[]): Line[] {
  const shown = [...grid.cells.values()].filter((cell): cell is ShownCell => cell.shown !== undefined);
  const column = runsOf(shown, "column", "row").map((run) => line("column", grid, run));
  const row = runsOf(shown, "row", "column").map((run) => line("row", grid, run));
  return [...column, ...row, ...chartLines(grid, grids)];
}

/** Cells that follow each other without a gap, along one column or row. */
function runsOf(
  cells: readonly ShownCell[],
  across: "row" | "column",
  along: "row" | "column",
): ShownCell[][] {
  const sorted = [...cells].sort((a, b) => a[across] - b[across] || a[along] - b[along]);
  const runs: ShownCell[][] = [];
  let before: ShownCell | undefined;
  for (const cell of sorted) {
    const next = before?.[across] === cell[across] && before[along] + 1 === cell[along];
    if (next) runs.at(-1)?.push(cell);
    else runs.push([cell]);
    before = cell;
  }
  return runs.filter((run) => run.length > 1);
}

const areaOf = (cells: readonly GridCell[]): Area =>
  around(cells.map(({ row, column }) => [row, column, 1, 1]));

const line = (kind: "column" | "row", grid: Grid, run: readonly ShownCell[]): Line => ({
  kind,
  grid,
  runs: [run],
  area: areaOf(run),
});

/** The series of the sheet's charts whose values show our figures. */
function chartLines(grid: Grid, grids: readonly Grid[]): Line[] {
  const sheets = grids.map(({ sheet }) => sheet);
  return (grid.sheet.charts ?? []).flatMap(({ name, series }, index) =>
    series.flatMap(({ values, secondary }): Line[] => {
      const place = placeOf(values, grid.sheet, sheets);
      const from = place && grids.find((candidate) => candidate.sheet === place.sheet);
      if (!place || !from) return [];
      const cells = [...from.cells.values()].filter(
        (cell): cell is ShownCell =>
          cell.shown !== undefined && overlap(place.area, [cell.row, cell.column, 1, 1]),
      );
      const along = place.area[3] > 1 ? (["row", "column"] as const) : (["column", "row"] as const);
      const sorted = [...cells].sort((a, b) => a[along[1]] - b[along[1]]);
      const runs: ShownCell[][] = [];
      for (const cell of sorted) {
        const last = runs.at(-1)?.at(-1);
        if (last && last[along[1]] + 1 === cell[along[1]]) runs.at(-1)?.push(cell);
        else runs.push([cell]);
      }
      const chart = { name, index, secondary };
      return cells.length < 2 ? [] : [{ kind: "chart", grid: from, runs, area: place.area, chart }];
    }),
  );
}
