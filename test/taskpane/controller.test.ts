import type { IndicatorCode } from "../../src/dataset";
import type { Controller } from "../../src/taskpane/controller/controller";
import { createController } from "../../src/taskpane/controller/createController";
import { messages } from "../../src/taskpane/messages";
import { initialState, type State } from "../../src/taskpane/state";
import { createStore, type Store } from "../../src/taskpane/store";
import type { Actions } from "../../src/workbook/api";
import type { Finding } from "../../src/workbook/finding";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import { fakeActions } from "./fake-actions";

const summary: Insertion = { kind: "summary", template: "quarter", period: "2025-Q1" as never, live: true };
const en = messages("en");

function pane(actions: Actions | undefined, copies = true): { store: Store<State>; controller: Controller } {
  const store = createStore<State>({
    ...initialState("en", false),
    connection: actions ? "connected" : "connecting",
  });
  return {
    store,
    controller: createController(
      store,
      () => actions,
      () => Promise.resolve(copies),
    ),
  };
}

const said = (store: Store<State>, language: "en" | "zh" = "en") =>
  store.get().notice?.text(messages(language), language);
const labels = (store: Store<State>) => store.get().notice?.buttons.map((button) => button.label(en));

async function press(store: Store<State>, label: string): Promise<void> {
  store
    .get()
    .notice?.buttons.find((button) => button.label(en) === label)
    ?.run();
  // A button does not wait for its action, which is over when the pane is no longer busy.
  await new Promise(setImmediate);
}

