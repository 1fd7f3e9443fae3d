import type { CellRange } from "./cellRange";

/** A font as in Excel's API; absent members are automatic. */
export interface FontState {
  /** Points. */
  size?: number;
  color?: string;
  bold?: boolean;
}

/** A line; absent members are automatic. */
export interface LineState {
  color?: string;
  /** "None" draws nothing. */
  lineStyle?: "None" | "Continuous" | "Automatic";
  /** Points. */
  weight?: number;
}

/** A solid fill, or none; absent: automatic. */
export type FillState = { kind: "solid"; color: string } | { kind: "none" };

/** The format of a part that shows text. */
export interface TextFormat {
  font?: FontState;
}

/** Title of a chart or of an axis. */
export interface TitleState {
  visible: boolean;
  /** The text; "" with `automatic` shows the series' name (in a chart with one series). */
  text: string;
  /** Whether nobody has set the text. */
  automatic: boolean;
  format: TextFormat;
}

/** The cells of a series' numbers or labels. */
export type SeriesSource = { kind: "range"; range: CellRange } | { kind: "none" };

/** The data labels of a series. */
export interface DataLabelsState {
  showValue: boolean;
  /** `Excel.ChartDataLabelPosition`; "" is the type's default. */
  position: string;
  /** "": the cells' format. */
  numberFormat: string;
  format: TextFormat;
}

/** The differences of one point of a series. */
export interface PointState {
  fill?: FillState;
  hasDataLabel?: boolean;
  dataLabel?: Partial<DataLabelsState>;
}

/** One series of a chart. */
export interface SeriesState {
  id: string;
  /** A name set as text; null: from `nameSource`, else "Series1", "Series2" … */
  name: string | null;
  /** The name's cells. */
  nameSource: SeriesSource;
  values: SeriesSource;
  categories: SeriesSource;
  /** `Excel.ChartType`; null: the chart's. */
  chartType: string | null;
  axisGroup: "Primary" | "Secondary";
  /** Fill of bars. */
  fill?: FillState;
  line?: LineState;
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
  majorGridlines: { visible: boolean; line?: LineState };
  /** "": the cells' format. */
  numberFormat: string;
  reversePlotOrder: boolean;
  /** `Excel.ChartAxisTickMark`. */
  majorTickMark: string;
  /** `Excel.ChartAxisTickLabelPosition`. */
  tickLabelPosition: string;
  /** 0: automatic. */
  tickLabelSpacing: number;
  /** `Excel.ChartAxisCategoryType`. */
  categoryType: string;
  format: TextFormat & { line?: LineState };
}

/** The four axes that Excel's chart API names. */
export type AxisName = "category" | "value" | "secondaryCategory" | "secondaryValue";

/** A chart on a sheet. */
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
  title: TitleState;
  legend: {
    visible: boolean;
    /** `Excel.ChartLegendPosition`. */
    position: string;
    format: TextFormat;
  };
  series: SeriesState[];
  axes: Record<AxisName, AxisState>;
  /** `Excel.ChartDisplayBlanksAs`: how a gap is drawn. */
  displayBlanksAs: "NotPlotted" | "Zero" | "Interplotted";
  format: { border?: LineState };
  /** `Excel.Placement`. */
  placement: string;
}
