import { singles } from "../excel/insertions";
import { openWorkbench } from "./browser";
import type { Workbench } from "./browser";
import { productIn } from "./product";
import { byHand } from "./tables";

const figures = { ...singles["table of several"], live: true };
const place = { kind: "at", sheet: "Sheet1", address: "B2" } as const;

/** The pane's actions, and the block that they inserted. */
async function actionsIn(workbench: Workbench) {
  const { act } = await productIn(workbench);
  const block = async () => {
    const found = await act("blocks");
    if (!found.ok || !found.blocks[0]) throw new Error("There is no block.");
    return { kind: "block", block: found.blocks[0].id } as const;
  };
  return { act, block };
}

/** With the table inserted, a remark beside it, and one of its rows kept by a filter. */
async function filtered() {
  const workbench = await openWorkbench();
  const { act, block } = await actionsIn(workbench);
  await act("insert", figures, place, "en");
  await workbench.put("F4", "a remark in a hidden row");
  await byHand(workbench, "first", 0, ["In-store dining ordered online"]);
  expect(await hiddenRows(workbench)).toEqual([3, 5]);
  return { workbench, act, block };
}

const hiddenRows = ({ page }: Workbench) =>
  page.evaluate(() => window.workbench!.host.snapshot().sheets[0]!.hiddenRows);

const q1 = [
  ["Online entertainment", "+40%"],
  ["In-store dining ordered online", "+29.2%"],
  ["Digital products, online sales", "+7.4%"],
];
const year = [
  ["In-store dining ordered online", "+23.7%"],
  ["Express delivery volume", "+13.6%"],
];

describe("a table that the add-in inserted", () => {
  test("sorted by a person takes formats along, and is updated with no figure beside another's name.", async () => {
    const workbench = await openWorkbench();
    const { act, block } = await actionsIn(workbench);
    const { texts, enter } = workbench;
    expect((await act("insert", figures, place, "en")).ok).toBe(true);
    await enter("F5", "my remark");
    await byHand(workbench, "first", 1, "up");
    // Formats go along with their figures.
    expect(await texts("B4:C6")).toEqual([...q1].reverse());

    const updated = await act("insert", { ...figures, period: "2025" as never }, await block(), "en");
    if (!updated.ok) throw new Error(JSON.stringify(updated.problem));
    expect(updated.done.text.en).toContain("no longer sorted as you had it");
    // No figure beside another's name, and none of another period.
    expect(await texts("B4:C5")).toEqual(year);
    expect(await texts("F5")).toEqual([["my remark"]]);
  });

  test("filtered is updated in all its rows, and what the filter keeps shows.", async () => {
    const { workbench, act, block } = await filtered();
    const { texts } = workbench;

    const moved = await act("insert", { ...figures, period: "2025" as never }, await block(), "en");
    expect(moved).toMatchObject({ ok: true });
    expect(await texts("B4:C5")).toEqual(year);
    expect(await hiddenRows(workbench)).toEqual([4]);
    expect(await texts("F4")).toEqual([["a remark in a hidden row"]]);
  });

  test("filtered is frozen and thawed in hidden rows too.", async () => {
    const { workbench, act } = await filtered();
    const { cell, texts } = workbench;
    const formulas = async () =>
      Promise.all(["C4", "C5", "C6"].map(async (at) => (await cell(at, "Sheet1")).formula));
    const before = await formulas();
    expect(await act("freeze", "workbook", "en")).toMatchObject({ ok: true });
    expect(await formulas()).toEqual(["", "", ""]);
    expect(await texts("B4:C6", "Sheet1")).toEqual(q1);
    expect(await hiddenRows(workbench)).toEqual([3, 5]);
    expect(await act("thaw", "workbook")).toMatchObject({ ok: true });
    expect(await formulas()).toEqual(before);
    expect(await hiddenRows(workbench)).toEqual([3, 5]);
  });

  test("filtered is removed whole: no row stays hidden, and remarks beside it stay.", async () => {
    const { workbench, act, block } = await filtered();
    const { texts } = workbench;
    expect(await act("remove", (await block()).block)).toMatchObject({ ok: true });
    expect(await hiddenRows(workbench)).toEqual([]);
    expect((await texts("A1:E9")).flat().join("")).toBe("");
    expect(await texts("F4")).toEqual([["a remark in a hidden row"]]);
  });
});
