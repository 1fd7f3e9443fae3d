import type { CellRange } from "../../state";
import { asInteger, invalid, notFound } from "../errors";
import { boundingRange, bounded, intersection, MAX_COLUMNS, MAX_ROWS } from "../grid/address";
import type { Model } from "../model";
import { orNull } from "./define";
import { range } from "./kinds";
import type { Ref } from "./kinds";

type Call = (self: CellRange, args: readonly unknown[], model: Model) => unknown;

/** An argument that is a range: an object, or an address on the sheet. */
export function rangeArgument(value: unknown, sheetId: string, model: Model): CellRange {
  const handle = range.handleOf(value);
  if (handle) return handle;
  if (typeof value === "string") return model.rangeOf(sheetId, value);
  throw invalid();
}

const to = (self: CellRange, change: Partial<CellRange>): Ref => range.of(bounded({ ...self, ...change }));

/** Rows or columns beside the range; a negative count counts the other way. */
function beside(self: CellRange, direction: "above" | "below" | "before" | "after", count: unknown): Ref {
  const n = count === undefined || count === null ? 1 : asInteger(count);
  if (n === 0) throw invalid();
  const size = Math.abs(n);
  switch (direction) {
    case "above":
      return to(self, { row: n > 0 ? self.row - size : self.row + 0, rowCount: size });
    case "below":
      return to(self, {
        row: n > 0 ? self.row + self.rowCount : self.row + self.rowCount - size,
        rowCount: size,
      });
    case "before":
      return to(self, { column: n > 0 ? self.column - size : self.column, columnCount: size });
    case "after":
      return to(self, {
        column: n > 0 ? self.column + self.columnCount : self.column + self.columnCount - size,
        columnCount: size,
      });
  }
}

/** Those methods of a range that look at what cells hold. */
export const calculatedWalks = [
  "GetUsedRange",
  "GetUsedRangeOrNullObject",
  "GetSpillingToRange",
  "GetSpillingToRangeOrNullObject",
  "GetSpillParent",
  "GetSpillParentOrNullObject",
  "GetSurroundingRegion",
  "GetRangeEdge",
  "CopyFrom",
];

/** The methods of a range that give another range. */
export const rangeWalks: Record<string, Call> = {
  GetCell: (self, [row, column]) =>
    to(self, {
      row: self.row + asInteger(row),
      column: self.column + asInteger(column),
      rowCount: 1,
      columnCount: 1,
    }),
  GetRow: (self, [row]) => to(self, { row: self.row + asInteger(row), rowCount: 1 }),
  GetColumn: (self, [column]) => to(self, { column: self.column + asInteger(column), columnCount: 1 }),
  GetLastCell: (self) =>
    to(self, {
      row: self.row + self.rowCount - 1,
      column: self.column + self.columnCount - 1,
      rowCount: 1,
      columnCount: 1,
    }),
  GetLastRow: (self) => to(self, { row: self.row + self.rowCount - 1, rowCount: 1 }),
  GetLastColumn: (self) => to(self, { column: self.column + self.columnCount - 1, columnCount: 1 }),
  GetEntireRow: (self) => to(self, { column: 0, columnCount: MAX_COLUMNS }),
  GetEntireColumn: (self) => to(self, { row: 0, rowCount: MAX_ROWS }),
  GetOffsetRange: (self, [rows, columns]) =>
    to(self, { row: self.row + asInteger(rows), column: self.column + asInteger(columns) }),
  GetResizedRange: (self, [rows, columns]) =>
    to(self, {
      rowCount: self.rowCount + asInteger(rows),
      columnCount: self.columnCount + asInteger(columns),
    }),
  GetAbsoluteResizedRange: (self, [rows, columns]) =>
    to(self, { rowCount: asInteger(rows, 1), columnCount: asInteger(columns, 1) }),
  GetRowsAbove: (self, [count]) => beside(self, "above", count),
  GetRowsBelow: (self, [count]) => beside(self, "below", count),
  GetColumnsBefore: (self, [count]) => beside(self, "before", count),
  GetColumnsAfter: (self, [count]) => beside(self, "after", count),
  GetBoundingRect: (self, [other], model) => {
    const given = rangeArgument(other, self.sheetId, model);
    if (given.sheetId !== self.sheetId) throw invalid();
    return range.of(boundingRange(self, given));
  },
  GetIntersection: (self, [other], model) => shared(self, other, model),
  GetIntersectionOrNullObject: (self, [other], model) => orNull(() => shared(self, other, model)),
  GetUsedRange: (self, [valuesOnly], model) => {
    const used = usedRange(model, self.sheetId, valuesOnly === true, self);
    return used ? range.of(used) : to(self, { rowCount: 1, columnCount: 1 });
  },
  GetUsedRangeOrNullObject: (self, [valuesOnly], model) =>
    orNull(() => {
      const used = usedRange(model, self.sheetId, valuesOnly === true, self);
      if (!used) throw notFound();
      return range.of(used);
    }),
  GetSpillingToRange: (self, _args, model) => spillingTo(self, model),
  GetSpillingToRangeOrNullObject: (self, _args, model) => orNull(() => spillingTo(self, model)),
  GetSpillParent: (self, _args, model) => spillParent(self, model),
  GetSpillParentOrNullObject: (self, _args, model) => orNull(() => spillParent(self, model)),
  GetSurroundingRegion: (self, _args, model) => range.of(surrounding(self, model)),
  GetRangeEdge: (self, [direction], model) => edge(self, direction, model),
};

