import { codeLists } from "../schema";
import { cell, everyRow, finding, type Check } from "../table";

/** The form of the identifiers, by column. */
const identifierForms: Readonly<Record<string, RegExp>> = {
  indicator_code: /^[A-Z][A-Z0-9_]*$/,
  event_code: /^[A-Z][A-Z0-9_]*$/,
  source_id: /^[a-z0-9][a-z0-9-]*$/,
  theme: /^[a-z][a-z_]*$/,
};

/**
 * Columns of codes contain only codes of their list, and ids have their form. Empty cells count as wrong, unless the
 * list holds "".
 */
export const codes: Check = (tables) =>
  everyRow(tables).flatMap((row) => [
    ...Object.entries(codeLists)
      .filter(
        ([column, list]) => column in row.cells && !(list as readonly string[]).includes(cell(row, column)),
      )
      .map(([column, list]) =>
        finding(
          row,
          "codes",
          `${column} is ${JSON.stringify(cell(row, column))}.`,
          `Use one of ${list.join(", ")}.`,
        ),
      ),
    ...Object.entries(identifierForms)
      .filter(([column, form]) => column in row.cells && !form.test(cell(row, column)))
      .map(([column, form]) =>
        finding(
          row,
          "codes",
          `${column} ${JSON.stringify(cell(row, column))} is not spelled as an identity.`,
          `Spell it as ${form.source} says.`,
        ),
      ),
  ]);
