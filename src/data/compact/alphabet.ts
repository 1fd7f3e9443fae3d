/** The marks and figures of the compact columns, shared by the build, which writes them, and the reader. */

/** Stands between the texts of a compact column; a line break would take two characters in the generated module. */
export const GAP = "|";
/** Stands between places and the list that they lead to. */
export const END = "~";

/** The figures of base 62. */
export const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digit = new Map([...alphabet].map((letter, index) => [letter, index]));

/**
 * Reads numbers that stand in base 62, all equally wide.
 * @param below the numbers are less than this: with that the text was made as wide as it is
 */
export function numbers(text: string, below: number): number[] {
  const width = below <= alphabet.length ? 1 : 2;
  const low = (place: number) => digit.get(text.charAt(place)) ?? 0;
  return Array.from({ length: text.length / width }, (_, index) =>
    width === 1 ? low(index) : low(2 * index) * alphabet.length + low(2 * index + 1),
  );
}
