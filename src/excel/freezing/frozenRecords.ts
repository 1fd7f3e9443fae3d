import {
  frozenName,
  isFrozenKey,
  itemOf,
  frozenKey,
  parseFrozen,
  recordIdOf,
} from "../../review/frozen/record";
import type { FrozenItem, FrozenRecord } from "../../review/frozen/record";
import type { Area } from "../../workbook/a1";
import { parseA1 } from "../../workbook/a1";
import type { SheetSurvey, Survey } from "../reading/readSheets";
import { settingRecord } from "../session/settings";

/** The records and names of frozen formulas on one sheet. */
interface SheetRecords {
  records: Map<string, FrozenRecord>;
  /** The properties with records, by the record's id. Excel may have cut their texts. */
  properties: Map<string, string>;
  /** By name in lower case; absent for a name whose cells were deleted. */
  names: Map<string, { sheet: string; area: Area } | undefined>;
}

/** The records of each sheet, by its id. */
export type FrozenRecords = Map<string, SheetRecords>;

/** A frozen formula and its present place. */
export interface Frozen {
  /** The sheet with its record. */
  recordSheet: SheetSurvey;
  record: FrozenRecord;
  /** The key of the item in the record. */
  number: string;
  item: FrozenItem;
  /** Absent if its cells were deleted. */
  place?: { sheet: SheetSurvey; area: Area };
}

/**
 * Reads the records from the sheets, and from the document's settings those that a sheet does not hold completely.
 * Names point to cells even where they were moved to another sheet; one whose cells are gone is kept without a place.
 * Records of a later version are passed over.
 */
export function recordsOf({ sheets }: Survey): FrozenRecords {
  const read = sheets.map((sheet) => {
    const names: SheetRecords["names"] = new Map();
    const properties = new Map(
      [...sheet.properties].flatMap(([key, text]) =>
        isFrozenKey(key) ? [[recordIdOf(key), text] as const] : [],
      ),
    );
    const ids = new Set(properties.keys());
    for (const { name, value } of sheet.names) {
      const item = itemOf(name);
      if (!item) continue;
      ids.add(item.id);
      const parsed = typeof value === "string" ? parseA1(value) : undefined;
      const sheetOfCells = sheets.find((candidate) => candidate.name === parsed?.sheet) ?? sheet;
      const place = parsed && { sheet: sheetOfCells.id, area: parsed.area };
      names.set(frozenName(item.id, item.item).toLowerCase(), place);
    }
    return { id: sheet.id, names, properties, ids };
  });
  return new Map(
    read.map(({ id: sheet, names, properties, ids }) => {
      const records = [...ids].flatMap((id): [string, FrozenRecord][] => {
        const record = parseFrozen(properties.get(id) ?? "") ?? inSettings(id, names);
        return record ? [[id, record]] : [];
      });
      return [sheet, { names, properties, records: new Map(records) }];
    }),
  );
}

/** A record from the settings. They do not say which sheet an item is on: it is on the sheet that has its name. */
function inSettings(id: string, names: SheetRecords["names"]): FrozenRecord | undefined {
  const record = parseFrozen(settingRecord(id, frozenKey) ?? "");
  if (!record) return undefined;
  const items = Object.entries(record.items).filter(([number]) =>
    names.has(frozenName(id, number).toLowerCase()),
  );
  return items.length > 0 ? { ...record, items: Object.fromEntries(items) } : undefined;
}

/**
 * Every frozen formula of the workbook, in the order of the sheets. A formula whose cells were deleted has no
 * `place`.
 */
export function frozenIn({ sheets }: Survey, allRecords: FrozenRecords): Frozen[] {
  return sheets.flatMap((recordSheet) => {
    const { records, names } = allRecords.get(recordSheet.id) ?? {
      records: new Map<string, FrozenRecord>(),
      names: new Map<string, undefined>(),
    };
    return [...records].flatMap(([id, record]) =>
      Object.entries(record.items).map(([number, item]): Frozen => {
        const cells = names.get(frozenName(id, number).toLowerCase());
        const sheet = sheets.find((candidate) => candidate.id === cells?.sheet);
        return {
          recordSheet,
          record,
          number,
          item,
          ...(cells && sheet ? { place: { sheet, area: cells.area } } : {}),
        };
      }),
    );
  });
}

/** A copy in which records can be replaced and removed without changing these. The records themselves are shared. */
export function copyRecords(allRecords: FrozenRecords): FrozenRecords {
  return new Map(
    [...allRecords].map(([sheet, { records, properties, names }]) => [
      sheet,
      { records: new Map(records), properties: new Map(properties), names: new Map(names) },
    ]),
  );
}

/**
 * Removes one frozen formula from records. Changes `records` in place; the last formula of a record takes the record
 * with it. Unknown ones change nothing.
 */
export function forget(records: FrozenRecords, { recordSheet, record, number }: Frozen): void {
  const sheet = records.get(recordSheet.id);
  const present = sheet?.records.get(record.id);
  if (!sheet || !present) return;
  const items = Object.fromEntries(Object.entries(present.items).filter(([key]) => key !== number));
  sheet.names.delete(frozenName(record.id, number).toLowerCase());
  if (Object.keys(items).length > 0) sheet.records.set(record.id, { ...present, items });
  else {
    sheet.records.delete(record.id);
    sheet.properties.delete(record.id);
  }
}
