import { eachTest } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { enterFormulas, growth } from "./formulas";

/** What is frozen is listed, with its sources, on a sheet of its own. */
const excel = eachTest(openExcelWithFunctions);

/** The values of one row of the list, in these columns. */
async function row(number: number, columns: string): Promise<unknown[]> {
  const cells = await excel.cells("ECOM sources");
  return [...columns].map((column) => cells[`${column}${number}`]?.value);
}

test("What is frozen is listed with indicator, period, source and link.", async () => {
  await excel.enter("B2:B3", [[growth], ['=ECOM.VALUE("total","2025-Q1")']]);
  await excel.freeze();
  expect((await excel.sheetNames())[1]).toBe("ECOM sources");
  expect(await excel.tableNames()).toEqual(["ECOM_sources"]);
  expect(await row(5, "ABCDEF")).toEqual([
    "Sheet1",
    "B2",
    growth,
    0.074,
    "Digital products, online sales",
    "2025-Q1",
  ]);
  // For this release of the ministry no address is known; for the bureau's in the next row there is one.
  expect(await row(5, "GHI")).toEqual([
    "[Development of E-Commerce in China in Q1 2025]",
    "Ministry of Commerce of China",
    undefined,
  ]);
  expect((await row(6, "I"))[0]).toMatch(/^https:\/\/www\.stats\.gov\.cn\//);
  const cells = await excel.cells("ECOM sources");
  expect(cells["C5"]?.formula).toBeUndefined();
  expect(cells["D5"]?.numberFormat).toBe("0.0%");
});

test("In Chinese it has a Chinese name, which stays whatever comes later.", async () => {
  await excel.enter("B2:B3", [[growth], ['=ECOM.VALUE("total","2025-Q1")']]);
  await excel.select("B2");
  const chinese = await excel.freeze("selection", "zh");
  expect(chinese.text.zh).toContain("清单见“ECOM 来源”");
  expect(await excel.sheetNames()).toEqual(["Sheet1", "ECOM 来源"]);
  await excel.select("B3");
  const english = await excel.freeze("selection", "en");
  expect(english.text.en).toContain("listed on “ECOM 来源”");
  expect(await excel.sheetNames()).toEqual(["Sheet1", "ECOM 来源"]);
  await excel.thaw();
  expect(await excel.sheetNames()).toEqual(["Sheet1"]);
});

test.each([
  ["a freezing", () => excel.freeze(), ["Sheet", "Sheet1", "Sheet1"]],
  ["a thawing", () => excel.thaw(), undefined],
])(
  "What stood on a sheet that was deleted leaves the list with the next act: %s",
  async (_what, act, listed) => {
    await excel.enter("A1", growth);
    await excel.edit(({ worksheets }) => worksheets.add("Gone"));
    await excel.enter("A1:A3", [[growth], [growth], [growth]], "Gone");
    await excel.freeze();
    await excel.editSheet("Gone", (sheet) => sheet.delete());
    await excel.enter("B1", growth);
    await act();
    const cells = await excel.cells("ECOM sources");
    const lines = Object.entries(cells).flatMap(([address, { value }]) =>
      /^A[4-9]$/.test(address) && value !== undefined ? [value] : [],
    );
    expect(lines).toEqual(listed ?? []);
    expect((await excel.sheetNames()).includes("ECOM sources")).toBe(listed !== undefined);
  },
);

test("Its sheet is kept for a chart that somebody drew there, and the list goes.", async () => {
  await excel.enter("B2", growth);
  await excel.freeze();
  await excel.editSheet("ECOM sources", (sheet) => {
    sheet.charts.add("Line", sheet.getRange("A4:B6"), "Columns").name = "Theirs";
  });
  await excel.thaw();
  const { id, cells } = await excel.sheet("ECOM sources");
  expect((await excel.model()).state.charts).toMatchObject([{ name: "Theirs", sheetId: id }]);
  expect(Object.values(cells).filter(({ value }) => value !== undefined)).toEqual([]);
});

test("Its sheet is left to who has written above the list, and the list goes.", async () => {
  await enterFormulas(excel);
  await excel.freeze();
  await excel.enter("C3", "Mine", "ECOM sources");
  await excel.thaw();
  expect(Object.values(await excel.cells("ECOM sources")).map(({ value }) => value)).toEqual(["Mine"]);
  expect(await excel.tableNames()).not.toContain("ECOM_sources");
});
