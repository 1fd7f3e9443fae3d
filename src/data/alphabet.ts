/** The marks and figures of the compact columns, shared by the build, which writes them, and the reader. */

/** Stands between the texts of a compact column; a line break would take two characters in the generated module. */
export const GAP = "|";
/** Stands between places and the list that they lead to. */
export const END = "~";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digit = new Map([...alphabet].map((letter, index) => [letter, index]));

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

/**
 * Reads such a text.
 * @param below the numbers are less than this: with that the text was made as wide as it is
 */
export function numbers(text: string, below: number): number[] {
  const width = below <= alphabet.length ? 1 : 2;
  const low = (place: number) => digit.get(text.charAt(place)) ?? 0;
  return Array.from({ length: text.length / width }, (_, index) =>
    width === 1 ? low(index) : low(2 * index) * alphabet.length + low(2 * index + 1),
  );
}
