import type { Language } from "../../dataset";
import type { Progress } from "../../workbook/outcome";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Undoing } from "./restoring/undoing";

/** Plain cells that were written: they have no marker, so they can be taken away only while this page lives. */
export interface Written extends Undoing {
  sheetId: string;
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
}
