import { frozenKey, parseFrozen } from "../../review/frozen/record";
import type { FrozenRecord } from "../../review/frozen/record";
import type { Step } from "../session/batchObjects";
import { can } from "../session/capabilities";
import { setOrRemove, settingRecord } from "../session/settings";
import { addProperty, deleteProperty } from "../session/sheetProperties";
import { stepsOn } from "../session/stepsOn";
import type { Add } from "../session/stepsOn";
import type { Saving } from "../session/transaction";
import type { FrozenRecords } from "./frozenRecords";

/** What Excel has stored of written records, by `place`. */
export type Answered = Map<string, string>;

const place = (sheet: string, id: string): string => `${sheet} ${id}`;

/**
 * The steps that change the records on sheets from `now` to `wanted`.
 * @param answered gets what Excel has stored of each written record
 */
export function recordSteps(now: FrozenRecords, wanted: FrozenRecords, answered?: Answered): Step[] {
  return [...wanted].flatMap(([sheet, { records, properties, names }]) => {
    const before = now.get(sheet);
    if (!before) return [];
    const add = stepsOn(sheet);
    for (const [id, record] of can("sheetProperties") ? records : []) {
      const text = JSON.stringify(record);
      const isSame = JSON.stringify(before.records.get(id)) === text;
      const stands = !properties.has(id) || properties.get(id) === before.properties.get(id);
      if (isSame && stands) continue;
      addProperty(add, frozenKey(id), text, answered && ((stored) => answered.set(place(sheet, id), stored)));
    }
    for (const [name, over] of names) {
      if (before.names.has(name) || !over) continue;
      add(
        "marker",
        "NamedItemCollection.add",
        (on, { range }) => void on.sheet.names.add(name, range(over.sheet, over.area)),
        { bytes: 600 },
      );
      hideName(add, name);
    }
    for (const name of before.names.keys())
      if (!names.has(name)) add("marker", "NamedItem.delete", (on) => on.sheet.names.getItem(name).delete());
    for (const id of before.properties.keys())
      if (!records.has(id) && !properties.has(id)) deleteProperty(add, frozenKey(id));
    return add.steps;
  });
}

/** Hides a name from the user's list of names, if Excel allows it. */
export function hideName(add: Add, name: string): void {
  add("name comments", "NamedItem.visible", ({ sheet }) => (sheet.names.getItem(name).visible = false));
}

/**
 * Stores in the document's settings (in memory) the records that no sheet's property holds completely: Excel
 * reportedly cuts long properties, and some hosts have none.
 * @param answered what Excel has stored of the written records
 * @returns whether the settings must be saved: "must" for a new record; a record of thawed cells may stay
 */
export function keepInSettings(now: FrozenRecords, wanted: FrozenRecords, answered: Answered): Saving {
  const byId = new Map<string, FrozenRecord>();
  for (const [sheet, { records, properties }] of wanted) {
    for (const [id, record] of records) {
      if (can("sheetProperties") && holds(answered.get(place(sheet, id)) ?? properties.get(id), record))
        continue;
      // A copied sheet has the same records; each has the items whose names it has.
      const items = { ...byId.get(id)?.items, ...record.items };
      byId.set(id, { ...record, items });
    }
  }
  let saving: Saving = "not";
  for (const id of idsIn(now, wanted)) {
    const record = byId.get(id);
    const text = record && JSON.stringify(record);
    const before = settingRecord(id, frozenKey);
    if (before === text) continue;
    setOrRemove(frozenKey(id), text);
    const known = parseFrozen(before ?? "")?.items ?? {};
    if (Object.keys(record?.items ?? {}).some((number) => !known[number])) saving = "must";
    else if (saving === "not") saving = "if possible";
  }
  return saving;
}

/** Whether a property's text is this record. */
function holds(text: string | undefined, record: FrozenRecord): boolean {
  return text !== undefined && JSON.stringify(parseFrozen(text)) === JSON.stringify(record);
}

/**
 * The keys that `keepInSettings` may set. Used to put the settings back after a failure: the keys of the records
 * before and after a change.
 */
export const settingKeysOf = (...all: readonly FrozenRecords[]): string[] => idsIn(...all).map(frozenKey);

const idsIn = (...all: readonly FrozenRecords[]): string[] => [
  ...new Set(
    all.flatMap((ofWorkbook) => [...ofWorkbook.values()].flatMap(({ records }) => [...records.keys()])),
  ),
];
