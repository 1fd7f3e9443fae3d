import type { TableState } from "../../state";
import type { Model } from "../model";
import type { ObjectType } from "./define";
import { clearFilters, tableOf } from "./tableParts";

type Handle = { sheet: string } | { table: string };

const tableBehind = (self: Handle, model: Model): TableState | undefined =>
  "table" in self ? tableOf(model, self.table) : undefined;

/** The filter of a table. A sheet has none here, and setting one is ApiNotFound. */
export const autoFilter: ObjectType<Handle> = {
  name: "AutoFilter",
  get: {
    IsDataFiltered: (self, model) => tableBehind(self, model)?.filters !== undefined,
    Criteria: (self, model) => {
      const { filters, columns = [] } = tableBehind(self, model) ?? {};
      if (!filters) return [];
      return columns.map((_, at) => (filters[at] ? { filterOn: "Values", values: [...filters[at]] } : null));
    },
  },
  act: {
    ClearCriteria: (self, _args, model) => {
      const table = tableBehind(self, model);
      if (table) clearFilters(model, table);
      return null;
    },
  },
};
