import { clean } from "./clean";

/** The two languages of the product. */
export type Language = "en" | "zh";

export type { Text2 } from "../../data/rows";

/**
 * Cuts a text to a number of UTF-16 units, never through a character, and marks the cut.
 * @param most at least 1
 * @example cut("Silk Road E-commerce", 9) // "Silk Roa…"
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  return `${head.replace(/[\uD800-\uDBFF]$/, "")}…`;
}

// Controls, marks of direction and halves of characters would garble the sentence around them.
const unseemly = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/**
 * What a person gave, as a sentence may quote it: short, on one line, without marks that turn the text around.
 * @param given anything at all; 10 MB of text cost no more than 100 characters
 * @returns at most 40 characters; `[…]` for an array, `{…}` for another object
 * @example shown("two\nlines") // "two lines"
 */
export function shown(given: unknown): string {
  if (typeof given === "string") return cut(given.slice(0, 100).replace(unseemly, " ").trim(), 40);
  if (typeof given === "boolean") return given ? "TRUE" : "FALSE";
  if (typeof given === "number" || typeof given === "bigint") return cut(String(given), 40);
  if (given === null || given === undefined) return "";
  return Array.isArray(given) ? "[…]" : "{…}";
}

/**
 * Makes names that a person would call the same the same: what `clean` makes alike, and case, spaces, hyphens and
 * underscores.
 * @example alike("Online Retail_Total") // "onlineretailtotal"
 */
export function alike(name: string): string {
  return clean(name)
    .toLowerCase()
    .replace(/[\s_\p{Pd}]+/gu, "");
}

/** Puts values in the places of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
