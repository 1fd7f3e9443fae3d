import type { Actions } from "../workbook/api";
import type { Outcome, Progress } from "../workbook/outcome";
import { findBlocks } from "./reading/listBlocks";
import { frozenHandle } from "./reading/blockRecord";
import { formulaActions } from "./editing/writeFormula";
import { checkingActions } from "./reading/checkingActions";
import { mayGroupAgain, runInContext } from "./session/context";
import { forgetRefusals } from "./session/refusals";
import { insert } from "./inserting/insert";
import type { Written } from "./inserting/job";
import { preview } from "./inserting/preview";
import { mendingActions } from "./repairing/mendingActions";
import { codeOf, problemOf } from "./session/errors";
import { removeBlock } from "./inserting/remove";
import type { Removed } from "./inserting/remove";
import { removeCells } from "./inserting/removeCells";
import { watchSelection } from "./reading/selection";
import { userTableActions } from "./editing/useTable";
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
  const { putBack, ...formulas } = formulaActions({ patience });
  return {
    ...insertingActions(patience, putBack),
    preview: (insertion, place, language) => preview(insertion, place, language, patience),
    goTo: (sheet, address, { show = false } = {}) => goTo(sheet, address, show, patience),
    onSelection: (listener) => watchSelection(listener, patience),
    saveSetting: (key, value) => saveSetting(key, value, patience),
    settings: workbookSettings,
    blocks: () => findBlocks(patience),
    ...formulas,
    ...mendingActions({ patience }),
    ...checkingActions(patience),
    ...userTableActions(patience),
  };
}

/**
 * Inserting, and taking back what was inserted, by the handles that this session gave out.
 * @param putBack takes back what was written into single cells; undefined where the handle is not one of those
 */
function insertingActions(
  patience: number,
  putBack: (handle: string) => Promise<Outcome> | undefined,
): Pick<Actions, "insert" | "remove"> {
  const cells = new Map<string, Written>();
  const acts = new Map<string, AnyAct>();
  let next = 1;
  const keep = <T>(kind: string, kept: Map<string, T>, what: T): string => {
    const handle = `${kind} ${next}`;
    next += 1;
    kept.set(handle, what);
    return handle;
  };
  const keepAct = (act: AnyAct): string => keep("act", acts, act);

  async function remove(block: string, { changes }: Pick<Progress, "changes"> = {}): Promise<Outcome> {
    const given = changes ? { changes } : {};
    if (block.startsWith(frozenHandle)) {
      return thaw({ records: block.slice(frozenHandle.length).split(" ") }, {}, patience);
    }
    const act = acts.get(block);
    if (act) {
      const outcome = await takeBackAct(act, given);
      if (outcome.ok) acts.delete(block);
      return outcome;
    }
    const written = cells.get(block);
    if (written) {
      const outcome = await removeCells(written, patience);
      if (outcome.ok) cells.delete(block);
      return outcome;
    }
    const keepRemoved = (removed: Removed) => keepAct({ kind: "removal", removed });
    return putBack(block) ?? removeBlock(block, { patience, ...given, keep: keepRemoved });
  }

  async function takeBackAct(act: AnyAct, given: Pick<Progress, "changes">): Promise<Outcome> {
    if (act.kind !== "shown") return takeBack(act, given, patience);
    const outcome = await remove(act.shown.block, given);
    return outcome.ok ? ((await hideAgain(act.shown, patience)) ?? outcome) : outcome;
  }

  return {
    insert: (insertion, place, language, progress = {}) =>
      insert({
        insertion,
        place,
        language,
        progress,
        patience,
        keep: (written) => keep("cells", cells, written),
        keepShown: (shown) => keepAct({ kind: "shown", shown }),
        keepUpdate: (written) => keepAct({ kind: "update", written }),
      }),
    remove,
  };
}

async function goTo(sheet: string, address: string, show: boolean, patience: number): Promise<Outcome> {
  try {
    await runInContext(patience, async (context) => {
      const target = context.workbook.worksheets.getItem(sheet);
      if (show) target.visibility = "Visible";
      target.activate();
      target.getRange(address).select();
      await context.sync();
    });
    const text = { en: `${sheet}, ${address}`, zh: `${sheet}，${address}` };
    return { ok: true, done: { sheet, address, text } };
  } catch (error) {
    const gone = codeOf(error) === "ItemNotFound";
    return {
      ok: false,
      problem: gone ? { name: "sheet-gone", sheet } : problemOf(error, { sheet, newSheet: show }),
    };
  }
}
