import { cell, finding, type Check } from "../table";
import { endOfPeriod, lastDay } from "./calendar";

/** A break is a month. If a successor follows, the series has no later figure. */
export const breaks: Check = (tables) =>
  tables.breaks.rows.flatMap((row) => {
    const after = cell(row, "break_after");
    const code = cell(row, "indicator_code");
    const end = /^\d{4}-\d\d$/.test(after) ? lastDay(after) : undefined;
    if (end === undefined) {
      return [
        finding(row, "breaks", `break_after ${JSON.stringify(after)} is no month.`, "Write it as 2025-12."),
      ];
    }
    if (cell(row, "successor") === "") return [];
    if (cell(row, "successor") === code) {
      return [
        finding(row, "breaks", "The series succeeds itself.", "Name the series that follows, or none."),
      ];
    }
    return tables.observations.rows
      .filter(
        (later) =>
          cell(later, "indicator_code") === code && (endOfPeriod(cell(later, "time_period")) ?? "") > end,
      )
      .map((later) =>
        finding(
          later,
          "breaks",
          `${code} has a figure after it ended with ${after}.`,
          `It belongs to ${cell(row, "successor")}, or the row of breaks.csv is wrong.`,
        ),
      );
  });
