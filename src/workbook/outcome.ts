import type { Language, Text2 } from "../dataset";
import type { Insertion } from "./insertion";
import type { Problem } from "./problem";

/** A place that an action left as it was, and why. */
export interface Left {
  sheet: string;
  /** "B2" or "B2:C9"; empty for a whole sheet. */
  address: string;
  why: Text2;
}

/** Something that was done, for a message with "Go to" and "Undo". */
export interface Done {
  sheet: string;
  /** Without the sheet's name: "B2:H40". Empty where nothing has a place (a setting). */
  address: string;
  /** For `remove`: takes back what was added. Absent where nothing was added: after an update (see `was`), or if all was there already. */
  block?: string;
  /** After an update that lost nothing of the user's: what stood there. Updating the block to it takes the update back. */
  was?: Pick<Block, "id" | "insertion" | "language">;
  /** Its sheet is hidden: going there shows it. */
  hidden?: true;
  /** One sentence: what was done. */
  text: Text2;
  /** The formula that was written, as Excel keeps it. */
  formula?: string;
  /** What it did not touch, where there was something. */
  left?: readonly Left[];
}

/** How an action ended. Nothing was changed in the workbook when `ok` is false, unless the problem says so. */
export type Outcome = { ok: true; done: Done } | { ok: false; problem: Problem };

/** What an insertion would do. Changes nothing. */
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
  /** Figures that would stand as values though formulas were asked for. Absent: none. */
  values?: number;
  /** Columns ("C:E") and rows ("4:9") of a sheet that others use which would become larger. Absent: none. */
  larger?: { columns: string; rows: string };
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

/** What a longer action tells while it works. */
export interface Progress {
  /** Called with the part done, 0 to 1. */
  onProgress?: (part: number) => void;
  /** Aborting leaves the workbook as it was. */
  signal?: AbortSignal;
  /**
   * What becomes of what the user changed inside a block of ours, after it was shown ("changed-inside"): it stays while
   * the rest is updated, or it is replaced. Absent: it is shown first.
   */
  changes?: "keep" | "replace";
  /**
   * Shows rows that are hidden where it is to be written, after they were told ("hidden-rows"): filters there are taken off.
   * Absent: they are told first.
   */
  hidden?: "show";
}
