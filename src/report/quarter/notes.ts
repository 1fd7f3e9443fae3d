import { breaks, dateLabel, indicatorOf, periodLabel, lengthOf } from "../../dataset";
import type { Break, Figure, Language } from "../../dataset";
import type { Missing, Request, Row, Tile } from "./figures";
import { alsoPublished } from "./sections";
import { fill, texts } from "./texts";

/** What a careful reader must know of this page, most important first. */
export function notesFor(
  rows: readonly Row[],
  tiles: readonly Tile[],
  missing: readonly Missing[],
  request: Request,
): string[] {
  const { language, period } = request;
  const figures = rows.flatMap(({ value, growth }) =>
    [value, growth].filter((one): one is Figure => one !== undefined),
  );
  const notes: string[] = [];
  // A series that ended is spoken of where its break is.
  const gone = missing.filter(({ reason }) => reason.name !== "series-ended");
  if (gone.length > 0) notes.push(fill(texts.noteMissing[language], listOf(gone, language)));
  notes.push(texts.noteBasis[language]);
  const monitored = rows.some(
    ({ value, growth, indicator }) => !value && growth && isMonitored(indicator.basis),
  );
  if (monitored) notes.push(texts.noteMonitor[language]);
  if (lengthOf(period) > 1) notes.push(texts.noteCumulative[language]);
  if (figures.some(({ qualifier }) => qualifier !== "exact")) notes.push(texts.noteMarks[language]);
  for (const { figure } of tiles) {
    const also = alsoPublished(figure, language);
    if (also) notes.push(also);
  }
  for (const one of breaks) if (concerns(one, rows)) notes.push(breakNote(one, language));
  notes.push(texts.noteGaps[language]);
  return notes;
}

/** The data say so of the ministry's series in these words. */
const isMonitored = (basis: string): boolean => basis.includes("monitoring of key platforms");

/** A break concerns the page where one of its series stands on it; one long past only for what is drawn. */
function concerns({ indicator, successor, after }: Break, rows: readonly Row[]): boolean {
  const codes = rows.map((row) => row.indicator.code);
  const recent = Number(after.slice(0, 4)) >= 2020;
  return recent && (codes.includes(indicator) || (successor !== undefined && codes.includes(successor)));
}

function breakNote({ indicator, after, text }: Break, language: Language): string {
  return fill(
    texts.noteBreak[language],
    indicatorOf(indicator).label[language],
    dateLabel(after, language),
    text[language],
  );
}

function listOf(missing: readonly Missing[], language: Language): string {
  return missing
    .map(({ key, reason }) => {
      const near = "nearest" in reason ? reason.nearest : undefined;
      const label = key.label[language];
      return near ? fill(texts.nearest[language], label, periodLabel(near, language)) : label;
    })
    .join(language === "zh" ? "、" : "; ");
}
