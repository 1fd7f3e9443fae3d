import type { Figure } from "../../../dataset";
import { breakNotes, commonNotes } from "../../layout/notes";
import type { Request } from "../../layout/request";
import { texts } from "../../layout/texts";
import { missingNote } from "../../layout/tiles";
import type { Missing, Tile } from "../../layout/tiles";
import type { Row } from "./figures";

/**
 * The page's notes, most important first. Breaks before 2020 are told only where the page has a figure before them.
 */
export function notesFor(
  rows: readonly Row[],
  tiles: readonly Tile[],
  missing: readonly Missing[],
  { language, period }: Request,
): string[] {
  const figures = rows.flatMap(({ value, growth }) =>
    [value, growth].filter((figure): figure is Figure => figure !== undefined),
  );
  return [
    ...missingNote(missing, language),
    ...commonNotes(
      figures,
      tiles.map(({ figure }) => figure),
      period,
      language,
    ),
    // An old break matters only where it is drawn.
    ...breakNotes(figures, "2020", language),
    texts.noteGaps[language],
    texts.noteTitles[language],
  ];
}
