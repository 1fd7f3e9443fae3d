import { dataset } from "../../dataset";
import { followWorkbook } from "../../functions";
import type { Area } from "../../workbook/a1";
import type { SettingKey, WorkbookSettings } from "../../workbook/api";
import { recordKey } from "../reading/blockRecord";

/** The document's settings in memory (Common API), which functions read too. Saving is a separate message. */
const settings = (): Office.Settings => Office.context.document.settings;

/** The last known place of a block, which saves a message; the marker on the sheet is authoritative. */
export interface KnownBlock {
  id: string;
  sheetId: string;
  area: Area;
  key: string;
}

const indexKey = "ECOM.blocks";

/** The known blocks; none if the setting is unreadable. */
export function knownBlocks(): KnownBlock[] {
  const value: unknown = settings().get(indexKey);
  return Array.isArray(value) ? value.filter(isKnown) : [];
}

function isKnown(value: unknown): value is KnownBlock {
  if (typeof value !== "object" || value === null) return false;
  const { id, sheetId, area, key } = value as Partial<KnownBlock>;
  const texts = [id, sheetId, key].every((text) => typeof text === "string");
  return texts && Array.isArray(area) && area.length === 4 && area.every((part) => Number.isInteger(part));
}

/** Sets the known blocks in memory; `save` stores them. */
export function setKnown(blocks: readonly KnownBlock[]): void {
  setOrRemove(indexKey, blocks.length > 0 ? blocks : undefined);
}

/**
 * Sets the known place of one block in memory; `save` stores it.
 * @param place undefined to forget it
 */
export function setKnownBlock(
  id: string,
  sheetId: string,
  place: Pick<KnownBlock, "area" | "key"> | undefined,
): void {
  const others = knownBlocks().filter((block) => block.id !== id || block.sheetId !== sheetId);
  setKnown(place ? [...others, { id, sheetId, ...place }] : others);
}

/** A block's record on hosts without sheet properties, or the text under another `key`; undefined without one. */
export function settingRecord(id: string, key: (id: string) => string = recordKey): string | undefined {
  const value: unknown = settings().get(key(id));
  return typeof value === "string" ? value : undefined;
}

/** Sets, or removes with undefined, in memory. Saving is a message of its own, see `save`. */
export function setOrRemove(key: string, value: unknown): void {
  if (value === undefined) settings().remove(key);
  else settings().set(key, value);
}

/** Remembers these settings; the returned function restores them, in memory. */
export function remember(keys: readonly string[]): () => void {
  const before = keys.map((key) => [key, settings().get(key) as unknown] as const);
  return () => {
    for (const [key, value] of before) setOrRemove(key, value ?? undefined);
  };
}

/** Saves the settings in the workbook; false if the host refuses, or does not answer in time. */
export function save(timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    settings().saveAsync((result) => {
      clearTimeout(timer);
      // The enum is missing in some hosts; its values work.
      resolve(String(result.status) === "succeeded");
    });
  });
}

/** The keys that an insertion may change. Its block's record, the index of blocks, and the data date. */
export const insertionKeys = (id: string): string[] => [indexKey, recordKey(id), ...dataDateKeys];

/** The keys of the data date and its version of the data, which are always set together. */
export const dataDateKeys: readonly string[] = ["ECOM.asof", "ECOM.version"];

/**
 * Sets the data date in memory, with the newest version of the data. Undefined removes both.
 * @param asof a day (YYYY-MM-DD)
 */
export function setDataDate(asof: unknown): void {
  setOrRemove("ECOM.asof", asof);
  setOrRemove("ECOM.version", asof === undefined ? undefined : dataset.release);
}

/** The data date for insertions: that of the workbook, or the one that the first insertion will set. */
export function dataDate(): string {
  const asof = setting("ECOM.asof");
  return typeof asof === "string" ? asof : dataset.released;
}

/** A setting; undefined if it is "" or null. */
export function setting(key: SettingKey | "ECOM.own" | "ECOM.version"): unknown {
  const value: unknown = settings().get(key);
  return value === null || value === "" ? undefined : value;
}

/** Reads the workbook's settings, after joining its user tables. Missing and invalid ones are absent. */
export function workbookSettings(): WorkbookSettings {
  followWorkbook();
  const read: WorkbookSettings = {};
  const period = setting("ECOM.period");
  const asof = setting("ECOM.asof");
  const version = setting("ECOM.version");
  const language = setting("ECOM.language");
  const plain = setting("ECOM.plain");
  const date1904 = setting("ECOM.date1904");
  if (typeof period === "string") read.period = period;
  if (typeof asof === "string") read.asof = asof;
  if (typeof version === "string") read.version = version;
  if (typeof language === "string") read.language = language;
  if (typeof plain === "boolean") read.plain = plain;
  if (typeof date1904 === "boolean") read.date1904 = date1904;
  return read;
}
