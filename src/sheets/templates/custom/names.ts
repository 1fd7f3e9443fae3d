import { measureWords, periodLabel } from "../../../dataset";
import type { Figure, Language, MeasureName, Period } from "../../../dataset";
import { fill } from "../../../dataset/wording/text";
import type { CustomSheet } from "../../../workbook/insertion";
import { sheetUnit } from "../../layout/amounts";
import { largestOf } from "../../layout/cells";
import { shortLabel } from "../../layout/labels";
import { texts as common } from "../../layout/texts";
import { textWidth } from "../../layout/textWidth";
import { shortPeriod } from "../../layout/words";
import { measureHeading } from "../../single/cells";
import type { Course, Part } from "./parts";
import { texts } from "./texts";

/** The periods of a table, oldest first. Breaks between them are left out. */
export const periodsOf = ({ rows }: Part): Period[] => rows.filter((row): row is Period => row !== "break");

/** All figures of a table. Column by column; cells without a figure are left out. */
export function figuresOf(part: Part): Figure[] {
  return part.courses.flatMap(({ at }) => periodsOf(part).flatMap((period) => at(period) ?? []));
}

/** The first year of all tables: "2019"; "" where there are none. */
export const firstYear = (parts: readonly Part[]): string =>
  parts.map((part) => (periodsOf(part)[0] ?? "").slice(0, 4)).sort()[0] ?? "";

/** The title: the chosen indicators, as far as there is room. */
export function titleOf(courses: readonly Course[], language: Language): string {
  const labels = [...new Set(courses.map(({ indicator }) => shortLabel(indicator, language)))];
  const listed = labels.join(texts.comma[language]);
  if (labels.length < 3 || textWidth(listed) <= 50) return listed;
  const more = language === "zh" ? labels.length : labels.length - 2;
  return fill(texts.more[language], labels.slice(0, 2).join(texts.comma[language]), more);
}

/** The short name of a measure. "Value" for a level, else the word of the measure in sentences. */
export const measureName = (measure: MeasureName, language: Language): string =>
  measure === "level" ? texts.value[language] : measureWords[measure][language];

/** The sheet's name in messages and lists. `title` is the user's, `period` the last one shown. */
export const nameOf = (title: string, period: Period, language: Language): string =>
  fill(texts.name[language], title, periodLabel(period, language));

/** The heading of a table: its measure with the unit, or the measures of a single indicator. */
export function headingOf(part: Part, language: Language): string {
  const { measure, courses } = part;
  if (!measure) {
    const words = courses.map((course) => measureName(course.measure, language)).join(texts.comma[language]);
    return upper(words);
  }
  const largest = largestOf(figuresOf(part));
  const unit = largest ? sheetUnit(largest, language) : "";
  return fill(common.headed[language], measureHeading(measure, language), unit);
}

/** A word with a capital, for headings. Chinese is unchanged. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The caption of a table: its first and last period, and their kind; "" without any. */
export function captionOf(part: Part, freq: CustomSheet["freq"], language: Language): string {
  const periods = periodsOf(part);
  const [from, to] = [periods[0], periods.at(-1)];
  const name = (period: Period): string => shortPeriod(period, language, part.nature);
  return from && to ? fill(texts[part.nature ?? freq][language], name(from), name(to)) : "";
}
