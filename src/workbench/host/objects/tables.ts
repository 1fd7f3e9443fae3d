import type { CellRange, TableState } from "../../state";
import { asBoolean, asInteger, asText, invalid, notFound, Refusal } from "../errors";
import { contains, intersection } from "../grid/address";
import { mergesIn, requireUnprotected } from "../grid/guard";
import { checkName } from "../grid/names";
import type { Model } from "../model";
import { orNull, ref } from "./define";
import type { ObjectType } from "./define";
import { range, worksheet } from "./kinds";
import type { Ref } from "./kinds";
import { clear } from "./rangeEdits";
import { rangeArgument } from "./ranges";
import { tableSort } from "./sort";
import { tableColumns } from "./tableColumns";
import { bodyOf, clearFilters, fillHeaders, insertRowsBelow, tableOf } from "./tableParts";

/** Excel's built-in table styles. */
const builtIn = new Set([
  ...Array.from({ length: 21 }, (_one, i) => `TableStyleLight${i + 1}`),
  ...Array.from({ length: 28 }, (_one, i) => `TableStyleMedium${i + 1}`),
  ...Array.from({ length: 11 }, (_one, i) => `TableStyleDark${i + 1}`),
]);

function toggle(member: "showBandedRows" | "showFilterButton") {
  return (self: string, value: unknown, model: Model): void => {
    const table = tableOf(model, self);
    requireUnprotected(model, table.range.sheetId);
    table[member] = asBoolean(value);
    model.tables.announce(table);
  };
}

/** A native table. */
const table: ObjectType<string> = {
  name: "Table",
  check: (self, model) => void tableOf(model, self),
  id: (self) => self,
  get: {
    Name: (self, model) => tableOf(model, self).name,
    ShowHeaders: (self, model) => tableOf(model, self).showHeaders,
    ShowTotals: (self, model) => tableOf(model, self).showTotals,
    Style: (self, model) => tableOf(model, self).style,
    ShowBandedRows: (self, model) => tableOf(model, self).showBandedRows,
    ShowFilterButton: (self, model) => tableOf(model, self).showFilterButton,
  },
  set: {
    Name: (self, value, model) => {
      const state = tableOf(model, self);
      const name = checkName(asText(value));
      if (name.toLowerCase() !== state.name.toLowerCase() && model.tables.nameTaken(name)) {
        throw new Refusal("ItemAlreadyExists");
      }
      model.tables.rename(state, name);
    },
    Style: (self, value, model) => {
      const state = tableOf(model, self);
      requireUnprotected(model, state.range.sheetId);
      const style = asText(value);
      if (style !== "" && !builtIn.has(style)) throw invalid();
      state.style = style;
      model.tables.announce(state);
    },
    ShowBandedRows: toggle("showBandedRows"),
    ShowFilterButton: toggle("showFilterButton"),
  },
  go: {
    Columns: (self) => ref(tableColumns, self),
    Worksheet: (self, model) => worksheet.of(tableOf(model, self).range.sheetId),
    Sort: (self) => ref(tableSort, self),
  },
  call: {
    GetRange: (self, _args, model) => range.of(tableOf(model, self).range),
    GetDataBodyRange: (self, _args, model) => range.of(bodyOf(tableOf(model, self))),
    GetHeaderRowRange: (self, _args, model) => {
      const state = tableOf(model, self);
      if (!state.showHeaders) throw notFound();
      return range.of({ ...state.range, rowCount: 1 });
    },
  },
  act: {
    Delete: (self, _args, model) => {
      const state = tableOf(model, self);
      requireUnprotected(model, state.range.sheetId);
      // In Excel, deleting a table also deletes the cells' contents and formats.
      clear(state.range, "All", model);
      model.tables.remove(state);
    },
    ConvertToRange: (self, _args, model) => {
      const state = tableOf(model, self);
      requireUnprotected(model, state.range.sheetId);
      model.tables.remove(state);
      return range.of(state.range);
    },
    Resize: (self, [newRange], model) => {
      const state = tableOf(model, self);
      requireUnprotected(model, state.range.sheetId);
      const next = rangeArgument(newRange, state.range.sheetId, model);
      const sameHead =
        next.sheetId === state.range.sheetId &&
        next.row === state.range.row &&
        intersection(next, state.range);
      if (!sameHead || next.rowCount < (state.showHeaders ? 2 : 1)) throw invalid();
      requirePlace(next, model, state);
      state.range = next;
      state.columns = fillHeaders(state, model);
      model.tables.announce(state);
    },
    ClearFilters: (self, _args, model) => {
      clearFilters(model, tableOf(model, self));
      return null;
    },
  },
};

