import type { Actions } from "../../src/workbook/api";
import type { Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";

/** A call that the pane made on the workbook. */
export interface Call {
  act: keyof Actions;
  with: readonly unknown[];
}

const done = (text: string): Outcome => ({
  ok: true,
  done: { sheet: "Sheet1", address: "B2:C9", block: "block-1", text: { en: text, zh: `（${text}）` } },
});

/**
 * A workbook that records the calls and gives the answers that a test prepares; everything else succeeds.
 * @param answer the answer to an insertion at a place; undefined: it succeeds
 */
export function fakeActions(
  answer: (place: Place, changes?: "keep" | "replace") => Outcome | undefined = () => undefined,
): {
  actions: Actions;
  calls: Call[];
} {
  const calls: Call[] = [];
  const note = (act: keyof Actions, ...given: unknown[]) => calls.push({ act, with: given });
  const actions: Actions = {
    insert(insertion, place, language, progress) {
      note("insert", insertion, place, language);
      return Promise.resolve(answer(place, progress?.changes) ?? done("Inserted."));
    },
    preview(insertion, place) {
      note("preview", insertion, place);
      const { cells, ...size } = { cells: [["1"]], rows: 1, columns: 1, charts: 0, tables: 0 };
      return Promise.resolve({
        ok: true,
        preview: { sheet: "Sheet1", address: "B2", updates: false, newSheet: false, cells, ...size },
      });
    },
    remove(block) {
      note("remove", block);
      return Promise.resolve(done("Removed."));
    },
    goTo(sheet, address) {
      note("goTo", sheet, address);
      return Promise.resolve(done("Went."));
    },
    onSelection: () => Promise.resolve(),
    saveSetting(key, value) {
      note("saveSetting", key, value);
      return Promise.resolve(done("Saved."));
    },
    useTable(name) {
      note("useTable", name);
      return Promise.resolve(done("Joined."));
    },
    dropTable(name) {
      note("dropTable", name);
      return Promise.resolve(done("Dropped."));
    },
    settings: () => ({ period: "2025" }),
    blocks: () => Promise.resolve({ ok: true, blocks: [] }),
    compare(scope) {
      note("compare", scope);
      return Promise.resolve({ ok: true, mixes: [] });
    },
    cited() {
      note("cited");
      const below = (rows: number) => `B${rows}`;
      const cited = { sources: [], cells: 0, unread: 0, sheet: "Sheet1", address: "B2", below };
      return Promise.resolve({ ok: true, cited });
    },
    writeFormula(...given) {
      note("writeFormula", ...given);
      return Promise.resolve(done("Written."));
    },
    readValues(sheet, references) {
      note("readValues", sheet, references);
      return Promise.resolve({ ok: true, values: references.map(() => null) });
    },
    selection: () => Promise.resolve(undefined),
    freeze(scope, language) {
      note("freeze", scope, language);
      return Promise.resolve(done("Frozen."));
    },
    thaw(scope) {
      note("thaw", scope);
      return Promise.resolve(done("Thawed."));
    },
    doctor() {
      note("doctor");
      return Promise.resolve({ ok: true, findings: [] });
    },
    mend(findings, language) {
      note("mend", findings, language);
      return Promise.resolve(done("Mended."));
    },
  };
  return { actions, calls };
}
