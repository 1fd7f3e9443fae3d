import { cell, finding, type Check } from "../table";
import { endOfPeriod, lastDay } from "./calendar";

const form = /^\d{4}(-\d\d(-\d\d)?)?$/;
const isDate = (text: string) => form.test(text) && lastDay(text) !== undefined;

/** Dates exist; nothing is released before its period has ended, nor after the text in which it was read. */
export const dates: Check = (tables) => {
  const published = new Map(
    tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "published")]),
  );
  const bad = (column: string, rows: (typeof tables)["sources"]["rows"]) =>
    rows
      .filter((row) => !isDate(cell(row, column)))
      .map((row) =>
        finding(
          row,
          "dates",
          `${column} ${JSON.stringify(cell(row, column))} is no date.`,
          "Write 2026, 2026-01 or 2026-01-19, as much as is known.",
        ),
      );
  return [
    ...bad("published", tables.sources.rows),
    ...bad("dated", tables.copies.rows),
    ...bad("vintage", tables.observations.rows),
    ...tables.observations.rows.flatMap((row) => {
      if (!isDate(cell(row, "vintage"))) return [];
      const vintage = lastDay(cell(row, "vintage")) ?? "";
      const end = endOfPeriod(cell(row, "time_period")) ?? "";
      const read = lastDay(published.get(cell(row, "source_id")) ?? "") ?? vintage;
      if (vintage < end) {
        return [
          finding(
            row,
            "dates",
            `Released on ${vintage}, before its period ended.`,
            "Correct vintage or time_period.",
          ),
        ];
      }
      return cell(row, "vintage") > read
        ? [
            finding(
              row,
              "dates",
              `Released ${cell(row, "vintage")}, after its source of ${read}.`,
              "Correct vintage, or name the later source.",
            ),
          ]
        : [];
    }),
  ];
};
