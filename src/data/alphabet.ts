/**
 * Numbers in compact columns: each takes the same few letters of a column, in base 62, so that a cell is found
 * by its place. Shared by the build, which writes, and the reader.
 */
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digit = new Map([...alphabet].map((letter, index) => [letter, index]));

/** Writes numbers from 0 as one text, all equally wide: as wide as the greatest needs. */
export function letters(numbers: readonly number[]): string {
  const width = Math.max(0, ...numbers) < alphabet.length ? 1 : 2;
  return numbers
    .map(
      (n) =>
        (width === 1 ? "" : alphabet.charAt(Math.floor(n / alphabet.length))) +
        alphabet.charAt(n % alphabet.length),
    )
    .join("");
}

/**
 * Reads the number at a place of such a text.
 * @param rows how many numbers stand in it
 * @returns 0 outside the text
 */
export function numberAt(text: string, place: number, rows: number): number {
  const low = (letter: string) => digit.get(letter) ?? 0;
  if (text.length <= rows) return low(text.charAt(place));
  return low(text.charAt(2 * place)) * alphabet.length + low(text.charAt(2 * place + 1));
}
