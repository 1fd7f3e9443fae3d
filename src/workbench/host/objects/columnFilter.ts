import { asText, invalid } from "../errors";
import { requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import type { ObjectType } from "./define";
import { applyFilters, setFilter, tableOf } from "./tableParts";

/** A column of a table, by its index. */
interface Column {
  table: string;
  at: number;
}

function filter({ table: id, at }: Column, values: readonly string[], model: Model): void {
  const table = tableOf(model, id);
  requireUnprotected(model, table.range.sheetId, "allowAutoFilter");
  setFilter(table, at, values);
  applyFilters(model, table);
  model.tables.announce(table);
}

/** The filter of a table's column, by its kept texts. Excel's other kinds are ApiNotFound. */
export const columnFilter: ObjectType<Column> = {
  name: "Filter",
  check: ({ table }, model) => void tableOf(model, table),
  get: {
    Criteria: ({ table, at }, model) => {
      const values = tableOf(model, table).filters?.[at];
      return values ? { filterOn: "Values", values: [...values] } : null;
    },
  },
  act: {
    ApplyValuesFilter: (self, [values], model) => {
      if (!Array.isArray(values)) throw invalid();
      filter(self, values.map(asText), model);
    },
  },
};
