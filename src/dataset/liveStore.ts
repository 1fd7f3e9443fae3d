import type { Packed } from "../data/compact/pack";
import { unpack } from "../data/compact/unpack";
import { packed, type IndicatorCode } from "../data/dataset";
import type { Source } from "../data/rows";
import { createStore, type Store } from "./store";

/** The data that are bundled with the product, and nothing else. */
export const official: Store = createStore(unpack(packed));

/** State of this module: the data that answer now, the official ones, and with them the user's own tables once they have joined. */
export let liveStore: Store = official;

/** State of this module: what was joined last. */
let kept: unknown;

/** A text with its checksum before it: what was cut, edited by hand or written by another version does not fit its own. */
export function sealed(text: string): string {
  let sum = 1;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return sum + text;
}

/** The packed tables of the user's that a workbook keeps under their seal; none for anything else. */
export function tablesIn(own: unknown): Packed[] {
  const text = String(own).replace(/^[^[]*/, "");
  return own === sealed(text) ? (JSON.parse(text) as Packed[]) : [];
}

/**
 * Joins the user's tables, in place of those before. Official data answer as without them: each part keeps its own figures,
 * and where two have a name in common the official one has it.
 * @param own what the workbook keeps (see `src/userTables`); the same as before costs nothing
 */
export function joinTables(own: unknown): void {
  if (own === kept) return;
  kept = own;
  liveStore = official;
  const parts = [official, ...tablesIn(own).map((table) => createStore(unpack(table)))];
  const partOf = (code: IndicatorCode) => parts.find((one) => one.indicator(code)) ?? official;
  if (parts[1])
    liveStore = {
      ...official,
      parts,
      themes: parts.flatMap((one) => one.themes),
      indicators: parts.flatMap((one) => one.indicators),
      sources: parts.flatMap((one) => one.sources),
      indicator: (code) => partOf(code).indicator(code),
      source: (id) => parts.map((one) => one.source(id)).find(Boolean) as Source,
      book: (code) => partOf(code).book(code),
    };
}
