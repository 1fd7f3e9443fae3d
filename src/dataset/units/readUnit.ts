import { clean } from "../wording/clean";
import { unitTokens, type Token } from "./unitTokens";

/** A unit: its power of ten, and what is counted. */
export interface UnitRead {
  /** The power of ten: 8 for 亿元, 0 for percentages. */
  readonly power: number;
  /** "foreign" is money of another country, "counted" things, "number" a power of ten alone. */
  readonly of: "percent" | "points" | "yuan" | "foreign" | "counted" | "number";
  /** The word for what is counted, as it was written; "" where there is none. */
  readonly word: string;
}

const outerBrackets = /^[([{<【〔「『《]+\s*|\s*[)\]}>】〕」』》]+$/g;

/** Removes what is written around a unit: 单位：(亿元). */
function withoutSurroundings(text: string): string {
  let before: string;
  let now = text;
  do {
    before = now;
    now = now
      .replace(outerBrackets, "")
      .replace(
        /^(?:计量)?单位(?:为|是)?\s*[:：]?\s*|^units?\s*(?:of measure(?:ment)?)?\s*:\s*|^(?:in|以)\s+(?=.)|\s*计$/i,
        "",
      )
      .trim();
  } while (now !== before);
  return now;
}

/** The power of ten of scales written together: at most a small one and then a large one; undefined for others. */
function powerOf(scales: readonly Extract<Token, { is: "scale" }>[]): number | undefined {
  const [first, second] = scales;
  if (first === undefined) return 0;
  if (second === undefined) return first.power;
  const fits = scales.length === 2 && first.small && second.power >= 3 && first.power < second.power;
  return fits ? first.power + second.power : undefined;
}

/** Letters that abbreviate a power of ten beside money or in VALUE, but are units in a user's table. */
const lettersAlone = /^(?:mm|[kmbt])(?![a-z])/;

/**
 * Reads a unit: powers of ten and at most one thing that is counted. `lettersCount`: whether M and k are powers of
 * ten.
 */
function read(text: string, lettersCount: boolean, words: "whole" | "glued" = "whole"): UnitRead | undefined {
  const { tokens, rest } = unitTokens(text, words);
  const scales = tokens.filter((token) => token.is === "scale");
  const others = [...new Set(tokens.flatMap((token) => (token.is === "scale" ? [] : [token.is])))];
  // Between two powers of ten nothing is counted.
  const places = tokens.flatMap((token, at) => (token.is === "scale" ? [at] : []));
  const together = places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
  if (others.length > 1 || !together) return undefined;
  // A text without any known word is the user's own unit.
  if (!lettersCount && tokens.length === 0) return { power: 0, of: "counted", word: text };
  const power = powerOf(scales);
  const counted = others[0] ?? "number";
  if (power === undefined) return undefined;
  if ((counted === "percent" || counted === "points") && (scales.length > 0 || rest !== "")) return undefined;
  if (rest !== "" && others.length > 0) return undefined;
  if (!lettersCount && lettersAlone.test(text) && counted !== "yuan")
    return { power: 0, of: "counted", word: text };
  return { power, of: counted, word: rest };
}

/**
 * Reads a unit as people write it: 亿元, (亿元), 单位：万元, RMB bn, billion yuan, 100 million yuan, 千万元, %, 个百分点.
 * @param text at most 60 characters, or it is no unit
 * @returns undefined for an unknown unit, which never counts as "one"
 * @example readUnit("单位：亿元") // {"power":8,"of":"yuan","word":""}
 */
export function readUnit(text: string): UnitRead | undefined {
  if (text.length > 60) return undefined;
  const bare = withoutSurroundings(clean(text).toLowerCase());
  const unit = read(bare, true);
  const readWhole = unit?.word === "" ? unit : read(bare, true, "glued");
  return bare !== "" && readWhole?.word === "" ? readWhole : undefined;
}

/** Signs in an unknown word that may mean a power of ten or money. */
const hiding =
  /[\d$¥€£%‰]{2,}|[$¥€£%‰]|[十百千万亿兆元]|\b(?:hundred|thousand|million|billion|trillion|lakh|crore|yuan|rmb|cny|[kmbt]n|dollars?)s?\b|[()[\]{}:]/i;

/** The power of ten before what is counted. */
const scaleBefore =
  /^(?:[十百千万亿]+|(?:(?:one|ten|hundred|thousand|million|billion|trillion|wan|yi|[mbt]n|10+)s?\b\s*(?:of\b)?\s*)+)/i;

/**
 * Reads the unit in a table of the user's, in which anything may be counted: "万件", "million TEU", "kWh".
 * @returns undefined where an unknown word may contain a power of ten or money
 * @example readUserUnit("万件") // {"power":4,"of":"counted","word":"件"}
 */
export function readUserUnit(text: string): UnitRead | undefined {
  const bare = withoutSurroundings(clean(text));
  if (bare.length > 60) return undefined;
  const unit = read(bare.toLowerCase(), false);
  if (unit === undefined || hiding.test(unit.word)) return undefined;
  // The user's own words keep their case: MWh. A known counted thing keeps the user's word too, without its power of
  // ten.
  const counted = unit.of === "counted" || unit.of === "foreign";
  const word = counted ? bare.replace(scaleBefore, "").trim() : bare.slice(bare.length - unit.word.length);
  return { ...unit, word };
}

/** The meaning of a unit word beside a number to check: a power of ten, percent, or percentage points. */
export type UnitWord = number | "percent" | "points";

/**
 * The meaning of a unit word, English or Chinese, with or without what is counted.
 * @returns undefined for other words, and for money of another country
 */
export function unitWord(text: string): UnitWord | undefined {
  const unit = text.trim() === "" ? undefined : readUnit(text);
  if (unit === undefined || unit.of === "foreign") return undefined;
  return unit.of === "percent" || unit.of === "points" ? unit.of : unit.power;
}
