import type { FileName } from "../schema";
import { cell, finding, type Check } from "../table";

/** The references: file and column, the file and column that they point to, and whether they may be empty. */
export const references: readonly (readonly [
  from: FileName,
  column: string,
  to: FileName,
  key: string,
  optional?: true,
])[] = [
  ["observations", "indicator_code", "indicators", "indicator_code"],
  ["observations", "source_id", "sources", "source_id"],
  ["observations", "note", "notes", "note", true],
  ["indicators", "basis", "notes", "note", true],
  ["indicators", "theme", "themes", "theme"],
  ["sources", "publisher", "publishers", "name"],
  ["sources", "relay", "relays", "name", true],
  ["sources", "release", "releases", "release"],
  ["releases", "publisher", "publishers", "name"],
  ["copies", "source_id", "sources", "source_id"],
  ["breaks", "indicator_code", "indicators", "indicator_code"],
  ["breaks", "successor", "indicators", "indicator_code", true],
  ["breaks", "source_id", "sources", "source_id"],
  ["relations", "indicator_code", "indicators", "indicator_code"],
  ["relations", "other", "indicators", "indicator_code"],
  ["events", "theme", "themes", "theme"],
  ["events", "source_id", "sources", "source_id"],
  ["former", "indicator_code", "indicators", "indicator_code"],
];

/**
 * Every id in a reference exists in the table that it points to. An empty cell is right only where the reference is
 * optional.
 */
export const referencesResolve: Check = (tables) =>
  references.flatMap(([from, column, to, key, optional]) => {
    const known = new Set(tables[to].rows.map((row) => cell(row, key)));
    return tables[from].rows
      .filter((row) => !known.has(cell(row, column)) && !(optional && cell(row, column) === ""))
      .map((row) =>
        finding(
          row,
          "references",
          `${column} ${JSON.stringify(cell(row, column))} is no row of ${to}.csv.`,
          `Correct it, or add the row to ${to}.csv.`,
        ),
      );
  });
