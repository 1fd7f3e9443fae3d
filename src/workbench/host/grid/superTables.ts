import {
  ReferenceNodeFactory,
  RemoveSuperTableMutation,
  SetSuperTableMutation,
} from "@univerjs/engine-formula";
import type { TableState } from "../../state";
import { toUniver } from "./address";
import type { Book } from "./book";

/** Tells the formula engine of a table, so that Table1[Column] resolves. Univer wants the range without the total row. */
export function announceTable(book: Book, table: TableState): void {
  const { range, columns, name, showTotals } = table;
  book.mutate(SetSuperTableMutation.id, {
    tableName: name,
    reference: {
      sheetId: range.sheetId,
      range: toUniver({ ...range, rowCount: range.rowCount - (showTotals ? 1 : 0) }),
      titleMap: new Map(columns.map((column, index) => [column.name, index])),
    },
  });
}

/** Removes a table from the formula engine: formulas with its name no longer resolve. */
export function forgetTable(book: Book, name: string): void {
  book.mutate(RemoveSuperTableMutation.id, { tableName: name });
}

/** A valid table name before a bracket. */
const nameBefore = /^[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\[)/u;

/**
 * Lets formulas use tables whose names contain "_", "." or "\\", which Univer's pattern of a reference lacks. Called
 * once for each workbook.
 */
export function allowTableNames(book: Book): void {
  const factory = book.injector.get(ReferenceNodeFactory) as unknown as {
    _checkTokenIsTableReference(token: string): boolean;
  };
  const known = Object.getPrototypeOf(factory) as typeof factory;
  factory._checkTokenIsTableReference = (token) =>
    known._checkTokenIsTableReference.call(
      factory,
      token.replace(nameBefore, (name) => name.replace(/[_.\\]/g, "x")),
    );
}
