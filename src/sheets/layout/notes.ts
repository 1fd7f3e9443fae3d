import { breaks, dateLabel, endMonth, indicatorOf, lengthOf, periodLabel } from "../../dataset";
import type { Break, Figure, Language, Period } from "../../dataset";
import { fill } from "../../dataset/wording/text";
import { mostFormulas } from "./cells";
import { texts } from "./texts";
import { alsoPublished } from "./words";

/** The words by which the data mark the ministry's monitored series. */
const isMonitored = (basis: string): boolean => basis.includes("monitoring of key platforms");

/** Matches notes of figures that readers need. Most notes only say how a text was found, and are left out. */
const grave = /comparison|window|low base|provis|prelim/i;

function graveNotes({ indicator, period, caveats }: Figure, language: Language): string[] {
  const name = indicator.label[language];
  const periodText = periodLabel(period, language, indicator.nature);
  return caveats
    .filter(({ en }) => grave.test(en))
    .map((caveat) => fill(texts.noteOf[language], name, periodText, caveat[language]));
}

/**
 * Notes for any page, most important first. `figures` are all of the page, `keys` those of its tiles, whose rival
 * figures are named. A note is left out where nothing on the page needs it.
 */
export function commonNotes(
  figures: readonly Figure[],
  keys: readonly Figure[],
  period: Period,
  language: Language,
): string[] {
  const growth = new Set(
    figures.filter(({ measure }) => measure === "growth").map(({ indicator }) => indicator),
  );
  for (const { measure, indicator } of figures) if (measure !== "growth") growth.delete(indicator);
  return [
    texts.noteBasis[language],
    ...([...growth].some(({ basis }) => isMonitored(basis.en)) ? [texts.noteMonitor[language]] : []),
    ...(lengthOf(period) > 1 ? [texts.noteCumulative[language]] : []),
    ...(figures.some(({ qualifier }) => qualifier !== "exact") ? [texts.noteMarks[language]] : []),
    ...keys.flatMap((key) => alsoPublished(key, language) ?? []),
    ...new Set(figures.flatMap((figure) => graveNotes(figure, language))),
  ];
}

/**
 * Notes on breaks since a year or month, and on earlier ones if the page has a figure before them. `since` is a year
 * or month, compared as text: "2020" takes in all from January 2020.
 */
export function breakNotes(figures: readonly Figure[], since: string, language: Language): string[] {
  const codes = new Set(figures.map(({ indicator }) => indicator.code));
  return breaks
    .filter(
      ({ indicator, successor, after }) =>
        (after >= since && (codes.has(indicator) || (successor !== undefined && codes.has(successor)))) ||
        figures.some((figure) => figure.indicator.code === indicator && endMonth(figure.period) <= after),
    )
    .map((past) => breakNote(past, language));
}

function breakNote({ indicator, after, text }: Break, language: Language): string {
  return fill(
    texts.noteBreak[language],
    indicatorOf(indicator).label[language],
    dateLabel(after, language),
    text[language],
  );
}

/**
 * A note that a page with formulas also holds values, if so. `values` is the number of figures beyond those that may
 * be formulas; empty for 0.
 */
export function valuesNote(values: number, language: Language): string[] {
  return values > 0 ? [fill(texts.noteValues[language], mostFormulas, values)] : [];
}
