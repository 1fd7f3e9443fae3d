import type { AxisState, ChartState, DataLabelsState, SeriesState, TitleState } from "../../state";

/**
 * The chart types that `charts.add` takes: those that plans make and the workbench draws, and one of each family of which
 * Excel does not tell the series (a ring) or what they draw (a histogram).
 */
export const chartTypes: readonly string[] = [
  "ColumnClustered",
  "BarClustered",
  "Line",
  "LineMarkers",
  "Doughnut",
  "Histogram",
];

const newTitle = (visible: boolean): TitleState => ({ visible, text: "", automatic: true, format: {} });

/** Data labels as Excel first shows them: values, where the kind of chart has them. */
export const newLabels = (): DataLabelsState => ({
  showValue: true,
  position: "",
  numberFormat: "",
  format: {},
});

/** An axis as a new chart of Excel's has it; its ends are automatic. */
export const newAxis = (visible: boolean, gridlines: boolean): AxisState => ({
  visible,
  title: newTitle(false),
  minimum: null,
  maximum: null,
  majorGridlines: { visible: gridlines },
  numberFormat: "",
  reversePlotOrder: false,
  majorTickMark: "None",
  tickLabelPosition: "NextToAxis",
  tickLabelSpacing: 0,
  categoryType: "Automatic",
  format: {},
});

/** A series as Excel adds it, still without cells. Gap and overlap are in percent of a bar's width. */
export const newSeries = (id: string): SeriesState => ({
  id,
  name: null,
  nameSource: { kind: "none" },
  values: { kind: "none" },
  categories: { kind: "none" },
  chartType: null,
  axisGroup: "Primary",
  markerStyle: "Automatic",
  markerSize: 5,
  hasDataLabels: false,
  dataLabels: newLabels(),
  gapWidth: 219,
  overlap: -27,
  points: {},
});

/** A new chart as in Excel: 360 by 216 points, with a legend below from two series on. */
export function newChart(id: string, name: string, sheetId: string, chartType: string): ChartState {
  return {
    id,
    name,
    sheetId,
    chartType,
    left: 192,
    top: 60,
    width: 360,
    height: 216,
    title: newTitle(true),
    legend: { visible: true, position: "Bottom", format: {} },
    series: [],
    axes: {
      category: newAxis(true, false),
      value: newAxis(true, true),
      secondaryCategory: newAxis(false, false),
      secondaryValue: newAxis(true, false),
    },
    displayBlanksAs: "NotPlotted",
    format: {},
    placement: "TwoCell",
  };
}
