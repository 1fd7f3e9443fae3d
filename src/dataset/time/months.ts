/** Months of a year, and whether they were written as cumulative, from January. */
export interface Months {
  readonly first: number;
  readonly last: number;
  readonly counted?: boolean;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthEndings = [
  "uary",
  "ruary",
  "ch",
  "il",
  "",
  "e",
  "y",
  "ust",
  "t(?:ember)?",
  "ober",
  "ember",
  "ember",
];
/** A pattern for an English month's name, whole or abbreviated. */
export const nameForm = `(?:${monthNames.map((name, index) => `${name}(?:${monthEndings[index]})?`).join("|")})\\.?`;
/** The number of an English month, 1 to 12; 0 for an unknown name. */
export const monthOf = (name: string): number => monthNames.indexOf(name.slice(0, 3)) + 1;

const hanDigits = "〇一二三四五六七八九";
const countWords = [
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Reads Chinese numerals up to 三十一, or digits; NaN for anything else. */
export function hanNumber(text: string): number {
  if (text === "两") return 2;
  if (text === "首") return 1;
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const digit = (character: string) =>
    hanDigits.includes(character) ? hanDigits.indexOf(character) : Number(character);
  const ten = text.includes("十") ? (tens === "" ? 10 : 10 * digit(tens ?? "")) : 0;
  return ten + (ones === "" ? 0 : digit(ones ?? ""));
}

/** A pattern for the number of a day or month in Chinese, in digits or numerals. */
export const cn = "(\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二两三四五六七八九])";
const form = (text: string) => new RegExp(`^(?:${text})$`);
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
};
const ordinal = `(${Object.keys(ordinals).join("|")})`;
const quarterForm = "(?:q0?([1-4])(?: ?季度?)?|([1-4])q|第?([1-4一二三四首])季度?)";
const number = (text: string) => (countWords.includes(text) ? countWords.indexOf(text) + 2 : hanNumber(text));

const quarters = (a: number, b = a): Months => ({ first: a * 3 - 2, last: b * 3 });
const halves = (h: number): Months => ({ first: h * 6 - 5, last: h * 6 });
const upTo = (last: number): Months => ({ first: 1, last, counted: true });
const stretch = (first: number, last: number): Months => ({ first, last, counted: first === 1 });
const firstNumber = (...texts: readonly (string | undefined)[]) => hanNumber(texts.find(Boolean) ?? "");

type Rule = readonly [RegExp, (...groups: (string | undefined)[]) => Months];

const monthRules: readonly Rule[] = [
  [
    form("|全年度?|年度|a|fy|cy|full[- ]year|whole year|annual|(?:calendar )?year|calendar"),
    () => ({ first: 1, last: 12 }),
  ],
  [form(`${quarterForm}`), (...q) => quarters(firstNumber(...q))],
  [form("(?:qtr|quarter)\\.? ?([1-4])"), (q) => quarters(Number(q))],
  [form(`${ordinal} (?:quarter|qtr)`), (q) => quarters(ordinals[q ?? ""] ?? NaN)],
  [form("h([12])|([12])h|half ([12])"), (...h) => halves(firstNumber(...h))],
  [form("(first|second|1st|2nd) half(?:[- ]year)?"), (h) => halves(ordinals[h ?? ""] ?? NaN)],
  [form("([上下前后])半(?:年度?)?"), (h) => halves(/[上前]/.test(h ?? "") ? 1 : 2)],
  [
    form(`${quarterForm}-${quarterForm}`),
    (a, b, c, ...rest) => quarters(firstNumber(a, b, c), firstNumber(...rest)),
  ],
  [form("第?([1-4一二三四])-第?([1-4一二三四])季度?"), (a, b) => quarters(firstNumber(a), firstNumber(b))],
  [form("(?:m|m-)?(\\d{1,2})"), (m) => stretch(Number(m), Number(m))],
  [form(`${cn} ?月(?:份|度)?`), (m) => stretch(firstNumber(m), firstNumber(m))],
  [form(`(${nameForm})`), (m = "") => stretch(monthOf(m), monthOf(m))],
  // January to a month, and other ranges that have a name.
  [form(`(${nameForm})-(${nameForm})`), (a = "", b = "") => stretch(monthOf(a), monthOf(b))],
  [form(`${cn} ?月?(?:份)?-${cn} ?月?(?:份)?`), (a, b) => stretch(firstNumber(a), firstNumber(b))],
  [form("m(\\d{1,2})-m?(\\d{1,2})"), (a, b) => stretch(Number(a), Number(b))],
  [form("(\\d{1,2})m"), (m) => upTo(Number(m))],
  [form(`(?:first )?(\\d{1,2}|${countWords.join("|")})[- ]months?`), (m = "") => upTo(number(m))],
  [form(`first (\\d|two|three|four) quarters`), (q = "") => upTo(number(q) * 3)],
  [form(`[前头]${cn} ?个?季度?`), (q) => upTo(firstNumber(q) * 3)],
  [form(`[前头]${cn} ?个?月(?:份)?`), (m) => upTo(firstNumber(m))],
];

/** Reads a period without its year: "q1", "1-8月", "first half", "" for the year; undefined for anything else. */
export function readMonths(text: string): Months | undefined {
  for (const [pattern, months] of monthRules) {
    const groups = pattern.exec(text);
    const read = groups === null ? undefined : months(...(groups.slice(1) as (string | undefined)[]));
    if (read && read.first >= 1 && read.last <= 12) return read;
  }
  return undefined;
}
