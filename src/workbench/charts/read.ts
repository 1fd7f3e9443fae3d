import type { CellRange, ChartState, DataLabelsState, SeriesSource, SeriesState } from "../state";

/** Reads cells for charts. */
export interface CellReader {
  /** Values, texts as shown and number formats of a range, row by row. */
  read: (range: CellRange) => { values: unknown[][]; texts: string[][]; formats: string[][] };
}

/** A series with its cells read. */
export interface ReadSeries {
  state: SeriesState;
  name: string;
  /** For each point; null is a gap (an empty cell, text, an error). */
  values: (number | null)[];
  /** The number format of the first value, for axes and labels linked to the cells. */
  format: string;
}

/** A chart with its cells read. */
export interface ReadChart {
  chart: ChartState;
  series: ReadSeries[];
  categories: string[];
}

/** Reads the cells of a chart. Missing names, values and categories are Excel's: "Series1", no points, 1, 2, 3 … */
export function readChart(chart: ChartState, cells: CellReader): ReadChart {
  const series = chart.series.map((state, index): ReadSeries => {
    const { values, formats } = readSource(state.values, cells);
    return {
      state,
      name: state.name ?? (readSource(state.nameSource, cells).texts.join(" ") || `Series${index + 1}`),
      values: values.map((value) => (typeof value === "number" ? value : null)),
      format: formats.find((format) => format !== "" && format !== "General") ?? "General",
    };
  });
  const labelled = chart.series.find((state) => state.categories.kind === "range");
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  const categories = labelled ? categoryTexts(labelled.categories, cells, count) : [];
  return {
    chart,
    series,
    categories: Array.from({ length: count }, (_, index) => categories[index] ?? String(index + 1)),
  };
}

/** The label of one point. */
export interface PointLabel {
  state: DataLabelsState;
  /** The number format, linked ones included. */
  format: string;
}

/** The label of each point: its own, else its series'; undefined for none. */
export function pointLabels({ state, values, format }: ReadSeries): (PointLabel | undefined)[] {
  return values.map((_, index) => {
    const point = state.points[index];
    if (!(point?.hasDataLabel ?? state.hasDataLabels)) return undefined;
    const labels = { ...state.dataLabels, ...point?.dataLabel };
    return { state: labels, format: labelFormat(labels, format) };
  });
}

/** The number format of labels; `cells` is that of the cells, for linked ones. */
export function labelFormat(labels: DataLabelsState, cells: string): string {
  return labels.numberFormat || cells;
}

function readSource(source: SeriesSource, cells: CellReader) {
  if (source.kind === "none") return { values: [], texts: [], formats: [] };
  const { values, texts, formats } = cells.read(source.range);
  return { values: values.flat(), texts: texts.flat(), formats: formats.flat() };
}

/** Joins the levels of categories in several columns (or rows), which Excel nests. */
function categoryTexts(source: SeriesSource, cells: CellReader, count: number): string[] {
  if (source.kind === "none") return [];
  const { texts } = cells.read(source.range);
  const { rowCount, columnCount } = source.range;
  if (rowCount > 1 && columnCount > 1) {
    const byColumn = columnCount === count && rowCount !== count;
    const points = byColumn ? texts[0]?.map((_, column) => texts.map((row) => row[column] ?? "")) : texts;
    return (points ?? []).map((levels) => levels.filter(Boolean).join(" "));
  }
  return texts.flat();
}
