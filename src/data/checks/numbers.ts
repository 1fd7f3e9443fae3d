import { cell, finding, type Check } from "../table";

const printedNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** A value is written exactly as printed, without grouping or unit: 36242, 3.6, -0.1, 4.0. */
export const numbers: Check = (tables) =>
  tables.observations.rows
    .filter((row) => !printedNumber.test(cell(row, "obs_value")))
    .map((row) =>
      finding(
        row,
        "numbers",
        `obs_value ${JSON.stringify(cell(row, "obs_value"))} is not a plain decimal number.`,
        "Write the digits as printed, a point before decimals, no separators, no unit; the unit goes to unit_mult.",
      ),
    );