/** Throws for a range over merged cells, part of a spill, or another table. */
function requirePlace(place: CellRange, model: Model, except?: TableState): void {
  if (mergesIn(model, place).length > 0) throw new Refusal("MergedRangeConflict");
  model.tables.requireFree(place, except);
  if (model.cells.spills(place.sheetId).some((spill) => intersection(spill.range, place))) {
    throw new Refusal("InvalidOperation", "A table cannot hold a formula that spills.");
  }
}

/** The scope of a collection of tables: the workbook (null), a sheet, or a range. */
interface TableScope {
  sheetId: string | null;
  within?: CellRange;
  fully?: boolean;
}

function listed(self: TableScope, model: Model): TableState[] {
  const { within } = self;
  return model.state.data.tables.filter((candidate) => {
    if (self.sheetId !== null && candidate.range.sheetId !== self.sheetId) return false;
    if (!within) return true;
    return self.fully === true
      ? contains(within, candidate.range)
      : intersection(within, candidate.range) !== undefined;
  });
}

function find(self: TableScope, key: unknown, model: Model): Ref {
  const text = typeof key === "number" ? String(key) : asText(key);
  const state = listed(self, model).find(
    (candidate) => candidate.id === text || candidate.name.toLowerCase() === text.toLowerCase(),
  );
  if (!state) throw notFound();
  return ref(table, state.id);
}

/** Tables of the workbook, of a sheet, or of a range. */
export const tables: ObjectType<TableScope> = {
  name: "TableCollection",
  items: (self, model) => listed(self, model).map((listedTable) => ref(table, listedTable.id)),
  item: find,
  call: {
    GetFirst: (self, _args, model) => {
      const [first] = listed(self, model);
      if (!first) throw notFound();
      return ref(table, first.id);
    },
    GetItemAt: (self, [index], model) => {
      const state = listed(self, model)[asInteger(index, 0)];
      if (!state) throw invalid();
      return ref(table, state.id);
    },
    GetItemOrNullObject: (self, [key], model) => orNull(() => find(self, key, model)),
  },
  act: { Add: addTable },
};

/** Tables that touch (or lie in) a range. `fully`: only those that lie in it wholly. */
export const tablesIn = (within: CellRange, fully: boolean): Ref =>
  ref(tables, { sheetId: within.sheetId, within, fully });

/** Adds a table; without headings a row is inserted for them. */
async function addTable(
  self: TableScope,
  [address, hasHeaders]: readonly unknown[],
  model: Model,
): Promise<Ref> {
  const headed = asBoolean(hasHeaders);
  const place =
    range.handleOf(address) ?? model.rangeOf(self.sheetId ?? model.selection.activeSheet(), asText(address));
  if (self.sheetId !== null && place.sheetId !== self.sheetId) throw invalid();
  requireUnprotected(model, place.sheetId);
  requirePlace(place, model);
  let full = place;
  if (!headed) {
    // Excel makes room for a new header row.
    await insertRowsBelow({ ...place, rowCount: 1 }, model);
    full = { ...place, rowCount: place.rowCount + 1 };
    model.tables.requireFree(full);
  } else if (place.rowCount === 1) full = { ...place, rowCount: 2 };
  const added = model.tables.add({
    id: "",
    name: "",
    range: full,
    columns: [],
    style: "TableStyleMedium2",
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showFilterButton: true,
  });
  added.columns = fillHeaders(added, model);
  model.tables.announce(added);
  return ref(table, added.id);
}
