import type { CitedSelection, CompareScope } from "../../../src/workbook/api";
import type { Insertion } from "../../../src/workbook/insertion";
import { eachTest, openExcel } from "../excel";
import { openExcelWithFunctions } from "../functions";
import { at, expressChart, inPeriod, newSheet, singles, summaries, tableOf } from "../insertions";

const excel = eachTest(openExcel);

async function mixes(scope: CompareScope = "sheet") {
  const answer = await excel.actions.compare(scope);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.mixes;
}
/** The kind of each mix, with its place or its chart. */
const brief = async (scope?: CompareScope): Promise<string[]> =>
  (await mixes(scope)).map(({ kind, sheet, address, chart }) => `${kind} ${chart ?? `${sheet}!${address}`}`);

async function cited(): Promise<CitedSelection> {
  const answer = await excel.actions.cited();
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.cited;
}

describe("the comparability check", () => {
  const mixed = [['=ECOM.VALUE("retail","2025-05 YTD")'], ['=ECOM.VALUE("retail","2025-06")']];

  test("finds a mix on the active sheet in two messages and changes nothing.", async () => {
    await excel.enter("B2:B3", mixed);
    const before = await excel.model();
    excel.messages();
    expect(await brief()).toEqual(["accumulation Sheet1!B2:B3"]);
    expect(excel.messages()).toHaveLength(2);
    expect(await excel.model()).toEqual(before);
  });

  test("looks at the active sheet only, or at the whole workbook in two messages.", async () => {
    await excel.enter("B2:B3", mixed);
    await excel.edit((workbook) => workbook.worksheets.add("Other").activate());
    expect(await mixes()).toEqual([]);
    excel.messages();
    expect(await brief("workbook")).toEqual(["accumulation Sheet1!B2:B3"]);
    expect(excel.messages()).toHaveLength(2);
  });

  test("reads what formulas name by a table's columns, in a message more.", async () => {
    await excel.enter("A1:D2", [
      ["Indicator", "Now", "Before", "Rate"],
      ["goods", '=ECOM.VALUE("physical","2025")', '=ECOM.VALUE("physical","2024")', "=0"],
    ]);
    await excel.editSheet("Sheet1", ({ tables }) => (tables.add("A1:D2", true).name = "Mine"));
    await excel.enter("D2", "=Mine[[#This Row],[Now]]/Mine[[#This Row],[Before]]-1");
    excel.messages();
    const [rate] = await mixes();
    expect(excel.messages()).toHaveLength(3);
    expect(await brief()).toEqual([expect.stringMatching(/ Sheet1!D2$/)]);
    expect(rate?.text.en).toMatch(/0\.1%.*5\.2%/);
  });

  test("reads arguments in other cells, and what is calculated from cells.", async () => {
    await excel.enter("A2:B4", [
      ["2025-Q1", '=ECOM.VALUE("physical",A2)'],
      ["2025-H1", '=ECOM.VALUE("physical",A3)'],
      ["Sum", "=SUM(B2:B3)"],
    ]);
    expect(await brief()).toEqual(["accumulation Sheet1!B4"]);
  });

  test("reads what somebody's chart draws, and on which axis.", async () => {
    await excel.enter("B2:C3", [
      ['=ECOM.VALUE("physical",2024)', '=ECOM.GROWTH("physical",2024)'],
      ['=ECOM.VALUE("physical",2025)', '=ECOM.GROWTH("physical",2025)'],
    ]);
    await excel.editSheet("Sheet1", (sheet) => {
      sheet.charts.add("ColumnClustered", sheet.getRange("B2:C3"), "Columns").name = "Mine";
    });
    expect(await brief()).toEqual(["units Mine"]);
    await excel.editSheet("Sheet1", ({ charts }) => {
      charts.getItem("Mine").series.getItemAt(1).axisGroup = "Secondary";
    });
    expect(await mixes()).toEqual([]);
  });

  test("takes the workbook's reference period for a formula without one.", async () => {
    await excel.enter("B2:B3", [['=ECOM.VALUE("retail")'], ['=ECOM.VALUE("retail","2025-06")']]);
    expect(await mixes()).toEqual([]);
    excel.settings.set("ECOM.period", "2025-05 YTD");
    expect(await brief()).toEqual(["accumulation Sheet1!B2:B3"]);
  });

  test.each<[string, Insertion]>([
    ["the summary", summaries.quarter],
    ["the summary as values", { ...inPeriod(summaries.quarter, "2025"), live: false }],
    ["a live table over a break", { ...singles["table of one"], live: true }],
    ["a live chart", { ...expressChart, live: true }],
    ["a series", singles.series],
  ])("finds nothing in what we insert: %s", async (_what, insertion) => {
    await excel.insert(insertion, newSheet, "zh");
    expect(await mixes("workbook")).toEqual([]);
  });

  test("knows the figures of a block of values, so that a sum over them is judged.", async () => {
    const levels = tableOf(["ONLINE_RETAIL_PHYSICAL", "RURAL_ONLINE_RETAIL"], "2025", { measure: "level" });
    await excel.insert(levels, at("B2"));
    expect((await excel.cell("C4"))?.formula).toBeUndefined();
    await excel.enter("E2", "=SUM(C4:C5)");
    expect(await brief()).toEqual(["sample Sheet1!E2"]);
    await excel.enter("C5", 12);
    expect(await mixes()).toEqual([]);
  });

  test("works on an old Excel without charts' sources, names and properties.", async () => {
    await excel.openAnother(() => openExcel({ ExcelApi: "1.3" }));
    await excel.enter("B2:B3", mixed);
    expect(await brief()).toEqual(["accumulation Sheet1!B2:B3"]);
  });

  test("answers on an empty sheet, and says why when Excel refuses.", async () => {
    expect(await mixes()).toEqual([]);
    excel.host.faults.failAction(1, "InvalidOperationInCellEditMode");
    const answer = await excel.actions.compare("sheet");
    expect(answer.ok ? "" : answer.problem.name).toBe("cell-edit");
  });
});

