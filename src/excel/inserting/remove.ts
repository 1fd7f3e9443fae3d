import type { Outcome, Progress } from "../../workbook/outcome";
import type { FilledCell } from "../../workbook/problem";
import { overlap, a1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import {
  authorTexts,
  changedCells,
  chartName,
  isChartOf,
  marker,
  recordKey,
  unfinished,
} from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { blockHandle, isMadeFromPlan, part, readHandle } from "./decide";
import { can, isReadOnly } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import type { BatchObjects, Step } from "../session/batchObjects";
import { adaptPlan } from "./insert";
import { oldBlockOf } from "./oldBlock";
import type { Written } from "./insert";
import { ownLooks } from "./ownLooks";
import { ownTitles } from "./target";
import { hiddenByHand } from "../reading/hiddenRows";
import { questions } from "../reading/questions";
import { readPlace } from "../reading/readPlace";
import type { Reading, SheetReading } from "../reading/readPlace";
import { askCharts, askUsedArea } from "../reading/sheetQuestions";
import { send } from "../session/batch";
import { codeOf, failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import { knownBlocks, save, setKnown, setOrRemove } from "../session/settings";
import { plainText, readBack } from "../session/cellText";
import { doneText } from "./texts";
import { restore, stepsBack } from "../session/restore";
import type { Undoing } from "../session/restore";
import { transaction } from "../session/transaction";
import { stepsOn } from "../session/stepsOn";
import { addFormatsBefore } from "./formatsBefore";
import { handOverSizes } from "./neighbours";
import { addClear, addTrial } from "./steps/cells";
import { addDelete } from "./steps/charts";
import { dropName } from "./steps/marker";
import { addPause, addResume } from "./steps/filters";
import { addConvert } from "./steps/tables";
import { stepsFor } from "./planSteps";
import type { Target } from "./target";

const nothing = { en: "", zh: "" };

/** How a block is removed. */
export interface Removing extends Pick<Progress, "changes"> {
  patience: number;
  /** Keeps how it is taken back; returns its handle. */
  keep: (removed: Removed) => string;
}

/** A block that was removed, as it stood there. */
export interface Removed extends Found {
  /** Its sheet was deleted with it. */
  deleted: boolean;
}

/**
 * Takes a block away: cells, formats, tables, charts, marker; its sheet too if it was made for it and nothing else stands
 * there. What the user wrote in it is shown first.
 */
export async function removeBlock(block: string, removing: Removing): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { sheetId, id } = readHandle(block);
  try {
    return await runInContext(removing.patience, (context) => removeIn(context, sheetId, id, removing));
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

async function removeIn(
  context: Context,
  sheetId: string,
  id: string,
  { patience, changes, keep }: Removing,
): Promise<Outcome> {
  const found = await find(context, sheetId, id);
  if (!found) return failed({ name: "block-gone" });
  const { reading, sheet, area, record } = found;
  if (sheet.protected) return failed({ name: "sheet-protected", sheet: sheet.name });
  // What was frozen of it, and its lines in the list of sources, would be left behind.
  if (sheet.frozen.some((frozen) => overlap(frozen, area))) {
    return failed({ name: "frozen", sheet: sheet.name });
  }

  const theirs = changes === "replace" ? [] : ofTheUsers(found);
  if (theirs.length > 0)
    return failed({
      name: "changed-inside",
      sheet: sheet.name,
      block: blockHandle(sheetId, id),
      count: theirs.length,
      cells: theirs.slice(0, 5),
      removing: true,
    });

  const usedArea = sheet.used ?? area;
  // Where it is not known what else stands on the sheet, the sheet stays.
  const alone = within(usedArea, area) && sheet.charts?.every((chart) => isChartOf(id, chart)) === true;
  const others = reading.sheets.some((other) => other.id !== sheetId && !other.hidden);
  const deletes = record.own && alone && others;
  if (deletes && reading.locked) return failed({ name: "workbook-protected" });
  const ended = await transaction(context, {
    steps: () => (deletes ? deleteSheet(sheetId) : wipe(found)),
    putBack: (again, touched) => restore(again, undoingOf(found), touched),
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
  return {
    ok: true,
    done: { sheet: sheet.name, address: "", text, block: keep({ ...found, deleted: deletes }) },
  };
}

/** What the user wrote in a block: cells that were changed, and the author's own words. */
export function ofTheUsers({ reading, sheet, area, record, half }: Found): FilledCell[] {
  const formulas = part(sheet, area);
  const changed = changedCells(record, formulas, [area[0], area[1]]).filter(
    ({ text }) => !half || text !== "",
  );
  const author = Object.values(authorTexts(record, formulas)).map((text) => ({
    address: addressIn(formulas, text, area),
    text: plainText(text),
  }));
  const told = new Set([...author, ...changed].map(({ address }) => address));
  const was = adaptPlan(record.insertion, record.language);
  const looks =
    was.ok && isMadeFromPlan(was.value, record, {}, reading) ? ownLooks(sheet, area, record, was.value) : [];
  const painted = looks.flatMap(({ at: [r, c] }) => {
    const address = a1([r, c, 1, 1], [area[0], area[1]]);
    return told.has(address) ? [] : [{ address, text: plainText(formulas[r]?.[c]) }];
  });
  const titles = [...ownTitles(record, sheet.titles).values()].map((text) => ({ address: "", text }));
  // What broke off has neither looks nor titles yet.
  return half ? [...author, ...changed] : [...author, ...changed, ...painted, ...titles];
}

/** Where a text stands in a block. */
function addressIn(formulas: readonly (readonly unknown[])[], text: string, area: Area): string {
  for (const [r, row] of formulas.entries())
    for (const [c, value] of row.entries())
      if (plainText(value) === plainText(text)) return a1([r, c, 1, 1], [area[0], area[1]]);
  return "";
}

/** Deletes a sheet, by its id or name. */
export function deleteSheet(sheetId: string): readonly Step[] {
  const add = stepsOn(sheetId);
  add("cells", "Worksheet.delete", ({ sheet }) => sheet.delete());
  return add.steps;
}

/** A block that was found, with all that stands in it. */
export interface Found {
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
export async function find(context: Context, sheetId: string, id: string): Promise<Found | undefined> {
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
export function empty(rows: number, columns: number): Plan {
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

/** A block that was taken away, in whole or in part, as what it takes to put it back: as if an update to nothing had failed. */
export function undoingOf({ reading, sheet, area, record, kept, half }: Found): Undoing {
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
  return { plan, target, before: reading };
}

/**
 * Takes the charts last: what is taken before them comes back exactly, a chart as it was made. Only then the marker, by
 * which a removal that broke off is found.
 */
export function wipe({ area, record, half, sheet: there }: Found): readonly Step[] {
  const at = [area[0], area[1]] as const;
  const add = stepsOn(there.id);
  const name = marker(record.id);
  const { sample } = oldBlockOf(area, record, there, half);
  add("name comments", "NamedItem.comment", ({ sheet }) => (sheet.names.getItem(name).comment = unfinished), {
    otherwise: [],
  });
  if (there.hidden) addPause(add, there.hidden.filters);
  addTrial(add, sample);
  // A table that was begun may have no name of ours yet.
  const tables = half ? [...(there.tables ?? []), ...record.tables] : record.tables;
  for (const table of new Set(tables.map((one) => one.name)))
    if (there.allTables?.includes(table) ?? true) addConvert(add, table, there.allTables ? undefined : true);
  addClear(add, area);
  for (const merged of record.merges)
    add("merges", "Range.unmerge", ({ range }) => range(merged, at).unmerge());
  addFormatsBefore(add, record.before.looks, at);
  const others = handOverSizes(area, record, can("sheetProperties") ? there.markers : []);
  // A height would show a row that somebody hid.
  const unseen = new Set(there.hidden ? hiddenByHand(there.hidden) : []);
  for (const [column, width] of Object.entries(record.before.widths))
    if (!others.columns.has(Number(column)))
      add("sizes", "RangeFormat.columnWidth", ({ range }) => {
        range([0, Number(column), 1, 1], at).format.columnWidth = width;
      });
  for (const [row, height] of Object.entries(record.before.heights))
    if (!others.rows.has(Number(row)) && !unseen.has(area[0] + Number(row)))
      add("sizes", "RangeFormat.rowHeight", ({ range }) => {
        range([Number(row), 0, 1, 1], at).format.rowHeight = height;
      });
  const charts = there.charts ?? record.charts.map((chart) => chartName(record.id, chart.id));
  for (const chart of charts) if (isChartOf(record.id, chart)) addDelete(add, chart, !there.charts);
  const ours = new Set(tables.map(({ name }) => name));
  addResume(add, there.hidden?.filters.filter(({ table }) => !table || !ours.has(table)) ?? []);
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
  }
  return add.steps;
}

function within(inner: Area, outer: Area): boolean {
  return (
    inner[0] >= outer[0] &&
    inner[1] >= outer[1] &&
    inner[0] + inner[2] <= outer[0] + outer[2] &&
    inner[1] + inner[3] <= outer[1] + outer[3]
  );
}

/** Takes plain cells away again, and gives the place its look back, unless somebody has written over them since. */
export async function removeCells(written: Written, patience: number): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  try {
    return await runInContext(patience, (context) => removeCellsIn(context, written, patience));
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

async function removeCellsIn(context: Context, written: Written, patience: number): Promise<Outcome> {
  const { sheetId, plan, target, before } = written;
  const { at } = target;
  const area: Area = [at[0], at[1], plan.rows, plan.columns];
  const ask = questions();
  const sheetIn = (desk: BatchObjects) => desk.sheet(sheetId);
  const cells = ask.must("Range.formulas", (desk) => {
    const sheet = sheetIn(desk);
    sheet.load("name");
    const range = desk.range(sheetId, area);
    range.load("formulas");
    return () => ({ name: sheet.name, formulas: range.formulas as unknown[][] });
  });
  const usedArea = askUsedArea(ask, sheetIn);
  const charts = askCharts(ask, sheetIn);
  await ask.answer(context);
  const { name, formulas } = cells();
  const alone = within(usedArea() ?? area, area) && charts()?.length === 0;
  const changed = plan.cells.flatMap((block) =>
    block.rows.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        const [y, x] = [block.at[0] + r, block.at[1] + c];
        const text = plainText(formulas[y]?.[x]);
        return text === readBack(cell, at) ? [] : [{ address: a1([y, x, 1, 1], at), text }];
      }),
    ),
  );
  if (changed.length > 0) {
    const shown = changed.slice(0, 5);
    return failed({ name: "changed-inside", sheet: name, block: "", count: changed.length, cells: shown });
  }
  const steps = before.sheet
    ? await stepsBack(context, written)
    : alone
      ? deleteSheet(sheetId)
      : emptied(sheetId, area);
  // On a sheet that was made for them they are written as if it had been there.
  const there = { ...target, sheet: sheetId };
  delete there.newSheet;
  const ended = await transaction(context, {
    steps: () => steps,
    async putBack(again) {
      // The place as it was before the insertion, then the insertion.
      if (before.sheet) await restore(again, written);
      await send(again, stepsFor(plan, there));
    },
    grouped: false,
    progress: {},
    patience,
    sheet: name,
    newSheet: false,
  });
  if (!ended.ok) return failed(ended.problem);
  const text = sayWithout(doneText("removed", nothing, name, a1(area)), ended.left);
  return { ok: true, done: { sheet: name, address: "", text } };
}

function emptied(sheetId: string, area: Area): readonly Step[] {
  const add = stepsOn(sheetId);
  addClear(add, area);
  return add.steps;
}
