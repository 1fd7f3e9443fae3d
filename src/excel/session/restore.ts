import { overlap, a1, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Plan } from "../../sheets/plan";
import { chartName, idOf, marker, recordKey, unfinished } from "../reading/blockRecord";
import { chartSteps, showSteps } from "../inserting/charts/chart";
import { can } from "./capabilities";
import type { Context } from "./context";
import { uniformMembers, askDefaultFormat, differingFormat } from "../reading/cellFormats";
import { cellStyles, paletteOf } from "../inserting/styles";
import type { Reading, SheetReading } from "../reading/readPlace";
import { hiddenByHand } from "../reading/hiddenRows";
import { questions } from "../reading/questions";
import {
  askCharts,
  askNames,
  askPageBreaks,
  askProperties,
  askSheets,
  askTables,
} from "../reading/sheetQuestions";
import type { NameSeen } from "../reading/sheetQuestions";
import { send } from "./batch";
import type { BatchObjects, Step } from "./batchObjects";
import { asText, plainText } from "./cellText";
import { everything } from "./parts";
import type { Part } from "./parts";
import { addClear, addStyle } from "../inserting/steps/cells";
import { sameMake } from "../inserting/steps/charts";
import { addName, dropName, moveName } from "../inserting/steps/marker";
import { addHide, addPause, addResume } from "../inserting/steps/filters";
import { addPrint, dropBreaks, samePrint } from "../inserting/steps/page";
import { addTable, resizing, setButtons } from "../inserting/steps/tables";
import { tableChange, needsFilterButtons, ownTitles, titled } from "../inserting/target";
import type { OldBlock, Target } from "../inserting/target";
import { stepsOn } from "./stepsOn";
import type { Add } from "./stepsOn";

/** What was written, and what was there before. */
export interface Undoing {
  plan: Plan;
  target: Target;
  before: Reading;
}

/**
 * Takes back what a failed writing did: one message that looks what is there, one that undoes it. Throws what Office.js
 * throws.
 *
 * @param touched the parts that may have been written: others are left alone
 */
export async function restore(
  context: Context,
  undoing: Undoing,
  touched: ReadonlySet<Part> = everything,
): Promise<void> {
  await send(context, await stepsBack(context, undoing, touched));
}

/** The steps that take it back; looks at what is there first. */
export async function stepsBack(
  context: Context,
  undoing: Undoing,
  touched: ReadonlySet<Part> = everything,
): Promise<Step[]> {
  const { before, target } = undoing;
  if (before.sheet) return placeBack(context, undoing, before.sheet, touched);
  return dropSheet(context, target.newSheet ?? "", before);
}

/** Deletes the sheet that was begun, and goes back to the one before. */
async function dropSheet(context: Context, name: string, before: Reading): Promise<Step[]> {
  const ask = questions();
  const sheets = askSheets(ask);
  await ask.answer(context);
  const known = new Set(before.sheets.map(({ id }) => id));
  const begun = sheets().find((sheet) => sheet.name === name && !known.has(sheet.id));
  if (!begun) return [];
  const { id } = before.active;
  const back = stepsOn(id);
  if (id !== "") back("view", "Worksheet.activate", ({ sheet }) => sheet.activate());
  const gone = stepsOn(begun.id);
  gone("cells", "Worksheet.delete", ({ sheet }) => sheet.delete());
  return [...back.steps, ...gone.steps];
}

/** What stands on the sheet now. */
interface Now {
  charts: readonly string[];
  tables: readonly string[];
  names: readonly NameSeen[];
  properties: ReadonlyMap<string, string>;
  breaks: readonly number[];
}

