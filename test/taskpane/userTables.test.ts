import type { IndicatorCode } from "../../src/dataset";
import { pane } from "./pane";

describe("own data in the pane", () => {
  test("leaves with its table: nothing that stood on it stays open, pinned or chosen.", async () => {
    const { calls, store, controller } = pane();
    const gone = "OWN:GONE" as IndicatorCode;
    const { sheet } = store.get();
    store.set({
      indicator: gone,
      pinned: ["DIGITAL_PRODUCTS", gone],
      recent: [gone, "EXPRESS_VOLUME"],
      sheet: { ...sheet, own: { ...sheet.own, indicators: [gone, "DIGITAL_PRODUCTS"] } },
    });
    await controller.dropTable("Sales");
    expect(calls.at(-1)).toEqual({ act: "dropTable", with: ["Sales"] });
    const state = store.get();
    expect([state.indicator, state.pinned, state.recent, state.sheet.own.indicators]).toEqual([
      undefined,
      ["DIGITAL_PRODUCTS"],
      ["EXPRESS_VOLUME"],
      ["DIGITAL_PRODUCTS"],
    ]);
  });

  test("keeps what a table lacks for the view, until it is tried again.", async () => {
    const finding = { address: "C3", text: { en: "No.", zh: "否。" } };
    const problem = { name: "user-table", table: "Sales", sheet: "Sheet1", findings: [finding] } as const;
    const refused = pane();
    refused.actions.useTable = () => Promise.resolve({ ok: false, problem });
    await refused.controller.useTable();
    expect(refused.store.get().userTableWrong).toEqual(problem);
    expect(refused.store.get().notice?.kind).toBe("failed");
    const taken = pane();
    taken.store.set({ userTableWrong: problem });
    await taken.controller.useTable("Sales");
    expect(taken.store.get().userTableWrong).toBeUndefined();
  });
});
