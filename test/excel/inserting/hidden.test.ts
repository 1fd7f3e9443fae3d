import type { Insertion } from "../../../src/workbook/insertion";
import type { Progress } from "../../../src/workbook/outcome";
import { problemText } from "../../../src/workbook/problem";
import { eachTest } from "../excel";
import { openStrict } from "../functions";
import { at, newSheet, over, tableOf } from "../insertions";
import { done } from "../workbook";

/**
 * Rows hidden by a filter or by hand. What is written across filtered rows ends up in wrong cells, in Excel (office-js #224) and
 * in the host.
 */
const excel = eachTest(openStrict);

const of = (period: string, live = false): Insertion =>
  tableOf(["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL", "EXPRESS_VOLUME"], period, {
    live,
  });
const insertTable = async () => (await excel.insert(of("2025-Q1"), newSheet)).sheet;
const update = async (period: string, language: "en" | "zh" = "en", how: Progress = {}) =>
  excel.insert(of(period), over((await excel.firstBlock()).id), language, how);

/** Filters the first table by these texts of its first column. */
const filter = (sheet: string, texts: readonly string[]) =>
  excel.editSheet(sheet, ({ tables }) =>
    tables
      .getItemAt(0)
      .columns.getItemAt(0)
      .filter.applyValuesFilter([...texts]),
  );
/** Filters for the row about express parcels, and gives its label. */
async function filterExpress(sheet: string): Promise<string> {
  const labels = Object.values(await excel.cells(sheet)).map(({ value }) => String(value));
  const label = labels.find((value) => /Express/.test(value)) ?? "";
  await filter(sheet, [label]);
  return label;
}
const filtersNow = async () => (await excel.model()).state.tables[0]?.filters;
const hiddenRows = async (sheet: string) => (await excel.sheet(sheet)).hiddenRows;
const values = async (sheet: string) =>
  Object.fromEntries(
    Object.entries(await excel.cells(sheet)).flatMap(([address, { value }]) =>
      value === undefined ? [] : [[address, value]],
    ),
  );

test("The host misplaces, as Excel does.", async () => {
  await excel.enter("A1:A4", [["x"], ["a"], ["b"], ["c"]]);
  await excel.editSheet("Sheet1", ({ tables }) => tables.add("A1:A4", true));
  await filter("Sheet1", ["a", "c"]);
  await excel.editSheet("Sheet1", (sheet) => (sheet.getRange("A2:A4").values = [["1"], ["2"], ["3"]]));
  expect(await values("Sheet1")).toEqual({ A1: "x", A2: 1, A3: "b", A4: 1 });
});

test.each(["2025-Q1", "2025-11 YTD"])(
  "An update under the user's filter puts every figure into its row, and sets the filter again: %s",
  async (period) => {
    const sheet = await insertTable();
    const label = String((await excel.cell("A4", sheet))?.value);
    await filter(sheet, [label]);
    expect(await hiddenRows(sheet)).toEqual([2, 4]);
    await excel.editSheet(sheet, (page) => (page.getRange("B3").values = [["mine"]]));
    const updated = await update(period, "en", { changes: "replace" });
    expect(updated.text.en).toContain("Filters there were taken off for the writing and set again.");
    expect(await filtersNow()).toEqual({ 0: [label] });
    expect((await hiddenRows(updated.sheet)).length).toBeGreaterThan(0);
    const written = await values(updated.sheet);
    await excel.openAnother();
    const fresh = await excel.insert(of(period), newSheet);
    expect(written).toEqual(await values(fresh.sheet));
  },
);

test("A filter that would keep nothing any more is taken off, and that is said.", async () => {
  await filterExpress(await insertTable());
  const updated = await update("2025-Q1", "zh");
  expect(updated.text.zh).toMatch(/的筛选已取消。/);
  expect(await filtersNow()).toBeUndefined();
  expect(await hiddenRows(updated.sheet)).toEqual([]);
});

test("Removal of a filtered table leaves no hidden row, and Undo brings the filter back.", async () => {
  const sheet = await insertTable();
  await excel.enter("A40", "mine", sheet);
  const label = await filterExpress(sheet);
  const before = [await hiddenRows(sheet), await values(sheet)];
  const removed = await excel.remove((await excel.firstBlock()).id);
  expect(await hiddenRows(sheet)).toEqual([]);
  await excel.remove(removed.block ?? "");
  expect(await filtersNow()).toEqual({ 0: [label] });
  expect([await hiddenRows(sheet), await values(sheet)]).toEqual(before);
});

