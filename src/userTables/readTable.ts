import { alike, kindOf, liveStore, official, periodParts, shown, type Period, type Store } from "../dataset";
import { a1 } from "../workbook/a1";
import type { UserTableFinding } from "../workbook/problem";
import { headingsText, inBoth } from "./findings";
import { readHeadings } from "./headings";
import { RowReader, textOf } from "./readRows";
import type { wrongs } from "./texts";
import type { UserRow, TableRead } from "./types";

/** The most rows of one table: the settings are read whole whenever the workbook is opened. */
export const MOST_ROWS = 2000;

/** All names of indicators of some data. */
const namesIn = ({ indicators }: Store): ReadonlySet<string> =>
  new Set(
    indicators.flatMap(({ code, label, aliases }) => [code, label.en, label.zh, ...aliases].map(alike)),
  );

/**
 * Reads a table of the user's, or gives all that is wrong with it.
 * @param date1904 whether the workbook uses the 1904 date system
 * @param replaced names of tables that it replaces, whose indicators may be the same
 * @returns the rows with a figure, and the number of rows without one
 */
export function readTable(
  table: TableRead,
  date1904: boolean,
  replaced: readonly string[] = [],
):
  | { ok: true; rows: readonly UserRow[]; without: number }
  | { ok: false; findings: readonly UserTableFinding[] } {
  const [top, left] = table.at;
  const heading = (column: number) => a1([top, left + column, 1, 1]);
  const refused = (wrong: keyof typeof wrongs, detail: unknown = "", other: string | number = "") => ({
    ok: false as const,
    findings: [{ address: heading(0), text: inBoth(wrong, shown(detail), other) }],
  });

  const columns = readHeadings(table.headings);
  if ("wrong" in columns) {
    const address = heading("column" in columns ? columns.column : 0);
    return { ok: false, findings: [{ address, text: headingsText(columns) }] };
  }
  if (table.rows.length > MOST_ROWS) return refused("many", table.rows.length, MOST_ROWS);

  const others = (liveStore.parts ?? [])
    .filter((part) => part !== official && ![table.name, ...replaced].map(textOf).includes(part.version))
    .map((part) => [`“${part.version}”`, namesIn(part)] as const);
  const reader = new RowReader(table, columns, date1904, { official: namesIn(official), others });
  table.rows.forEach((cells, index) => reader.read(cells, index));
  const { rows, findings, without } = reader;
  if (findings.length > 0) return { ok: false, findings };
  return rows.length === 0 ? refused("empty") : { ok: true, rows, without };
}

/** A period as in the data's tables: year, rest, frequency, and whether it is cumulative. */
export function writtenPeriod(period: Period): { year: string; rest: string } {
  const { year, last } = periodParts(period);
  const month = `-${String(last).padStart(2, "0")}`;
  const rest = {
    annual: "A,,period",
    quarter: `Q,-Q${last / 3},period`,
    month: `M,${month},period`,
    ytd: `M,${month},ytd`,
    half: "",
  }[kindOf(period)];
  return { year: String(year), rest };
}
