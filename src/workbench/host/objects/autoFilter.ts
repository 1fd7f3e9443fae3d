import type { Model } from "../model";
import type { ObjectType } from "./define";

/** The filter of a sheet or of a table. Filters are not carried out here: setting one is ApiNotFound. */
export const autoFilter: ObjectType<{ sheet: string } | { table: string }> = {
  name: "AutoFilter",
  get: {
    Enabled: (self, model: Model) =>
      "table" in self && model.tables.byId(self.table)?.showFilterButton === true,
    IsDataFiltered: () => false,
    Criteria: () => [],
  },
  call: { ClearCriteria: () => null, Reapply: () => null },
};
