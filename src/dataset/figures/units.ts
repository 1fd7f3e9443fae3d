import type { Figure } from "./types";
import { decimalOf, toNumber } from "./decimal";
import { fail, ok, type Result } from "../result";

/** Names of the powers of ten that amounts and counts are asked for in. */
export type UnitName = "one" | "thousand" | "wan" | "million" | "yi" | "billion" | "trillion";

/** Each unit's power of ten. */
export const unitPowers: Readonly<Record<UnitName, number>> = {
  one: 0,
  thousand: 3,
  wan: 4,
  million: 6,
  yi: 8,
  billion: 9,
  trillion: 12,
};

/** All units, smallest first. */
export const unitNames = Object.keys(unitPowers) as readonly UnitName[];

/** What a unit word means: a power of ten, percent, or percentage points. */
export type UnitWord = number | "percent" | "points";

const words = new Map<string, UnitWord>([
  ...(Object.entries(unitPowers) as [UnitName, number][]),
  ["k", 3],
  ["千", 3],
  ["万", 4],
  ["m", 6],
  ["mn", 6],
  ["mln", 6],
  ["百万", 6],
  ["亿", 8],
  ["bn", 9],
  ["b", 9],
  ["bln", 9],
  ["十亿", 9],
  ["tn", 12],
  ["t", 12],
  ["trn", 12],
  ["万亿", 12],
  ["%", "percent"],
  ["percent", "percent"],
  ["per cent", "percent"],
  ["pct", "percent"],
  ["pp", "points"],
  ["percentage points", "points"],
  ["percentage point", "points"],
  ["百分点", "points"],
  ["个百分点", "points"],
]);

/** What is counted says nothing of the power of ten. */
const counted = /(?:yuan|cny|rmb|元|人民币|人|件|个|场|家|项|persons?|people|pieces?|parcels?|items?)+$/;

/**
 * The power of ten that a unit word means, English or Chinese, with or without "yuan" behind it.
 * @param text lower case, half width
 * @returns undefined for no word of a unit
 */
export function unitWord(text: string): UnitWord | undefined {
  const word = text.trim().replace(counted, "").trim();
  return word === "" ? (text.trim() === "" ? undefined : 0) : words.get(word);
}

/**
 * A figure's value in a unit, exact where the figure is published.
 * @returns `unit-on-percentage` where the figure is a percentage, percentage points or an index
 */
export function inUnit(figure: Figure, unit: UnitName): Result<number> {
  const { observation, derived, indicator } = figure;
  const amount = observation.measure === "LEVEL" || observation.measure === "COUNT";
  const ratio = figure.measure === "computed growth" || figure.measure === "index";
  if (!amount || ratio) return fail({ name: "unit-on-percentage", indicator: indicator.code, given: unit });
  const power = unitPowers[unit];
  return ok(derived ? figure.value / 10 ** power : toNumber(decimalOf(observation), -power));
}
