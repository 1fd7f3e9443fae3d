import { cell, finding, type Check, type Row } from "../table";
import { lastDay } from "./calendar";

/**
 * An event has a valid date or period, and names who acted and where. What it explains, if anything, are codes of
 * indicators.
 */
export const events: Check = (tables) => {
  const known = new Set(tables.indicators.rows.map((row) => cell(row, "indicator_code")));
  const explained = (row: Row) => cell(row, "explains").split(";").filter(Boolean);
  return tables.events.rows.flatMap((row) => [
    ...explained(row)
      .filter((code) => !known.has(code))
      .map((code) =>
        finding(row, "events", `explains ${JSON.stringify(code)}, which is no indicator.`, "Write its code."),
      ),
    ...(lastDay(cell(row, "date_or_period")) === undefined
      ? [
          finding(
            row,
            "events",
            `date_or_period ${JSON.stringify(cell(row, "date_or_period"))} is neither.`,
            "Write 2025, 2025-Q1, 2025-04 or 2025-04-21.",
          ),
        ]
      : []),
    ...["actors", "places"]
      .filter((column) => cell(row, column) === "")
      .map((column) => finding(row, "events", `${column} is empty.`, "Say it as the source does.")),
  ]);
};
