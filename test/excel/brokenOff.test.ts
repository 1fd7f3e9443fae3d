import type { Period } from "../../src/dataset";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import { dealt, whole } from "../dealt";
import type { Delivery } from "../workbench/client";
import { done, listed, openExcel, reopen } from "./excel";
import type { OpenExcel } from "./excel";
import { singles, summaries } from "./insertions";
import { seen } from "./seen";

/**
 * The worst case: an action fails, and then Excel no longer answers, so that nothing can be undone. The add-in that
 * starts next finds what was begun, and completes or removes it.
 */
const summary = summaries.quarter;
const earlier: Insertion = { ...summary, period: "2024-Q1" as Period };
const newSheet: Place = { kind: "new-sheet" };
const atB6: Place = { kind: "at", sheet: "Sheet1", address: "B6" };

jest.setTimeout(240_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:A3").values = [["Mine"], [1], [2]];
    sheet.getRange("C:C").format.columnWidth = 30;
    sheet.getRange("8:8").format.rowHeight = 12;
    sheet.charts.add("Line", sheet.getRange("A1:A3"), "Columns").name = "Theirs";
  });
});
afterEach(() => excel.dispose());

const now = async () => seen(await excel.model());

/** Lets action k of an act fail and everything after that message get lost; then the workbook is opened again. */
async function breakOff(k: number, act: () => Promise<Outcome>): Promise<void> {
  // The message that reads, and the one that fails; then the session has ended.
  excel.deliveries.push("answered", "answered", ...Array.from({ length: 6 }, (): Delivery => 5012));
  excel.host.faults.failAction(k, "RequestAborted");
  const outcome = await act();
  expect([k, outcome]).toMatchObject([k, { ok: false, problem: { name: "not-put-back" } }]);
  excel.deliveries.splice(0);
  excel.host.faults.clear();
  excel = await reopen(excel, openExcel);
}

/** Numbers of actions of an act that was just done: its first one after the mark, and its last. */
function afterMark(): [first: number, last: number] {
  const [reading = [], writing = []] = excel
    .messages()
    .map((body) => (JSON.parse(body) as { Actions: { Name: string }[] }).Actions);
  const mark = writing.findIndex(({ Name }) => Name === "Visible" || Name === "Comment");
  return [reading.length + mark + 2, reading.length + writing.length];
}

test.each([
  ["a summary on a new sheet", summary, newSheet],
  ["a table at a cell", singles["table of several"], atB6],
  ["a chart at a cell", singles["chart of several"], atB6],
])(
  "An insertion that broke off is listed as such, removed without a trace, and completed by inserting again: %s",
  async (_what, insertion, place) => {
    const before = await now();
    excel.messages();
    done(await excel.actions.insert(insertion, place, "en"));
    const [first, last] = afterMark();
    const complete = await now();
    const [found] = await listed(excel);
    expect(found?.unfinished).toBeUndefined();
    done(await excel.actions.remove(found?.id ?? ""));
    for (const [index, part] of dealt([0, 0.2, 0.4, 0.6, 0.8, 1], 2).entries()) {
      const k = Math.round(first + part * (last - first));
      for (const completes of whole ? [false, true] : [index % 2 === 0]) {
        await breakOff(k, () => excel.actions.insert(insertion, place, "en"));
        const [half] = await listed(excel);
        expect([k, half]).toMatchObject([k, { insertion, unfinished: true }]);
        if (completes) {
          done(await excel.actions.insert(insertion, place, "en"));
          expect([k, await now()]).toEqual([k, complete]);
        }
        const [block] = await listed(excel);
        done(await excel.actions.remove(block?.id ?? ""));
        expect([k, await now()]).toEqual([k, before]);
      }
    }
  },
);

test("An update that broke off is listed as such, and completed or removed.", async () => {
  const before = await now();
  done(await excel.actions.insert(earlier, newSheet, "zh"));
  const [there] = await listed(excel);
  excel.messages();
  done(await excel.actions.insert(summary, { kind: "block", block: there?.id ?? "" }, "en"));
  const [first, last] = afterMark();
  const complete = await now();
  done(await excel.actions.remove(there?.id ?? ""));
  for (const [index, part] of dealt([0, 0.1, 0.3, 0.6, 0.8, 1], 2).entries()) {
    const k = Math.round(first + part * (last - first));
    for (const completes of whole ? [false, true] : [index % 2 === 0]) {
      const { block = "" } = done(await excel.actions.insert(earlier, newSheet, "zh"));
      await breakOff(k, () => excel.actions.insert(summary, { kind: "block", block }, "en"));
      const [half] = await listed(excel);
      expect([k, half?.unfinished]).toEqual([k, true]);
      if (completes) {
        done(await excel.actions.insert(summary, { kind: "block", block: half?.id ?? "" }, "en"));
        expect([k, await now()]).toEqual([k, complete]);
      }
      done(await excel.actions.remove(half?.id ?? ""));
      expect([k, await now()]).toEqual([k, before]);
    }
  }
});
