import type { ChartConfiguration, ChartDataset, LegendItem } from "chart.js";
import { kindOf } from "../../charts/kinds";
import type { Kind } from "../../charts/kinds";
import { pointLabels } from "../../charts/read";
import type { PointLabel, ReadChart, ReadSeries } from "../../charts/read";
import type { SeriesState } from "../../state";
import { categoryScale, valueScale } from "./axes";
import type { Scale } from "./axes";
import { accent, automatic, fill, font, ink, pixels, stroke } from "./formats";

/** The configuration of Chart.js, or the type of chart that the workbench cannot draw. */
type Drawable =
  | { ok: true; config: ChartConfiguration; labels: SeriesLabels[] }
  | { ok: false; type: string };

/** The data labels of one series, which the workbench draws itself. */
export interface SeriesLabels {
  /** For each point; undefined for none. */
  points: (PointLabel | undefined)[];
  values: (number | null)[];
}

/**
 * Translates a chart into a configuration of Chart.js. Not `ok` for a kind that the workbench does not draw, with its
 * name.
 */
export function configure(read: ReadChart): Drawable {
  const { chart } = read;
  const base = kindOf(chart.chartType);
  if (!base) return { ok: false, type: chart.chartType };
  const kinds = read.series.map(({ state }) => (state.chartType ? kindOf(state.chartType) : base) ?? base);
  const datasets = read.series.map((series, index) => dataset(read, series, kinds[index] ?? base, index));
  return {
    ok: true,
    config: {
      type: base.shape,
      data: { labels: read.categories, datasets },
      options: {
        responsive: false,
        animation: false,
        events: [],
        indexAxis: base.horizontal ? "y" : "x",
        layout: { padding: { left: 12, right: 14, top: 8, bottom: 8 } },
        scales: scales(read, base),
        plugins: { title: chartTitle(read), legend: legend(read), tooltip: { enabled: false } },
      },
    } as ChartConfiguration,
    labels: read.series.map((series) => ({
      points: pointLabels(series),
      values: series.values,
    })),
  };
}

/** A series in Chart.js's form. */
function dataset(read: ReadChart, series: ReadSeries, kind: Kind, index: number): ChartDataset {
  const { state, name } = series;
  const colour = accent(index);
  const gaps = read.chart.displayBlanksAs;
  const common = {
    label: name,
    data: gaps === "Zero" ? series.values.map((value) => value ?? 0) : series.values,
    [kind.horizontal ? "xAxisID" : "yAxisID"]: state.axisGroup === "Secondary" ? "secondary" : "value",
    [kind.horizontal ? "yAxisID" : "xAxisID"]: "category",
    // Lines are drawn over columns, as in Excel.
    order: kind.shape === "bar" ? 1 : 0,
  };
  if (kind.shape === "bar") {
    const main = fill(state, colour);
    return {
      ...common,
      type: "bar",
      backgroundColor: series.values.map((_, point) => fill(state.points[point], main)),
      borderColor: stroke(state.line, "transparent"),
      borderWidth: state.line?.color ? pixels(state.line.weight ?? 0.75) : 0,
      ...barSizes(read, state),
    } as ChartDataset;
  }
  const lineColour = stroke(state.line, colour);
  return {
    ...common,
    type: "line",
    borderColor: lineColour,
    borderWidth: pixels(state.line?.weight ?? 2.25),
    backgroundColor: lineColour,
    fill: false,
    spanGaps: gaps === "Interplotted",
    ...markers(state, kind, colour),
  } as ChartDataset;
}

/** The width of bars from Excel's gap (percent of a bar between groups) and overlap (percent of a bar within one). */
function barSizes(read: ReadChart, state: SeriesState) {
  const bars = read.series.filter(
    (other) => kindOf(other.state.chartType ?? read.chart.chartType)?.shape === "bar",
  ).length;
  const overlap = Math.max(-100, Math.min(0, state.overlap)) / 100;
  const gap = state.gapWidth / 100;
  // Fully overlapping bars each have the group's whole width.
  if (state.overlap >= 100) return { grouped: false, categoryPercentage: 1 / (1 + gap), barPercentage: 1 };
  const group = bars - (bars - 1) * overlap;
  return { categoryPercentage: group / (group + gap), barPercentage: bars / group };
}

