import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from "@univerjs/sheets";
import type { IMoveRangeMutationParams, IInsertRowMutationParams } from "@univerjs/sheets";
import { cellAt } from "../../cellRange";
import type { CellRange, SeriesSource, TableColumnState, TableState, WorkbookState } from "../../state";
import { contains, fromUniver, MAX_COLUMNS } from "./address";
import type { Book } from "./book";
import { Sizes } from "./sizes";
import { announceTable, forgetTable } from "./superTables";

/** The new place of a range after cells were inserted, deleted or moved; undefined if it is gone. */
type Shift = (range: CellRange) => CellRange | undefined;

/** Moves the ranges in the state (tables, charts, print areas, tracked references) with their cells. */
export class Structure {
  /** Called before any of them moves. */
  changing: () => void = () => {};
  private readonly stops: (() => void)[];
  /** Others with ranges or cells: called with each shift. */
  readonly followers = new Set<(sheetId: string, shift: Shift) => void>();

  constructor(
    private readonly book: Book,
    private readonly state: WorkbookState,
  ) {
    const sizes = new Sizes(book);
    const move = (mutation: string, params: unknown, ids: readonly string[], sign: 1 | -1) => {
      if (!ids.includes(mutation)) return;
      this.changing();
      moveCharts(state, sizes, mutation === ids[0], params as Lines, sign);
    };
    this.stops = [
      // Before the change, because the rows' heights are unknown afterwards.
      book.beforeMutation(({ id, params }) =>
        move(id, params, [RemoveRowMutation.id, RemoveColMutation.id], -1),
      ),
      book.onMutation(({ id, params }) => {
        move(id, params, [InsertRowMutation.id, InsertColMutation.id], 1);
        const change = shiftOf(id, params as object);
        if (change) this.apply(change.sheetId, change.shift);
      }),
    ];
  }

  dispose(): void {
    for (const stop of this.stops) stop();
  }

  private apply(sheetId: string, shift: Shift): void {
    this.changing();
    const { data } = this.state;
    for (const follower of this.followers) follower(sheetId, shift);
    const moved = (source: SeriesSource): SeriesSource => {
      if (source.kind !== "range" || source.range.sheetId !== sheetId) return source;
      const range = shift(source.range);
      return range ? { kind: "range", range } : { kind: "none" };
    };
    for (const chart of data.charts) {
      for (const series of chart.series) {
        series.values = moved(series.values);
        series.categories = moved(series.categories);
        series.nameSource = moved(series.nameSource);
      }
      this.state.changed({ kind: "charts", sheetId: chart.sheetId, id: chart.id });
    }
    const sheet = data.sheets[sheetId];
    if (sheet) {
      sheet.pageLayout.printArea = sheet.pageLayout.printArea.flatMap((area) => shift(area) ?? []);
      sheet.pageLayout.rowBreaks = sheet.pageLayout.rowBreaks.flatMap(
        (row) => shift({ sheetId, row, column: 0, rowCount: 1, columnCount: MAX_COLUMNS })?.row ?? [],
      );
      const unlocked: Record<string, true> = {};
      for (const key of Object.keys(sheet.unlocked)) {
        const [row = 0, column = 0] = key.split(",").map(Number);
        const cell = shift(cellAt(sheetId, row, column));
        if (cell) unlocked[`${cell.row},${cell.column}`] = true;
      }
      sheet.unlocked = unlocked;
    }
    for (const table of data.tables.filter((other) => other.range.sheetId === sheetId)) {
      const range = this.withRow(table, shift(table.range));
      if (JSON.stringify(range) === JSON.stringify(table.range)) continue;
      if (range) {
        moveColumns(table, range, shift);
        announceTable(this.book, table);
      } else {
        data.tables = data.tables.filter((other) => other !== table);
        forgetTable(this.book, table.name);
      }
      this.state.changed({ kind: "tables", sheetId, id: table.id });
    }
  }

  /** A table whose rows were all deleted keeps an empty one, if the cells below it are free. */
  private withRow(table: TableState, range: CellRange | undefined): CellRange | undefined {
    const least = 1 + Number(table.showHeaders) + Number(table.showTotals);
    if (!range || range.rowCount >= least || table.range.rowCount < least || table.showTotals) return range;
    const sheet = this.book.sheet(range.sheetId);
    const row = range.row + range.rowCount;
    for (let column = range.column; column < range.column + range.columnCount; column++) {
      const { v, f } = sheet.getCellRaw(row, column) ?? {};
      if ((v !== undefined && v !== null && v !== "") || f) return range;
    }
    return { ...range, rowCount: least };
  }
}

