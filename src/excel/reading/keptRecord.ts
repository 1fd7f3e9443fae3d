import { setOrRemove, settingRecord } from "../session/settings";
import { parseRecord, recordKey } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";

/** The most records of one id in the settings: a copied sheet has blocks with the same ids. */
const mostKept = 5;

/** The records of an id in the document's settings, one per line, newest first. */
const linesOf = (id: string): string[] => (settingRecord(id) ?? "").split("\n").filter((line) => line !== "");

/**
 * A block's record, from the properties of its sheet, or from the document's settings if the host has no properties
 * or has cut the text. Undefined if none can be read.
 * @param properties by key in lower case
 */
export function recordIn(properties: ReadonlyMap<string, string>, id: string): BlockRecord | undefined {
  const keptText = properties.get(recordKey(id).toLowerCase());
  const record = keptText === undefined ? undefined : parseRecord(keptText);
  if (record) return record;
  const lines = linesOf(id);
  // The beginning left in the property tells which of several records it is.
  const line =
    lines.find((candidate) => keptText !== undefined && candidate.startsWith(keptText)) ?? lines[0];
  return line === undefined ? undefined : parseRecord(line);
}

/**
 * Stores a block's record in the document's settings, in memory.
 * @param keptText what the sheet's property holds of it; absent without properties
 */
export function keepInSettings(id: string, record: BlockRecord, keptText?: string): void {
  const text = JSON.stringify(record);
  const others = keptText === undefined ? [] : linesOf(id).filter((line) => !line.startsWith(keptText));
  setOrRemove(recordKey(id), [text, ...others].slice(0, mostKept).join("\n"));
}
