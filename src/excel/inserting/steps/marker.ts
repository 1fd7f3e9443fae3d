import { fixedAddress } from "../../../workbook/a1";
import type { Area } from "../../../workbook/a1";
import { marker, recordKey, unfinished } from "../../reading/blockRecord";
import type { BlockRecord } from "../../reading/blockRecord";
import type { BatchObjects, Step } from "../../session/batchObjects";
import { can } from "../../session/capabilities";
import type { Part } from "../../session/parts";
import { addProperty } from "../../session/sheetProperties";
import { stepsOn } from "../../session/stepsOn";
import type { Add } from "../../session/stepsOn";
import { hasChangedShape } from "../target";
import type { Target } from "../target";

/**
 * Marks a block as being written, or as complete, in the comment of its name. If the writing is interrupted, the
 * block is found by it, and completed or removed. If Excel refuses comments, a complete block gets a new name without
 * one, and an interrupted one is not recognised.
 */
export function addMark(add: Add, target: Target, comment: string): void {
  const { id, sheet: key } = target;
  add("name comments", "NamedItem.comment", () => undefined, {
    run: (objects) => (nameIn(objects, key, id).comment = comment),
    otherwise: comment === "" ? nameSteps(target, stepsOn(key), "").steps : [],
  });
}

/** Replaces the block's name. */
function nameSteps({ id, at, record, sheet }: Target, add: Add, comment: string): Add {
  const [top, left] = at;
  dropName(add, sheet, id);
  addName(add, sheet, id, [top, left, record?.rows ?? 1, record?.columns ?? 1], comment);
  return add;
}

/** The block's name, which was just added. */
const nameIn = (objects: BatchObjects, key: string, id: string): Excel.NamedItem =>
  objects.once(`name ${id}`, () => objects.sheet(key).names.getItem(marker(id)));

/** The new place of a block's name; the area is absolute. */
interface NamePlace {
  area: Area;
  /** The present name of its sheet. */
  sheetName: string;
}

/** Moves a block's name. If Excel refuses that, deletes it and adds it again. */
export function moveName(
  add: Add,
  key: string,
  id: string,
  { area, sheetName }: NamePlace,
  comment: string,
): void {
  const remake = stepsOn(key);
  dropName(remake, key, id);
  addName(remake, key, id, area, comment);
  if (!can("movedNames")) {
    add.steps.push(...remake.steps);
    return;
  }
  add("marker", "NamedItem.formula", () => undefined, {
    run: (objects) => (nameIn(objects, key, id).formula = `=${fixedAddress(sheetName, area)}`),
    otherwise: remake.steps,
  });
}

/**
 * Removes a block's name. `key` is the sheet's id or name. Where Excel refuses, it is tried again so that a missing
 * name is no error.
 */
export function dropName(add: Add, key: string, id: string): void {
  const step = (what: string, run: Step["run"]): Step => ({ part: "marker", what, bytes: 300, run });
  add("marker", "NamedItem.delete", () => undefined, {
    run: (objects) => nameIn(objects, key, id).delete(),
    otherwise: [
      step("NamedItem.delete, or nothing", (objects) =>
        objects.sheet(key).names.getItemOrNullObject(marker(id)).delete(),
      ),
    ],
  });
}

/**
 * Adds a block's name over an area (absolute). `key` is the sheet's id or name; `comment` is "" or marks a block that
 * is being written.
 */
export function addName(add: Add, key: string, id: string, area: Area, comment: string): void {
  add("marker", "NamedItemCollection.add", () => undefined, {
    run(objects) {
      const name = objects.sheet(key).names.add(marker(id), objects.range(key, area), comment);
      objects.keep(`name ${id}`, name);
    },
  });
  // Hides the name from the user's list of names, if Excel allows it.
  add("name comments", "NamedItem.visible", () => undefined, {
    run: (objects) => (nameIn(objects, key, id).visible = false),
  });
}

/**
 * Adds the block's marker and record to the sheet. An update moves an existing name only if rows or columns were
 * inserted in the block.
 */
export function addMarker(add: Add, target: Target, record: BlockRecord): void {
  const { at, id, old, sheet } = target;
  if (can("sheetProperties")) addRecord(add, target, record);
  const stays = old && !hasChangedShape({ ...old, record });
  if (!can("names") || stays) return;
  const area: Area = [at[0], at[1], record.rows, record.columns];
  // The old name's comment already marks the block as being written.
  if (old) moveName(add, sheet, id, { area, sheetName: old.sheetName }, unfinished);
  else addName(add, sheet, id, area, unfinished);
}

/** Stores the record as a property of the sheet, and reads back whether Excel has cut it. */
const addRecord = (add: Add, { id, written }: Target, record: BlockRecord): void =>
  addProperty(add, recordKey(id), JSON.stringify(record), (stored) => (written.keptText = stored));

/**
 * Notes in a record which parts Excel refused, except holding the screen, which leaves nothing out. Changes `record`;
 * an empty list is not written.
 */
export function setLeft(record: BlockRecord, leftOut: ReadonlySet<Part>): void {
  const missing = [...leftOut].filter((part) => part !== "screen");
  if (missing.length > 0) record.left = missing;
}

/**
 * The steps that note refused parts in the record, so that an update tries them again. None for plain cells, which
 * have no record, and where sheets hold no properties.
 */
export function leftSteps(target: Target, leftOut: ReadonlySet<Part>): Step[] {
  const { record, sheet } = target;
  if (!record) return [];
  setLeft(record, leftOut);
  if (!can("sheetProperties")) return [];
  const add = stepsOn(sheet);
  addRecord(add, target, record);
  return add.steps;
}