/** Puts a place back as it was read. */
async function placeBack(
  context: Context,
  undoing: Undoing,
  before: SheetReading,
  touched: ReadonlySet<Part>,
): Promise<Step[]> {
  const { plan, target } = undoing;
  const ask = questions();
  const sheetIn = (desk: BatchObjects) => desk.sheet(before.id);
  const asked = {
    charts: askCharts(ask, sheetIn),
    tables: askTables(ask, sheetIn),
    names: askNames(ask, sheetIn),
    properties: askProperties(ask, sheetIn),
    breaks: askPageBreaks(ask, sheetIn),
  };
  const usual = askDefaultFormat(ask);
  await ask.answer(context);
  const now: Now = {
    charts: asked.charts() ?? [],
    tables: asked.tables() ?? [],
    names: asked.names(),
    properties: asked.properties(),
    breaks: asked.breaks(),
  };

  const add = stepsOn(before.id);
  const { at, old, rename } = target;
  const any = (...parts: Part[]): boolean => parts.some((part) => touched.has(part));
  if (rename) add("view", "Worksheet.name", ({ sheet }) => (sheet.name = before.name));
  if (any("table", "chart", "chart details")) takeParts(add, undoing, before, now);

  const { hidden } = before;
  // A table that is gone has no filter.
  const isThere = (table: string | undefined) => table === undefined || now.tables.includes(table);
  if (hidden && any("filters"))
    addPause(
      add,
      hidden.filters.filter(({ table }) => isThere(table)),
    );
  const place: Area = [at[0], at[1], plan.rows, plan.columns];
  const filled = any("cells", "number formats", "looks", "links");
  if (filled) {
    for (const area of plan.merges) add("merges", "Range.unmerge", ({ range }) => range(area, at).unmerge());
    for (const area of old ? [place, old.area] : [place]) addClear(add, area);
    putBackLook(add, undoing, before, usual());
  }
  if (any("sizes")) putBackSizes(add, undoing, before);
  if (old) {
    if (filled) putBackCells(add, old, before);
    if (filled || any("merges", "table")) {
      putBackTables(add, undoing, old, now.tables);
      // Only where no table stands any more.
      for (const area of old.record.merges)
        add("merges", "Range.merge", ({ range }) => range(area, [old.area[0], old.area[1]]).merge(true));
    }
    if (any("chart", "chart details")) putBackCharts(add, undoing, old, now.charts);
    const was = old.record.print;
    const wanted = target.record?.print;
    if (any("print") && was && !samePrint(was, wanted)) {
      const corner = [old.area[0], old.area[1]] as const;
      dropBreaks(add, corner, [was, wanted], now.breaks);
      addPrint(add, corner, was);
    }
  }
  putBackMarker(add, target, now);
  if (hidden && any("filters", "table", "sizes")) {
    addResume(add, hidden.filters);
    addHide(add, hiddenByHand(hidden));
  }
  return add.steps;
}

/**
 * Takes away charts and tables that were not there before: they are ours, whatever name they have by now, if there was
 * anything of the kind to be made. Plain cells may be taken back much later, when people have made charts and tables of
 * their own.
 */
function takeParts(add: Add, { plan, target }: Undoing, before: SheetReading, now: Now): void {
  const { old } = target;
  const { charts, allTables } = before;
  if (charts && (plan.charts.length > 0 || old))
    for (const name of now.charts)
      if (!charts.includes(name))
        add("chart", "Chart.delete", ({ sheet }) => sheet.charts.getItem(name).delete(), { essential: true });
  if (!allTables || (plan.tables.length === 0 && !old)) return;
  const gone = old?.tables.filter(({ name }) => tableChange(name, plan, target, old) === "convert") ?? [];
  const others = allTables.filter((name) => !gone.some((own) => own.name === name));
  for (const name of now.tables)
    if (!others.includes(name))
      add("table", "Table.convertToRange", ({ sheet }) => void sheet.tables.getItem(name).convertToRange(), {
        essential: true,
      });
}

