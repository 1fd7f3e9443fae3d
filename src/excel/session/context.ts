import { can } from "./capabilities";
import { NoAnswer } from "./errors";

/** A conversation with Excel that ends by itself when no answer comes. */
export interface Context {
  readonly workbook: Excel.Workbook;
  /** One message to Excel with all that was queued. Rejects with `NoAnswer` after `patience`. */
  sync(): Promise<void>;
}

/**
 * Runs `work` on a context of its own, and in no undo group: what reads must not be grouped, and Excel deletes no sheet
 * inside of a group. `Excel.run` would track every range and send a third message to let go of them.
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

/** Whether what is written now becomes one undo step. */
export const mayGroup = (): boolean => can("undoGroup") && !ungrouped;

/** From now on nothing is grouped, until the page is reloaded. */
export function stopGrouping(): void {
  ungrouped = true;
}

/** Forgets it, as a page that is reloaded does. */
export function mayGroupAgain(): void {
  ungrouped = false;
}

/** Runs a writing as one undo step. Only where `groups()` says so; never for reading, previews and events. */
export function runInUndoGroup<T>(patience: number, work: (context: Context) => Promise<T>): Promise<T> {
  return Excel.run({ mergeUndoGroup: true }, (context) => work(patient(context, patience)));
}

/** Module state: who is told of messages that Excel refused. */
let refusalListener: ((error: unknown) => void) | undefined;

/** Tells of every message that Excel refuses from now on, whatever becomes of it. Undefined: nobody is told. */
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
