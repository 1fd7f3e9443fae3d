import type { Plan } from "../../sheets/plan";
import type { Area } from "../../workbook/a1";
import { a1, COLUMN_COUNT, ROW_COUNT, parseA1 } from "../../workbook/a1";
import type { Insertion, Place } from "../../workbook/insertion";
import type { Problem } from "../../workbook/problem";
import { readHandle } from "../reading/blockHandle";
import { keyOf } from "../reading/blockRecord";
import { findIn } from "../reading/listBlocks";
import type { Reading, Where } from "../reading/placeReading";
import { readPlace } from "../reading/readPlace";
import type { ReadOptions } from "../reading/readPlace";
import type { Context } from "../session/context";
import { codeOf, problemOf } from "../session/errors";
import { knownBlocks } from "../session/settings";
import { decide } from "./decide";
import type { DecisionInput, Decision } from "./decide";
import { withFreePlace } from "./freePlace";

/** The decision about a plan's place, with its reading. */
type ResolvedPlace = { reading: Reading; decision: Decision } | { problem: Problem };

/** How often another place is read: after a deleted sheet, then after a moved block. */
const most = 3;

/** Finds the place of an insertion. A second message is needed only if a block has moved. */
export async function resolvePlace(
  context: Context,
  insertion: Insertion,
  place: Place,
  plan: Plan,
  choice: Omit<DecisionInput, "block">,
  options: ReadOptions = {},
): Promise<ResolvedPlace> {
  const start = whereIs(place, insertion);
  if (!start) return { problem: { name: "bad-address", given: place.kind === "at" ? place.address : "" } };
  let where: Where = start;
  for (let times = 1; ; times += 1) {
    const block = where.kind === "block" ? { block: where.id } : {};
    const answer: ResolvedPlace = await lookAt(
      context,
      where,
      plan,
      insertion,
      { ...choice, ...block },
      options,
    );
    const next =
      times < most ? await elsewhere(context, answer, place, where, insertion, plan.sheetName) : undefined;
    if (!next)
      return "problem" in answer
        ? { problem: sayWhere(answer.problem, place) }
        : withFreePlace(context, answer, plan, options);
    where = next;
  }
}

/** Reads a place and decides about it; a place that is gone is a problem. */
async function lookAt(
  context: Context,
  where: Where,
  plan: Plan,
  insertion: Insertion,
  choice: DecisionInput,
  options: ReadOptions,
): Promise<ResolvedPlace> {
  if (where.kind === "cell" && !hasRoom([where.row, where.column, plan.rows, plan.columns]))
    return { problem: { name: "no-room", sheet: where.sheet } };
  let reading: Reading;
  try {
    reading = await readPlace(context, where, plan, options);
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return { problem: { name: "block-gone" } };
    // Only the size can be invalid: the place may reach beyond the sheet's edge.
    const edge =
      codeOf(error) === "InvalidArgument" ? await sheetWithoutRoom(context, where, plan) : undefined;
    return {
      problem:
        edge === undefined
          ? problemOf(error, { sheet: "", newSheet: false })
          : { name: "no-room", sheet: edge },
    };
  }
  const decision = decide(plan, insertion, reading, choice);
  return decision.kind === "problem" && decision.problem.name === "block-gone"
    ? { problem: decision.problem }
    : { reading, decision };
}

const hasRoom = ([row, column, rows, columns]: Area): boolean =>
  row + rows <= ROW_COUNT && column + columns <= COLUMN_COUNT;

/** The name of the sheet that is too small for the plan; undefined if it is not. */
async function sheetWithoutRoom(context: Context, where: Where, plan: Plan): Promise<string | undefined> {
  if (where.kind !== "selection" && where.kind !== "block") return undefined;
  const cell =
    where.kind === "selection"
      ? context.workbook.getSelectedRange().getCell(0, 0)
      : context.workbook.worksheets.getItem(where.sheetId).getRange(a1([where.area[0], where.area[1], 1, 1]));
  cell.load("rowIndex,columnIndex");
  cell.worksheet.load("name");
  await context.sync();
  return hasRoom([cell.rowIndex, cell.columnIndex, plan.rows, plan.columns])
    ? undefined
    : cell.worksheet.name;
}

/** Where to read next; undefined if the answer is final. */
async function elsewhere(
  context: Context,
  answer: ResolvedPlace,
  place: Place,
  where: Where,
  insertion: Insertion,
  sheetName: string,
): Promise<Where | undefined> {
  if (!("problem" in answer)) {
    const { decision } = answer;
    if (decision.kind === "new-sheet" && decision.name !== sheetName) {
      // The name is taken, perhaps by the same sheet, if its insertion was interrupted.
      await findIn(context);
      const target = whereIs(place, insertion);
      return target?.kind === "block" ? target : undefined;
    }
    if (decision.kind !== "look-again") return undefined;
    return { kind: "block", sheetId: decision.sheetId, id: decision.id, area: decision.area };
  }
  if (answer.problem.name !== "block-gone" || place.kind !== "new-sheet" || where.kind !== "block")
    return undefined;
  // Its sheet was deleted, or another program saved the workbook with new sheet ids: searches for its marker.
  await findIn(context);
  return whereIs(place, insertion);
}

function sayWhere(problem: Problem, place: Place): Problem {
  return problem.name === "block-gone" && place.kind === "at"
    ? { name: "sheet-gone", sheet: place.sheet }
    : problem;
}

/**
 * What to read for a place: the selection, a cell, a block or nothing. Undefined for an address that does not parse.
 */
function whereIs(place: Place, insertion: Insertion): Where | undefined {
  switch (place.kind) {
    case "selection":
      return { kind: "selection" };
    case "at": {
      const area = parseA1(place.address)?.area;
      return area && { kind: "cell", sheet: place.sheet, row: area[0], column: area[1] };
    }
    case "block": {
      const { sheetId, id } = readHandle(place.block);
      const known = knownBlocks().find((block) => block.id === id && block.sheetId === sheetId);
      // The place of a copied block is unknown. One cell is enough to find its marker, which has the area.
      const area: Area = known?.area ?? [0, 0, 1, 1];
      return { kind: "block", sheetId, id, area };
    }
    case "new-sheet": {
      const key = keyOf(insertion);
      const known = knownBlocks().find((block) => block.key === key);
      return known
        ? { kind: "block", sheetId: known.sheetId, id: known.id, area: known.area }
        : { kind: "new-sheet" };
    }
  }
}
