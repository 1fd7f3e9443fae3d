import type { Language, Text2 } from "../dataset";
import type { Insertion } from "./insertion";
import type { Problem } from "./problem";

/** A place that an action skipped, and why. */
export interface Skipped {
  sheet: string;
  /** "B2" or "B2:C9"; empty for a whole sheet. */
  address: string;
  why: Text2;
}

/** A finished action, for a message with "Go to" and "Undo". */
export interface DoneAction {
  sheet: string;
  /** Without the sheet's name: "B2:H40". Empty if nothing has a place, as for a setting. */
  address: string;
  /**
   * The handle by which `remove` undoes the action. Absent where nothing was added, and after an update (see `was`).
   */
  block?: string;
  /** After an update that lost nothing of the user's: the block as it was. Updating to it undoes the update. */
  was?: Pick<Block, "id" | "insertion" | "language">;
  /** Whether its sheet is hidden; going there shows it. */
  hidden?: true;
  /** One sentence: what was done. */
  text: Text2;
  /** The formula that was written, as Excel keeps it. */
  formula?: string;
  /** The places that were skipped. */
  skipped?: readonly Skipped[];
}

/** The outcome of an action. If `ok` is false, the workbook is unchanged unless the problem says otherwise. */
export type Outcome = { ok: true; done: DoneAction } | { ok: false; problem: Problem };

/** What an insertion would do. */
export interface Preview {
  sheet: string;
  /** The address of its cells: "B2:H40". */
  address: string;
  /** Whether it updates an existing block. */
  updates: boolean;
  newSheet: boolean;
  /** The first cells as texts; at most 8 rows and 6 columns. */
  cells: readonly (readonly string[])[];
  rows: number;
  columns: number;
  charts: number;
  tables: number;
  /** How many figures would be values although formulas were asked for. Absent: none. */
  values?: number;
  /** Columns ("C:E") and rows ("4:9") of a sheet with other content that would become larger. Absent: none. */
  larger?: { columns: string; rows: string };
}

/** An inserted block that is still in the workbook. */
export interface Block {
  /** The handle for `remove` and for place "block"; valid while the workbook is open. */
  id: string;
  sheet: string;
  address: string;
  insertion: Insertion;
  language: Language;
  /** The version of the data that it was made from. */
  version: string;
  /** Whether writing it was interrupted. An update completes it. */
  unfinished?: boolean;
}

/** Options of a longer action. */
export interface Progress {
  /** Called with the part done, from 0 to 1. */
  onProgress?: (part: number) => void;
  /** Aborting undoes what was done so far. */
  signal?: AbortSignal;
  /**
   * What happens to the user's changes inside a block: "keep" them and update the rest, or "replace" them. Default:
   * the action stops with "changed-inside" and shows them.
   */
  changes?: "keep" | "replace";
  /**
   * "show" unhides rows in the target area, and removes filters there. Default: the action stops with "hidden-rows".
   */
  hidden?: "show";
}
