import { DeleteRangeMoveUpCommand } from "@univerjs/sheets";
import type { CellRange } from "../../state";
import { asInteger, invalid, notFound, Refusal } from "../errors";
import { toUniver } from "../grid/address";
import { requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { ref } from "./define";
import type { ObjectType } from "./define";
import { range } from "./kinds";
import type { Ref } from "./kinds";
import { enterValues } from "./entering";
import { insertRowsBelow, tableOf } from "./tableParts";

interface RowHandle {
  table: string;
  index: number;
}

function body(self: string, model: Model): CellRange {
  const { range: all, showHeaders, showTotals } = tableOf(model, self);
  const head = showHeaders ? 1 : 0;
  return { ...all, row: all.row + head, rowCount: all.rowCount - head - (showTotals ? 1 : 0) };
}

function cellsOf(self: RowHandle, model: Model): CellRange {
  const all = body(self.table, model);
  if (self.index >= all.rowCount) throw notFound();
  return { ...all, row: all.row + self.index, rowCount: 1 };
}

const tableRow: ObjectType<RowHandle> = {
  name: "TableRow",
  calculated: true,
  check: (self, model) => void cellsOf(self, model),
  get: {
    Index: (self) => self.index,
    Values: (self, model) => {
      const cells = cellsOf(self, model);
      return model.cells.map(cells, (row, column) => model.cells.at(cells.sheetId, row, column).value);
    },
  },
  set: {
    Values: (self, value, model) => {
      enterValues(cellsOf(self, model), value, model);
    },
  },
  call: { GetRange: (self, _args, model) => range.of(cellsOf(self, model)) },
  act: {
    Delete: (self, _args, model) => removeRows(self.table, self.index, 1, model),
  },
};

/** The rows of a table's body. */
export const tableRows: ObjectType<string> = {
  name: "TableRowCollection",
  check: (self, model) => void tableOf(model, self),
  get: { Count: (self, model) => body(self, model).rowCount },
  items: (self, model) =>
    Array.from({ length: body(self, model).rowCount }, (_row, index) =>
      ref(tableRow, { table: self, index }),
    ),
  call: {
    GetItemAt: (self, [index], model) => {
      const at = asInteger(index, 0);
      if (at >= body(self, model).rowCount) throw invalid();
      return ref(tableRow, { table: self, index: at });
    },
  },
  act: {
    Add: addRows,
  },
};

async function addRows(self: string, [index, values]: readonly unknown[], model: Model): Promise<Ref> {
  const table = tableOf(model, self);
  requireUnprotected(model, table.range.sheetId);
  const now = body(self, model);
  const at =
    index === undefined || index === null || index === -1 ? now.rowCount : asInteger(index, 0, now.rowCount);
  const rows = Array.isArray(values) && Array.isArray(values[0]) ? values.length : 1;
  const place = { ...table.range, row: now.row + at, rowCount: rows };
  await model.structure.quietly(() => insertRowsBelow(place, model));
  table.range = { ...table.range, rowCount: table.range.rowCount + rows };
  model.tables.announce(table);
  if (values !== undefined && values !== null) enterValues(place, values, model);
  return ref(tableRow, { table: self, index: at });
}

async function removeRows(self: string, index: number, count: number, model: Model): Promise<void> {
  const table = tableOf(model, self);
  requireUnprotected(model, table.range.sheetId);
  const now = body(self, model);
  if (index + count > now.rowCount) throw invalid();
  if (count === now.rowCount) throw new Refusal("InvalidOperation");
  const place = { ...table.range, row: now.row + index, rowCount: count };
  await model.structure.quietly(() =>
    model.book.commandOn(table.range.sheetId, DeleteRangeMoveUpCommand.id, {
      subUnitId: table.range.sheetId,
      range: toUniver(place),
    }),
  );
  table.range = { ...table.range, rowCount: table.range.rowCount - count };
  model.tables.announce(table);
}
