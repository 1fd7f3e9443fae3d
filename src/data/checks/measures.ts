import { cell, finding, type Check } from "../table";

/**
 * Beside growth an indicator has only one measure, which ECOM.VALUE returns. The finding is at the first row that
 * differs.
 */
export const measures: Check = (tables) => {
  const first = new Map<string, { measure: string; row: number }>();
  return tables.observations.rows.flatMap((row) => {
    const code = cell(row, "indicator_code");
    const measure = cell(row, "measure");
    if (measure === "YOY_GROWTH") return [];
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, { measure, row: row.row });
    return earlier === undefined || earlier.measure === measure
      ? []
      : [
          finding(
            row,
            "measures",
            `${code} has a ${measure} here and a ${earlier.measure} in row ${earlier.row}.`,
            "Make one of them an indicator of its own.",
          ),
        ];
  });
};
