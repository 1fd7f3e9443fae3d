import type { Plan } from "../../sheets/plan";
import { a1 } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { FilledCell } from "../../workbook/problem";
import type { BlockRecord, TableRecord } from "../reading/blockRecord";
import type { TableReading } from "../reading/placeReading";
import { questions } from "../reading/questions";
import { asEntered, plainText } from "../session/cellText";
import type { Entered } from "../session/cellText";
import type { Context } from "../session/context";
import type { Add } from "../session/stepsOn";
import { movedFormula } from "./movedFormula";
import { newPlaces } from "./newPlaces";
import type { ExistingBlock } from "./newPlaces";

/** A cell of a column that the user added to one of our tables; its place is absolute. */
interface ExtraCell {
  row: number;
  column: number;
  formula: Entered;
  format: string | undefined;
}

/** Columns that the user added on the right of one of our tables, beside the block. */
export interface ExtraColumns {
  /** The name of the table, and the number of columns. */
  table: string;
  count: number;
  /** Their cells before and after: each stays in the row of its figures. */
  before: readonly ExtraCell[];
  after: readonly ExtraCell[];
}

/** The number of columns that the user added to a table; 0 if `tables` does not have it. */
export function countExtra({ name, area }: TableRecord, tables: readonly TableReading[] = []): number {
  const columns = tables.find((table) => table.name === name)?.columns;
  return columns === undefined ? 0 : Math.max(0, columns - area[3]);
}

/**
 * Reads the user's columns and finds the row of each cell in the new plan, by its row's label.
 * @returns the columns, and the cells without a row in the new plan, or that would overwrite others
 */
export async function readExtra(
  context: Context,
  sheetId: string,
  plan: Plan,
  existing: ExistingBlock,
  tables: readonly TableReading[] | undefined,
): Promise<{ columns: ExtraColumns[]; unplaced: FilledCell[] }> {
  const { area, record } = existing;
  const ask = questions();
  const readings = record.tables.flatMap((table, index) => {
    const count = countExtra(table, tables);
    if (count === 0) return [];
    const now = plannedTable(plan, existing.was, record, index);
    const rows = Math.max(table.area[2], now?.[2] ?? 0);
    const place: Area = [area[0] + table.area[0], area[1] + table.area[1] + table.area[3], rows, count];
    const cells = ask.must("Range.formulas", (objects) => {
      const range = objects.range(sheetId, place);
      range.load("formulas,numberFormat");
      return () => ({
        formulas: range.formulas as Entered[][],
        formats: range.numberFormat as string[][],
      });
    });
    return [{ table, count, place, now, cells }];
  });
  if (readings.length === 0) return { columns: [], unplaced: [] };
  await ask.answer(context);
  const placeInPlan = newPlaces(plan, existing);
  const moved = readings.map(({ table, count, place, now, cells }) => {
    const { unplaced, ...columns } = moveExtra(table, place, now, cells(), area[0], placeInPlan);
    return { columns: { table: table.name, count, ...columns }, unplaced };
  });
  return {
    columns: moved.map(({ columns }) => columns),
    unplaced: moved.flatMap(({ unplaced }) => unplaced),
  };
}

/**
 * Finds the row of each of the user's cells beside a table in the new plan.
 * @param place the area of the user's columns on the sheet
 * @param now the table's area in the new plan, if it has one
 * @param firstRow the block's first row
 * @param placeInPlan the new place of a cell of the old plan, if it has one
 */
function moveExtra(
  table: TableRecord,
  place: Area,
  now: Area | undefined,
  {
    formulas,
    formats,
  }: { formulas: readonly (readonly Entered[])[]; formats: readonly (readonly string[])[] },
  firstRow: number,
  placeInPlan: ReturnType<typeof newPlaces>,
): Pick<ExtraColumns, "before" | "after"> & { unplaced: FilledCell[] } {
  const goesOn =
    now?.[0] === table.area[0] && now[1] === table.area[1] && now[3] === table.area[3] ? now : undefined;
  const before: ExtraCell[] = [];
  const after: ExtraCell[] = [];
  const unplaced: FilledCell[] = [];
  formulas.forEach((line, r) =>
    line.forEach((raw, c) => {
      if (raw === "") return;
      const [row, column] = [place[0] + r, place[1] + c];
      const lost = () => void unplaced.push({ address: a1([row, column, 1, 1]), text: plainText(raw) });
      const cell = { row, column, formula: asEntered(raw), format: formats[r]?.[c] };
      // Otherwise Excel would add the cells below to the table.
      if (r >= table.area[2]) {
        if (goesOn && r < goesOn[2]) lost();
        return;
      }
      before.push(cell);
      const newPlace =
        r === 0 ? ([table.area[0], 0] as const) : placeInPlan(table.area[0] + r, table.area[1]);
      if (!goesOn || !newPlace || newPlace[0] >= goesOn[0] + goesOn[2]) {
        lost();
        return;
      }
      const newRow = firstRow + newPlace[0];
      after.push({ ...cell, row: newRow, formula: movedFormula(cell.formula, row, newRow) });
    }),
  );
  return { before, after, unplaced };
}

function plannedTable(
  plan: Plan,
  was: Plan | undefined,
  record: BlockRecord,
  index: number,
): Area | undefined {
  const id = was?.tables[index]?.id;
  return (
    plan.tables.find((table) => table.id === id) ?? (record.tables.length === 1 ? plan.tables[0] : undefined)
  )?.area;
}

/** Moves cells of the user's columns to other rows; unmoved ones are not written. */
export function addExtra(add: Add, from: readonly ExtraCell[], to: readonly ExtraCell[]): void {
  const isSame = (a: ExtraCell, b: ExtraCell) =>
    a.row === b.row && a.column === b.column && a.formula === b.formula;
  const at = ({ row, column }: ExtraCell): Area => [row, column, 1, 1];
  for (const cell of from)
    if (!to.some((other) => isSame(cell, other)))
      add("cells", "Range.clear contents", ({ range }) => range(at(cell), [0, 0]).clear("Contents"));
  for (const cell of to) {
    if (from.some((other) => isSame(cell, other))) continue;
    const { format, formula } = cell;
    if (format !== undefined && format !== "General")
      add(
        "number formats",
        "Range.numberFormat",
        ({ range }) => (range(at(cell), [0, 0]).numberFormat = [[format]]),
      );
    add("cells", "Range.formulas", ({ range }) => (range(at(cell), [0, 0]).formulas = [[formula]]));
  }
}