/** The markers of a series in Chart.js's form. */
function markers(state: SeriesState, kind: Kind, colour: string) {
  const shapes: Record<string, string> = {
    Circle: "circle",
    Square: "rect",
    Diamond: "rectRot",
    Triangle: "triangle",
    Star: "star",
    X: "crossRot",
    Plus: "cross",
    Dash: "line",
    Dot: "line",
  };
  const set = state.markerStyle in shapes;
  const shown = set || (kind.markers && state.markerStyle !== "None");
  const lineColour = stroke(state.line, colour);
  return {
    pointStyle: shapes[state.markerStyle] ?? "circle",
    pointRadius: shown ? pixels(state.markerSize || 5) / 2 : 0,
    pointBackgroundColor: state.markerBackgroundColor || lineColour,
    pointBorderColor: state.markerForegroundColor || lineColour,
  };
}

/** The axes of a chart in Chart.js's form. */
function scales(read: ReadChart, base: Kind): Record<string, Scale> {
  const { axes } = read.chart;
  const { horizontal } = base;
  // With a reversed category axis the value axis is at its start, unless told to cross at the end.
  const opposite = axes.category.reversePlotOrder;
  const numbers = (group: SeriesState["axisGroup"], secondary: boolean) => {
    const shown = read.series.filter(({ state }) => state.axisGroup === group);
    return {
      values: shown.flatMap(({ values }) => values.filter((value) => value !== null)),
      format: shown[0]?.format ?? "General",
      horizontal,
      secondary,
      opposite,
      length: 0.6 * (horizontal ? read.chart.width : read.chart.height),
    };
  };
  const value = valueScale(axes.value, numbers("Primary", false));
  const category = categoryScale(axes.category, read, horizontal);
  const secondary = valueScale(axes.secondaryValue, numbers("Secondary", true));
  const second = read.series.some(({ state }) => state.axisGroup === "Secondary");
  return second ? { category, value, secondary } : { category, value };
}

function chartTitle({ chart, series }: ReadChart) {
  const { visible, text, automatic: byItself, format } = chart.title;
  const words = byItself && text === "" ? (series.length === 1 ? (series[0]?.name ?? "") : "") : text;
  return {
    display: visible && words !== "",
    text: wrap(words, format.font?.size ?? 14, pixels(chart.width)),
    color: ink(format.font),
    font: font(format.font, 14),
    padding: { top: 4, bottom: 10 },
  };
}

/**
 * Splits a title into lines, because Chart.js draws each text in one. Widths are estimated: Chinese characters count
 * double.
 */
function wrap(text: string, size: number, width: number): string[] {
  const room = (width * 0.9) / (pixels(size) * 0.52);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=[\s\u3000-\u9fff])/u)) {
    if (line && extent(line + word.trimEnd()) > room) {
      lines.push(line.trim());
      line = "";
    }
    line += word;
  }
  return [...lines, line.trim()].filter(Boolean);
}

function extent(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 0);
}

/** The legend of a chart in Chart.js's form. */
function legend({ chart, series }: ReadChart) {
  const { visible, position, format } = chart.legend;
  const sides: Record<string, string> = {
    Top: "top",
    Bottom: "bottom",
    Left: "left",
    Right: "right",
    Corner: "right",
  };
  return {
    display: visible && series.length > 0,
    position: sides[position] ?? "bottom",
    reverse: false,
    labels: {
      color: ink(format.font),
      font: font(format.font, 9),
      boxWidth: 10,
      boxHeight: 8,
      padding: 10,
      sort: (item: LegendItem, other: LegendItem) => (item.datasetIndex ?? 0) - (other.datasetIndex ?? 0),
    },
  };
}

/** The frame of a chart: border colour and width in pixels. */
export function frameOf({ chart }: ReadChart) {
  const { border } = chart.format;
  return {
    border: stroke(border, automatic.line),
    width: border?.lineStyle === "None" ? 0 : pixels(border?.weight ?? 0.75),
  };
}
