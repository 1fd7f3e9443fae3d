import { dataset } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import { decide } from "../../../src/excel/inserting/decide";
import type { DecisionInput, Decision } from "../../../src/excel/inserting/decide";
import { freeName } from "../../../src/excel/inserting/placeContent";
import { recordOf, tableName } from "../../../src/excel/reading/blockRecord";
import type { BlockRecord } from "../../../src/excel/reading/blockRecord";
import type { Marker, Reading, SheetReading } from "../../../src/excel/reading/placeReading";
import { readBack } from "../../../src/excel/session/cellText";
import { buildPlan } from "../../../src/sheets/buildPlan";
import { isReference } from "../../../src/sheets/plan";
import type { Plan } from "../../../src/sheets/plan";
import type { Area } from "../../../src/workbook/a1";
import type { Insertion } from "../../../src/workbook/insertion";
import { tableOfTwo as table } from "../insertions";

const Q1 = "2025-Q1" as Period;
const formula: Insertion = { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: Q1 };
const choice: DecisionInput = { language: "en", version: dataset.version };

function planOf(insertion: Insertion): Plan {
  const made = buildPlan(insertion, { language: "en", spills: true, cards: false });
  if (!made.ok) throw new Error(made.reason.name);
  return made.value;
}

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
        const text = typeof cell === "number" ? cell : readBack(cell, isReference(cell) ? at : at);
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

const problem = (decision: Decision) =>
  decision.kind === "problem" ? decision.problem : { name: decision.kind };

test("A new sheet gets the plan's name, or that name with a number if it is taken.", () => {
  const plan = planOf(table);
  expect(decide(plan, table, reading(), choice)).toEqual({ kind: "new-sheet", name: "2 indicators" });
  expect(freeName("Data", ["data", "DATA (2)"])).toBe("Data (3)");
  expect(freeName("x".repeat(31), ["x".repeat(31)]).length).toBeLessThanOrEqual(31);
});

test("Empty cells are written to.", () => {
  const plan = planOf(table);
  expect(decide(plan, table, reading(sheetWith(plan)), choice).kind).toBe("fresh");
});

test("Filled cells are refused, with their texts and the next free place below everything.", () => {
  const plan = planOf(table);
  const sheet = sheetWith(plan, { "5,2": "mine", "6,3": 0 }, { used: [0, 0, 30, 5] });
  expect(problem(decide(plan, table, reading(sheet), choice))).toEqual({
    name: "filled-cells",
    sheet: "Sheet1",
    address: "C5:D9",
    count: 2,
    cells: [
      { address: "C6", text: "mine" },
      { address: "D7", text: "0" },
    ],
    next: { sheet: "Sheet1", address: "C32" },
  });
});

test("Cells that a formula leaves empty are filled all the same.", () => {
  const plan = planOf(table);
  const sheet = sheetWith(plan, { "5,2": '=""' });
  expect(problem(decide(plan, table, reading(sheet), choice)).name).toBe("filled-cells");
});

test("A table or merged cells without any text are in the way too.", () => {
  const plan = planOf(table);
  const tables = [{ name: "Mine", style: "", showBandedRows: true, showFilterButton: true }];
  expect(problem(decide(plan, table, reading(sheetWith(plan, {}, { tables })), choice)).name).toBe(
    "filled-cells",
  );
  expect(problem(decide(plan, table, reading(sheetWith(plan, {}, { merged: true })), choice)).name).toBe(
    "filled-cells",
  );
});

test("A protected sheet is refused, and so is a place too near the edge.", () => {
  const plan = planOf(table);
  expect(problem(decide(plan, table, reading(sheetWith(plan, {}, { protected: true })), choice)).name).toBe(
    "sheet-protected",
  );
  const edge = sheetWith(plan, {}, { at: [1_048_574, 0], area: [1_048_574, 0, 2, 2] });
  expect(problem(decide(plan, table, reading(edge), choice)).name).toBe("no-room");
});

test("The empty cells under another block's chart are not free.", () => {
  const plan = planOf(table);
  const other = blockAt(plan, { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: Q1 }, [6, 1]);
  expect(problem(decide(plan, table, reading(sheetWith(plan, {}, { markers: [other] })), choice)).name).toBe(
    "filled-cells",
  );
});

