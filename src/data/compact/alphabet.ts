/** The separators and digits of compact columns, shared by writer and reader. */

/** Separates the texts of a compact column; a line break would take two characters in the generated module. */
export const GAP = "|";
/** Separates indexes from the list that they point to. */
export const END = "~";

/** The digits of base 62. */
export const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digitOf = new Map([...alphabet].map((letter, index) => [letter, index]));

/**
 * Reads numbers in base 62, all equally wide.
 * @param below the numbers are less than this, which determines their width
 */
export function numbers(text: string, below: number): number[] {
  const width = below <= alphabet.length ? 1 : 2;
  const low = (place: number) => digitOf.get(text.charAt(place)) ?? 0;
  return Array.from({ length: text.length / width }, (_, index) =>
    width === 1 ? low(index) : low(2 * index) * alphabet.length + low(2 * index + 1),
  );
}
