import { withoutGone } from "../navigation";
import type { State } from "../state";
import type { Store } from "../store";
import type { Controller } from "./controller";
import { plainNotice } from "./notices";
import type { Runner } from "./runner";

type SettingUp = Pick<Controller, "save" | "useTable" | "dropTable">;

/**
 * The part of the controller that saves settings and adds the user's tables to the data. `tell` shows an outcome as a
 * notice. Findings about a user's table stay in the state, beside the button that reads it.
 */
export function settingUp(
  store: Store<State>,
  { run }: Runner,
  tell: (outcome: Awaited<ReturnType<Runner["run"]>>) => void,
): SettingUp {
  return {
    async save(key, value, doneText) {
      const outcome = await run((workbook) => workbook.saveSetting(key, value));
      if (outcome?.ok) store.set({ notice: plainNotice(doneText) });
    },

    async useTable(name) {
      const outcome = await run((workbook) => workbook.useTable(name));
      const wrong =
        outcome && !outcome.ok && outcome.problem.name === "user-table" ? outcome.problem : undefined;
      store.set({ userTableWrong: wrong, ...withoutGone(store.get()) });
      tell(outcome);
    },

    async dropTable(name) {
      const outcome = await run((workbook) => workbook.dropTable(name));
      if (!outcome?.ok) return;
      store.set({
        ...withoutGone(store.get()),
        userTableWrong: undefined,
        notice: plainNotice((words) => words.tableDropped(name)),
      });
    },
  };
}
