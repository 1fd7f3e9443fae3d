import { here } from "../../data/compact/awaited";
import type { Indicator } from "../../data/rows";
import type { Store } from "../store";

/** A way to look that knows more than the data's words. */
export interface Seeker {
  /** Looks for indicators as `search` does. */
  readonly seek: (text: string, count?: number, store?: Store) => readonly Indicator[];
  /** What a person may have meant who mistyped a word; undefined where nothing was mistyped. */
  readonly correction: (text: string) => string | undefined;
}

/** State of this module: the search by the data's words, which comes with the details. */
let plain: Seeker["seek"] | undefined;
/** State of this module: the way to look that knows most. */
let best: Seeker | undefined;

/**
 * Called when the details have come.
 * @example searchBy(search) // undefined
 */
export function searchBy(search: Seeker["seek"]): void {
  plain = search;
}

/**
 * Hands in a way to look that knows more, or takes it back. It comes in a file of its own behind the pane: functions are loaded
 * before it, and answer the same questions by the data's words alone where there is no pane.
 * @example seekBy(undefined) // undefined
 */
export function seekBy(seeker: Seeker | undefined): void {
  best = seeker;
}

/**
 * Looks for indicators in the way that knows most; see `search`.
 * @example seek("trade-in", 1)[0].code // "TRADEIN_15_CATEGORIES"
 */
export const seek: Seeker["seek"] = (text, count, store) => (best?.seek ?? here(plain))(text, count, store);

/**
 * What a person may have meant who mistyped a word: 跨镜电商 gives 跨境电商. Where nobody handed in a way that knows, undefined.
 * @example correction("online retail") // undefined
 */
export const correction: Seeker["correction"] = (text) => best?.correction(text);
