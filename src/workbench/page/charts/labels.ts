import type { Chart, Plugin } from "chart.js";
import type { PointLabel } from "../../charts/read";
import type { SeriesLabels } from "./config";
import { font, formatted, ink } from "./looks";

/** The place of a label relative to its point's box, in pixels. */
interface Spot {
  x: number;
  y: number;
  align: CanvasTextAlign;
  baseline: CanvasTextBaseline;
}

/** A plugin of Chart.js that writes data labels as Excel does. */
export function dataLabels(labels: readonly SeriesLabels[], horizontal: boolean): Plugin {
  return {
    id: "dataLabels",
    afterDatasetsDraw(chart) {
      labels.forEach((series, index) => {
        chart.ctx.save();
        chart.getDatasetMeta(index).data.forEach((_, point) => {
          const label = series.points[point];
          const text = label && labelText(chart, series, label, point);
          const spot = text && place(chart, series, label, index, point, horizontal);
          if (!spot) return;
          const style = font(label.state.format.font, 9);
          chart.ctx.font = `${style.style} ${style.weight} ${style.size}px ${style.family}`;
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

function labelText(
  chart: Chart,
  { name, values }: SeriesLabels,
  { state, format }: PointLabel,
  point: number,
): string {
  const value = values[point];
  if (value === null || value === undefined) return "";
  const whole = values.reduce<number>((sum, other) => sum + Math.abs(other ?? 0), 0);
  return [
    state.showSeriesName ? name : "",
    state.showCategoryName ? String(chart.data.labels?.[point] ?? "") : "",
    state.showValue ? formatted(value, format) : "",
    state.showPercentage && whole ? formatted(Math.abs(value) / whole, "0%") : "",
  ]
    .filter(Boolean)
    .join(state.separator || ", ");
}

function place(
  chart: Chart,
  { values }: SeriesLabels,
  { state }: PointLabel,
  index: number,
  point: number,
  horizontal: boolean,
): Spot | undefined {
  const meta = chart.getDatasetMeta(index);
  const element = meta.data[point];
  if (!element) return undefined;
  const away = 5;
  const { x, y } = element.getProps(["x", "y"], true);
  if (meta.type === "pie" || meta.type === "doughnut") {
    const centre = (
      element as unknown as { getCenterPoint: () => { x: number; y: number } }
    ).getCenterPoint();
    return { ...centre, align: "center", baseline: "middle" };
  }
  if (meta.type !== "bar") {
    const sides: Record<string, Spot> = {
      Left: { x: x - away, y, align: "right", baseline: "middle" },
      Right: { x: x + away, y, align: "left", baseline: "middle" },
      Bottom: { x, y: y + away, align: "center", baseline: "top" },
      Center: { x, y, align: "center", baseline: "middle" },
    };
    return sides[state.position] ?? { x, y: y - away, align: "center", baseline: "bottom" };
  }
  const { base } = element.getProps(["base"] as never, true) as { base: number };
  const back = (values[point] ?? 0) < 0 ? -1 : 1;
  const at = { Center: 0.5, InsideBase: 0, InsideEnd: 1 }[state.position];
  if (horizontal) {
    if (at === undefined)
      return { x: x + away * back, y, align: back > 0 ? "left" : "right", baseline: "middle" };
    const align = at === 0.5 ? "center" : (at === 1) === back > 0 ? "right" : "left";
    const inset = at === 0.5 ? 0 : (at === 1 ? -away : away) * back;
    return { x: base + (x - base) * at + inset, y, align, baseline: "middle" };
  }
  if (at === undefined)
    return { x, y: y - away * back + back, align: "center", baseline: back > 0 ? "bottom" : "top" };
  const baseline = at === 0.5 ? "middle" : (at === 1) === back > 0 ? "top" : "bottom";
  const inset = at === 0.5 ? 0 : (at === 1 ? away : -away) * back;
  return { x, y: base + (y - base) * at + inset, align: "center", baseline };
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