/** Number formats, fonts, fills, borders. */
export function putBackLook(
  add: Add,
  { target }: Undoing,
  before: SheetReading,
  usual: Excel.CellProperties,
): void {
  const all: Area = before.area;
  if (before.numberFormats.flat().some((format) => format !== "General")) {
    const formats = before.numberFormats.map((row) => [...row]);
    add("number formats", "Range.numberFormat", ({ range }) => (range(all, [0, 0]).numberFormat = formats), {
      bytes: JSON.stringify(formats).length + 300,
    });
  }
  const { cells, alike } = before.look;
  const { old } = target;
  if (cells) {
    const settable = cells.map((row) => row.map((cell) => differingFormat(cell, usual)));
    const set = (part: Part, what: string, wanted: Settable[][]) =>
      add(part, what, ({ range }) => void range(all, [0, 0]).setCellProperties(wanted), {
        bytes: JSON.stringify(wanted).length + 300,
      });
    // A link brings a look of its own: the cell's goes over it.
    if (settable.flat().some(({ hyperlink }) => hyperlink))
      set(
        "links",
        "Range.setCellProperties of links",
        settable.map((row) => row.map(onlyLink)),
      );
    if (settable.flat().some(({ format }) => format))
      set(
        "looks",
        "Range.setCellProperties",
        settable.map((row) => row.map(onlyFormat)),
      );
  } else if (old?.plan) {
    const corner = [old.area[0], old.area[1]] as const;
    const palette = paletteOf(old.record.accent);
    for (const { area, style } of old.plan.styles) addStyle(add, area, corner, cellStyles[style], palette);
  } else {
    for (const [member, set] of uniformMembers(differingFormat(alike, usual)))
      add("looks", member, ({ range }) => set(range(all, [0, 0])));
  }
}

type Settable = Excel.SettableCellProperties;
const onlyLink = ({ hyperlink }: Settable): Settable => (hyperlink ? { hyperlink } : {});
const onlyFormat = ({ format }: Settable): Settable => (format ? { format } : {});

function putBackSizes(add: Add, { plan, target }: Undoing, before: SheetReading): void {
  const { at, old } = target;
  const columns = new Set(Object.keys(old?.record.before.widths ?? {}).map(Number));
  plan.widths.forEach((width, column) => width !== null && columns.add(column));
  for (const column of columns) {
    const points = target.widths?.[column];
    if (points)
      add("sizes", "RangeFormat.columnWidth", ({ range }) => {
        range([0, column, 1, 1], at).format.columnWidth = points;
      });
  }
  const rows = new Set([...plan.heights.map(({ row }) => row), ...(old?.record.heights ?? [])]);
  for (const row of rows) {
    // Older hosts say the heights of the new plan's rows only: those that the old block gave a height have it from its plan.
    const made = old?.plan?.heights.find((one) => one.row === row)?.height;
    const points = before.heights[row] ?? made;
    if (points)
      add(
        "sizes",
        "RangeFormat.rowHeight",
        ({ range }) => (range([row, 0, 1, 1], at).format.rowHeight = points),
      );
  }
}

/** Formulas of the block that stood there. */
function putBackCells(add: Add, old: OldBlock, before: SheetReading): void {
  const corner = [old.area[0], old.area[1]] as const;
  const isSpilled = (row: number, column: number): boolean =>
    old.record.spills.some(
      (spill) => overlap(spill, [row, column, 1, 1]) && (row !== spill[0] || column !== spill[1]),
    );
  before.formulas.forEach((values, r) => {
    const row = before.area[0] + r - corner[0];
    const kept = values.map((value, c) => {
      const column = before.area[1] + c - corner[1];
      const inside = row >= 0 && row < old.area[2] && column >= 0 && column < old.area[3];
      if (!inside || isSpilled(row, column)) return "";
      return typeof value === "string" && !value.startsWith("=") ? asText(plainText(value)) : value;
    });
    for (const [start, part] of runs(kept)) {
      const area: Area = [r, start, 1, part.length];
      add("cells", "Range.formulas", ({ range }) => {
        range(area, [before.area[0], before.area[1]]).formulas = [part];
      });
    }
  });
}

