import type { CellRange, SeriesSource, SeriesState } from "../../state";
import type { Model } from "../model";
import { newSeries } from "./chartDefaults";

const source = (range: CellRange): SeriesSource => ({ kind: "range", range });

/**
 * The series of a chart over a range, as Excel finds them: along the longer side unless told otherwise. The first
 * column (or row) holds categories and the first row (or column) names if these cells are texts or the corner is
 * empty.
 */
export function seriesOf(
  model: Model,
  range: CellRange,
  seriesBy: string,
  newId: () => string,
): SeriesState[] {
  const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && range.columnCount > range.rowCount);
  const type = (row: number, column: number) =>
    model.cells.at(range.sheetId, range.row + row, range.column + column).type;
  const cornerEmpty = type(0, 0) === "Empty" && range.rowCount > 1 && range.columnCount > 1;
  const textIn = (cells: (readonly [number, number])[]) =>
    cells.length > 0 && cells.every(([row, column]) => ["String", "Empty"].includes(type(row, column)));
  const firstColumn = Array.from({ length: range.rowCount - 1 }, (_one, i) => [i + 1, 0] as const);
  const firstRow = Array.from({ length: range.columnCount - 1 }, (_one, i) => [0, i + 1] as const);
  const lines = byRows ? range.rowCount : range.columnCount;
  const headRow = cornerEmpty || (range.rowCount > 1 && textIn(firstRow.length > 0 ? firstRow : [[0, 0]]));
  const headColumn =
    range.columnCount > 1 && (cornerEmpty || textIn(firstColumn.length > 0 ? firstColumn : [[0, 0]]));
  const top = headRow ? 1 : 0;
  const labelColumns = headColumn ? 1 : 0;
  const body = {
    ...range,
    row: range.row + top,
    column: range.column + labelColumns,
    rowCount: range.rowCount - top,
    columnCount: range.columnCount - labelColumns,
  };
  const [named, categorised] = byRows ? [headColumn, headRow] : [headRow, headColumn];
  const series: SeriesState[] = [];
  for (let i = byRows ? top : labelColumns; i < lines; i++) {
    const added = newSeries(newId());
    const line: Partial<CellRange> = byRows
      ? { row: range.row + i, rowCount: 1 }
      : { column: range.column + i, columnCount: 1 };
    added.values = source({ ...body, ...line });
    if (named) {
      const head = byRows ? { column: range.column, columnCount: 1 } : { row: range.row, rowCount: 1 };
      added.nameSource = source({ ...range, ...line, ...head });
    }
    if (categorised) {
      const labels = byRows ? { row: range.row, rowCount: 1 } : { column: range.column, columnCount: 1 };
      added.categories = source({ ...body, ...labels });
    }
    series.push(added);
  }
  return series;
}

/**
 * The name in the legend: the one set, else the cells' text, else Series1, Series2 … `index` counts from 0 in the
 * chart. Several cells are joined by blanks, as Excel does.
 */
export function nameOfSeries(model: Model, series: SeriesState, index: number): string {
  if (series.name !== null) return series.name;
  const { nameSource } = series;
  if (nameSource.kind === "range" && model.book.has(nameSource.range.sheetId)) {
    const { sheetId, row, column, rowCount, columnCount } = nameSource.range;
    const texts = model.cells
      .map({ sheetId, row, column, rowCount, columnCount }, (r, c) => model.cells.text(sheetId, r, c))
      .flat();
    const text = texts.join(" ").trim();
    if (text !== "") return text;
  }
  return `Series${index + 1}`;
}

/** The values of a source's cells, in order; empty without cells. */
export function contentsOf(model: Model, from: SeriesSource): (string | number | boolean)[] {
  if (from.kind === "none" || !model.book.has(from.range.sheetId)) return [];
  const { sheetId } = from.range;
  return model.cells.map(from.range, (row, column) => model.cells.at(sheetId, row, column).value).flat();
}
