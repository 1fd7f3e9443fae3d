import type { IndicatorCode } from "../../data/dataset";
import type { Indicator } from "../../data/rows";
import { leadsOf } from "../events";
import { liveStore } from "../liveStore";
import { successorOf } from "../relations";
import { isSince, type Store } from "../store";
import { clean } from "../wording/clean";
import { alike } from "../wording/text";
import { distance } from "./distance";

const han = /\p{Script=Han}+/gu;

/**
 * Cuts a text into words, and Chinese, which has no spaces, into every two neighbouring characters. Lower case, in
 * the order of words, then Chinese pairs; empty for a text without letters and digits.
 * @example tokens("online 零售额") // ["online","零售","售额"]
 */
export function tokens(text: string): string[] {
  const lowered = clean(text).toLowerCase();
  const pairs = (lowered.match(han) ?? []).flatMap((run) =>
    run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
  return [...(lowered.replace(han, " ").match(/[\p{L}\p{N}]+/gu) ?? []), ...pairs];
}

// The first character of each initial in pinyin order: characters that sort between two of them have the first one's
// initial.
const bounds = [..."阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀"];
const letters = "abcdefghjklmnopqrstwxyz";

let collator: Intl.Collator | undefined;
const initialOf = new Map<string, string>();

/**
 * The first letter of a character's pinyin, found by binary search among `bounds`. Lower case. Only for Chinese
 * characters: others give a letter by chance.
 */
export function initial(character: string): string {
  let known = initialOf.get(character);
  if (known === undefined) {
    collator ??= new Intl.Collator("zh-Hans-CN-u-co-pinyin");
    let [low, high] = [0, bounds.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (collator.compare(character, bounds[middle] ?? "") < 0) high = middle;
      else low = middle;
    }
    known = letters.charAt(low);
    initialOf.set(character, known);
  }
  return known;
}

/**
 * Pinyin initials of the Chinese characters of a text, by the runtime's own collation: 跨境电商 is kjds. A runtime
 * without it gives letters that match nothing.
 */
export function initials(text: string): string {
  return [...(text.match(han) ?? []).join("")].map(initial).join("");
}

/** The indicators that contain a word, with its weight there. */
type Index = ReadonlyMap<string, Places>;
type Places = ReadonlyMap<number, number>;

interface Searchable {
  /** The words of the data. */
  readonly index: Index;
  /** For each indicator, its whole names, normalised by `alike`. */
  readonly names: readonly (readonly string[])[];
}

const indexByStore = new WeakMap<Store, Searchable>();

/**
 * The search index of a view of the data: by word, the indicators (by their place) with the weight of the text that
 * holds it, from 3 for short names to 0.4 for descriptions. Made once for each view.
 */
export function searchable(store: Store): Searchable {
  let ofStore = indexByStore.get(store);
  if (ofStore === undefined) {
    const themes = new Map(store.themes.map(({ code, label }) => [code, `${label.en} ${label.zh}`]));
    const index = new Map<string, Map<number, number>>();
    store.indicators.forEach((indicator, place) => {
      const { label, description, aliases } = indicator;
      const texts: readonly (readonly [string, number])[] = [
        [aliases.join(" "), 3],
        [`${label.en} ${label.zh}`, 2],
        [indicator.code.replace(/_/g, " "), 1.5],
        [themes.get(indicator.theme) ?? "", 0.5],
        [`${description.en} ${description.zh}`, 0.4],
      ];
      for (const [text, weight] of texts) {
        for (const word of tokens(text)) {
          const places = index.get(word) ?? new Map<number, number>();
          index.set(word, places);
          places.set(place, Math.max(places.get(place) ?? 0, weight));
        }
      }
    });
    const names = store.indicators.map(({ aliases, label, code }) =>
      [...aliases, label.en, label.zh, code].map(alike),
    );
    ofStore = { index, names };
    indexByStore.set(store, ofStore);
  }
  return ofStore;
}

/** The similarity of two words: 1 for the same, less for a prefix or a typing error, 0 for no match. */
function likeness(query: string, word: string): number {
  if (query === word) return 1;
  if (word.startsWith(query)) return 0.5 + (0.4 * query.length) / word.length;
  if (word.length > 2 && query.startsWith(word) && query.length - word.length <= 2) return 0.75;
  if (query.length < 4) return 0;
  const most = query.length > 6 ? 2 : 1;
  const steps = distance(query, word, most);
  return steps > most ? 0 : 0.7 - (0.9 * steps) / query.length;
}

/**
 * The indicators with words similar to a word of the query. Short and Chinese words must match exactly, because one
 * character makes another word.
 */
function alikeIn(index: Index, query: string): [places: Places, like: number][] {
  if (query.length < 3 || /^\p{Script=Han}/u.test(query)) {
    const places = index.get(query);
    return places ? [[places, 1]] : [];
  }
  const matches: [Places, number][] = [];
  for (const [word, places] of index) {
    const like = likeness(query, word);
    if (like > 0) matches.push([places, like]);
  }
  return matches;
}

/** Longer queries are cut. */
const LONGEST = 100;

/**
 * Searches indicators, best match first: by English and Chinese names, aliases, synonyms, beginnings of words, typing
 * errors and pinyin initials.
 * @param text what was typed; blank gives all, official ones first
 * @param count at most so many; default all matches
 * @param spelt scores how well a name, normalised by `alike`, matches the text as pinyin; default: initials only
 * @example search("trade-in", 1)[0].code // "TRADEIN_15_CATEGORIES"
 * @example search("数码产品", 1)[0].code // "DIGITAL_PRODUCTS"
 */
export function search(
  text: string,
  count?: number,
  store: Store = liveStore,
  spelt?: (name: string) => number,
): readonly Indicator[] {
  if (store.parts) return store.parts.flatMap((part) => search(text, undefined, part, spelt)).slice(0, count);
  const query = text.slice(0, LONGEST).trim();
  if (query === "") return store.indicators.slice(0, count);
  const { index, names } = searchable(store);
  const wholeQuery = alike(query);
  const scores = new Map<number, number>();
  const add = (place: number, score: number) => scores.set(place, (scores.get(place) ?? 0) + score);

  for (const [word, weight] of wordWeights(query, wholeQuery, store)) {
    const best = new Map<number, number>();
    for (const [places, like] of alikeIn(index, word)) {
      const rare = Math.log(1 + store.indicators.length / places.size);
      for (const [place, says] of places)
        best.set(place, Math.max(best.get(place) ?? 0, like * rare * (1 + says)));
    }
    for (const [place, score] of best) add(place, score * weight);
  }
  // An indicator that only shares a common word is dropped where another shares much more.
  const least = Math.max(...scores.values()) / 4;
  for (const [place, score] of scores) if (score < least) scores.delete(place);
  names.forEach((list, place) => {
    for (const name of list) {
      if (name === wholeQuery) add(place, 100);
      // Among names that contain the whole query, the shorter ones score higher.
      else if (wholeQuery.length > 1 && name.includes(wholeQuery))
        add(place, (4 * wholeQuery.length) / name.length);
    }
  });
  if (spelt) {
    names.forEach((list, place) => {
      const most = Math.max(...list.map(spelt));
      if (most > 0) add(place, most);
    });
  } else if (/^[a-z]{3,12}$/.test(wholeQuery)) {
    names.forEach((list, place) => {
      const spellings = list.map(initials).filter((name) => name.includes(wholeQuery));
      if (spellings.length > 0)
        add(place, Math.max(...spellings.map((name) => (12 * wholeQuery.length) / name.length)));
    });
  }
  const indicators = [...scores]
    .sort(([a, first], [b, second]) => second - first || a - b)
    .map(([place]) => store.indicators[place] as Indicator);
  const led = leadsOf(query, store).map(({ indicator }) => indicator);
  return followedBy(withSuccessor(indicators, store), led, store).slice(0, count);
}

/**
 * The words of a query, weighing 1, and those of its synonyms, weighing 0.8.
 * @param wholeQuery the query normalised by `alike`
 */
function wordWeights(query: string, wholeQuery: string, store: Store): Map<string, number> {
  const words = tokens(query);
  const weights = new Map<string, number>(words.map((word) => [word, 1]));
  for (const { word, means } of store.synonyms) {
    // A single word also matches longer words that begin with it; of several words, each matches anywhere in a name.
    const isInQuery = /^\w+$/.test(word)
      ? words.some((known) => known.startsWith(word))
      : wholeQuery.includes(alike(word));
    if (isInQuery) for (const other of tokens(means)) if (!weights.has(other)) weights.set(other, 0.8);
  }
  return weights;
}

/** A better search than `search` (`seeking/`). */
export interface Seeker {
  /** Searches as `search` does. */
  readonly seek: (text: string, count?: number, store?: Store) => readonly Indicator[];
  /** The correction of a text with a mistyped word; undefined where nothing was mistyped. */
  readonly correction: (text: string) => string | undefined;
}

/** Module state: the better search, once it is loaded. */
let best: Seeker | undefined;

/**
 * Sets the better search, or removes it. It loads behind the pane; without a pane, functions use `search`.
 * @example seekBy(undefined) // undefined
 */
export function seekBy(seeker: Seeker | undefined): void {
  best = seeker;
}

/**
 * Searches with the best search that is loaded; see `search`.
 * @example seek("trade-in", 1)[0].code // "TRADEIN_15_CATEGORIES"
 */
export const seek: Seeker["seek"] = (text, count, store) =>
  best ? best.seek(text, count, store) : search(text, count, store);

/**
 * The correction of a text with a mistyped word: 跨境电商 for 跨镜电商. Undefined where nothing was mistyped, or the better
 * search is not loaded.
 * @example correction("online retail") // undefined
 */
export const correction: Seeker["correction"] = (text) => best?.correction(text);

/** Puts the successor of a discontinued first match right behind it: "total" may mean the months of 2026. */
function withSuccessor(indicators: readonly Indicator[], store: Store): readonly Indicator[] {
  const [first] = indicators;
  const next = first && isSince("0.2.0", store) && successorOf(first.code, store);
  return next ? followedBy(indicators, [next], store) : indicators;
}

/** Moves some indicators right behind the first match. */
function followedBy(
  [first, ...others]: readonly Indicator[],
  next: readonly IndicatorCode[],
  store: Store,
): readonly Indicator[] {
  if (first === undefined) return [];
  const moved = next.filter((code) => code !== first.code).map(store.indicator);
  return [first, ...moved, ...others.filter((indicator) => !moved.includes(indicator))];
}
