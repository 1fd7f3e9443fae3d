import type { Period } from "../../src/dataset";
import type { Insertion } from "../../src/workbook/insertion";
import type { Block } from "../../src/workbook/outcome";
import { dealt } from "../dealt";
import { done, listed, openExcel, reopen } from "./excel";
import type { OpenExcel } from "./excel";
import { furnish } from "./furnish";
import { summaries } from "./insertions";

/** A block of ours is found again, updated and removed, whatever became of its sheet in the meantime. */
const summary = summaries.quarter;
const earlier: Insertion = { ...summary, period: "2024-Q1" as Period };
const name = "At a glance 2025-Q1";

jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
  await furnish(excel);
});
afterEach(() => excel.dispose());

const title = async (sheet: string) =>
  (await excel.model()).sheets.find((one) => one.name === sheet)?.cells["A1"]?.value;

const partsOn = async (sheet: string) => {
  const { sheets, state } = await excel.model();
  const id = sheets.find((one) => one.name === sheet)?.id;
  return [
    state.tables.filter(({ range }) => range.sheetId === id).length,
    state.charts.filter(({ sheetId }) => sheetId === id).length,
  ];
};

const changes: [string, () => Promise<void>, string][] = [
  [
    "renamed",
    () => excel.edit(({ worksheets }) => void (worksheets.getItem(name).name = "Mine's & yours")),
    "Mine's & yours",
  ],
  ["moved", () => excel.edit(({ worksheets }) => void (worksheets.getItem(name).position = 0)), name],
  [
    "renamed, and the workbook saved, closed and opened",
    async () => {
      await excel.edit(({ worksheets }) => void (worksheets.getItem(name).name = "Kept"));
      excel = await reopen(excel, openExcel);
    },
    "Kept",
  ],
];

test.each(changes)(
  "A block whose sheet was %s is listed, updated in place and removed.",
  async (_what, change, sheet) => {
    done(await excel.actions.insert(summary, { kind: "new-sheet" }, "en"));
    const parts = await partsOn(name);
    await change();
    const [block] = await listed(excel);
    expect(block).toMatchObject({ sheet, insertion: summary, language: "en" });
    done(await excel.actions.insert(earlier, { kind: "block", block: block?.id ?? "" }, "zh"));
    // A name of ours tells the period; one that the user chose stays.
    const now = sheet === name ? "概览 2024年一季度" : sheet;
    expect(await title(now)).toBe("中国电子商务概览：2024年一季度");
    expect((await excel.model()).sheets).toHaveLength(2);
    const [updated] = await listed(excel);
    expect(updated).toMatchObject({ sheet: now, insertion: earlier, language: "zh" });
    done(await excel.actions.insert(summary, { kind: "block", block: block?.id ?? "" }, "en"));
    expect(await partsOn(sheet)).toEqual(parts);
    done(await excel.actions.remove(updated?.id ?? ""));
    expect((await excel.model()).sheets.map((one) => one.name)).toEqual(["Sheet1"]);
    expect(await listed(excel)).toEqual([]);
  },
);

test("Inserting again after the workbook was opened again updates the block: no second sheet is made.", async () => {
  done(await excel.actions.insert(summary, { kind: "new-sheet" }, "en"));
  excel = await reopen(excel, openExcel);
  done(await excel.actions.insert(summary, { kind: "new-sheet" }, "zh"));
  expect((await excel.model()).sheets.map((one) => one.name)).toEqual(["Sheet1", "概览 2025年一季度"]);
  expect(await title("概览 2025年一季度")).toBe("中国电子商务概览：2025年一季度");
});

describe.each([
  ["", false],
  [", and the workbook saved, closed and opened", true],
])("a block whose sheet was copied%s", (_what, opened) => {
  let original: Block;
  let copy: Block;
  beforeEach(async () => {
    done(await excel.actions.insert(summary, { kind: "new-sheet" }, "en"));
    await excel.edit(({ worksheets }) => void (worksheets.getItem(name).copy("End").name = "Copy"));
    if (opened) excel = await reopen(excel, openExcel);
    const [first, second] = await listed(excel);
    if (!first || !second) throw new Error("One of them was not found.");
    [original, copy] = [first, second];
  });

  test("is listed twice, and nothing is missing in either.", async () => {
    expect([original.sheet, copy.sheet]).toEqual([name, "Copy"]);
    const examined = await excel.actions.doctor();
    expect(examined.ok && examined.findings.filter(({ kind }) => kind === "part-gone")).toEqual([]);
    const before = await excel.model();
    const again = done(await excel.actions.insert(summary, { kind: "block", block: copy.id }, "en"));
    expect(again.text.en).toContain("Already there");
    expect(await excel.model()).toEqual(before);
  });

  test.each([
    ["the copy", () => [copy, original] as const],
    ["the original", () => [original, copy] as const],
  ])("is updated and removed by itself: %s", async (_which, pick) => {
    const [one, other] = pick();
    const parts = await partsOn(one.sheet);
    const { sheet } = done(await excel.actions.insert(earlier, { kind: "block", block: one.id }, "zh"));
    expect(await title(sheet)).toBe("中国电子商务概览：2024年一季度");
    expect(await title(other.sheet)).toBe("China’s e-commerce: Q1 2025 at a glance");
    expect(await partsOn(other.sheet)).toEqual(parts);
    done(await excel.actions.insert(summary, { kind: "block", block: one.id }, "en"));
    expect(await partsOn(one.sheet)).toEqual(parts);
    done(await excel.actions.remove(one.id));
    expect((await listed(excel)).map((block) => block.sheet)).toEqual([other.sheet]);
    expect(await partsOn(other.sheet)).toEqual(parts);
    done(await excel.actions.insert(earlier, { kind: "block", block: other.id }, "zh"));
    done(await excel.actions.remove(other.id));
    expect((await excel.model()).sheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  });

  test("gets a table again that was made plain cells in one of them.", async () => {
    const parts = await partsOn("Copy");
    await excel.edit(({ worksheets }) => worksheets.getItem("Copy").tables.getItemAt(0).convertToRange());
    done(await excel.actions.insert(summary, { kind: "block", block: copy.id }, "en"));
    expect(await partsOn("Copy")).toEqual(parts);
    expect(await partsOn(name)).toEqual(parts);
  });

  test("stays as it was when an update of it fails at any action.", async () => {
    const before = await excel.model();
    for (const k of dealt([20, 60, 100, 150, 200], 4)) {
      excel.host.faults.failAction(k, "RequestAborted");
      const outcome = await excel.actions.insert(earlier, { kind: "block", block: copy.id }, "zh");
      excel.host.faults.clear();
      expect([k, outcome]).toMatchObject([k, { ok: false, problem: { name: "busy" } }]);
      const { sheets, state } = await excel.model();
      const tables = (all: typeof state.tables) => all.map((table) => ({ ...table, id: "" }));
      expect({ k, sheets, tables: tables(state.tables) }).toEqual({
        k,
        sheets: before.sheets,
        tables: tables(before.state.tables),
      });
      expect(state.charts).toHaveLength(before.state.charts.length);
    }
  });
});
