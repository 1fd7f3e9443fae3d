import { files, keys as keyColumns } from "../schema";
import { cell, finding, type Check } from "../table";

/**
 * No two rows of a file have the same key, and no part of a key is empty. The finding names the first row with the
 * key.
 */
export const keys: Check = (tables) =>
  files.flatMap((file) => {
    const firstRowOf = new Map<string, number>();
    return tables[file].rows.flatMap((row) => {
      const parts = keyColumns[file].map((column) => cell(row, column));
      const key = parts.join(" · ");
      const first = firstRowOf.get(key);
      firstRowOf.set(key, first ?? row.row);
      if (parts.includes("")) {
        return [
          finding(row, "keys", `The key ${key} has an empty part.`, `Fill ${keyColumns[file].join(", ")}.`),
        ];
      }
      if (first === undefined) return [];
      return [
        finding(
          row,
          "keys",
          `The key ${key} is already in row ${first}.`,
          "Delete one of the two, or give the part in which they differ.",
        ),
      ];
    });
  });
