import type { Plan } from "../../sheets/plan";
import { a1, overlap, parseA1, ROW_COUNT } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Reading, SheetReading } from "../reading/placeReading";
import { questions } from "../reading/questions";
import type { ReadOptions } from "../reading/readPlace";
import { areasOf } from "../reading/readSheets";
import { askTableArea } from "../reading/sheetQuestions";
import { can } from "../session/capabilities";
import type { Context } from "../session/context";
import type { Decision } from "./decide";

type Resolved = { reading: Reading; decision: Decision };

/**
 * Moves the offered free place to below tables and merged cells, which may reach further down than filled cells.
 * Needs one more message if cells are in the way.
 */
export async function withFreePlace(
  context: Context,
  resolved: Resolved,
  plan: Plan,
  { preview = false }: ReadOptions,
): Promise<Resolved> {
  const { decision, reading } = resolved;
  if (decision.kind !== "problem" || decision.problem.name !== "filled-cells") return resolved;
  const { next, ...problem } = decision.problem;
  const start = next && parseA1(next.address)?.area;
  if (!next || !start || !reading.sheet) return resolved;
  const row = await freeRow(context, reading.sheet, [start[0], start[1], plan.rows, plan.columns], preview);
  return {
    reading,
    decision: {
      kind: "problem",
      problem:
        row === undefined
          ? problem
          : { ...problem, next: { sheet: next.sheet, address: a1([row, start[1], 1, 1]) } },
    },
  };
}

/** The first row from a place down without tables and merged cells in its columns; undefined if there is no room. */
async function freeRow(
  context: Context,
  { id, allTables = [] }: SheetReading,
  [row, column, rows, columns]: Area,
  preview: boolean,
): Promise<number | undefined> {
  const below: Area = [row, column, ROW_COUNT - row, columns];
  const ask = questions();
  const tables = allTables.map((name) => askTableArea(ask, id, name));
  // Reading merged cells clears Excel's undo history, so it is done only before writing.
  const merges =
    can("merges") && !preview
      ? ask.may<readonly Area[]>("Range.getMergedAreasOrNullObject", [], (objects) => {
          const merged = objects.range(id, below).getMergedAreasOrNullObject();
          merged.load("address");
          return () => (merged.isNullObject ? [] : areasOf(merged.address));
        })
      : () => [];
  await ask.answer(context);
  const occupied = [...tables.map((areaOf) => areaOf()), ...merges()]
    .filter((area) => area !== undefined)
    .filter((area) => overlap(area, below))
    .sort((a, b) => a[0] - b[0]);
  let free = row;
  for (const area of occupied)
    // One empty row above keeps Excel from adding it to the table.
    if (overlap([free, column, rows + 1, columns], area)) free = area[0] + area[2] + 1;
  return free + rows > ROW_COUNT ? undefined : free;
}
