import type { Outcome, Problem, Selected } from "./api";

/** What the formula builder asks of the workbook. */
export interface BuildingActions {
  /**
   * Writes a formula into one cell, unless the cell no longer holds what was read from it. The answer's `block` puts the
   * former content back.
   * @param address one cell, without the sheet's name
   * @param formula in English form, with its "="
   * @param expected the formula that the cell held, or "" for a cell that must be empty
   * @param format the number format for an empty cell without one of its own
   */
  writeFormula(
    sheet: string,
    address: string,
    formula: string,
    expected: string,
    format?: string,
  ): Promise<Outcome>;
  /**
   * What cells hold, as Excel would hand it to a function: of one cell its value (null if it is empty, an error as
   * `{ type: "Error" }`), of more cells rows of values.
   * @param sheet that references without a sheet's name belong to
   * @param references plain ones: `A2`, `$B$2:C9`, `'My sheet'!A:A`
   */
  readValues(
    sheet: string,
    references: readonly string[],
  ): Promise<{ ok: true; values: readonly unknown[] } | { ok: false; problem: Problem }>;
  /** Where the selection is now; undefined where it is no cell. Works on hosts that do not tell of its changes, too. */
  selection(): Promise<Selected | undefined>;
}
