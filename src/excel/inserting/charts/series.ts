import type { PlanChart, PlanSeries } from "../../../sheets/plan";
import type { BatchObjects, Step } from "../../session/batchObjects";
import { can } from "../../session/capabilities";
import { chartFont } from "../styles";
import type { Palette } from "../styles";
import type { ChartTarget } from "./target";
import { areaAt, boundWhat, bytesPerMember, chartIn, drop } from "./target";

/**
 * The steps for one series of a chart, the `index`th from 0: its cells, where hosts can bind them (ExcelApi 1.7), and
 * how it looks.
 */
export function seriesSteps(
  chart: PlanChart,
  series: PlanSeries,
  index: number,
  target: ChartTarget,
): Step[] {
  const { name, palette } = target;
  const unit = `chart ${name}`;
  const isLine = (series.as ?? (chart.type === "line" ? "line" : "column")) === "line";
  const colour = palette[series.colour];
  const seriesIn = (objects: BatchObjects): Excel.ChartSeries =>
    objects.once(`${unit} series ${index}`, () => chartIn(objects, target).series.getItemAt(index));
  const steps: Step[] = can("series") ? bindSteps(chart, series, index, target, seriesIn) : [];
  const add: AddToSeries = (member, run) => {
    const what = `ChartSeries.${member} of ${isLine ? "line" : chart.type}`;
    steps.push({
      part: "chart details",
      what,
      bytes: bytesPerMember,
      run: (objects) => run(seriesIn(objects), objects),
    });
  };
  if (can("series")) {
    if (isLine && chart.type === "column-line")
      add("chartType", (excelSeries) => (excelSeries.chartType = "LineMarkers"));
    const { gap, overlap } = chart;
    if (gap !== undefined && !isLine) add("gapWidth", (excelSeries) => (excelSeries.gapWidth = gap));
    if (overlap !== undefined && !isLine && can("chartDetails"))
      add("overlap", (excelSeries) => (excelSeries.overlap = overlap));
  }
  if (series.secondary && can("chartDetails"))
    add("axisGroup", (excelSeries) => (excelSeries.axisGroup = "Secondary"));
  addColour(add, isLine, colour);
  for (const point of series.points ?? [])
    addPoint(add, point, `${unit} series ${index} point ${point.index}`, isLine, palette);
  if (series.labels !== undefined && can("series")) addLabels(add, isLine, series.labels);
  return steps;
}

/** Paints a series: a line with its markers, or columns. */
function addColour(add: AddToSeries, isLine: boolean, colour: string): void {
  if (!isLine) {
    add("format.fill.setSolidColor", (excelSeries) => excelSeries.format.fill.setSolidColor(colour));
    return;
  }
  add("format.line.color", (excelSeries) => (excelSeries.format.line.color = colour));
  add("format.line.weight", (excelSeries) => (excelSeries.format.line.weight = 2.25));
  if (!can("series")) return;
  add("markerStyle", (excelSeries) => (excelSeries.markerStyle = "Circle"));
  add("markerSize", (excelSeries) => (excelSeries.markerSize = 5));
  add("markerBackgroundColor", (excelSeries) => (excelSeries.markerBackgroundColor = colour));
  add("markerForegroundColor", (excelSeries) => (excelSeries.markerForegroundColor = colour));
}

/** Labels every point of a series with its value, in the number format `format`. */
function addLabels(add: AddToSeries, isLine: boolean, format: string): void {
  add("hasDataLabels", (excelSeries) => (excelSeries.hasDataLabels = true));
  add("dataLabels.showValue", (excelSeries) => (excelSeries.dataLabels.showValue = true));
  if (can("chartDetails"))
    add("dataLabels.numberFormat", (excelSeries) => (excelSeries.dataLabels.numberFormat = format));
  add(
    "dataLabels.position",
    (excelSeries) => (excelSeries.dataLabels.position = isLine ? "Top" : "OutsideEnd"),
  );
  const { size, color } = chartFont("figure");
  add("dataLabels.font.size", (excelSeries) => (excelSeries.dataLabels.format.font.size = size));
  add("dataLabels.font.color", (excelSeries) => (excelSeries.dataLabels.format.font.color = color));
}

/** Binds a series to its cells. If Excel has made too few series, one is added. */
function bindSteps(
  { type, categories }: PlanChart,
  { values }: PlanSeries,
  index: number,
  target: ChartTarget,
  seriesIn: (objects: BatchObjects) => Excel.ChartSeries,
): Step[] {
  const { sheet, at, name } = target;
  const unit = `chart ${name}`;
  const carries = [drop(unit, (objects) => chartIn(objects, target))];
  const step = (what: string, run: Step["run"]): Step => ({
    part: "chart",
    what,
    bytes: 400,
    unit,
    carries,
    run,
  });
  const bind = step(boundWhat(type), (objects) => {
    seriesIn(objects).setValues(objects.range(sheet, areaAt(values, at)));
  });
  const add = step(`ChartSeriesCollection.add of ${type}`, (objects) => {
    objects.once(`${unit} series ${index}`, () => chartIn(objects, target).series.add());
  });
  // Refusals are not remembered by the type of chart: another chart of the type may have all its series.
  const orAdd = { ...bind, what: `ChartSeries ${index} of ${unit}`, otherwise: [add, bind] };
  return [
    index === 0 ? bind : orAdd,
    step(`ChartSeries.setXAxisValues of ${type}`, (objects) => {
      seriesIn(objects).setXAxisValues(objects.range(sheet, areaAt(categories, at)));
    }),
  ];
}

/** Adds a step for one member of a series. */
type AddToSeries = (member: string, run: (series: Excel.ChartSeries, objects: BatchObjects) => void) => void;

/** Formats one point of a series: its colour and its label. */
function addPoint(
  add: AddToSeries,
  { index, colour: pointColour, label: format }: NonNullable<PlanSeries["points"]>[number],
  key: string,
  isLine: boolean,
  palette: Palette,
): void {
  const on = (member: string, run: (point: Excel.ChartPoint) => void): void =>
    add(`points.${member}`, (series, objects) =>
      run(objects.once(key, () => series.points.getItemAt(index))),
    );
  if (!isLine && pointColour)
    on("format.fill.setSolidColor", (point) => point.format.fill.setSolidColor(palette[pointColour]));
  if (format === undefined || !can("chartDetails")) return;
  on("hasDataLabel", (point) => (point.hasDataLabel = true));
  on("dataLabel.numberFormat", (point) => (point.dataLabel.numberFormat = format));
  on("dataLabel.position", (point) => (point.dataLabel.position = isLine ? "Top" : "OutsideEnd"));
  const { size, color } = chartFont("figure");
  on("dataLabel.font.size", (point) => (point.dataLabel.format.font.size = size));
  on("dataLabel.font.color", (point) => (point.dataLabel.format.font.color = color));
}
