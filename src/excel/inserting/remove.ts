/* eslint-disable office-addins/call-sync-before-read --
   the rule looks for the sync between load and reading in the text; here the reading is left to the message's end. */
import type { Outcome } from "../../workbook/outcome";
import { a1, overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { chartName, isChartOf, marker, recordKey, unfinished } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { readHandle } from "./decide";
import { keepInSettings } from "../reading/keptRecord";
import { can, isReadOnly } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import type { Step } from "../session/batchObjects";
import { oldBlockOf } from "./makeTarget";
import { adaptPlan } from "./adaptPlan";
import { readPlace } from "../reading/readPlace";
import type { Reading, SheetReading } from "../reading/readPlace";
import { codeOf, failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import type { Part } from "../session/parts";
import { knownBlocks, save, setKnown, setOrRemove } from "../session/settings";
import { doneText } from "./texts";
import { restore } from "./restoring/restore";
import { transaction } from "../session/transaction";
import { stepsOn } from "../session/stepsOn";
import { addFormatsBefore } from "./formatsBefore";
import { handOverSizes } from "./neighbours";
import type { SizesHandedOver } from "./neighbours";
import { addClear, addTrial } from "./steps/cells";
import { addDelete } from "./steps/charts";
import { dropName } from "./steps/marker";
import { addConvert } from "./steps/tables";
import type { Target } from "./target";

export const nothing = { en: "", zh: "" };

/** Takes a block away: cells, formats, tables, charts, marker; its sheet too if it was made for it and nothing else stands there. */
export async function removeBlock(block: string, patience: number): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { sheetId, id } = readHandle(block);
  try {
    return await runInContext(patience, (context) => removeIn(context, sheetId, id, patience));
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

async function removeIn(context: Context, sheetId: string, id: string, patience: number): Promise<Outcome> {
  const found = await find(context, sheetId, id);
  if (!found) return failed({ name: "block-gone" });
  const { reading, sheet, area, record } = found;
  if (sheet.protected) return failed({ name: "sheet-protected", sheet: sheet.name });
  // What was frozen of it, and its lines in the list of sources, would be left behind.
  if (sheet.frozen.some((frozen) => overlap(frozen, area))) {
    return failed({ name: "frozen", sheet: sheet.name });
  }

  const usedArea = sheet.used ?? area;
  // Where it is not known what else stands on the sheet, the sheet stays.
  const alone = within(usedArea, area) && sheet.charts?.every((chart) => isChartOf(id, chart)) === true;
  const notLast = reading.sheets.some((other) => other.id !== sheetId && !other.hidden);
  const deletes = record.own && alone && notLast;
  if (deletes && reading.locked) return failed({ name: "workbook-protected" });
  const others = handOverSizes(area, record, can("sheetProperties") && !deletes ? sheet.markers : []);
  const kept = new Map<string, string>();
  const cut = () => others.records.filter((other) => kept.get(other.id) !== JSON.stringify(other));
  const ended = await transaction(context, {
    steps: () => (deletes ? deleteSheet(sheetId) : wipe(found, others, kept)),
    putBack: (again, touched) => putBack(again, found, touched),
    settings: {
      keys: others.records.map(({ id: other }) => recordKey(other)),
      // Excel is believed to cut long properties: then the document's settings keep the record.
      after: () => {
        for (const other of cut()) keepInSettings(other.id, other, kept.get(other.id));
      },
      saving: () => (cut().length > 0 ? "must" : "not"),
    },
    // Excel deletes no sheet inside of an undo group.
    grouped: false,
    progress: {},
    patience,
    sheet: sheet.name,
    newSheet: deletes,
  });
  if (!ended.ok) return failed(ended.problem);

  setKnown(knownBlocks().filter((one) => one.id !== id || one.sheetId !== sheetId));
  // Where settings keep the record, a copy of the sheet lives by it too.
  if (!knownBlocks().some((one) => one.id === id)) setOrRemove(recordKey(id), undefined);
  // Where a block stood is only remembered to spare a message: if it cannot be forgotten, the marker has the last word.
  await save(patience);
  const text = sayWithout(doneText("removed", nothing, sheet.name, a1(area)), ended.left);
  return { ok: true, done: { sheet: sheet.name, address: "", text } };
}

export function deleteSheet(sheetId: string): readonly Step[] {
  const add = stepsOn(sheetId);
  add("cells", "Worksheet.delete", ({ sheet }) => sheet.delete());
  return add.steps;
}

interface Found {
  reading: Reading;
  sheet: SheetReading;
  area: Area;
  record: BlockRecord;
  /** The record's text as the sheet keeps it. */
  kept: string | undefined;
  /** Its writing broke off. */
  half: boolean;
}

/** Reads a block with all that stands in it; another message only where it is not where we last saw it. */
async function find(context: Context, sheetId: string, id: string): Promise<Found | undefined> {
  const known = knownBlocks().find((one) => one.id === id && one.sheetId === sheetId);
  let area: Area = known?.area ?? [0, 0, 1, 1];
  for (let last = false; ; last = true) {
    const reading = await readPlace(context, { kind: "block", sheetId, id, area }, empty(area[2], area[3]));
    const { sheet } = reading;
    const marker = sheet?.markers.find((one) => one.id === id);
    if (!sheet || !marker?.record) return undefined;
    if (within(marker.area, sheet.area)) {
      const { record, kept, unfinished: half = false } = marker;
      return { reading, sheet, area: marker.area, record, kept, half };
    }
    if (last) return undefined;
    area = marker.area;
  }
}

/** A plan without anything, whose every row and column is looked at. */
function empty(rows: number, columns: number): Plan {
  return {
    name: nothing,
    sheetName: "",
    rows,
    columns,
    cells: [],
    spills: [],
    styles: [],
    formats: [],
    links: [],
    merges: [],
    widths: Array.from({ length: columns }, () => 0),
    heights: Array.from({ length: rows }, (_, row) => ({ row, height: 0 })),
    tables: [],
    charts: [],
    frozenRows: 0,
    block: true,
  };
}

/** Puts a block back that was taken away in part: as if an update to nothing had failed. */
function putBack(
  context: Context,
  { reading, sheet, area, record, kept, half }: Found,
  touched: ReadonlySet<Part>,
): Promise<void> {
  const made = adaptPlan(record.insertion, record.language);
  const target: Target = {
    sheet: sheet.id,
    charts: sheet.charts,
    written: {},
    at: [area[0], area[1]],
    id: record.id,
    record,
    ...(record.accent === undefined ? {} : { accent: record.accent }),
    widths: sheet.widths,
    old: { ...oldBlockOf(area, record, sheet, half), kept, ...(made.ok ? { plan: made.value } : {}) },
  };
  const widths = sheet.widths.map((_, column) => (column in record.before.widths ? 0 : null));
  const plan = { ...empty(area[2], area[3]), widths, heights: [] };
  return restore(context, { plan, target, before: reading }, touched);
}

/**
 * Takes the charts last: what is taken before them comes back exactly, a chart as it was made. Only then the marker, by
 * which a removal that broke off is found.
 *
 * @param others whose records are written anew
 * @param kept gets what Excel has kept of these, by their ids
 */
function wipe(
  { area, record, half, sheet: there }: Found,
  others: SizesHandedOver,
  kept: Map<string, string>,
): readonly Step[] {
  const at = [area[0], area[1]] as const;
  const add = stepsOn(there.id);
  const name = marker(record.id);
  const { sample } = oldBlockOf(area, record, there, half);
  add("name comments", "NamedItem.comment", ({ sheet }) => (sheet.names.getItem(name).comment = unfinished), {
    otherwise: [],
  });
  addTrial(add, sample);
  // A table that was begun may have no name of ours yet.
  const tables = half ? [...(there.tables ?? []), ...record.tables] : record.tables;
  for (const table of new Set(tables.map((one) => one.name)))
    if (there.allTables?.includes(table) ?? true) addConvert(add, table, there.allTables ? undefined : true);
  addClear(add, area);
  for (const merged of record.merges)
    add("merges", "Range.unmerge", ({ range }) => range(merged, at).unmerge());
  addFormatsBefore(add, record.before.looks, at);
  for (const [column, width] of Object.entries(record.before.widths))
    if (!others.columns.has(Number(column)))
      add("sizes", "RangeFormat.columnWidth", ({ range }) => {
        range([0, Number(column), 1, 1], at).format.columnWidth = width;
      });
  for (const [row, height] of Object.entries(record.before.heights))
    if (!others.rows.has(Number(row)))
      add("sizes", "RangeFormat.rowHeight", ({ range }) => {
        range([Number(row), 0, 1, 1], at).format.rowHeight = height;
      });
  const charts = there.charts ?? record.charts.map((chart) => chartName(record.id, chart.id));
  for (const chart of charts) if (isChartOf(record.id, chart)) addDelete(add, chart, !there.charts);
  dropName(add, there.id, record.id);
  if (can("sheetProperties"))
    add("marker", "WorksheetCustomProperty.delete", ({ sheet }) => {
      sheet.customProperties.getItem(recordKey(record.id)).delete();
    });
  // Last of all: nothing can fail after it, so that it need not be put back.
  for (const other of others.records) {
    const text = JSON.stringify(other);
    add(
      "sizes",
      "WorksheetCustomPropertyCollection.add",
      ({ sheet }) => {
        sheet.customProperties.add(recordKey(other.id), text);
      },
      { bytes: 600 + text.length * 2 },
    );
    add("view", "ask WorksheetCustomProperty.value", () => undefined, {
      harmless: true,
      run(desk) {
        const property = desk.sheet(there.id).customProperties.getItem(recordKey(other.id));
        property.load("value");
        desk.answered(() => kept.set(other.id, property.value));
      },
    });
  }
  return add.steps;
}

export function within(inner: Area, outer: Area): boolean {
  return (
    inner[0] >= outer[0] &&
    inner[1] >= outer[1] &&
    inner[0] + inner[2] <= outer[0] + outer[2] &&
    inner[1] + inner[3] <= outer[1] + outer[3]
  );
}
