import { files } from "../schema";
import { columnsOf, finding, type Check } from "../table";

/**
 * Every file has exactly the columns of the schema, in its order, and every row has a cell for each. A wrong heading
 * is told as row 1.
 */
export const columns: Check = (tables) =>
  files.flatMap((file) => {
    const { heading, rows } = tables[file];
    const wanted = columnsOf(file).join(",");
    const head =
      heading.join(",") === wanted
        ? []
        : [
            {
              file: `${file}.csv`,
              row: 1,
              rule: "columns",
              message: `The heading is ${heading.join(",")}.`,
              mend: `Make it ${wanted}.`,
            },
          ];
    const ragged = rows
      .filter((row) => "" in row.cells)
      .map((row) =>
        finding(
          row,
          "columns",
          `The row has ${row.cells[""]} where the heading has ${heading.length}.`,
          "Quote cells that hold a comma, and leave a missing cell empty.",
        ),
      );
    return [...head, ...ragged];
  });
