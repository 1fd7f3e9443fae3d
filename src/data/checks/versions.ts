import { files, type FileName } from "../schema";
import { cell, finding, type Check, type Row } from "../table";
import { compareVersions, isVersion } from "../versions";

const historyColumns = ["added", "withdrawn", "until", "renamed"];
/** Columns that may be empty, for valid rows and unchanged names. */
const optional = ["withdrawn", "renamed"];

/**
 * Versions have their form; nothing is withdrawn in or before the version that added it; and a withdrawn row has a
 * replacement for the same indicator, added in that version, because figures are corrected and not dropped.
 */
export const versions: Check = (tables) => {
  const bad = (file: FileName) =>
    tables[file].rows.flatMap((row) =>
      historyColumns
        .filter((column) => column in row.cells)
        .filter(
          (column) =>
            !isVersion(cell(row, column)) && !(optional.includes(column) && cell(row, column) === ""),
        )
        .map((column) =>
          finding(
            row,
            "versions",
            `${column} ${JSON.stringify(cell(row, column))} is no version.`,
            "Write the version of the data, as 0.2.0.",
          ),
        ),
    );
  const inPlace = (row: Row) =>
    tables.observations.rows.some(
      (other) =>
        ["indicator_code", "measure", "source_id"].every((name) => cell(other, name) === cell(row, name)) &&
        cell(other, "added") === cell(row, "withdrawn"),
    );
  return [
    ...files.flatMap(bad),
    ...tables.observations.rows.flatMap((row) => {
      const withdrawn = cell(row, "withdrawn");
      if (!isVersion(withdrawn) || !isVersion(cell(row, "added"))) return [];
      if (compareVersions(cell(row, "added"), withdrawn) >= 0) {
        return [
          finding(
            row,
            "versions",
            `Withdrawn in ${withdrawn}, but added in ${cell(row, "added")}.`,
            "A row that no version has is deleted.",
          ),
        ];
      }
      return inPlace(row)
        ? []
        : [
            finding(
              row,
              "versions",
              `Withdrawn in ${withdrawn}, and nothing stands in its place.`,
              "Add the corrected row, of the same indicator, measure and source.",
            ),
          ];
    }),
  ];
};
