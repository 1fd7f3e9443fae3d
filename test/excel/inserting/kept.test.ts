import type { Language, Period } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import type { Block } from "../../../src/workbook/outcome";
import { done, firstBlock, listed, openExcel, type OpenExcel } from "../excel";
import { quarterOf } from "../insertions";
import { seen } from "../seen";

/** What the user writes inside of an inserted block is never lost without a question, and each act has its way back. */
jest.setTimeout(240_000);

let excel: OpenExcel;
afterEach(() => excel.dispose());

const table = (period: string): Insertion => ({
  kind: "table",
  indicators: [
    "DIGITAL_PRODUCTS",
    "ONLINE_ENTERTAINMENT",
    "INSTORE_DINING",
    "ONLINE_RETAIL_FOOD",
    "TOTAL_RETAIL",
  ],
  period: period as Period,
});
const edit = (sheet: string, act: (sheet: Excel.Worksheet) => void) =>
  excel.edit(({ worksheets }) => act(worksheets.getItem(sheet)));
const enter = (sheet: string, address: string, formula: string) =>
  edit(sheet, (one) => (one.getRange(address).formulas = [[formula]]));
const cells = async (sheet: string) =>
  (await excel.model()).sheets.find(({ name }) => name === sheet)?.cells ?? {};
const update = (
  { id, language }: Block,
  insertion: Insertion,
  changes?: "keep" | "replace",
  into: Language = language,
) => excel.actions.insert(insertion, { kind: "block", block: id }, into, changes ? { changes } : {});
/** Where a text stands on a sheet. */
const find = async (sheet: string, text: string) =>
  Object.entries(await cells(sheet)).find(([, { value }]) => value === text)?.[0] ?? "";

test("A changed cell is named, is kept on request in its own row, and is not asked about a second time.", async () => {
  excel = await openExcel();
  const { sheet } = done(await excel.actions.insert(table("2025-Q1"), { kind: "new-sheet" }, "en"));
  const label = await find(sheet, "Total retail sales of consumer goods");
  const row = label.slice(1);
  await enter(sheet, `B${row}`, "0.5");
  const asked = await update(await firstBlock(excel), table("2025-11 YTD"));
  expect(asked).toMatchObject({
    problem: { name: "changed-inside", count: 1, cells: [{ address: `B${row}`, text: "0.5" }] },
  });
  const kept = done(await update(await firstBlock(excel), table("2025-11 YTD"), "keep"));
  expect(kept.text.en).toMatch(/Your cell in it was kept\.$/);
  const now = (await firstBlock(excel)).sheet;
  const place = `B${(await find(now, "Total retail sales of consumer goods")).slice(1)}`;
  expect((await cells(now))[place]?.value).toBe(0.5);
  // Next period, and another language: the cell goes with its row, and nobody asks.
  const again = done(await update(await firstBlock(excel), table("2025"), undefined, "zh"));
  const chinese = (await firstBlock(excel)).sheet;
  expect(again.text.zh).toMatch(/已保留。/);
  const there = `B${(await find(chinese, "社会消费品零售总额")).slice(1)}`;
  expect((await cells(chinese))[there]?.value).toBe(0.5);
});

test("What has no row in the new period is named, and nothing is done.", async () => {
  excel = await openExcel();
  const { sheet } = done(await excel.actions.insert(table("2025-Q1"), { kind: "new-sheet" }, "en"));
  const label = await find(sheet, "Digital products, online sales");
  await enter(sheet, label, "My own name of it");
  const before = seen(await excel.model());
  const other: Insertion = {
    ...table("2025-Q1"),
    indicators: ["TOTAL_RETAIL", "INSTORE_DINING"],
  } as Insertion;
  expect(await update(await firstBlock(excel), other, "keep")).toMatchObject({
    problem: {
      name: "changed-inside",
      unplaced: true,
      cells: [{ address: label, text: "My own name of it" }],
    },
  });
  expect(seen(await excel.model())).toBe(before);
});

test("A formula that is kept in another row follows the cells of its row, and no others.", async () => {
  excel = await openExcel();
  const { sheet } = done(await excel.actions.insert(table("2025-Q1"), { kind: "new-sheet" }, "en"));
  const row = (await find(sheet, "Digital products, online sales")).slice(1);
  await enter(sheet, `B${row}`, `=LEN(A${row})+$F$1+SUM(A1:A2)`);
  done(await update(await firstBlock(excel), table("2025-11 YTD"), "keep"));
  const now = (await firstBlock(excel)).sheet;
  const moved = (await find(now, "Digital products, online sales")).slice(1);
  expect((await cells(now))[`B${moved}`]?.formula).toBe(`=LEN(A${moved})+$F$1+SUM(A1:A2)`);
});

