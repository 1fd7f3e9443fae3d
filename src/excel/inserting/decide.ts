import type { Language } from "../../dataset";
import type { Plan } from "../../sheets/plan";
import { overlap, a1, COLUMN_COUNT, isWithin, ROW_COUNT, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Insertion } from "../../workbook/insertion";
import type { Progress } from "../../workbook/outcome";
import type { FilledCell, Problem } from "../../workbook/problem";
import { blockHandle } from "../reading/blockHandle";
import { chartName, familyOf, recordOf } from "../reading/blockRecord";
import type { BlockRecord } from "../reading/blockRecord";
import { changedCells, isSorted } from "../reading/changedCells";
import { filters, rowsText } from "../reading/hiddenRows";
import type { Marker, Reading, SheetReading } from "../reading/placeReading";
import { fingerprint } from "../session/cellText";
import { filledCells, freeName, holds, nextFree, formulasIn } from "./placeContent";

/** What to do with a plan, once its place was read. */
export type Decision =
  | { kind: "problem"; problem: Problem }
  | { kind: "new-sheet"; name: string }
  /** On empty cells. */
  | { kind: "fresh"; sheet: SheetReading }
  /** Over a block; `untouched`: it is as it was written. */
  | {
      kind: "update";
      sheet: SheetReading;
      old: Area;
      record: BlockRecord;
      /** The record's text in the sheet's property. */
      keptText?: string | undefined;
      unfinished: boolean;
      untouched: boolean;
      /** The user has sorted one of its tables: the rows go back to their original order. */
      sorted: boolean;
      /** The user's cells inside the block that stay (absolute addresses). */
      keeps: readonly FilledCell[];
    }
  /** The same is there already. */
  | { kind: "same"; sheet: SheetReading; area: Area; record?: BlockRecord }
  /** The block has moved: read that place first. */
  | { kind: "look-again"; sheetId: string; id: string; area: Area };

/** What a decision depends on besides plan and reading. */
export interface DecisionInput {
  language: Language;
  /** The version of the data. */
  version: string;
  /** The id of the block to update. */
  block?: string;
  /** What to do with changed cells in a block; absent: ask first. */
  changes?: Progress["changes"];
  /** What to do with hidden rows; absent: ask first. */
  hidden?: Progress["hidden"];
}

/** The most cells that a problem names. */
export const mostNamed = 5;

/**
 * Decides what to do, from the reading alone. Pure. Either a way to write (new sheet, cells, block), or why not: a
 * problem with a way out where there is one, "same" where everything stands already, "look-again" where more cells
 * must be read first.
 */
export function decide(plan: Plan, insertion: Insertion, reading: Reading, choice: DecisionInput): Decision {
  const sheet = reading.sheet;
  if (!sheet && reading.locked) return problem({ name: "workbook-protected" });
  if (!sheet)
    return {
      kind: "new-sheet",
      name: freeName(
        plan.sheetName,
        reading.sheets.map(({ name }) => name),
      ),
    };

  const target = targetBlock(sheet, insertion, choice.block);
  if (choice.block !== undefined && !target) return problem({ name: "block-gone" });
  const [row, column] = target ? target.area : sheet.at;
  const needed: Area = [row, column, plan.rows, plan.columns];
  if (row + plan.rows > ROW_COUNT || column + plan.columns > COLUMN_COUNT) {
    return problem({ name: "no-room", sheet: sheet.name });
  }
  const toRead = target ? [needed, target.area] : [needed];
  if (target && !toRead.every((area) => isWithin(area, sheet.area))) {
    return { kind: "look-again", sheetId: sheet.id, id: target.id, area: target.area };
  }
  if (sheet.protected) return problem({ name: "sheet-protected", sheet: sheet.name });
  if (!plan.block && holds(sheet, plan)) return { kind: "same", sheet, area: needed };

  const inTheWay = filledCells(sheet, needed, target);
  if (inTheWay.length > 0) {
    return problem({
      name: "filled-cells",
      sheet: sheet.name,
      address: a1(needed),
      count: inTheWay.length,
      cells: inTheWay.slice(0, mostNamed),
      ...nextFree(sheet, plan, column),
    });
  }
  const hiddenProblem = choice.hidden ? undefined : hiddenRowsProblem(sheet, plan, needed, target);
  if (!target?.record) return hiddenProblem ?? { kind: "fresh", sheet };
  const decision = decideUpdate(plan, insertion, reading, sheet, target, target.record, choice);
  return decision.kind === "update" ? (hiddenProblem ?? decision) : decision;
}

/**
 * Decides about a block that can be updated where it is: "same" if it is already as it would be written, and a problem
 * where the user has changed or frozen cells in it.
 */
