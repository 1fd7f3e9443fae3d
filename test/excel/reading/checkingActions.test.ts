import type { Period } from "../../../src/dataset";
import type { Mix } from "../../../src/workbook/finding";
import type { Insertion, Place } from "../../../src/workbook/insertion";
import { openExcel } from "../excel";
import type { OpenExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";

const Q1 = "2025-Q1" as Period;
const newSheet: Place = { kind: "new-sheet" };
const at = (address: string): Place => ({ kind: "at", sheet: "Sheet1", address });

jest.setTimeout(60_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

const fill = (address: string, formulas: string[][]) =>
  excel.edit((workbook) => {
    workbook.worksheets.getItem("Sheet1").getRange(address).formulas = formulas;
  });

async function mixes(scope: "sheet" | "workbook" = "sheet"): Promise<readonly Mix[]> {
  const answer = await excel.actions.compare(scope);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.mixes;
}
const brief = (found: readonly Mix[]): string[] =>
  found.map(({ kind, sheet, address, chart }) => `${kind} ${chart ?? `${sheet}!${address}`}`);

async function cited() {
  const answer = await excel.actions.cited();
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.cited;
}

describe("the comparability check", () => {
  const mixed = [['=ECOM.VALUE("retail","2025-05 YTD")'], ['=ECOM.VALUE("retail","2025-06")']];

  test("finds a mix on the active sheet in two messages and changes nothing.", async () => {
    await fill("B2:B3", mixed);
    const before = await excel.model();
    excel.messages();
    expect(brief(await mixes())).toEqual(["accumulation Sheet1!B2:B3"]);
    expect(excel.messages()).toHaveLength(2);
    expect(await excel.model()).toEqual(before);
  });

  test("looks at the active sheet only, or at the whole workbook in two messages.", async () => {
    await fill("B2:B3", mixed);
    await excel.edit((workbook) => workbook.worksheets.add("Other").activate());
    expect(await mixes()).toEqual([]);
    excel.messages();
    expect(brief(await mixes("workbook"))).toEqual(["accumulation Sheet1!B2:B3"]);
    expect(excel.messages()).toHaveLength(2);
  });

  test("reads what formulas name by a table's columns, in a message more.", async () => {
    await fill("A1:D2", [
      ["Indicator", "Now", "Before", "Rate"],
      ["goods", '=ECOM.VALUE("physical","2025")', '=ECOM.VALUE("physical","2024")', "=0"],
    ]);
    await excel.edit((workbook) => {
      workbook.worksheets.getItem("Sheet1").tables.add("A1:D2", true).name = "Mine";
    });
    await fill("D2", [["=Mine[[#This Row],[Now]]/Mine[[#This Row],[Before]]-1"]]);
    excel.messages();
    const found = await mixes();
    expect(excel.messages()).toHaveLength(3);
    expect(brief(found)).toEqual([expect.stringMatching(/ Sheet1!D2$/)]);
    expect(found[0]?.text.en).toMatch(/0\.1%.*5\.2%/);
  });

  test("reads arguments in other cells, and what is calculated from cells.", async () => {
    await fill("A2:B4", [
      ["2025-Q1", '=ECOM.VALUE("physical",A2)'],
      ["2025-H1", '=ECOM.VALUE("physical",A3)'],
      ["Sum", "=SUM(B2:B3)"],
    ]);
    expect(brief(await mixes())).toEqual(["accumulation Sheet1!B4"]);
  });

  test("reads what somebody's chart draws, and on which axis.", async () => {
    await fill("B2:C3", [
      ['=ECOM.VALUE("physical",2024)', '=ECOM.GROWTH("physical",2024)'],
      ['=ECOM.VALUE("physical",2025)', '=ECOM.GROWTH("physical",2025)'],
    ]);
    await excel.edit((workbook) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.charts.add("ColumnClustered", sheet.getRange("B2:C3"), "Columns").name = "Mine";
    });
    expect(brief(await mixes())).toEqual(["units Mine"]);
    await excel.edit((workbook) => {
      const chart = workbook.worksheets.getItem("Sheet1").charts.getItem("Mine");
      chart.series.getItemAt(1).axisGroup = "Secondary";
    });
    expect(await mixes()).toEqual([]);
  });

  test("takes the workbook's reference period for a formula without one.", async () => {
    await fill("B2:B3", [['=ECOM.VALUE("retail")'], ['=ECOM.VALUE("retail","2025-06")']]);
    expect(await mixes()).toEqual([]);
    excel.settings.set("ECOM.period", "2025-05 YTD");
    expect(brief(await mixes())).toEqual(["accumulation Sheet1!B2:B3"]);
  });

  test.each([
    ["the summary", { kind: "summary", template: "quarter", period: Q1, live: true }],
    [
      "the summary as values",
      { kind: "summary", template: "quarter", period: "2025" as Period, live: false },
    ],
    [
      "a live table over a break",
      { kind: "table", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1, live: true },
    ],
    ["a live chart", { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: Q1, live: true }],
    ["a series", { kind: "series", indicators: ["ONLINE_RETAIL_TOTAL"], period: Q1 }],
  ] as [string, Insertion][])("finds nothing in what we insert: %s", async (_what, insertion) => {
    const outcome = await excel.actions.insert(insertion, newSheet, "zh");
    expect(outcome).toMatchObject({ ok: true });
    expect(await mixes("workbook")).toEqual([]);
  });

  test("knows the figures of a block of values, so that a sum over them is judged.", async () => {
    const period = "2025" as Period;
    const table: Insertion = {
      kind: "table",
      indicators: ["ONLINE_RETAIL_PHYSICAL", "RURAL_ONLINE_RETAIL"],
      period,
    };
    const outcome = await excel.actions.insert({ ...table, measure: "level" }, at("B2"), "en");
    expect(outcome.ok).toBe(true);
    const { sheets } = await excel.model();
    expect(sheets[0]?.cells["C4"]?.formula).toBeUndefined();
    await fill("E2", [["=SUM(C4:C5)"]]);
    expect(brief(await mixes())).toEqual(["sample Sheet1!E2"]);
    await excel.edit((workbook) => {
      workbook.worksheets.getItem("Sheet1").getRange("C5").values = [[12]];
    });
    expect(await mixes()).toEqual([]);
  });

  test("works on an old Excel without charts' sources, names and properties.", async () => {
    excel.dispose();
    excel = await openExcel({ ExcelApi: "1.3" });
    await fill("B2:B3", mixed);
    expect(brief(await mixes())).toEqual(["accumulation Sheet1!B2:B3"]);
  });

  test("answers on an empty sheet, and says why when Excel refuses.", async () => {
    expect(await mixes()).toEqual([]);
    excel.host.faults.failAction(1, "InvalidOperationInCellEditMode");
    const answer = await excel.actions.compare("sheet");
    expect(answer.ok ? "" : answer.problem.name).toBe("cell-edit");
  });
});

describe("citations of the selection", () => {
  const select = (address: string) =>
    excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").getRange(address).select());

  test("are the distinct sources in order of appearance, of calls inside others too, in two messages.", async () => {
    await fill("B2:B5", [
      ['=ECOM.GROWTH("digital")'],
      ['=ROUND(ECOM.GROWTH("physical")*100,1)'],
      ['=ECOM.GROWTH("entertainment")'],
      ["Text"],
    ]);
    await select("B2:B5");
    excel.messages();
    const found = await cited();
    expect(excel.messages()).toHaveLength(2);
    expect(found).toMatchObject({ sheet: "Sheet1", address: "B2:B5", cells: 3, unread: 0 });
    expect(new Set(found.sources).size).toBe(found.sources.length);
    expect(found.sources.length).toBeGreaterThan(1);
    await select("B3");
    expect((await cited()).sources).not.toContain(found.sources[0]);
  });

  test("of whole columns, of a block of values and of text of ours.", async () => {
    const table: Insertion = {
      kind: "table",
      indicators: ["DIGITAL_PRODUCTS", "ONLINE_RETAIL_PHYSICAL"],
      period: Q1,
    };
    await excel.actions.insert(table, at("B2"), "en");
    await select("A:C");
    expect((await cited()).sources.length).toBeGreaterThan(1);
    await fill("H1", [['=ECOM.CITE("total","2024")']]);
    await select("H1");
    expect((await cited()).sources).toHaveLength(1);
    await select("M1:M9");
    expect(await cited()).toMatchObject({ sources: [], cells: 0, address: "M1:M9" });
  });

  test("of frozen cells are those of the formulas behind them.", async () => {
    excel.dispose();
    excel = await openExcelWithFunctions();
    await fill("B2:B3", [['=ECOM.GROWTH("digital")'], ['=ECOM.VALUE("physical","2025")']]);
    await select("B2:B3");
    const before = await cited();
    await excel.model(); // Frozen is what has been calculated.
    const frozen = await excel.actions.freeze("workbook", "en");
    if (!frozen.ok) throw new Error(JSON.stringify(frozen.problem));
    await excel.edit((workbook) => workbook.worksheets.getItem("Sheet1").activate());
    await select("B2:B3");
    expect((await cited()).sources).toEqual(before.sources);
    expect(before.sources).toHaveLength(2);
  });

  test("say how many formulas could not be read.", async () => {
    await fill("B2", [['=ECOM.GROWTH(LOWER("DIGITAL"))']]);
    await select("B2");
    expect(await cited()).toMatchObject({ cells: 1, unread: 1, sources: [] });
  });

  test("go below as a list where there is room, and Undo takes them away.", async () => {
    await fill("B2:B3", [['=ECOM.GROWTH("digital")'], ['=ECOM.GROWTH("physical")']]);
    await fill("D6", [["In the way"]]);
    await select("B2:B3");
    const { sources, below } = await cited();
    expect(below(3)).toBe("B8");
    const before = await excel.model();
    excel.messages();
    const list: Insertion = { kind: "sources", sources, style: "gbt7714" };
    const outcome = await excel.actions.insert(list, at(below(3)), "zh");
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    expect(excel.messages()).toHaveLength(2);
    const [sheet] = (await excel.model()).sheets;
    expect(sheet?.cells["B8"]?.value).toBe("资料来源");
    expect(sheet?.cells["B9"]?.value).toMatch(/^\[1\] /);
    await excel.actions.remove(outcome.done.block ?? "");
    expect((await excel.model()).sheets[0]?.cells).toEqual(before.sheets[0]?.cells);
  });
});