function shared(self: CellRange, other: unknown, model: Model): Ref {
  const both = intersection(self, rangeArgument(other, self.sheetId, model));
  if (!both) throw notFound();
  return range.of(both);
}

function single(self: CellRange): void {
  if (self.rowCount !== 1 || self.columnCount !== 1) throw invalid();
}

function spillingTo(self: CellRange, model: Model): Ref {
  single(self);
  const spill = model.cells
    .spills(self.sheetId)
    .find((one) => one.row === self.row && one.column === self.column);
  if (!spill) throw notFound();
  return range.of(spill.range);
}

function spillParent(self: CellRange, model: Model): Ref {
  single(self);
  const spill = model.cells.spillOver(self.sheetId, self.row, self.column);
  if (!spill) throw notFound();
  return range.of({
    sheetId: self.sheetId,
    row: spill.row,
    column: spill.column,
    rowCount: 1,
    columnCount: 1,
  });
}

/**
 * The smallest range with everything that is used: values, formulas, spilled cells, and formats unless `valuesOnly`.
 * Undefined where nothing is.
 */
export function usedRange(
  model: Model,
  sheetId: string,
  valuesOnly: boolean,
  within?: CellRange,
): CellRange | undefined {
  let used: CellRange | undefined;
  const add = (row: number, column: number, rowCount = 1, columnCount = 1) => {
    const whole = { sheetId, row, column, rowCount, columnCount };
    const part = within ? intersection(whole, within) : whole;
    if (part) used = used ? boundingRange(used, part) : part;
  };
  model.book
    .sheet(sheetId)
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!cell) return;
      const filled = (cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.si;
      if (filled || (!valuesOnly && cell.s)) add(row, column);
    });
  for (const spill of model.cells.spills(sheetId)) {
    add(spill.range.row, spill.range.column, spill.range.rowCount, spill.range.columnCount);
  }
  return used;
}

/** The block of filled cells around the range, bounded by blank rows and columns. */
function surrounding(self: CellRange, model: Model): CellRange {
  const filled = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && model.cells.at(self.sheetId, row, column).type !== "Empty";
  let region = { ...self };
  for (;;) {
    const [top, left] = [region.row, region.column];
    const [bottom, right] = [region.row + region.rowCount - 1, region.column + region.columnCount - 1];
    const columns = Array.from({ length: region.columnCount + 2 }, (_one, i) => left - 1 + i);
    const rows = Array.from({ length: region.rowCount + 2 }, (_one, i) => top - 1 + i);
    const grow = {
      up: columns.some((column) => filled(top - 1, column)),
      down: columns.some((column) => filled(bottom + 1, column)),
      left: rows.some((row) => filled(row, left - 1)),
      right: rows.some((row) => filled(row, right + 1)),
    };
    if (!grow.up && !grow.down && !grow.left && !grow.right) return region;
    region = {
      sheetId: self.sheetId,
      row: top - (grow.up ? 1 : 0),
      column: left - (grow.left ? 1 : 0),
      rowCount: region.rowCount + (grow.up ? 1 : 0) + (grow.down ? 1 : 0),
      columnCount: region.columnCount + (grow.left ? 1 : 0) + (grow.right ? 1 : 0),
    };
  }
}

/** Where Ctrl+arrow goes from the first cell of the range. */
function edge(self: CellRange, direction: unknown, model: Model): Ref {
  const steps: Record<string, [number, number]> = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] };
  const step = typeof direction === "string" ? steps[direction] : undefined;
  if (!step) throw invalid();
  const [dr, dc] = step;
  const used = usedRange(model, self.sheetId, true);
  const bottom = used ? used.row + used.rowCount : 0;
  const right = used ? used.column + used.columnCount : 0;
  const filled = (row: number, column: number) => model.cells.at(self.sheetId, row, column).type !== "Empty";
  let { row, column } = self;
  const inside = (r: number, c: number) => r >= 0 && c >= 0 && r <= bottom && c <= right;
  const run = filled(row, column) && inside(row + dr, column + dc) && filled(row + dr, column + dc);
  do {
    if (!inside(row + dr, column + dc)) break;
    row += dr;
    column += dc;
  } while (run ? inside(row + dr, column + dc) && filled(row + dr, column + dc) : !filled(row, column));
  if (!run && !filled(row, column)) {
    if (dr > 0) row = MAX_ROWS - 1;
    if (dc > 0) column = MAX_COLUMNS - 1;
    if (dr < 0) row = 0;
    if (dc < 0) column = 0;
  }
  return to(self, { row, column, rowCount: 1, columnCount: 1 });
}
