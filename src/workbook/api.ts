import type { Frequency, IndicatorCode, Language, MeasureName, Period, SourceId, Text2 } from "../dataset";
import type { Cited, ListStyle } from "../review/citations/citations";
import type { Mix } from "../review/comparability/mix";
import type { BuildingActions } from "./building";
import type { Left, MendingActions } from "./finding";
import type { Problem } from "./problem";

export { problemText } from "./problem";
export type { FilledCell, Problem } from "./problem";
export { listStyles, type ListStyle } from "../review/citations/citations";
export type { Mix, MixKind } from "../review/comparability/mix";
export type { BuildingActions } from "./building";
export type { Finding, FindingKind, FreezeScope, Left, MendingActions } from "./finding";

/** The ids of the summary templates. An id never changes: it is kept in workbooks. */
export type TemplateId = "quarter" | "retail" | "tradein" | "services" | "own";

/** What one indicator, or several, can be inserted as. */
export type SingleKind = "formula" | "value" | "series" | "table" | "chart" | "card";

/** What should be inserted. The period is always given: what we insert never depends on the reference period. */
export type Insertion =
  | {
      kind: SingleKind;
      /** At least one. Repeated codes are inserted once. */
      indicators: readonly IndicatorCode[];
      period: Period;
      /** Default: the indicator's own measure, else its growth. */
      measure?: MeasureName;
      /** Figures as formulas (default for formula, series and card) or as values (default for value, table and chart). */
      live?: boolean;
    }
  | {
      kind: "summary";
      template: TemplateId;
      period: Period;
      live: boolean;
      /** What the person chose, for "own". */
      own?: OwnChoice;
    }
  | SourceList;

/** What stands on a page of one's own. Its last period is the insertion's. */
export interface OwnChoice {
  /** At least one. Repeated codes are drawn once. */
  indicators: readonly IndicatorCode[];
  /** A table each; at least one. */
  measures: readonly MeasureName[];
  /** Absent: from the first there is. */
  from?: Period;
  /** What kind of periods; never two in one table. */
  freq: Exclude<Frequency, "all">;
  /** A chart beside each table. */
  charts: boolean;
}

/** A list of sources: cells, no block. */
export interface SourceList {
  kind: "sources";
  /** At least one. */
  sources: readonly SourceId[];
  style: ListStyle;
}

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
 * Where it should stand. "selection" and "at" mean the top left cell of the place. Where a block of ours of the same
 * kind already holds that cell, it is updated in place. "new-sheet" updates the sheet that the same insertion
 * (same template or indicators, same period) made before, if it is still there. "block" updates exactly that block,
 * to another period or language too.
 */
export type Place =
  | { kind: "selection" }
  | { kind: "new-sheet" }
  | { kind: "at"; sheet: string; address: string }
  | { kind: "block"; block: string };

/** Something that was done, for a message with "Go to" and "Undo". */
export interface Done {
  sheet: string;
  /** Without the sheet's name: "B2:H40". Empty where nothing has a place (a setting). */
  address: string;
  /** For `remove`: takes back what was added. Absent where nothing was added: after an update (see `was`), or if all was there already. */
  block?: string;
  /** After an update that lost nothing of the user's: what stood there. Updating the block to it takes the update back. */
  was?: Pick<Block, "id" | "insertion" | "language">;
  /** One sentence: what was done. */
  text: Text2;
  /** The formula that was written, as Excel keeps it. */
  formula?: string;
  /** What it did not touch, where there was something. */
  left?: readonly Left[];
}

/** How an action ended. Nothing was changed in the workbook when `ok` is false, unless the problem says so. */
export type Outcome = { ok: true; done: Done } | { ok: false; problem: Problem };

/** What an insertion would do; asking changes nothing. */
export interface Preview {
  sheet: string;
  /** Where it will stand: "B2:H40". */
  address: string;
  /** A block of ours that will be updated in place. */
  updates: boolean;
  newSheet: boolean;
  /** The first cells of what will stand there, as texts; at most 8 rows and 6 columns. */
  cells: readonly (readonly string[])[];
  rows: number;
  columns: number;
  charts: number;
  tables: number;
}

/** A block that was inserted and is still in the workbook. */
export interface Block {
  /** Handle for `remove` and for place "block"; good as long as the workbook is open. */
  id: string;
  sheet: string;
  address: string;
  insertion: Insertion;
  language: Language;
  /** The version of the data that it was made from. */
  version: string;
  /** Its writing broke off: an update completes it, and it can be removed. */
  unfinished?: boolean;
}

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
  language?: string;
  plain?: boolean;
  date1904?: boolean;
}

/** What a longer action tells while it works. */
export interface Progress {
  /** Called with the part done, 0 to 1. */
  onProgress?: (part: number) => void;
  /** Aborting leaves the workbook as it was. */
  signal?: AbortSignal;
  /** Replace what the user changed inside a block of ours, after it was shown ("changed-inside"). */
  replaceChanges?: boolean;
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
export interface OwnDataActions {
  /**
   * Reads a table of this workbook, and lets its rows join the data: all of them, or none where anything is wrong
   * ("own-data"). A table that is in use already is read again.
   * @param name its name; absent: the table in which the selected cell stands
   */
  useTable(name?: string): Promise<Outcome>;
  /** Takes a table's rows out of the data again. The table itself stays as it is. */
  dropTable(name: string): Promise<Outcome>;
}

/** Everything the pane and the ribbon can do to a workbook. They get it handed in and know no Excel. */
export interface Actions extends BuildingActions, MendingActions, CheckingActions, OwnDataActions {
  insert(insertion: Insertion, place: Place, language: Language, progress?: Progress): Promise<Outcome>;
  preview(
    insertion: Insertion,
    place: Place,
    language: Language,
  ): Promise<{ ok: true; preview: Preview } | { ok: false; problem: Problem }>;
  /** Takes an insertion away again: its cells, formats, tables, charts, names, and its sheet if we made it and nothing else stands on it. */
  remove(block: string): Promise<Outcome>;
  goTo(sheet: string, address: string): Promise<Outcome>;
  /** Tells where the selection is and what it holds, now and whenever it changes, as far as the host tells; never ends. */
  onSelection(listener: (selected: Selected) => void): Promise<void>;
  /** Saves (undefined: removes) a setting in the workbook, then recalculates it fully. */
  saveSetting(key: SettingKey, value: string | boolean | undefined): Promise<Outcome>;
  settings(): WorkbookSettings;
  /** The blocks of ours in this workbook, in the order of the sheets. */
  blocks(): Promise<{ ok: true; blocks: readonly Block[] } | { ok: false; problem: Problem }>;
}
