import type { Actions } from "../../workbook/api";
import type { Outcome, Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import type { NoticeButton, State } from "../state";
import type { Store } from "../store";
import { failedNotice, notYet } from "./notices";

/** How one action on the workbook is run. */
interface RunOptions {
  /** Buttons for a problem: ways round it. Default: none. */
  wayRound?: (problem: Problem) => readonly NoticeButton[];
  /** Whether the person may stop it. Default: no. */
  cancellable?: boolean;
}

/** Runs actions on a workbook that may not be there yet, one at a time, and shows progress and failures. */
export interface Runner {
  /**
   * Runs one action: shows progress while it lasts, and a notice if it fails. While one runs, a second one is refused.
   * @returns how it ended; undefined where it could not run or ended in a fault of ours
   */
  run(
    action: (workbook: Actions, progress: Progress) => Promise<Outcome>,
    options?: RunOptions,
  ): Promise<Outcome | undefined>;
  /** Asks something that takes a while; the answer goes into the state, a problem into the notice. */
  ask<T>(
    question: (workbook: Actions) => Promise<({ ok: true } & T) | { ok: false; problem: Problem }>,
    take: (answer: T) => Partial<State>,
  ): Promise<void>;
}

/**
 * @param actions gives the workbook's actions, undefined while Excel has not answered
 * @param after what follows an action that succeeded, and one that failed
 */
export function createRunner(
  store: Store<State>,
  actions: () => Actions | undefined,
  after: { succeeded(): Promise<void>; failed(problem: Problem): Promise<void> },
): Runner {
  const runner: Runner = {
    async run(action, { wayRound = () => [], cancellable = false } = {}) {
      const workbook = actions();
      if (!workbook) {
        store.set({ notice: notYet(store.get().connection) });
        return undefined;
      }
      if (store.get().busy) {
        store.set({ notice: failedNotice({ name: "busy" }) });
        return undefined;
      }
      const aborter = new AbortController();
      const cancel = cancellable ? () => aborter.abort() : undefined;
      store.set({ busy: { part: undefined, cancel }, notice: undefined });
      try {
        const outcome = await action(workbook, {
          onProgress: (part) => store.set({ busy: { part, cancel } }),
          signal: aborter.signal,
        });
        store.set({ busy: undefined, settings: workbook.settings() });
        if (outcome.ok) await after.succeeded();
        else {
          store.set({ notice: failedNotice(outcome.problem, wayRound(outcome.problem)) });
          await after.failed(outcome.problem);
        }
        return outcome;
      } catch (error) {
        // Actions return failures as values, so anything thrown is a bug, and is shown as one.
        const detail = error instanceof Error ? error.message : String(error);
        store.set({
          busy: undefined,
          notice: { kind: "failed", text: (words) => words.unexpected(detail), buttons: [] },
        });
        return undefined;
      }
    },

    async ask(question, take) {
      await runner.run(async (workbook) => {
        const answer = await question(workbook);
        if (!answer.ok) return answer;
        store.set(take(answer));
        return { ok: true, done: { sheet: "", address: "", text: { en: "", zh: "" } } };
      });
    },
  };
  return runner;
}
