import type { Insertion } from "../../../src/workbook/insertion";
import { eachTest, openExcel } from "../excel";
import { at, over, tableOf } from "../insertions";
import { seen } from "../seen";
import { done } from "../workbook";

/** Sorting a table of ours is no change: an update asks about no figure and replaces all of them. */
const excel = eachTest(openExcel);

const of = (period: string, live = false): Insertion =>
  tableOf(["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL"], period, { live });
const sort = () =>
  excel.editSheet("Sheet1", ({ tables }) => tables.getItemAt(0).sort.apply([{ key: 0, ascending: true }]));
const insert = async (insertion: Insertion): Promise<string> =>
  (await excel.insert(insertion, at("A1"))).block ?? "";
const update = (block: string, insertion: Insertion, changes?: "keep" | "replace") =>
  excel.actions.insert(insertion, over(block), "en", changes ? { changes } : {});
/** The cell beside a label, in whatever row it is. */
const beside = async (label: unknown) => (await excel.find(String(label))).replace("A", "B");

test.each([false, true])(
  "An update to another period writes every figure again, and says so; live: %s",
  async (live) => {
    const block = await insert(of("2025-Q1", live));
    const first = (await excel.contents())["A3"];
    await sort();
    expect((await excel.contents())["A3"]).not.toBe(first);
    const sorted = seen(await excel.model());
    const updated = done(await update(block, of("2025-11 YTD", live)));
    expect(updated.text.en).toContain("Its table is no longer sorted as you had it: sort it again.");
    expect(updated.text.zh).toContain("表格已不再按您的方式排序，请重新排序。");
    const now = await excel.contents();
    await excel.remove(updated.block ?? "");
    expect(seen(await excel.model())).toBe(sorted);
    await excel.openAnother();
    await insert(of("2025-11 YTD", live));
    expect(now).toEqual(await excel.contents());
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
  const label = (await excel.contents())["A3"];
  await sort();
  const changed = await beside(label);
  await excel.enter(changed, 99);
  expect(await update(block, of("2025-11 YTD"))).toMatchObject({
    problem: { name: "changed-inside", count: 1, cells: [{ address: changed, text: "99" }] },
  });
  done(await update(block, of("2025-11 YTD"), "keep"));
  const now = await excel.contents();
  expect(now[await beside(label)]).toBe(99);
  expect(Object.values(now).filter((value) => value === 99)).toHaveLength(1);
});

test("Removal asks nothing, and Undo brings the order back.", async () => {
  const block = await insert(of("2025-Q1"));
  await sort();
  const before = await excel.contents();
  const removed = await excel.remove(block);
  expect(await excel.contents()).toEqual({});
  await excel.remove(removed.block ?? "");
  expect(await excel.contents()).toEqual(before);
});

test("A row that was written over with another's words is a change, not a sorting.", async () => {
  const block = await insert(of("2025-Q1"));
  await excel.enter("B3", 1);
  expect(await update(block, of("2025-11 YTD"))).toMatchObject({ problem: { count: 1 } });
});

test.each(["2025-Q1", "2025"])(
  "Each figure has its own number format again after an update to %s",
  async (period) => {
    const mixed = (of: string): Insertion =>
      tableOf(["ONLINE_RETAIL_TOTAL", "DIGITAL_PRODUCTS", "EXPRESS_VOLUME", "INSTORE_DINING"], of, {
        live: false,
      });
    const shown = async () =>
      Object.entries(await excel.cells()).map(([address, cell]) => [address, cell.value, cell.numberFormat]);
    const block = await insert(mixed("2025-Q1"));
    await sort();
    await excel.enter("B4", 99);
    done(await update(block, mixed(period), "replace"));
    const now = await shown();
    await excel.openAnother();
    await insert(mixed(period));
    expect(now.sort()).toEqual((await shown()).sort());
  },
);
