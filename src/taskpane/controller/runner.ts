import type { Actions } from "../../workbook/api";
import type { Outcome, Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import type { NoticeButton, State } from "../state";
import type { Store } from "../store";
import { failedNotice, notYet } from "./notices";

/** Options of an action. */
interface RunOptions {
  /** Gives buttons for a problem. Default: none. */
  wayRound?: (problem: Problem) => readonly NoticeButton[];
  /** Whether the user may cancel it. Default: no. */
  cancellable?: boolean;
}

/** Runs actions on a workbook that may not be connected yet, one at a time, and shows progress and failures. */
export interface Runner {
  /**
   * Runs one action, shows its progress, and a message if it fails. A second action at the same time is refused.
   * @returns undefined if it could not run or threw
   */
  run(
    action: (workbook: Actions, progress: Progress) => Promise<Outcome>,
    options?: RunOptions,
  ): Promise<Outcome | undefined>;
  /** Asks a longer question; the answer goes into the state, a problem into the message. */
  ask<T>(
    question: (workbook: Actions) => Promise<({ ok: true } & T) | { ok: false; problem: Problem }>,
    take: (answer: T) => Partial<State>,
  ): Promise<void>;
}

/**
 * Makes a runner.
 * @param actions gives the workbook's actions, undefined while Excel has not answered
 * @param after called after an action that succeeded or failed
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
        // Actions return failures as values, so an exception is a bug, and is shown as one.
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