describe("citations of the selection", () => {
  test("are the distinct sources in order of appearance, of calls inside others too, in two messages.", async () => {
    await excel.enter("B2:B5", [
      ['=ECOM.GROWTH("digital")'],
      ['=ROUND(ECOM.GROWTH("physical")*100,1)'],
      ['=ECOM.GROWTH("entertainment")'],
      ["Text"],
    ]);
    await excel.select("B2:B5");
    excel.messages();
    const selection = await cited();
    expect(excel.messages()).toHaveLength(2);
    expect(selection).toMatchObject({ sheet: "Sheet1", address: "B2:B5", cells: 3, unread: 0 });
    expect(new Set(selection.sources).size).toBe(selection.sources.length);
    expect(selection.sources.length).toBeGreaterThan(1);
    await excel.select("B3");
    expect((await cited()).sources).not.toContain(selection.sources[0]);
  });

  test("of whole columns, of a block of values and of text of ours.", async () => {
    await excel.insert(tableOf(["DIGITAL_PRODUCTS", "ONLINE_RETAIL_PHYSICAL"]), at("B2"));
    await excel.select("A:C");
    expect((await cited()).sources.length).toBeGreaterThan(1);
    await excel.enter("H1", '=ECOM.CITE("total","2024")');
    await excel.select("H1");
    expect((await cited()).sources).toHaveLength(1);
    await excel.select("M1:M9");
    expect(await cited()).toMatchObject({ sources: [], cells: 0, address: "M1:M9" });
  });

  test("of frozen cells are those of the formulas behind them.", async () => {
    await excel.openAnother(openExcelWithFunctions);
    await excel.enter("B2:B3", [['=ECOM.GROWTH("digital")'], ['=ECOM.VALUE("physical","2025")']]);
    await excel.select("B2:B3");
    const before = await cited();
    await excel.freeze();
    await excel.editSheet("Sheet1", (sheet) => sheet.activate());
    await excel.select("B2:B3");
    expect((await cited()).sources).toEqual(before.sources);
    expect(before.sources).toHaveLength(2);
  });

  test("say how many formulas could not be read.", async () => {
    await excel.enter("B2", '=ECOM.GROWTH(LOWER("DIGITAL"))');
    await excel.select("B2");
    expect(await cited()).toMatchObject({ cells: 1, unread: 1, sources: [] });
  });

  test("go below as a list where there is room, and Undo takes them away.", async () => {
    await excel.enter("B2:B3", [['=ECOM.GROWTH("digital")'], ['=ECOM.GROWTH("physical")']]);
    await excel.enter("D6", "In the way");
    await excel.select("B2:B3");
    const { sources, below } = await cited();
    expect(below(3)).toBe("B8");
    const before = await excel.cells();
    excel.messages();
    const list: Insertion = { kind: "sources", sources, style: "gbt7714" };
    const { block = "" } = await excel.insert(list, at(below(3)), "zh");
    expect(excel.messages()).toHaveLength(2);
    const { B8, B9 } = await excel.cells();
    expect(B8?.value).toBe("资料来源");
    expect(B9?.value).toMatch(/^\[1\] /);
    await excel.remove(block);
    expect(await excel.cells()).toEqual(before);
  });
});