describe("over a block of ours", () => {
  const plan = planOf(table);
  const at = [4, 2] as const;
  const marker = blockAt(plan, table, at);
  const there = { markers: [marker], allTables: [tableName("abcd1234", "figures")] };

  test("the same insertion finds everything in place and has nothing to do.", () => {
    const decision = decide(plan, table, reading(sheetWith(plan, written(plan, at), there)), choice);
    expect(decision.kind).toBe("same");
  });

  test("it is written again where its table was deleted.", () => {
    const sheet = sheetWith(plan, written(plan, at), { ...there, allTables: [] });
    expect(decide(plan, table, reading(sheet), choice).kind).toBe("update");
  });

  test("it is updated for another period, another language and newer data.", () => {
    const sheet = sheetWith(plan, written(plan, at), there);
    const year: Insertion = {
      ...table,
      indicators: ["ONLINE_ENTERTAINMENT", "INSTORE_DINING"],
      period: "2025" as Period,
    };
    expect(decide(planOf(year), year, reading(sheet), choice).kind).toBe("update");
    expect(decide(plan, table, reading(sheet), { ...choice, language: "zh" }).kind).toBe("update");
    expect(decide(plan, table, reading(sheet), { ...choice, version: "2030-01-01.x" }).kind).toBe("update");
  });

  test("what the user changed inside is shown before it is replaced.", () => {
    const cells = { ...written(plan, at), "6,3": 0.99, "8,3": "note" };
    const sheet = sheetWith(plan, cells, there);
    expect(problem(decide(plan, table, reading(sheet), choice))).toMatchObject({
      name: "changed-inside",
      block: "{1}|abcd1234",
      count: 2,
      cells: [
        { address: "D7", text: "0.99" },
        { address: "D9", text: "note" },
      ],
    });
    expect(decide(plan, table, reading(sheet), { ...choice, changes: "replace" }).kind).toBe("update");
  });

  test("a block that would grow over filled cells is refused.", () => {
    const more: Insertion = { ...table, indicators: [...table.indicators, "INSTORE_DINING"] };
    const grown = planOf(more);
    const sheet = sheetWith(grown, { ...written(plan, at), "9,2": "below" }, there);
    expect(problem(decide(grown, more, reading(sheet), choice)).name).toBe("filled-cells");
  });

  test("another kind of insertion at the same cell does not replace it.", () => {
    const sheet = sheetWith(planOf(formula), written(plan, at), there);
    expect(problem(decide(planOf(formula), formula, reading(sheet), choice)).name).toBe("filled-cells");
  });

  test("a block that was moved is looked at where it is now.", () => {
    const moved = blockAt(plan, table, [20, 7]);
    const sheet = sheetWith(
      plan,
      {},
      { markers: [moved], at: [20, 7], area: [4, 2, plan.rows, plan.columns] },
    );
    expect(decide(plan, table, reading(sheet), { ...choice, block: "abcd1234" })).toEqual({
      kind: "look-again",
      sheetId: "{1}",
      id: "abcd1234",
      area: moved.area,
    });
  });

  test("a block whose marker is gone cannot be updated.", () => {
    expect(
      problem(decide(plan, table, reading(sheetWith(plan)), { ...choice, block: "abcd1234" })).name,
    ).toBe("block-gone");
  });
});

test("A formula that stands in the cell already is not written again.", () => {
  const plan = planOf(formula);
  const sheet = sheetWith(plan, { "4,2": '=ECOM.GROWTH("DIGITAL_PRODUCTS","2025-Q1")' });
  expect(decide(plan, formula, reading(sheet), choice).kind).toBe("same");
});

test("Tiles that show the table's cells count as unchanged after the whole block was moved.", () => {
  const insertion: Insertion = { kind: "summary", template: "quarter", period: Q1, live: true };
  const plan = planOf(insertion);
  const at = [30, 5] as const;
  const marker = blockAt(plan, insertion, at);
  const charts = plan.charts.map(({ id }) => `ECOM ${id} abcd1234`);
  const more = { at, markers: [marker], allTables: [tableName("abcd1234", "figures")], charts };
  expect(decide(plan, insertion, reading(sheetWith(plan, written(plan, at), more)), choice).kind).toBe(
    "same",
  );
});
