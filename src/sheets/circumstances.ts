import type { Language } from "../dataset";
import type { AuthorTexts } from "./plan";

/** What a plan depends on beside what is asked for. */
export interface Circumstances {
  language: Language;
  /** The workbook's data date: releases after it are not known. */
  asof?: string | undefined;
  /** What the host can show; without it values take the place of formulas. */
  spills: boolean;
  cards: boolean;
  /** The workbook counts days from 1904. */
  date1904?: boolean | undefined;
  /** What the author wrote in the places that are theirs, and is to stand there again. */
  author?: AuthorTexts | undefined;
}
