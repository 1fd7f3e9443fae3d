import { dataset } from "../dataset";
import type { Actions } from "../workbook/api";
import type { Cell, Plan } from "../sheets/plan";
import type { Preview } from "../workbook/outcome";
import { a1 } from "../workbook/a1";
import { findBlocks } from "./reading/listBlocks";
import { frozenHandle } from "./reading/blockRecord";
import { formulaActions } from "./editing/writeFormula";
import { checkingActions } from "./reading/checkingActions";
import { mayGroupAgain, runInContext } from "./session/context";
import { forgetRefusals } from "./session/refusals";
import { insert } from "./inserting/insert";
import { adaptPlan } from "./inserting/adaptPlan";
import type { Written } from "./inserting/job";
import { resolvePlace } from "./inserting/resolvePlace";
import { mendingActions } from "./repairing/mendingActions";
import { codeOf, problemOf } from "./session/errors";
import { removeBlock } from "./inserting/remove";
import { removeCells } from "./inserting/takeBack";
import { watchSelection } from "./reading/selection";
import { ownDataActions } from "./editing/useTable";
import { saveSetting } from "./editing/saveSetting";
import { workbookSettings } from "./session/settings";
import { thaw } from "./freezing/thaw";

/** How the actions are to behave; the defaults are for people. */
export interface ActionOptions {
  /** Milliseconds to wait for an answer of Excel before the connection counts as lost. */
  patience?: number;
}

/** As much of a plan as a preview shows. */
const shown = { rows: 8, columns: 6 };

/** What can be done to the open workbook. Every failure comes back as a problem; nothing throws. */
export function createActions({ patience = 60_000 }: ActionOptions = {}): Actions {
  // A session begins: this Excel has refused nothing yet.
  forgetRefusals();
  mayGroupAgain();
  const cells = new Map<string, Written>();
  let next = 1;
  const { putBack, ...formulas } = formulaActions({ patience });

  return {
    insert: (insertion, place, language, progress = {}) =>
      insert({
        insertion,
        place,
        language,
        progress,
        patience,
        keep(written) {
          const id = `cells ${next}`;
          next += 1;
          cells.set(id, written);
          return id;
        },
      }),

    async preview(insertion, place, language) {
      const plan = adaptPlan(insertion, language);
      if (!plan.ok) return { ok: false, problem: { name: "no-figure", reason: plan.reason } };
      try {
        const looked = await runInContext(patience, (context) =>
          resolvePlace(
            context,
            insertion,
            place,
            plan.value,
            { language, version: dataset.version, replaceChanges: true },
            { preview: true },
          ),
        );
        if ("problem" in looked) return { ok: false, problem: looked.problem };
        const { decision } = looked;
        if (decision.kind === "problem") return { ok: false, problem: decision.problem };
        const newSheet = decision.kind === "new-sheet";
        const at =
          decision.kind === "update"
            ? ([decision.old[0], decision.old[1]] as const)
            : "sheet" in decision
              ? decision.sheet.at
              : ([0, 0] as const);
        const updates = decision.kind === "update" || decision.kind === "same";
        const sheet = newSheet ? decision.name : "sheet" in decision ? decision.sheet.name : "";
        return {
          ok: true,
          preview: { ...pictureOf(plan.value), sheet, address: addressOf(plan.value, at), updates, newSheet },
        };
      } catch (error) {
        return { ok: false, problem: problemOf(error, { sheet: "", newSheet: false }) };
      }
    },

    async remove(block) {
      if (block.startsWith(frozenHandle)) {
        return thaw({ records: block.slice(frozenHandle.length).split(" ") }, {}, patience);
      }
      const written = cells.get(block);
      if (!written) return putBack(block) ?? removeBlock(block, patience);
      const outcome = await removeCells(written, patience);
      if (outcome.ok) cells.delete(block);
      return outcome;
    },

    async goTo(sheet, address) {
      try {
        await runInContext(patience, async (context) => {
          const target = context.workbook.worksheets.getItem(sheet);
          target.activate();
          target.getRange(address).select();
          await context.sync();
        });
        return {
          ok: true,
          done: { sheet, address, text: { en: `${sheet}, ${address}`, zh: `${sheet}，${address}` } },
        };
      } catch (error) {
        const gone = codeOf(error) === "ItemNotFound";
        return {
          ok: false,
          problem: gone ? { name: "sheet-gone", sheet } : problemOf(error, { sheet, newSheet: false }),
        };
      }
    },

    onSelection: (listener) => watchSelection(listener, patience),
    saveSetting: (key, value) => saveSetting(key, value, patience),
    settings: workbookSettings,
    blocks: () => findBlocks(patience),
    ...formulas,
    ...mendingActions({ patience }),
    ...checkingActions(patience),
    ...ownDataActions(patience),
  };
}

const addressOf = (plan: Plan, at: readonly [number, number]): string =>
  a1([0, 0, plan.rows, plan.columns], at);

function pictureOf(plan: Plan): Omit<Preview, "sheet" | "address" | "updates" | "newSheet"> {
  const rows = Math.min(plan.rows, shown.rows);
  const columns = Math.min(plan.columns, shown.columns);
  const texts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""));
  for (const { at, rows: values } of plan.cells) {
    values.forEach((row, r) => {
      row.forEach((cell, c) => {
        const line = texts[at[0] + r];
        if (line && at[1] + c < columns) line[at[1] + c] = textOf(cell);
      });
    });
  }
  return {
    cells: texts,
    rows: plan.rows,
    columns: plan.columns,
    charts: plan.charts.length,
    tables: plan.tables.length,
  };
}

function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  return "formula" in cell ? cell.formula : "…";
}
