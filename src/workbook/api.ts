import type { Language } from "../dataset";
import type { Cited, Finding, Mix } from "./finding";
import type { Insertion, Place } from "./insertion";
import type { Block, Outcome, Preview, Progress } from "./outcome";
import type { Problem } from "./problem";

/** Where to look for figures that do not compare: on the active sheet, or everywhere. */
export type CompareScope = "sheet" | "workbook";

/** What the selected cells cite. */
export interface CitedSelection extends Cited {
  sheet: string;
  /** The selection: "B2:C4". */
  address: string;
  /** The nearest cell below where a list of so many rows has room. */
  below: (rows: number) => string;
}

/**
 * What is frozen: formulas in the selected cells, on the active sheet, or in the whole workbook. "copy" freezes the
 * workbook too and says how to save the copy for others and get the formulas back: a file cannot be saved from here.
 */
export type FreezeScope = "selection" | "sheet" | "workbook" | "copy";

/** Where the selection is; sent at once after registration and at every change. */
export interface Selected {
  sheet: string;
  /** Without the sheet's name: "B2" or "B2:C4". */
  address: string;
  /** The first cell's formula in English form, or its value as text. */
  formula: string;
  /** The first cell's value. */
  value: unknown;
  /** The formula as the cell shows it, where that is another form. */
  local?: string;
  /** The decimal sign of Excel, where it says so. */
  decimal?: string;
  /** The formula that fills the first cell from another one, and how many rows and columns below and beside it stands. */
  spill?: { address: string; formula: string; row: number; column: number };
}

/** Keys of the settings that functions read from the workbook. */
export type SettingKey = "ECOM.period" | "ECOM.asof" | "ECOM.language" | "ECOM.plain" | "ECOM.date1904";

/** What the workbook says about itself and us; a missing key means the default. */
export interface WorkbookSettings {
  period?: string;
  asof?: string;
  /** The version of the data that the data date is of; a data date without one is of 0.1.0. */
  version?: string;
  language?: string;
  plain?: boolean;
  date1904?: boolean;
}

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

/** Freezing, thawing, and the doctor. */
export interface MendingActions {
  /**
   * Turns formulas of ours into their values and formats, all or nothing. The formulas are kept on their sheets, and
   * what they stood for is listed on a sheet "ECOM sources" or "ECOM 来源". Cells that still wait are the problem "not-ready";
   * protected sheets are left, and named in `left`. `done.block` thaws again by `remove`.
   */
  freeze(scope: FreezeScope, language: Language, progress?: Progress): Promise<Outcome>;
  /** Puts formulas back byte for byte. Cells that somebody changed since are left, and named in `left`. */
  thaw(scope: Exclude<FreezeScope, "copy">, progress?: Progress): Promise<Outcome>;
  /** Looks for what is wrong with formulas and blocks of ours; changes nothing. */
  doctor(): Promise<{ ok: true; findings: readonly Finding[] } | { ok: false; problem: Problem }>;
  /** Mends what can be mended of these. What could not is named in `left`. */
  mend(findings: readonly Finding[], language: Language, progress?: Progress): Promise<Outcome>;
}

/** Looking, and changing nothing. */
export interface CheckingActions {
  /** Finds figures that are read or calculated together and do not compare; warnings first. */
  compare(
    scope: CompareScope,
  ): Promise<{ ok: true; mixes: readonly Mix[] } | { ok: false; problem: Problem }>;
  /** The sources of the figures in the selected cells, in order of appearance. */
  cited(): Promise<{ ok: true; cited: CitedSelection } | { ok: false; problem: Problem }>;
}

/** The user's own tables. */
export interface UserTableActions {
  /**
   * Reads a table of this workbook, and lets its rows join the data: all of them, or none where anything is wrong
   * ("user-table"). A table that is in use already is read again.
   * @param name its name; absent: the table in which the selected cell stands
   */
  useTable(name?: string): Promise<Outcome>;
  /** Takes a table's rows out of the data again. The table itself stays as it is. */
  dropTable(name: string): Promise<Outcome>;
}

/** Everything the pane and the ribbon can do to a workbook. They get it handed in and know no Excel. */
export interface Actions extends BuildingActions, MendingActions, CheckingActions, UserTableActions {
  insert(insertion: Insertion, place: Place, language: Language, progress?: Progress): Promise<Outcome>;
  preview(
    insertion: Insertion,
    place: Place,
    language: Language,
  ): Promise<{ ok: true; preview: Preview } | { ok: false; problem: Problem }>;
  /**
   * Takes an insertion away again: its cells, formats, tables, charts, names, and its sheet if we made it and nothing else
   * stands on it. What the user changed inside is shown first ("changed-inside"); with `changes` "replace" it goes, too.
   * Takes back an update or a removal, too, by the handle that its answer gave.
   */
  remove(block: string, how?: Pick<Progress, "changes">): Promise<Outcome>;
  /** Selects cells; `show` shows their sheet first where it is hidden. */
  goTo(sheet: string, address: string, how?: { show?: boolean }): Promise<Outcome>;
  /** Tells where the selection is and what it holds, now and whenever it changes, as far as the host tells; never ends. */
  onSelection(listener: (selected: Selected) => void): Promise<void>;
  /** Saves (undefined: removes) a setting in the workbook, then recalculates it fully. */
  saveSetting(key: SettingKey, value: string | boolean | undefined): Promise<Outcome>;
  settings(): WorkbookSettings;
  /** The blocks of ours in this workbook, in the order of the sheets. */
  blocks(): Promise<{ ok: true; blocks: readonly Block[] } | { ok: false; problem: Problem }>;
}
