import { can } from "./capabilities";
import { NoAnswer } from "./errors";

/** A request context that gives up when no answer comes. */
export interface Context {
  readonly workbook: Excel.Workbook;
  /** One message to Excel with all that was queued. Rejects with `NoAnswer` after `patience`. */
  sync(): Promise<void>;
}

/**
 * Runs `work` on a new context, outside any undo group: reading must not be grouped, and Excel deletes no sheet inside
 * a group. `Excel.run` would track every range and send a third message to let go of them.
 *
 * @param patience milliseconds after which an answer counts as lost
 */
export function runInContext<T>(patience: number, work: (context: Context) => Promise<T>): Promise<T> {
  return work(patient(new Excel.RequestContext(), patience));
}

/**
 * Module state: Excel has said in this session that something cannot be undone in a group (UndoNotSupported), as it does for
 * some members on the web (Microsoft's page "Undo capabilities with the Excel JavaScript API").
 */
let ungrouped = false;

/** Whether a writing may become one undo step. */
export const mayGroup = (): boolean => can("undoGroup") && !ungrouped;

/** From now on nothing is grouped, until the page is loaded again. */
export function stopGrouping(): void {
  ungrouped = true;
}

/** Resets this state, as loading the page does. */
export function mayGroupAgain(): void {
  ungrouped = false;
}

/** Runs a writing as one undo step. Only where `groups()` says so; never for reading, previews and events. */
export function runInUndoGroup<T>(patience: number, work: (context: Context) => Promise<T>): Promise<T> {
  return Excel.run({ mergeUndoGroup: true }, (context) => work(patient(context, patience)));
}

/** Module state: the listener for messages that Excel refused. */
let refusalListener: ((error: unknown) => void) | undefined;

/**
 * Sets the listener for every message that Excel refuses from now on, even if it is sent again. Undefined: none.
 */
export function onRefusal(listener: ((error: unknown) => void) | undefined): void {
  refusalListener = listener;
}

function patient(context: Excel.RequestContext, patience: number): Context {
  return {
    workbook: context.workbook,
    async sync() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const noAnswer = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new NoAnswer(`No answer in ${patience} ms.`)), patience);
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
