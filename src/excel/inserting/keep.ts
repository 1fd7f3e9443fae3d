import { pieces } from "../../functions/formula/pieces";
import type { Cell, Plan } from "../../sheets/plan";
import { a1, overlap, parseA1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { FilledCell } from "../../workbook/problem";
import { alignmentOf, writtenIn } from "../reading/alignment";
import { sortingOf } from "../reading/sorting";
import type { BlockRecord } from "../reading/blockRecord";
import type { UserFormat } from "./userFormats";
import { asText, fingerprint, plainText, readBack } from "../session/cellText";

/** A user's cell inside an updated block: its new place, relative to the block, and its content. */
export interface KeptCell {
  at: readonly [row: number, column: number];
  /** As `Range.formulas` takes it. */
  formula: string | number;
  print: string;
  /** Its number format; absent if unknown. */
  format?: string | undefined;
}

/** What is kept, and what has no place in the new block. */
export interface Keeping {
  kept: readonly KeptCell[];
  unplaced: readonly FilledCell[];
  /** The formats that are kept; those without a place in the new block are reported by their cells. */
  formats: readonly UserFormat[];
  formatsLost: readonly FilledCell[];
}

/** For a block without changes. */
export const nothingKept: Keeping = { kept: [], unplaced: [], formats: [], formatsLost: [] };

/** The block that is updated, as it is now. */
export interface ExistingBlock {
  area: Area;
  record: BlockRecord;
  formulas: readonly (readonly unknown[])[];
  numberFormats: readonly (readonly string[])[];
  /** The plan that it was made from, if known: in the block's language, and in that of the new plan. */
  was?: Plan | undefined;
  translated?: Plan | undefined;
}

/**
 * Finds the place of each of the user's cells in the new plan. In a table this is the row and column with the same
 * names, so that no figure gets into another's row; elsewhere it is beside the same text, or the old place if nothing
 * of ours is there. A cell that the user emptied, and that the new plan does not have, needs no place.
 */
export function keepIn(
  plan: Plan,
  existing: ExistingBlock,
  cells: readonly FilledCell[],
  userFormats: readonly UserFormat[],
): Keeping {
  const kept: KeptCell[] = [];
  const unplaced: FilledCell[] = [];
  const find = newPlaces(plan, existing);
  const { area, formulas, numberFormats } = existing;
  for (const cell of cells) {
    const place = parseA1(cell.address)?.area;
    if (!place) continue;
    const from = [place[0] - area[0], place[1] - area[1]] as const;
    const newPlace = find(...from);
    if (!newPlace) {
      if (cell.text !== "") unplaced.push(cell);
      continue;
    }
    const raw = formulas[from[0]]?.[from[1]];
    const [was, now] = [place[0], area[0] + newPlace[0]];
    const formula = typeof raw === "number" ? raw : written(String(raw ?? ""), was, now);
    const print = fingerprint(plainText(typeof raw === "number" ? raw : moved(String(raw ?? ""), was, now)));
    kept.push({ at: newPlace, formula, print, format: numberFormats[from[0]]?.[from[1]] });
  }
  const formats: UserFormat[] = [];
  const formatsLost: FilledCell[] = [];
  for (const format of userFormats) {
    const at = find(...format.at);
    if (at) formats.push({ ...format, at });
    else
      formatsLost.push({
        address: a1([...format.at, 1, 1], [area[0], area[1]]),
        text: plainText(formulas[format.at[0]]?.[format.at[1]]),
      });
  }
  return { kept, unplaced, formats, formatsLost };
}

const written = (raw: string, from: number, to: number): string =>
  raw.startsWith("=") ? moved(raw, from, to) : asText(plainText(raw));

/** A formula moved to another row: its references to cells in its own row move along, all others stay. */
export function moved(formula: string, from: number, to: number): string {
  if (from === to || !formula.startsWith("=")) return formula;
  return pieces(formula)
    .map(({ text }) =>
      /^\$?[A-Za-z]{1,3}\d+(:\$?[A-Za-z]{1,3}\d+)?$/.test(text)
        ? text.replace(/([A-Za-z])(\d+)/g, (all, letter: string, row: string) =>
            Number(row) === from + 1 ? `${letter}${to + 1}` : all,
          )
        : text,
    )
    .join("");
}

type Place = readonly [row: number, column: number];

/** Gives the new place of the cell that is now in this row and column; undefined without one. */
export function newPlaces(
  plan: Plan,
  { record, formulas, was, translated }: ExistingBlock,
): (row: number, column: number) => Place | undefined {
  const alignment = alignmentOf(record, formulas);
  const { columns } = alignment;
  const { rowOf } = sortingOf(record, formulas, alignment);
  const prints = writtenIn(record);
  const [before, after, named] = [gridOf(was), gridOf(plan), gridOf(translated)];
  const isSame = isFaithful(was, record) && translated !== undefined && same(translated, plan);
  /** What was written at a place, in the new language; undefined if unknown. */
  const original = (row: number, column: number): Cell | undefined => {
    const cell = before(row, column);
    const print = prints.get(row)?.get(column);
    if (!was || !translated || translated.rows !== was.rows) return undefined;
    if (cell === null) return print === undefined ? null : undefined;
    if (typeof cell === "object") return named(row, column);
    return fingerprint(readBack(cell, [0, 0])) === print ? named(row, column) : undefined;
  };
  const isFree = (row: number, column: number): boolean => {
    const here: Area = [row, column, 1, 1];
    if (row >= plan.rows || column >= plan.columns) return true;
    return (
      after(row, column) === null &&
      !plan.charts.some(({ area }) => overlap(area, here)) &&
      !plan.spills.some((area) => overlap(area, here)) &&
      !plan.tables.some(({ area }) => overlap(area, here)) &&
      !plan.merges.some((area) => column > area[1] && overlap(area, here))
    );
  };

  return (r, c) => {
    const [row, column] = [rowOf(r, columns[c]), columns[c]];
    if (row === undefined || column === undefined) return undefined;
    if (isSame) return [row, column];
    const index = record.tables.findIndex(({ area }) => overlap(area, [row, column, 1, 1]));
    const table = record.tables[index];
    if (table) {
      const now = plan.tables.find(({ id }) => id === was?.tables[index]?.id) ?? plan.tables[index];
      if (!now) return undefined;
      const [top, left] = table.area;
      const label = original(row, left);
      const head = original(top, column);
      if (label === undefined || head === undefined || label === null || head === null) return undefined;
      const line = search(now.area[2], (at) => alike(after(now.area[0] + at, now.area[1]), label));
      const place = search(now.area[3], (at) => alike(after(now.area[0], now.area[1] + at), head));
      if (line === undefined || place === undefined) return undefined;
      return [now.area[0] + line, now.area[1] + place];
    }
    const cell = original(row, column);
    if (cell === null) return isFree(row, column) ? [row, column] : undefined;
    if (cell === undefined) return undefined;
    if (alike(after(row, column), cell)) return [row, column];
    return only(plan, cell);
  };
}

const alike = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The first place that fits, if no other does. */
function search(length: number, fits: (at: number) => boolean): number | undefined {
  const found = Array.from({ length }, (_, at) => at).filter(fits);
  return found.length === 1 ? found[0] : undefined;
}

/** Whether two plans have the same cells, apart from the author's: then each cell keeps its place. */
function same(a: Plan, b: Plan): boolean {
  const [one, other] = [gridOf(a), gridOf(b)];
  if (a.rows !== b.rows || a.columns !== b.columns) return false;
  for (let row = 0; row < a.rows; row += 1)
    for (let column = 0; column < a.columns; column += 1)
      if (
        !alike(one(row, column), other(row, column)) &&
        !b.author?.some(({ at }) => at[0] === row && at[1] === column)
      )
        return false;
  return true;
}

/** Whether a plan matches a record; from other data it may not. */
function isFaithful(was: Plan | undefined, record: BlockRecord): boolean {
  const prints = writtenIn(record);
  if (was?.rows !== record.rows || was.columns !== record.columns) return false;
  return was.cells.every(({ at, rows }) =>
    rows.every((row, r) =>
      row.every((cell, c) => {
        const print = prints.get(at[0] + r)?.get(at[1] + c);
        if (cell === null || print === undefined) return true;
        return fingerprint(readBack(cell, [0, 0])) === print;
      }),
    ),
  );
}

/** The only cell of a plan with this content. */
function only({ cells }: Plan, cell: Cell): Place | undefined {
  const found = cells.flatMap(({ at, rows }) =>
    rows.flatMap((row, r) =>
      row.flatMap((one, c): Place[] => (alike(one, cell) ? [[at[0] + r, at[1] + c]] : [])),
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** What a plan writes at a place. */
function gridOf(plan: Plan | undefined): (row: number, column: number) => Cell {
  const grid = new Map<string, Cell>();
  for (const { at, rows } of plan?.cells ?? [])
    rows.forEach((row, r) => row.forEach((cell, c) => grid.set(`${at[0] + r},${at[1] + c}`, cell)));
  return (row, column) => grid.get(`${row},${column}`) ?? null;
}
