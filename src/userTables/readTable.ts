import { alike, kindOf, liveStore, official, periodParts, shown, type Period, type Store } from "../dataset";
import { a1 } from "../workbook/a1";
import type { UserTableFinding } from "../workbook/problem";
import { headingsText, inBoth } from "./findings";
import { readHeadings } from "./headings";
import { RowReader, textOf } from "./readRows";
import type { wrongs } from "./texts";
import type { UserRow, TableRead } from "./types";

/** No workbook keeps more rows of own data in one table: its settings are read whole whenever it is opened. */
export const MOST_ROWS = 2000;

/** All names by which a part of the data finds its indicators. */
const namesIn = ({ indicators }: Store): ReadonlySet<string> =>
  new Set(
    indicators.flatMap(({ code, label, aliases }) => [code, label.en, label.zh, ...aliases].map(alike)),
  );

/**
 * Reads a table of the user's: all of it, or what keeps it from joining.
 * @param date1904 whether the workbook counts days from 1904
 * @param replaced names of tables in use that this one takes the place of: their indicators may be the same
 * @returns the rows with a figure, and how many say that there is none
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
  const refused = (wrong: keyof typeof wrongs, given: unknown = "", other: string | number = "") => ({
    ok: false as const,
    findings: [{ address: heading(0), text: inBoth(wrong, shown(given), other) }],
  });

  const columns = readHeadings(table.headings);
  if ("wrong" in columns) {
    const address = heading("column" in columns ? columns.column : 0);
    return { ok: false, findings: [{ address, text: headingsText(columns) }] };
  }
  if (table.rows.length > MOST_ROWS) return refused("many", table.rows.length, MOST_ROWS);

  const others = (liveStore.parts ?? [])
    .filter((one) => one !== official && ![table.name, ...replaced].map(textOf).includes(one.version))
    .map((one) => [`“${one.version}”`, namesIn(one)] as const);
  const reader = new RowReader(table, columns, date1904, { official: namesIn(official), others });
  table.rows.forEach((cells, index) => reader.read(cells, index));
  const { rows, findings, without } = reader;
  if (findings.length > 0) return { ok: false, findings };
  return rows.length === 0 ? refused("empty") : { ok: true, rows, without };
}

/** How the data's tables write a period: what stands behind the year, its frequency, and whether it counts from January. */
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
