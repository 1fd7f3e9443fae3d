import { sentence } from "../../../dataset";
import type { Language, Text2 } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import { shortPeriod } from "../../layout/words";
import { measureHeading } from "../../single/cells";
import type { Blank, Lacking } from "./parts";
import { texts } from "./texts";

/** Notes on choices without a figure, by measure. One note a measure, with all its indicators. */
export function lackingNotes(lacking: readonly Lacking[], language: Language): string[] {
  const measures = new Map<string, Text2[]>();
  for (const { measure, indicator } of lacking) {
    const name = measureHeading(measure, language);
    measures.set(name, [...(measures.get(name) ?? []), indicator.label]);
  }
  return [...measures].map(([name, labels]) =>
    fill(
      texts.noteNone[language],
      name,
      labels.map((label) => label[language]).join(language === "zh" ? "、" : "; "),
    ),
  );
}

/**
 * Notes on cells that are blank although figures were published, by measure and indicator, with the latest reason.
 * One note for each, with all its periods, of which the last one's reason is told.
 */
export function blankNotes(blank: readonly Blank[], language: Language): string[] {
  const groups = new Map<string, Blank[]>();
  for (const other of blank) {
    const key = `${other.measure} ${other.indicator.code}`;
    groups.set(key, [...(groups.get(key) ?? []), other]);
  }
  return [...groups.values()].map((group) => {
    const latest = group[group.length - 1] as Blank;
    return fill(
      texts.noteBlank[language],
      latest.indicator.label[language],
      measureHeading(latest.measure, language),
      group.map(({ period }) => shortPeriod(period, language)).join(language === "zh" ? "、" : ", "),
      sentence(latest.reason, language),
    );
  });
}
