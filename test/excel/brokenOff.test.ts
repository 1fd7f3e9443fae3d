import type { Outcome } from "../../src/workbook/outcome";
import { dealt, whole } from "../dealt";
import type { Delivery } from "../workbench/client";
import { eachTest, openExcel } from "./excel";
import { at, inPeriod, newSheet, over, singles, summaries } from "./insertions";
import { seen } from "./seen";

/**
 * The worst case: an action fails, and then Excel no longer answers, so that nothing can be undone. The add-in that
 * starts next finds what was begun, and completes or removes it.
 */
const summary = summaries.quarter;
const earlier = inPeriod(summary, "2024-Q1");

const excel = eachTest(openExcel, ({ editSheet }) =>
  editSheet("Sheet1", (sheet) => {
    sheet.getRange("A1:A3").values = [["Mine"], [1], [2]];
    sheet.getRange("C:C").format.columnWidth = 30;
    sheet.getRange("8:8").format.rowHeight = 12;
    sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns").name = "Theirs";
  }),
);

const now = async () => seen(await excel.model());

/** Lets action k of an act fail and all later messages get lost; then opens the workbook again. */
async function breakOff(k: number, act: () => Promise<Outcome>): Promise<void> {
  // The reading message, the failing one, then no session any more.
  excel.deliveries.push("answered", "answered", ...Array.from({ length: 6 }, (): Delivery => 5012));
  excel.host.faults.failAction(k, "RequestAborted");
  const outcome = await act();
  expect([k, outcome]).toMatchObject([k, { ok: false, problem: { name: "not-put-back" } }]);
  excel.deliveries.splice(0);
  excel.host.faults.clear();
  await excel.reopen();
}

/** Of the act that was just done: the numbers of its first action after the mark and of its last. */
function afterMark(): [first: number, last: number] {
  const [reading = [], writing = []] = excel
    .messages()
    .map((body) => (JSON.parse(body) as { Actions: { Name: string }[] }).Actions);
  const mark = writing.findIndex(({ Name }) => Name === "Visible" || Name === "Comment");
  return [reading.length + mark + 2, reading.length + writing.length];
}

test.each([
  ["a summary on a new sheet", summary, newSheet],
  ["a table at a cell", singles["table of several"], at("B6")],
  ["a chart at a cell", singles["chart of several"], at("B6")],
])(
  "An insertion that broke off is listed as such, removed without a trace, and completed by inserting again: %s",
  async (_what, insertion, place) => {
    const before = await now();
    excel.messages();
    await excel.insert(insertion, place);
    const [first, last] = afterMark();
    const complete = await now();
    const { id, unfinished } = await excel.firstBlock();
    expect(unfinished).toBeUndefined();
    await excel.remove(id);
    for (const [index, part] of dealt([0, 0.2, 0.4, 0.6, 0.8, 1], 5).entries()) {
      const k = Math.round(first + part * (last - first));
      for (const completes of whole ? [false, true] : [index % 2 === 0]) {
        await breakOff(k, () => excel.actions.insert(insertion, place, "en"));
        const half = await excel.firstBlock();
        expect([k, half]).toMatchObject([k, { insertion, unfinished: true }]);
        if (completes) {
          await excel.insert(insertion, place);
          expect([k, await now()]).toEqual([k, complete]);
        }
        await excel.remove((await excel.firstBlock()).id);
        expect([k, await now()]).toEqual([k, before]);
      }
    }
  },
);

test("An update that broke off is listed as such, and completed or removed.", async () => {
  const before = await now();
  const { block = "" } = await excel.insert(earlier, newSheet, "zh");
  excel.messages();
  await excel.insert(summary, over(block));
  const [first, last] = afterMark();
  const complete = await now();
  await excel.remove(block);
  for (const [index, part] of dealt([0, 0.1, 0.3, 0.6, 0.8, 1], 5).entries()) {
    const k = Math.round(first + part * (last - first));
    for (const completes of whole ? [false, true] : [index % 2 === 0]) {
      const again = await excel.insert(earlier, newSheet, "zh");
      await breakOff(k, () => excel.actions.insert(summary, over(again.block ?? ""), "en"));
      const { id, unfinished } = await excel.firstBlock();
      expect([k, unfinished]).toEqual([k, true]);
      if (completes) {
        await excel.insert(summary, over(id));
        expect([k, await now()]).toEqual([k, complete]);
      }
      await excel.remove(id);
      expect([k, await now()]).toEqual([k, before]);
    }
  }
});
