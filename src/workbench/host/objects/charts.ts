import type { ObjectType } from "./define";

/** The charts of a sheet. */
export const charts: ObjectType<string> = { name: "ChartCollection" };
