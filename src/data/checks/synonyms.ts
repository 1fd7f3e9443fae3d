import { cell, finding, type Check } from "../table";
import { alike } from "./names";

/**
 * The meaning of a synonym is a name here, or part of one, and not the word itself. A synonym stands for text that
 * `search` finds, so it must be in a name.
 */
export const synonyms: Check = (tables) => {
  const names = tables.indicators.rows.flatMap((row) =>
    ["indicator_code", "label_en", "label_zh", "aliases"].map((column) => alike(cell(row, column))),
  );
  return tables.synonyms.rows.flatMap((row) => {
    const means = alike(cell(row, "means"));
    if (means === "" || !names.some((name) => name.includes(means))) {
      return [
        finding(
          row,
          "synonyms",
          `No name holds ${JSON.stringify(cell(row, "means"))}.`,
          "Write a word of an alias or label of the indicator that is meant.",
        ),
      ];
    }
    return means === alike(cell(row, "word"))
      ? [finding(row, "synonyms", "The word means itself.", "Delete the row.")]
      : [];
  });
};
