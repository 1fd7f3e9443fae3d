import { Direction } from "@univerjs/core";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColByRangeCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveWorksheetMergeMutation,
  AddWorksheetMergeMutation,
} from "@univerjs/sheets";
import type { CellRange } from "../../state";
import { asOneOf, Refusal } from "../errors";
import { contains, intersection, MAX_COLUMNS, MAX_ROWS, toUniver } from "../grid/address";
import { changeStyle, isUnbounded } from "../grid/formats";
import { mergesIn, requireOwnCells, requireUnlocked, requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { clearHyperlinks } from "./hyperlinks";
import { range } from "./kinds";
import { usedRange } from "./ranges";

type Act = (self: CellRange, args: readonly unknown[], model: Model) => unknown;

/** A style that resets every format. */
const unformatted = {
  ff: null,
  fs: null,
  it: null,
  bl: null,
  ul: null,
  st: null,
  bg: null,
  bd: null,
  cl: null,
  va: null,
  n: null,
  tr: null,
  td: null,
  ht: null,
  vt: null,
  tb: null,
  pd: null,
} as unknown as Record<string, null>;

/** The methods of a range that change cells. */
export const rangeEdits: Record<string, Act> = {
  Clear: (self, [applyTo], model) => {
    const what = applyTo === undefined || applyTo === null ? "All" : asOneOf(applyTo, clearings);
    clear(self, what, model);
  },
  Merge: (self, [across], model) => merge(self, across === true, model),
  Unmerge: (self, _args, model) => {
    requireUnprotected(model, self.sheetId);
    unmerge(self, model);
  },
  Insert: async (self, [shift], model) => {
    await insert(self, asOneOf(shift, ["Down", "Right"]), model);
    return range.of(self);
  },
  Delete: async (self, [shift], model) => {
    await remove(self, asOneOf(shift, ["Up", "Left"]), model);
  },
};

const clearings = ["All", "Formats", "Contents", "Hyperlinks"] as const;

/** Clears cells. A part of a spill without its first cell stays, because it owns no contents. */
export function clear(self: CellRange, what: (typeof clearings)[number], model: Model): void {
  const contents = what === "All" || what === "Contents";
  const formats = what === "All" || what === "Formats";
  const used = isUnbounded(self) ? usedRange(model, self.sheetId, false, self) : self;
  if (contents && used) {
    requireUnlocked(model, used);
    for (const area of mergesIn(model, used)) requireWhole(area, used);
    model.writeEntries(used, () => ({ kind: "empty" }));
  }
  if (formats) {
    requireUnprotected(model, self.sheetId, "allowFormatCells");
    changeStyle(model, self, () => unformatted);
    if (what === "All") unmerge(self, model);
  }
  if (what === "All" || what === "Hyperlinks") {
    if (used) clearHyperlinks(used, model);
  }
}

function requireWhole(area: CellRange, cleared: CellRange): void {
  if (!contains(cleared, area)) throw new Refusal("InvalidOperation");
}

/** Parts the merged areas that touch a range. */
function unmerge(self: CellRange, model: Model): void {
  const ranges = mergesIn(model, self).map(toUniver);
  if (ranges.length > 0)
    model.book.mutate(RemoveWorksheetMergeMutation.id, { subUnitId: self.sheetId, ranges });
}

/** Merges cells, wholly or each row by itself; refused over tables, and parts of merges and spills. */
function merge(self: CellRange, across: boolean, model: Model): void {
  requireUnprotected(model, self.sheetId);
  requireOwnCells(model, self);
  if (model.state.tablesOf(self.sheetId).some((table) => intersection(table.range, self))) {
    throw new Refusal("InvalidOperation");
  }
  const areas = across
    ? Array.from({ length: self.rowCount }, (_row, i) => ({ ...self, row: self.row + i, rowCount: 1 }))
    : [self];
  unmerge(self, model);
  for (const area of areas) {
    if (area.rowCount * area.columnCount === 1) continue;
    model.book.makeRoom(area.sheetId, area.row + area.rowCount - 1, area.column + area.columnCount - 1);
    // Excel keeps only the top left value.
    model.writeEntries(area, (row, column) =>
      row === area.row && column === area.column ? { kind: "unchanged" } : { kind: "empty" },
    );
    model.book.mutate(AddWorksheetMergeMutation.id, { subUnitId: area.sheetId, ranges: [toUniver(area)] });
  }
}

/** Throws for a shift of cells that would split a table or a merged area. */
function requireShiftable(self: CellRange, shift: "down" | "right", model: Model): void {
  const moved: CellRange =
    shift === "down"
      ? { ...self, rowCount: MAX_ROWS - self.row }
      : { ...self, columnCount: MAX_COLUMNS - self.column };
  for (const table of model.state.tablesOf(self.sheetId)) {
    if (intersection(moved, table.range) && !contains(moved, table.range) && !contains(table.range, self)) {
      throw new Refusal("InsertDeleteConflict");
    }
  }
  for (const area of mergesIn(model, moved)) {
    if (!contains(moved, area)) throw new Refusal("InsertDeleteConflict");
  }
}

/** Inserts cells, or whole rows or columns. */
async function insert(self: CellRange, shift: "Down" | "Right", model: Model): Promise<void> {
  const params = { subUnitId: self.sheetId, range: toUniver(grown(self, model)) };
  if (self.columnCount === MAX_COLUMNS) {
    requireUnprotected(model, self.sheetId, "allowInsertRows");
    await model.book.command(InsertRowByRangeCommand.id, { ...params, direction: Direction.UP });
  } else if (self.rowCount === MAX_ROWS) {
    requireUnprotected(model, self.sheetId, "allowInsertColumns");
    await model.book.command(InsertColByRangeCommand.id, { ...params, direction: Direction.LEFT });
  } else {
    requireUnprotected(model, self.sheetId);
    requireShiftable(self, shift === "Down" ? "down" : "right", model);
    const command = shift === "Down" ? InsertRangeMoveDownCommand : InsertRangeMoveRightCommand;
    await model.book.commandOn(self.sheetId, command.id, params);
  }
}

/** Deletes cells, or whole rows or columns. */
async function remove(self: CellRange, shift: "Up" | "Left", model: Model): Promise<void> {
  const params = { subUnitId: self.sheetId, range: toUniver(grown(self, model)) };
  if (self.columnCount === MAX_COLUMNS) {
    requireUnprotected(model, self.sheetId, "allowDeleteRows");
    await model.book.command(RemoveRowByRangeCommand.id, params);
  } else if (self.rowCount === MAX_ROWS) {
    requireUnprotected(model, self.sheetId, "allowDeleteColumns");
    await model.book.command(RemoveColByRangeCommand.id, params);
  } else {
    requireUnprotected(model, self.sheetId);
    requireShiftable(self, shift === "Up" ? "down" : "right", model);
    const command = shift === "Up" ? DeleteRangeMoveUpCommand : DeleteRangeMoveLeftCommand;
    await model.book.commandOn(self.sheetId, command.id, params);
  }
}

/** Limits whole rows and columns to the grid. */
function grown(self: CellRange, model: Model): CellRange {
  const sheet = model.book.sheet(self.sheetId);
  if (self.columnCount < MAX_COLUMNS && self.rowCount < MAX_ROWS) {
    model.book.makeRoom(self.sheetId, self.row + self.rowCount - 1, self.column + self.columnCount - 1);
  } else if (self.columnCount === MAX_COLUMNS)
    model.book.makeRoom(self.sheetId, self.row + self.rowCount - 1, 0);
  else model.book.makeRoom(self.sheetId, 0, self.column + self.columnCount - 1);
  return {
    ...self,
    rowCount: Math.min(self.rowCount, sheet.getRowCount() - self.row),
    columnCount: Math.min(self.columnCount, sheet.getColumnCount() - self.column),
  };
}
