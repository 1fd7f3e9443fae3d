import { requireLoaded } from "../../data/compact/notYetLoaded";
import type { Indicator } from "../../data/rows";
import { liveStore } from "../liveStore";
import { fail, ok, type Result } from "../result";
import type { Store } from "../store";
import { alike, shown, type Text2 } from "../wording/text";

interface Names {
  readonly byName: ReadonlyMap<string, Indicator>;
  /** Every name in its own spelling, for suggestions. */
  readonly all: readonly { readonly key: string; readonly name: string; readonly indicator: Indicator }[];
  /** Module state: spellings that were found, so that most lookups need no normalising. */
  readonly lookedUp: Map<string, Indicator>;
}

const namesOf = new WeakMap<Store, Names>();

/**
 * Maps the names of the data, normalised by `alike`, to their indicators. Where two have a name in common, official
 * data comes before user tables, and present names before former ones. Made once for each view of the data.
 */
export function names(store: Store): Names {
  let index = namesOf.get(store);
  if (index === undefined) {
    const all = store.indicators.flatMap((indicator) =>
      [...indicator.aliases, indicator.code, indicator.label.en, indicator.label.zh].map((name) => ({
        key: alike(name),
        name,
        indicator,
      })),
    );
    // Official names take precedence over the user's. Former names are still read where no indicator has them now,
    // because formulas may hold them.
    const former = store.former.map(
      (formerName) => [alike(formerName.name), store.indicator(formerName.indicator)] as const,
    );
    const byName = new Map([
      ...former,
      ...[...all].reverse().map((entry) => [entry.key, entry.indicator] as const),
    ]);
    index = { all, byName, lookedUp: new Map() };
    namesOf.set(store, index);
  }
  return index;
}

/** The longest text that is looked up: no name is longer. */
export const LONGEST = 120;
/** The most spellings that are kept, so that many different texts do not fill memory. */
const KEPT = 2048;

/** State of this module: the function that suggests names, once the details are loaded. */
let suggest: ((given: string, count: number, store: Store) => Text2[]) | undefined;

/**
 * Called when the details are loaded. Until then, asking for suggestions throws `notYetLoaded`.
 * @example suggestBy(suggestions) // undefined
 */
export function suggestBy(suggestions: typeof suggest): void {
  suggest = suggestions;
}

/**
 * Finds an indicator by code, alias or label, English or Chinese. Case, width, spaces, hyphens and underscores do not
 * count.
 * @param text what was written
 * @param argument the argument's name, for the sentence
 * @returns `missing-argument` for nothing, `not-text` for a value of another kind, `unknown-indicator` with up to
 *   three suggestions for an unknown name
 * @example findIndicator("Digital Products") // "DIGITAL_PRODUCTS"
 */
export function findIndicator(
  text: unknown,
  store: Store = liveStore,
  argument = "indicator",
): Result<Indicator> {
  if (text === undefined || text === null) return fail({ name: "missing-argument", argument });
  if (typeof text !== "string") return fail({ name: "not-text", argument, given: shown(text) });
  const { byName, lookedUp } = names(store);
  const before = lookedUp.get(text);
  if (before !== undefined) return ok(before);
  if (text.length <= LONGEST) {
    const key = alike(text);
    if (key === "") return fail({ name: "missing-argument", argument });
    const exact = byName.get(key);
    if (exact !== undefined) {
      if (lookedUp.size >= KEPT) lookedUp.clear();
      lookedUp.set(text, exact);
      return ok(exact);
    }
  }
  return fail({
    name: "unknown-indicator",
    given: shown(text),
    // Computed only when the sentence is made.
    get suggestions() {
      return requireLoaded(suggest)(text, 3, store);
    },
  });
}
