import type { Indicator } from "../data/rows";
import { fail, ok, type Result } from "./result";
import { bundled, type Store } from "./store";
import { alike, shown } from "./text";

interface Names {
  readonly byName: ReadonlyMap<string, Indicator>;
  /** Every name with its spelling, for suggestions. */
  readonly all: readonly { readonly key: string; readonly name: string; readonly indicator: Indicator }[];
}

const namesOf = new WeakMap<Store, Names>();

function names(store: Store): Names {
  let made = namesOf.get(store);
  if (made === undefined) {
    const all = store.indicators.flatMap((indicator) =>
      [...indicator.aliases, indicator.code, indicator.label.en, indicator.label.zh].map((name) => ({
        key: alike(name),
        name,
        indicator,
      })),
    );
    made = { all, byName: new Map(all.map((one) => [one.key, one.indicator])) };
    namesOf.set(store, made);
  }
  return made;
}

/** No name is longer; a longer text is not looked at. */
const LONGEST = 120;

/**
 * Number of letters to insert, delete, replace or swap to get from one text to another.
 * @param most where counting stops: then anything above it is returned
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/**
 * Names that a person may have meant, nearest first, of different indicators.
 * @param given what was written
 * @param count at most so many, default 3
 */
export function suggestions(given: string, count = 3, store: Store = bundled): string[] {
  const key = alike(given.slice(0, LONGEST));
  if (key === "") return [];
  const most = Math.max(1, Math.floor(key.length / 3));
  const near = names(store)
    .all.flatMap((one) => {
      const steps = distance(key, one.key, most);
      const inside = steps > most && key.length > 1 && one.key.includes(key) ? most + 1 : steps;
      return inside <= most ||
        (steps > most && inside === most + 1 && one.key.includes(key) && key.length > 1)
        ? [{ ...one, steps: inside }]
        : [];
    })
    .sort((a, b) => a.steps - b.steps || a.key.length - b.key.length);
  const chosen = new Map<Indicator, string>();
  for (const one of near) if (!chosen.has(one.indicator)) chosen.set(one.indicator, one.name);
  return [...chosen.values()].slice(0, count);
}

/**
 * Finds an indicator by code, alias or label, English or Chinese; case, width, spaces, hyphens and underscores do not count.
 * @param text what was written
 * @param argument the argument's name, for the sentence
 * @returns the reason `missing-argument` for nothing, `not-text` for another kind of value, `unknown-indicator` with up
 * to three suggestions for a text that names none
 * @example findIndicator("Digital Products") // DIGITAL_PRODUCTS
 */
export function findIndicator(
  text: unknown,
  store: Store = bundled,
  argument = "indicator",
): Result<Indicator> {
  if (text === undefined || text === null) return fail({ name: "missing-argument", argument });
  if (typeof text !== "string") return fail({ name: "not-text", argument, given: shown(text) });
  const exact = quick.get(text);
  if (exact !== undefined && store === bundled) return ok(exact);
  if (text.length <= LONGEST) {
    const key = alike(text);
    if (key === "") return fail({ name: "missing-argument", argument });
    const found = names(store).byName.get(key);
    if (found !== undefined) {
      if (store === bundled) remember(text, found);
      return ok(found);
    }
  }
  return fail({ name: "unknown-indicator", given: shown(text), suggestions: suggestions(text, 3, store) });
}

// A sheet names few indicators, many times: spellings that were found need no second normalising.
const quick = new Map<string, Indicator>();
const KEPT = 2048;

function remember(text: string, found: Indicator): void {
  if (quick.size >= KEPT) quick.clear();
  quick.set(text, found);
}
