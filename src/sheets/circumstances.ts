import type { Language } from "../dataset";
import type { AuthorTexts } from "./plan";

/** What a plan depends on besides the insertion. */
export interface Circumstances {
  language: Language;
  /** The workbook's data date; later releases are ignored. Default: none. */
  asof?: string | undefined;
  /** Whether the host supports spilled formulas and cards; otherwise values are written. */
  spills: boolean;
  cards: boolean;
  /** Whether the workbook uses the 1904 date system. Default: false. */
  date1904?: boolean | undefined;
  /** The texts of the sheet's author, which an update keeps. */
  author?: AuthorTexts | undefined;
}
