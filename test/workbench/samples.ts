import { readChart } from "../../src/workbench/charts/read";
import type { CellReader } from "../../src/workbench/charts/read";
import { newAxis, newChart, newLabels, newSeries } from "../../src/workbench/host/grid/chartDefaults";
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
import { areaOf } from "../../src/workbook/a1";

/** Makers of workbook parts with Excel's defaults; a test gives only what it is about. */
export const sheetId = "s1";

/** A rectangle on the sample sheet. */
export function cells(row: number, column: number, rowCount = 1, columnCount = 1): CellRange {
  return { sheetId, row, column, rowCount, columnCount };
}

/** A title that shows a text; none for "". */
export const title = (text = ""): TitleState => ({
  visible: text !== "",
  text,
  automatic: false,
  format: {},
});

/** Labels that show the value in the cells' format. */
export const labels = (own: Partial<DataLabelsState> = {}): DataLabelsState => ({ ...newLabels(), ...own });

/** An axis of texts without a title and grid lines. */
export const axis = (own: Partial<AxisState> = {}): AxisState => ({
  ...newAxis(true, false),
  title: title(),
  categoryType: "TextAxis",
  ...own,
});

/** A series over cells: the name's cell, the values, the categories. */
export const series = (
  name: CellRange,
  values: CellRange,
  categories: CellRange,
  own: Partial<SeriesState> = {},
): SeriesState => ({
  ...newSeries(`series at ${values.column}`),
  nameSource: { kind: "range", range: name },
  values: { kind: "range", range: values },
  categories: { kind: "range", range: categories },
  gapWidth: 60,
  overlap: 0,
  ...own,
});

/** A chart of the sample sheet, 360 by 210 points. */
export const chart = (
  chartType: string,
  ofSeries: SeriesState[],
  own: Partial<ChartState> = {},
): ChartState => ({
  ...newChart("c1", "Chart 1", sheetId, chartType),
  left: 240,
  top: 30,
  height: 210,
  title: title("A title"),
  legend: { visible: true, position: "Top", format: {} },
  series: ofSeries,
  axes: {
    category: axis(),
    value: axis(),
    secondaryCategory: axis({ visible: false }),
    secondaryValue: axis(),
  },
  ...own,
});

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
    showFilterButton: true,
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

/** Cells by their addresses: each its value, or a cell with a value and more. */
export const placed = (
  contents: Readonly<Record<string, XlsxCell["value"] | Omit<XlsxCell, "row" | "column">>>,
): XlsxCell[] =>
  Object.entries(contents).map(([address, content]) => {
    const [row = 0, column = 0] = areaOf(address) ?? [];
    const cell = typeof content === "object" && content && "value" in content ? content : { value: content };
    return { row, column, ...cell } as XlsxCell;
  });

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
  const filled = rest.cells ?? [];
  return {
    id: sheetId,
    name: "Sheet1",
    visibility: "Visible",
    tabColor: "",
    showGridlines: true,
    freeze: { rows: 0, columns: 0 },
    defaultRowHeight: 15,
    defaultColumnWidth: 48,
    columns: [],
    rows: [],
    cells: filled,
    merges: [],
    tables: [],
    page: state.pageLayout,
    protection: state.protection,
    customProperties: {},
    ...rest,
    charts: charts.map((drawn) => ({
      ...readChart(drawn, readerOf(filled)),
      altText: `About ${drawn.name}`,
    })),
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
