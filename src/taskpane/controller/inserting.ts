import type { Actions } from "../../workbook/api";
import type { Place } from "../../workbook/insertion";
import type { Outcome, Progress } from "../../workbook/outcome";
import type { Problem } from "../../workbook/problem";
import type { Messages } from "../messages";
import { languageOf, type NoticeButton, type State } from "../state";
import type { Store } from "../store";
import type { Controller } from "./controller";
import { doneNotice } from "./notices";
import type { Runner } from "./runner";

type Inserting = Pick<Controller, "insert" | "preview" | "forgetPreview" | "update" | "remove">;

/**
 * The part of the controller that inserts, updates and removes. `actions` are undefined until a workbook is
 * connected; `controller` is the whole, for the buttons of notices.
 */
export function inserting(
  store: Store<State>,
  actions: () => Actions | undefined,
  { run }: Runner,
  controller: () => Controller,
): Inserting {
  /** The number of the last question: earlier ones are not answered. */
  let lastQuestion = 0;

  /** Tells that an action is done, and lists the blocks again; does nothing for one that failed. */
  async function finish(outcome: Outcome | undefined): Promise<void> {
    if (!outcome?.ok) return;
    store.set({ notice: doneNotice(outcome, controller()) });
    if (store.get().tab === "sheets") await controller().refreshBlocks();
  }

  return {
    async insert(insertion, place, language = languageOf(store.get())) {
      async function attempt(to: Place, how: How = {}): Promise<void> {
        const outcome = await run(
          (workbook, progress) => workbook.insert(insertion, to, language, { ...progress, ...how }),
          {
            wayRound: (problem) => [
              ...shownCells(problem, controller()),
              ...waysRound(problem, to, (next, more) => void attempt(next, { ...how, ...more })),
            ],
            cancellable: true,
          },
        );
        await finish(outcome);
      }
      await attempt(place);
    },

    async preview(insertion, place, language) {
      const workbook = actions();
      lastQuestion += 1;
      const question = lastQuestion;
      if (!workbook || store.get().busy) return;
      const answer = await workbook.preview(insertion, place, language);
      // Obstacles that pass by themselves are not shown beforehand, because lines that come and go would move the
      // buttons.
      const passes =
        !answer.ok && /^(cell-edit|dialog-open|busy|host-lost|too-large)$/.test(answer.problem.name);
      if (question === lastQuestion) store.set({ preview: passes ? undefined : answer });
    },

    forgetPreview() {
      lastQuestion += 1;
      store.set({ preview: undefined });
    },

    update: (block) =>
      controller().insert(block.insertion, { kind: "block", block: block.id }, block.language),

    async remove(block) {
      async function attempt(changes?: Changes): Promise<void> {
        const outcome = await run((workbook) => workbook.remove(block, changes ? { changes } : {}), {
          wayRound: (problem) =>
            problem.name === "changed-inside"
              ? [
                  ...shownCells(problem, controller()),
                  { label: (words) => words.removeAnyway, run: () => void attempt("replace") },
                ]
              : [],
        });
        await finish(outcome);
      }
      await attempt();
    },
  };
}

type Changes = "keep" | "replace";
/** The user's choice after a question. */
type How = Pick<Progress, "changes" | "hidden">;

/** The most cells with a button of their own. */
const mostShown = 3;

/** Buttons that select changed cells. */
function shownCells(problem: Problem, { goTo }: Pick<Controller, "goTo">): readonly NoticeButton[] {
  if (problem.name !== "changed-inside") return [];
  const { sheet, cells } = problem;
  return cells
    .filter(({ address }) => address !== "")
    .slice(0, mostShown)
    .map(({ address }) => ({
      label: (words) => words.goToCell(address),
      run: () => void goTo(sheet, address),
    }));
}

/** Buttons that insert differently, where a problem allows it. */
function waysRound(
  problem: Problem,
  to: Place,
  attempt: (next: Place, how?: How) => void,
): readonly NoticeButton[] {
  const newSheet: NoticeButton = {
    label: (words) => words.onNewSheet,
    run: () => attempt({ kind: "new-sheet" }),
  };
  switch (problem.name) {
    case "filled-cells": {
      const { next } = problem;
      if (!next) return [newSheet];
      const insertBelow: NoticeButton = {
        label: (words) => words.insertAt(next.address),
        run: () => attempt({ kind: "at", ...next }),
      };
      return [insertBelow, newSheet];
    }
    case "changed-inside":
      return [
        ...(problem.unplaced
          ? []
          : [{ label: (words: Messages) => words.keepMine, run: () => attempt(to, { changes: "keep" }) }]),
        { label: (words) => words.replaceThem, run: () => attempt(to, { changes: "replace" }) },
      ];
    case "hidden-rows":
      return [
        { label: (words) => words.showAllRows, run: () => attempt(to, { hidden: "show" }) },
        ...(to.kind === "block" ? [] : [newSheet]),
      ];
    case "workbook-protected":
      return [{ label: (words) => words.atSelection, run: () => attempt({ kind: "selection" }) }];
    case "sheet-protected":
    case "no-room":
      return to.kind === "selection" || to.kind === "at" ? [newSheet] : [];
    default:
      return [];
  }
}
