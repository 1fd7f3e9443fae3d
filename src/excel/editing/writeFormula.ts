/* eslint-disable office-addins/call-sync-before-read --
   the rule looks for the sync between load and reading in the text; here each question returns the function that reads. */

import type { BuildingActions } from "../../workbook/api";
import type { Outcome } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { questions } from "../reading/questions";
import { selection } from "../reading/selection";
import { askProtection } from "../reading/sheetQuestions";
import { send } from "../session/batch";
import type { BatchObjects, Step } from "../session/batchObjects";
import { can, isReadOnly } from "../session/capabilities";
import { plainText } from "../session/cellText";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { codeOf, failed, problemOf } from "../session/errors";
import { sayWithout } from "../session/parts";
import type { Part } from "../session/parts";
import { dataDate, dataDateKeys, setDataDate, setting } from "../session/settings";
import { transaction } from "../session/transaction";
import { readValues } from "./readValues";

/** The formula builder's actions, and undoing them. */
interface FormulaActions extends BuildingActions {
  /** Restores a cell; undefined for a handle that is not ours. */
  putBack(block: string): Promise<Outcome> | undefined;
}

/** A cell to write to, and its expected content. */
interface Writing {
  sheet: string;
  address: string;
  formula: string;
  expected: string;
  format?: string | undefined;
}

/** A cell as it was read. */
interface CellNow {
  formula: unknown;
  format: string;
}

/**
 * The actions that read and write single formulas for the formula builder. `timeoutMs` is how long to wait for Excel.
 * What was written is remembered while the page is open, so that it can be undone.
 */
export function formulaActions({ timeoutMs }: { readonly timeoutMs: number }): FormulaActions {
  const written = new Map<string, Writing>();

  async function write(job: Writing, back = false): Promise<Outcome> {
    if (isReadOnly()) return failed({ name: "read-only" });
    const { sheet, address } = job;
    try {
      const result = await runInContext(timeoutMs, (context) => writeCell(context, job, back, timeoutMs));
      if (!result.ok) return failed(result.problem);
      const text = sayWithout(texts[back ? "back" : "written"](sheet, address), result.leftOut);
      if (back) return { ok: true, done: { sheet, address, text } };
      const block = `formula ${written.size + 1}`;
      written.set(block, result.undo);
      return { ok: true, done: { sheet, address, block, formula: result.undo.expected, text } };
    } catch (error) {
      return failed(problemFrom(error, job, false));
    }
  }

  return {
    writeFormula: (sheet, address, formula, expected, format) =>
      write({ sheet, address, formula, expected, format }),
    putBack(block) {
      const job = written.get(block);
      return job && write(job, true);
    },
    async readValues(sheet, references) {
      try {
        return {
          ok: true,
          values: await runInContext(timeoutMs, (context) => readValues(context, sheet, references)),
        };
      } catch (error) {
        return failed(problemFrom(error, { sheet, address: references.join(", ") }, false));
      }
    },
    selection: () => selection(timeoutMs),
  };
}

const texts = {
  written: (sheet: string, address: string) => ({
    en: `Written to ${address} on “${sheet}”.`,
    zh: `已写入“${sheet}”的${address}。`,
  }),
  back: (sheet: string, address: string) => ({
    en: `${address} on “${sheet}” is as it was.`,
    zh: `“${sheet}”的${address}已恢复原样。`,
  }),
};

/** A written cell: how to undo that, and the parts that were left out; or why it was not written. */
type CellResult = { ok: true; undo: Writing; leftOut: ReadonlySet<Part> } | { ok: false; problem: Problem };

/** Writes a cell in a transaction. `back`: whether it is to be as before, with the format that it had. */
async function writeCell(
  context: Context,
  job: Writing,
  back: boolean,
  timeoutMs: number,
): Promise<CellResult> {
  const before = await readCell(context, job);
  if ("name" in before) return { ok: false, problem: before };
  // Functions read the data date while they answer, so it must be set before the workbook's first formula.
  const dated = !back && job.expected === "" && setting("ECOM.asof") === undefined;
  const free = back || before.format === "General";
  const format = free ? job.format : undefined;
  const now: { formula?: string } = {};
  const { sheet, formula } = job;
  const result = await transaction(context, {
    steps: () => [...setSteps(job, { formula, format }), readBackStep(job, now)],
    putBack: (newContext) => putCellBack(newContext, job, before),
    settings: {
      keys: dataDateKeys,
      before: () => void (dated && setDataDate(dataDate())),
      saving: () => (dated ? "must" : "not"),
    },
    grouped: true,
    progress: {},
    timeoutMs,
    sheet,
    newSheet: false,
    problem: (error) => problemFrom(error, job, true),
  });
  if (!result.ok) return result;
  const undo = {
    ...job,
    formula: plainText(before.formula),
    expected: now.formula ?? formula,
    format: format === undefined ? undefined : before.format,
  };
  return { ok: true, undo, leftOut: result.leftOut };
}

