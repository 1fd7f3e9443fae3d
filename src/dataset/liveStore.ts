import type { Packed } from "../data/compact/pack";
import { unpack } from "../data/compact/unpack";
import { packed, type IndicatorCode, type SourceId } from "../data/dataset";
import type { Break, Indicator, Source } from "../data/rows";
import { compareVersions } from "../data/versions";
import { createStore, type Store } from "./store";

const columns: Record<string, string> = { ...packed };
const tables = unpack(columns);

/**
 * Called when the details are loaded: adds their columns to the bundled data.
 * @example detailsLoaded({}) // undefined
 */
export function detailsLoaded(details: Readonly<Record<string, string>>): void {
  Object.assign(columns, details);
}

/** The newest bundled data, without tables of the user's. */
export const official: Store = createStore(tables);

const storesByVersion = new Map<string, Store>();

/**
 * The bundled data of a version. Each is made once.
 * @param version default, and for a newer one: the newest
 * @example officialOf("0.1.0").release // "0.1.0"
 */
export function officialOf(version?: string): Store {
  if (version === undefined || compareVersions(version, official.release) >= 0) return official;
  let store = storesByVersion.get(version);
  if (store === undefined) storesByVersion.set(version, (store = createStore(tables, version)));
  return store;
}

/** State of this module: the data in use, official ones in the workbook's version and the user's tables. */
export let liveStore: Store = official;
/** State of this module: the official part of the data in use. */
export let liveOfficial: Store = official;
/** Every official indicator of the version in use. */
export let indicators: readonly Indicator[] = official.indicators;
/** Every definition break of the version in use. */
export let breaks: readonly Break[] = official.breaks;

/** State of this module: the setting that was joined last, and the newest data joined with it. */
let keptTables: unknown;
let keptVersion: string | undefined;
let userParts: readonly Store[] = [];
let newestStore: Store = official;

/**
 * Puts a checksum before a text, by which `tablesIn` recognises one that was cut, edited by hand or written by
 * another version. The sum is the 32-bit hash that Java gives a text (31 × the sum before + the character), which
 * finds accidents, not intent.
 * @example sealed("[]") // "3875[]"
 */
export function sealed(text: string): string {
  let sum = 1;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return sum + text;
}

/**
 * The packed tables in a workbook's setting; empty unless it is a text with a right checksum.
 * @example tablesIn("cut off") // []
 */
export function tablesIn(setting: unknown): Packed[] {
  const text = String(setting).replace(/^[^[]*/, "");
  return setting === sealed(text) ? (JSON.parse(text) as Packed[]) : [];
}

function answerWith(store: Store, base: Store): void {
  liveStore = store;
  liveOfficial = base;
  ({ indicators, breaks } = base);
}

/** Joins official data and the user's tables. A name that both have means the official indicator. */
function joined(base: Store): Store {
  if (userParts.length === 0) return base;
  const parts = [base, ...userParts];
  const partOf = (code: IndicatorCode) => parts.find((part) => part.indicator(code)) ?? base;
  return Object.assign(Object.create(base) as Store, {
    parts,
    themes: parts.flatMap((part) => part.themes),
    indicators: parts.flatMap((part) => part.indicators),
    sources: parts.flatMap((part) => part.sources),
    indicator: (code: IndicatorCode) => partOf(code).indicator(code),
    source: (id: SourceId) => parts.map((part) => part.source(id)).find(Boolean) as Source,
    book: (code: IndicatorCode) => partOf(code).book(code),
  });
}

/**
 * Sets the data in use: a version of the official ones, and the user's tables in place of earlier ones. It is free if
 * nothing changed.
 * @param setting the workbook's setting of user tables (see `src/userTables`)
 * @param version the workbook's version of the data; default: the newest
 * @example joinTables([]) // undefined
 */
export function joinTables(setting: unknown, version?: string): void {
  if (setting === keptTables && version === keptVersion) return;
  [keptTables, keptVersion, userParts] = [setting, version, []];
  const base = officialOf(version);
  newestStore = official;
  answerWith(base, base);
  userParts = tablesIn(setting).map((table) => createStore(unpack(table)));
  newestStore = joined(official);
  answerWith(base === official ? newestStore : joined(base), base);
}

/**
 * Runs `act` with the newest data in use, whatever the workbook's version. Afterwards the workbook's version is in
 * use again, also where `act` throws. `act` must be synchronous: what it awaits runs with the workbook's version.
 * @example withNewest(() => liveStore.release) // "0.2.0"
 */
export function withNewest<T>(act: () => T): T {
  const [store, base] = [liveStore, liveOfficial];
  answerWith(newestStore, official);
  try {
    return act();
  } finally {
    answerWith(store, base);
  }
}
