import type { Actions } from "../workbook/api";
import type { Outcome, Progress } from "../workbook/outcome";
import { findBlocks } from "./reading/listBlocks";
import { frozenHandle } from "./reading/blockRecord";
import { formulaActions } from "./editing/writeFormula";
import { checkingActions } from "./reading/checkingActions";
import { mayGroupAgain, runInContext } from "./session/context";
import { forgetRefusals } from "./session/refusals";
import { insert } from "./inserting/insert";
import type { Written } from "./inserting/insert";
import { preview } from "./inserting/preview";
import { mendingActions } from "./repairing/mendingActions";
import { codeOf, problemOf } from "./session/errors";
import { removeBlock } from "./inserting/remove";
import { removeCells } from "./inserting/removeCells";
import { watchSelection } from "./reading/selection";
import { ownDataActions } from "./editing/useTable";
import { saveSetting } from "./editing/saveSetting";
import { workbookSettings } from "./session/settings";
import { hideAgain, takeBack } from "./inserting/takeBack";
import type { AnyAct } from "./inserting/takeBack";
import { thaw } from "./freezing/thaw";

/** How the actions are to behave; the defaults are for people. */
export interface ActionOptions {
  /** Milliseconds to wait for an answer of Excel before the connection counts as lost. */
  patience?: number;
}

/** What can be done to the open workbook. Every failure comes back as a problem; nothing throws. */
export function createActions({ patience = 60_000 }: ActionOptions = {}): Actions {
  // A session begins: this Excel has refused nothing yet.
  forgetRefusals();
  mayGroupAgain();
  const cells = new Map<string, Written>();
  let next = 1;
  const { putBack, ...formulas } = formulaActions({ patience });
  const acts = new Map<string, AnyAct>();
  const keepAct = (act: AnyAct): string => {
    const id = `act ${next}`;
    next += 1;
    acts.set(id, act);
    return id;
  };

  async function remove(block: string, { changes }: Pick<Progress, "changes"> = {}): Promise<Outcome> {
    if (block.startsWith(frozenHandle)) {
      return thaw({ records: block.slice(frozenHandle.length).split(" ") }, {}, patience);
    }
    const written = cells.get(block);
    const act = acts.get(block);
    if (act?.kind === "shown") {
      const { shown } = act;
      const outcome = await remove(shown.block, changes ? { changes } : {});
      if (!outcome.ok) return outcome;
      acts.delete(block);
      return (await hideAgain(shown, patience)) ?? outcome;
    }
    if (act) {
      const outcome = await takeBack(act, { ...(changes ? { changes } : {}) }, patience);
      if (outcome.ok) acts.delete(block);
      return outcome;
    }
    if (!written)
      return (
        putBack(block) ??
        removeBlock(block, {
          patience,
          ...(changes ? { changes } : {}),
          keep: (removed) => keepAct({ kind: "removal", removed }),
        })
      );
    const outcome = await removeCells(written, patience);
    if (outcome.ok) cells.delete(block);
    return outcome;
  }

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
        keepShown: (shown) => keepAct({ kind: "shown", shown }),
        keepUpdate: (written) => keepAct({ kind: "update", written }),
      }),

    preview: (insertion, place, language) => preview(insertion, place, language, patience),

    remove,

    async goTo(sheet, address, { show = false } = {}) {
      try {
        await runInContext(patience, async (context) => {
          const target = context.workbook.worksheets.getItem(sheet);
          if (show) target.visibility = "Visible";
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
          problem: gone ? { name: "sheet-gone", sheet } : problemOf(error, { sheet, newSheet: show }),
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
