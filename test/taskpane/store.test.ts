import { createStore } from "../../src/taskpane/store";

describe("the pane's store", () => {
  test("keeps the old state as it was and gives a new one.", () => {
    const store = createStore({ tab: "explore", query: "" });
    const before = store.get();
    store.set({ query: "dining" });
    expect(before).toEqual({ tab: "explore", query: "" });
    expect(store.get()).toEqual({ tab: "explore", query: "dining" });
  });

  test("tells listeners of a change until they leave, and of nothing that changes nothing.", () => {
    const store = createStore({ query: "" });
    const heard: string[] = [];
    const leave = store.subscribe(() => heard.push(store.get().query));
    store.set({ query: "a" });
    store.set({ query: "a" });
    store.set({});
    leave();
    store.set({ query: "b" });
    expect(heard).toEqual(["a"]);
  });

  test("tells the remaining listeners when one of them leaves while being told.", () => {
    const store = createStore({ query: "" });
    const heard: string[] = [];
    const leave = store.subscribe(() => leave());
    store.subscribe(() => heard.push("second"));
    store.set({ query: "a" });
    store.set({ query: "b" });
    expect(heard).toEqual(["second", "second"]);
  });
});
