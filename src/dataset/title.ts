import type { Source } from "../data/rows";
import { parsePeriod } from "./time/parsePeriod";
import { dateLabel, periodLabel } from "./time/periodLabel";
import type { Language } from "./wording/text";

/** A release's title. `ours`: it is our own description, because the title is unknown in this language. */
export interface Title {
  readonly text: string;
  readonly ours: boolean;
}

const han = /\p{Script=Han}/u;
const ending = (number: number) =>
  /1[1-3]$/.test(String(number)) ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");

/** What a release is about, in words: a period, a day, or a number ("54th"). */
function ofLabel(subject: string, language: Language): string {
  if (/^\d{4}-\d\d-\d\d$/.test(subject)) return dateLabel(subject, language);
  if (/^\d{1,3}$/.test(subject)) return language === "en" ? subject + ending(Number(subject)) : subject;
  const period = parsePeriod(subject);
  if (period.ok && period.value !== undefined && period.value !== "latest")
    return periodLabel(period.value, language);
  return language === "en" ? subject : subject.replaceAll(", ", "、");
}

/**
 * The title of a release in a language: its own where known, else the usual title of such releases, as a description
 * of ours. A table of the user's has the same title in every language; one in parentheses is ours.
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
 * A release's title as it is shown, in brackets where it is our own description. The brackets follow the styles,
 * which put a description in place of a title in square brackets: full-width ones in Chinese.
 * @example shownTitle(release, "en") // "[Total Retail Sales of Consumer Goods in March 2025]"
 */
export function shownTitle(source: Source, language: Language): string {
  const { text, ours } = titleOf(source, language);
  return !ours ? text : language === "zh" ? `［${text}］` : `[${text}]`;
}

/**
 * Whether two sources are the same release: same body and title, and dates that agree as far as both are known
 * ("2021-06", "2021-06-16").
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
 * Whether one text identifies its release better than another: it has an address, or a more exact date.
 * @example isBetter(release, release) // false
 */
export function isBetter(source: Source, than: Source): boolean {
  const addressed = Number(source.url !== "") - Number(than.url !== "");
  return addressed > 0 || (addressed === 0 && source.published.length > than.published.length);
}

/**
 * Each release once: the source with an address, else with the more exact date, else the first. The order is kept.
 * @example onceEach([release, release]).length // 1
 */
export function onceEach(sources: readonly Source[]): Source[] {
  const releases: Source[] = [];
  for (const source of sources) {
    const place = releases.findIndex((keptSource) => isSameRelease(keptSource, source));
    const before = releases[place];
    if (before === undefined) releases.push(source);
    else if (isBetter(source, before)) releases[place] = source;
  }
  return releases;
}