describe("an act of the pane", () => {
  test("says what was done in the language in use, and offers to go there and to take it back.", async () => {
    const { actions, calls } = fakeActions();
    const { store, controller } = pane(actions);
    await controller.insert(summary, { kind: "new-sheet" });
    expect(said(store)).toBe("Inserted.");
    expect(said(store, "zh")).toBe("（Inserted.）");
    expect(store.get().notice?.kind).toBe("done");
    expect(labels(store)).toEqual(["Go to", "Undo"]);

    await press(store, "Go to");
    expect(calls.at(-1)).toEqual({ act: "goTo", with: ["Sheet1", "B2:C9"] });
    expect(labels(store)).toEqual(["Go to", "Undo"]);

    await press(store, "Undo");
    expect(calls.at(-1)).toEqual({ act: "remove", with: ["block-1"] });
    expect(said(store)).toBe("Removed.");
  });

  test("offers to take an update back where something can be gone back to, and to redo it.", async () => {
    const place: Place = { kind: "block", block: "block-1" };
    const text = { en: "Updated.", zh: "已更新。" };
    const was = { id: "block-1", insertion: summary, language: "zh" } as const;
    const { actions, calls } = fakeActions(() => ({
      ok: true,
      done: { sheet: "Sheet1", address: "B2:C9", text, was },
    }));
    const { store, controller } = pane(actions);
    await controller.insert({ ...summary, period: "2024" as never }, place, "en");
    expect(labels(store)).toEqual(["Go to", "Undo"]);
    await press(store, "Undo");
    expect(calls.at(-1)).toEqual({ act: "insert", with: [summary, place, "zh"] });
    expect(labels(store)).toEqual(["Go to", "Undo"]);
  });

  test("inserts in the pane's language unless another is asked for.", async () => {
    const { actions, calls } = fakeActions();
    const { store, controller } = pane(actions);
    store.set({ settings: { language: "zh" } });
    await controller.insert(summary, { kind: "new-sheet" });
    await controller.insert(summary, { kind: "new-sheet" }, "en");
    expect(calls.map((call) => call.with[2])).toEqual(["zh", "en"]);
  });

  test("offers the next free place and a new sheet when cells are in the way, and goes on from there.", async () => {
    const blocked: Outcome = {
      ok: false,
      problem: {
        name: "filled-cells",
        sheet: "Sheet1",
        address: "B4:C9",
        count: 2,
        cells: [],
        next: { sheet: "Sheet1", address: "E4" },
      },
    };
    const { actions, calls } = fakeActions((place) => (place.kind === "selection" ? blocked : undefined));
    const { store, controller } = pane(actions);
    await controller.insert(summary, { kind: "selection" });
    expect(store.get().notice?.kind).toBe("failed");
    expect(said(store)).toContain("2 filled cells");
    expect(labels(store)).toEqual(["Insert at E4", "New sheet"]);
    await press(store, "Insert at E4");
    expect(calls.at(-1)?.with[1]).toEqual({ kind: "at", sheet: "Sheet1", address: "E4" });
    expect(said(store)).toBe("Inserted.");
  });

  test("replaces what the user changed only after being told to.", async () => {
    const { actions } = fakeActions((_place, changes) =>
      changes === "replace"
        ? undefined
        : { ok: false, problem: { name: "changed-inside", sheet: "S", block: "b", count: 1, cells: [] } },
    );
    const { store, controller } = pane(actions);
    await controller.insert(summary, { kind: "new-sheet" });
    expect(labels(store)).toEqual(["Keep mine", "Replace them"]);
    await press(store, "Replace them");
    expect(said(store)).toBe("Inserted.");
  });

  test.each([
    [{ name: "sheet-protected", sheet: "S" } as const, ["New sheet"]],
    [{ name: "workbook-protected" } as const, ["Selected cell"]],
    [{ name: "cell-edit" } as const, []],
    [{ name: "read-only" } as const, []],
    [{ name: "host-lost" } as const, []],
  ])("answers the problem %p by its sentence and what helps.", async (problem, buttons) => {
    const { actions } = fakeActions(() => ({ ok: false, problem }));
    const { store, controller } = pane(actions);
    await controller.insert(summary, { kind: "selection" });
    expect(store.get().notice?.kind).toBe("failed");
    expect(said(store)?.length).toBeGreaterThan(20);
    expect(labels(store)).toEqual(buttons);
    expect(store.get().busy).toBeUndefined();
  });

  test("says that Excel has not answered, or that the page is open outside Excel.", async () => {
    const { store, controller } = pane(undefined);
    await controller.insert(summary, { kind: "new-sheet" });
    expect(said(store)).toBe(en.stillConnecting);
    store.set({ connection: "outside" });
    await controller.insert(summary, { kind: "new-sheet" });
    expect(said(store)).toBe(en.outsideExcel);
  });

  test("is refused while another one runs, and can be cancelled.", async () => {
    const { actions } = fakeActions();
    let signal: AbortSignal | undefined;
    let finish: (outcome: Outcome) => void = () => undefined;
    actions.insert = (_insertion, _place, _language, progress) => {
      signal = progress?.signal;
      progress?.onProgress?.(0.5);
      return new Promise((resolve) => (finish = resolve));
    };
    const { store, controller } = pane(actions);
    const first = controller.insert(summary, { kind: "new-sheet" });
    expect(store.get().busy?.part).toBe(0.5);
    await controller.remove("block-1");
    expect(said(store)).toContain("busy");
    store.get().busy?.cancel?.();
    expect(signal?.aborted).toBe(true);
    finish({ ok: false, problem: { name: "cancelled" } });
    await first;
    expect(store.get().busy).toBeUndefined();
    expect(said(store)).toContain("Cancelled");
  });

  test("shows a fault of ours as one, and is not busy afterwards.", async () => {
    const { actions } = fakeActions();
    actions.insert = () => Promise.reject(new Error("no such thing"));
    const { store, controller } = pane(actions);
    await controller.insert(summary, { kind: "new-sheet" });
    expect(said(store)).toBe(en.unexpected("no such thing"));
    expect(store.get().busy).toBeUndefined();
  });

  test("saves a setting, takes over what the workbook then has, and says so.", async () => {
    const { actions, calls } = fakeActions();
    const { store, controller } = pane(actions);
    await controller.save("ECOM.period", "2025", (words) => words.settingSaved);
    expect(calls).toEqual([{ act: "saveSetting", with: ["ECOM.period", "2025"] }]);
    expect(store.get().settings).toEqual({ period: "2025" });
    expect(said(store)).toBe(en.settingSaved);
  });

  test("copies a text, or shows it for copying by hand where that is forbidden.", async () => {
    const allowed = pane(undefined, true);
    await allowed.controller.copy("=ECOM.VERSION()", (words) => words.formulaCopied);
    expect(said(allowed.store)).toBe(en.formulaCopied);
    const forbidden = pane(undefined, false);
    await forbidden.controller.copy("=ECOM.VERSION()", (words) => words.formulaCopied);
    expect(said(forbidden.store)).toBe(en.copyRefused);
    expect(forbidden.store.get().notice?.toCopy).toBe("=ECOM.VERSION()");
  });

  test("shows what an insertion would do, and of two questions the later one's answer.", async () => {
    const { actions } = fakeActions();
    const { store, controller } = pane(actions);
    const answers: ((answer: Awaited<ReturnType<Actions["preview"]>>) => void)[] = [];
    actions.preview = () => new Promise((resolve) => answers.push(resolve));
    const both = [
      controller.preview(summary, { kind: "selection" }, "en"),
      controller.preview(summary, { kind: "new-sheet" }, "en"),
    ];
    answers[1]?.({ ok: false, problem: { name: "workbook-protected" } });
    answers[0]?.({ ok: false, problem: { name: "cell-edit" } });
    await Promise.all(both);
    expect(store.get().preview).toEqual({ ok: false, problem: { name: "workbook-protected" } });
  });

  test("forgets what another view asked, also where the answer is still to come.", async () => {
    const { actions } = fakeActions();
    const { store, controller } = pane(actions);
    actions.preview = () => Promise.resolve({ ok: false, problem: { name: "workbook-protected" } });
    await controller.preview(summary, { kind: "selection" }, "en");
    const late = controller.preview(summary, { kind: "selection" }, "en");
    controller.forgetPreview();
    await late;
    expect(store.get().preview).toBeUndefined();
  });

  test("passes over what ends by itself, so that no line comes and goes above what is pressed.", async () => {
    const { actions } = fakeActions();
    const { store, controller } = pane(actions);
    actions.preview = () => Promise.resolve({ ok: false, problem: { name: "dialog-open" } });
    await controller.preview(summary, { kind: "selection" }, "en");
    expect(store.get().preview).toBeUndefined();
    actions.preview = () => Promise.resolve({ ok: false, problem: { name: "workbook-protected" } });
    await controller.preview(summary, { kind: "selection" }, "en");
    expect(store.get().preview?.ok).toBe(false);
  });

  test("reads the blocks again after one was removed in the view that lists them.", async () => {
    const { actions } = fakeActions();
    const { store, controller } = pane(actions);
    store.set({ tab: "sheets" });
    await controller.remove("block-1");
    expect(store.get().blocks).toEqual([]);
  });
});

