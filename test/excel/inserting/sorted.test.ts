import type { Period } from "../../../src/dataset";
import type { Insertion } from "../../../src/workbook/insertion";
import { done, openExcel, type OpenExcel } from "../excel";
import { seen } from "../seen";

/** A table of ours that the user sorts is not changed: no figure is asked about, and none is left of an older period. */
jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

const of = (period: string, live = false): Insertion => ({
  kind: "table",
  indicators: ["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL"],
  period: period as Period,
  live,
});
const sort = () =>
  excel.edit(({ worksheets }) => {
    worksheets
      .getItem("Sheet1")
      .tables.getItemAt(0)
      .sort.apply([{ key: 0, ascending: true }]);
  });
const cells = async () => {
  const { cells = {} } = (await excel.model()).sheets[0] ?? {};
  return Object.fromEntries(Object.entries(cells).map(([at, { value, formula }]) => [at, formula ?? value]));
};
const insert = async (insertion: Insertion): Promise<string> =>
  done(await excel.actions.insert(insertion, { kind: "at", sheet: "Sheet1", address: "A1" }, "en")).block ??
  "";
const update = (block: string, insertion: Insertion, changes?: "keep" | "replace") =>
  excel.actions.insert(insertion, { kind: "block", block }, "en", changes ? { changes } : {});

test.each([false, true])(
  "An update to another period writes every figure again, and says so; live: %s",
  async (live) => {
    const block = await insert(of("2025-Q1", live));
    const first = (await cells())["A3"];
    await sort();
    expect((await cells())["A3"]).not.toBe(first);
    const sorted = seen(await excel.model());
    const updated = done(await update(block, of("2025-11 YTD", live)));
    expect(updated.text.en).toContain("Its table is no longer sorted as you had it: sort it again.");
    expect(updated.text.zh).toContain("表格已不再按您的方式排序，请重新排序。");
    const now = await cells();
    done(await excel.actions.remove(updated.block ?? ""));
    expect(seen(await excel.model())).toBe(sorted);
    excel.dispose();
    excel = await openExcel();
    await insert(of("2025-11 YTD", live));
    expect(now).toEqual(await cells());
  },
);

test("Inserting the same again leaves the order as it is.", async () => {
  const block = await insert(of("2025-Q1"));
  await sort();
  const before = await excel.model();
  expect(done(await update(block, of("2025-Q1"))).text.en).toMatch(/^Already there/);
  expect(await excel.model()).toEqual(before);
});

test("A cell that was changed besides is the only one that is named, and is kept in its own row.", async () => {
  const block = await insert(of("2025-Q1"));
  const label = (await cells())["A3"];
  await sort();
  const [place = ""] =
    Object.entries(await cells()).find(([at, text]) => at.startsWith("A") && text === label) ?? [];
  await excel.edit(({ worksheets }) => {
    worksheets.getItem("Sheet1").getRange(place.replace("A", "B")).values = [[99]];
  });
  expect(await update(block, of("2025-11 YTD"))).toMatchObject({
    problem: { name: "changed-inside", count: 1, cells: [{ address: place.replace("A", "B"), text: "99" }] },
  });
  done(await update(block, of("2025-11 YTD"), "keep"));
  const now = await cells();
  const [again = ""] = Object.entries(now).find(([at, text]) => at.startsWith("A") && text === label) ?? [];
  expect(now[again.replace("A", "B")]).toBe(99);
  expect(Object.values(now).filter((value) => value === 99)).toHaveLength(1);
});

test("Removal asks nothing, and Undo brings the order back.", async () => {
  const block = await insert(of("2025-Q1"));
  await sort();
  const before = await cells();
  const removed = done(await excel.actions.remove(block));
  expect(await cells()).toEqual({});
  done(await excel.actions.remove(removed.block ?? ""));
  expect(await cells()).toEqual(before);
});

test("A row that was written over with another's words is a change, not a sorting.", async () => {
  const block = await insert(of("2025-Q1"));
  await excel.edit(({ worksheets }) => {
    const sheet = worksheets.getItem("Sheet1");
    sheet.getRange("B3").values = [[1]];
  });
  expect(await update(block, of("2025-11 YTD"))).toMatchObject({ problem: { count: 1 } });
});

test.each(["2025-Q1", "2025"])(
  "Each figure has its own number format again after an update to %s",
  async (period) => {
    const mixed = (of: string): Insertion => ({
      kind: "table",
      indicators: ["ONLINE_RETAIL_TOTAL", "DIGITAL_PRODUCTS", "EXPRESS_VOLUME", "INSTORE_DINING"],
      period: of as Period,
      live: false,
    });
    const shown = async () => {
      const { cells: all = {} } = (await excel.model()).sheets[0] ?? {};
      return Object.fromEntries(
        Object.entries(all).map(([at, { value, numberFormat }]) => [at, [value, numberFormat]]),
      );
    };
    const block = await insert(mixed("2025-Q1"));
    await sort();
    await excel.edit(({ worksheets }) => {
      worksheets.getItem("Sheet1").getRange("B4").values = [[99]];
    });
    done(await update(block, mixed(period), "replace"));
    const now = await shown();
    excel.dispose();
    excel = await openExcel();
    await insert(mixed(period));
    expect(now).toEqual(await shown());
  },
);
