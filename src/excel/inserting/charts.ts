import type { PlanAxis, PlanChart, PlanSeries } from "../../sheets/plan";
import { a1 } from "../../workbook/a1";
import { can } from "../session/capabilities";
import type { BatchObjects, Step } from "../session/batchObjects";
import { chartFont } from "./styles";
import type { Palette } from "./styles";

/** Where and as what a chart is written. */
export interface ChartTarget {
  /** Id or name of the sheet. */
  sheet: string;
  /** Where the block stands. */
  at: readonly [row: number, column: number];
  /** What the chart is called, or is to be called. */
  name: string;
  palette: Palette;
}

const types = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "Line",
  "column-line": "ColumnClustered",
} as const;

/** About so many bytes go for one member of a chart. */
const bytesPerMember = 220;

/**
 * Steps that add a chart over the plan's data; the name must be free on the sheet.
 *
 * @param index how many charts the sheet has before it: where it stands before it has a name
 */
export function chartSteps(chart: PlanChart, target: ChartTarget, index: number): Step[] {
  const { sheet, at, name } = target;
  const unit = `chart ${name}`;
  const kind = chart.type;
  const bound: Step[] = can("series")
    ? // What is known not to be bound is not begun.
      [
        {
          part: "chart",
          what: boundWhat(kind),
          bytes: 0,
          run: () => undefined,
          unit,
          carries: [],
          harmless: true,
        },
      ]
    : [];
  return [
    ...bound,
    {
      part: "chart",
      what: `ChartCollection.add of ${kind}`,
      bytes: 600,
      unit,
      carries: [],
      run(desk) {
        // The block has its headings in the first row, so series get their names from cells, and keep them on saving.
        desk.once(unit, () =>
          desk.sheet(sheet).charts.add(types[kind], desk.range(sheet, areaAt(chart.data, at)), "Columns"),
        );
      },
    },
    {
      part: "chart",
      what: "Chart.name",
      bytes: bytesPerMember,
      unit,
      // Nobody would find it again.
      carries: [drop(unit, (desk) => desk.sheet(sheet).charts.getItemAt(index))],
      run: (desk) => (chartIn(desk, target).name = name),
    },
    ...showSteps(chart, target, false),
  ];
}

/**
 * Steps that make an existing chart with as many series show the plan's.
 *
 * @param again the chart has been there before: what it hides is shown while it is set
 */
export function showSteps(chart: PlanChart, target: ChartTarget, again = true): Step[] {
  const { at, name, palette } = target;
  const [row, column, rows, columns] = chart.area;
  const add = adder(chart, target);
  add("setPosition", (one) => {
    one.setPosition(a1([row, column, 1, 1], at), a1([row + rows - 1, column + columns - 1, 1, 1], at));
  });
  add("title.text", (one) => (one.title.text = chart.title));
  addFont(add, "title", (one) => one.title.format.font, "title");
  add("legend.visible", (one) => (one.legend.visible = chart.legend));
  if (chart.legend) {
    add("legend.position", (one) => (one.legend.position = "Top"));
    addFont(add, "legend", (one) => one.legend.format.font, "label");
  }
  // No frame: the page's own white space holds charts apart.
  if (can("series")) add("format.border.lineStyle", (one) => (one.format.border.lineStyle = "None"));
  if (can("chartDetails")) add("displayBlanksAs", (one) => (one.displayBlanksAs = "NotPlotted"));
  const steps = add.steps;
  chart.series.forEach((series, index) => {
    steps.push(...seriesSteps(chart, series, index, target));
  });
  addCategories(add, chart, palette);
  addAxis(add, "valueAxis", (one) => one.axes.valueAxis, chart.value, again);
  // The second axis is there only after a series was put on it.
  if (chart.secondary && can("chartDetails")) {
    addAxis(
      add,
      "secondary axis",
      (one, desk) => desk.once(`chart ${name} secondary`, () => one.axes.getItem("Value", "Secondary")),
      chart.secondary,
      again,
    );
  }
  return steps.map((step) => ({ ...step, unit: `chart ${name}` }));
}

const areaAt = (
  [row, column, rows, columns]: PlanChart["data"],
  [top, left]: ChartTarget["at"],
): PlanChart["data"] => [row + top, column + left, rows, columns];

