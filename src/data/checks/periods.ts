import { cell, finding, type Check } from "../table";
import { lastDay } from "./calendar";

const forms: Readonly<Record<string, RegExp>> = { A: /^\d{4}$/, Q: /^\d{4}-Q[1-4]$/, M: /^\d{4}-\d\d$/ };

/** A period is written as its frequency says, exists, and a year is never called cumulative. */
export const periods: Check = (tables) =>
  tables.observations.rows.flatMap((row) => {
    const freq = cell(row, "freq");
    const period = cell(row, "time_period");
    if (!(forms[freq]?.test(period) ?? false) || lastDay(period) === undefined) {
      return [
        finding(
          row,
          "periods",
          `${JSON.stringify(period)} is no period of freq ${freq}.`,
          "Write 2025 for A, 2025-Q1 for Q, 2025-03 for M.",
        ),
      ];
    }
    return freq === "A" && cell(row, "accumulation") !== "period"
      ? [
          finding(
            row,
            "periods",
            "A year is written as ytd.",
            "Write period: the year is its own December ytd.",
          ),
        ]
      : [];
  });
