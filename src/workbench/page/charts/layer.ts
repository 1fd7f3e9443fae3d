import { readChart } from "../../charts/read";
import type { CellReader, ReadChart } from "../../charts/read";
import type { WorkbookState } from "../../state";
import type { Grid } from "../grid";
import { Floats, onSheetChange } from "../scene";
import type { Box, Paint } from "../scene";
import { drawChart } from "./draw";
import { pixels } from "./formats";

/**
 * Draws the charts of the active sheet over the grid, from `state` and the cells that they use. Returns the layer, by
 * which a chart can be found on the page.
 */
export function showCharts(grid: Grid, state: WorkbookState, cells: CellReader): Floats {
  const floats = new Floats(grid);
  const pictures = new Map<string, { from: string; picture: HTMLCanvasElement }>();

  // A chart is drawn again only when its content changed, which most changes of a sheet do not do.
  const pictureOf = (read: ReadChart, density: number): HTMLCanvasElement => {
    const from = JSON.stringify([read, density]);
    const before = pictures.get(read.chart.id);
    if (before?.from === from) return before.picture;
    const picture = drawChart(read, density);
    pictures.set(read.chart.id, { from, picture });
    return picture;
  };
  onSheetChange(
    grid,
    state,
    ({ kind }) => kind === "charts",
    (sheet) => {
      const density = Math.max(2, window.devicePixelRatio * sheet.getZoom());
      const wanted = new Map<string, { box: Box; paint: Paint }>();
      for (const chart of state.chartsOf(sheet.getSheetId())) {
        const picture = pictureOf(readChart(chart, cells), density);
        const [width, height] = [pixels(chart.width), pixels(chart.height)];
        wanted.set(chart.id, {
          box: { left: pixels(chart.left), top: pixels(chart.top), width, height },
          paint: (context) => context.drawImage(picture, 0, 0, width, height),
        });
      }
      floats.show(sheet, wanted);
    },
  );
  return floats;
}
