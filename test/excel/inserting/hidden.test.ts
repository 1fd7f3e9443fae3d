import type { Period } from "../../../src/dataset";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import type { Progress } from "../../../src/workbook/outcome";
import { problemText } from "../../../src/workbook/problem";
import { done, firstBlock, type OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { newestSets, openStrict } from "../strict";

/**
 * Rows that a filter hides, or somebody by hand. The host misplaces what is written across filtered rows, as Excel does
 * (office-js #224).
 */
jest.setTimeout(120_000);

let excel: OpenExcel;
const open = async (sets = newestSets) => {
  excel = await openExcelWithFunctions(sets, { rules: "strict" });
};
beforeEach(async () => {
  excel = await openStrict();
});
afterEach(() => excel.dispose());

const of = (period: string): Insertion => ({
  kind: "table",
  indicators: ["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL", "EXPRESS_VOLUME"],
  period: period as Period,
  live: false,
});
const sheetNow = async (name: string) => {
  const found = (await excel.model()).sheets.find((one) => one.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const update = async (period: string, how: Progress = {}) =>
  excel.actions.insert(of(period), { kind: "block", block: (await firstBlock(excel)).id }, "en", how);
const tableNow = async () => (await excel.model()).state.tables[0];
/** Keeps of the first table's rows those with one of these texts in a column. */
const filter = (sheet: string, kept: readonly string[], column = 0) =>
  excel.edit(({ worksheets }) => {
    const table = worksheets.getItem(sheet).tables.getItemAt(0);
    table.columns.getItemAt(column).filter.applyValuesFilter([...kept]);
  });
const valuesOf = (cells: Readonly<Record<string, { value?: unknown }>>) =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([at, { value }]) => (value === undefined ? [] : [[at, value]])),
  );
const insertTable = async () =>
  done(await excel.actions.insert(of("2025-Q1"), { kind: "new-sheet" }, "en")).sheet;

test("The host misplaces, as Excel does.", async () => {
  await excel.edit(({ worksheets }) => {
    const sheet = worksheets.getItem("Sheet1");
    sheet.getRange("A1:A4").values = [["x"], ["a"], ["b"], ["c"]];
    sheet.tables.add("A1:A4", true);
  });
  await filter("Sheet1", ["a", "c"]);
  await excel.edit(({ worksheets }) => {
    worksheets.getItem("Sheet1").getRange("A2:A4").values = [["1"], ["2"], ["3"]];
  });
  expect(valuesOf((await sheetNow("Sheet1")).cells)).toEqual({ A1: "x", A2: 1, A3: "b", A4: 1 });
});

test.each(["2025-Q1", "2025-11 YTD"])(
  "An update under the user's filter puts every figure into its row, and sets the filter again: %s",
  async (period) => {
    const sheet = await insertTable();
    const label = String((await sheetNow(sheet)).cells["A4"]?.value);
    await filter(sheet, [label]);
    const hidden = (await sheetNow(sheet)).hiddenRows;
    expect(hidden).toEqual([2, 4]);
    await excel.edit(({ worksheets }) => (worksheets.getItem(sheet).getRange("B3").values = [["mine"]]));
    const updated = done(await update(period, { changes: "replace" }));
    expect(updated.text.en).toContain("Filters there were taken off for the writing and set again.");
    const now = await sheetNow((await firstBlock(excel)).sheet);
    expect((await tableNow())?.filters).toEqual({ 0: [label] });
    expect(now.hiddenRows.length).toBeGreaterThan(0);
    const values = valuesOf(now.cells);
    excel.dispose();
    excel = await openStrict();
    const fresh = done(await excel.actions.insert(of(period), { kind: "new-sheet" }, "en"));
    expect(values).toEqual(valuesOf((await sheetNow(fresh.sheet)).cells));
  },
);

test("A filter that would keep nothing any more is taken off, and that is said.", async () => {
  const sheet = await insertTable();
  const labels = Object.values((await sheetNow(sheet)).cells).map(({ value }) => String(value));
  await filter(sheet, [labels.find((value) => /Express/.test(value)) ?? ""]);
  const block = (await firstBlock(excel)).id;
  const updated = done(await excel.actions.insert(of("2025-Q1"), { kind: "block", block }, "zh"));
  expect(updated.text.zh).toMatch(/的筛选已取消。/);
  expect((await tableNow())?.filters).toBeUndefined();
  expect((await sheetNow((await firstBlock(excel)).sheet)).hiddenRows).toEqual([]);
});

test("Removal of a filtered table leaves no hidden row, and Undo brings the filter back.", async () => {
  const sheet = await insertTable();
  await excel.edit(({ worksheets }) => (worksheets.getItem(sheet).getRange("A40").values = [["mine"]]));
  const labels = Object.values((await sheetNow(sheet)).cells).map(({ value }) => String(value));
  const label = labels.find((value) => /Express/.test(value)) ?? "";
  await filter(sheet, [label]);
  const before = await sheetNow(sheet);
  const removed = done(await excel.actions.remove((await firstBlock(excel)).id));
  expect((await sheetNow(sheet)).hiddenRows).toEqual([]);
  done(await excel.actions.remove(removed.block ?? ""));
  expect((await tableNow())?.filters).toEqual({ 0: [label] });
  const after = await sheetNow(sheet);
  expect(after.hiddenRows).toEqual(before.hiddenRows);
  expect(valuesOf(after.cells)).toEqual(valuesOf(before.cells));
});

describe("an insertion beside a filtered table of the user's", () => {
  const place: Place = { kind: "at", sheet: "Sheet1", address: "D2" };
  beforeEach(async () => {
    await excel.edit(({ worksheets }) => {
      const sheet = worksheets.getItem("Sheet1");
      sheet.getRange("A1:B5").values = [
        ["Name", "n"],
        ["a", 1],
        ["b", 2],
        ["c", 3],
        ["d", 4],
      ];
      sheet.tables.add("A1:B5", true).name = "Mine";
    });
    await filter("Sheet1", ["a", "d"]);
  });

  test("is asked about in both languages, and nothing is written.", async () => {
    const before = await excel.model();
    const asked = await excel.actions.insert(of("2025-Q1"), place, "en");
    if (asked.ok) throw new Error("inserted");
    expect(asked.problem).toEqual({ name: "hidden-rows", sheet: "Sheet1", rows: "3:4", filtered: true });
    expect(problemText(asked.problem, "en")).toBe(
      "Rows 3:4 of “Sheet1” are hidden by a filter, and Excel misplaces what is written across such rows. Nothing was changed. Show all rows, or choose another place.",
    );
    expect(problemText(asked.problem, "zh")).toBe(
      "“Sheet1”的第3—4行被筛选隐藏，Excel跨隐藏行写入时会错位。工作簿未作任何更改。请显示所有行，或另选位置。",
    );
    expect(await excel.model()).toEqual(before);
  });

  test("shows all rows on request, and Undo filters them again.", async () => {
    const before = await sheetNow("Sheet1");
    const shown = done(await excel.actions.insert(of("2025-Q1"), place, "en", { hidden: "show" }));
    expect(shown.text.en).toContain("The filter on A1:B5 was taken off.");
    expect((await sheetNow("Sheet1")).hiddenRows).toEqual([]);
    expect((await sheetNow("Sheet1")).cells["A4"]?.value).toBe("c");
    done(await excel.actions.remove(shown.block ?? ""));
    const after = await sheetNow("Sheet1");
    expect(after.hiddenRows).toEqual(before.hiddenRows);
    expect(after.cells).toEqual(before.cells);
    expect((await tableNow())?.filters).toEqual({ 0: ["a", "d"] });
  });

  test("goes on where no row of it is hidden.", async () => {
    done(await excel.actions.insert(of("2025-Q1"), { ...place, address: "D8" }, "en"));
    expect((await sheetNow("Sheet1")).hiddenRows).toEqual([2, 3]);
  });

  test("that fails leaves the filter as it was.", async () => {
    const before = await excel.model();
    excel.host.faults.refuse("NamedItemCollection.add", "GeneralException");
    const failed = await excel.actions.insert(of("2025-Q1"), place, "en", { hidden: "show" });
    expect(failed.ok).toBe(false);
    expect(await excel.model()).toEqual(before);
  });
});

test("Rows that the user hid by hand in a block stay hidden while it has the same rows.", async () => {
  const sheet = await insertTable();
  await excel.edit(({ worksheets }) => (worksheets.getItem(sheet).getRange("7:7").rowHidden = true));
  done(
    await excel.actions.insert(of("2025-Q1"), { kind: "block", block: (await firstBlock(excel)).id }, "zh"),
  );
  expect((await sheetNow((await firstBlock(excel)).sheet)).hiddenRows).toEqual([6]);
});

test("Where nothing is hidden it costs two messages, and where something is, one more.", async () => {
  await insertTable();
  const { id, sheet } = await firstBlock(excel);
  const go = (period: string) => excel.actions.insert(of(period), { kind: "block", block: id }, "en");
  excel.messages();
  done(await go("2025-11 YTD"));
  expect(excel.messages()).toHaveLength(2);
  const labels = Object.values((await sheetNow((await firstBlock(excel)).sheet)).cells).map(({ value }) =>
    String(value),
  );
  await filter((await firstBlock(excel)).sheet, [labels.find((value) => /Express/.test(value)) ?? ""]);
  excel.messages();
  done(await go("2025-Q1"));
  expect(excel.messages().length).toBeLessThanOrEqual(3);
  expect(sheet).toBeTruthy();
});

test("A single formula in a filtered row arrives there.", async () => {
  await excel.edit(({ worksheets }) => {
    const sheet = worksheets.getItem("Sheet1");
    sheet.getRange("A1:B4").values = [
      ["x", "y"],
      ["a", ""],
      ["b", ""],
      ["c", ""],
    ];
    sheet.tables.add("A1:B4", true);
  });
  await filter("Sheet1", ["a"]);
  done(await excel.actions.writeFormula("Sheet1", "B3", '=ECOM.GROWTH("digital","2025-Q1")', ""));
  expect((await sheetNow("Sheet1")).cells["B3"]?.formula).toBe('=ECOM.GROWTH("digital","2025-Q1")');
});

test("Freezing and thawing under a filter change each formula in its own cell, and the filter stays.", async () => {
  const live: Insertion = { ...of("2025-Q1"), live: true } as Insertion;
  const { sheet } = done(await excel.actions.insert(live, { kind: "new-sheet" }, "en"));
  const labels = Object.values((await sheetNow(sheet)).cells).map(({ value }) => String(value));
  const label = labels.find((value) => /Express/.test(value)) ?? "";
  await filter(sheet, [label]);
  const before = await sheetNow(sheet);
  done(await excel.actions.freeze("workbook", "en"));
  await excel.host.idle();
  const frozen = await sheetNow(sheet);
  expect(valuesOf(frozen.cells)).toEqual(valuesOf(before.cells));
  expect(frozen.hiddenRows).toEqual(before.hiddenRows);
  done(await excel.actions.thaw("workbook"));
  await excel.host.idle();
  expect(await sheetNow(sheet)).toEqual(before);
  expect((await tableNow())?.filters).toEqual({ 0: [label] });
});

test("Where Excel refuses to say which rows are hidden, and where it is old, it is written as before.", async () => {
  excel.dispose();
  await open({ ExcelApi: "1.8", CustomFunctionsRuntime: "1.4" });
  excel.host.faults.refuse("Range.rowHidden", "ApiNotFound");
  done(await excel.actions.insert(of("2025-Q1"), { kind: "at", sheet: "Sheet1", address: "B2" }, "en"));
});

test("A summary on a hidden sheet says so, and going there shows it.", async () => {
  await insertTable();
  const { id, sheet } = await firstBlock(excel);
  await excel.edit(({ worksheets }) => (worksheets.getItem(sheet).visibility = "Hidden"));
  const again = done(await excel.actions.insert(of("2025-Q1"), { kind: "block", block: id }, "en"));
  expect(again).toMatchObject({ hidden: true });
  expect(again.text.en).toMatch(/ The sheet is hidden\.$/);
  expect(again.text.zh).toMatch(/该工作表已隐藏。$/);
  const updated = done(await excel.actions.insert(of("2025-11 YTD"), { kind: "block", block: id }, "en"));
  expect(updated).toMatchObject({ hidden: true });
  done(await excel.actions.goTo(updated.sheet, updated.address, { show: true }));
  expect((await excel.model()).state.sheets[(await sheetNow(updated.sheet)).id]?.visibility).toBe("Visible");
});
