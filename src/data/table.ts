import { csvParseRows } from "d3-dsv";
import { columns, files, type FileName } from "./schema";

/** A row of a table: its file, its number as in a spreadsheet (the heading is row 1), and its cells by column. */
export interface Row {
  readonly file: FileName;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table: its heading and its rows. */
export interface Table {
  readonly heading: readonly string[];
  readonly rows: readonly Row[];
}

/** All tables, by name. */
export type Tables = Readonly<Record<FileName, Table>>;

/** A problem in the tables: its place, the rule, the problem, and how to mend it. */
export interface Finding {
  readonly file: string;
  readonly row: number;
  readonly rule: string;
  readonly message: string;
  readonly mend: string;
}

/** A rule: checks the tables and returns its findings. */
export type Check = (tables: Tables) => Finding[];

/**
 * Reads a table from CSV with a heading.
 * @returns missing cells of short rows are "", which the check of columns reports
 */
export function readTable(file: FileName, text: string): Table {
  const [heading = [], ...lines] = csvParseRows(text.replace(/^\uFEFF/, ""));
  return {
    heading,
    rows: lines.map((line, index) => ({
      file,
      row: index + 2,
      cells: {
        ...Object.fromEntries(heading.map((name, place) => [name, line[place] ?? ""])),
        ...(line.length === heading.length ? {} : { "": `${line.length} cells` }),
      },
    })),
  };
}

/**
 * Reads all tables.
 * @param text gives the content of a file by its table's name
 */
export function readTables(text: (file: FileName) => string): Tables {
  return Object.fromEntries(files.map((file) => [file, readTable(file, text(file))])) as Record<
    FileName,
    Table
  >;
}

/**
 * A cell's text.
 * @returns "" where the column is missing, which the check of columns reports
 */
export function cell(row: Row, column: string): string {
  return row.cells[column] ?? "";
}

/** The texts of a column in some rows. In the order of the rows; "" where a row lacks the cell. */
export const values = (rows: readonly Row[], column: string): string[] =>
  rows.map((row) => cell(row, column));

/**
 * A finding at a row. `message` says what is wrong and `mend` what to do, each in a sentence for whoever edits the
 * table.
 */
export function finding(row: Row, rule: string, message: string, mend: string): Finding {
  return { file: `${row.file}.csv`, row: row.row, rule, message, mend };
}

/** All rows of all tables. In the order of `files`; each row knows its own file. */
export function everyRow(tables: Tables): Row[] {
  return files.flatMap((file) => [...tables[file].rows]);
}

/** The columns that a file must have. In the order in which they stand in the file. */
export function columnsOf(file: FileName): string[] {
  return Object.keys(columns[file]);
}
