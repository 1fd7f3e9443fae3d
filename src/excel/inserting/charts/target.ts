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

/** The area on the sheet of a plan's area; `[top, left]` is the block's corner. */
export const areaAt = (
  [row, column, rows, columns]: PlanChart["data"],
  [top, left]: ChartTarget["at"],
): PlanChart["data"] => [row + top, column + left, rows, columns];

/** The name under which a refusal to bind series to cells is remembered, by kind of chart. */
export const boundWhat = (kind: PlanChart["type"]): string => `ChartSeries.setValues of ${kind}`;

/** The chart in a message, asked of its sheet once. The message fails with ItemNotFound if it is gone. */
export const chartIn = (objects: BatchObjects, { sheet, name }: ChartTarget): Excel.Chart =>
  objects.once(`chart ${name}`, () => objects.sheet(sheet).charts.getItem(name));

/** Deletes a chart that cannot be completed. `unit` names it in refusals. */
export const drop = (unit: string, chartOf: (objects: BatchObjects) => Excel.Chart): Step => ({
  part: "chart",
  what: `Chart.delete ${unit}`,
  bytes: 300,
  run: (objects) => chartOf(objects).delete(),
});