test("A truth value that is kept stays one.", async () => {
  excel = await openExcel();
  const { sheet } = done(await excel.actions.insert(table("2025-Q1"), { kind: "new-sheet" }, "en"));
  const row = (await find(sheet, "Digital products, online sales")).slice(1);
  await enter(sheet, `B${row}`, "TRUE");
  done(await update(await firstBlock(excel), table("2025-11 YTD"), "keep"));
  const now = (await firstBlock(excel)).sheet;
  const newRow = (await find(now, "Digital products, online sales")).slice(1);
  expect((await cells(now))[`B${newRow}`]?.value).toBe(true);
});

test.each(["keep", "replace"] as const)("One Undo after an update that was told to %s", async (changes) => {
  excel = await openExcel();
  const { sheet } = done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
  const place = `B${(await find(sheet, "Total retail sales of consumer goods")).slice(1)}`;
  await enter(sheet, place, "=1+1");
  await enter(sheet, "B3", "My remark");
  await edit(sheet, (one) => (one.getRange(place).format.fill.color = "#FFFF00"));
  const before = seen(await excel.model());
  const { block } = done(await update(await firstBlock(excel), quarterOf("2025-H1"), changes));
  expect(seen(await excel.model())).not.toBe(before);
  done(await excel.actions.remove(block ?? ""));
  const after = await excel.model();
  expect(seen(after)).toBe(before);
  done(await update(await firstBlock(excel), quarterOf("2025-H1"), changes));
});

test("Removal shows what the user wrote, and is taken back whole: on a sheet of others, and with its own sheet.", async () => {
  excel = await openExcel();
  const at = { kind: "at", sheet: "Sheet1", address: "B4" } as const;
  done(await excel.actions.insert(table("2025-Q1"), at, "en"));
  const label = await find("Sheet1", "Digital products, online sales");
  await enter("Sheet1", `C${label.slice(1)}`, "9");
  const before = seen(await excel.model());
  expect(await excel.actions.remove((await firstBlock(excel)).id)).toMatchObject({
    problem: { name: "changed-inside", removing: true, cells: [{ text: "9" }] },
  });
  const gone = done(await excel.actions.remove((await firstBlock(excel)).id, { changes: "replace" }));
  expect(await listed(excel)).toEqual([]);
  done(await excel.actions.remove(gone.block ?? ""));
  expect(seen(await excel.model())).toBe(before);
  done(await excel.actions.remove((await firstBlock(excel)).id, { changes: "replace" }));

  const { sheet } = done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
  await enter(sheet, "A1", "Retail desk");
  await enter(sheet, "B3", "Call before Friday.");
  const own = await cells(sheet);
  expect(await excel.actions.remove((await firstBlock(excel)).id)).toMatchObject({
    problem: { name: "changed-inside", count: 2, cells: [{ address: "A1" }, { address: "B3" }] },
  });
  const deleted = done(await excel.actions.remove((await firstBlock(excel)).id, { changes: "replace" }));
  expect((await excel.model()).sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  done(await excel.actions.remove(deleted.block ?? ""));
  expect(await cells(sheet)).toEqual(own);
  done(await update(await firstBlock(excel), quarterOf("2025-H1")));
  expect((await cells((await firstBlock(excel)).sheet)).B3?.value).toBe("Call before Friday.");
});

test("A row that was inserted inside of a block is no hundred changed cells.", async () => {
  excel = await openExcel();
  const { sheet } = done(await excel.actions.insert(quarterOf("2025-Q1"), { kind: "new-sheet" }, "en"));
  await edit(sheet, (one) => one.getRange("10:10").insert("Down"));
  await enter(sheet, "B3", "My remark");
  done(await update(await firstBlock(excel), quarterOf("2025-H1")));
  const now = (await firstBlock(excel)).sheet;
  expect((await cells(now)).B3?.value).toBe("My remark");
  await edit(now, (one) => one.getRange("12:13").insert("Down"));
  await enter(now, "C12", "Only this is mine");
  expect(await update(await firstBlock(excel), quarterOf("2025"))).toMatchObject({
    problem: { name: "changed-inside", count: 1, cells: [{ address: "C12", text: "Only this is mine" }] },
  });
});
