import type { Language } from "../dataset";

/** What a plan depends on beside what is asked for. */
export interface Circumstances {
  language: Language;
  /** The workbook's data date: releases after it are not known. */
  asof?: string | undefined;
  /** What the host can show; without it values take the place of formulas. */
  spills: boolean;
  cards: boolean;
}
