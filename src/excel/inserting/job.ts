import type { Language } from "../../dataset";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Progress } from "../../workbook/outcome";
import type { HiddenRows } from "../reading/hiddenRows";
import type { Undoing } from "../session/undoing";

/** Plain cells that were written. They have no marker, so they can be removed only while the page is open. */
export interface WrittenBlock extends Undoing {
  sheetId: string;
}

/** Rows that were unhidden for an insertion, with its handle. */
export interface UnhiddenRows {
  block: string;
  sheetId: string;
  hidden: HiddenRows;
}

/** An insertion and what it needs. */
export interface InsertionJob {
  insertion: Insertion;
  place: Place;
  language: Language;
  progress: Progress;
  /** How long to wait for an answer. */
  timeoutMs: number;
  /** Remembers plain cells; returns their handle. */
  keep: (written: WrittenBlock) => string;
  /** Remembers how to undo an update that replaced or kept the user's changes; returns its handle. */
  keepUpdate: (written: WrittenBlock) => string;
  /** Remembers unhidden rows, so that a removal hides them again; returns its handle. */
  keepShown: (shown: UnhiddenRows) => string;
}
