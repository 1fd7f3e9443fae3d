import type { PlanAxis, PlanChart } from "../../../sheets/plan";
import type { BatchObjects, Step } from "../../session/batchObjects";
import { can } from "../../session/capabilities";
import { chartFont } from "../styles";
import type { Palette } from "../styles";
import type { ChartTarget } from "./target";
import { bytesPerMember, chartIn } from "./target";

/** Adds a step for one member of a chart. */
interface Add {
  (member: string, run: (chart: Excel.Chart, objects: BatchObjects) => void): void;
  steps: Step[];
}

/**
 * An empty list of steps that set members of a chart, and the function that adds to it. All of them are dressing:
 * what Excel refuses is left out.
 */
export function adder(chart: PlanChart, target: ChartTarget): Add {
  const steps: Step[] = [];
  const add: (...given: Parameters<Add>) => void = (member, run) => {
    steps.push({
      part: "chart details",
      what: `Chart.${member} of ${chart.type}`,
      bytes: bytesPerMember,
      run: (objects) => run(chartIn(objects, target), objects),
    });
  };
  return Object.assign(add, { steps });
}

/** Sets the font of a chart's part. `of` names the part in refusals; `part` says how it looks, see `chartFont`. */
export function addFont(
  add: Add,
  of: string,
  fontOf: (chart: Excel.Chart, objects: BatchObjects) => Excel.ChartFont,
  part: "title" | "figure" | "label",
): void {
  const { size, color, bold } = chartFont(part);
  add(`${of}.font.size`, (...on) => (fontOf(...on).size = size));
  add(`${of}.font.color`, (...on) => (fontOf(...on).color = color));
  if (bold) add(`${of}.font.bold`, (...on) => (fontOf(...on).bold = true));
}

/** Sets the category axis of a chart, of hosts without ExcelApi 1.7 only its line and font. */
export function addCategories(add: Add, chart: PlanChart, palette: Palette): void {
  const axis = (chartOf: Excel.Chart) => chartOf.axes.categoryAxis;
  if (can("series")) {
    // Texts: otherwise Excel reads "2025-03" as a date and reserves space for each day.
    add("categoryAxis.categoryType", (chartOf) => (axis(chartOf).categoryType = "TextAxis"));
    if (chart.reversed)
      add("categoryAxis.reversePlotOrder", (chartOf) => (axis(chartOf).reversePlotOrder = true));
    add("categoryAxis.majorTickMark", (chartOf) => (axis(chartOf).majorTickMark = "None"));
    // Labels stay at the edge even if bars go below zero.
    add("categoryAxis.tickLabelPosition", (chartOf) => (axis(chartOf).tickLabelPosition = "Low"));
    const { every } = chart;
    if (every !== undefined)
      add("categoryAxis.tickLabelSpacing", (chartOf) => (axis(chartOf).tickLabelSpacing = every));
  }
  add("categoryAxis.format.line.color", (chartOf) => (axis(chartOf).format.line.color = palette.muted));
  addFont(add, "categoryAxis", (chartOf) => axis(chartOf).format.font, "label");
}

/**
 * Sets a value axis by its plan. `of` names the axis in refusals; `again`: whether the chart existed before, and may
 * have other settings.
 */
export function addAxis(
  add: Add,
  of: string,
  axis: (chart: Excel.Chart, objects: BatchObjects) => Excel.ChartAxis,
  plan: PlanAxis,
  again: boolean,
): void {
  const { gridlines = false, minimum, maximum, title, visible, format } = plan;
  // Excel reportedly refuses settings of a hidden axis: it is shown, set and hidden again.
  if (again && !visible && can("series")) add(`${of}.visible`, (...on) => (axis(...on).visible = true));
  add(`${of}.majorGridlines.visible`, (...on) => (axis(...on).majorGridlines.visible = gridlines));
  if (gridlines)
    add(`${of}.majorGridlines.color`, (...on) => (axis(...on).majorGridlines.format.line.color = "#E1DFDD"));
  if (minimum !== undefined) add(`${of}.minimum`, (...on) => (axis(...on).minimum = minimum));
  if (maximum !== undefined) add(`${of}.maximum`, (...on) => (axis(...on).maximum = maximum));
  if (can("chartDetails")) add(`${of}.numberFormat`, (...on) => (axis(...on).numberFormat = format));
  if (title !== undefined) {
    add(`${of}.title.text`, (...on) => (axis(...on).title.text = title));
    addFont(add, `${of}.title`, (...on) => axis(...on).title.format.font, "label");
  }
  addFont(add, of, (...on) => axis(...on).format.font, "label");
  if (!visible && can("series")) add(`${of}.visible`, (...on) => (axis(...on).visible = false));
}
