import { readChart } from "../../src/workbench/charts/read";
import type { CellReader } from "../../src/workbench/charts/read";
import type {
  AxisState,
  CellRange,
  ChartState,
  DataLabelsState,
  SeriesState,
  TableState,
  TitleState,
} from "../../src/workbench/state";
import { emptyWorkbook, newSheetState } from "../../src/workbench/state";
import type { XlsxCell, XlsxSheet, XlsxWorkbook } from "../../src/workbench/xlsx/model";

/** Makers of workbook parts with Excel's defaults; a test gives only what it is about. */
export const sheetId = "s1";

/** A rectangle on the sample sheet. */
export function cells(row: number, column: number, rowCount = 1, columnCount = 1): CellRange {
  return { sheetId, row, column, rowCount, columnCount };
}

/** A title that shows a text; none for "". */
export function title(text = ""): TitleState {
  return {
    visible: text !== "",
    text,
    automatic: false,
    overlay: false,
    position: "Top",
    horizontalAlignment: "Center",
    verticalAlignment: "Top",
    textOrientation: 0,
    format: {},
  };
}

/** Labels that show the value in the cells' format. */
export function labels(own: Partial<DataLabelsState> = {}): DataLabelsState {
  return {
    showValue: true,
    showSeriesName: false,
    showCategoryName: false,
    showLegendKey: false,
    showPercentage: false,
    showBubbleSize: false,
    position: "",
    separator: ", ",
    numberFormat: "",
    linkNumberFormat: true,
    format: {},
    ...own,
  };
}

/** An axis as Excel makes it. */
export function axis(own: Partial<AxisState> = {}): AxisState {
  return {
    visible: true,
    title: title(),
    minimum: null,
    maximum: null,
    majorUnit: null,
    minorUnit: null,
    majorGridlines: { visible: false },
    minorGridlines: { visible: false },
    numberFormat: "",
    linkNumberFormat: true,
    reversePlotOrder: false,
    scaleType: "Linear",
    logBase: 10,
    majorTickMark: "None",
    minorTickMark: "None",
    tickLabelPosition: "NextToAxis",
    tickLabelSpacing: 0,
    tickMarkSpacing: 1,
    categoryType: "TextAxis",
    displayUnit: "None",
    showDisplayUnitLabel: false,
    position: "Automatic",
    crossesAt: null,
    isBetweenCategories: true,
    multiLevel: false,
    alignment: "Center",
    offset: 100,
    textOrientation: null,
    format: {},
    ...own,
  };
}

/** A series over cells: the name's cell, the values, the categories. */
export function series(
  name: CellRange,
  values: CellRange,
  categories: CellRange,
  own: Partial<SeriesState> = {},
): SeriesState {
  return {
    id: `series at ${values.column}`,
    name: null,
    nameSource: { kind: "range", range: name },
    values: { kind: "range", range: values },
    categories: { kind: "range", range: categories },
    bubbleSizes: { kind: "none" },
    chartType: null,
    axisGroup: "Primary",
    smooth: false,
    markerStyle: "Automatic",
    markerSize: 5,
    hasDataLabels: false,
    dataLabels: labels(),
    gapWidth: 60,
    overlap: 0,
    explosion: 0,
    firstSliceAngle: 0,
    doughnutHoleSize: 75,
    varyByCategories: false,
    invertIfNegative: false,
    filtered: false,
    plotOrder: 0,
    points: {},
    ...own,
  };
}

/** A chart of the sample sheet, 360 by 210 points. */
export function chart(chartType: string, ofSeries: SeriesState[], own: Partial<ChartState> = {}): ChartState {
  return {
    id: "c1",
    name: "Chart 1",
    sheetId,
    chartType,
    left: 240,
    top: 30,
    width: 360,
    height: 210,
    style: 2,
    title: title("A title"),
    legend: { visible: true, position: "Top", overlay: false, format: {} },
    series: ofSeries,
    axes: {
      category: axis(),
      value: axis(),
      secondaryCategory: axis({ visible: false }),
      secondaryValue: axis(),
    },
    dataLabels: labels(),
    displayBlanksAs: "NotPlotted",
    plotVisibleOnly: true,
    roundedCorners: false,
    format: {},
    plotArea: {},
    placement: "TwoCell",
    ...own,
  };
}

/** A table with the style that Excel gives, over the given cells. */
export function table(range: CellRange, names: string[], own: Partial<TableState> = {}): TableState {
  return {
    id: "1",
    name: "Table1",
    range,
    columns: names.map((name, index) => ({ id: index + 1, name })),
    style: "TableStyleMedium2",
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    ...own,
  };
}

/** Periods with a level and a growth; the third growth is missing. */
export const figures: (string | number | null)[][] = [
  ["Period", "Level", "Growth"],
  ["2024-H1", 7.1, 0.098],
  ["2024", 15.52, 0.072],
  ["2025-Q1", 3.62, null],
];

/** Cells from A1 for rows of values; null leaves a cell empty. */
export function cellsOf(rows: (string | number | null)[][], formats: string[] = []): XlsxCell[] {
  return rows.flatMap((values, row) =>
    values.flatMap((value, column): XlsxCell[] => {
      const numberFormat = row > 0 ? formats[column] : undefined;
      if (value === null) return [];
      return [{ row, column, value, ...(numberFormat ? { style: { numberFormat } } : {}) }];
    }),
  );
}

/** Reads cells as the grid would. */
export function readerOf(of: readonly XlsxCell[]): CellReader {
  return {
    read: ({ row, column, rowCount, columnCount }) => {
      const each = <T>(take: (cell: XlsxCell | undefined) => T): T[][] =>
        Array.from({ length: rowCount }, (_, down) =>
          Array.from({ length: columnCount }, (_, across) =>
            take(of.find((cell) => cell.row === row + down && cell.column === column + across)),
          ),
        );
      return {
        values: each((cell) => cell?.value),
        texts: each((cell) => String(cell?.value ?? "")),
        formats: each((cell) => cell?.style?.numberFormat ?? "General"),
      };
    },
  };
}

/** A sheet with Excel's defaults. */
export function sheet(own: Partial<Omit<XlsxSheet, "charts">> & { charts?: ChartState[] } = {}): XlsxSheet {
  const { charts = [], ...rest } = own;
  const state = newSheetState();
  const held = rest.cells ?? [];
  return {
    id: sheetId,
    name: "Sheet1",
    visibility: "Visible",
    tabColor: "",
    showGridlines: true,
    showHeadings: true,
    freeze: { rows: 0, columns: 0 },
    defaultRowHeight: 15,
    defaultColumnWidth: 48,
    columns: [],
    rows: [],
    cells: held,
    merges: [],
    tables: [],
    page: state.pageLayout,
    protection: state.protection,
    customProperties: {},
    ...rest,
    charts: charts.map((one) => ({ ...readChart(one, readerOf(held)), altText: `About ${one.name}` })),
  };
}

/** A workbook of the given sheets. */
export function book(sheets: XlsxSheet[], own: Partial<XlsxWorkbook> = {}): XlsxWorkbook {
  return {
    sheets,
    active: 0,
    names: [],
    properties: emptyWorkbook().properties,
    xmlParts: [],
    settings: {},
    namespace: "ECOM",
    lockStructure: false,
    ...own,
  };
}
