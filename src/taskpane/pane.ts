import type { Language } from "../dataset";
import type { Actions } from "../workbook/api";
import type { TestExcel } from "../workbook/selfTest";
import { copyText } from "./clipboard";
import type { Controller } from "./controller/controller";
import { createController } from "./controller/createController";
import { notYet } from "./controller/notices";
import { initialState, type State } from "./state";
import { createStore, type Store } from "./store";

/** The pane's state and controller, which the ribbon's commands share. */
export interface Pane {
  store: Store<State>;
  controller: Controller;
  /** Resolves when the workbook is connected, or will not be. */
  connected: Promise<void>;
  /**
   * Connects the workbook, once Excel has answered.
   * @param loadTest loads the self-test
   */
  connect(actions: Actions, hostLanguage: Language, loadTest?: () => Promise<TestExcel>): Promise<void>;
  /** Says why no workbook is connected; figures can be looked up without one. */
  unconnected(why: Exclude<State["connection"], "connected">): void;
}

/**
 * Makes a pane without a workbook. `hostLanguage` is Office's; `firstRun` shows the introduction. Buttons pressed
 * before `connect` say that it is not yet connected.
 */
export function createPane(hostLanguage: Language, firstRun: boolean): Pane {
  const store = createStore(initialState(hostLanguage, firstRun));
  let workbook: Actions | undefined;
  let settle = () => {};
  const connected = new Promise<void>((resolve) => (settle = resolve));
  let load: (() => Promise<TestExcel>) | undefined;
  const controller = createController(
    store,
    () => workbook,
    copyText,
    () => load?.() ?? Promise.reject(new Error("There is no workbook yet.")),
  );
  return {
    store,
    controller,
    connected,
    async connect(actions, language, loadTest) {
      workbook = actions;
      load = loadTest;
      const { notice } = store.get();
      store.set({
        connection: "connected",
        hostLanguage: language,
        settings: actions.settings(),
        // The message "not yet connected" is no longer true.
        notice: notice?.kind === "info" ? undefined : notice,
      });
      settle();
      await actions.onSelection((selected) => store.set({ selected }));
      if (store.get().tab === "sheets") await controller.refreshBlocks();
    },
    unconnected(connection) {
      store.set({ connection, notice: notYet(connection) });
      // While connecting, Excel may still answer.
      if (connection !== "connecting") settle();
    },
  };
}
