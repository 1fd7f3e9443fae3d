import { a1, isWithin } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { Outcome } from "../../workbook/outcome";
import { questions } from "../reading/questions";
import { askCharts, askUsedArea } from "../reading/sheetQuestions";
import { send } from "../session/batch";
import type { BatchObjects, Step } from "../session/batchObjects";
import { isReadOnly } from "../session/capabilities";
import { plainText, readBack } from "../session/cellText";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { codeOf, failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import { restore, stepsBack } from "../session/restore";
import { stepsOn } from "../session/stepsOn";
import { transaction } from "../session/transaction";
import type { WrittenBlock } from "./job";
import { stepsFor } from "./planSteps";
import { addClear } from "./steps/cells";
import { removedText } from "./texts";
import { deleteSheet } from "./wipe";

/**
 * Removes plain cells and restores the formats of the place, unless somebody has written over them since. `written`
 * is what the insertion remembered, `timeoutMs` how long to wait for Excel. Where somebody has written over them the
 * outcome says so, and nothing changes.
 */
export async function removeCells(written: WrittenBlock, timeoutMs: number): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  try {
    return await runInContext(timeoutMs, (context) => removeCellsIn(context, written, timeoutMs));
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

/** Reads the cells again, and removes them if they are still as they were written. */
async function removeCellsIn(context: Context, written: WrittenBlock, timeoutMs: number): Promise<Outcome> {
  const { sheetId, plan, target, before } = written;
  const { at } = target;
  const area: Area = [at[0], at[1], plan.rows, plan.columns];
  const ask = questions();
  const sheetIn = (objects: BatchObjects) => objects.sheet(sheetId);
  const cells = ask.must("Range.formulas", (objects) => {
    const sheet = sheetIn(objects);
    sheet.load("name");
    const range = objects.range(sheetId, area);
    range.load("formulas");
    return () => ({ name: sheet.name, formulas: range.formulas as unknown[][] });
  });
  const usedArea = askUsedArea(ask, sheetIn);
  const charts = askCharts(ask, sheetIn);
  await ask.answer(context);
  const { name, formulas } = cells();
  const alone = isWithin(usedArea() ?? area, area) && charts()?.length === 0;
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
    const shown = changed.slice(0, 5);
    return failed({ name: "changed-inside", sheet: name, block: "", count: changed.length, cells: shown });
  }
  const steps = before.sheet
    ? await stepsBack(context, written)
    : alone
      ? deleteSheet(sheetId)
      : emptied(sheetId, area);
  // For cells on a sheet made for them: as if the sheet had existed.
  const onSheet = { ...target, sheet: sheetId };
  delete onSheet.newSheet;
  const result = await transaction(context, {
    steps: () => steps,
    async putBack(newContext) {
      // The place as it was before the insertion, then the insertion.
      if (before.sheet) await restore(newContext, written);
      await send(newContext, stepsFor(plan, onSheet));
    },
    grouped: false,
    progress: {},
    timeoutMs,
    sheet: name,
    newSheet: false,
  });
  if (!result.ok) return failed(result.problem);
  const text = sayWithout(removedText(name, a1(area)), result.leftOut);
  return { ok: true, done: { sheet: name, address: "", text } };
}

function emptied(sheetId: string, area: Area): readonly Step[] {
  const add = stepsOn(sheetId);
  addClear(add, area);
  return add.steps;
}
