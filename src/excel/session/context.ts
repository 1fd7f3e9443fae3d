import { can } from "./capabilities";
import { NoAnswer } from "./errors";

/** A request context that gives up if no answer comes. */
export interface Context {
  readonly workbook: Excel.Workbook;
  /** Sends one message with everything that was queued. Rejects with `NoAnswer` after `timeoutMs`. */
  sync(): Promise<void>;
}

/**
 * Runs `work` on a new context, outside any undo group: reading must not be grouped, and Excel does not delete sheets
 * in a group. (`Excel.run` would track every range and send a third message to release them.)
 * @param timeoutMs how long to wait for an answer, in milliseconds
 */
export function runInContext<T>(timeoutMs: number, work: (context: Context) => Promise<T>): Promise<T> {
  return work(patient(new Excel.RequestContext(), timeoutMs));
}

/**
 * State of this module: Excel has refused to undo something in a group in this session (UndoNotSupported), as it does
 * for some members on the web (Microsoft's page "Undo capabilities with the Excel JavaScript API").
 */
let ungrouped = false;

/**
 * Whether writing may be one undo step. Not where the host lacks undo groups (ExcelApi 1.20), and no more once it
 * could not undo in one.
 */
export const mayGroup = (): boolean => can("undoGroup") && !ungrouped;

/**
 * Stops grouping until the page is loaded again. For hosts that cannot undo some member in a group: the transaction
 * is sent again without.
 */
export function stopGrouping(): void {
  ungrouped = true;
}

/** Resets this state, as loading the page does. For new actions, as the self-test makes them. */
export function mayGroupAgain(): void {
  ungrouped = false;
}

/** Runs writing as one undo step, if `mayGroup()`; never reading, previews and events. */
export function runInUndoGroup<T>(timeoutMs: number, work: (context: Context) => Promise<T>): Promise<T> {
  return Excel.run({ mergeUndoGroup: true }, (context) => work(patient(context, timeoutMs)));
}

/** State of this module: the listener for refused messages. */
let refusalListener: ((error: unknown) => void) | undefined;

/** Sets the listener for every refused message, even one that is sent again; undefined for none. */
export function onRefusal(listener: ((error: unknown) => void) | undefined): void {
  refusalListener = listener;
}

/** A context whose `sync` gives up after a time: Excel may never answer. */
function patient(context: Excel.RequestContext, timeoutMs: number): Context {
  return {
    workbook: context.workbook,
    async sync() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const noAnswer = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new NoAnswer(`No answer in ${timeoutMs} ms.`)), timeoutMs);
      });
      try {
        await Promise.race([context.sync(), noAnswer]);
      } catch (error) {
        refusalListener?.(error);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
