import type { Chart, Plugin } from "chart.js";
import type { PointLabel } from "../../charts/read";
import type { SeriesLabels } from "./config";
import { font, formatted, ink } from "./formats";

/** The place of a label relative to its point's box, in pixels. */
interface Spot {
  x: number;
  y: number;
  align: CanvasTextAlign;
  baseline: CanvasTextBaseline;
}

/**
 * A plugin of Chart.js that writes data labels as Excel does. Series and points in the order of the chart;
 * `horizontal` for bars that lie.
 */
export function dataLabels(labels: readonly SeriesLabels[], horizontal: boolean): Plugin {
  return {
    id: "dataLabels",
    afterDatasetsDraw(chart) {
      labels.forEach((series, index) => {
        chart.ctx.save();
        chart.getDatasetMeta(index).data.forEach((_, point) => {
          const label = series.points[point];
          const text = label && labelText(series, label, point);
          const spot = text && place(chart, series, index, point, horizontal);
          if (!spot) return;
          const style = font(label.state.format.font, 9);
          chart.ctx.font = `${style.weight} ${style.size}px ${style.family}`;
          chart.ctx.fillStyle = ink(label.state.format.font);
          chart.ctx.textAlign = spot.align;
          chart.ctx.textBaseline = spot.baseline;
          chart.ctx.fillText(text, spot.x, spot.y);
        });
        chart.ctx.restore();
      });
    },
  };
}

function labelText({ values }: SeriesLabels, { state, format }: PointLabel, point: number): string {
  const value = values[point];
  return value === null || value === undefined || !state.showValue ? "" : formatted(value, format);
}

/** Beyond the end of a bar, above the point of a line: where plans put their labels. */
function place(
  chart: Chart,
  { values }: SeriesLabels,
  index: number,
  point: number,
  horizontal: boolean,
): Spot | undefined {
  const meta = chart.getDatasetMeta(index);
  const element = meta.data[point];
  if (!element) return undefined;
  const away = 5;
  const { x, y } = element.getProps(["x", "y"], true);
  if (meta.type !== "bar") return { x, y: y - away, align: "center", baseline: "bottom" };
  const direction = (values[point] ?? 0) < 0 ? -1 : 1;
  return horizontal
    ? { x: x + away * direction, y, align: direction > 0 ? "left" : "right", baseline: "middle" }
    : { x, y: y - away * direction + direction, align: "center", baseline: direction > 0 ? "bottom" : "top" };
}

/**
 * A plugin of Chart.js that draws the category axis where it crosses the values, at zero if that is on the axis, as
 * Excel does; Chart.js draws it at the edge.
 */
export function axisLine(colour: string, horizontal: boolean): Plugin {
  return {
    id: "axisLine",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const values = scales.value;
      if (!values) return;
      const at = values.getPixelForValue(Math.max(values.min, Math.min(values.max, 0)));
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1;
      ctx.beginPath();
      if (horizontal) {
        ctx.moveTo(at, chartArea.top);
        ctx.lineTo(at, chartArea.bottom);
      } else {
        ctx.moveTo(chartArea.left, at);
        ctx.lineTo(chartArea.right, at);
      }
      ctx.stroke();
      ctx.restore();
    },
  };
}
