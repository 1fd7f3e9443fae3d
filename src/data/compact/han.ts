import { alphabet } from "./alphabet";

/**
 * Codes Chinese characters in two bytes instead of three: each as its index among the few that the data contain. The
 * list is sorted by code point, so that it holds only the distances.
 */

/** The code point of index 0; the data contain no letters from here on. */
const FIRST = 0x100;
const LAST = 0x7ff;
const letters = `${alphabet}-_`;
const HALF = 32;

/** The characters of a list. `list` is from `listOf`; their places are the indexes in `shut` texts. */
export function characters(list: string): string[] {
  const parts: string[] = [];
  let [code, worth] = [0, 1];
  for (const letter of list) {
    const place = letters.indexOf(letter);
    code += (place % HALF) * worth;
    worth *= HALF;
    if (place < HALF) {
      parts.push(String.fromCharCode(code));
      worth = 1;
    }
  }
  return parts;
}

/**
 * Replaces indexes by their characters. The inverse of `shut`, with the same list; an index outside the list gives
 * nothing.
 */
export function opened(text: string, list: readonly string[]): string {
  return text.replace(/[\u0100-\u07ff]+/g, (places) => {
    let written = "";
    for (let at = 0; at < places.length; at++) written += list[places.charCodeAt(at) - FIRST] ?? "";
    return written;
  });
}

/**
 * The list of those characters in some texts that take three bytes each. Sorted, as the distances between their
 * codes.
 */
export function listOf(texts: readonly string[]): string {
  const codes = [...new Set(texts.join(""))]
    .map((character) => character.charCodeAt(0))
    .filter((code) => code > LAST)
    .sort((a, b) => a - b);
  let [list, before] = ["", 0];
  for (const code of codes) {
    let left = code - before;
    for (; left >= HALF; left = Math.floor(left / HALF)) list += letters.charAt(HALF + (left % HALF));
    list += letters.charAt(left);
    before = code;
  }
  return list;
}

/**
 * Replaces characters by their indexes. An index takes two bytes, a Chinese character three. Characters outside the
 * list, and those beyond the two-byte indexes, stay.
 */
export function shut(text: string, list: readonly string[]): string {
  return text.replace(/[\u0800-\uffff]/g, (character) => {
    const place = list.indexOf(character);
    return place < 0 || FIRST + place > LAST ? character : String.fromCharCode(FIRST + place);
  });
}
