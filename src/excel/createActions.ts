import type { Actions } from "../workbook/api";
import type { Outcome, Progress } from "../workbook/outcome";
import { saveSetting } from "./editing/saveSetting";
import { userTableActions } from "./editing/useTable";
import { formulaActions } from "./editing/writeFormula";
import { thaw } from "./freezing/thaw";
import { insert } from "./inserting/insert";
import type { WrittenBlock } from "./inserting/job";
import { preview } from "./inserting/preview";
import { removeBlock } from "./inserting/remove";
import type { Removed } from "./inserting/remove";
import { removeCells } from "./inserting/removeCells";
import { hideAgain, undoChange } from "./inserting/undo";
import type { Undoable } from "./inserting/undo";
import { frozenHandle } from "./reading/blockRecord";
import { checkingActions } from "./reading/checkingActions";
import { findBlocks } from "./reading/listBlocks";
import { watchSelection } from "./reading/selection";
import { mendingActions } from "./repairing/mendingActions";
import { mayGroupAgain, runInContext } from "./session/context";
import { codeOf, problemOf } from "./session/errors";
import { forgetRefusals } from "./session/refusals";
import { workbookSettings } from "./session/settings";

/** Options of the actions; the defaults are for users. */
interface ActionOptions {
  /** How long to wait for an answer of Excel before the connection counts as lost. Default 60,000. */
  timeoutMs?: number;
}

/** Makes the actions on the open workbook. Failures come back as problems; nothing throws. */
export function createActions({ timeoutMs = 60_000 }: ActionOptions = {}): Actions {
  // A new session: this Excel has refused nothing yet.
  forgetRefusals();
  mayGroupAgain();
  const { putBack, ...formulas } = formulaActions({ timeoutMs });
  return {
    ...insertingActions(timeoutMs, putBack),
    preview: (insertion, place, language) => preview(insertion, place, language, timeoutMs),
    goTo: (sheet, address, { show = false } = {}) => goTo(sheet, address, show, timeoutMs),
    onSelection: (listener) => watchSelection(listener, timeoutMs),
    saveSetting: (key, value) => saveSetting(key, value, timeoutMs),
    settings: workbookSettings,
    blocks: () => findBlocks(timeoutMs),
    ...formulas,
    ...mendingActions({ timeoutMs }),
    ...checkingActions(timeoutMs),
    ...userTableActions(timeoutMs),
  };
}

/**
 * The actions that insert, and that undo by the handles of this session.
 * @param putBack restores single cells; undefined for a handle of another kind
 */
function insertingActions(
  timeoutMs: number,
  putBack: (handle: string) => Promise<Outcome> | undefined,
): Pick<Actions, "insert" | "remove"> {
  const cells = new Map<string, WrittenBlock>();
  const undoables = new Map<string, Undoable>();
  let next = 1;
  const keep = <T>(kind: string, byId: Map<string, T>, remembered: T): string => {
    const handle = `${kind} ${next}`;
    next += 1;
    byId.set(handle, remembered);
    return handle;
  };
  const keepUndoable = (undoable: Undoable): string => keep("undoable", undoables, undoable);

  async function remove(block: string, { changes }: Pick<Progress, "changes"> = {}): Promise<Outcome> {
    const choice = changes ? { changes } : {};
    if (block.startsWith(frozenHandle)) {
      return thaw({ records: block.slice(frozenHandle.length).split(" ") }, {}, timeoutMs);
    }
    const undoable = undoables.get(block);
    if (undoable) {
      const outcome = await undo(undoable, choice);
      if (outcome.ok) undoables.delete(block);
      return outcome;
    }
    const written = cells.get(block);
    if (written) {
      const outcome = await removeCells(written, timeoutMs);
      if (outcome.ok) cells.delete(block);
      return outcome;
    }
    const keepRemoved = (removed: Removed) => keepUndoable({ kind: "removal", removed });
    return putBack(block) ?? removeBlock(block, { timeoutMs, ...choice, keep: keepRemoved });
  }

  async function undo(undoable: Undoable, choice: Pick<Progress, "changes">): Promise<Outcome> {
    if (undoable.kind !== "shown") return undoChange(undoable, choice, timeoutMs);
    const outcome = await remove(undoable.shown.block, choice);
    return outcome.ok ? ((await hideAgain(undoable.shown, timeoutMs)) ?? outcome) : outcome;
  }

  return {
    insert: (insertion, place, language, progress = {}) =>
      insert({
        insertion,
        place,
        language,
        progress,
        timeoutMs,
        keep: (written) => keep("cells", cells, written),
        keepShown: (shown) => keepUndoable({ kind: "shown", shown }),
        keepUpdate: (written) => keepUndoable({ kind: "update", written }),
      }),
    remove,
  };
}

/** Selects a cell; `show` makes a hidden sheet visible. */
async function goTo(sheet: string, address: string, show: boolean, timeoutMs: number): Promise<Outcome> {
  try {
    await runInContext(timeoutMs, async (context) => {
      const target = context.workbook.worksheets.getItem(sheet);
      if (show) target.visibility = "Visible";
      target.activate();
      target.getRange(address).select();
      await context.sync();
    });
    const text = { en: `${sheet}, ${address}`, zh: `${sheet}，${address}` };
    return { ok: true, done: { sheet, address, text } };
  } catch (error) {
    const sheetGone = codeOf(error) === "ItemNotFound";
    return {
      ok: false,
      problem: sheetGone ? { name: "sheet-gone", sheet } : problemOf(error, { sheet, newSheet: show }),
    };
  }
}
