import { cell, finding, type Check } from "../table";
import { lastDay } from "./calendar";

/** An event has a date or a period that exists, and names who acted and where. */
export const events: Check = (tables) =>
  tables.events.rows.flatMap((row) => [
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
