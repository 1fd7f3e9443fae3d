import type { Insertion } from "../../../src/workbook/insertion";
import type { DoneAction } from "../../../src/workbook/outcome";
import { eachTest, openExcel } from "../excel";
import { inPeriod, newSheet, over, summaries, tableOf } from "../insertions";
import { seen } from "../seen";

/** A table of ours that the user renames is still updated and removed, and keeps the user's name. */
const excel = eachTest(openExcel);

const of = (period: string): Insertion =>
  tableOf(["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL", "DIGITAL_PRODUCTS"], period);
const update = async (insertion: Insertion, changes?: "replace"): Promise<DoneAction> =>
  excel.insert(insertion, over((await excel.firstBlock()).id), "en", changes ? { changes } : {});
const rename = (from: string, to: string, sheet: string) =>
  excel.editSheet(sheet, ({ tables }) => (tables.getItem(from).name = to));
const renameFirst = async (to: string, sheet: string) =>
  rename((await excel.tableNames())[0] ?? "", to, sheet);

/** Inserts, renames the first table, and gives its sheet. */
async function renamed(insertion: Insertion, to = "Growth"): Promise<string> {
  const { sheet } = await excel.insert(insertion, newSheet);
  await renameFirst(to, sheet);
  return sheet;
}

test("The doctor finds nothing gone, and inserting the same again finds all there.", async () => {
  const sheet = await renamed(of("2025-Q1"));
  expect(await excel.findings()).toEqual([]);
  const before = await excel.model();
  const again = await update(of("2025-Q1"));
  expect(again).toMatchObject({ sheet, text: { en: expect.stringMatching(/already/i) as string } });
  expect(await excel.model()).toEqual(before);
});

test("An update, other periods and a new start keep the name, and the user's formulas into it answer.", async () => {
  await renamed(of("2025-Q1"));
  await excel.enter("B2", "=ROWS(Growth[Indicator])");
  for (const period of ["2025-11 YTD", "2024", "2025-Q1"]) {
    await update(of(period));
    expect(await excel.tableNames()).toEqual(["Growth"]);
    const rows = (await excel.model()).state.tables[0]?.range.rowCount ?? 0;
    expect(await excel.cell("B2")).toMatchObject({ formula: "=ROWS(Growth[Indicator])", value: rows - 1 });
  }
  await excel.reopen();
  await rename("Growth", "Growth_of_the_year", (await excel.firstBlock()).sheet);
  await update(of("2025-11 YTD"));
  expect(await excel.tableNames()).toEqual(["Growth_of_the_year"]);
});

test("An update costs one message more until its record knows the name, then two.", async () => {
  await renamed(of("2025-Q1"));
  const { id } = await excel.firstBlock();
  excel.messages();
  await excel.insert(of("2025-11 YTD"), over(id));
  expect(excel.messages()).toHaveLength(3);
  await excel.insert(of("2024"), over(id));
  expect(excel.messages()).toHaveLength(2);
});

test("Removal takes it away, and Undo brings it back under the user's name.", async () => {
  const sheet = await renamed(of("2025-Q1"));
  await excel.enter("K9", "mine", sheet);
  const before = seen(await excel.model());
  const { block = "" } = await excel.remove((await excel.firstBlock()).id);
  expect(await excel.tableNames()).toEqual([]);
  await excel.remove(block);
  expect(await excel.tableNames()).toEqual(["Growth"]);
  expect(seen(await excel.model())).toBe(before);
});

test("An update is taken back though a table was renamed since.", async () => {
  const { sheet } = await excel.insert(of("2025-Q1"), newSheet);
  await excel.enter("B4", "mine", sheet);
  const replaced = await update(of("2025-Q1"), "replace");
  await renameFirst("Growth", sheet);
  await excel.remove(replaced.block ?? "");
  expect(await excel.tableNames()).toEqual(["Growth"]);
  expect((await excel.cell("B4", sheet))?.value).toBe("mine");
});

test("The user's own table beside it, whose name begins alike, is not taken for it.", async () => {
  const sheet = await renamed(of("2025-Q1"), "Sales");
  await excel.editSheet(sheet, (page) => {
    page.getRange("L2:M3").values = [
      ["a", "b"],
      [1, 2],
    ];
    page.tables.add("L2:M3", true).name = "Sales2";
  });
  await update(of("2024"));
  await rename("Sales", "Turnover", (await excel.firstBlock()).sheet);
  await update(of("2025-Q1"));
  expect(await excel.tableNames()).toEqual(["Turnover", "Sales2"]);
});

test.each(Object.entries(summaries))("Each table of a summary: %s", async (_name, live) => {
  const insertion = { ...live, live: false };
  const { sheet } = await excel.insert(insertion, newSheet);
  const names = await excel.tableNames();
  for (const [index, name] of names.entries()) await rename(name, `Mine${index}`, sheet);
  const mine = names.map((_, index) => `Mine${index}`);
  expect(await excel.findings()).toEqual([]);
  await update(inPeriod(insertion, "2025-11 YTD"));
  expect(await excel.tableNames()).toEqual(expect.arrayContaining(mine));
  await update(insertion);
  expect((await excel.tableNames()).sort()).toEqual(mine.sort());
});
