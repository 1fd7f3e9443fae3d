import type { Outcome, Progress } from "../../workbook/outcome";
import { hiddenByHand } from "../reading/hiddenRows";
import { send } from "../session/batch";
import { isReadOnly } from "../session/capabilities";
import { runInContext } from "../session/context";
import { codeOf, failed, problemOf } from "../session/errors";
import { stepsOn } from "../session/stepsOn";
import type { UnhiddenRows, WrittenBlock } from "./job";
import type { Removed } from "./remove";
import { addHide, addResume } from "./steps/filters";
import { undoRemoval } from "./undoRemoval";
import { undoUpdate } from "./undoUpdate";

/** A change of a block that can be undone while the page is open. */
type BlockChange = { kind: "update"; written: WrittenBlock } | { kind: "removal"; removed: Removed };

/** What can be undone: a change of a block, or an insertion for which rows were unhidden. */
export type Undoable = BlockChange | { kind: "shown"; shown: UnhiddenRows };

/** Undoes an update or a removal: the block is as it was, with the user's changes. */
export async function undoChange(
  change: BlockChange,
  { changes }: Pick<Progress, "changes">,
  timeoutMs: number,
): Promise<Outcome> {
  if (isReadOnly()) return failed({ name: "read-only" });
  try {
    return await runInContext(timeoutMs, (context) =>
      change.kind === "update"
        ? undoUpdate(context, change.written, changes, timeoutMs)
        : undoRemoval(context, change.removed, timeoutMs),
    );
  } catch (error) {
    if (codeOf(error) === "ItemNotFound") return failed({ name: "block-gone" });
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}

/** Hides the rows again that were unhidden for a removed insertion; a problem if Excel refuses. */
export async function hideAgain(
  { sheetId, hidden }: UnhiddenRows,
  timeoutMs: number,
): Promise<Outcome | undefined> {
  const add = stepsOn(sheetId);
  addResume(add, hidden.filters);
  addHide(add, hiddenByHand(hidden));
  try {
    await runInContext(timeoutMs, (context) => send(context, add.steps));
    return undefined;
  } catch (error) {
    return failed(problemOf(error, { sheet: "", newSheet: false }));
  }
}
