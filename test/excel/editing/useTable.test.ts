import { findIndicator, joinTables, liveStore, official } from "../../../src/dataset";
import type { Outcome } from "../../../src/workbook/outcome";
import { eachTest } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { addSales, addTable, answer, joinSales, sales } from "./salesTable";

/** How a table of the user's joins, is read again, and is taken out. */
const excel = eachTest(openExcelWithFunctions);
afterEach(() => joinTables(undefined));

const ourSales = '=ECOM.VALUE("our sales",2025)';
const shown = async (address: string) => (await excel.cell(address))?.value;

function findingsOf(outcome: Outcome): string[] {
  if (outcome.ok || outcome.problem.name !== "user-table") throw new Error(JSON.stringify(outcome));
  return outcome.problem.findings.map(({ address, text }) => `${address}: ${text.en}`);
}

test("It joins from the selection in one reading, and formulas that were there before answer.", async () => {
  await addSales(excel);
  expect(await answer(excel, "J2", ourSales)).toBe("#VALUE!");
  excel.messages();
  const outcome = await excel.actions.useTable();
  expect(outcome).toMatchObject({ ok: true, done: { sheet: "Sheet1", address: "B2:F5" } });
  expect(excel.messages()).toHaveLength(2);
  expect(outcome.ok && outcome.done.text.en).toBe("“Sales” has joined your data: 1 indicator, 3 figures.");
  expect(await shown("J2")).toBe(15_000_000);
  expect(await answer(excel, "J3", '=ECOM.GROWTH("Our sales","2025-Q1")')).toBe(0.074);
  expect(await answer(excel, "J4", '=ECOM.GROWTH("Our sales",2025,"computed")')).toBe(0.25);
  expect(await answer(excel, "J5", '=ECOM.INFO("Our sales","source",2025)')).toBe("Own data: Sales");
  expect(await answer(excel, "J7", '=ECOM.INFO("Our sales","theme")')).toBe("Own data: Sales");
});

test("It is there after the workbook is closed and opened, with no pane.", async () => {
  await joinSales(excel);
  joinTables(undefined);
  await excel.reopen();
  expect(await answer(excel, "J2", '=ECOM.VALUE("our sales",2025,"wan")')).toBe(1500);
});

test("It is read again by its name, and taken out again.", async () => {
  await joinSales(excel);
  await excel.enter("J2", ourSales);
  await excel.enter("D4", 1600);
  await excel.select("Z1");
  expect(await excel.actions.useTable("Sales")).toMatchObject({ ok: true });
  expect(await shown("J2")).toBe(16_000_000);
  expect(liveStore.parts).toHaveLength(2);
  expect(await excel.actions.dropTable("Sales")).toMatchObject({ ok: true });
  expect(await shown("J2")).toBe("#VALUE!");
  expect(liveStore).toBe(official);
  expect(excel.saved.has("ECOM.own")).toBe(false);
});

test("It does not join where anything is wrong, and what was there stays.", async () => {
  await joinSales(excel);
  const before = excel.settings.get("ECOM.own");
  await excel.enter("B3", "digital");
  await excel.enter("D4", "many");
  await excel.enter("C5", "Q9");
  expect(findingsOf(await excel.actions.useTable())).toEqual([
    "B3: “digital” means an official indicator: choose another name.",
    "D4: “many” is no number: write 1234.5, 7.4%, 35 million yuan, or – where there is no figure.",
    "C5: “Q9” is no period: write 2025, 2025-Q1, 2025-03 or a date.",
  ]);
  expect(excel.settings.get("ECOM.own")).toBe(before);
  expect(findIndicator("Our sales").ok).toBe(true);
});

test("It is asked for where no cell of a table is selected, and where it is no more there.", async () => {
  expect(await excel.actions.useTable()).toEqual({ ok: false, problem: { name: "no-table" } });
  expect(await excel.actions.useTable("Gone")).toEqual({
    ok: false,
    problem: { name: "table-gone", table: "Gone" },
  });
});

test.each([
  ["by its old name", "Sales"],
  ["by the selected cell", undefined],
])("It is followed when the user renames it: read again %s", async (_how, name) => {
  await joinSales(excel);
  await excel.enter("J2", ourSales);
  await excel.editSheet("Sheet1", (sheet) => {
    sheet.tables.getItem("Sales").name = "Turnover";
    sheet.getRange("D4").values = [[1600]];
    sheet.tables.add(sheet.getRange("L20:M21"), true).name = "Other";
  });
  const outcome = await excel.actions.useTable(name);
  expect(outcome.ok && outcome.done.text).toEqual({
    en: "“Turnover” has joined your data: 1 indicator, 3 figures. It takes the place of “Sales”: that name is no longer in the workbook.",
    zh: "“Turnover”已加入：1个指标，3个数据。它取代了“Sales”：工作簿中已没有该名称的表。",
  });
  expect(await shown("J2")).toBe(16_000_000);
  expect(liveStore.parts).toHaveLength(2);
  expect(await excel.actions.useTable("Turnover")).toMatchObject({ ok: true });
});

test("It is not taken for another that is still there, and of two like it none is chosen.", async () => {
  await joinSales(excel);
  await addTable(excel, sales, "Copy", "B12");
  expect(findingsOf(await excel.actions.useTable())).toContain(
    "B13: “Our sales” is also in “Sales”: choose another name.",
  );
  await addTable(excel, sales, "Second", "B22");
  await excel.editSheet("Sheet1", ({ tables }) => tables.getItem("Sales").delete());
  expect(await excel.actions.useTable("Sales")).toMatchObject({ problem: { name: "table-gone" } });
});

test("It stays out where the host does not keep it.", async () => {
  await addSales(excel);
  excel.savesSettings = false;
  expect(await excel.actions.useTable()).toMatchObject({
    ok: false,
    problem: { name: "setting-not-saved" },
  });
  excel.actions.settings();
  expect(liveStore).toBe(official);
});

test("It is asked for again after a connection that was lost, and not where Excel cannot tell of tables.", async () => {
  await addSales(excel);
  const { prototype } = excel.Excel.RequestContext;
  const { sync } = prototype;
  Object.assign(prototype, {
    sync: () => Promise.reject(Object.assign(new Error("lost"), { code: "ConnectionFailure" })),
  });
  expect(await excel.actions.useTable()).toMatchObject({ ok: false, problem: { name: "host-lost" } });
  Object.assign(prototype, { sync });
  expect(await excel.actions.useTable()).toMatchObject({ ok: true });
  await excel.openAnother(() => openExcelWithFunctions({ ExcelApi: "1.8" }));
  expect(await excel.actions.useTable()).toEqual({
    ok: false,
    problem: { name: "not-supported", needs: "ExcelApi 1.9" },
  });
});
