import type { CellRange, TableState, WorkbookState } from "../../state";
import { Refusal } from "../errors";
import { intersection } from "./address";
import type { Book } from "./book";
import { allowTableNames, announceTable, forgetTable } from "./superTables";

/** The tables of the workbook: our state, announced to the formula engine. */
export class Tables {
  constructor(
    private readonly book: Book,
    private readonly state: WorkbookState,
  ) {
    allowTableNames(book);
  }

  byId(id: string): TableState | undefined {
    return this.state.data.tables.find((table) => table.id === id);
  }

  /** Adds a table with a new id; if its name exists, a number is appended, as Excel does. */
  add(table: TableState): TableState {
    const { tables } = this.state.data;
    const id = String(Math.max(0, ...tables.map((existing) => Number(existing.id) || 0)) + 1);
    const added = { ...table, id, name: this.freeName(table.name, Number(id)) };
    tables.push(added);
    this.announce(added);
    return added;
  }

  announce(table: TableState): void {
    announceTable(this.book, table);
    this.state.changed({ kind: "tables", sheetId: table.range.sheetId, id: table.id });
  }

  remove(table: TableState): void {
    const { data } = this.state;
    data.tables = data.tables.filter((other) => other.id !== table.id);
    forgetTable(this.book, table.name);
    this.state.changed({ kind: "tables", sheetId: table.range.sheetId, id: table.id });
  }

  rename(table: TableState, name: string): void {
    forgetTable(this.book, table.name);
    table.name = name;
    this.announce(table);
  }

  nameTaken(name: string): boolean {
    const wanted = name.toLowerCase();
    const { tables, names } = this.state.data;
    return [...tables, ...names].some((item) => item.name.toLowerCase() === wanted);
  }

  /** The wanted name if it is free, else with the first free number from `first`; for "" Table1, Table2 … */
  private freeName(wanted: string, first: number): string {
    if (wanted !== "" && !this.nameTaken(wanted)) return wanted;
    for (let number = wanted === "" ? 1 : first; ; number++) {
      const name = `${wanted || "Table"}${number}`;
      if (!this.nameTaken(name)) return name;
    }
  }

  /** Throws for a range that another table occupies. */
  requireFree(range: CellRange, except?: TableState): void {
    const other = this.state.data.tables.find(
      (table) => table !== except && intersection(table.range, range),
    );
    if (other) throw new Refusal("InvalidOperation", "A table cannot overlap another table.");
  }
}
