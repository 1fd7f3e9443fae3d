import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileName } from "../../src/data/schema";
import {
  readTables,
  type Check,
  type Finding,
  type Row,
  type Table,
  type Tables,
} from "../../src/data/table";

/** The tables as they stand in the repository. */
export const tables: Tables = readTables((file) => readFileSync(join("src/data", `${file}.csv`), "utf8"));

/** The tables with one file's rows changed. */
export function altered(file: FileName, change: (rows: Row[]) => Row[]): Tables {
  return { ...tables, [file]: { ...tables[file], rows: change([...tables[file].rows]) } satisfies Table };
}

/** The tables with some cells of one row overwritten; the heading is row 1, as in a spreadsheet. */
export function withCells(file: FileName, row: number, cells: Record<string, string>): Tables {
  return altered(file, (rows) =>
    rows.map((one) => (one.row === row ? { ...one, cells: { ...one.cells, ...cells } } : one)),
  );
}

/** Row number of the first row that satisfies something. */
export function rowWhere(file: FileName, is: (cells: Row["cells"]) => boolean): number {
  const found = tables[file].rows.find((row) => is(row.cells));
  if (found === undefined) throw new Error(`No such row in ${file}.csv`);
  return found.row;
}

/** Row number of the first figure whose cells hold these texts. */
export function observation(wanted: Readonly<Record<string, string>>): number {
  return rowWhere("observations", (cells) =>
    Object.entries(wanted).every(([column, text]) => cells[column] === text),
  );
}

/** What a check finds after some cells of a row were overwritten. */
export function found(check: Check, file: FileName, row: number, cells: Record<string, string>): Finding[] {
  return check(withCells(file, row, cells));
}
