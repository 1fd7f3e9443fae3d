import type { Cell, Plan } from "../../sheets/plan";
import { cellAt, cellsOf } from "../../sheets/planCells";
import type { Place } from "../../sheets/planCells";
import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { alignmentOf, writtenIn } from "../reading/alignment";
import type { BlockRecord } from "../reading/blockRecord";
import { sortingOf } from "../reading/sorting";
import { fingerprint, readBack } from "../session/cellText";

/** The block that is updated, as it is now. */
export interface ExistingBlock {
  area: Area;
  record: BlockRecord;
  formulas: readonly (readonly unknown[])[];
  numberFormats: readonly (readonly string[])[];
  /** The plan that it was made from; absent if unknown. */
  was?: Plan | undefined;
  /** The same plan in the language of the new one. */
  translated?: Plan | undefined;
}

/**
 * Finds where the cells of a block go in the new plan. In a table this is the row and column with the same names, so
 * that no figure gets into another's row; elsewhere it is the place of the same text, or the old place if the plan
 * leaves that empty.
 * @returns gives the new place of the cell that is now in this row and column; undefined without one
 */
export function newPlaces(
  plan: Plan,
  { record, formulas, was, translated }: ExistingBlock,
): (row: number, column: number) => Place | undefined {
  const alignment = alignmentOf(record, formulas);
  const { rowOf } = sortingOf(record, formulas, alignment);
  const writtenCells = writtenIn(record);
  const wasAt = cellAt(was);
  const translatedAt = cellAt(translated);
  const newAt = cellAt(plan);
  const placesStay = isFaithful(was, record) && translated !== undefined && sameCells(translated, plan);

  /** What was written at a place, in the new language; null for nothing, undefined if unknown. */
  function original(row: number, column: number): Cell | undefined {
    if (!was || translated?.rows !== was.rows) return undefined;
    const cell = wasAt(row, column);
    const print = writtenCells.get(row)?.get(column);
    if (cell === null) return print === undefined ? null : undefined;
    return typeof cell === "object" || printOf(cell) === print ? translatedAt(row, column) : undefined;
  }

  /** The place in the new plan of a cell in a table of the block. */
  function inTable(index: number, [top, left]: Area, row: number, column: number): Place | undefined {
    const area = (plan.tables.find(({ id }) => id === was?.tables[index]?.id) ?? plan.tables[index])?.area;
    const label = original(row, left) ?? null;
    const heading = original(top, column) ?? null;
    if (!area || label === null || heading === null) return undefined;
    const newRow = onlyIndex(area[2], (at) => alike(newAt(area[0] + at, area[1]), label));
    const newColumn = onlyIndex(area[3], (at) => alike(newAt(area[0], area[1] + at), heading));
    if (newRow === undefined || newColumn === undefined) return undefined;
    return [area[0] + newRow, area[1] + newColumn];
  }

  return (presentRow, presentColumn) => {
    const column = alignment.columns[presentColumn];
    const row = rowOf(presentRow, column);
    if (row === undefined || column === undefined) return undefined;
    if (placesStay) return [row, column];
    const index = record.tables.findIndex(({ area }) => overlap(area, [row, column, 1, 1]));
    const table = record.tables[index];
    if (table) return inTable(index, table.area, row, column);
    const cell = original(row, column);
    if (cell === undefined) return undefined;
    if (cell === null) return isFree(plan, row, column) ? [row, column] : undefined;
    return alike(newAt(row, column), cell) ? [row, column] : onlyPlace(plan, cell);
  };
}

const alike = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);

const printOf = (cell: Cell): string => fingerprint(readBack(cell, [0, 0]));

/** The index below `length` that fits; undefined if none does, or several do. */
function onlyIndex(length: number, fits: (at: number) => boolean): number | undefined {
  const starts = Array.from({ length }, (_, at) => at).filter(fits);
  return starts.length === 1 ? starts[0] : undefined;
}

/** Whether a plan has nothing at a place. */
function isFree(plan: Plan, row: number, column: number): boolean {
  if (row >= plan.rows || column >= plan.columns) return true;
  const cellArea: Area = [row, column, 1, 1];
  const covers = (area: Area): boolean => overlap(area, cellArea);
  return (
    cellAt(plan)(row, column) === null &&
    !plan.spills.some(covers) &&
    ![...plan.charts, ...plan.tables].some(({ area }) => covers(area)) &&
    // The first cell of a merged row can be filled.
    !plan.merges.some((area) => column > area[1] && covers(area))
  );
}

/** Whether two plans have the same cells, apart from the author's texts: then each cell keeps its place. */
function sameCells(a: Plan, b: Plan): boolean {
  if (a.rows !== b.rows || a.columns !== b.columns) return false;
  const [inA, inB] = [cellAt(a), cellAt(b)];
  const places = [...cellsOf(a), ...cellsOf(b)].map(([place]) => place);
  return places.every(
    ([row, column]) =>
      alike(inA(row, column), inB(row, column)) ||
      b.author?.some(({ at }) => at[0] === row && at[1] === column),
  );
}

/** Whether a plan matches a record; from other data it may not. */
function isFaithful(was: Plan | undefined, record: BlockRecord): boolean {
  if (was?.rows !== record.rows || was.columns !== record.columns) return false;
  const writtenCells = writtenIn(record);
  return cellsOf(was).every(([[row, column], cell]) => {
    const print = writtenCells.get(row)?.get(column);
    return cell === null || print === undefined || printOf(cell) === print;
  });
}

/** The only cell of a plan with this content. */
function onlyPlace(plan: Plan, wanted: Cell): Place | undefined {
  const matches = cellsOf(plan).filter(([, cell]) => alike(cell, wanted));
  return matches.length === 1 ? matches[0]?.[0] : undefined;
}
