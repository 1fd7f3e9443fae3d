import type { PlanAxis, PlanChart, PlanSeries } from "../../sheets/plan";
import { a1 } from "../../workbook/a1";
import { can } from "../session/context";
import { dressChartText } from "./styles";
import type { Palette } from "./styles";

type Corner = readonly [row: number, column: number];

const types = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "Line",
  "column-line": "ColumnClustered",
} as const;

/** Adds a chart over the plan's data; `name` must be free on the sheet. */
export function addChart(
  sheet: Excel.Worksheet,
  chart: PlanChart,
  at: Corner,
  name: string,
  palette: Palette,
): void {
  // The block has its headings in the first row, so series get their names from cells, and keep them on saving.
  const added = sheet.charts.add(types[chart.type], sheet.getRange(a1(chart.data, at)), "Columns");
  added.name = name;
  setChart(sheet, added, chart, at, palette);
}

/** Makes an existing chart with as many series show the plan's. */
export function setChart(
  sheet: Excel.Worksheet,
  target: Excel.Chart,
  chart: PlanChart,
  at: Corner,
  palette: Palette,
): void {
  const [row, column, rows, columns] = chart.area;
  target.setPosition(a1([row, column, 1, 1], at), a1([row + rows - 1, column + columns - 1, 1, 1], at));
  target.title.text = chart.title;
  dressChartText(target.title.format.font, "title");
  target.legend.visible = chart.legend;
  if (chart.legend) {
    target.legend.position = "Top";
    dressChartText(target.legend.format.font, "label");
  }
  // No frame: the page's own white space holds charts apart.
  if (can("series")) target.format.border.lineStyle = "None";
  if (can("chartDetails")) target.displayBlanksAs = "NotPlotted";
  chart.series.forEach((series, index) => {
    setSeries(sheet, target.series.getItemAt(index), chart, series, at, palette);
  });
  setCategories(target.axes.categoryAxis, chart, palette);
  setAxis(target.axes.valueAxis, chart.value);
  // The second axis is there only after a series was put on it.
  if (chart.secondary && can("chartDetails")) {
    setAxis(target.axes.getItem("Value", "Secondary"), chart.secondary);
  }
}

function setSeries(
  sheet: Excel.Worksheet,
  target: Excel.ChartSeries,
  chart: PlanChart,
  series: PlanSeries,
  at: Corner,
  palette: Palette,
): void {
  const isLine = (series.as ?? (chart.type === "line" ? "line" : "column")) === "line";
  const colour = palette[series.colour];
  if (can("series")) {
    target.setValues(sheet.getRange(a1(series.values, at)));
    target.setXAxisValues(sheet.getRange(a1(chart.categories, at)));
    if (isLine && chart.type === "column-line") target.chartType = "LineMarkers";
    if (chart.gap !== undefined && !isLine) target.gapWidth = chart.gap;
    if (chart.overlap !== undefined && !isLine && can("chartDetails")) target.overlap = chart.overlap;
  }
  if (series.secondary && can("chartDetails")) target.axisGroup = "Secondary";
  if (isLine) {
    target.format.line.color = colour;
    target.format.line.weight = 2.25;
    if (can("series")) {
      target.markerStyle = "Circle";
      target.markerSize = 5;
      target.markerBackgroundColor = colour;
      target.markerForegroundColor = colour;
    }
  } else {
    target.format.fill.setSolidColor(colour);
  }
  for (const { index, colour: own, label } of series.points ?? []) {
    const fill = isLine || !own ? undefined : palette[own];
    setPoint(target.points.getItemAt(index), fill, label, isLine);
  }
  if (series.labels !== undefined && can("series")) {
    target.hasDataLabels = true;
    target.dataLabels.showValue = true;
    if (can("chartDetails")) target.dataLabels.numberFormat = series.labels;
    target.dataLabels.position = isLine ? "Top" : "OutsideEnd";
    dressChartText(target.dataLabels.format.font, "figure");
  }
}

function setPoint(
  point: Excel.ChartPoint,
  colour: string | undefined,
  format: string | undefined,
  isLine: boolean,
): void {
  if (colour !== undefined) point.format.fill.setSolidColor(colour);
  if (format === undefined || !can("chartDetails")) return;
  point.hasDataLabel = true;
  const label = point.dataLabel;
  label.numberFormat = format;
  label.position = isLine ? "Top" : "OutsideEnd";
  dressChartText(label.format.font, "figure");
}

function setCategories(axis: Excel.ChartAxis, chart: PlanChart, palette: Palette): void {
  if (can("series")) {
    // Periods are texts: Excel must not take "2025-03" for a date and leave room for days.
    axis.categoryType = "TextAxis";
    if (chart.reversed) axis.reversePlotOrder = true;
    axis.majorTickMark = "None";
    // Labels stay at the edge where bars go below zero.
    axis.tickLabelPosition = "Low";
    if (chart.every !== undefined) axis.tickLabelSpacing = chart.every;
  }
  axis.format.line.color = palette.muted;
  dressChartText(axis.format.font, "label");
}

function setAxis(axis: Excel.ChartAxis, plan: PlanAxis): void {
  axis.majorGridlines.visible = plan.gridlines ?? false;
  if (plan.gridlines) axis.majorGridlines.format.line.color = "#E1DFDD";
  if (plan.minimum !== undefined) axis.minimum = plan.minimum;
  if (plan.maximum !== undefined) axis.maximum = plan.maximum;
  if (can("chartDetails")) axis.numberFormat = plan.format;
  if (plan.title !== undefined) {
    axis.title.text = plan.title;
    dressChartText(axis.title.format.font, "label");
  }
  dressChartText(axis.format.font, "label");
  if (!plan.visible && can("series")) axis.visible = false;
}
