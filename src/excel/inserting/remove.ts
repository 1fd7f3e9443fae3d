import type { Outcome } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { overlap, a1, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { isChartOf, marker, recordKey, unfinished } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { readHandle } from "./decide";
import { can, isReadOnly, talkApart } from "../session/context";
import type { Context } from "../session/context";
import { oldOf, planFor } from "./insert";
import type { Written } from "./insert";
import { read } from "../reading/read";
import type { Reading, SheetReading } from "../reading/read";
import { afterwards, codeOf, failed, NoAnswer, problemOf, unsure } from "../session/errors";
import { perform } from "../session/send";
import { knownBlocks, save, setKnown, setOrRemove } from "../session/settings";
import { plainText, readBack } from "../session/cellText";
import { doneText } from "./texts";
import { undo } from "../session/restore";
import { stepsFor } from "./planSteps";
import type { Target } from "./planSteps";

const nothing = { en: "", zh: "" };

/** Takes a block away: cells, formats, tables, charts, marker; its sheet too if it was made for it and nothing else stands there. */
export async function removeBlock(block: string, patience: number): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { sheetId, id } = readHandle(block);
  try {
    return await talkApart(patience, (context) => removeIn(context, sheetId, id, patience));
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
  const alone = within(usedArea, area) && sheet.charts.every((chart) => isChartOf(id, chart));
  const others = reading.sheets.some((other) => other.id !== sheetId && !other.hidden);
  const deletes = record.own && alone && others;
  if (deletes && reading.locked) return failed({ name: "workbook-protected" });
  const excel = context.workbook.worksheets.getItem(sheetId);
  if (can("screenHold")) context.workbook.application.suspendScreenUpdatingUntilNextSync();
  try {
    if (deletes) excel.delete();
    else wipe(excel, found);
    await context.sync();
  } catch (error) {
    return failed(await putBack(error, reading, { ...found, id, deletes }, patience));
  }

  setKnown(knownBlocks().filter((one) => one.id !== id || one.sheetId !== sheetId));
  // Where settings keep the record, a copy of the sheet lives by it too.
  if (!knownBlocks().some((one) => one.id === id)) setOrRemove(recordKey(id), undefined);
  // Where a block stood is only remembered to spare a message: if it cannot be forgotten, the marker has the last word.
  await save(patience);
  const address = a1(area);
  const text = doneText("removed", nothing, sheet.name, address);
  return { ok: true, done: { sheet: sheet.name, address: "", text } };
}

interface Found {
  reading: Reading;
  sheet: SheetReading;
  area: Area;
  record: BlockRecord;
  /** Its writing broke off. */
  half: boolean;
}

/** Reads a block with all that stands in it; another message only where it is not where we last saw it. */
async function find(context: Context, sheetId: string, id: string): Promise<Found | undefined> {
  const known = knownBlocks().find((one) => one.id === id && one.sheetId === sheetId);
  let area: Area = known?.area ?? [0, 0, 1, 1];
  for (let last = false; ; last = true) {
    const reading = await read(context, { kind: "block", sheetId, id, area }, empty(area[2], area[3]));
    const { sheet } = reading;
    const marker = sheet?.markers.find((one) => one.id === id);
    if (!sheet || !marker?.record) return undefined;
    if (within(marker.area, sheet.area)) {
      const { record, unfinished: half = false } = marker;
      return { reading, sheet, area: marker.area, record, half };
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
  error: unknown,
  reading: Reading,
  { sheet, area, record, half, id, deletes }: Found & { id: string; deletes: boolean },
  patience: number,
): Promise<Problem> {
  const problem = problemOf(error, { sheet: sheet.name, newSheet: deletes });
  const made = planFor(record.insertion, record.language);
  const target: Target = {
    at: [area[0], area[1]],
    id,
    record,
    ...(record.accent === undefined ? {} : { accent: record.accent }),
    widths: sheet.widths,
    old: { ...oldOf(area, record, sheet, half), ...(made.ok ? { plan: made.value } : {}) },
  };
  const widths = sheet.widths.map((_, column) => (column in record.before.widths ? 0 : null));
  const undoing = {
    plan: { ...empty(area[2], area[3]), widths, heights: [] },
    target,
    before: reading,
  };
  return afterwards(error, problem, { sheet: sheet.name, begun: false }, () =>
    talkApart(patience, (context) => undo(context, undoing)),
  );
}

/**
 * Takes the charts last: what is taken before them comes back exactly, a chart as it was made. Only then the marker, by
 * which a removal that broke off is found.
 */
function wipe(sheet: Excel.Worksheet, { area, record, half, sheet: there }: Found): void {
  const at = [area[0], area[1]] as const;
  const name = sheet.names.getItem(marker(record.id));
  name.comment = unfinished;
  // A table that was begun may have no name of ours yet.
  const tables = half ? [...there.tables, ...record.tables] : record.tables;
  for (const table of new Set(tables.map((one) => one.name)))
    if (there.allTables.includes(table)) sheet.tables.getItem(table).convertToRange();
  for (const merged of record.merges) sheet.getRange(a1(merged, at)).unmerge();
  sheet.getRange(a1(area)).clear("All");
  for (const [column, width] of Object.entries(record.before.widths)) {
    sheet.getRange(a1([0, Number(column), 1, 1], at)).format.columnWidth = width;
  }
  for (const [row, height] of Object.entries(record.before.heights)) {
    sheet.getRange(a1([Number(row), 0, 1, 1], at)).format.rowHeight = height;
  }
  for (const chart of there.charts) if (isChartOf(record.id, chart)) sheet.charts.getItem(chart).delete();
  name.delete();
  if (can("sheetProperties")) sheet.customProperties.getItem(recordKey(record.id)).delete();
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
  const { sheetId, plan, target } = written;
  const { at } = target;
  const area: Area = [at[0], at[1], plan.rows, plan.columns];
  let begun = false;
  try {
    return await talkApart(patience, async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.load("name");
      const range = sheet.getRange(a1(area));
      range.load("formulas");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address");
      const { charts } = sheet;
      charts.load("items/name");
      await context.sync();
      const usedArea = used.isNullObject ? area : parseA1(used.address)?.area;
      const alone = usedArea !== undefined && within(usedArea, area) && charts.items.length === 0;
      const formulas = range.formulas as unknown[][];
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
        const cells = changed.slice(0, 5);
        return failed({ name: "changed-inside", sheet: sheet.name, block: "", count: changed.length, cells });
      }
      begun = true;
      if (written.before.sheet) {
        await undo(context, written).catch((error: unknown) => writeAgain(written, error, patience));
      } else {
        const again = context.workbook.worksheets.getItem(sheetId);
        if (alone) again.delete();
        else again.getRange(a1(area)).clear("All");
        await context.sync();
      }
      const address = a1(area);
      const text = doneText("removed", nothing, sheet.name, address);
      return { ok: true, done: { sheet: sheet.name, address: "", text } };
    });
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(
      begun && error instanceof NoAnswer ? unsure : problemOf(error, { sheet: "", newSheet: false }),
    );
  }
}

/** Writes cells again that were taken away in part, and throws what kept them from being taken away. */
async function writeAgain(written: Written, error: unknown, patience: number): Promise<never> {
  const { sheetId, plan, target } = written;
  if (error instanceof NoAnswer) throw error;
  await talkApart(patience, async (context) => {
    // The place as it was before the insertion, then the insertion.
    await undo(context, written);
    const sheet = (): Excel.Worksheet => context.workbook.worksheets.getItem(sheetId);
    await perform(context, stepsFor(plan, target), sheet, () => undefined);
  });
  throw error;
}
