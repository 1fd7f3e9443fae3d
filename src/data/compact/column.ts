import { alphabet, END, GAP } from "./alphabet";

/** Each text once, in order of appearance. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The places of texts in a list that holds each of them: in base 62, all as wide as the greatest may need. */
export function placesOf(texts: readonly string[], list: readonly string[]): string {
  const digit = (n: number) => alphabet.charAt(n % alphabet.length);
  const high = (n: number) => (list.length <= alphabet.length ? "" : digit(Math.floor(n / alphabet.length)));
  return texts
    .map((text) => list.indexOf(text))
    .map((n) => high(n) + digit(n))
    .join("");
}

/** A column in the shorter of its two forms: its texts, or their places in a list of what repeats. */
export function column(texts: readonly string[]): string {
  const list = distinct(texts);
  const [plain, repeated] = [texts.join(GAP), `${placesOf(texts, list)}${END}${list.join(GAP)}`];
  return repeated.length < plain.length ? repeated : plain;
}