function decideUpdate(
  plan: Plan,
  insertion: Insertion,
  reading: Reading,
  sheet: SheetReading,
  target: Marker,
  record: BlockRecord,
  choice: DecisionInput,
): Decision {
  const { area, keptText, unfinished = false } = target;
  // In an interrupted block, an empty cell was not necessarily emptied by the user.
  const changed = changedCells(record, formulasIn(sheet, area), [area[0], area[1]]).filter(
    ({ text }) => !unfinished || text !== "",
  );
  if (changed.some(({ address }) => isFrozen(address, sheet))) {
    return problem({ name: "frozen", sheet: sheet.name });
  }
  const agreed = changed.every((cell) => wasKept(cell, target));
  if (!agreed && !choice.changes) {
    return problem(changedInside(sheet, target.id, changed));
  }
  const intact = !unfinished && changed.length === 0 && sameParts(sheet, target);
  // Inserting again cannot restore the user's order of rows; only an undo that keeps the cells can.
  const sorted = isSorted(record, formulasIn(sheet, area));
  const untouched = intact && !sorted;
  const { language, version } = choice;
  const whole = record.left === undefined || record.left.length === 0;
  const asIt = intact || (changed.length > 0 && agreed && !unfinished && sameParts(sheet, target));
  if (
    whole &&
    asIt &&
    !choice.changes &&
    isMadeFromPlan(plan, record, { insertion, language, version }, reading)
  ) {
    return { kind: "same", sheet, area, record };
  }
  const keeps = choice.changes === "keep" || (agreed && !choice.changes) ? changed : [];
  return { kind: "update", sheet, old: area, record, keptText, unfinished, untouched, sorted, keeps };
}

/**
 * Decides about hidden rows in the target. If the block keeps its rows, they stay hidden: filters are removed for the
 * writing and then set again.
 */
function hiddenRowsProblem(
  { hidden, name }: SheetReading,
  plan: Plan,
  needed: Area,
  target: Marker | undefined,
): Decision | undefined {
  const rows = hidden?.rows.filter((row) => row >= needed[0] && row < needed[0] + needed[2]) ?? [];
  const filtered = (row: number) => hidden?.filters.some((filter) => filters(filter, row)) === true;
  const rowsToAsk =
    !target || hidden?.unsure
      ? rows
      : plan.rows === target.record?.rows
        ? []
        : rows.filter((row) => !filtered(row));
  if (rowsToAsk.length === 0) return undefined;
  return problem({
    name: "hidden-rows",
    sheet: name,
    rows: rowsText(rowsToAsk),
    filtered: hidden?.unsure === true || rowsToAsk.some(filtered),
  });
}

/** Whether a changed cell still holds what the user chose to keep in an earlier update. */
function wasKept({ address, text }: FilledCell, { area, record }: Marker): boolean {
  const cell = parseA1(address)?.area;
  if (!cell || !record || area[2] !== record.rows || area[3] !== record.columns) return false;
  return (record.kept ?? []).some(
    ([row, column, print]) =>
      row === cell[0] - area[0] && column === cell[1] - area[1] && print === fingerprint(text),
  );
}

/**
 * The problem that the user changed cells of a block.
 * @param more what else was to be done, other than an update that can keep them
 */
export function changedInside(
  sheet: Pick<SheetReading, "id" | "name">,
  id: string,
  cells: readonly FilledCell[],
  more: Pick<Extract<Problem, { name: "changed-inside" }>, "removing" | "unplaced"> = {},
): Problem {
  return {
    name: "changed-inside",
    sheet: sheet.name,
    block: blockHandle(sheet.id, id),
    count: cells.length,
    cells: cells.slice(0, mostNamed),
    ...more,
  };
}

function isFrozen(address: string, { frozen }: SheetReading): boolean {
  const cell = parseA1(address)?.area;
  return cell !== undefined && frozen.some((area) => overlap(area, cell));
}

const problem = (found: Problem): Decision => ({ kind: "problem", problem: found });

/** Whether all of a block's tables and charts exist. */
function sameParts(sheet: SheetReading, { area, record }: Marker): boolean {
  const tables = new Set(sheet.allTables);
  return (
    record !== undefined &&
    record.rows === area[2] &&
    record.columns === area[3] &&
    record.tables.every(({ name }) => tables.has(name)) &&
    record.charts.every(({ id }) => sheet.charts?.includes(chartName(record.id, id)))
  );
}

/** Whether writing the plan now would give the same block: compares the records, in any order of keys. */
export function isMadeFromPlan(
  plan: Plan,
  record: BlockRecord,
  changed: Partial<Pick<BlockRecord, "insertion" | "language" | "version">>,
  { accent = record.accent, sheet }: Reading,
): boolean {
  const painted = accent === undefined ? {} : { accent };
  const now = recordOf(plan, { ...record, ...changed, ...painted }, sheet?.allTables);
  const keys = Object.keys(now) as (keyof BlockRecord)[];
  return keys.every((key) => JSON.stringify(record[key]) === JSON.stringify(now[key]));
}

/** The block that an insertion here updates: the one asked for, else one of its family at the cell. */
function targetBlock(sheet: SheetReading, insertion: Insertion, block?: string): Marker | undefined {
  if (block !== undefined) {
    return sheet.markers.find((marker) => marker.id === block && marker.record !== undefined);
  }
  const corner: Area = [sheet.at[0], sheet.at[1], 1, 1];
  return sheet.markers.find(
    ({ area, record }) =>
      record && overlap(area, corner) && familyOf(record.insertion) === familyOf(insertion),
  );
}

/** A decision that writes over a block of ours. */
export type Update = Extract<Decision, { kind: "update" }>;

/** A decision that writes. */
export type Writing = Extract<Decision, { kind: "new-sheet" | "fresh" | "update" }>;
