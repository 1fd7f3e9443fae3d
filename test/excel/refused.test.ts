import { createActions } from "../../src/excel";
import type { Snapshot } from "../../src/workbench/host";
import type { Actions } from "../../src/workbook/api";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import { dealt, every as all } from "../dealt";
import { eachTest } from "./excel";
import { openExcelWithFunctions } from "./functions";
import { at, inPeriod, newSheet, over, singles, summaries } from "./insertions";
import { essential as cellsOf, look, seen as withoutIds } from "./seen";
import { done, furnish } from "./workbook";

/**
 * Excel always refuses one member during an insertion, an update, a removal, a freezing … Then the act is done to all cells, with a
 * sentence about anything visible that was left out; or the workbook is as it was. Each member is tried once for each kind of act,
 * with one of three codes in turn; `npm test` tries a part of them, and `npm run test:all` all codes, and all members everywhere
 * but in insertions.
 */
const codes = ["GeneralException", "InvalidArgument", "ApiNotFound"] as const;

jest.setTimeout(all ? 3_600_000 : 300_000);

const excel = eachTest(openExcelWithFunctions, async (opened) => {
  await furnish(opened);
  opened.settings.set("ECOM.asof", "2026-09-15");
});

/** A workbook with its settings, to go back to. */
interface Saved {
  snapshot: Snapshot;
  settings: ReadonlyMap<string, unknown>;
}

async function saved(): Promise<Saved> {
  await excel.host.idle();
  return { snapshot: await excel.model(), settings: new Map(excel.settings) };
}

/** Opens a saved workbook with its settings. */
async function open({ snapshot, settings }: Saved): Promise<void> {
  await excel.host.open(snapshot);
  excel.settings.clear();
  for (const [key, value] of settings) excel.settings.set(key, value);
}

/** What is essential: formulas and values in cells, and the blocks that are found. */
async function essential(): Promise<string> {
  const blocks = await excel.blocks();
  return JSON.stringify([cellsOf(await excel.model()), blocks.map(({ id: _id, ...block }) => block)]);
}

const seen = async (): Promise<string> => JSON.stringify(look(await excel.model()));

/** What a person sees of it, without what the add-in keeps for itself. */
async function shown(): Promise<string> {
  const model = await excel.model();
  const sheets = Object.entries(model.state.sheets).map(([id, sheet]) => [
    id,
    { ...sheet, customProperties: {} },
  ]);
  const state = { ...model.state, names: [], sheets: Object.fromEntries(sheets), settings: {} };
  return withoutIds({ ...model, state } as Snapshot);
}

type Act = (actions: Actions, block: string) => Promise<Outcome>;

/**
 * Refuses each member that an act uses in turn, unless it was tried before, and gives what went wrong.
 * @param removable whether what arrives must be removed without a trace
 */
async function refuseEach(tried: Set<string>, act: Act, removable = false): Promise<unknown[]> {
  const before = await saved();
  // Opening first, so that its own members do not count.
  await open(before);
  const first = async (): Promise<string> => (await excel.blocks())[0]?.id ?? "";
  const block = await first();
  excel.host.faults.used.clear();
  done(await act(createActions(), block));
  const members = [...excel.host.faults.used].filter((member) => !member.endsWith(".") && !tried.has(member));
  const [whole, picture] = [await essential(), await shown()];
  await open(before);
  let there = await seen();
  const wrong: unknown[] = [];
  const again = async (): Promise<void> => {
    await open(before);
    there = await seen();
  };
  for (const member of members) tried.add(member);
  for (const [index, member] of dealt([...members.entries()], 8))
    for (const code of all ? codes : [codes[index % codes.length] ?? codes[0]]) {
      const at = await first();
      excel.host.faults.refuse(member, code);
      const actions = createActions();
      const outcome = await act(actions, at);
      excel.host.faults.clear();
      if (outcome.ok) {
        if ((await essential()) !== whole) wrong.push([member, code, "not all of it", outcome.done.text.en]);
        else if ((await shown()) !== picture && !outcome.done.text.en.includes("Without "))
          wrong.push([member, code, "left out without a word", outcome.done.text.en]);
        if (removable) {
          done(await actions.remove(outcome.done.block ?? ""));
          if ((await seen()) !== there) wrong.push([member, code, "left behind once it was removed"]);
        } else await again();
      } else if (outcome.problem.name === "not-put-back" || (await seen()) !== there) {
        wrong.push([member, code, outcome.problem, "left behind"]);
        await again();
      }
    }
  return wrong;
}

