import { InsertRangeMoveRightCommand, DeleteRangeMoveLeftCommand } from "@univerjs/sheets";
import type { CellRange, TableState } from "../../state";
import { asInteger, asText, invalid, notFound, Refusal } from "../errors";
import { toUniver } from "../grid/address";
import { requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { columnFilter } from "./columnFilter";
import { orNull, ref } from "./define";
import type { ObjectType } from "./define";
import { range } from "./kinds";
import type { Ref } from "./kinds";
import { enterValues } from "./entering";
import { usedRange } from "./ranges";
import { refreshHeaders, tableOf } from "./tableParts";

interface ColumnHandle {
  table: string;
  column: number;
}

function indexOf(self: ColumnHandle, model: Model): number {
  const index = tableOf(model, self.table).columns.findIndex((one) => one.id === self.column);
  if (index < 0) throw notFound();
  return index;
}

function cellsOf(self: ColumnHandle, model: Model): CellRange {
  const { range: place } = tableOf(model, self.table);
  return { ...place, column: place.column + indexOf(self, model), columnCount: 1 };
}

function bodyOf(self: ColumnHandle, model: Model): CellRange {
  const { showHeaders, showTotals } = tableOf(model, self.table);
  const all = cellsOf(self, model);
  const head = showHeaders ? 1 : 0;
  return { ...all, row: all.row + head, rowCount: all.rowCount - head - (showTotals ? 1 : 0) };
}

/** A column of a table. */
const tableColumn: ObjectType<ColumnHandle> = {
  name: "TableColumn",
  calculated: true,
  check: (self, model) => void indexOf(self, model),
  go: { Filter: (self, model) => ref(columnFilter, { table: self.table, at: indexOf(self, model) }) },
  id: (self) => self.column,
  get: {
    Id: (self) => self.column,
    Index: (self, model) => indexOf(self, model),
    Name: (self, model) => tableOf(model, self.table).columns[indexOf(self, model)]?.name,
    Values: (self, model) => {
      const cells = cellsOf(self, model);
      return model.cells.map(cells, (row, column) => model.cells.at(cells.sheetId, row, column).value);
    },
  },
  set: {
    Name: (self, value, model) => {
      rename(tableOf(model, self.table), indexOf(self, model), asText(value), model);
    },
    Values: (self, value, model) => {
      enterValues(cellsOf(self, model), value, model);
      refreshHeaders(tableOf(model, self.table), model);
    },
  },
  call: {
    GetRange: (self, _args, model) => range.of(cellsOf(self, model)),
    GetDataBodyRange: (self, _args, model) => range.of(bodyOf(self, model)),
    GetHeaderRowRange: (self, _args, model) => {
      if (!tableOf(model, self.table).showHeaders) throw notFound();
      return range.of({ ...cellsOf(self, model), rowCount: 1 });
    },
  },
  act: {
    Delete: async (self, _args, model) => {
      const table = tableOf(model, self.table);
      requireUnprotected(model, table.range.sheetId);
      if (table.columns.length === 1) throw new Refusal("InvalidOperation");
      const index = indexOf(self, model);
      await model.structure.quietly(() =>
        model.book.commandOn(table.range.sheetId, DeleteRangeMoveLeftCommand.id, {
          subUnitId: table.range.sheetId,
          range: toUniver(cellsOf(self, model)),
        }),
      );
      table.columns = table.columns.filter((_one, i) => i !== index);
      table.range = { ...table.range, columnCount: table.range.columnCount - 1 };
      model.tables.announce(table);
    },
  },
};

function rename(table: TableState, index: number, name: string, model: Model): void {
  requireUnprotected(model, table.range.sheetId);
  if (name === "" || name.length > 255) throw invalid();
  if (table.columns.some((one, i) => i !== index && one.name.toLowerCase() === name.toLowerCase())) {
    throw new Refusal("ItemAlreadyExists");
  }
  const column = table.columns[index];
  if (!column) throw notFound();
  column.name = name;
  if (table.showHeaders) {
    const head = { ...table.range, column: table.range.column + index, rowCount: 1, columnCount: 1 };
    model.writeEntries(head, () => ({ kind: "text", value: name }));
  }
  model.tables.announce(table);
}

function find(self: string, key: unknown, model: Model): Ref {
  const { columns } = tableOf(model, self);
  const found = columns.find((one) =>
    typeof key === "number" ? one.id === key : one.name.toLowerCase() === String(key).toLowerCase(),
  );
  if (!found) throw notFound();
  return ref(tableColumn, { table: self, column: found.id });
}

/** The columns of a table. */
export const tableColumns: ObjectType<string> = {
  name: "TableColumnCollection",
  check: (self, model) => void tableOf(model, self),
  get: { Count: (self, model) => tableOf(model, self).columns.length },
  items: (self, model) =>
    tableOf(model, self).columns.map((one) => ref(tableColumn, { table: self, column: one.id })),
  item: find,
  call: {
    GetItemOrNullObject: (self, [key], model) => orNull(() => find(self, key, model)),
    GetItemAt: (self, [index], model) => {
      const found = tableOf(model, self).columns[asInteger(index, 0)];
      if (!found) throw invalid();
      return ref(tableColumn, { table: self, column: found.id });
    },
  },
  act: { Add: addColumn },
};

async function addColumn(
  self: string,
  [index, values, name]: readonly unknown[],
  model: Model,
): Promise<Ref> {
  const table = tableOf(model, self);
  requireUnprotected(model, table.range.sheetId);
  const count = table.columns.length;
  const at = index === undefined || index === null || index === -1 ? count : asInteger(index, 0, count);
  const place = { ...table.range, column: table.range.column + at, columnCount: 1 };
  if (usedRange(model, table.range.sheetId, false)) {
    await model.structure.quietly(() =>
      model.book.commandOn(table.range.sheetId, InsertRangeMoveRightCommand.id, {
        subUnitId: table.range.sheetId,
        range: toUniver(place),
      }),
    );
  }
  table.range = { ...table.range, columnCount: count + 1 };
  const id = Math.max(...table.columns.map((one) => one.id)) + 1;
  table.columns.splice(at, 0, { id, name: "" });
  if (values !== undefined && values !== null) enterValues(place, values, model);
  if (typeof name === "string")
    model.writeEntries({ ...place, rowCount: 1 }, () => ({ kind: "text", value: name }));
  refreshHeaders(table, model);
  return ref(tableColumn, { table: self, column: id });
}