describe("own data in the pane", () => {
  test("leaves with its table: nothing that stood on it stays open, pinned or chosen.", async () => {
    const { actions, calls } = fakeActions();
    const { store, controller } = pane(actions);
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
    const { actions } = fakeActions();
    const refused = pane({ ...actions, useTable: () => Promise.resolve({ ok: false, problem }) });
    await refused.controller.useTable();
    expect(refused.store.get().userTableWrong).toEqual(problem);
    expect(refused.store.get().notice?.kind).toBe("failed");
    const taken = pane(actions);
    taken.store.set({ userTableWrong: problem });
    await taken.controller.useTable("Sales");
    expect(taken.store.get().userTableWrong).toBeUndefined();
  });

  test("writes what the doctor offers, looks again, and offers to take it back.", async () => {
    const { actions, calls } = fakeActions();
    const { store, controller } = pane(actions);
    const remedy = { label: { en: "Use digital", zh: "" }, formula: '=ECOM.GROWTH("digital")' };
    const finding: Finding = {
      kind: "no-answer",
      sheet: "Sheet1",
      address: "B2",
      cause: { en: "", zh: "" },
      mendable: false,
      formula: '=ECOM.GROWTH("digitl")',
      remedies: [remedy],
    };
    await controller.remedy(finding, remedy);
    expect(calls.map(({ act }) => act)).toEqual(["writeFormula", "doctor"]);
    expect(calls[0]?.with).toEqual(["Sheet1", "B2", remedy.formula, finding.formula]);
    expect(said(store)).toBe("Written.");
    expect(labels(store)).toContain("Undo");
  });
});
