import { messages } from "../../src/taskpane/messages";
import type { Actions } from "../../src/workbook/api";
import type { Finding } from "../../src/workbook/finding";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import { labels, pane, paneOf, press, said } from "./pane";

const summary: Insertion = { kind: "summary", template: "quarter", period: "2025-Q1" as never, live: true };
const newSheet: Place = { kind: "new-sheet" };
const selection: Place = { kind: "selection" };
const en = messages("en");

describe("an act of the pane", () => {
  test("says what was done in the language in use, and offers to go there and to take it back.", async () => {
    const { calls, store, controller } = pane();
    await controller.insert(summary, newSheet);
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
    const { calls, store, controller } = pane(() => ({
      ok: true,
      done: { sheet: "Sheet1", address: "B2:C9", text, was },
    }));
    await controller.insert({ ...summary, period: "2024" as never }, place, "en");
    expect(labels(store)).toEqual(["Go to", "Undo"]);
    await press(store, "Undo");
    expect(calls.at(-1)).toEqual({ act: "insert", with: [summary, place, "zh"] });
    expect(labels(store)).toEqual(["Go to", "Undo"]);
  });

  test("inserts in the pane's language unless another is asked for.", async () => {
    const { calls, store, controller } = pane();
    store.set({ settings: { language: "zh" } });
    await controller.insert(summary, newSheet);
    await controller.insert(summary, newSheet, "en");
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
    const { calls, store, controller } = pane((place) => (place.kind === "selection" ? blocked : undefined));
    await controller.insert(summary, selection);
    expect(store.get().notice?.kind).toBe("failed");
    expect(said(store)).toContain("2 filled cells");
    expect(labels(store)).toEqual(["Insert at E4", "New sheet"]);
    await press(store, "Insert at E4");
    expect(calls.at(-1)?.with[1]).toEqual({ kind: "at", sheet: "Sheet1", address: "E4" });
    expect(said(store)).toBe("Inserted.");
  });

  test("replaces what the user changed only after being told to.", async () => {
    const { store, controller } = pane((_place, changes) =>
      changes === "replace"
        ? undefined
        : { ok: false, problem: { name: "changed-inside", sheet: "S", block: "b", count: 1, cells: [] } },
    );
    await controller.insert(summary, newSheet);
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
    const { store, controller } = pane(() => ({ ok: false, problem }));
    await controller.insert(summary, selection);
    expect(store.get().notice?.kind).toBe("failed");
    expect(said(store)?.length).toBeGreaterThan(20);
    expect(labels(store)).toEqual(buttons);
    expect(store.get().busy).toBeUndefined();
  });

  test("says that Excel has not answered, or that the page is open outside Excel.", async () => {
    const { store, controller } = paneOf(undefined);
    await controller.insert(summary, newSheet);
    expect(said(store)).toBe(en.stillConnecting);
    store.set({ connection: "outside" });
    await controller.insert(summary, newSheet);
    expect(said(store)).toBe(en.outsideExcel);
  });

  test("is refused while another one runs, and can be cancelled.", async () => {
    const { actions, store, controller } = pane();
    let signal: AbortSignal | undefined;
    let finish: (outcome: Outcome) => void = () => undefined;
    actions.insert = (_insertion, _place, _language, progress) => {
      signal = progress?.signal;
      progress?.onProgress?.(0.5);
      return new Promise((resolve) => (finish = resolve));
    };
    const first = controller.insert(summary, newSheet);
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
    const { actions, store, controller } = pane();
    actions.insert = () => Promise.reject(new Error("no such thing"));
    await controller.insert(summary, newSheet);
    expect(said(store)).toBe(en.unexpected("no such thing"));
    expect(store.get().busy).toBeUndefined();
  });

  test("saves a setting, takes over what the workbook then has, and says so.", async () => {
    const { calls, store, controller } = pane();
    await controller.save("ECOM.period", "2025", (words) => words.settingSaved);
    expect(calls).toEqual([{ act: "saveSetting", with: ["ECOM.period", "2025"] }]);
    expect(store.get().settings).toEqual({ period: "2025" });
    expect(said(store)).toBe(en.settingSaved);
  });

  test("copies a text, or shows it for copying by hand where that is forbidden.", async () => {
    const allowed = paneOf(undefined, true);
    await allowed.controller.copy("=ECOM.VERSION()", (words) => words.formulaCopied);
    expect(said(allowed.store)).toBe(en.formulaCopied);
    const forbidden = paneOf(undefined, false);
    await forbidden.controller.copy("=ECOM.VERSION()", (words) => words.formulaCopied);
    expect(said(forbidden.store)).toBe(en.copyRefused);
    expect(forbidden.store.get().notice?.toCopy).toBe("=ECOM.VERSION()");
  });

  test("shows what an insertion would do, and of two questions the later one's answer.", async () => {
    const { actions, store, controller } = pane();
    const answers: ((answer: Awaited<ReturnType<Actions["preview"]>>) => void)[] = [];
    actions.preview = () => new Promise((resolve) => answers.push(resolve));
    const both = [controller.preview(summary, selection, "en"), controller.preview(summary, newSheet, "en")];
    answers[1]?.({ ok: false, problem: { name: "workbook-protected" } });
    answers[0]?.({ ok: false, problem: { name: "cell-edit" } });
    await Promise.all(both);
    expect(store.get().preview).toEqual({ ok: false, problem: { name: "workbook-protected" } });
  });

  test("forgets what another view asked, also where the answer is still to come.", async () => {
    const { actions, store, controller } = pane();
    actions.preview = () => Promise.resolve({ ok: false, problem: { name: "workbook-protected" } });
    await controller.preview(summary, selection, "en");
    const late = controller.preview(summary, selection, "en");
    controller.forgetPreview();
    await late;
    expect(store.get().preview).toBeUndefined();
  });

  test("passes over what ends by itself, so that no line comes and goes above what is pressed.", async () => {
    const { actions, store, controller } = pane();
    actions.preview = () => Promise.resolve({ ok: false, problem: { name: "dialog-open" } });
    await controller.preview(summary, selection, "en");
    expect(store.get().preview).toBeUndefined();
    actions.preview = () => Promise.resolve({ ok: false, problem: { name: "workbook-protected" } });
    await controller.preview(summary, selection, "en");
    expect(store.get().preview?.ok).toBe(false);
  });

  test("reads the blocks again after one was removed in the view that lists them.", async () => {
    const { store, controller } = pane();
    store.set({ tab: "sheets" });
    await controller.remove("block-1");
    expect(store.get().blocks).toEqual([]);
  });

  test("writes what the doctor offers, looks again, and offers to take it back.", async () => {
    const { calls, store, controller } = pane();
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
