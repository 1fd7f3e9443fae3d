import { cell, finding, type Check } from "../table";

/** Beside growth an indicator has only one measure, which ECOM.VALUE returns. */
export const measures: Check = (tables) => {
  const first = new Map<string, { measure: string; row: number }>();
  return tables.observations.rows.flatMap((row) => {
    const code = cell(row, "indicator_code");
    const measure = cell(row, "measure");
    if (measure === "YOY_GROWTH") return [];
    const seen = first.get(code);
    if (seen === undefined) first.set(code, { measure, row: row.row });
    return seen === undefined || seen.measure === measure
      ? []
      : [
          finding(
            row,
            "measures",
            `${code} has a ${measure} here and a ${seen.measure} in row ${seen.row}.`,
            "Make one of them an indicator of its own.",
          ),
        ];
  });
};