const first = (values: unknown): unknown => (values as unknown[][])[0]?.[0];

/** Reads the cell, or gives the reason why it cannot be written. */
async function readCell(context: Context, job: Writing): Promise<CellNow | Problem> {
  const { sheet, address, expected } = job;
  const ask = questions();
  const cell = (objects: BatchObjects) => objects.once("cell", () => objects.sheet(sheet).getRange(address));
  const formulas = ask.must("Range.formulas", (objects) => {
    const range = cell(objects);
    range.load("formulas,address");
    return () => ({ formula: first(range.formulas), address: range.address });
  });
  const format = ask.may("Range.numberFormat", "", (objects) => {
    const range = cell(objects);
    range.load("numberFormat");
    return () => String(first(range.numberFormat));
  });
  const locked = ask.may<boolean | null>("FormatProtection.locked", true, (objects) => {
    const { protection } = cell(objects).format;
    protection.load("locked");
    return () => protection.locked;
  });
  const isProtected = askProtection(ask, (objects) => objects.sheet(sheet));
  const parent = can("spills")
    ? ask.may<{ address: string; formula: string } | undefined>(
        "Range.getSpillParentOrNullObject",
        undefined,
        (objects) => {
          const spillParent = cell(objects).getSpillParentOrNullObject();
          spillParent.load("address,formulas");
          return () =>
            spillParent.isNullObject
              ? undefined
              : { address: spillParent.address, formula: String(first(spillParent.formulas)) };
        },
      )
    : () => undefined;
  await ask.answer(context);
  if (isProtected() && locked() !== false) return { name: "sheet-protected", sheet };
  const inTheWay = (text: string): Problem => ({
    name: "filled-cells",
    sheet,
    address,
    count: 1,
    cells: [{ address, text }],
  });
  const now = formulas();
  const spilling = parent();
  if (spilling && spilling.address !== now.address) return inTheWay(spilling.formula);
  const text = plainText(now.formula);
  if (text !== expected)
    return expected === "" ? inTheWay(text) : { name: "cell-changed", sheet, address, text };
  // A protected sheet forbids changing formats, even of unlocked cells.
  return { formula: now.formula, format: isProtected() ? "" : format() };
}

/** Steps that write a cell. The format comes first: otherwise Excel guesses one from the value. */
function setSteps(
  job: Writing,
  { formula, format }: { formula: unknown; format: string | undefined },
): Step[] {
  const { sheet, address } = job;
  const cell = (objects: BatchObjects) => objects.once("cell", () => objects.sheet(sheet).getRange(address));
  const formatted: Step[] =
    format === undefined || format === ""
      ? []
      : [
          {
            part: "number formats",
            what: "Range.numberFormat",
            bytes: 300,
            run: (objects) => (cell(objects).numberFormat = [[format]]),
          },
        ];
  return [
    ...formatted,
    {
      part: "cells",
      what: "Range.formulas",
      bytes: 300 + String(formula).length * 2,
      run: (objects) => (cell(objects).formulas = [[formula]]),
    },
  ];
}

/** Reads the formula as Excel stores it. */
function readBackStep({ sheet, address }: Writing, now: { formula?: string }): Step {
  return {
    part: "view",
    what: "ask Range.formulas, after writing",
    bytes: 200,
    harmless: true,
    run(objects) {
      const range = objects.once("cell", () => objects.sheet(sheet).getRange(address));
      range.load("formulas");
      objects.answered(() => (now.formula = plainText(first(range.formulas))));
    },
  };
}

/** After a failure: reads the cell, and undoes what was written. */
async function putCellBack(context: Context, job: Writing, before: CellNow): Promise<void> {
  const now = await readCell(context, { ...job, expected: plainText(before.formula) });
  const same = !("name" in now) && now.formula === before.formula && now.format === before.format;
  if (!same) await send(context, setSteps(job, before));
}

/**
 * The problem for an error.
 * @param wrote whether writing was tried: then an invalid argument is the formula, else the address
 */
function problemFrom(
  error: unknown,
  { sheet, address }: Pick<Writing, "sheet" | "address">,
  wrote: boolean,
): Problem {
  const code = codeOf(error);
  if (code === "ItemNotFound") return { name: "sheet-gone", sheet };
  if (code === "InvalidArgument")
    return wrote ? { name: "bad-formula" } : { name: "bad-address", given: address };
  return problemOf(error, { sheet, newSheet: false });
}
