import { clean } from "./clean";

/** The two languages of the product. */
export type Language = "en" | "zh";

export type { Text2 } from "../../data/rows";

/**
 * Cuts a text to a number of UTF-16 units, never inside a character, and ends it with "…" if it was cut.
 * @param most at least 1
 * @example cut("Silk Road E-commerce", 9) // "Silk Roa…"
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  return `${head.replace(/[\uD800-\uDBFF]$/, "")}…`;
}

// Control characters, direction marks and halves of characters, which would garble a sentence.
const unseemly = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;

/**
 * Anything that a person gave, for quoting in a sentence: on one line, without control characters and direction
 * marks.
 * @param input anything; a text of 10 MB costs no more than one of 100 characters
 * @returns at most 40 characters; `[…]` for an array, `{…}` for another object
 * @example shown("two\nlines") // "two lines"
 */
export function shown(input: unknown): string {
  if (typeof input === "string") return cut(input.slice(0, 100).replace(unseemly, " ").trim(), 40);
  if (typeof input === "boolean") return input ? "TRUE" : "FALSE";
  if (typeof input === "number" || typeof input === "bigint") return cut(String(input), 40);
  if (input === null || input === undefined) return "";
  return Array.isArray(input) ? "[…]" : "{…}";
}

/**
 * Normalises a name for comparison: as `clean` does, without case, spaces, hyphens and underscores.
 * @example alike("Online Retail_Total") // "onlineretailtotal"
 */
export function alike(name: string): string {
  return clean(name)
    .toLowerCase()
    .replace(/[\s_\p{Pd}]+/gu, "");
}

/**
 * Replaces {0}, {1} and so on in a text by values. A place without a value stays as it is, and a value without a
 * place is not shown.
 */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
