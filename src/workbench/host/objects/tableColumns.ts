import { asInteger, invalid, notFound } from "../errors";
import type { Model } from "../model";
import { columnFilter } from "./columnFilter";
import { ref } from "./define";
import type { ObjectType } from "./define";
import { tableOf } from "./tableParts";

interface ColumnHandle {
  table: string;
  column: number;
}

function indexOf(self: ColumnHandle, model: Model): number {
  const index = tableOf(model, self.table).columns.findIndex((column) => column.id === self.column);
  if (index < 0) throw notFound();
  return index;
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
    Name: (self, model) => tableOf(model, self.table).columns[indexOf(self, model)]?.name,
  },
};

/** The columns of a table. */
export const tableColumns: ObjectType<string> = {
  name: "TableColumnCollection",
  check: (self, model) => void tableOf(model, self),
  items: (self, model) =>
    tableOf(model, self).columns.map((column) => ref(tableColumn, { table: self, column: column.id })),
  call: {
    GetItemAt: (self, [index], model) => {
      const column = tableOf(model, self).columns[asInteger(index, 0)];
      if (!column) throw invalid();
      return ref(tableColumn, { table: self, column: column.id });
    },
  },
};
