import type { Period } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import { done, listed, openExcel, reopen } from "../excel";
import type { OpenExcel } from "../excel";
import { furnish } from "../furnish";
import { look } from "../seen";
import { openStrict } from "../strict";

/** Blocks that share rows with each other, among cells that people have dressed. */
jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
  await furnish(excel);
  excel.settings.set("ECOM.asof", "2026-09-15");
});
afterEach(() => excel.dispose());

const table: Insertion = {
  kind: "table",
  indicators: ["DIGITAL_PRODUCTS", "ONLINE_ENTERTAINMENT"],
  period: "2025-Q1" as Period,
};
const chart: Insertion = { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: "2025-Q1" as Period };
const seen = async () => look(await excel.model());
const insert = async (insertion: Insertion, address: string): Promise<string> =>
  done(await excel.actions.insert(insertion, { kind: "at", sheet: "Sheet1", address }, "en")).block ?? "";

test.each([
  ["the earlier first", [0, 1]],
  ["the later first", [1, 0]],
])("Of two blocks side by side both are removed without a trace: %s", async (_what, order) => {
  await excel.edit((workbook) => {
    const { format } = workbook.worksheets.getItem("Sheet1").getRange("6:30");
    format.rowHeight = 9;
  });
  const before = await seen();
  const blocks = [await insert(table, "B6"), await insert(chart, "P6")];
  for (const index of order) done(await excel.actions.remove(blocks[index] ?? ""));
  expect(await seen()).toEqual(before);
});

test("Where Excel cuts long properties, the one that stays is found and removed without a trace all the same.", async () => {
  excel.dispose();
  excel = await openStrict();
  await furnish(excel);
  excel.settings.set("ECOM.asof", "2026-09-15");
  await excel.edit((workbook) => {
    workbook.worksheets.getItem("Sheet1").getRange("6:30").format.rowHeight = 9;
  });
  const before = await seen();
  const first = await insert(table, "B6");
  await insert(chart, "P6");
  done(await excel.actions.remove(first));
  excel = await reopen(excel, openStrict);
  const [left] = await listed(excel);
  expect(left?.address).toMatch(/^P6/);
  done(await excel.actions.remove(left?.id ?? ""));
  const rows = (await excel.model()).sheets[0]?.rowHeights;
  expect(rows).toEqual((before as { sheets: { rowHeights: unknown }[] }).sheets[0]?.rowHeights);
});

test("A removed block gives its cells back the fills, formats and lines that they had, after an update too.", async () => {
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("C8").format.borders.getItem("EdgeBottom").style = "Continuous";
    sheet.getRange("C9:D10").format.font.italic = true;
  });
  const before = await seen();
  const block = await insert(table, "B6");
  done(await excel.actions.insert(table, { kind: "block", block }, "zh"));
  done(await excel.actions.remove(block));
  expect(await seen()).toEqual(before);
});
