import { createActions } from "../../src/excel";
import type { Period } from "../../src/dataset";
import type { Actions } from "../../src/workbook/api";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import type { Snapshot } from "../../src/workbench/host";
import { done, listed } from "./excel";
import type { OpenExcel } from "./excel";
import { openExcelWithFunctions } from "./functions";
import { furnish } from "./furnish";
import { singles, summaries } from "./insertions";
import { look } from "./seen";

/**
 * Excel refuses one member, always, while something is done to what stands there already: an update, a removal, a freezing …
 * Then the essential is done, or the workbook is as it was. Each distinct member of each act is tried once, with one of three
 * codes in turn; `npm run test:all` tries all three.
 */
const all = process.env["TEST_ALL"] === "1";
const codes = ["GeneralException", "InvalidArgument", "ApiNotFound"] as const;

jest.setTimeout(all ? 3_600_000 : 240_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcelWithFunctions();
  await furnish(excel);
  excel.settings.set("ECOM.asof", "2026-09-15");
});
afterEach(() => excel.dispose());

/** Puts a workbook there as it was before something was done to it. */
async function open(saved: Snapshot, settings: ReadonlyMap<string, unknown>): Promise<void> {
  await excel.host.open(saved);
  excel.settings.clear();
  for (const [key, value] of settings) excel.settings.set(key, value);
}

/** What is essential: formulas and values in cells, and the blocks that are found. */
async function essential(): Promise<string> {
  const { sheets } = await excel.model();
  const blocks = await listed(excel);
  return JSON.stringify([
    sheets.map(({ name, cells }) => [
      name,
      Object.entries(cells).flatMap(([address, { formula, value }]) =>
        (formula ?? value) ? [[address, formula ?? value]] : [],
      ),
    ]),
    blocks.map(({ id: _id, ...block }) => block),
  ]);
}

const seen = async () => JSON.stringify(look(await excel.model()));

/** Refuses every member that an act uses, one after the other, and names what went wrong. */
async function refuseEach(act: (actions: Actions, block: string) => Promise<Outcome>): Promise<unknown[]> {
  /** The block that stands there; found before anything is refused. */
  const first = async (): Promise<string> => (await listed(excel))[0]?.id ?? "";
  await excel.host.idle();
  const saved = await excel.model();
  const settings = new Map(excel.settings);
  // Members that opening uses are none of ours.
  await open(saved, settings);
  const block = await first();
  excel.host.faults.used.clear();
  done(await act(createActions(), block));
  const members = [...excel.host.faults.used];
  const whole = await essential();
  const wrong: unknown[] = [];
  await open(saved, settings);
  for (const [index, member] of members.entries())
    for (const code of all ? codes : [codes[index % codes.length] ?? codes[0]]) {
      const before = await seen();
      const there = await first();
      excel.host.faults.refuse(member, code);
      const outcome = await act(createActions(), there);
      excel.host.faults.clear();
      if (outcome.ok) {
        if ((await essential()) !== whole) wrong.push([member, code, "not all of it", outcome.done.text.en]);
        await open(saved, settings);
      } else if ((await seen()) !== before) {
        wrong.push([member, code, outcome.problem, "left behind"]);
        await open(saved, settings);
      }
    }
  return wrong;
}

const at = (address: string): Place => ({ kind: "at", sheet: "Sheet1", address });
const newSheet: Place = { kind: "new-sheet" };
const year = (insertion: Insertion, period: string): Insertion =>
  ({ ...insertion, period: period as Period }) as Insertion;

test.each<[string, Insertion, Place, Insertion]>([
  ["a summary to another language", summaries.tradein, newSheet, summaries.tradein],
  ["a summary to another period", year(summaries.quarter, "2024-Q1"), newSheet, summaries.quarter],
  ["a table", singles["table of several"], at("B6"), singles["table of several"]],
  [
    "a chart to another period",
    singles["chart of several"],
    at("B6"),
    year(singles["chart of several"], "2025-08 YTD"),
  ],
])(
  "an update is made or changes nothing, whatever member is refused: %s",
  async (_what, first, place, then) => {
    done(await excel.actions.insert(first, place, "en"));
    expect(
      await refuseEach((actions, block) => actions.insert(then, { kind: "block", block }, "zh")),
    ).toEqual([]);
  },
);

test.each<[string, Insertion, Place]>([
  ["a summary's sheet", summaries.tradein, newSheet],
  ["a summary among other cells", summaries.tradein, at("P20")],
  ["a table", singles["table of several"], at("B6")],
  ["a chart", singles["chart of several"], at("B6")],
])(
  "a removal is made or changes nothing, whatever member is refused: %s",
  async (_what, insertion, place) => {
    done(await excel.actions.insert(insertion, place, "en"));
    expect(await refuseEach((actions, block) => actions.remove(block))).toEqual([]);
  },
);

/** Formulas of ours, one of them spilling, beside other people's cells. */
async function formulas(): Promise<void> {
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("E1").formulas = [['=ECOM.GROWTH("digital","2025-Q1")']];
    sheet.getRange("E2").formulas = [['=ROUND(ECOM.VALUE("total","2025-Q1"),1)']];
    sheet.getRange("F4").formulas = [['=ECOM.SERIES("physical","growth","2023","2025")']];
  });
  await excel.host.idle();
}

test("freezing and thawing are done or change nothing, whatever member is refused", async () => {
  await formulas();
  expect(await refuseEach((actions) => actions.freeze("workbook", "en"))).toEqual([]);
  done(await excel.actions.freeze("workbook", "en"));
  expect(await refuseEach((actions) => actions.thaw("workbook"))).toEqual([]);
});

test("a mending is done or changes nothing, whatever member is refused", async () => {
  await excel.edit((workbook) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("E1").formulas = [['=_xldudf_ECOM_GROWTH("digital","2025-Q1")']];
    sheet.getRange("E2").formulas = [['=_xldudf_ECOM_VALUE("total","2025-Q1")']];
  });
  const mended = async (actions: Actions): Promise<Outcome> => {
    const found = await actions.doctor();
    return found.ok ? actions.mend(found.findings, "en") : found;
  };
  expect(await refuseEach(mended)).toEqual([]);
});

test("a formula that is written, and a list of sources, arrive or change nothing, whatever member is refused", async () => {
  const formula = '=ECOM.GROWTH("digital","2025-Q1")';
  expect(await refuseEach((actions) => actions.writeFormula("Sheet1", "E1", formula, ""))).toEqual([]);
  await formulas();
  const cited = async (actions: Actions): Promise<Outcome> => {
    const asked = await actions.cited();
    if (!asked.ok) return asked;
    return actions.insert({ kind: "sources", sources: asked.cited.sources, style: "text" }, at("M20"), "en");
  };
  await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").getRange("E1:F8").select());
  expect(await refuseEach(cited)).toEqual([]);
});
