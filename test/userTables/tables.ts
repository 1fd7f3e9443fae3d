import { figure, figureText, findIndicator, joinTables } from "../../src/dataset";
import type { Figure, MeasureName, Period } from "../../src/dataset";
import { keepTable, packTable } from "../../src/userTables/keep";
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

/** Lets a table join, as the workbook would keep it. */
export const use = (given: TableRead, kept?: string) => {
  const next = keepTable(kept, given.name, packTable(given.name, rowsOf(given), "2026-11-26"));
  joinTables(next);
  return next;
};
/** The figure of one of the user's indicators as text, or the reason why there is none. */
export const figureShown = (name: string, period: string, measure?: MeasureName) => {
  const indicator = findIndicator(name);
  if (!indicator.ok) return indicator.reason.name;
  const answer = figure({ indicator: indicator.value, period: period as Period, measure });
  return answer.ok ? figureText(answer.value, "en") : answer.reason.name;
};

/** The figure itself; there must be one. */
export function figureIn(name: string, period: string, asof?: string): Figure {
  const indicator = findIndicator(name);
  if (!indicator.ok) throw new Error(indicator.reason.name);
  const answer = figure({ indicator: indicator.value, period: period as Period, asof });
  if (!answer.ok) throw new Error(answer.reason.name);
  return answer.value;
}
