import { clean } from "../wording/clean";

const hanDigits = "〇一二三四五六七八九";
const yearDigits = "〇○零一二三四五六七八九";
// The preceding character is matched and kept, because older versions of Safari have no lookbehind.
const fourNumerals = new RegExp(`(^|[^${yearDigits}])([${yearDigits}]{4})(?![${yearDigits}])`, "g");
const twoNumerals = new RegExp(`(^|[^${yearDigits}十])([${yearDigits}]{2})(?= ?年)`, "g");

const digitsOf = (_: string, before: string, numerals: string) =>
  before + [...numerals.replace(/[○零]/g, "〇")].map((numeral) => hanDigits.indexOf(numeral)).join("");

/**
 * Normalises a text for the readers of periods: lower case and half width, each run of dashes and each word for "to"
 * as one "-" without blanks around it, years in digits.
 */
export function plainPeriod(input: string): string {
  return (
    clean(input)
      .toLowerCase()
      .replace(/_+/g, " ")
      .replace(/[‘’ʼ′]/g, "'")
      .replace(/^["“「『《](.*)["”」』》]$|^\(([^()]+)\)$|^'(?=\d{4})/, "$1$2")
      .replace(/\b([qh]) (?=\d\b)/, "$1")
      .replace("元月", "1月")
      // Only these two months are published together, so only they are joined by "and" or 、.
      .replace(janFeb, (_, second?: string) => (second === "feb" ? "jan-feb" : `1-${second ?? "2月"}`))
      .replace(/(iv|i{1,3})(?= ?季)/, (roman) => String(["i", "ii", "iii", "iv"].indexOf(roman) + 1))
      .replace(/(?:年初|年初以来)(?=[至到])|year[- ]to[- ]date/g, (words) =>
        words.startsWith("y") ? "ytd" : "年初",
      )
      .replace(/(?:截至|截止)[至到]?/g, "截止")
      // A missing first month is January.
      .replace(
        /^(\d{4}) ?年? ?(?:to |through |thru |until |till |至|到)(?!date)(?=[a-z\d一二三四五六七八九十]+\.?(?: ?月)?$)(?!\d{4})/,
        "$1年初至",
      )
      .replace(/ (?:to|through|thru|until|till) /g, "-")
      .replace(/ ?[\p{Pd}\u2212\u2500~〜至到](?: ?[\p{Pd}\u2212\u2500~〜至到])* ?/gu, "-")
      .replace(fourNumerals, digitsOf)
      .replace(twoNumerals, digitsOf)
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** What the words around a period say. */
export interface Marks {
  /** The text without those words. */
  readonly text: string;
  /** Cumulative: YTD, 累计, 截至, 年初至. */
  readonly cumulative: boolean;
  /** A single month or quarter: 当月, 单季. */
  readonly alone: boolean;
  /** The last month: end of, 末, 底. */
  readonly end: boolean;
}

const cumulativePatterns: readonly RegExp[] = [
  /^(?:ytd|cumulative(?:ly)?|accumulated|up[- ](?:to)?|as (?:of|at)|through|until)[- ,:]*(?=.)/,
  /[- ,]?(?:\(?ytd\)?|cumulative|\(?累计(?:值|数|额|量)?\)?)$/,
  /(月|季度?|日)止$/,
  // In the middle, "mar ytd 2025".
  /( )ytd (?=.)/,
  /^(?:累计|截止)[-:]?(?=.)/,
  /^年初-(?=.)/,
];
const alonePatterns: readonly RegExp[] = [
  /(月|季度|季|\d)[ ,-]?\(?(?:当月|单月|当季|单季)度?(?:值|数|额|量)?\)?$/,
  /^(?:当月|单月|当季|单季)度?[: ]?(?=.)/,
  /[ ,-](?:alone|only|single (?:month|quarter))$/,
];
const endPatterns: readonly RegExp[] = [
  /^(?:at )?(?:the )?(?:year[- ]?)?end[- ](?:of )?(?=.)/,
  /^eop[- ](?=.)/,
  /(年|月|季度|季|q[1-4]|h[12])(?:年|月|季度?|期)?[末底]$/,
  /(?:年)?[ -](?:year[- ]?end|end|eop)$/,
];

/**
 * Removes the words that say how a period is counted, and says what they mean. `input` is a text from `plainPeriod`.
 * "Year to date" and 累计 are cumulative, 当月 is alone, "end of" and 末 mean the last month only; `text` is what remains,
 * all of it where there is no such word.
 */
export function marksOf(input: string): Marks {
  let text = input;
  const take = (forms: readonly RegExp[]) => {
    const before = text;
    // The part that a pattern captures stays.
    for (const form of forms)
      text = text.replace(form, (_, captured: unknown) => (typeof captured === "string" ? captured : ""));
    return text !== before;
  };
  // 2025年初至8月: from the beginning of the year named before it.
  const since = text.replace(/(\d{2}) ?年(?:年)?初-/, "$1年");
  const sinceJanuary = since !== text;
  text = since;
  const cumulative = take(cumulativePatterns) || sinceJanuary;
  const alone = take(alonePatterns);
  return { cumulative, alone, end: take(endPatterns), text };
}

/** January and February, joined otherwise than by a dash. */
const janFeb =
  /(?:\b1|一|\bjan(?:uary)?\.?) ?(?:月(?:份)?)? ?(?:[、和与及&+]|and) ?((?:2|二) ?月|feb)|一二月/;

const full = (year: string) => `${Number(year) >= 90 ? "19" : "20"}${year}`;
const partOfYear = "q[1-4]|[1-4]q|h[12]|[12]h";
const yearBehind = new RegExp(
  `^((?:q[1-4]-)?(?:${partOfYear}|\\d{1,2}m)|.*(?:quarter|half|months)(?: of)?|fy|[a-z]+-[a-z]+)[-/ ]?(\\d\\d)$`,
);

/** Completes a year of two digits where it is surely one: with a quarter or half, before 年, after an apostrophe. */
export function fullYears(text: string): string {
  if (/(?:^|\D)\d{4}(?!\d)|^\d{6}/.test(text)) return text;
  return text
    .replace(/^(?:fy|cy)(\d\d)(?=[qh])/, (_, year: string) => full(year))
    .replace(/(^|\D)'?(\d\d)(?= ?年)/g, (_, before: string, year: string) => before + full(year))
    .replace(/^(q[1-4]) ?[fc]y(\d\d)$/, (_, q: string, year: string) => `${q} ${full(year)}`)
    .replace(/^'(\d\d)(?!\d)/, (_, year: string) => full(year))
    .replace(/ ?'(\d\d)$/, (_, year: string) => ` ${full(year)}`)
    .replace(/^(\d\d)(?=[-/ ]?(?:q[1-4]|h[12])(?:$|[^\d])|第?[一二三四]季|[上下]半年)/, (_, year: string) =>
      full(year),
    )
    .replace(/^(\d\d)(?=[-/ ](?:[1-4]q|[12]h)$)/, (_, year: string) => full(year))
    .replace(yearBehind, (_, before: string, year: string) => `${before} ${full(year)}`);
}
