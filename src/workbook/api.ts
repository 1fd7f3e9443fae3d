import type { Language } from "../dataset";
import type { Cited, Finding, Mix } from "./finding";
import type { Insertion, Place } from "./insertion";
import type { Block, Outcome, Preview, Progress } from "./outcome";
import type { Problem } from "./problem";

/** Where to look for figures that do not compare: on the active sheet, or everywhere. */
export type CompareScope = "sheet" | "workbook";

/** The sources of the selected cells. */
export interface CitedSelection extends Cited {
  sheet: string;
  /** The selection: "B2:C4". */
  address: string;
  /** The nearest cell below with room for a list of so many rows. */
  below: (rows: number) => string;
}

/**
 * What to freeze: the formulas in the selected cells, on the active sheet, or in the whole workbook. "copy" also
 * freezes the workbook, and says how to save the copy and get the formulas back, because an add-in cannot save files.
 */
export type FreezeScope = "selection" | "sheet" | "workbook" | "copy";

/** The selection. It is sent once after registration and after every change. */
export interface Selected {
  sheet: string;
  /** Without the sheet's name: "B2" or "B2:C4". */
  address: string;
  /** The first cell's formula in English form, or its value as text. */
  formula: string;
  /** The first cell's value. */
  value: unknown;
  /** The formula as the cell shows it, if that differs (names or separators of another language). */
  local?: string;
  /** Excel's decimal separator, if known. */
  decimal?: string;
  /** For a spilled cell: address and formula of the cell that fills it, and the rows and columns from there. */
  spill?: { address: string; formula: string; row: number; column: number };
}

/** The keys of the settings that functions read. */
export type SettingKey = "ECOM.period" | "ECOM.asof" | "ECOM.language" | "ECOM.plain" | "ECOM.date1904";

/** The workbook's settings; a missing key means the default. */
export interface WorkbookSettings {
  period?: string;
  asof?: string;
  /** The version of the data that belongs to the data date; 0.1.0 where there is a data date and no version. */
  version?: string;
  language?: string;
  plain?: boolean;
  date1904?: boolean;
}

/** What the formula builder does with the workbook. */
export interface BuildingActions {
  /**
   * Writes a formula into one cell, if the cell still holds `expected`. Removing the answer's `block` restores the
   * former content.
   * @param address one cell, without the sheet's name
   * @param formula in English form, with its "="
   * @param expected the formula that was read from the cell, "" for an empty one
   * @param format the number format for a cell in General
   */
  writeFormula(
    sheet: string,
    address: string,
    formula: string,
    expected: string,
    format?: string,
  ): Promise<Outcome>;
  /**
   * The values of cells as Excel passes them to a function: of one cell its value (null if it is empty, an error as
   * `{ type: "Error" }`), of several rows of values.
   * @param sheet the sheet of references without a sheet's name
   * @param references plain ones: `A2`, `$B$2:C9`, `'My sheet'!A:A`
   */
  readValues(
    sheet: string,
    references: readonly string[],
  ): Promise<{ ok: true; values: readonly unknown[] } | { ok: false; problem: Problem }>;
  /** The selection now; undefined where no cell is selected. It also works on hosts without selection events. */
  selection(): Promise<Selected | undefined>;
}

/** Freezing, thawing, and the doctor. */
export interface MendingActions {
  /**
   * Replaces our formulas by their values and formats, all or none. The formulas are kept on their sheets, and their
   * origins listed on a sheet "ECOM sources" or "ECOM 来源". Cells without a value yet give the problem "not-ready";
   * protected sheets are skipped and named in `skipped`. Removing `done.block` thaws again.
   */
  freeze(scope: FreezeScope, language: Language, progress?: Progress): Promise<Outcome>;
  /** Restores frozen formulas byte for byte. Cells that were changed since are skipped and named in `skipped`. */
  thaw(scope: Exclude<FreezeScope, "copy">, progress?: Progress): Promise<Outcome>;
  /** Finds problems of our formulas and blocks; changes nothing. */
  doctor(): Promise<{ ok: true; findings: readonly Finding[] } | { ok: false; problem: Problem }>;
  /** Repairs what can be repaired of these findings, and names the rest in `skipped`. */
  mend(findings: readonly Finding[], language: Language, progress?: Progress): Promise<Outcome>;
}

/** Checks that change nothing. */
export interface CheckingActions {
  /** Finds figures that are read or calculated together although they do not compare; warnings first. */
  compare(
    scope: CompareScope,
  ): Promise<{ ok: true; mixes: readonly Mix[] } | { ok: false; problem: Problem }>;
  /** The sources of the figures in the selected cells, in order of appearance. */
  cited(): Promise<{ ok: true; cited: CitedSelection } | { ok: false; problem: Problem }>;
}

/** The user's own tables. */
export interface UserTableActions {
  /**
   * Reads a table of the workbook and adds its rows to the data: all of them, or none if anything is wrong
   * ("user-table"). A table already in use is read again.
   * @param name default: the table at the selected cell
   */
  useTable(name?: string): Promise<Outcome>;
  /** Removes a table's rows from the data. The table itself stays as it is. */
  dropTable(name: string): Promise<Outcome>;
}

/** Everything that the pane and the ribbon, which know no Excel themselves, can do to a workbook. */
export interface Actions extends BuildingActions, MendingActions, CheckingActions, UserTableActions {
  insert(insertion: Insertion, place: Place, language: Language, progress?: Progress): Promise<Outcome>;
  preview(
    insertion: Insertion,
    place: Place,
    language: Language,
  ): Promise<{ ok: true; preview: Preview } | { ok: false; problem: Problem }>;
  /**
   * Removes an insertion: its cells, formats, tables, charts and names, and its sheet if the add-in made it and
   * nothing else is on it. Changes that the user made inside are shown first ("changed-inside"); with `changes`
   * "replace" they are removed too. The `block` of another answer undoes that update or removal.
   */
  remove(block: string, how?: Pick<Progress, "changes">): Promise<Outcome>;
  /** Selects cells. `show` unhides their sheet first. */
  goTo(sheet: string, address: string, how?: { show?: boolean }): Promise<Outcome>;
  /** Reports the selection and its content, now and after each change, as far as the host does. */
  onSelection(listener: (selected: Selected) => void): Promise<void>;
  /** Saves a setting in the workbook (undefined removes it), then recalculates everything. */
  saveSetting(key: SettingKey, value: string | boolean | undefined): Promise<Outcome>;
  settings(): WorkbookSettings;
  /** The inserted blocks, in the order of the sheets. */
  blocks(): Promise<{ ok: true; blocks: readonly Block[] } | { ok: false; problem: Problem }>;
}
