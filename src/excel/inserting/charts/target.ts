import type { PlanChart } from "../../../sheets/plan";
import type { BatchObjects, Step } from "../../session/batchObjects";
import type { Palette } from "../styles";

/** A chart's place and name. */
export interface ChartTarget {
  /** The id or name of the sheet. */
  sheet: string;
  /** The block's first cell. */
  at: readonly [row: number, column: number];
  /** The present or future name of the chart. */
  name: string;
  palette: Palette;
}

/** The approximate bytes that setting a chart's member sends. */
export const bytesPerMember = 220;

export const areaAt = (
  [row, column, rows, columns]: PlanChart["data"],
  [top, left]: ChartTarget["at"],
): PlanChart["data"] => [row + top, column + left, rows, columns];

export const boundWhat = (kind: PlanChart["type"]): string => `ChartSeries.setValues of ${kind}`;

export const chartIn = (objects: BatchObjects, { sheet, name }: ChartTarget): Excel.Chart =>
  objects.once(`chart ${name}`, () => objects.sheet(sheet).charts.getItem(name));

/** Deletes a chart that cannot be completed. */
export const drop = (unit: string, chartOf: (objects: BatchObjects) => Excel.Chart): Step => ({
  part: "chart",
  what: `Chart.delete ${unit}`,
  bytes: 300,
  run: (objects) => chartOf(objects).delete(),
});