const boundWhat = (kind: PlanChart["type"]): string => `ChartSeries.setValues of ${kind}`;

const chartIn = (desk: BatchObjects, { sheet, name }: ChartTarget): Excel.Chart =>
  desk.once(`chart ${name}`, () => desk.sheet(sheet).charts.getItem(name));

/** Takes a chart away that cannot stay. */
const drop = (unit: string, chartOf: (desk: BatchObjects) => Excel.Chart): Step => ({
  part: "chart",
  what: `Chart.delete ${unit}`,
  bytes: 300,
  run: (desk) => chartOf(desk).delete(),
});

/** Adds a step for one member of a chart. */
interface Add {
  (member: string, run: (chart: Excel.Chart, desk: BatchObjects) => void): void;
  steps: Step[];
}

function adder(chart: PlanChart, target: ChartTarget): Add {
  const steps: Step[] = [];
  const add: (...given: Parameters<Add>) => void = (member, run) => {
    steps.push({
      part: "chart details",
      what: `Chart.${member} of ${chart.type}`,
      bytes: bytesPerMember,
      run: (desk) => run(chartIn(desk, target), desk),
    });
  };
  return Object.assign(add, { steps });
}

function addFont(
  add: Add,
  of: string,
  fontOf: (chart: Excel.Chart, desk: BatchObjects) => Excel.ChartFont,
  part: "title" | "figure" | "label",
): void {
  const { size, color, bold } = chartFont(part);
  add(`${of}.font.size`, (...on) => (fontOf(...on).size = size));
  add(`${of}.font.color`, (...on) => (fontOf(...on).color = color));
  if (bold) add(`${of}.font.bold`, (...on) => (fontOf(...on).bold = true));
}

function seriesSteps(chart: PlanChart, series: PlanSeries, index: number, target: ChartTarget): Step[] {
  const { name, palette } = target;
  const unit = `chart ${name}`;
  const isLine = (series.as ?? (chart.type === "line" ? "line" : "column")) === "line";
  const colour = palette[series.colour];
  const seriesIn = (desk: BatchObjects): Excel.ChartSeries =>
    desk.once(`${unit} series ${index}`, () => chartIn(desk, target).series.getItemAt(index));
  const steps: Step[] = can("series") ? bindSteps(chart, series, index, target, seriesIn) : [];
  const add: AddToSeries = (member, run) => {
    const what = `ChartSeries.${member} of ${isLine ? "line" : chart.type}`;
    steps.push({
      part: "chart details",
      what,
      bytes: bytesPerMember,
      run: (desk) => run(seriesIn(desk), desk),
    });
  };
  if (can("series")) {
    if (isLine && chart.type === "column-line") add("chartType", (one) => (one.chartType = "LineMarkers"));
    const { gap, overlap } = chart;
    if (gap !== undefined && !isLine) add("gapWidth", (one) => (one.gapWidth = gap));
    if (overlap !== undefined && !isLine && can("chartDetails"))
      add("overlap", (one) => (one.overlap = overlap));
  }
  if (series.secondary && can("chartDetails")) add("axisGroup", (one) => (one.axisGroup = "Secondary"));
  if (isLine) {
    add("format.line.color", (one) => (one.format.line.color = colour));
    add("format.line.weight", (one) => (one.format.line.weight = 2.25));
    if (can("series")) {
      add("markerStyle", (one) => (one.markerStyle = "Circle"));
      add("markerSize", (one) => (one.markerSize = 5));
      add("markerBackgroundColor", (one) => (one.markerBackgroundColor = colour));
      add("markerForegroundColor", (one) => (one.markerForegroundColor = colour));
    }
  } else {
    add("format.fill.setSolidColor", (one) => one.format.fill.setSolidColor(colour));
  }
  for (const point of series.points ?? [])
    addPoint(add, point, `${unit} series ${index} point ${point.index}`, isLine, palette);
  const { labels } = series;
  if (labels !== undefined && can("series")) {
    add("hasDataLabels", (one) => (one.hasDataLabels = true));
    add("dataLabels.showValue", (one) => (one.dataLabels.showValue = true));
    if (can("chartDetails")) add("dataLabels.numberFormat", (one) => (one.dataLabels.numberFormat = labels));
    add("dataLabels.position", (one) => (one.dataLabels.position = isLine ? "Top" : "OutsideEnd"));
    const { size, color } = chartFont("figure");
    add("dataLabels.font.size", (one) => (one.dataLabels.format.font.size = size));
    add("dataLabels.font.color", (one) => (one.dataLabels.format.font.color = color));
  }
  return steps;
}

