import type { Actions } from "../../workbook/api";
import type { Place } from "../../workbook/insertion";
import type { Problem } from "../../workbook/problem";
import { languageOf, type NoticeButton, type State } from "../state";
import type { Store } from "../store";
import type { Controller } from "./controller";
import { doneNotice, plainNotice } from "./notices";
import type { Runner } from "./runner";

type Inserting = Pick<Controller, "insert" | "preview" | "forgetPreview" | "update" | "remove">;

/** The controller's part that inserts, updates and removes. */
export function inserting(
  store: Store<State>,
  actions: () => Actions | undefined,
  { run }: Runner,
  controller: () => Controller,
): Inserting {
  /** Counts the questions about an insertion: only the last is answered. */
  let asked = 0;

  async function listAgain(): Promise<void> {
    if (store.get().tab === "sheets") await controller().refreshBlocks();
  }

  return {
    async insert(insertion, place, language = languageOf(store.get())) {
      async function attempt(to: Place, replaceChanges: boolean): Promise<void> {
        const outcome = await run(
          (workbook, progress) => workbook.insert(insertion, to, language, { ...progress, replaceChanges }),
          {
            wayRound: (problem) =>
              waysRound(problem, to, (next, replace) => void attempt(next, replace ?? false)),
            cancellable: true,
          },
        );
        if (!outcome?.ok) return;
        store.set({ notice: doneNotice(outcome, controller()) });
        await listAgain();
      }
      await attempt(place, false);
    },

    async preview(insertion, place, language) {
      const workbook = actions();
      asked += 1;
      const mine = asked;
      if (!workbook || store.get().busy) return;
      const answer = await workbook.preview(insertion, place, language);
      // What passes by itself is no obstacle to be shown beforehand: lines that come and go would move what is pressed.
      const passes =
        !answer.ok && /^(cell-edit|dialog-open|busy|host-lost|too-large)$/.test(answer.problem.name);
      if (mine === asked) store.set({ preview: passes ? undefined : answer });
    },

    forgetPreview() {
      asked += 1;
      store.set({ preview: undefined });
    },

    update: (block) =>
      controller().insert(block.insertion, { kind: "block", block: block.id }, block.language),

    async remove(block) {
      const outcome = await run((workbook) => workbook.remove(block));
      if (!outcome?.ok) return;
      const { text } = outcome.done;
      store.set({ notice: plainNotice((_words, language) => text[language]) });
      await listAgain();
    },
  };
}

/** Buttons that insert otherwise where a problem leaves a way. */
function waysRound(
  problem: Problem,
  to: Place,
  attempt: (next: Place, replace?: boolean) => void,
): readonly NoticeButton[] {
  const newSheet: NoticeButton = {
    label: (words) => words.onNewSheet,
    run: () => attempt({ kind: "new-sheet" }),
  };
  switch (problem.name) {
    case "filled-cells": {
      const { next } = problem;
      if (!next) return [newSheet];
      const there: NoticeButton = {
        label: (words) => words.insertAt(next.address),
        run: () => attempt({ kind: "at", ...next }),
      };
      return [there, newSheet];
    }
    case "changed-inside":
      return [{ label: (words) => words.replaceThem, run: () => attempt(to, true) }];
    case "workbook-protected":
      return [{ label: (words) => words.atSelection, run: () => attempt({ kind: "selection" }) }];
    case "sheet-protected":
    case "no-room":
      return to.kind === "selection" || to.kind === "at" ? [newSheet] : [];
    default:
      return [];
  }
}
