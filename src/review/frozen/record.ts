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
  /** By number. The number of a thawed item is not used again. */
  items: Readonly<Record<string, FrozenItem>>;
}

const keyPrefix = "ECOM.frozen.";
const namePrefix = "ECOM_frozen_";

/** The key of the sheet's property that holds a record. Kept in workbooks since 0.1.0, so the prefix never changes. */
export const frozenKey = (id: string): string => keyPrefix + id;
/** Whether a sheet's property holds such a record. Excel may give keys back in another case. */
export const isFrozenKey = (key: string): boolean => key.toLowerCase().startsWith(keyPrefix.toLowerCase());
/** The id of the record with such a key. Only for keys that pass `isFrozenKey`. */
export const recordIdOf = (key: string): string => key.slice(keyPrefix.length);
/**
 * The defined name of one item's cells. `item` is its number within the record. By the name the cells are found after
 * rows were inserted or moved.
 */
export const frozenName = (id: string, item: string): string => `${namePrefix}${id}_${item}`;

/** The record and item of a defined name, which some hosts give with the sheet's name; undefined for other names. */
export function itemOf(name: string): { id: string; item: string } | undefined {
  const local = name.slice(name.lastIndexOf("!") + 1).toLowerCase();
  if (!local.startsWith(namePrefix.toLowerCase())) return undefined;
  const [id = "", item = ""] = local.slice(namePrefix.length).split("_");
  return { id, item };
}

/** Reads a record; undefined for anything else, and for one of a later version. */
export function parseFrozen(text: string): FrozenRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const known =
      typeof value === "object" && value !== null && "v" in value && value.v === 1 && "items" in value;
    return known ? (value as FrozenRecord) : undefined;
  } catch {
    // The property of another add-in, or a text that was cut.
    return undefined;
  }
}
