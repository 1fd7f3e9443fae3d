import type { Actions } from "../../workbook/api";
import type { Outcome } from "../../workbook/outcome";
import type { TestExcel } from "../../workbook/selfTest";
import type { State } from "../state";
import type { Store } from "../store";
import { checking } from "./checking";
import type { Controller } from "./controller";
import { inserting } from "./inserting";
import { doneNotice, failedNotice, plainNotice } from "./notices";
import { createRunner } from "./runner";
import { settingUp } from "./settingUp";
import { testing } from "./testing";

/**
 * Makes the controller of a pane whose workbook may not be connected yet.
 * @param actions gives the workbook's actions, undefined while Excel has not answered
 * @param copyText copies a text; false where that is not allowed
 * @param loadTest loads the self-test
 */
export function createController(
  store: Store<State>,
  actions: () => Actions | undefined,
  copyText: (text: string) => Promise<boolean>,
  loadTest: () => Promise<TestExcel> = () => Promise.reject(new Error("There is no self-test here.")),
): Controller {
  const runner = createRunner(store, actions, {
    succeeded: () => controller.follow(),
    async failed({ name }) {
      // A listed block may be gone, or an interrupted one new.
      if (/gone|lost|not-put-back/.test(name) && store.get().tab === "sheets")
        await controller.refreshBlocks();
    },
  });

  const tell = (outcome: Outcome | undefined) => {
    if (outcome?.ok) store.set({ notice: doneNotice(outcome, controller) });
  };

  const controller: Controller = {
    ...inserting(store, actions, runner, () => controller),
    ...checking(store, runner, tell),
    ...settingUp(store, runner, tell),
    ...testing(store, runner, loadTest),
    ...looking(store, actions),

    async goTo(sheet, address, show) {
      // Going to a cell needs no message, and keeps one with "Undo" or a question.
      const { notice } = store.get();
      const outcome = await runner.run((workbook) => workbook.goTo(sheet, address, show ? { show } : {}));
      if (outcome?.ok && notice && notice.buttons.length > 0) store.set({ notice });
    },

    async copy(text, doneText) {
      const copied = await copyText(text);
      store.set({
        notice: copied
          ? plainNotice(doneText)
          : { kind: "info", text: (words) => words.copyRefused, buttons: [], toCopy: text },
      });
    },

    async write(...args) {
      const outcome = await runner.run((workbook) => workbook.writeFormula(...args));
      tell(outcome);
      return outcome?.ok ? (outcome.done.formula ?? args[2]) : undefined;
    },
  };
  return controller;
}

/** The part of the controller that only reads the workbook, and does nothing while none is connected. */
function looking(
  store: Store<State>,
  actions: () => Actions | undefined,
): Pick<Controller, "refreshBlocks" | "readValues" | "follow"> {
  return {
    async refreshBlocks() {
      const workbook = actions();
      if (!workbook) return;
      const answer = await workbook.blocks();
      store.set(answer.ok ? { blocks: answer.blocks } : { notice: failedNotice(answer.problem) });
    },

    async readValues(sheet, references) {
      const answer = await actions()?.readValues(sheet, references);
      return answer?.ok ? answer.values : undefined;
    },

    async follow() {
      const selected = await actions()?.selection();
      if (selected) store.set({ selected });
    },
  };
}
