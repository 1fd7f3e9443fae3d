/* eslint-disable office-addins/call-sync-before-read --
   the rule looks for the sync between load and reading in the text; here the reading is left to the message's end. */
import { frozenKey, parseFrozen } from "../../review/frozen/record";
import type { FrozenRecord } from "../../review/frozen/record";
import type { Step } from "../session/batchObjects";
import { can } from "../session/capabilities";
import { setOrRemove, settingRecord } from "../session/settings";
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
  const steps: Step[] = [];
  for (const [sheet, { records, properties, names }] of wanted) {
    const before = now.get(sheet);
    if (!before) continue;
    for (const [id, record] of can("sheetProperties") ? records : []) {
      const text = JSON.stringify(record);
      const isSame = JSON.stringify(before.records.get(id)) === text;
      const stands = !properties.has(id) || properties.get(id) === before.properties.get(id);
      if (!isSame || !stands) steps.push(...propertySteps(sheet, id, text, answered));
    }
    for (const [name, over] of names) {
      if (before.names.has(name) || !over) continue;
      steps.push(
        {
          part: "marker",
          what: "NamedItemCollection.add",
          bytes: 600,
          run: (objects) => void objects.sheet(sheet).names.add(name, objects.range(over.sheet, over.area)),
        },
        {
          // Hides the name from the user's list of names, if Excel allows it.
          part: "name comments",
          what: "NamedItem.visible",
          bytes: 200,
          run: (objects) => (objects.sheet(sheet).names.getItem(name).visible = false),
        },
      );
    }
    for (const name of before.names.keys()) {
      if (!names.has(name))
        steps.push({
          part: "marker",
          what: "NamedItem.delete",
          bytes: 300,
          run: (objects) => objects.sheet(sheet).names.getItem(name).delete(),
        });
    }
    for (const id of before.properties.keys()) {
      if (records.has(id) || properties.has(id)) continue;
      steps.push({
        part: "marker",
        what: "WorksheetCustomProperty.delete",
        bytes: 300,
        run: (objects) => objects.sheet(sheet).customProperties.getItem(frozenKey(id)).delete(),
      });
    }
  }
  return steps;
}

/** Stores a record as a property of the sheet, and reads what Excel has stored. */
function propertySteps(sheet: string, id: string, text: string, answered: Answered | undefined): Step[] {
  const key = frozenKey(id);
  const add: Step = {
    part: "marker",
    what: "WorksheetCustomPropertyCollection.add",
    bytes: 300 + text.length * 2,
    // Adding an existing key sets its value.
    run: (objects) => void objects.sheet(sheet).customProperties.add(key, text),
  };
  const ask: Step = {
    part: "view",
    what: "ask WorksheetCustomProperty.value",
    bytes: 300,
    harmless: true,
    run(objects) {
      const property = objects.sheet(sheet).customProperties.getItem(key);
      property.load("value");
      objects.answered(() => answered?.set(place(sheet, id), property.value));
    },
  };
  return answered ? [add, ask] : [add];
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
