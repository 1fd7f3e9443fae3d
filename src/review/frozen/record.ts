import type { IndicatorCode, Language, SourceId } from "../../dataset";

/**
 * The origin of a frozen formula's figures: indicator and periods (empty where the answer is a text), source, release.
 */
export type Origin = readonly [
  indicator: IndicatorCode | "",
  periods: string,
  source: SourceId,
  released: string,
];

/** One frozen formula. */
export interface FrozenItem {
  formula: string;
  /** Fingerprint of the values that replaced it. */
  print: string;
  /** Number formats that were given to cells of format General, and which cells of its area, counted row by row. */
  formats?: Readonly<Record<string, readonly number[]>>;
  origins: readonly Origin[];
}

/**
 * The record of what was frozen at one time on one sheet. It is kept as a property of the sheet, so that it follows the
 * sheet when that is renamed, moved or copied. Sheet-scoped names (`frozenName`) say where each formula's cells are
 * now.
 */
export interface FrozenRecord {
  /** Version of this record. */
  v: 1;
  id: string;
  language: Language;
  /** Version of the data. */
  version: string;
  /** By number; numbers of items that were thawed are not used again. */
  items: Readonly<Record<string, FrozenItem>>;
}

const keyPrefix = "ECOM.frozen.";
const namePrefix = "ECOM_frozen_";

/** Key of a record. */
export const frozenKey = (id: string): string => keyPrefix + id;
/** Whether a property's key is a record's. */
export const isFrozenKey = (key: string): boolean => key.toLowerCase().startsWith(keyPrefix.toLowerCase());
/** Id of the record that a property with such a key holds. */
export const recordIdOf = (key: string): string => key.slice(keyPrefix.length);
/** Name over the cells of one item. */
export const frozenName = (id: string, item: string): string => `${namePrefix}${id}_${item}`;

/** Record and item of a name, which some hosts give with the sheet in front; undefined for any other name. */
export function itemOf(name: string): { id: string; item: string } | undefined {
  const local = name.slice(name.lastIndexOf("!") + 1).toLowerCase();
  if (!local.startsWith(namePrefix.toLowerCase())) return undefined;
  const [id = "", item = ""] = local.slice(namePrefix.length).split("_");
  return { id, item };
}

/** Reads a record; undefined for what is none, or of a later version. */
export function parseFrozen(text: string): FrozenRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const known =
      typeof value === "object" && value !== null && "v" in value && value.v === 1 && "items" in value;
    return known ? (value as FrozenRecord) : undefined;
  } catch {
    // Another add-in's property under our key, or a text that was cut: counts as none.
    return undefined;
  }
}
