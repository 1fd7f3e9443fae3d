import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
} from "chart.js";
import { kindOf } from "../../charts/kinds";
import type { ReadChart } from "../../charts/read";
import { configure, frameOf } from "./config";
import { automatic, pixels, stroke } from "./formats";
import { axisLine, dataLabels } from "./labels";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
);

/**
 * Draws a chart of its own size times `density`. An unknown type becomes an empty frame that says so, never another
 * kind of chart.
 */
export function drawChart(read: ReadChart, density: number): HTMLCanvasElement {
  const [width, height] = [pixels(read.chart.width), pixels(read.chart.height)];
  const picture = document.createElement("canvas");
  picture.width = Math.max(1, Math.round(width * density));
  picture.height = Math.max(1, Math.round(height * density));
  const context = picture.getContext("2d");
  if (!context) throw new Error("This browser draws no canvas.");
  context.scale(density, density);
  const frame = frameOf(read);
  context.fillStyle = "#FFFFFF";
  context.strokeStyle = frame.border;
  context.lineWidth = frame.width;
  context.fillRect(0, 0, width, height);
  if (frame.width > 0)
    context.strokeRect(frame.width / 2, frame.width / 2, width - frame.width, height - frame.width);

  const drawable = configure(read);
  if (!drawable.ok) {
    context.fillStyle = "#A4262C";
    context.font = "13px sans-serif";
    context.fillText(`The workbench does not draw charts of type ${drawable.type}.`, 16, 28, width - 32);
    return picture;
  }
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const horizontal = kindOf(read.chart.chartType)?.horizontal ?? false;
  const chart = new Chart(canvas, {
    ...drawable.config,
    options: { ...drawable.config.options, devicePixelRatio: density },
    plugins: [
      axisLine(stroke(read.chart.axes.category.format.line, automatic.line), horizontal),
      dataLabels(drawable.labels, horizontal),
    ],
  });
  context.drawImage(canvas, 0, 0, width, height);
  chart.destroy();
  return picture;
}
