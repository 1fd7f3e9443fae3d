import { metadata } from "../../src/functions/catalogue/metadata";
import type { FunctionsMetadata } from "../../src/workbench/host";
import { groupRuns } from "../../src/workbench/host/strict/undo";
import type { Insertion, Place } from "../../src/workbook/insertion";
import { done, listed, openExcel } from "./excel";
import type { OpenExcel } from "./excel";
import { furnish } from "./furnish";
import { singles, summaries } from "./insertions";
import { look } from "./seen";

/** Insertion, update and removal on an Excel that refuses all that Excel is documented, reported or believed to refuse. */
jest.setTimeout(120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel({ ExcelApi: "1.20" }, "readWrite", {
    rules: "strict",
    addin: {
      url: "https://localhost/",
      functions: metadata("en", "https://localhost/") as unknown as FunctionsMetadata,
      namespace: "ECOM",
    },
    answer: (calls) => calls.map(([id]) => [id, true, 0.074, [0]]),
  });
  // Excel.run opens undo groups there, as of ExcelApi 1.20.
  const run = (...given: unknown[]) => excel.run(given.at(-1) as Parameters<typeof excel.run>[0]);
  const runner = { run };
  groupRuns(runner, excel.undoGroups);
  Object.assign(Excel, { run: runner.run });
  await furnish(excel);
  excel.settings.set("ECOM.asof", "2026-09-15");
});
afterEach(() => excel.dispose());

const at = (address: string): Place => ({ kind: "at", sheet: "Sheet1", address });
const newSheet: Place = { kind: "new-sheet" };

test.each<[string, Insertion, Place]>([
  ["quarter", summaries.quarter, newSheet],
  ["retail", summaries.retail, newSheet],
  ["tradein", summaries.tradein, newSheet],
  ["services", summaries.services, newSheet],
  ["own", summaries.own, newSheet],
  ["a table", singles["table of several"], at("B6")],
  ["a chart", singles["chart of several"], at("B6")],
  ["a card", singles.card, at("B6")],
])("Is inserted, updated and removed without a trace: %s", async (_what, insertion, place) => {
  const before = look(await excel.model());
  const { block = "" } = done(await excel.actions.insert(insertion, place, "en"));
  if (block.includes("|")) {
    const [there] = await listed(excel);
    expect(there?.unfinished).toBeUndefined();
    done(await excel.actions.insert(insertion, { kind: "block", block }, "zh"));
  }
  done(await excel.actions.remove(block));
  expect(look(await excel.model())).toEqual(before);
});
