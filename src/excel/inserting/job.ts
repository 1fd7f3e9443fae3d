import type { Language } from "../../dataset";
import type { Progress } from "../../workbook/outcome";
import type { Insertion, Place } from "../../workbook/insertion";
import type { HiddenRows } from "../reading/hiddenRows";
import type { Undoing } from "../session/undoing";

/**
 * Plain cells that were written. They have no marker, so they can be removed only while this page is open.
 */
export interface Written extends Undoing {
  sheetId: string;
}

/** Rows that were shown for an insertion, with the insertion's handle. */
export interface Shown {
  block: string;
  sheetId: string;
  hidden: HiddenRows;
}

/** One insertion and what it needs. */
export interface InsertionJob {
  insertion: Insertion;
  place: Place;
  language: Language;
  progress: Progress;
  /** Milliseconds to wait for an answer. */
  patience: number;
  /** Keeps plain cells; returns their handle. */
  keep: (written: Written) => string;
  /**
   * Keeps what is needed to undo an update that replaced or kept something of the user's; returns its handle.
   */
  keepUpdate: (written: Written) => string;
  /**
   * Keeps which rows were shown for it, so that they are hidden again when it is removed; returns its handle.
   */
  keepShown: (shown: Shown) => string;
}
