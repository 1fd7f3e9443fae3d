import type { Block } from "../../src/workbook/outcome";
import { dealt } from "../dealt";
import { eachTest, openExcel } from "./excel";
import { inPeriod, newSheet, over, summaries } from "./insertions";
import { furnish } from "./workbook";

/** A block of ours is found again, updated and removed, whatever became of its sheet in the meantime. */
const summary = summaries.quarter;
const earlier = inPeriod(summary, "2024-Q1");
const name = "At a glance 2025-Q1";

const excel = eachTest(openExcel, furnish);

const title = async (sheet: string) => (await excel.cell("A1", sheet))?.value;

/** How many tables and how many charts are on a sheet. */
const partsOn = async (sheet: string) => {
  const { state } = await excel.model();
  const { id } = await excel.sheet(sheet);
  return [
    state.tables.filter(({ range }) => range.sheetId === id).length,
    state.charts.filter(({ sheetId }) => sheetId === id).length,
  ];
};

const changes: [string, () => Promise<void>, string][] = [
  ["renamed", () => excel.editSheet(name, (sheet) => (sheet.name = "Mine's & yours")), "Mine's & yours"],
  ["moved", () => excel.editSheet(name, (sheet) => (sheet.position = 0)), name],
  [
    "renamed, and the workbook saved, closed and opened",
    async () => {
      await excel.editSheet(name, (sheet) => (sheet.name = "Kept"));
      await excel.reopen();
    },
    "Kept",
  ],
];

test.each(changes)(
  "A block whose sheet was %s is listed, updated in place and removed.",
  async (_what, change, sheet) => {
    await excel.insert(summary, newSheet);
    const parts = await partsOn(name);
    await change();
    const block = await excel.firstBlock();
    expect(block).toMatchObject({ sheet, insertion: summary, language: "en" });
    await excel.insert(earlier, over(block.id), "zh");
    // A name of ours tells the period; one that the user chose stays.
    const now = sheet === name ? "概览 2024年一季度" : sheet;
    expect(await title(now)).toBe("中国电子商务概览：2024年一季度");
    expect((await excel.model()).sheets).toHaveLength(2);
    const updated = await excel.firstBlock();
    expect(updated).toMatchObject({ sheet: now, insertion: earlier, language: "zh" });
    await excel.insert(summary, over(block.id));
    expect(await partsOn(sheet)).toEqual(parts);
    await excel.remove(updated.id);
    expect(await excel.sheetNames()).toEqual(["Sheet1"]);
    expect(await excel.blocks()).toEqual([]);
  },
);

test("Inserting again after the workbook was opened again updates the block: no second sheet is made.", async () => {
  await excel.insert(summary, newSheet);
  await excel.reopen();
  await excel.insert(summary, newSheet, "zh");
  expect(await excel.sheetNames()).toEqual(["Sheet1", "概览 2025年一季度"]);
  expect(await title("概览 2025年一季度")).toBe("中国电子商务概览：2025年一季度");
});

describe.each([
  ["", false],
  [", and the workbook saved, closed and opened", true],
])("a block whose sheet was copied%s", (_what, opened) => {
  let original: Block;
  let copy: Block;
  beforeEach(async () => {
    await excel.insert(summary, newSheet);
    await excel.editSheet(name, (sheet) => (sheet.copy("End").name = "Copy"));
    if (opened) await excel.reopen();
    const [first, second] = await excel.blocks();
    if (!first || !second) throw new Error("One of them was not found.");
    [original, copy] = [first, second];
  });

  test("is listed twice, and nothing is missing in either.", async () => {
    expect([original.sheet, copy.sheet]).toEqual([name, "Copy"]);
    expect((await excel.findings()).filter(({ kind }) => kind === "part-gone")).toEqual([]);
    const before = await excel.model();
    const again = await excel.insert(summary, over(copy.id));
    expect(again.text.en).toContain("Already there");
    expect(await excel.model()).toEqual(before);
  });

  test.each([
    ["the copy", () => [copy, original] as const],
    ["the original", () => [original, copy] as const],
  ])("is updated and removed by itself: %s", async (_which, pick) => {
    const [picked, other] = pick();
    const parts = await partsOn(picked.sheet);
    const { sheet } = await excel.insert(earlier, over(picked.id), "zh");
    expect(await title(sheet)).toBe("中国电子商务概览：2024年一季度");
    expect(await title(other.sheet)).toBe("China’s e-commerce: Q1 2025 at a glance");
    expect(await partsOn(other.sheet)).toEqual(parts);
    await excel.insert(summary, over(picked.id));
    expect(await partsOn(picked.sheet)).toEqual(parts);
    await excel.remove(picked.id);
    expect((await excel.blocks()).map((block) => block.sheet)).toEqual([other.sheet]);
    expect(await partsOn(other.sheet)).toEqual(parts);
    await excel.insert(earlier, over(other.id), "zh");
    await excel.remove(other.id);
    expect(await excel.sheetNames()).toEqual(["Sheet1"]);
  });

  test("gets a table again that was made plain cells in one of them.", async () => {
    const parts = await partsOn("Copy");
    await excel.editSheet("Copy", ({ tables }) => tables.getItemAt(0).convertToRange());
    await excel.insert(summary, over(copy.id));
    expect(await partsOn("Copy")).toEqual(parts);
    expect(await partsOn(name)).toEqual(parts);
  });

  test("stays as it was when an update of it fails at any action.", async () => {
    const before = await excel.model();
    for (const k of dealt([20, 60, 100, 150, 200], 4)) {
      const update = () => excel.actions.insert(earlier, over(copy.id), "zh");
      const outcome = await excel.failingAt(k, update);
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
