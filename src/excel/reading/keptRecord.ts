import { settingRecord } from "../session/settings";
import { parseRecord, recordKey } from "./blockRecord";
import type { BlockRecord } from "./blockRecord";

/**
 * A block's record: from the properties of its sheet, else, where the host has none or has cut it, from the document's
 * settings. Undefined where there is none that can be read.
 *
 * @param properties by key in small letters
 */
export function recordIn(properties: ReadonlyMap<string, string>, id: string): BlockRecord | undefined {
  const kept = properties.get(recordKey(id).toLowerCase());
  const record = kept === undefined ? undefined : parseRecord(kept);
  if (record) return record;
  const setting = settingRecord(id);
  return setting === undefined ? undefined : parseRecord(setting);
}
