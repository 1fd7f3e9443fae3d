import type { Language } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import type { Outcome } from "../../../src/workbook/outcome";
import { eachTest, openExcel } from "../excel";
import { at, newSheet, over, quarterOf, tableOf } from "../insertions";
import { seen } from "../seen";
import { done } from "../workbook";

/** What the user writes inside of an inserted block is never lost without a question, and each act has its way back. */
const excel = eachTest(openExcel);

const table = (period: string): Insertion =>
  tableOf(
    ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT", "INSTORE_DINING", "ONLINE_RETAIL_FOOD", "TOTAL_RETAIL"],
    period,
  );

/** Updates the block, in its own language unless another is given. */
async function update(insertion: Insertion, changes?: "keep" | "replace", into?: Language): Promise<Outcome> {
  const { id, language } = await excel.firstBlock();
  return excel.actions.insert(insertion, over(id), into ?? language, changes ? { changes } : {});
}

/** The row of the block in which a label stands. */
const rowOf = async (label: string): Promise<string> =>
  (await excel.find(label, (await excel.firstBlock()).sheet)).slice(1);
/** A cell of the block, in whatever row its label is. */
const beside = async (label: string) =>
  excel.cell(`B${await rowOf(label)}`, (await excel.firstBlock()).sheet);
const remove = async (how: { changes?: "replace" } = {}) =>
  excel.actions.remove((await excel.firstBlock()).id, how);

test("A changed cell is named, is kept on request in its own row, and is not asked about a second time.", async () => {
  const retail = "Total retail sales of consumer goods";
  const { sheet } = await excel.insert(table("2025-Q1"), newSheet);
  const row = await rowOf(retail);
  await excel.enter(`B${row}`, 0.5, sheet);
  expect(await update(table("2025-11 YTD"))).toMatchObject({
    problem: { name: "changed-inside", count: 1, cells: [{ address: `B${row}`, text: "0.5" }] },
  });
  const updated = done(await update(table("2025-11 YTD"), "keep"));
  expect(updated.text.en).toMatch(/Your cell in it was kept\.$/);
  expect((await beside(retail))?.value).toBe(0.5);
  // In the next period and another language the cell goes with its row, without a question.
  const translated = done(await update(table("2025"), undefined, "zh"));
  expect(translated.text.zh).toMatch(/已保留。/);
  expect((await beside("社会消费品零售总额"))?.value).toBe(0.5);
});

const digital = "Digital products, online sales";

test("What has no row in the new period is named, and nothing is done.", async () => {
  const { sheet } = await excel.insert(table("2025-Q1"), newSheet);
  const label = await excel.find(digital, sheet);
  await excel.enter(label, "My own name of it", sheet);
  const before = seen(await excel.model());
  expect(await update(tableOf(["TOTAL_RETAIL", "INSTORE_DINING"]), "keep")).toMatchObject({
    problem: {
      name: "changed-inside",
      unplaced: true,
      cells: [{ address: label, text: "My own name of it" }],
    },
  });
  expect(seen(await excel.model())).toBe(before);
});

test("A formula that is kept in another row follows the cells of its row, and no others.", async () => {
  const { sheet } = await excel.insert(table("2025-Q1"), newSheet);
  const formulaIn = (row: string) => `=LEN(A${row})+$F$1+SUM(A1:A2)`;
  const row = await rowOf(digital);
  await excel.enter(`B${row}`, formulaIn(row), sheet);
  done(await update(table("2025-11 YTD"), "keep"));
  expect((await beside(digital))?.formula).toBe(formulaIn(await rowOf(digital)));
});

test("A truth value that is kept stays one.", async () => {
  const { sheet } = await excel.insert(table("2025-Q1"), newSheet);
  await excel.enter(`B${await rowOf(digital)}`, "TRUE", sheet);
  done(await update(table("2025-11 YTD"), "keep"));
  expect((await beside(digital))?.value).toBe(true);
});

test.each(["keep", "replace"] as const)("One Undo after an update that was told to %s", async (changes) => {
  const { sheet } = await excel.insert(quarterOf("2025-Q1"), newSheet);
  const changed = `B${await rowOf("Total retail sales of consumer goods")}`;
  await excel.enter(changed, "=1+1", sheet);
  await excel.enter("B3", "My remark", sheet);
  await excel.editSheet(sheet, (page) => (page.getRange(changed).format.fill.color = "#FFFF00"));
  const before = seen(await excel.model());
  const { block } = done(await update(quarterOf("2025-H1"), changes));
  expect(seen(await excel.model())).not.toBe(before);
  await excel.remove(block ?? "");
  expect(seen(await excel.model())).toBe(before);
  done(await update(quarterOf("2025-H1"), changes));
});

test("Removal shows what the user wrote, and is taken back whole: on a sheet of others, and with its own sheet.", async () => {
  await excel.insert(table("2025-Q1"), at("B4"));
  const label = await excel.find(digital);
  await excel.enter(`C${label.slice(1)}`, 9);
  const before = seen(await excel.model());
  expect(await remove()).toMatchObject({
    problem: { name: "changed-inside", removing: true, cells: [{ text: "9" }] },
  });
  const removed = done(await remove({ changes: "replace" }));
  expect(await excel.blocks()).toEqual([]);
  await excel.remove(removed.block ?? "");
  expect(seen(await excel.model())).toBe(before);
  done(await remove({ changes: "replace" }));

  const { sheet } = await excel.insert(quarterOf("2025-Q1"), newSheet);
  await excel.enter("A1", "Retail desk", sheet);
  await excel.enter("B3", "Call before Friday.", sheet);
  const written = await excel.cells(sheet);
  expect(await remove()).toMatchObject({
    problem: { name: "changed-inside", count: 2, cells: [{ address: "A1" }, { address: "B3" }] },
  });
  const deleted = done(await remove({ changes: "replace" }));
  expect(await excel.sheetNames()).toEqual(["Sheet1"]);
  await excel.remove(deleted.block ?? "");
  expect(await excel.cells(sheet)).toEqual(written);
  const updated = done(await update(quarterOf("2025-H1")));
  expect((await excel.cell("B3", updated.sheet))?.value).toBe("Call before Friday.");
});

test("A row that was inserted inside of a block is no hundred changed cells.", async () => {
  const { sheet } = await excel.insert(quarterOf("2025-Q1"), newSheet);
  await excel.editSheet(sheet, (page) => page.getRange("10:10").insert("Down"));
  await excel.enter("B3", "My remark", sheet);
  const updated = done(await update(quarterOf("2025-H1")));
  expect((await excel.cell("B3", updated.sheet))?.value).toBe("My remark");
  await excel.editSheet(updated.sheet, (page) => page.getRange("12:13").insert("Down"));
  await excel.enter("C12", "Only this is mine", updated.sheet);
  expect(await update(quarterOf("2025"))).toMatchObject({
    problem: { name: "changed-inside", count: 1, cells: [{ address: "C12", text: "Only this is mine" }] },
  });
});
