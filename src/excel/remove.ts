import type { Outcome, Problem } from "../report/actions";
import type { Area } from "../report/plan";
import { a1, parseA1 } from "./address";
import { chartName, idOf, marker, parseRecord, recordKey } from "./block";
import type { BlockRecord } from "./block";
import { readHandle } from "./decide";
import { can, isReadOnly, talk } from "./host";
import type { Context } from "./host";
import type { Written } from "./insert";
import { codeOf, problemOf } from "./refusal";
import { knownBlocks, save, setKnown, setOrRemove, settingRecord } from "./settings";
import { plainText, readBack } from "./text";
import { doneText } from "./texts";
import { undo } from "./undo";

const nothing = { en: "", zh: "" };
const failed = (problem: Problem): Outcome => ({ ok: false, problem });

/** Takes a block away: cells, formats, tables, charts, marker; its sheet too if it was made for it and nothing else stands there. */
export async function removeBlock(block: string, patience: number): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  const { sheetId, id } = readHandle(block);
  try {
    return await talk(patience, (context) => removeIn(context, sheetId, id, patience));
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

async function removeIn(context: Context, sheetId: string, id: string, patience: number): Promise<Outcome> {
  const sheets = context.workbook.worksheets;
  const sheet = sheets.getItem(sheetId);
  sheets.load("items/id,items/visibility");
  sheet.load("name");
  const { protection, names, customProperties } = sheet;
  protection.load("protected");
  sheet.charts.load("items/name");
  sheet.tables.load("items/name");
  names.load("items/name,items/value");
  if (can("sheetProperties")) customProperties.load("items/key,items/value");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  await context.sync();

  const value: unknown = names.items.find(({ name }) => idOf(name) === id)?.value;
  const area = typeof value === "string" ? parseA1(value)?.area : undefined;
  const key = recordKey(id).toLowerCase();
  const text = can("sheetProperties")
    ? customProperties.items.find((property) => property.key.toLowerCase() === key)?.value
    : settingRecord(id);
  const record = text === undefined ? undefined : parseRecord(text);
  if (!area || !record) return failed({ name: "block-gone" });
  if (protection.protected) return failed({ name: "sheet-protected", sheet: sheet.name });

  const name = sheet.name;
  const usedArea = used.isNullObject ? area : (parseA1(used.address)?.area ?? area);
  const charts = sheet.charts.items.map((chart) => chart.name);
  const ours = new Set(record.charts.map((chart) => chartName(id, chart.id)));
  const alone = within(usedArea, area) && charts.every((chart) => ours.has(chart));
  const others = sheets.items.some((other) => other.id !== sheetId && other.visibility === "Visible");
  if (can("screenHold")) context.workbook.application.suspendScreenUpdatingUntilNextSync();
  if (record.own && alone && others) sheet.delete();
  else {
    const tables = new Set(sheet.tables.items.map((table) => table.name));
    wipe(sheet, area, record, { charts, tables });
  }
  await context.sync();

  setKnown(knownBlocks().filter((one) => one.id !== id || one.sheetId !== sheetId));
  setOrRemove(recordKey(id), undefined);
  if (!(await save(patience))) return failed({ name: "setting-not-saved" });
  const address = a1(area);
  return { ok: true, done: { sheet: name, address: "", text: doneText("removed", nothing, name, address) } };
}

function wipe(
  sheet: Excel.Worksheet,
  area: Area,
  record: BlockRecord,
  there: { charts: readonly string[]; tables: ReadonlySet<string> },
): void {
  const at = [area[0], area[1]] as const;
  for (const { id } of record.charts) {
    const name = chartName(record.id, id);
    if (there.charts.includes(name)) sheet.charts.getItem(name).delete();
  }
  for (const { name } of record.tables)
    if (there.tables.has(name)) sheet.tables.getItem(name).convertToRange();
  for (const merged of record.merges) sheet.getRange(a1(merged, at)).unmerge();
  sheet.getRange(a1(area)).clear("All");
  for (const [column, width] of Object.entries(record.before.widths)) {
    sheet.getRange(a1([0, Number(column), 1, 1], at)).format.columnWidth = width;
  }
  for (const [row, height] of Object.entries(record.before.heights)) {
    sheet.getRange(a1([Number(row), 0, 1, 1], at)).format.rowHeight = height;
  }
  sheet.names.getItem(marker(record.id)).delete();
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
  try {
    return await talk(patience, async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.load("name");
      const range = sheet.getRange(a1(area));
      range.load("formulas");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address");
      await context.sync();
      const usedArea = used.isNullObject ? area : parseA1(used.address)?.area;
      const alone = usedArea !== undefined && within(usedArea, area);
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
      if (written.before.sheet) await undo(context, written);
      else {
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
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}
