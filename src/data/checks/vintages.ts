import { cell, finding, type Check, type Row } from "../table";
import { endOfPeriod } from "./calendar";
import { figures, type Printed } from "./figures";

/** So many months after its period a figure was certainly published elsewhere before. */
const LATE = 9;
const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1);
/** The months from the period's end to the earliest day of release. */
const lag = (row: Row) =>
  monthOf(cell(row, "vintage")) - monthOf(endOfPeriod(cell(row, "time_period")) ?? "");

/**
 * A figure with a late first vintage has a note that it was public before, which the data do not know. Late is more
 * than 9 months after the period's end.
 */
export const vintages: Check = (tables) => {
  const earliest = new Map<string, Printed>();
  for (const figure of figures(tables)) {
    const before = earliest.get(figure.key);
    if (before === undefined || lag(figure.row) < lag(before.row)) earliest.set(figure.key, figure);
  }
  return [...earliest.values()]
    .filter(({ row }) => lag(row) > LATE && !/first seen/i.test(cell(row, "note")))
    .map(({ row }) =>
      finding(
        row,
        "vintages",
        `First released on ${cell(row, "vintage")}, ${lag(row)} months after its period.`,
        "Find the first print, or say in the note that it was first seen in a later text.",
      ),
    );
};

/**
 * A doubtful figure has a note, and a figure from the press alone is not final. A source of rank 4 is the press.
 * Withdrawn rows are passed over.
 */
export const doubts: Check = (tables) => {
  const rank = new Map(tables.sources.rows.map((row) => [cell(row, "source_id"), cell(row, "rank")]));
  return tables.observations.rows.flatMap((row) => {
    if (cell(row, "withdrawn") !== "") return [];
    const [status, note] = [cell(row, "obs_status"), cell(row, "note")];
    if (status === "U" && !/doubtful/.test(note))
      return [
        finding(
          row,
          "vintages",
          "Doubtful, and nothing says why.",
          "Say in the note how else it can be read.",
        ),
      ];
    return status === "A" && rank.get(cell(row, "source_id")) === "4"
      ? [finding(row, "vintages", "Final, by the press alone.", "Give status P, or a source of a body.")]
      : [];
  });
};
