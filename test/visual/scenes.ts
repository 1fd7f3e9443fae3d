import type { Insertion } from "../../src/workbook/insertion";
import { singles, summaries } from "../excel/insertions";

/** A sheet that is looked at, in both languages. */
export interface Scene {
  /** Name of its pictures. */
  name: string;
  insertion: Insertion;
}

/** Every template, and the single insertions that have a look of their own. A series stands as values: LibreOffice calculates spilling formulas again. */
export const scenes: readonly Scene[] = [
  ...Object.entries(summaries).map(([name, insertion]) => ({ name, insertion })),
  { name: "table", insertion: singles["table of several"] },
  { name: "table-of-one", insertion: singles["table of one"] },
  { name: "chart", insertion: singles["chart of one"] },
  { name: "chart-of-several", insertion: singles["chart of several"] },
  { name: "series", insertion: singles["series as values"] },
  { name: "card", insertion: { ...singles.card, live: false } },
];
