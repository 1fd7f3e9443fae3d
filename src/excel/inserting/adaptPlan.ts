import type { Language } from "../../dataset";
import { followWorkbook } from "../../functions";
import { buildPlan } from "../../sheets/buildPlan";
import type { AuthorTexts } from "../../sheets/plan";
import type { Insertion } from "../../workbook/insertion";
import { can } from "../session/capabilities";
import { dataDate, setting } from "../session/settings";

/**
 * The plan for this workbook and this host, or the reason why the data have no figure for it.
 * @param author the texts of the sheet's author to keep; default: none
 */
export function adaptPlan(
  insertion: Insertion,
  language: Language,
  author?: AuthorTexts,
): ReturnType<typeof buildPlan> {
  followWorkbook();
  return buildPlan(insertion, {
    language,
    asof: dataDate(),
    spills: can("spills"),
    cards: can("cards"),
    date1904: setting("ECOM.date1904") === true,
    author,
  });
}
