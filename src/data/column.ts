import { alphabet, END, GAP } from "./alphabet";

/**
 * Writes numbers from 0 in base 62, all equally wide: as wide as the greatest may need.
 * @param below the numbers are less than this
 */
export function letters(numbers: readonly number[], below: number): string {
  const width = below <= alphabet.length ? 1 : 2;
  return numbers
    .map(
      (n) =>
        (width === 1 ? "" : alphabet.charAt(Math.floor(n / alphabet.length))) +
        alphabet.charAt(n % alphabet.length),
    )
    .join("");
}

/** Each text once, in order of appearance. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A column in the shorter of its two forms: its texts, or their places in a list of what repeats. */
export function column(texts: readonly string[]): string {
  const list = distinct(texts);
  const places = letters(
    texts.map((text) => list.indexOf(text)),
    list.length,
  );
  const [plain, repeated] = [texts.join(GAP), `${places}${END}${list.join(GAP)}`];
  return repeated.length < plain.length ? repeated : plain;
}
