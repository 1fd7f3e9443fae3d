// The steps that remove a block.
import type { Area } from "../../workbook/a1";
import { chartName, isChartOf, marker, recordKey, unfinished } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { hiddenByHand } from "../reading/hiddenRows";
import type { SheetReading } from "../reading/placeReading";
import type { Step } from "../session/batchObjects";
import { can } from "../session/capabilities";
import { addProperty, deleteProperty } from "../session/sheetProperties";
import { stepsOn } from "../session/stepsOn";
import type { Add } from "../session/stepsOn";
import type { FoundBlock } from "./findBlock";
import { addFormatsBefore } from "./formatsBefore";
import { handOverSizes } from "./neighbours";
import type { SizesHandedOver } from "./neighbours";
import { oldBlockOf } from "./oldBlock";
import { addClear, addTrial } from "./steps/cells";
import { addDelete } from "./steps/charts";
import { addPause, addResume } from "./steps/filters";
import { dropName } from "./steps/marker";
import { addConvert } from "./steps/tables";

/**
 * Deletes a sheet, by its id or name. Excel refuses to delete the last visible sheet: callers see to it that another
 * is there.
 */
export function deleteSheet(sheetId: string): readonly Step[] {
  const add = stepsOn(sheetId);
  add("cells", "Worksheet.delete", ({ sheet }) => sheet.delete());
  return add.steps;
}

/**
 * Removes a block. Charts come last, because only they cannot be restored exactly, and after them the marker, by
 * which an interrupted removal is found.
 * @param others whose records are written again
 * @param keptTexts gets what Excel has stored of these, by their ids
 */
export function wipe(
  { area, record, unfinished: isUnfinished, sheet: there }: FoundBlock,
  others: SizesHandedOver = handOverSizes(area, record, can("sheetProperties") ? there.markers : []),
  keptTexts = new Map<string, string>(),
): readonly Step[] {
  const at = [area[0], area[1]] as const;
  const add = stepsOn(there.id);
  const name = marker(record.id);
  const { sample } = oldBlockOf(area, record, there, isUnfinished);
  add("name comments", "NamedItem.comment", ({ sheet }) => (sheet.names.getItem(name).comment = unfinished), {
    otherwise: [],
  });
  if (there.hidden) addPause(add, there.hidden.filters);
  addTrial(add, sample);
  // A table whose making was interrupted may not have our name yet.
  const tables = isUnfinished ? [...(there.tables ?? []), ...record.tables] : record.tables;
  for (const table of new Set(tables.map((known) => known.name)))
    if (there.allTables?.includes(table) ?? true) addConvert(add, table, there.allTables ? undefined : true);
  addClear(add, area);
  for (const merged of record.merges)
    add("merges", "Range.unmerge", ({ range }) => range(merged, at).unmerge());
  addFormatsBefore(add, record.before.looks, at);
  addSizesBefore(add, area, record, others, there);
  const charts = there.charts ?? record.charts.map((chart) => chartName(record.id, chart.id));
  for (const chart of charts) if (isChartOf(record.id, chart)) addDelete(add, chart, !there.charts);
  const blockTables = new Set(tables.map(({ name }) => name));
  addResume(add, there.hidden?.filters.filter(({ table }) => !table || !blockTables.has(table)) ?? []);
  dropName(add, there.id, record.id);
  if (can("sheetProperties")) deleteProperty(add, recordKey(record.id));
  // Last: nothing can fail after it, so that it never has to be undone.
  for (const other of others.records) {
    const kept = (stored: string) => void keptTexts.set(other.id, stored);
    addProperty(add, recordKey(other.id), JSON.stringify(other), kept, "sizes");
  }
  return add.steps;
}

/** Restores the sizes from before the block, except those that a block beside it takes over, and of hidden rows. */
function addSizesBefore(
  add: Add,
  area: Area,
  { before }: BlockRecord,
  others: SizesHandedOver,
  { hidden }: SheetReading,
): void {
  const at = [area[0], area[1]] as const;
  // Setting a height would show a hidden row.
  const unseen = new Set(hidden ? hiddenByHand(hidden) : []);
  for (const [column, width] of Object.entries(before.widths))
    if (!others.columns.has(Number(column)))
      add("sizes", "RangeFormat.columnWidth", ({ range }) => {
        range([0, Number(column), 1, 1], at).format.columnWidth = width;
      });
  for (const [row, height] of Object.entries(before.heights))
    if (!others.rows.has(Number(row)) && !unseen.has(area[0] + Number(row)))
      add("sizes", "RangeFormat.rowHeight", ({ range }) => {
        range([Number(row), 0, 1, 1], at).format.rowHeight = height;
      });
}
