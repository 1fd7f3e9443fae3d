import { files, type FileName } from "../schema";
import { cell, finding, type Check, type Row } from "../table";
import { compareVersions, isVersion } from "../versions";

const columns = ["added", "withdrawn", "until", "renamed"];
/** What may be empty: what counts still, and what was always called so. */
const optional = ["withdrawn", "renamed"];

/**
 * Versions are written as versions; nothing is withdrawn before or as it is added; and what is withdrawn has a row of the
 * same indicator in its place, added by that version: figures are corrected, they do not vanish.
 */
export const versions: Check = (tables) => {
  const bad = (file: FileName) =>
    tables[file].rows.flatMap((row) =>
      columns
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
