import type { Insertion } from "../../../src/workbook/insertion";
import { eachTest, openExcel, type OpenExcel } from "../excel";
import { openStrict } from "../functions";
import { at, expressChart, over, tableOfTwo } from "../insertions";
import { look } from "../seen";
import { furnish } from "../workbook";

/** Blocks that share rows, among cells that people have formatted. */
async function prepare(opened: OpenExcel): Promise<void> {
  await furnish(opened);
  opened.settings.set("ECOM.asof", "2026-09-15");
}
const excel = eachTest(openExcel, prepare);

const seen = async () => look(await excel.model());
const insert = async (insertion: Insertion, address: string): Promise<string> =>
  (await excel.insert(insertion, at(address))).block ?? "";
/** Makes rows so low that each insertion enlarges them. */
const lowerRows = () => excel.editSheet("Sheet1", (sheet) => (sheet.getRange("6:30").format.rowHeight = 9));

test.each([
  ["the earlier first", [0, 1]],
  ["the later first", [1, 0]],
])("Of two blocks side by side both are removed without a trace: %s", async (_what, order) => {
  await lowerRows();
  const before = await seen();
  const blocks = [await insert(tableOfTwo, "B6"), await insert(expressChart, "P6")];
  for (const index of order) await excel.remove(blocks[index] ?? "");
  expect(await seen()).toEqual(before);
});

test("Where Excel cuts long properties, the one that stays is found and removed without a trace all the same.", async () => {
  await excel.openAnother(openStrict);
  await prepare(excel);
  await lowerRows();
  const { rowHeights } = await excel.sheet();
  const table = await insert(tableOfTwo, "B6");
  await insert(expressChart, "P6");
  await excel.remove(table);
  await excel.reopen();
  const { id, address } = await excel.firstBlock();
  expect(address).toMatch(/^P6/);
  await excel.remove(id);
  expect((await excel.sheet()).rowHeights).toEqual(rowHeights);
});

test("A removed block gives its cells back the fills, formats and lines that they had, after an update too.", async () => {
  await excel.editSheet("Sheet1", (sheet) => {
    sheet.getRange("C8").format.borders.getItem("EdgeBottom").style = "Continuous";
    sheet.getRange("C9:D10").format.font.italic = true;
  });
  const before = await seen();
  const block = await insert(tableOfTwo, "B6");
  await excel.insert(tableOfTwo, over(block), "zh");
  await excel.remove(block);
  expect(await seen()).toEqual(before);
});