/** Moves a table; columns and their filters follow their cells, and new ones are inserted between them. */
function moveColumns(table: TableState, range: CellRange, shift: Shift): void {
  const columns: (TableColumnState | undefined)[] = Array.from({ length: range.columnCount });
  const filters: NonNullable<TableState["filters"]> = {};
  table.columns.forEach((column, at) => {
    const cells = shift({ ...table.range, column: table.range.column + at, columnCount: 1 });
    if (!cells) return;
    const place = cells.column - range.column;
    columns[place] = column;
    const filter = table.filters?.[at];
    if (filter) filters[place] = filter;
  });
  let id = nextId(table.columns);
  const takenNames = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const freeName = () => {
    let number = 1;
    while (takenNames.has(`column${number}`)) number++;
    takenNames.add(`column${number}`);
    return `Column${number}`;
  };
  table.columns = columns.map((column) => column ?? { id: id++, name: freeName() });
  table.range = range;
  if (Object.keys(filters).length > 0) table.filters = filters;
  else delete table.filters;
}

type Lines = Pick<IInsertRowMutationParams, "subUnitId" | "range">;

/**
 * Moves and resizes charts with their cells, Excel's default: rows or columns were inserted (1), or will be deleted
 * (-1).
 */
function moveCharts(
  state: WorkbookState,
  sizes: Sizes,
  rows: boolean,
  { subUnitId, range }: Lines,
  sign: 1 | -1,
): void {
  const edge = (line: number): number => (rows ? sizes.top(subUnitId, line) : sizes.left(subUnitId, line));
  const [start, length] = rows ? (["top", "height"] as const) : (["left", "width"] as const);
  const from = edge(rows ? range.startRow : range.startColumn);
  const size = edge((rows ? range.endRow : range.endColumn) + 1) - from;
  const moved = (point: number): number => (sign > 0 ? point + size : Math.max(from, point - size));
  for (const chart of state.chartsOf(subUnitId)) {
    const end = chart[start] + chart[length];
    if (end <= from) continue;
    if (chart[start] >= from) chart[start] = moved(chart[start]);
    chart[length] = moved(end) - chart[start];
  }
}

const nextId = (columns: readonly { id: number }[]): number =>
  Math.max(0, ...columns.map((column) => column.id)) + 1;

/** How a change of structure moves ranges of a sheet; undefined for other mutations. */
function shiftOf(id: string, params: object): { sheetId: string; shift: Shift } | undefined {
  if (id === MoveRangeMutation.id) {
    const { fromRange, toRange, from, to } = params as IMoveRangeMutationParams;
    if (from.subUnitId !== to.subUnitId) return undefined;
    const source = fromUniver(from.subUnitId, fromRange);
    return {
      sheetId: from.subUnitId,
      shift: (range) =>
        moved(
          range,
          source,
          toRange.startRow - fromRange.startRow,
          toRange.startColumn - fromRange.startColumn,
        ),
    };
  }
  const inserting = [InsertRowMutation.id, InsertColMutation.id].includes(id);
  if (!inserting && ![RemoveRowMutation.id, RemoveColMutation.id].includes(id)) return undefined;
  const { subUnitId, range } = params as IInsertRowMutationParams;
  const change = inserting ? inserted : removed;
  return {
    sheetId: subUnitId,
    shift: [InsertRowMutation.id, RemoveRowMutation.id].includes(id)
      ? (area) => change(area, "row", "rowCount", range.startRow, range.endRow)
      : (area) => change(area, "column", "columnCount", range.startColumn, range.endColumn),
  };
}

type Start = "row" | "column";
type Count = "rowCount" | "columnCount";

function inserted(range: CellRange, start: Start, count: Count, first: number, last: number): CellRange {
  const size = last - first + 1;
  if (first <= range[start]) return { ...range, [start]: range[start] + size };
  if (first < range[start] + range[count]) return { ...range, [count]: range[count] + size };
  return range;
}

/** A range after lines `first` to `last` were deleted; undefined if none of it is left. */
function removed(
  range: CellRange,
  start: Start,
  count: Count,
  first: number,
  last: number,
): CellRange | undefined {
  const size = last - first + 1;
  const end = range[start] + range[count] - 1;
  if (last < range[start]) return { ...range, [start]: range[start] - size };
  if (first > end) return range;
  const left = range[count] - (Math.min(last, end) - Math.max(first, range[start]) + 1);
  if (left === 0) return undefined;
  return { ...range, [start]: Math.min(range[start], first), [count]: left };
}

/**
 * The place of a range after a block was moved: ranges inside the block move along, and ranges that reach into it are
 * stretched.
 */
function moved(range: CellRange, block: CellRange, rows: number, columns: number): CellRange {
  if (contains(block, range)) return { ...range, row: range.row + rows, column: range.column + columns };
  const end = { row: range.row + range.rowCount, column: range.column + range.columnCount };
  const acrossColumns = block.column <= range.column && block.column + block.columnCount >= end.column;
  const acrossRows = block.row <= range.row && block.row + block.rowCount >= end.row;
  if (columns === 0 && acrossColumns && block.row > range.row && block.row < end.row) {
    return { ...range, rowCount: range.rowCount + rows };
  }
  if (rows === 0 && acrossRows && block.column > range.column && block.column < end.column) {
    return { ...range, columnCount: range.columnCount + columns };
  }
  return range;
}
