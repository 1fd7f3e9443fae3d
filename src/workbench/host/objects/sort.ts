import type { IMutationInfo } from "@univerjs/core";
import type { CellRange, TableState } from "../../state";
import { asInteger, invalid } from "../errors";
import { Refusal } from "../errors";
import type { Entry } from "../grid/entry";
import { mergesIn, requireOwnCells, requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { stylesNow } from "../tableSteps";
import type { ObjectType } from "./define";
import { bodyOf, tableOf } from "./tableParts";

interface Key {
  column: number;
  ascending: boolean;
}

function keysOf(fields: unknown, columns: number): Key[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalid();
  return fields.map((field: unknown) => {
    if (typeof field !== "object" || field === null) throw invalid();
    const { key, ascending, sortOn } = field as { key?: unknown; ascending?: unknown; sortOn?: unknown };
    if (sortOn !== undefined && sortOn !== null && sortOn !== "Value")
      throw new Refusal("UnsupportedOperation");
    return { column: asInteger(key, 0, columns - 1), ascending: ascending !== false };
  });
}

const rank = { Double: 0, String: 1, Boolean: 2, Error: 3, Empty: 4 };

/** Sorts the rows of a range by values; formulas keep their text. */
function sortRows(self: CellRange, keys: readonly Key[], model: Model): void {
  requireUnprotected(model, self.sheetId, "allowSort");
  requireOwnCells(model, self);
  if (mergesIn(model, self).length > 0) throw new Refusal("InvalidOperation");
  const rows = model.cells.map(self, (row, column) => model.cells.at(self.sheetId, row, column));
  const order = rows.map((_row, index) => index);
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const first = rows[a]?.[column];
      const right = rows[b]?.[column];
      if (!first || !right) continue;
      if (first.type === "Empty" || right.type === "Empty") {
        if (first.type !== right.type) return first.type === "Empty" ? 1 : -1;
        continue;
      }
      const byType = rank[first.type] - rank[right.type];
      const difference =
        byType !== 0
          ? byType
          : typeof first.value === "string"
            ? first.value.localeCompare(String(right.value), model.locale, { sensitivity: "accent" })
            : Number(first.value) - Number(right.value);
      if (difference !== 0) return ascending ? difference : -difference;
    }
    return a - b;
  });
  const styles = sortedStyles(self, order, model);
  model.writeEntries(self, (row, column): Entry => {
    const content = rows[order[row - self.row] ?? -1]?.[column - self.column];
    if (!content) return { kind: "unchanged" };
    if (content.formula !== undefined) return { kind: "formula", formula: content.formula };
    switch (content.type) {
      case "Empty":
        return { kind: "empty" };
      case "Double":
        return { kind: "number", value: Number(content.value) };
      case "Boolean":
        return { kind: "boolean", value: content.value === true };
      case "Error":
        return { kind: "error", value: String(content.value) };
      case "String":
        return { kind: "text", value: String(content.value) };
    }
  });
  // Formats move with their cells, as in Excel.
  for (const { id, params } of styles) model.book.mutate(id, params as object);
}

/** The steps that move the rows' formats; none if all rows have the same. */
function sortedStyles(self: CellRange, order: readonly number[], model: Model): IMutationInfo[] {
  const [clear, set] = stylesNow(model, self);
  if (!clear || !set) return [];
  const { cellValue } = set.params as { cellValue: Record<number, unknown> };
  const rows = order.map((_from, index) => cellValue[self.row + index]);
  if (new Set(rows.map((style) => JSON.stringify(style))).size === 1) return [];
  order.forEach((from, index) => (cellValue[self.row + index] = rows[from]));
  return [clear, set];
}

/** Sorts a table's rows by one column (from 0). The heading and the totals stay. */
export function sortTableBy(model: Model, table: TableState, column: number, ascending: boolean): void {
  sortRows(bodyOf(table), [{ column, ascending }], model);
}

/** Sorting of a table. */
export const tableSort: ObjectType<string> = {
  name: "TableSort",
  calculatedCalls: ["Apply"],
  act: {
    Apply: (self, [fields], model) => {
      const table = tableOf(model, self);
      sortRows(bodyOf(table), keysOf(fields, table.range.columnCount), model);
    },
  },
};