/** Stretches of filled cells: empty ones between them stay untouched, so that formulas can spill into them again. */
function runs(values: readonly unknown[]): [start: number, values: unknown[]][] {
  const found: [number, unknown[]][] = [];
  values.forEach((value, index) => {
    if (value === "") return;
    const current = found.at(-1);
    if (current && current[0] + current[1].length === index) current[1].push(value);
    else found.push([index, [value]]);
  });
  return found;
}

function putBackTables(add: Add, { plan, target }: Undoing, old: OldBlock, there: readonly string[]): void {
  for (const reading of old.tables) {
    const area = old.record.tables.find(({ name }) => name === reading.name)?.area;
    const fate = tableChange(reading.name, plan, target, old);
    if (area && fate !== "convert" && needsFilterButtons(reading.name, plan, target, old))
      setButtons(add, reading.name, reading.showFilterButton);
    if (!area || fate === "stay") continue;
    const [top, left] = old.area;
    const place: Area = [area[0] + top, area[1] + left, area[2], area[3]];
    // Where Excel refused to resize it, it was made plain cells, or nothing has become of it.
    if (fate === "convert" || !there.includes(reading.name)) addTable(add, target.sheet, place, reading);
    else add("table", resizing, ({ sheet }) => sheet.tables.getItem(reading.name).resize(a1(place)));
  }
}

/** Charts that were changed or dropped come back as they were made. */
function putBackCharts(add: Add, undoing: Undoing, old: OldBlock, there: readonly string[]): void {
  const { plan, target, before } = undoing;
  const titles = ownTitles(old.record, before.sheet?.titles);
  const at = [old.area[0], old.area[1]] as const;
  const palette = paletteOf(old.record.accent);
  const repainted = old.record.accent !== target.accent;
  let count = there.length;
  for (const chart of old.record.charts) {
    const name = chartName(target.id, chart.id);
    if (!old.charts?.includes(name)) continue;
    const chartTarget = { sheet: target.sheet, at, name, palette };
    const now = plan.charts.find(({ id }) => id === chart.id);
    if (there.includes(name) && (!now || sameMake(now, chart))) {
      if (now && (repainted || JSON.stringify(now) !== JSON.stringify(chart)))
        add.steps.push(...showSteps(titled(chart, titles), chartTarget));
      continue;
    }
    if (there.includes(name)) {
      add("chart", "Chart.delete", ({ sheet }) => sheet.charts.getItem(name).delete(), { essential: true });
      count -= 1;
    }
    add.steps.push(...chartSteps(titled(chart, titles), chartTarget, count));
    count += 1;
  }
}

function putBackMarker(add: Add, { id, old, record, sheet }: Target, { names, properties }: Now): void {
  if (!record) return;
  const there = names.find(({ name }) => idOf(name) === id);
  const right = there && old && JSON.stringify(areaOf(there.value)) === JSON.stringify(old.area);
  const comment = old?.unfinished ? unfinished : "";
  if (old && !right && can("names")) {
    if (there) moveName(add, sheet, id, old, comment);
    else addName(add, sheet, id, old.area, comment);
  } else if (there && !old) dropName(add, sheet, id);
  if (there && old && there.comment !== comment)
    add(
      "name comments",
      "NamedItem.comment",
      ({ sheet }) => (sheet.names.getItem(marker(id)).comment = comment),
    );
  if (!can("sheetProperties")) return;
  const key = recordKey(id);
  const kept = properties.get(key.toLowerCase());
  const text = old ? old.kept : undefined;
  if (kept === text) return;
  if (text !== undefined)
    add("marker", "WorksheetCustomPropertyCollection.add", ({ sheet }) => {
      sheet.customProperties.add(key, text);
    });
  else
    add("marker", "WorksheetCustomProperty.delete", ({ sheet }) => {
      sheet.customProperties.getItem(key).delete();
    });
}

const areaOf = (value: unknown): Area | undefined =>
  typeof value === "string" ? parseA1(value)?.area : undefined;
