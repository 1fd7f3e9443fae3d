import { alphabet, GAP } from "./alphabet";

/**
 * Numbers as letters, those of each kind in a row by themselves, so that they compress with their like. Writer and reader ask
 * for the same numbers in the same order (see `figures.ts`); the writer is given them, the reader finds them. A letter holds five
 * bits, and says by a sixth whether more follow.
 */
export interface Coder {
  /**
   * @param kind what the number is
   * @param given the number to write, whole and not negative; undefined: read it
   */
  readonly number: (kind: number, given: number | undefined) => number;
}

const letters = `${alphabet}-_`;
const HALF = letters.length / 2;

/** A coder that writes, and the text that it has written. */
export function writer(): Coder & { readonly text: () => string } {
  const rows: string[] = [];
  return {
    number: (kind, given = 0) => {
      let written = "";
      let left = given;
      for (; left >= HALF; left = Math.floor(left / HALF)) written += letters.charAt(HALF + (left % HALF));
      rows[kind] = `${rows[kind] ?? ""}${written}${letters.charAt(left)}`;
      return given;
    },
    text: () => Array.from(rows, (row) => row ?? "").join(GAP),
  };
}

/** Reads what `writer` wrote. */
export function reader(text: string): Coder {
  const rows = text.split(GAP);
  const next = rows.map(() => 0);
  const places = new Uint8Array(128);
  for (let place = 0; place < letters.length; place++) places[letters.charCodeAt(place)] = place;
  return {
    number: (kind) => {
      const row = rows[kind] ?? "";
      let at = next[kind] ?? 0;
      let found = 0;
      for (let worth = 1; ; worth *= HALF) {
        const place = places[row.charCodeAt(at++)] ?? 0;
        found += (place % HALF) * worth;
        if (place < HALF) break;
      }
      next[kind] = at;
      return found;
    },
  };
}

/** Numbers of either sign as numbers that are not negative, small ones small. */
export const zigzag = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);
/** The number that was so written. */
export const unzigzag = (number: number): number => (number % 2 === 0 ? number / 2 : -(number + 1) / 2);
