import { alphabet, END, GAP } from "./alphabet";

/** Each text once, in order of appearance. The place of a text is then its number in the packed column. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The indexes of texts in a list of distinct texts: in base 62, all equally wide. */
export function placesOf(texts: readonly string[], list: readonly string[]): string {
  const digit = (n: number) => alphabet.charAt(n % alphabet.length);
  const high = (n: number) => (list.length <= alphabet.length ? "" : digit(Math.floor(n / alphabet.length)));
  return texts
    .map((text) => list.indexOf(text))
    .map((n) => high(n) + digit(n))
    .join("");
}

/** A column in its shorter form: texts, or indexes into a list of texts that repeat. */
export function column(texts: readonly string[]): string {
  const list = distinct(texts);
  const [plain, repeated] = [texts.join(GAP), `${placesOf(texts, list)}${END}${list.join(GAP)}`];
  return repeated.length < plain.length ? repeated : plain;
}
