import { frozenKey, frozenName, isFrozenKey, itemOf, parseFrozen } from "../../review/frozen/record";
import type { FrozenItem, FrozenRecord } from "../../review/frozen/record";
import type { Area } from "../../workbook/a1";
import { parseA1 } from "../../workbook/a1";
import { can } from "../session/capabilities";
import type { Step } from "../session/batchObjects";
import { setOrRemove, settingRecord } from "../session/settings";
import type { SheetSurvey, Survey } from "../reading/readSheets";

/** What one sheet keeps of what was frozen: records by id, and names over cells. */
export interface SheetTrail {
  records: Map<string, FrozenRecord>;
  /** By name in small letters; a name whose cells were deleted has no place. */
  names: Map<string, { sheet: string; area: Area } | undefined>;
}

/** By the id of the sheet. */
export type Trail = Map<string, SheetTrail>;

/** One frozen formula, and where it stands now. */
export interface Frozen {
  /** The sheet that keeps its record. */
  home: SheetSurvey;
  record: FrozenRecord;
  number: string;
  item: FrozenItem;
  /** Absent where its cells were deleted. */
  place?: { sheet: SheetSurvey; area: Area };
}

/** Reads what the sheets keep. */
export function trailOf({ sheets }: Survey): Trail {
  return new Map(
    sheets.map((sheet) => {
      const names: SheetTrail["names"] = new Map();
      const ids = new Set<string>();
      for (const { name, value } of sheet.names) {
        const found = itemOf(name);
        if (!found) continue;
        ids.add(found.id);
        const parsed = typeof value === "string" ? parseA1(value) : undefined;
        const on = sheets.find((one) => one.name === parsed?.sheet) ?? sheet;
        const place = parsed && { sheet: on.id, area: parsed.area };
        names.set(frozenName(found.id, found.item).toLowerCase(), place);
      }
      const texts = can("sheetProperties")
        ? [...sheet.properties].flatMap(([key, text]) => (isFrozenKey(key) ? [text] : []))
        : [...ids].map((id) => settingRecord(id, frozenKey) ?? "");
      const records = texts.flatMap((text) => parseFrozen(text) ?? []);
      return [sheet.id, { names, records: new Map(records.map((record) => [record.id, record])) }];
    }),
  );
}

/** Every frozen formula of the workbook, in the order of the sheets. */
export function frozenIn({ sheets }: Survey, trail: Trail): Frozen[] {
  return sheets.flatMap((home) => {
    const { records, names } = trail.get(home.id) ?? {
      records: new Map<string, FrozenRecord>(),
      names: new Map(),
    };
    return [...records.values()].flatMap((record) =>
      Object.entries(record.items).map(([number, item]): Frozen => {
        const there = names.get(frozenName(record.id, number).toLowerCase()) as
          { sheet: string; area: Area } | undefined;
        const sheet = sheets.find(({ id }) => id === there?.sheet);
        return {
          home,
          record,
          number,
          item,
          ...(there && sheet ? { place: { sheet, area: there.area } } : {}),
        };
      }),
    );
  });
}

/** What must be done so that the sheets keep `wanted` where they keep `now`. */
export function trailSteps(now: Trail, wanted: Trail): Step[] {
  const steps: Step[] = [];
  for (const [id, { records, names }] of wanted) {
    const before = now.get(id);
    if (!before) continue;
    for (const [record, kept] of can("sheetProperties") ? records : []) {
      const text = JSON.stringify(kept);
      if (JSON.stringify(before.records.get(record)) === text) continue;
      steps.push({
        part: "marker",
        what: "WorksheetCustomPropertyCollection.add",
        bytes: 300 + text.length * 2,
        // Adding a key that is there sets its value.
        run: ({ sheet }) => void sheet(id).customProperties.add(frozenKey(record), text),
      });
    }
    for (const [name, place] of names) {
      if (before.names.has(name) || !place) continue;
      steps.push(
        {
          part: "marker",
          what: "NamedItemCollection.add",
          bytes: 600,
          run: ({ sheet, range }) => void sheet(id).names.add(name, range(place.sheet, place.area)),
        },
        {
          // It is not for the user's list of names; nothing is lost where it shows.
          part: "name comments",
          what: "NamedItem.visible",
          bytes: 200,
          run: ({ sheet }) => (sheet(id).names.getItem(name).visible = false),
        },
      );
    }
    for (const name of before.names.keys()) {
      if (!names.has(name))
        steps.push({
          part: "marker",
          what: "NamedItem.delete",
          bytes: 300,
          run: ({ sheet }) => sheet(id).names.getItem(name).delete(),
        });
    }
    for (const record of can("sheetProperties") ? before.records.keys() : []) {
      if (records.has(record)) continue;
      steps.push({
        part: "marker",
        what: "WorksheetCustomProperty.delete",
        bytes: 300,
        run: ({ sheet }) => sheet(id).customProperties.getItem(frozenKey(record)).delete(),
      });
    }
  }
  return steps;
}

/** On hosts without properties of sheets: sets the records in the document's settings, in memory. */
export function trailInSettings(now: Trail, wanted: Trail): void {
  if (can("sheetProperties")) return;
  for (const { records } of now.values())
    for (const id of records.keys()) setOrRemove(frozenKey(id), undefined);
  for (const { records } of wanted.values()) {
    for (const [id, record] of records) setOrRemove(frozenKey(id), JSON.stringify(record));
  }
}

/** The keys that `trailInSettings` may set. */
export const trailKeys = (...trails: readonly Trail[]): string[] =>
  can("sheetProperties")
    ? []
    : trails.flatMap((trail) =>
        [...trail.values()].flatMap(({ records }) => [...records.keys()].map(frozenKey)),
      );

/** A trail that can be changed without changing this one. */
export function copyTrail(trail: Trail): Trail {
  return new Map(
    [...trail].map(([id, { records, names }]) => [id, { records: new Map(records), names: new Map(names) }]),
  );
}

/** Takes one frozen formula out of a trail. */
export function forget(trail: Trail, { home, record, number }: Frozen): void {
  const sheet = trail.get(home.id);
  const kept = sheet?.records.get(record.id);
  if (!sheet || !kept) return;
  const items = Object.fromEntries(Object.entries(kept.items).filter(([key]) => key !== number));
  sheet.names.delete(frozenName(record.id, number).toLowerCase());
  if (Object.keys(items).length > 0) sheet.records.set(record.id, { ...kept, items });
  else sheet.records.delete(record.id);
}
