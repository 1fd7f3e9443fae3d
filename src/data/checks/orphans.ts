import type { FileName } from "../schema";
import { cell, finding, type Check } from "../table";

const mustBeUsed: readonly (readonly [
  file: FileName,
  key: string,
  by: readonly (readonly [FileName, string])[],
])[] = [
  ["indicators", "indicator_code", [["observations", "indicator_code"]]],
  [
    "sources",
    "source_id",
    [
      ["observations", "source_id"],
      ["breaks", "source_id"],
      ["events", "source_id"],
    ],
  ],
  ["releases", "release", [["sources", "release"]]],
  ["themes", "theme", [["indicators", "theme"]]],
  ["relays", "name", [["sources", "relay"]]],
  ["names", "name", [["events", "places"]]],
  [
    "notes",
    "note",
    [
      ["observations", "note"],
      ["indicators", "basis"],
    ],
  ],
];

/**
 * Every indicator has a figure, and every source, theme, name and note is used. Nothing that is bundled is there for
 * nothing: each costs every user bytes.
 */
export const orphans: Check = (tables) =>
  mustBeUsed.flatMap(([file, key, by]) => {
    const namedThere = new Set(
      by.flatMap(([from, column]) =>
        tables[from].rows.flatMap((row) => [cell(row, column), ...cell(row, column).split("; ")]),
      ),
    );
    return tables[file].rows
      .filter((row) => !namedThere.has(cell(row, key)))
      .map((row) =>
        finding(
          row,
          "orphans",
          `Nothing uses ${JSON.stringify(cell(row, key))}.`,
          `Add a row of ${by.map(([other]) => `${other}.csv`).join(" or ")} that does, or delete this one.`,
        ),
      );
  });
