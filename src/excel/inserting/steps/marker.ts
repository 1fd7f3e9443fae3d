/* eslint-disable office-addins/call-sync-before-read --
   the rule looks for the sync between load and reading in the text; here the reading is left to the message's end. */
import { fixedAddress } from "../../../workbook/a1";
import type { Area } from "../../../workbook/a1";
import { marker, recordKey, unfinished } from "../../reading/blockRecord";
import type { BlockRecord } from "../../reading/blockRecord";
import { can } from "../../session/capabilities";
import type { BatchObjects, Step } from "../../session/batchObjects";
import type { Part } from "../../session/parts";
import { stepsOn } from "../../session/stepsOn";
import type { Add } from "../../session/stepsOn";
import { hasChangedShape } from "../target";
import type { Target } from "../target";

/**
 * Marks a block as being written, or as complete, in the comment of its name. If the connection breaks off, the
 * half-written block is found by it, and completed or removed. Where Excel refuses comments, a new name marks a
 * complete block, and a half-written one is not recognized.
 */
export function addMark(add: Add, target: Target, comment: string): void {
  const { id, sheet: key } = target;
  add("name comments", "NamedItem.comment", () => undefined, {
    run: (desk) => (nameIn(desk, key, id).comment = comment),
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

/** The block's name, of which it is known that it was just added. */
const nameIn = (desk: BatchObjects, key: string, id: string): Excel.NamedItem =>
  desk.once(`name ${id}`, () => desk.sheet(key).names.getItem(marker(id)));

/** Where a block's name is to stand: the area is absolute. */
interface NamePlace {
  area: Area;
  /** What its sheet is called now. */
  sheetName: string;
}

/** Moves a block's name. Where Excel refuses that, the name is deleted and added again. */
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
    run: (desk) => (nameIn(desk, key, id).formula = `=${fixedAddress(sheetName, area)}`),
    otherwise: remake.steps,
  });
}

/** Takes a block's name away. */
export function dropName(add: Add, key: string, id: string): void {
  const step = (what: string, run: Step["run"]): Step => ({ part: "marker", what, bytes: 300, run });
  add("marker", "NamedItem.delete", () => undefined, {
    run: (desk) => nameIn(desk, key, id).delete(),
    otherwise: [
      step("NamedItem.delete, or nothing", (desk) =>
        desk.sheet(key).names.getItemOrNullObject(marker(id)).delete(),
      ),
    ],
  });
}

/** Gives an area (absolute) a block's name. */
export function addName(add: Add, key: string, id: string, area: Area, comment: string): void {
  add("marker", "NamedItemCollection.add", () => undefined, {
    run(desk) {
      const name = desk.sheet(key).names.add(marker(id), desk.range(key, area), comment);
      desk.keep(`name ${id}`, name);
    },
  });
  // The name is hidden from the user's list of names. Where that is refused, nothing is lost.
  add("name comments", "NamedItem.visible", () => undefined, {
    run: (desk) => (nameIn(desk, key, id).visible = false),
  });
}

/** Says on the sheet where the block stands and what it is. */
export function addMarker(add: Add, target: Target, record: BlockRecord): void {
  const { at, id, old, sheet } = target;
  if (can("sheetProperties")) addRecord(add, target, record);
  const stays = old && !hasChangedShape({ ...old, record });
  if (!can("names") || stays) return;
  const area: Area = [at[0], at[1], record.rows, record.columns];
  // The comment of the old name already says that the block is being written.
  if (old) moveName(add, sheet, id, { area, sheetName: old.sheetName }, unfinished);
  else addName(add, sheet, id, area, unfinished);
}

/** Keeps the record as a property of the sheet, and reads back whether Excel has cut it. */
function addRecord(add: Add, { id, written, sheet: key }: Target, record: BlockRecord): void {
  // Adding a key that is there sets its value.
  add(
    "marker",
    "WorksheetCustomPropertyCollection.add",
    ({ sheet }) => {
      sheet.customProperties.add(recordKey(id), JSON.stringify(record));
    },
    { bytes: 600 + JSON.stringify(record).length * 2 },
  );
  add("view", "ask WorksheetCustomProperty.value", () => undefined, {
    harmless: true,
    run(desk) {
      const property = desk.sheet(key).customProperties.getItem(recordKey(id));
      property.load("value");
      desk.answered(() => (written.kept = property.value));
    },
  });
}

/**
 * Notes in a record what Excel refused. Nothing is missing where only the holding of the screen was refused.
 */
export function setLeft(record: BlockRecord, left: ReadonlySet<Part>): void {
  const missing = [...left].filter((part) => part !== "screen");
  if (missing.length > 0) record.left = missing;
}

/** The steps that follow where something was left out: the record says so, so that an update tries again. */
export function leftSteps(target: Target, left: ReadonlySet<Part>): Step[] {
  const { record, sheet } = target;
  if (!record) return [];
  setLeft(record, left);
  if (!can("sheetProperties")) return [];
  const add = stepsOn(sheet);
  addRecord(add, target, record);
  return add.steps;
}
