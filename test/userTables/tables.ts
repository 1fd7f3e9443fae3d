import { readTable } from "../../src/userTables/readTable";
import type { TableRead } from "../../src/userTables/types";

/** The value of a cell. */
export type Cell = string | number | boolean;

/** A table whose first heading is in A1; `percent` are the rows whose value Excel shows as a percentage. */
export const table = (
  headings: Cell[],
  rows: Cell[][],
  percent: number[] = [],
  name = "Sales",
): TableRead => ({
  name,
  at: [0, 0],
  headings,
  rows,
  formats: rows.map((row, index) => row.map(() => (percent.includes(index) ? "0.0%" : "General"))),
});
/** The headings of every field. */
export const allHeadings = ["indicator", "period", "value", "measure", "unit", "source", "link", "released"];

/** The rows of a table; fails the test if something in it is refused. */
export function rowsOf(given: TableRead) {
  const read = readTable(given, false);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.rows;
}
/** What is refused in a table: each time the cell and the sentence. */
export const wrongIn = (given: TableRead, language: "en" | "zh" = "en"): string[] => {
  const read = readTable(given, false);
  return read.ok ? [] : read.findings.map(({ address, text }) => `${address} ${text[language]}`);
};
