import type { Language } from "../dataset";
import type { AuthorTexts } from "./plan";

/** What a plan depends on besides the insertion. */
export interface Circumstances {
  language: Language;
  /** The workbook's data date: releases after it are not known. */
  asof?: string | undefined;
  /** Whether the host shows spilled formulas, and cards; without them values are written. */
  spills: boolean;
  cards: boolean;
  /** The workbook counts days from 1904. */
  date1904?: boolean | undefined;
  /** The author's texts, which are written again into the author's cells. */
  author?: AuthorTexts | undefined;
}