/** Gives a series its cells. Excel may have guessed fewer series than there are: then it is added. */
function bindSteps(
  { type, categories }: PlanChart,
  { values }: PlanSeries,
  index: number,
  target: ChartTarget,
  seriesIn: (desk: BatchObjects) => Excel.ChartSeries,
): Step[] {
  const { sheet, at, name } = target;
  const unit = `chart ${name}`;
  const carries = [drop(unit, (desk) => chartIn(desk, target))];
  const step = (what: string, run: Step["run"]): Step => ({
    part: "chart",
    what,
    bytes: 400,
    unit,
    carries,
    run,
  });
  const bind = step(boundWhat(type), (desk) => {
    seriesIn(desk).setValues(desk.range(sheet, areaAt(values, at)));
  });
  const add = step(`ChartSeriesCollection.add of ${type}`, (desk) => {
    desk.once(`${unit} series ${index}`, () => chartIn(desk, target).series.add());
  });
  // Not by the kind of chart: another one may have all of its series.
  const orAdd = { ...bind, what: `ChartSeries ${index} of ${unit}`, otherwise: [add, bind] };
  return [
    index === 0 ? bind : orAdd,
    step(`ChartSeries.setXAxisValues of ${type}`, (desk) => {
      seriesIn(desk).setXAxisValues(desk.range(sheet, areaAt(categories, at)));
    }),
  ];
}

/** Adds a step for one member of a series. */
type AddToSeries = (member: string, run: (series: Excel.ChartSeries, desk: BatchObjects) => void) => void;

function addPoint(
  add: AddToSeries,
  { index, colour: own, label: format }: NonNullable<PlanSeries["points"]>[number],
  key: string,
  isLine: boolean,
  palette: Palette,
): void {
  const on = (member: string, run: (point: Excel.ChartPoint) => void): void =>
    add(`points.${member}`, (series, desk) => run(desk.once(key, () => series.points.getItemAt(index))));
  if (!isLine && own) on("format.fill.setSolidColor", (one) => one.format.fill.setSolidColor(palette[own]));
  if (format === undefined || !can("chartDetails")) return;
  on("hasDataLabel", (one) => (one.hasDataLabel = true));
  on("dataLabel.numberFormat", (one) => (one.dataLabel.numberFormat = format));
  on("dataLabel.position", (one) => (one.dataLabel.position = isLine ? "Top" : "OutsideEnd"));
  const { size, color } = chartFont("figure");
  on("dataLabel.font.size", (one) => (one.dataLabel.format.font.size = size));
  on("dataLabel.font.color", (one) => (one.dataLabel.format.font.color = color));
}

function addCategories(add: Add, chart: PlanChart, palette: Palette): void {
  const axis = (one: Excel.Chart) => one.axes.categoryAxis;
  if (can("series")) {
    // Periods are texts: Excel must not take "2025-03" for a date and leave room for days.
    add("categoryAxis.categoryType", (one) => (axis(one).categoryType = "TextAxis"));
    if (chart.reversed) add("categoryAxis.reversePlotOrder", (one) => (axis(one).reversePlotOrder = true));
    add("categoryAxis.majorTickMark", (one) => (axis(one).majorTickMark = "None"));
    // Labels stay at the edge where bars go below zero.
    add("categoryAxis.tickLabelPosition", (one) => (axis(one).tickLabelPosition = "Low"));
    const { every } = chart;
    if (every !== undefined)
      add("categoryAxis.tickLabelSpacing", (one) => (axis(one).tickLabelSpacing = every));
  }
  add("categoryAxis.format.line.color", (one) => (axis(one).format.line.color = palette.muted));
  addFont(add, "categoryAxis", (one) => axis(one).format.font, "label");
}

function addAxis(
  add: Add,
  of: string,
  axis: (chart: Excel.Chart, desk: BatchObjects) => Excel.ChartAxis,
  plan: PlanAxis,
  again: boolean,
): void {
  const { gridlines = false, minimum, maximum, title, visible, format } = plan;
  // Excel is believed to refuse details of an axis that is hidden: it is shown, set, and hidden again.
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
