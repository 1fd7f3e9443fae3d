import { cell, finding, type Check, type Finding, type Row, type Tables } from "../table";
import { endOfPeriod, lastDay } from "./calendar";

const isoDate = /^\d{4}(-\d\d(-\d\d)?)?$/;
const isDate = (text: string) => isoDate.test(text) && lastDay(text) !== undefined;

/** Releases of which there is one for each period. Other releases of a body, such as a year's, come in parts. */
const MONTHLY = "retail";
/** A body may publish its English text a day after the Chinese one, in milliseconds. */
const A_DAY = 86_400_000;

/** Two texts of one monthly release whose dates contradict each other. */
function contradictions({ sources }: Tables): Finding[] {
  const first = new Map<string, Row>();
  return sources.rows.flatMap((row) => {
    const [day, release] = [cell(row, "published"), cell(row, "release")];
    const key = `${cell(row, "publisher")} ${release} ${cell(row, "of")}`;
    if (release !== MONTHLY || day.length < 10) return [];
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    const others = other === undefined ? day : cell(other, "published");
    if (Math.abs(Date.parse(day) - Date.parse(others)) <= A_DAY) return [];
    return [
      finding(
        row,
        "dates",
        `Published on ${day}, but the same release on ${others} by ${cell(other!, "source_id")}.`,
        "Write the day on which the body released it; the day of a copy stands in copies.csv.",
      ),
    ];
  });
}

/** Dates exist. Nothing is released before the end of its period, nor after the text in which it was read. */
export const dates: Check = (tables) => {
  const published = new Map(
    [
      ...tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "published")] as const),
      // The date of a copy is the date of that text.
      ...tables.copies.rows.map((row) => [cell(row, "source_id"), cell(row, "dated")] as const),
    ].filter(([, day]) => day !== ""),
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
    ...contradictions(tables),
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
