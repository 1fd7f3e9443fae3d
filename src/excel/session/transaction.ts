import type { Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import { withoutRefused, send, UnknownStepRefused } from "./batch";
import type { Sending } from "./batch";
import type { Step } from "./batchObjects";
import { stopGrouping, mayGroup, runInContext, runInUndoGroup } from "./context";
import type { Context } from "./context";
import { outcomeAfterFailure, Cancelled, codeOf, NotSaved, problemOf, undoNotSupported } from "./errors";
import type { Part } from "./parts";
import { sendPartByPart } from "./refusals";
import { remember, save } from "./settings";

/** Whether to save document settings: "must" fails if Excel does not. */
export type Saving = "must" | "if possible" | "not";

/** The steps that change a workbook, and how to undo them. */
interface Transaction {
  /** Makes the steps, again for each try. */
  steps: (leftOut: ReadonlySet<Part>) => readonly Step[];
  late?: Sending["late"];
  /** Restores what was read before, in the parts that may have been changed. Throws what Office.js throws. */
  putBack: (context: Context, touched: ReadonlySet<Part>) => Promise<void>;
  /**
   * The document settings that change too: their keys, what sets them before and after the writing, and whether they
   * must be saved.
   */
  settings?: {
    keys: readonly string[];
    before?: () => void;
    after?: () => void;
    /** Asked at the end. Default: "must". */
    saving?: () => Saving;
  };
  /** Whether it may be one undo step; not if sheets are deleted. */
  grouped: boolean;
  progress: Progress;
  /** The progress at the first message, 0 to 1. */
  from?: number;
  timeoutMs: number;
  /** The sheet that a problem names, and whether one is made or deleted. */
  sheet: string;
  newSheet: boolean;
  /** Translates an error that has another meaning here. */
  problem?: (error: unknown) => Problem;
}

/** The parts that were left out, or the problem after everything was undone. */
export type TransactionResult = { ok: true; leftOut: ReadonlySet<Part> } | { ok: false; problem: Problem };

/** Members that Excel on the web cannot undo in a group (see `stopGrouping`): there the other way is used. */
const notInGroups: ReadonlySet<string> = new Set(["NamedItem.comment"]);

/**
 * Sends the steps, in one message if nothing is refused and everything fits. Afterwards either everything essential
 * is written, without dressing that Excel refused; or everything is restored and the problem says why: something
 * essential was refused, the connection was lost, a cell is being edited, the user cancelled, or settings could not
 * be saved.
 */
export async function transaction(context: Context, work: Transaction): Promise<TransactionResult> {
  const { settings, progress, timeoutMs, sheet, newSheet } = work;
  const putBackSettings = remember(settings?.keys ?? []);
  settings?.before?.();
  const grouped = work.grouped && mayGroup();
  const touched = new Set<Part>();
  const { from = 0 } = work;
  let messages = 0;
  const write = (inContext: Context): Promise<Set<Part>> => {
    const avoid = grouped ? notInGroups : new Set<string>();
    const { leftOut } = withoutRefused(work.steps(new Set()), avoid);
    return send(inContext, work.steps(leftOut), {
      avoid,
      touched,
      ...(work.late ? { late: work.late } : {}),
      before(part) {
        if (progress.signal?.aborted) throw new Cancelled();
        progress.onProgress?.(from + (1 - from) * part);
        messages += 1;
      },
    });
  };
  try {
    const leftOut = grouped ? await runInUndoGroup(timeoutMs, write) : await write(context);
    settings?.after?.();
    const saving = settings ? (settings.saving?.() ?? "must") : "not";
    if (saving !== "not" && !(await save(timeoutMs)) && saving === "must") throw new NotSaved();
    progress.onProgress?.(1);
    return { ok: true, leftOut };
  } catch (error) {
    putBackSettings();
    const unplaced = error instanceof UnknownStepRefused;
    const cause = unplaced ? error.reason : error;
    const ungrouped = grouped && codeOf(cause) === undoNotSupported;
    const problem = (work.problem ?? ((thrown) => problemOf(thrown, { sheet, newSheet })))(cause);
    // Nothing was changed yet.
    if (messages === 0 || touched.size === 0) return again() ?? { ok: false, problem };
    const outcome = await outcomeAfterFailure(
      cause,
      problem,
      { sheet, begun: messages > 1 || error instanceof NotSaved },
      () => runInContext(timeoutMs, (apart) => work.putBack(apart, touched)),
    );
    const tries = outcome === problem ? again() : undefined;
    return tries ?? { ok: false, problem: outcome };

    function again(): Promise<TransactionResult> | undefined {
      if (ungrouped) stopGrouping();
      else if (unplaced) sendPartByPart();
      else return undefined;
      return transaction(context, work);
    }
  }
}