describe("an insertion beside a filtered table of the user's", () => {
  const insert = (how: Progress = {}) => excel.actions.insert(of("2025-Q1"), at("D2"), "en", how);
  beforeEach(async () => {
    await excel.editSheet("Sheet1", (sheet) => {
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
    const asked = await insert();
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
    const before = await excel.sheet();
    const shown = done(await insert({ hidden: "show" }));
    expect(shown.text.en).toContain("The filter on A1:B5 was taken off.");
    expect(await hiddenRows("Sheet1")).toEqual([]);
    expect((await excel.cell("A4"))?.value).toBe("c");
    await excel.remove(shown.block ?? "");
    const after = await excel.sheet();
    expect([after.hiddenRows, after.cells]).toEqual([before.hiddenRows, before.cells]);
    expect(await filtersNow()).toEqual({ 0: ["a", "d"] });
  });

  test("goes on where no row of it is hidden.", async () => {
    await excel.insert(of("2025-Q1"), at("D8"));
    expect(await hiddenRows("Sheet1")).toEqual([2, 3]);
  });

  test("that fails leaves the filter as it was.", async () => {
    excel.host.faults.refuse("NamedItemCollection.add", "GeneralException");
    await excel.refuses({}, () => insert({ hidden: "show" }));
  });
});

test("Rows that the user hid by hand in a block stay hidden while it has the same rows.", async () => {
  await excel.editSheet(await insertTable(), (sheet) => (sheet.getRange("7:7").rowHidden = true));
  const { sheet } = await update("2025-Q1", "zh");
  expect(await hiddenRows(sheet)).toEqual([6]);
});

test("Where nothing is hidden it costs two messages, and where something is, one more.", async () => {
  await insertTable();
  const { id } = await excel.firstBlock();
  excel.messages();
  const { sheet } = await excel.insert(of("2025-11 YTD"), over(id));
  expect(excel.messages()).toHaveLength(2);
  await filterExpress(sheet);
  excel.messages();
  await excel.insert(of("2025-Q1"), over(id));
  expect(excel.messages().length).toBeLessThanOrEqual(3);
});

test("A single formula in a filtered row arrives there.", async () => {
  await excel.editSheet("Sheet1", (sheet) => {
    sheet.getRange("A1:B4").values = [
      ["x", "y"],
      ["a", ""],
      ["b", ""],
      ["c", ""],
    ];
    sheet.tables.add("A1:B4", true);
  });
  await filter("Sheet1", ["a"]);
  const formula = '=ECOM.GROWTH("digital","2025-Q1")';
  done(await excel.actions.writeFormula("Sheet1", "B3", formula, ""));
  expect((await excel.cell("B3"))?.formula).toBe(formula);
});

test("Freezing and thawing under a filter change each formula in its own cell, and the filter stays.", async () => {
  const { sheet } = await excel.insert(of("2025-Q1", true), newSheet);
  const label = await filterExpress(sheet);
  const [before, shown] = [await excel.sheet(sheet), await values(sheet)];
  await excel.freeze();
  expect(await values(sheet)).toEqual(shown);
  expect(await hiddenRows(sheet)).toEqual(before.hiddenRows);
  await excel.thaw();
  expect(await excel.sheet(sheet)).toEqual(before);
  expect(await filtersNow()).toEqual({ 0: [label] });
});

test("Where Excel refuses to say which rows are hidden, and where it is old, it is written as before.", async () => {
  await excel.openAnother(() => openStrict({ ExcelApi: "1.8", CustomFunctionsRuntime: "1.4" }));
  excel.host.faults.refuse("Range.rowHidden", "ApiNotFound");
  await excel.insert(of("2025-Q1"), at("B2"));
});

test("A summary on a hidden sheet says so, and going there shows it.", async () => {
  await insertTable();
  const { id, sheet } = await excel.firstBlock();
  await excel.editSheet(sheet, (page) => (page.visibility = "Hidden"));
  const again = await excel.insert(of("2025-Q1"), over(id));
  expect(again).toMatchObject({ hidden: true });
  expect(again.text.en).toMatch(/ The sheet is hidden\.$/);
  expect(again.text.zh).toMatch(/该工作表已隐藏。$/);
  const updated = await excel.insert(of("2025-11 YTD"), over(id));
  expect(updated).toMatchObject({ hidden: true });
  done(await excel.actions.goTo(updated.sheet, updated.address, { show: true }));
  const { state } = await excel.model();
  expect(state.sheets[(await excel.sheet(updated.sheet)).id]?.visibility).toBe("Visible");
});
