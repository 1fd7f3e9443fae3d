import { a1, can, talk } from "../excel";
import { ecomFunctions } from "../functions";
import { functionTexts } from "../functions/catalogue/functionTexts";
import { formula } from "../functions/formula/printCall";
import type { Actions } from "../workbook/api";
import type { Difference } from "../workbook/selfTest";
import { agrees, expectedAnswer } from "./answers";
import type { ExpectedAnswer } from "./answers";
import { compared, difference } from "./differences";
import { lacking } from "./lacking";
import type { Check, CheckResult } from "./run";
import { settled } from "./settled";

type FunctionId = keyof typeof ecomFunctions;

/** A function in a cell, and its expected answer. */
interface Placed {
  id: FunctionId;
  formula: string;
  /** Counted from 0; all are in the first column. */
  row: number;
  expected: ExpectedAnswer;
}

/** What the checks of functions need. */
interface FunctionsTest {
  sheet: string;
  timeoutMs: number;
  /** How long functions may take to answer, in milliseconds. */
  answering: number;
  actions: Actions;
}

/** The functions below each other, with room for their answers. */
function placed(): Placed[] {
  let row = 0;
  return (Object.keys(ecomFunctions) as FunctionId[]).map((id) => {
    const args = functionTexts[id].examples[0]?.en ?? [];
    const expected = expectedAnswer(id, args);
    const check = { id, formula: formula(id, args), row, expected };
    row += 1 + ("rows" in expected ? expected.rows.length : 1);
    return check;
  });
}

/** Checks each function once in a cell, then freezes and thaws all. `mayFreeze`: whether freezing is tested too. */
export function functionChecks(test: FunctionsTest, mayFreeze: boolean): Check[] {
  const all = placed();
  let entered: Promise<void> | undefined;
  const enter = () => (entered ??= enterAll(test, all));
  const checks = all.map((check): Check => ({
    id: `function ${check.id}`,
    name: { en: `ECOM.${check.id}`, zh: `ECOM.${check.id}` },
    run: async () => {
      await enter();
      return checkFunction(test, check);
    },
  }));
  return [...checks, ...freezeChecks(test, all, mayFreeze, enter)];
}

function enterAll({ sheet, timeoutMs }: FunctionsTest, all: readonly Placed[]): Promise<void> {
  return talk(timeoutMs, async (context) => {
    const cells = context.workbook.worksheets.getItem(sheet);
    for (const { row, formula: text } of all) cells.getRange(a1([row, 0, 1, 1])).formulas = [[text]];
    await context.sync();
  });
}

/** Waits for a function's answer and compares it, cell by cell where it spills. */
async function checkFunction(test: FunctionsTest, { id, row, expected }: Placed): Promise<CheckResult> {
  if (id === "CARD" && !can("cards")) return { lacks: [lacking("cards")] };
  const rows = "rows" in expected ? expected.rows : [[]];
  const whole = can("spills");
  const area = [row, 0, whole ? rows.length : 1, whole ? Math.max(1, rows[0]?.length ?? 1) : 1] as const;
  const grid = await settled(test, test.sheet, a1(area));
  if (!grid) return { differences: [difference("not answered", a1([row, 0, 1, 1]), "an answer", "#BUSY!")] };
  if ("card" in expected)
    return { differences: compared("value", a1(area), expected.card, grid.text[0]?.[0]) };
  const differences = grid.values.flatMap((line, r) =>
    line.flatMap((value, c): Difference[] => {
      const wanted = expected.rows[r]?.[c];
      if (!wanted) return [];
      const where = a1([row + r, c, 1, 1]);
      if (!agrees(value, wanted)) {
        const spilled = r + c > 0 && value === "";
        return [difference(spilled ? "spill" : "value", where, wanted.value, value)];
      }
      // Numbers bring their formats only where cells can hold them.
      const bare = wanted.percent && can("cards") && !String(grid.text[r]?.[c] ?? "").includes("%");
      return bare ? [difference("format", where, "a percentage", grid.text[r]?.[c])] : [];
    }),
  );
  const more = rows.length > 1 || (rows[0]?.length ?? 1) > 1;
  return { differences, ...(more && !whole ? { lacks: [lacking("spills")] } : {}) };
}

/** The content of a sheet, for a comparison. */
interface Contents {
  formulas: unknown[][];
  text: string[][];
  numberFormat: string[][];
}

/** Freezes the sheet of functions and thaws it; `enter` writes the functions, if no check has. */
function freezeChecks(
  test: FunctionsTest,
  all: readonly Placed[],
  mayFreeze: boolean,
  enter: () => Promise<void>,
): Check[] {
  const { sheet, actions } = test;
  let before: Contents | undefined;
  let isFrozen = false;
  const cells = all.map(({ row }) => row);
  return [
    {
      id: "freeze",
      name: { en: "freezing", zh: "冻结" },
      async run() {
        if (!mayFreeze) return { notRun: "frozen-already" };
        if (!can("names")) return { lacks: [lacking("names")] };
        await enter();
        before = await readContents(test);
        const outcome = await actions.freeze("sheet", "en");
        if (!outcome.ok) return { problem: outcome.problem };
        if (outcome.done.sheet !== sheet) {
          // The user went to another sheet meanwhile: what was frozen there is thawed at once.
          if (outcome.done.block) await actions.remove(outcome.done.block, { changes: "replace" });
          return { notRun: "another-sheet" };
        }
        isFrozen = true;
        return { differences: compareFrozen(cells, before, await readContents(test)) };
      },
    },
    {
      id: "thaw",
      name: { en: "thawing", zh: "解冻" },
      async run() {
        if (!isFrozen || !before) return { notRun: "not-frozen" };
        await readContents(test);
        const outcome = await actions.thaw("sheet");
        if (!outcome.ok) return { problem: outcome.problem };
        isFrozen = false;
        return { differences: compareThawed(cells, before, await readContents(test)) };
      },
    },
  ];
}

/** Activates the test's sheet, as a user does before freezing it, and reads what it holds. */
function readContents({ sheet, timeoutMs }: FunctionsTest): Promise<Contents> {
  return talk(timeoutMs, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    const range = worksheet.getUsedRange();
    range.load("formulas,text,numberFormat");
    await context.sync();
    const { formulas, text, numberFormat } = range;
    return { formulas, text, numberFormat: numberFormat as string[][] };
  });
}

/** Compares thawed cells: the same formulas and formats as before freezing. `cells` are their rows. */
function compareThawed(cells: readonly number[], before: Contents, now: Contents): Difference[] {
  return cells.flatMap((row) => {
    const where = a1([row, 0, 1, 1]);
    return [
      ...compared("formula", where, before.formulas[row]?.[0], now.formulas[row]?.[0]),
      ...compared("format", where, before.numberFormat[row]?.[0], now.numberFormat[row]?.[0]),
    ];
  });
}

/** Compares frozen cells: the same values, and no formula. `cells` are their rows. */
function compareFrozen(cells: readonly number[], before: Contents, now: Contents): Difference[] {
  return cells.flatMap((row) => {
    const where = a1([row, 0, 1, 1]);
    const formulaRead = String(now.formulas[row]?.[0] ?? "");
    const shown = String(before.text[row]?.[0] ?? "");
    return [
      ...(formulaRead.startsWith("=") && /ECOM/i.test(formulaRead)
        ? [difference("formula", where, "none", formulaRead)]
        : []),
      ...compared("value", where, shown, String(now.text[row]?.[0] ?? "")),
    ];
  });
}
