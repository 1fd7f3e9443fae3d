import { cellAt } from "../../cellRange";
import type { CellRange } from "../../state";
import { asInteger, invalid, notFound } from "../errors";
import { boundingRange, bounded, intersection } from "../grid/address";
import type { Model } from "../model";
import { nullObject, orNull } from "./define";
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

const rangeWith = (self: CellRange, change: Partial<CellRange>): Ref =>
  range.of(bounded({ ...self, ...change }));

/** The methods of a range that read cell contents. */
export const calculatedWalks = [
  "GetUsedRangeOrNullObject",
  "GetSpillingToRangeOrNullObject",
  "GetSpillParentOrNullObject",
];

/** The methods of a range that give another range. */
export const rangeWalks: Record<string, Call> = {
  GetCell: (self, [row, column]) =>
    range.of(bounded(cellAt(self.sheetId, self.row + asInteger(row), self.column + asInteger(column)))),
  GetRow: (self, [row]) => rangeWith(self, { row: self.row + asInteger(row), rowCount: 1 }),
  GetColumn: (self, [column]) => rangeWith(self, { column: self.column + asInteger(column), columnCount: 1 }),
  GetOffsetRange: (self, [rows, columns]) =>
    rangeWith(self, { row: self.row + asInteger(rows), column: self.column + asInteger(columns) }),
  GetResizedRange: (self, [rows, columns]) =>
    rangeWith(self, {
      rowCount: self.rowCount + asInteger(rows),
      columnCount: self.columnCount + asInteger(columns),
    }),
  // The client splits large writes with it.
  GetBoundingRect: (self, [other], model) => {
    const otherRange = rangeArgument(other, self.sheetId, model);
    if (otherRange.sheetId !== self.sheetId) throw invalid();
    return range.of(boundingRange(self, otherRange));
  },
  GetUsedRangeOrNullObject: (self, [valuesOnly], model) => {
    const used = usedRange(model, self.sheetId, valuesOnly === true, self);
    return used ? range.of(used) : nullObject;
  },
  GetSpillingToRangeOrNullObject: (self, _args, model) => orNull(() => spillingTo(self, model)),
  GetSpillParentOrNullObject: (self, _args, model) => orNull(() => spillParent(self, model)),
};

function single(self: CellRange): void {
  if (self.rowCount !== 1 || self.columnCount !== 1) throw invalid();
}

function spillingTo(self: CellRange, model: Model): Ref {
  single(self);
  const spill = model.cells
    .spills(self.sheetId)
    .find((candidate) => candidate.row === self.row && candidate.column === self.column);
  if (!spill) throw notFound();
  return range.of(spill.range);
}

/** The cell whose formula spills into this one; ItemNotFound if none does. */
function spillParent(self: CellRange, model: Model): Ref {
  single(self);
  const spill = model.cells.spillOver(self.sheetId, self.row, self.column);
  if (!spill) throw notFound();
  return range.of(cellAt(self.sheetId, spill.row, spill.column));
}

/**
 * The smallest range around all used cells: values, formulas, spills, and formats unless `valuesOnly`. Undefined
 * without any. `within` limits the search; default: the whole sheet.
 */
export function usedRange(
  model: Model,
  sheetId: string,
  valuesOnly: boolean,
  within?: CellRange,
): CellRange | undefined {
  let used: CellRange | undefined;
  const add = (row: number, column: number, rowCount = 1, columnCount = 1) => {
    const allCells = { sheetId, row, column, rowCount, columnCount };
    const part = within ? intersection(allCells, within) : allCells;
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

/** What all rows or columns have in common, for the first 20,000; null where they differ. */
export function alike<T>(first: number, count: number, read: (index: number) => T): T | null {
  const start = read(first);
  for (let index = first + 1; index < first + Math.min(count, 20_000); index++)
    if (read(index) !== start) return null;
  return start;
}
