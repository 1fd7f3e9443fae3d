import { alphabet, GAP } from "./alphabet";

/**
 * Codes numbers as letters, each kind in a stream of its own, so that similar numbers compress together. Writer and
 * reader call it for the same numbers in the same order (see `figures.ts`): the writer passes them, the reader gets
 * them. A letter holds five bits, and a sixth for "more follow".
 */
export interface Coder {
  /**
   * @param kind the kind of the number
   * @param given the number to write, whole and not negative; undefined to read it
   */
  readonly number: (kind: number, given: number | undefined) => number;
}

const letters = `${alphabet}-_`;
const HALF = letters.length / 2;

/**
 * A coder that writes, and its text. Numbers are whole and not negative; each `kind` has a text of its own, so that
 * like stands beside like and compresses well.
 */
export function writer(): Coder & { readonly text: () => string } {
  const rows: string[] = [];
  return {
    number: (kind, value = 0) => {
      let written = "";
      let left = value;
      for (; left >= HALF; left = Math.floor(left / HALF)) written += letters.charAt(HALF + (left % HALF));
      rows[kind] = `${rows[kind] ?? ""}${written}${letters.charAt(left)}`;
      return value;
    },
    text: () => Array.from(rows, (row) => row ?? "").join(GAP),
  };
}

/**
 * A coder that reads the text of `writer`. The same calls in the same order give the numbers back; beyond the end it
 * gives 0.
 */
export function reader(text: string): Coder {
  const rows = text.split(GAP);
  const next = rows.map(() => 0);
  const places = new Uint8Array(128);
  for (let place = 0; place < letters.length; place++) places[letters.charCodeAt(place)] = place;
  return {
    number: (kind) => {
      const row = rows[kind] ?? "";
      let at = next[kind] ?? 0;
      let value = 0;
      for (let worth = 1; ; worth *= HALF) {
        const place = places[row.charCodeAt(at++)] ?? 0;
        value += (place % HALF) * worth;
        if (place < HALF) break;
      }
      next[kind] = at;
      return value;
    },
  };
}

/**
 * Maps numbers of either sign to numbers that are not negative, small ones to small ones. As Protocol Buffers do: 0,
 * -1, 1, -2 become 0, 1, 2, 3.
 */
export const zigzag = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);
/** The inverse of `zigzag`. Only for whole numbers that are not negative. */
export const unzigzag = (number: number): number => (number % 2 === 0 ? number / 2 : -(number + 1) / 2);
