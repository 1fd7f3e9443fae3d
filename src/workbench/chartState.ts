import type { CellRange } from "./cellRange";

/** A font as Excel's API shows it; a member left out is automatic. */
export interface FontState {
  name?: string;
  /** Points. */
  size?: number;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  /** `Excel.ChartUnderlineStyle`: "None" or "Single". */
  underline?: "None" | "Single";
}

/** A line; a member left out is automatic. */
export interface LineState {
  color?: string;
  /** `Excel.ChartLineStyle`; "None" draws nothing. */
  lineStyle?: string;
  /** Points. */
  weight?: number;
}

/** A solid fill, none, or automatic (left out). */
export type FillState = { kind: "solid"; color: string } | { kind: "none" };

/** The look that most chart parts share. */
export interface PartFormat {
  fill?: FillState;
  border?: LineState;
  font?: FontState;
}

/** Title of a chart or of an axis. */
export interface TitleState {
  visible: boolean;
  /** The text shown; "" with `automatic` true shows the series' name (chart with one series). */
  text: string;
  /** True until somebody sets the text. */
  automatic: boolean;
  overlay: boolean;
  /** `Excel.ChartTitlePosition`, chart titles only. */
  position: string;
  horizontalAlignment: string;
  verticalAlignment: string;
  /** Degrees, -90 to 90. */
  textOrientation: number;
  format: PartFormat;
}

/** Where a series takes its numbers or labels from. */
export type SeriesSource = { kind: "range"; range: CellRange } | { kind: "none" };

/** Labels beside the points of a series. */
export interface DataLabelsState {
  showValue: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  showLegendKey: boolean;
  showPercentage: boolean;
  showBubbleSize: boolean;
  /** `Excel.ChartDataLabelPosition`; "" is the type's default. */
  position: string;
  separator: string;
  /** "" with `linkNumberFormat` true: the cells' format. */
  numberFormat: string;
  linkNumberFormat: boolean;
  format: PartFormat;
}

/** What differs at one point of a series. */
export interface PointState {
  fill?: FillState;
  border?: LineState;
  markerBackgroundColor?: string;
  markerForegroundColor?: string;
  markerSize?: number;
  markerStyle?: string;
  hasDataLabel?: boolean;
  dataLabel?: Partial<DataLabelsState>;
}

/** One series of a chart. */
export interface SeriesState {
  id: string;
  /** A name that was set by text; null: taken from `nameSource`, else "Series1", "Series2" … */
  name: string | null;
  /** The cells that hold the name. */
  nameSource: SeriesSource;
  values: SeriesSource;
  categories: SeriesSource;
  bubbleSizes: SeriesSource;
  /** `Excel.ChartType`; null: the chart's. */
  chartType: string | null;
  axisGroup: "Primary" | "Secondary";
  /** Fill of bars and areas. */
  fill?: FillState;
  line?: LineState;
  smooth: boolean;
  /** `Excel.ChartMarkerStyle`. */
  markerStyle: string;
  /** Points. */
  markerSize: number;
  markerBackgroundColor?: string;
  markerForegroundColor?: string;
  hasDataLabels: boolean;
  dataLabels: DataLabelsState;
  /** Per cent of a bar's width between groups, 0 to 500. */
  gapWidth: number;
  /** -100 to 100. */
  overlap: number;
  explosion: number;
  firstSliceAngle: number;
  doughnutHoleSize: number;
  varyByCategories: boolean;
  invertIfNegative: boolean;
  filtered: boolean;
  plotOrder: number;
  /** Keyed by the point's index. */
  points: Record<number, PointState>;
}

/** One axis of a chart. */
export interface AxisState {
  visible: boolean;
  title: TitleState;
  /** Null: automatic. */
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  minorUnit: number | null;
  majorGridlines: { visible: boolean; line?: LineState };
  minorGridlines: { visible: boolean; line?: LineState };
  /** "" with `linkNumberFormat` true: the cells' format. */
  numberFormat: string;
  linkNumberFormat: boolean;
  reversePlotOrder: boolean;
  /** `Excel.ChartAxisScaleType`. */
  scaleType: "Linear" | "Logarithmic";
  logBase: number;
  /** `Excel.ChartAxisTickMark`. */
  majorTickMark: string;
  minorTickMark: string;
  /** `Excel.ChartAxisTickLabelPosition`. */
  tickLabelPosition: string;
  /** 0: automatic. */
  tickLabelSpacing: number;
  tickMarkSpacing: number;
  /** `Excel.ChartAxisCategoryType`. */
  categoryType: string;
  /** `Excel.ChartAxisDisplayUnit`. */
  displayUnit: string;
  showDisplayUnitLabel: boolean;
  /** `Excel.ChartAxisPosition`. */
  position: string;
  /** Null unless `position` is "Custom". */
  crossesAt: number | null;
  isBetweenCategories: boolean;
  multiLevel: boolean;
  alignment: string;
  offset: number;
  /** Degrees, -90 to 90; null: automatic. */
  textOrientation: number | null;
  format: { font?: FontState; line?: LineState };
}

/** The four axes that Excel's chart API names. */
export type AxisName = "category" | "value" | "secondaryCategory" | "secondaryValue";

/** A chart that floats over a sheet. */
export interface ChartState {
  id: string;
  name: string;
  sheetId: string;
  /** `Excel.ChartType`, for example "ColumnClustered". */
  chartType: string;
  /** Points from the sheet's upper left corner. */
  left: number;
  top: number;
  width: number;
  height: number;
  style: number;
  title: TitleState;
  legend: {
    visible: boolean;
    /** `Excel.ChartLegendPosition`. */
    position: string;
    overlay: boolean;
    format: PartFormat;
  };
  series: SeriesState[];
  axes: Record<AxisName, AxisState>;
  dataLabels: DataLabelsState;
  /** `Excel.ChartDisplayBlanksAs`: how a gap is drawn. */
  displayBlanksAs: "NotPlotted" | "Zero" | "Interplotted";
  plotVisibleOnly: boolean;
  roundedCorners: boolean;
  format: PartFormat;
  plotArea: PartFormat;
  /** `Excel.Placement`. */
  placement: string;
}
