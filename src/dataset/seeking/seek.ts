import type { Indicator } from "../../data/rows";
import { search, searchable, seekBy } from "../indicators/search";
import { liveStore } from "../liveStore";
import type { Store } from "../store";
import { clean } from "../wording/clean";
import { alike } from "../wording/text";
import { corrected } from "./correct";
import { pinyinIn, pinyinScore, spelling } from "./pinyin";
import { alone, searchWords } from "./words";

/** Longer queries are cut. */
const LONGEST = 100;

const normalized = (text: string) => clean(text.slice(0, LONGEST)).toLowerCase();

/** The text to search for: a known name as it is, anything else translated into our words. */
function lookedUp(text: string, store: Store): string {
  const { names, index } = searchable(store);
  const textKey = alike(text);
  if (names.some((list) => list.includes(textKey))) return text;
  const letters = pinyinIn(text);
  const word = letters && [...alone.keys()].find((key) => spelling(key) === letters);
  return searchWords(word || text, (key) => index.has(key));
}

const isUserIndicator = ({ indicators }: Store) => indicators.every(({ theme }) => theme.startsWith("own"));

/** Searches one part of the data: as typed, by pinyin, and corrected if that finds more. */
function searchIn(text: string, store: Store): readonly Indicator[] {
  const letters = pinyinIn(text);
  const spelt = (name: string) => (letters === "" ? 0 : pinyinScore(letters, name));
  // Our words say nothing about a table of the user's.
  if (isUserIndicator(store)) return search(text, undefined, store, spelt);
  const query = lookedUp(text, store);
  const direct = search(query, undefined, store, spelt);
  const instead = correctedIn(query, text, store, direct.length);
  if (instead === undefined) return direct;
  const first = search(instead, undefined, store);
  return [...first, ...direct.filter((indicator) => !first.includes(indicator))];
}

/** The corrected text to search for. Letters that spell Chinese are not corrected as English. */
function correctedIn(query: string, text: string, store: Store, count: number): string | undefined {
  const letters = pinyinIn(text);
  if (
    count > 0 &&
    letters &&
    searchable(store)
      .names.flat()
      .some((name) => pinyinScore(letters, name) > 0)
  )
    return undefined;
  return corrected(query, store);
}

/**
 * Searches as `search` does, and also understands short names, full pinyin, initials of two letters, periods and
 * measures in the text, and mistyped words.
 * @param text what was typed; blank gives all
 * @param count at most so many; default all matches
 */
export function seek(text: string, count?: number, store: Store = liveStore): readonly Indicator[] {
  const query = normalized(text);
  if (query === "") return search("", count, store);
  return (store.parts ?? [store]).flatMap((part) => searchIn(query, part)).slice(0, count);
}

/**
 * The correction of a text with a mistyped word: 跨境电商 for 跨镜电商, "express volume" for "exprss volume".
 * @returns undefined where nothing was mistyped, or a table of the user's has the text
 * @example correction("跨镜电商") // "跨境电商"
 */
export function correction(text: string, store: Store = liveStore): string | undefined {
  const query = normalized(text);
  if (query === "") return undefined;
  const [base = store, ...userTables] = store.parts ?? [store];
  if (userTables.some((userTable) => search(query, 1, userTable).length > 0)) return undefined;
  const direct = lookedUp(query, base);
  return correctedIn(direct, query, base, 1);
}

/**
 * Makes the pane, the functions' suggestions and ECOM.FIND use this search. Before, they search without pinyin and
 * correction, so it is called as soon as its file has loaded.
 */
export const seekEverywhere = (): void => seekBy({ seek, correction });
