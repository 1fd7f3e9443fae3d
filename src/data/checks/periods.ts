import { cell, finding, type Check, type Row } from "../table";
import { endOfPeriod } from "./calendar";

const isoMonth = /^\d{4}-\d\d$/;
const forms: Readonly<Record<string, RegExp>> = { A: /^\d{4}$/, Q: /^\d{4}-Q[1-4]$/, M: isoMonth };

/** Whether a row's period has the right form: for `since` two months, else as its frequency requires. */
function isWritten(row: Row): boolean {
  const period = cell(row, "time_period");
  const form = cell(row, "accumulation") === "since" ? /^[\d-]{7}\/[\d-]{7}$/ : forms[cell(row, "freq")];
  return (form?.test(period) ?? false) && endOfPeriod(period) !== undefined;
}

/**
 * A period has the form of its frequency and exists, and a year is never cumulative. A figure counted from another
 * month than January names both months and has frequency M; indicators whose basis says so have no cumulative
 * figures.
 */
export const periods: Check = (tables) => {
  const windowed = new Set(
    tables.indicators.rows
      .filter((row) => /window starts in/.test(cell(row, "basis")))
      .map((row) => cell(row, "indicator_code")),
  );
  return tables.observations.rows.flatMap((row) => {
    const freq = cell(row, "freq");
    const since = cell(row, "accumulation") === "since";
    const wrong = (message: string, mend: string) => [finding(row, "periods", message, mend)];
    if (!isWritten(row)) {
      return wrong(
        `${JSON.stringify(cell(row, "time_period"))} is no period of freq ${freq} and accumulation ${cell(row, "accumulation")}.`,
        "Write 2025 for A, 2025-Q1 for Q, 2025-03 for M; of since 2025-04/2025-05.",
      );
    }
    if (!since && cell(row, "withdrawn") === "" && windowed.has(cell(row, "indicator_code")))
      return wrong(
        "The indicator’s basis says that this is not counted from January.",
        "Give accumulation since, and both months.",
      );
    if (since && freq !== "M") return wrong("What is counted since a month is not of freq M.", "Write M.");
    return freq === "A" && cell(row, "accumulation") !== "period"
      ? wrong("A year is written as ytd.", "Write period: the year is its own December ytd.")
      : [];
  });
};
