import type { Source } from "../data/rows";
import { dateLabel, periodLabel } from "./time/periodLabel";
import { parsePeriod } from "./time/parsePeriod";
import type { Language } from "./wording/text";

/** A release's title; `ours`: a label of ours in the place of one that is not known in this language. */
export interface Title {
  readonly text: string;
  readonly ours: boolean;
}

const han = /\p{Script=Han}/u;
const ending = (number: number) =>
  /1[1-3]$/.test(String(number)) ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");

/** What a release is of, in words: a period, a day, or a number ("54th"). */
function ofLabel(of: string, language: Language): string {
  if (/^\d{4}-\d\d-\d\d$/.test(of)) return dateLabel(of, language);
  if (/^\d{1,3}$/.test(of)) return language === "en" ? of + ending(Number(of)) : of;
  const period = parsePeriod(of);
  if (period.ok && period.value !== undefined && period.value !== "latest")
    return periodLabel(period.value, language);
  return language === "en" ? of : of.replaceAll(", ", "、");
}

/**
 * The title of a body's release in a language: its own where it is known, else the usual title of that release, which is
 * a label of ours. Own data have one title in every language; in parentheses it is ours.
 * @example titleOf(release, "zh") // {"text":"2025年3月份社会消费品零售总额增长5.9%","ours":false}
 */
export function titleOf({ title, usual, of }: Source, language: Language): Title {
  const described = /^\((.*)\)$/.exec(title)?.[1];
  if (described !== undefined) return { text: described, ours: true };
  if (title !== "" && (usual === undefined || han.test(title) === (language === "zh")))
    return { text: title, ours: false };
  return {
    text: usual === undefined ? title : usual[language].replace("{of}", ofLabel(of, language)),
    ours: true,
  };
}

/**
 * The same as it is shown: a label of ours stands in brackets.
 * @example shownTitle(release, "en") // "[Total Retail Sales of Consumer Goods in March 2025]"
 */
export function shownTitle(source: Source, language: Language): string {
  const { text, ours } = titleOf(source, language);
  return !ours ? text : language === "zh" ? `［${text}］` : `[${text}]`;
}

/**
 * What a reader takes for one release: body and title, and dates of which one may be less exact ("2021-06", "2021-06-16").
 * @example isSameRelease(release, sourceOf("nbs-retail-2025-02")) // false
 */
export function isSameRelease(one: Source, other: Source): boolean {
  const [a, b] = [one.published, other.published];
  const title = (source: Source) => titleOf(source, "en").text;
  return (
    one.publisher === other.publisher && (a.startsWith(b) || b.startsWith(a)) && title(one) === title(other)
  );
}

/**
 * Whether a text names its release better than another: it has an address, or a more exact date.
 * @example isBetter(release, release) // false
 */
export function isBetter(one: Source, than: Source): boolean {
  const addressed = Number(one.url !== "") - Number(than.url !== "");
  return addressed > 0 || (addressed === 0 && one.published.length > than.published.length);
}

/**
 * A release that was read in several texts once: the one that has an address, else the more exact date, else the first;
 * the others in their order.
 * @example onceEach([release, release]).length // 1
 */
export function onceEach(sources: readonly Source[]): Source[] {
  const kept: Source[] = [];
  for (const source of sources) {
    const place = kept.findIndex((one) => isSameRelease(one, source));
    const before = kept[place];
    if (before === undefined) kept.push(source);
    else if (isBetter(source, before)) kept[place] = source;
  }
  return kept;
}
