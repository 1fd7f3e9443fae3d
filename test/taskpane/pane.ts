import type { Controller } from "../../src/taskpane/controller/controller";
import { createController } from "../../src/taskpane/controller/createController";
import { messages } from "../../src/taskpane/messages";
import { initialState, type State } from "../../src/taskpane/state";
import { createStore, type Store } from "../../src/taskpane/store";
import type { Actions } from "../../src/workbook/api";
import { fakeActions } from "./fake-actions";

export interface Pane {
  store: Store<State>;
  controller: Controller;
}

/** A pane without its views, over the actions of a workbook. `copies`: whether the browser lets texts be copied. */
export function paneOf(actions: Actions | undefined, copies = true): Pane {
  const connection = actions ? "connected" : "connecting";
  const store = createStore<State>({ ...initialState("en", false), connection });
  const controller = createController(
    store,
    () => actions,
    () => Promise.resolve(copies),
  );
  return { store, controller };
}

/** A pane over a workbook that records what is asked of it; `answer` as in `fakeActions`. */
export function pane(...answer: Parameters<typeof fakeActions>): Pane & ReturnType<typeof fakeActions> {
  const fake = fakeActions(...answer);
  return { ...fake, ...paneOf(fake.actions) };
}

/** What the pane says above its views. */
export const said = (store: Store<State>, language: "en" | "zh" = "en") =>
  store.get().notice?.text(messages(language), language);
/** The buttons beside it. */
export const labels = (store: Store<State>) =>
  store.get().notice?.buttons.map((button) => button.label(messages("en")));

/** Presses one of them. */
export async function press(store: Store<State>, label: string): Promise<void> {
  store
    .get()
    .notice?.buttons.find((button) => button.label(messages("en")) === label)
    ?.run();
  // A button does not wait for its action, which is over when the pane is no longer busy.
  await new Promise(setImmediate);
}
