/* eslint-disable office-addins/load-object-before-read --
   the rule sees a load with "area" in mind; the address is what is loaded and read. */
import { readSettings } from "../functions/settings";
import type { CheckingActions, CompareScope, Problem } from "../report/actions";
import { citedSources, placeBelow } from "../report/citations";
import { compareCells } from "../report/comparability/comparability";
import type { SheetCells } from "../report/comparability/cells";
import { a1, parseA1 } from "./address";
import { distrust, talk } from "./host";
import type { Context } from "./host";
import { problemOf } from "./refusal";
import { queueSheet, readSheets } from "./sheetCells";

/** The comparability check, and the sources of what is selected. Neither changes anything. */
export function checkingActions(patience: number): CheckingActions {
  return {
    compare: (scope) => asked(patience, (context) => compare(context, scope)),
    cited: () => asked(patience, cited),
  };
}

type Answer<T> = ({ ok: true } & T) | { ok: false; problem: Problem };

/** Asks; a host that claims a set and lacks one of its members is asked once more without. */
async function asked<T>(patience: number, ask: (context: Context) => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, ...(await talk(patience, ask)) };
  } catch (error) {
    const problem = problemOf(error, { sheet: "", newSheet: false });
    const lacking = problem.name === "not-supported" && distrust(problem.needs);
    return lacking ? asked(patience, ask) : { ok: false, problem };
  }
}

async function compare(context: Context, scope: CompareScope) {
  return { mixes: compareCells(await readSheets(context, scope), readSettings()) };
}

async function cited(context: Context) {
  const selected = context.workbook.getSelectedRange();
  selected.load("address");
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("name");
  const finish = queueSheet(sheet);
  await context.sync();
  const cells: SheetCells = finish();
  const area = parseA1(selected.address)?.area ?? [0, 0, 1, 1];
  return {
    cited: {
      ...citedSources(cells, area, readSettings()),
      sheet: cells.sheet,
      address: a1(area),
      below: (rows: number) => a1([...placeBelow(cells, area, rows), 1, 1]),
    },
  };
}
