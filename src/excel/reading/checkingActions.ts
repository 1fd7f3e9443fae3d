import { followWorkbook, readSettings } from "../../functions";
import { citedSources } from "../../review/citations/citations";
import { placeBelow } from "../../review/citations/placeBelow";
import { compareCells } from "../../review/comparability/comparability";
import { around, a1 } from "../../workbook/a1";
import type { CheckingActions } from "../../workbook/api";
import type { Problem } from "../../workbook/problem";
import { runInContext } from "../session/context";
import { problemOf } from "../session/errors";
import { areasText, readCells } from "./readCells";
import type { WorkbookCells } from "./readCells";

/** The actions that check comparability and list the selection's sources. Neither changes anything. */
export function checkingActions(timeoutMs: number): CheckingActions {
  return {
    compare: (scope) =>
      ask(timeoutMs, ({ sheets, active }) => ({
        mixes: compareCells(sheets, readSettings()).filter(
          ({ sheet }) => scope === "workbook" || sheet === active?.sheet,
        ),
      })),
    cited: () => ask(timeoutMs, (cells) => ({ cited: citedIn(cells) })),
  };
}

type Answer<T> = ({ ok: true } & T) | { ok: false; problem: Problem };

/** Reads the workbook and answers. */
async function ask<T>(timeoutMs: number, answer: (cells: WorkbookCells) => T): Promise<Answer<T>> {
  try {
    const cells = await runInContext(timeoutMs, readCells);
    followWorkbook();
    return { ok: true, ...answer(cells) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
  }
}

const noCells = { sheet: "", at: [0, 0], formulas: [], values: [] } as const;

function citedIn({ sheets, active = noCells, selection }: WorkbookCells) {
  const areas = selection.length > 0 ? selection : ([[0, 0, 1, 1]] as const);
  return {
    ...citedSources(sheets, active, areas, readSettings()),
    sheet: active.sheet,
    address: areasText(areas),
    below: (rows: number) => a1([...placeBelow(active, around(areas), rows), 1, 1]),
  };
}