const few: Insertion = { ...singles["table of several"], indicators: ["DIGITAL_PRODUCTS", "EXPRESS_VOLUME"] };
const small: Insertion = {
  ...summaries.own,
  own: { ...summaries.own.own, indicators: ["ONLINE_RETAIL_PHYSICAL"], measures: ["growth"], charts: false },
} as Insertion;
const large: [string, Insertion, Place, Insertion][] = [
  ["a summary to another language", summaries.tradein, newSheet, summaries.tradein],
  ["a summary to another period", inPeriod(summaries.quarter, "2024-Q1"), newSheet, summaries.quarter],
];

const inserted = new Set<string>();
/** The small ones first: each member is tried on the first insertion that uses it. */
test.each<[string, Insertion]>([...Object.entries(singles), ...Object.entries(summaries)])(
  "An insertion arrives or leaves nothing behind, whatever member is refused: %s",
  async (_name, insertion) => {
    const place = insertion.kind === "summary" ? newSheet : at("B6");
    const insert: Act = (actions) => actions.insert(insertion, place, "en");
    expect(await refuseEach(inserted, insert, true)).toEqual([]);
  },
);

describe("an update is made or changes nothing, whatever member is refused", () => {
  const tried = new Set<string>();
  test.each<[string, Insertion, Place, Insertion]>([
    [
      "a chart to another period",
      inPeriod(singles["chart of one"], "2024"),
      at("B6"),
      singles["chart of one"],
    ],
    ["a table to another language", singles["table of several"], at("B6"), singles["table of several"]],
    ["a table to fewer rows", singles["table of several"], at("B6"), few],
    ["a small summary to another period", inPeriod(small, "2024-Q1"), newSheet, small],
    ...(all ? large : []),
  ])("%s", async (_what, first, place, then) => {
    await excel.insert(first, place);
    const update: Act = (actions, block) => actions.insert(then, over(block), "zh");
    expect(await refuseEach(all ? new Set() : tried, update)).toEqual([]);
  });
});

describe("a removal is made or changes nothing, whatever member is refused", () => {
  const tried = new Set<string>();
  test.each<[string, Insertion, Place]>([
    ["a chart", singles["chart of several"], at("B6")],
    ["a table", singles["table of several"], at("B6")],
    ["a summary among other cells", summaries.tradein, at("P20")],
    ["a summary's sheet", summaries.tradein, newSheet],
  ])("%s", async (_what, insertion, place) => {
    await excel.insert(insertion, place);
    expect(await refuseEach(all ? new Set() : tried, (actions, block) => actions.remove(block))).toEqual([]);
  });
});

/** Formulas of ours, one of them spilling, beside other people's cells. */
async function formulas(): Promise<void> {
  await excel.enter("E1", '=ECOM.GROWTH("digital","2025-Q1")');
  await excel.enter("E2", '=ROUND(ECOM.VALUE("total","2025-Q1"),1)');
  await excel.enter("F4", '=ECOM.SERIES("physical","growth","2023","2025")');
}

test("Freezing and thawing are done or change nothing, whatever member is refused.", async () => {
  await formulas();
  expect(await refuseEach(new Set(), (actions) => actions.freeze("workbook", "en"))).toEqual([]);
  await excel.freeze();
  expect(await refuseEach(new Set(), (actions) => actions.thaw("workbook"))).toEqual([]);
});

test("A mending is done or changes nothing, whatever member is refused.", async () => {
  await excel.enter("E1", '=_xldudf_ECOM_GROWTH("digital","2025-Q1")');
  await excel.enter("E2", '=_xldudf_ECOM_VALUE("total","2025-Q1")');
  const mended: Act = async (actions) => {
    const examined = await actions.doctor();
    return examined.ok ? actions.mend(examined.findings, "en") : examined;
  };
  expect(await refuseEach(new Set(), mended)).toEqual([]);
});

test("A formula that is written, and a list of sources, arrive or change nothing, whatever member is refused.", async () => {
  const formula = '=ECOM.GROWTH("digital","2025-Q1")';
  const tried = new Set<string>();
  expect(await refuseEach(tried, (actions) => actions.writeFormula("Sheet1", "E1", formula, ""))).toEqual([]);
  await formulas();
  const cited: Act = async (actions) => {
    const asked = await actions.cited();
    if (!asked.ok) return asked;
    return actions.insert({ kind: "sources", sources: asked.cited.sources, style: "text" }, at("M20"), "en");
  };
  await excel.select("E1:F8");
  expect(await refuseEach(all ? new Set() : tried, cited)).toEqual([]);
});
