import { alphabet } from "./alphabet";

/**
 * Chinese characters in two bytes instead of three: each is its place among those that the data hold, which are few. They stand in
 * the order of their numbers, so that the list says how far it is from one to the next.
 */

/** The places begin here, in letters that the data hold none of. */
const FIRST = 0x100;
const LAST = 0x7ff;
const letters = `${alphabet}-_`;
const HALF = 32;

/** The characters of a list. */
export function characters(list: string): string[] {
  const made: string[] = [];
  let [code, worth] = [0, 1];
  for (const letter of list) {
    const place = letters.indexOf(letter);
    code += (place % HALF) * worth;
    worth *= HALF;
    if (place < HALF) {
      made.push(String.fromCharCode(code));
      worth = 1;
    }
  }
  return made;
}

/** The text with each character in the place of its own. */
export function opened(text: string, of: readonly string[]): string {
  return text.replace(/[\u0100-\u07ff]+/g, (places) => {
    let made = "";
    for (let at = 0; at < places.length; at++) made += of[places.charCodeAt(at) - FIRST] ?? "";
    return made;
  });
}

/** The list of the characters of some texts that take three bytes each. */
export function listOf(texts: readonly string[]): string {
  const codes = [...new Set(texts.join(""))]
    .map((one) => one.charCodeAt(0))
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

/** The text with the place of each character of a list. */
export function shut(text: string, of: readonly string[]): string {
  return text.replace(/[\u0800-\uffff]/g, (one) => {
    const place = of.indexOf(one);
    return place < 0 || FIRST + place > LAST ? one : String.fromCharCode(FIRST + place);
  });
}
