import { metadata } from "../../src/functions/catalogue/metadata";
import type { FunctionsMetadata } from "../../src/workbench/host";
import { groupRuns } from "../../src/workbench/host/strict/undo";
import type { Insertion, Place } from "../../src/workbook/insertion";
import { eachTest, openExcel, type OpenExcel } from "./excel";
import { at, newSheet, over, singles, summaries } from "./insertions";
import { look } from "./seen";
import { furnish } from "./workbook";

/** Insertion, update and removal on an Excel that plays all known and supposed refusals. */
async function open(): Promise<OpenExcel> {
  const opened = await openExcel({ ExcelApi: "1.20" }, "readWrite", {
    rules: "strict",
    addin: {
      url: "https://localhost/",
      functions: metadata("en", "https://localhost/") as unknown as FunctionsMetadata,
      namespace: "ECOM",
    },
    answer: (calls) => calls.map(([id]) => [id, true, 0.074, [0]]),
  });
  // Excel.run opens undo groups there, as of ExcelApi 1.20.
  const run = (...given: unknown[]) => opened.run(given.at(-1) as Parameters<typeof opened.run>[0]);
  const runner = { run };
  groupRuns(runner, opened.undoGroups);
  Object.assign(Excel, { run: runner.run });
  opened.settings.set("ECOM.asof", "2026-09-15");
  return opened;
}
const excel = eachTest(open, furnish);

test.each<[string, Insertion, Place]>([
  ...Object.entries(summaries).map(([name, summary]): [string, Insertion, Place] => [
    name,
    summary,
    newSheet,
  ]),
  ["a table", singles["table of several"], at("B6")],
  ["a chart", singles["chart of several"], at("B6")],
  ["a card", singles.card, at("B6")],
])("Is inserted, updated and removed without a trace: %s", async (_what, insertion, place) => {
  const before = look(await excel.model());
  const { block = "" } = await excel.insert(insertion, place);
  if (block.includes("|")) {
    expect((await excel.firstBlock()).unfinished).toBeUndefined();
    await excel.insert(insertion, over(block), "zh");
  }
  await excel.remove(block);
  expect(look(await excel.model())).toEqual(before);
});
