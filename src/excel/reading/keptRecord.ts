import { setOrRemove, settingRecord } from "../session/settings";
import { parseRecord, recordKey } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";

/** A copied sheet has blocks with the same ids: the most records of one id that the settings keep. */
const mostKept = 5;

/** The records of an id in the document's settings, a line each, the newest first. */
const linesOf = (id: string): string[] => (settingRecord(id) ?? "").split("\n").filter((line) => line !== "");

/**
 * A block's record, from the properties of its sheet; from the document's settings where the host has no properties or
 * has cut the text. Undefined where no record can be read.
 *
 * @param properties by key in small letters
 */
export function recordIn(properties: ReadonlyMap<string, string>, id: string): BlockRecord | undefined {
  const kept = properties.get(recordKey(id).toLowerCase());
  const record = kept === undefined ? undefined : parseRecord(kept);
  if (record) return record;
  const lines = linesOf(id);
  // The beginning that is left of the property tells which of several records it is.
  const line = lines.find((one) => kept !== undefined && one.startsWith(kept)) ?? lines[0];
  return line === undefined ? undefined : parseRecord(line);
}

/**
 * Keeps a block's record in the document's settings, in memory.
 *
 * @param kept what the sheet's property holds of it; absent: there are no properties
 */
export function keepInSettings(id: string, record: BlockRecord, kept?: string): void {
  const text = JSON.stringify(record);
  const others = kept === undefined ? [] : linesOf(id).filter((line) => !line.startsWith(kept));
  setOrRemove(recordKey(id), [text, ...others].slice(0, mostKept).join("\n"));
}
