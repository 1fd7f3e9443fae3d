import { createActions } from "../../src/excel";
import type { Actions } from "../../src/workbook/api";
import type { Outcome } from "../../src/workbook/outcome";
import { dealt } from "../dealt";
import type { Delivery } from "../workbench/client";
import { eachTest, openExcel } from "./excel";
import { at, inPeriod, newSheet, over, singles, summaries } from "./insertions";
import { seen } from "./seen";
import { done, furnish, problemOf } from "./workbook";

/**
 * The connection is lost, or the pane closed, at each message of an act. Excel still carries out the whole message that it
 * got: the workbook is as it was or complete, and the add-in that starts next finds what there is.
 */
const summary = summaries.quarter;
const excel = eachTest(openExcel, furnish);

type Act = (product: Actions) => Promise<Outcome>;

/**
 * Does an act again and again, each time with one message delivered in this way and the later ones lost. Gives for each
 * message the outcome and whether the workbook is as before or complete.
 */
async function loseEach(
  prepare: () => Promise<void>,
  act: () => Act,
  delivery: Delivery,
): Promise<[string, string][]> {
  const met: [string, string][] = [];
  await prepare();
  const before = seen(await excel.model());
  excel.messages();
  done(await act()(excel.actions));
  const count = excel.messages().length;
  const complete = seen(await excel.model());
  for (let message = 1; message <= count; message += 1) {
    await excel.openAnother();
    await furnish(excel);
    await prepare();
    const doing = act();
    excel.deliveries.push(...Array.from({ length: message - 1 }, (): Delivery => "answered"), delivery);
    for (let more = 0; more < 8; more += 1)
      excel.deliveries.push(typeof delivery === "number" ? delivery : "lost");
    const outcome = await doing(createActions({ timeoutMs: 50 }));
    excel.deliveries.splice(0);
    const now = seen(await excel.model());
    const state = now === before ? "as before" : now === complete ? "complete" : "half";
    met.push([problemOf(outcome), state]);
  }
  return met;
}

const acts: [string, (block: () => string) => Act, boolean][] = [
  ["inserting a summary", () => (product) => product.insert(summary, newSheet, "en"), false],
  [
    "inserting a table at a cell",
    () => (product) => product.insert(singles["table of several"], at("B6"), "en"),
    false,
  ],
  [
    "updating a summary",
    (block) => (product) => product.insert(inPeriod(summary, "2024-Q1"), over(block()), "zh"),
    true,
  ],
  ["removing a summary", (block) => (product) => product.remove(block()), true],
];

const deliveries: [string, Delivery, string, string][] = [
  ["the message is lost", "lost", "as before", "as before"],
  ["the answer is lost", "answer lost", "as before", "complete"],
  ["the session has ended", 5012, "as before", "as before"],
];

test.each(
  dealt(
    acts.flatMap(([name, ...act]) =>
      deliveries.map(([what, ...delivery]) => [name, what, act, delivery] as const),
    ),
    4,
  ),
)(
  "%s leaves the workbook as it was or complete, and says so, when at any message %s",
  async (_name, _what, [act, inserted], [delivery, reading, writing]) => {
    let block = "";
    const prepare = async () => {
      if (inserted) block = (await excel.insert(summary, newSheet)).block ?? "";
    };
    const met = await loseEach(prepare, () => act(() => block), delivery);
    expect(met).toEqual([
      ["host-lost", reading],
      ["host-lost", writing],
    ]);
  },
);

test("What was written while the answer was lost is found at the next start and can be removed.", async () => {
  const before = seen(await excel.model());
  excel.deliveries.push("answered", "answer lost");
  await createActions({ timeoutMs: 50 }).insert(summary, newSheet, "en");
  // The settings were not saved, but the marker on the sheet is enough.
  await excel.reopen();
  const block = await excel.firstBlock();
  expect(block).toMatchObject({ sheet: "At a glance 2025-Q1", insertion: summary });
  expect((await excel.insert(summary, newSheet)).text.en).toContain("Already there");
  await excel.remove(block.id);
  expect(seen(await excel.model())).toBe(before);
});
