import { dataset } from "../../../src/dataset";
import { decide } from "../../../src/excel/inserting/decide";
import type { DecisionInput } from "../../../src/excel/inserting/decide";
import { freeName } from "../../../src/excel/inserting/placeContent";
import { recordOf, tableName } from "../../../src/excel/reading/blockRecord";
import type { BlockRecord } from "../../../src/excel/reading/blockRecord";
import type { Marker, Reading, SheetReading } from "../../../src/excel/reading/placeReading";
import { readBack } from "../../../src/excel/session/cellText";
import type { Plan } from "../../../src/sheets/plan";
import type { Area } from "../../../src/workbook/a1";
import type { Insertion } from "../../../src/workbook/insertion";
import { planOf as buildPage } from "../../sheets/plans";
import { singles, summaries, tableOf, tableOfTwo as table } from "../insertions";

const choice: DecisionInput = { language: "en", version: dataset.version };

const planOf = (insertion: Insertion): Plan => buildPage(insertion, { cards: false });

/** A sheet that is empty but for some cells, read where a plan would stand. */
function sheetWith(
  plan: Plan,
  cells: Record<string, unknown> = {},
  more: Partial<SheetReading> = {},
): SheetReading {
  const at = more.at ?? [4, 2];
  const area: Area = more.area ?? [at[0], at[1], plan.rows, plan.columns];
  return {
    id: "{1}",
    name: "Sheet1",
    protected: false,
    at,
    frozen: [],
    markers: [],
    charts: [],
    breaks: [],
    allTables: [],
    used: undefined,
    area,
    formulas: Array.from({ length: area[2] }, (_, r) =>
      Array.from({ length: area[3] }, (__, c) => cells[`${area[0] + r},${area[1] + c}`] ?? ""),
    ),
    numberFormats: [],
    tables: [],
    merged: false,
    cellFormats: { alike: {} },
    widths: [],
    heights: {},
    ...more,
  };
}

const reading = (sheet?: SheetReading): Reading => ({
  tables: [],
  sheets: [{ id: "{1}", name: "Sheet1" }],
  active: { id: "{1}", name: "Sheet1" },
  ...(sheet ? { sheet } : {}),
});

/** The cells that a plan leaves on a sheet, by row and column. */
function written(plan: Plan, at: readonly [number, number]): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const block of plan.cells) {
    block.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell === null) return;
        const text = typeof cell === "number" ? cell : readBack(cell, at);
        cells[`${at[0] + block.at[0] + r},${at[1] + block.at[1] + c}`] = text;
      });
    });
  }
  return cells;
}

function blockAt(plan: Plan, insertion: Insertion, at: readonly [number, number], id = "abcd1234"): Marker {
  const record: BlockRecord = recordOf(plan, {
    id,
    insertion,
    language: "en",
    version: dataset.version,
    own: false,
    before: { widths: {}, heights: {} },
  });
  return { id, area: [at[0], at[1], plan.rows, plan.columns], record };
}

/** What is decided about an insertion after a reading of its sheet; without one it goes to a new sheet. */
const decided = (insertion: Insertion, sheet?: SheetReading, more: Partial<DecisionInput> = {}) =>
  decide(planOf(insertion), insertion, reading(sheet), { ...choice, ...more });
/** The same in a word: the name of the problem, or the kind of the decision. */
function inShort(...asked: Parameters<typeof decided>): string {
  const decision = decided(...asked);
  return decision.kind === "problem" ? decision.problem.name : decision.kind;
}

const plan = planOf(table);

test("A new sheet gets the plan's name, or that name with a number if it is taken.", () => {
  expect(decided(table)).toEqual({ kind: "new-sheet", name: "2 indicators" });
  expect(freeName("Data", ["data", "DATA (2)"])).toBe("Data (3)");
  expect(freeName("x".repeat(31), ["x".repeat(31)]).length).toBeLessThanOrEqual(31);
});

test("Filled cells are refused, with their texts and the next free place below everything.", () => {
  const sheet = sheetWith(plan, { "5,2": "mine", "6,3": 0 }, { used: [0, 0, 30, 5] });
  expect(decided(table, sheet)).toEqual({
    kind: "problem",
    problem: {
      name: "filled-cells",
      sheet: "Sheet1",
      address: "C5:D9",
      count: 2,
      cells: [
        { address: "C6", text: "mine" },
        { address: "D7", text: "0" },
      ],
      next: { sheet: "Sheet1", address: "C32" },
    },
  });
});

const theirTable = { name: "Mine", style: "", showBandedRows: true, showFilterButton: true };
const chartAbove = blockAt(plan, { ...singles["chart of one"], indicators: ["EXPRESS_VOLUME"] }, [6, 1]);

