import type { ObjectType } from "./define";

/** The filter of a sheet's cells outside of tables: here a sheet has none, and setting one is ApiNotFound. */
export const autoFilter: ObjectType<string> = {
  name: "AutoFilter",
  get: { IsDataFiltered: () => false, Criteria: () => [] },
  act: { ClearCriteria: () => null },
};
