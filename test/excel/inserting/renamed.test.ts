import type { Period } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import { done, firstBlock, openExcel, type OpenExcel, reopen } from "../excel";
import { summaries } from "../insertions";
import { seen } from "../seen";

/** A table of ours goes on being ours, and keeps its name, when the user has given it one. */
jest.setTimeout(240_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

const of = (period: string): Insertion => ({
  kind: "table",
  indicators: ["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL", "DIGITAL_PRODUCTS"],
  period: period as Period,
});
const tableNames = async () => (await excel.model()).state.tables.map(({ name }) => name);
const update = async (insertion: Insertion) =>
  done(await excel.actions.insert(insertion, { kind: "block", block: (await firstBlock(excel)).id }, "en"));
const rename = (from: string, to: string, sheet: string) =>
  excel.edit(({ worksheets }) => {
    worksheets.getItem(sheet).tables.getItem(from).name = to;
  });
/** Inserts, renames the first table, and gives its sheet. */
async function renamed(insertion: Insertion, to = "Growth"): Promise<string> {
  const { sheet } = done(await excel.actions.insert(insertion, { kind: "new-sheet" }, "en"));
  const [name = ""] = await tableNames();
  await rename(name, to, sheet);
  return sheet;
}

test("The doctor finds nothing gone, and inserting the same again finds all there.", async () => {
  const sheet = await renamed(of("2025-Q1"));
  expect(await excel.actions.doctor()).toEqual({ ok: true, findings: [] });
  const before = await excel.model();
  const again = await update(of("2025-Q1"));
  expect(again).toMatchObject({ sheet, text: { en: expect.stringMatching(/already/i) as string } });
  expect(await excel.model()).toEqual(before);
});

test("An update, other periods and a new start keep the name, and the user's formulas into it answer.", async () => {
  await renamed(of("2025-Q1"));
  await excel.edit(({ worksheets }) => {
    worksheets.getItem("Sheet1").getRange("B2").formulas = [["=ROWS(Growth[Indicator])"]];
  });
  for (const period of ["2025-11 YTD", "2024", "2025-Q1"]) {
    await update(of(period));
    expect(await tableNames()).toEqual(["Growth"]);
    const own = (await excel.model()).sheets.find(({ name }) => name === "Sheet1");
    const rows = (await excel.model()).state.tables[0]?.range.rowCount ?? 0;
    expect(own?.cells["B2"]).toMatchObject({ formula: "=ROWS(Growth[Indicator])", value: rows - 1 });
  }
  excel = await reopen(excel, openExcel);
  await rename("Growth", "Growth_of_the_year", (await firstBlock(excel)).sheet);
  await update(of("2025-11 YTD"));
  expect(await tableNames()).toEqual(["Growth_of_the_year"]);
});

test("An update costs one message more until its record knows the name, then two.", async () => {
  await renamed(of("2025-Q1"));
  const { id } = await firstBlock(excel);
  excel.messages();
  done(await excel.actions.insert(of("2025-11 YTD"), { kind: "block", block: id }, "en"));
  expect(excel.messages()).toHaveLength(3);
  done(await excel.actions.insert(of("2024"), { kind: "block", block: id }, "en"));
  expect(excel.messages()).toHaveLength(2);
});

test("Removal takes it away, and Undo brings it back under the user's name.", async () => {
  const sheet = await renamed(of("2025-Q1"));
  await excel.edit(({ worksheets }) => (worksheets.getItem(sheet).getRange("K9").values = [["mine"]]));
  const before = seen(await excel.model());
  const { block = "" } = done(await excel.actions.remove((await firstBlock(excel)).id));
  expect(await tableNames()).toEqual([]);
  done(await excel.actions.remove(block));
  expect(await tableNames()).toEqual(["Growth"]);
  expect(seen(await excel.model())).toBe(before);
});

test("An update is taken back though a table was renamed since.", async () => {
  const { sheet } = done(await excel.actions.insert(of("2025-Q1"), { kind: "new-sheet" }, "en"));
  await excel.edit(({ worksheets }) => (worksheets.getItem(sheet).getRange("B4").values = [["mine"]]));
  const replaced = done(
    await excel.actions.insert(of("2025-Q1"), { kind: "block", block: (await firstBlock(excel)).id }, "en", {
      changes: "replace",
    }),
  );
  const [name = ""] = await tableNames();
  await rename(name, "Growth", sheet);
  done(await excel.actions.remove(replaced.block ?? ""));
  expect(await tableNames()).toEqual(["Growth"]);
  const cells = (await excel.model()).sheets.find((one) => one.name === sheet)?.cells;
  expect(cells?.["B4"]?.value).toBe("mine");
});

test("The user's own table beside it, whose name begins alike, is not taken for it.", async () => {
  const sheet = await renamed(of("2025-Q1"), "Sales");
  await excel.edit(({ worksheets }) => {
    const own = worksheets.getItem(sheet).getRange("L2:M3");
    own.values = [
      ["a", "b"],
      [1, 2],
    ];
    worksheets.getItem(sheet).tables.add(own, true).name = "Sales2";
  });
  await update(of("2024"));
  await rename("Sales", "Turnover", (await firstBlock(excel)).sheet);
  await update(of("2025-Q1"));
  expect(await tableNames()).toEqual(["Turnover", "Sales2"]);
});

test.each(Object.entries(summaries))("Each table of a summary: %s", async (_name, live) => {
  const insertion = { ...live, live: false };
  const { sheet } = done(await excel.actions.insert(insertion, { kind: "new-sheet" }, "en"));
  const names = await tableNames();
  for (const [index, name] of names.entries()) await rename(name, `Mine${index}`, sheet);
  const mine = names.map((_, index) => `Mine${index}`);
  expect(await excel.actions.doctor()).toMatchObject({ findings: [] });
  await update({ ...insertion, period: "2025-11 YTD" as Period });
  expect(await tableNames()).toEqual(expect.arrayContaining(mine));
  await update(insertion);
  expect((await tableNames()).sort()).toEqual(mine.sort());
});