test.each<[string, SheetReading, string]>([
  ["Empty cells are written to", sheetWith(plan), "fresh"],
  [
    "Cells that a formula leaves empty are filled all the same",
    sheetWith(plan, { "5,2": '=""' }),
    "filled-cells",
  ],
  ["An empty table is in the way", sheetWith(plan, {}, { tables: [theirTable] }), "filled-cells"],
  ["Merged cells are in the way", sheetWith(plan, {}, { merged: true }), "filled-cells"],
  ["A protected sheet is refused", sheetWith(plan, {}, { protected: true }), "sheet-protected"],
  [
    "A place too near the edge is refused",
    sheetWith(plan, {}, { at: [1_048_574, 0], area: [1_048_574, 0, 2, 2] }),
    "no-room",
  ],
  [
    "The empty cells under another block's chart are not free",
    sheetWith(plan, {}, { markers: [chartAbove] }),
    "filled-cells",
  ],
])("%s.", (_what, sheet, decision) => {
  expect(inShort(table, sheet)).toBe(decision);
});

describe("over a block of ours", () => {
  const at = [4, 2] as const;
  const marker = blockAt(plan, table, at);
  const there = { markers: [marker], allTables: [tableName("abcd1234", "figures")] };
  const unchanged = sheetWith(plan, written(plan, at), there);

  test("the same insertion finds everything in place and has nothing to do.", () => {
    expect(inShort(table, unchanged)).toBe("same");
  });

  test("it is written again where its table was deleted.", () => {
    const sheet = sheetWith(plan, written(plan, at), { ...there, allTables: [] });
    expect(inShort(table, sheet)).toBe("update");
  });

  test("it is updated for another period, another language and newer data.", () => {
    const year = tableOf(["ONLINE_ENTERTAINMENT", "INSTORE_DINING"], "2025");
    expect(inShort(year, unchanged)).toBe("update");
    expect(inShort(table, unchanged, { language: "zh" })).toBe("update");
    expect(inShort(table, unchanged, { version: "2030-01-01.x" })).toBe("update");
  });

  test("what the user changed inside is shown before it is replaced.", () => {
    const cells = { ...written(plan, at), "6,3": 0.99, "8,3": "note" };
    const sheet = sheetWith(plan, cells, there);
    expect(decided(table, sheet)).toMatchObject({
      problem: {
        name: "changed-inside",
        block: "{1}|abcd1234",
        count: 2,
        cells: [
          { address: "D7", text: "0.99" },
          { address: "D9", text: "note" },
        ],
      },
    });
    expect(inShort(table, sheet, { changes: "replace" })).toBe("update");
  });

  test("a block that would grow over filled cells is refused.", () => {
    const larger = tableOf([...table.indicators, "INSTORE_DINING"]);
    const sheet = sheetWith(planOf(larger), { ...written(plan, at), "9,2": "below" }, there);
    expect(inShort(larger, sheet)).toBe("filled-cells");
  });

  test("another kind of insertion at the same cell does not replace it.", () => {
    const sheet = sheetWith(planOf(singles.formula), written(plan, at), there);
    expect(inShort(singles.formula, sheet)).toBe("filled-cells");
  });

  test("a block that was moved is looked at where it is now.", () => {
    const moved = blockAt(plan, table, [20, 7]);
    const area: Area = [4, 2, plan.rows, plan.columns];
    const sheet = sheetWith(plan, {}, { markers: [moved], at: [20, 7], area });
    expect(decided(table, sheet, { block: "abcd1234" })).toEqual({
      kind: "look-again",
      sheetId: "{1}",
      id: "abcd1234",
      area: moved.area,
    });
  });

  test("a block whose marker is gone cannot be updated.", () => {
    expect(inShort(table, sheetWith(plan), { block: "abcd1234" })).toBe("block-gone");
  });
});

test("A formula that stands in the cell already is not written again.", () => {
  const cells = { "4,2": '=ECOM.GROWTH("DIGITAL_PRODUCTS","2025-Q1")' };
  expect(inShort(singles.formula, sheetWith(planOf(singles.formula), cells))).toBe("same");
});

test("Tiles that show the table's cells count as unchanged after the whole block was moved.", () => {
  const summary = planOf(summaries.quarter);
  const at = [30, 5] as const;
  const more = {
    at,
    markers: [blockAt(summary, summaries.quarter, at)],
    allTables: [tableName("abcd1234", "figures")],
    charts: summary.charts.map(({ id }) => `ECOM ${id} abcd1234`),
  };
  expect(inShort(summaries.quarter, sheetWith(summary, written(summary, at), more))).toBe("same");
});
