import { distance } from "../indicators/distance";
import { initials, searchable, tokens } from "../indicators/search";
import type { Store } from "../store";
import { alike } from "../wording/text";

const han = /^\p{Script=Han}+$/u;

/** The substrings of a length in names, whole names first. */
function* stretches(names: readonly string[], length: number): Generator<string> {
  for (const name of names) if (name.length === length) yield name;
  for (const name of names) {
    for (let at = 0; at + length <= name.length; at++) {
      const part = name.slice(at, at + length);
      if (han.test(part)) yield part;
    }
  }
}

/**
 * Corrects a Chinese word. Input methods give wrong characters of the same sound, so initials must agree; in five or
 * more characters that begin a name, one may be any other.
 */
function correctedHan(typed: string, names: readonly string[]): string | undefined {
  const length = typed.length;
  if (length < 2 || length > 20) return undefined;
  const sound = initials(typed);
  let best: { word: string; wrong: number } | undefined;
  for (const word of stretches(names, length)) {
    let wrong = 0;
    for (let at = 0; at < length; at++) if (word[at] !== typed[at]) wrong++;
    if (wrong === 0 || wrong * 2 > length || (best && wrong >= best.wrong)) continue;
    const any = wrong === 1 && length >= 5 && names.some((name) => name.startsWith(word));
    if (any || initials(word) === sound) best = { word, wrong };
  }
  return best?.word;
}

const inflection = /^(?:ics|s|es|ies|ed|d|e|t|ts|ing|er|ers|ion|ions|y)?$/;

/** Whether two words are forms of the same word: robots and robotics. */
function inflected(a: string, b: string): boolean {
  let matching = 0;
  while (matching < a.length && a[matching] === b[matching]) matching++;
  return matching >= 5 && inflection.test(a.slice(matching)) && inflection.test(b.slice(matching));
}

/** Corrects an English word to a word of the data at most two edits away. */
function correctedWord(typed: string, words: Iterable<string>): string | undefined {
  if (typed.length < 4) return undefined;
  const most = typed.length > 6 ? 2 : 1;
  let best: { word: string; steps: number } | undefined;
  for (const word of words) {
    if (inflected(typed, word)) continue;
    if (!/^[a-z]{3,}$/.test(word)) continue;
    const steps = distance(typed, word, best ? best.steps - 1 : most);
    if (steps <= (best ? best.steps - 1 : most)) best = { word, steps };
  }
  return best?.word;
}

/**
 * Corrects a text that contains an unknown word.
 * @param text lower case, see `clean`
 * @returns undefined where every word is known, or nothing is near
 */
export function corrected(text: string, store: Store): string | undefined {
  const { index, names } = searchable(store);
  const typed = alike(text);
  const allNames = names.flat();
  if (typed === "" || allNames.some((name) => name.includes(typed))) return undefined;
  if (han.test(text)) {
    const known =
      tokens(typed).every((word) => index.has(word)) ||
      store.synonyms.some(({ word }) => word.length * 2 > typed.length && typed.includes(word));
    return known ? undefined : correctedHan(typed, allNames);
  }
  let changed = false;
  const words = text.split(" ").map((word) => {
    if (!/^[a-z]+$/.test(word)) return word;
    const known =
      store.synonyms.some((synonym) => synonym.word.startsWith(word) || word.startsWith(synonym.word)) ||
      [...index.keys()].some(
        (key) =>
          key.startsWith(word) || (key.length > 2 && word.startsWith(key) && word.length - key.length <= 2),
      );
    const likelyWord = known ? undefined : correctedWord(word, index.keys());
    changed ||= likelyWord !== undefined;
    return likelyWord ?? word;
  });
  return changed ? words.join(" ") : undefined;
}
