import type { Indicator } from "../../data/rows";
import { distance } from "./distance";
import { fail, ok, type Result } from "../result";
import { seek } from "./search";
import { liveStore } from "../liveStore";
import type { Store } from "../store";
import { alike, shown, type Language, type Text2 } from "../wording/text";
import { shortName } from "./shortName";

interface Names {
  readonly byName: ReadonlyMap<string, Indicator>;
  /** Every name with its spelling, for suggestions. */
  readonly all: readonly { readonly key: string; readonly name: string; readonly indicator: Indicator }[];
  /** Spellings that were found: a sheet names few indicators, many times, and those need no second normalising. */
  readonly found: Map<string, Indicator>;
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
    // Official data stand first, and have the name where own data have the same.
    // A name that was given up is still read, where nothing else has it now: formulas of that time hold it.
    const former = store.former.map((one) => [alike(one.name), store.indicator(one.indicator)] as const);
    const byName = new Map([
      ...former,
      ...[...all].reverse().map((one) => [one.key, one.indicator] as const),
    ]);
    made = { all, byName, found: new Map() };
    namesOf.set(store, made);
  }
  return made;
}

/** No name is longer; a longer text is not looked at. */
const LONGEST = 120;
/** So many spellings are kept, that no flood of texts fills memory. */
const KEPT = 2048;

const han = /\p{Script=Han}/u;

/** An indicator's name in both languages: in its own the one that was meant, in the other what it is called for short. */
function inBoth(indicator: Indicator, meant = ""): Text2 {
  const written: Language = han.test(meant) ? "zh" : "en";
  const called = (language: Language) =>
    meant !== "" && language === written ? meant : shortName(indicator, language);
  return { en: called("en"), zh: called("zh") };
}

/**
 * Names that a person may have meant, nearest first, of different indicators. A Chinese word of few characters is looked for
 * before it is taken for a misspelt one: of two characters, one changed makes another word.
 * @param given what was written
 * @param count at most so many, default 3
 * @example suggestions("refridgerators", 1)[0].en // "refrigerators"
 */
export function suggestions(given: string, count = 3, store: Store = liveStore): Text2[] {
  const key = alike(given.slice(0, LONGEST));
  if (key === "") return [];
  const found = (): Text2[] => seek(given, count, store).map((indicator) => inBoth(indicator));
  const sought = han.test(key) ? found() : [];
  if (sought.length > 0) return sought;
  const most = Math.min(4, Math.max(1, Math.floor(key.length / 3)));
  const near: { name: string; indicator: Indicator; size: number; steps: number }[] = [];
  for (const one of names(store).all) {
    const steps = distance(key, one.key, most);
    if (steps <= most) near.push({ name: one.name, indicator: one.indicator, size: one.key.length, steps });
  }
  near.sort((a, b) => a.steps - b.steps || a.size - b.size);
  const chosen = new Map<Indicator, string>();
  for (const { indicator, name } of near) if (!chosen.has(indicator)) chosen.set(indicator, name);
  if (chosen.size === 0) return han.test(key) ? [] : found();
  return [...chosen].slice(0, count).map(([indicator, name]) => inBoth(indicator, name));
}

/**
 * Finds an indicator by code, alias or label, English or Chinese; case, width, spaces, hyphens and underscores do not count.
 * @param text what was written
 * @param argument the argument's name, for the sentence
 * @returns the reason `missing-argument` for nothing, `not-text` for another kind of value, `unknown-indicator` with up
 * to three suggestions for a text that names none
 * @example findIndicator("Digital Products") // "DIGITAL_PRODUCTS"
 */
export function findIndicator(
  text: unknown,
  store: Store = liveStore,
  argument = "indicator",
): Result<Indicator> {
  if (text === undefined || text === null) return fail({ name: "missing-argument", argument });
  if (typeof text !== "string") return fail({ name: "not-text", argument, given: shown(text) });
  const { byName, found } = names(store);
  const before = found.get(text);
  if (before !== undefined) return ok(before);
  if (text.length <= LONGEST) {
    const key = alike(text);
    if (key === "") return fail({ name: "missing-argument", argument });
    const named = byName.get(key);
    if (named !== undefined) {
      if (found.size >= KEPT) found.clear();
      found.set(text, named);
      return ok(named);
    }
  }
  return fail({ name: "unknown-indicator", given: shown(text), suggestions: suggestions(text, 3, store) });
}
