import { metadata } from "../../../src/functions/catalogue/metadata";
import type { FunctionsMetadata, Snapshot } from "../../../src/workbench/host";
import { eachTest, openExcel } from "../../excel/excel";
import { openExcelWithFunctions } from "../../excel/functions";
import { newSheet, summaries } from "../../excel/insertions";
import { furnish } from "../../excel/workbook";

const excel = eachTest(openExcel);

/** The snapshot with every id replaced by its place in the order in which ids come. */
function withoutIds(snapshot: Snapshot): unknown {
  const ids = [
    ...snapshot.sheets.map(({ id }) => id),
    ...snapshot.state.charts.flatMap(({ id, series }) => [...series.map((drawn) => drawn.id), id]),
    ...snapshot.state.names.map(({ id }) => id),
  ];
  const text = ids.reduce(
    (all, id, index) => all.replaceAll(`"${id}"`, `"#${index}"`),
    JSON.stringify(snapshot),
  );
  const { sheets, state } = JSON.parse(text) as Snapshot;
  return { sheets, state: { ...state, sheets: Object.entries(state.sheets).sort() } };
}

test("A saved workbook is opened with all that stood in it, and with new ids.", async () => {
  await excel.openAnother(openExcelWithFunctions);
  await furnish(excel);
  await excel.insert(summaries.quarter, newSheet);
  await excel.edit(({ worksheets, names }) => {
    const sheet = worksheets.getItem("Sheet1");
    sheet.getRange("E1:E6").formulas = [
      ["=A2*2"],
      [true],
      ["'12"],
      ["'#N/A"],
      ["#N/A"],
      ['=ECOM.SERIES("DIGITAL_PRODUCTS")'],
    ];
    sheet.getRange("A10:B10").merge();
    sheet.getRange("A11").hyperlink = { address: "https://example.org/", textToDisplay: "link" };
    sheet.getRange("G:G").format.columnWidth = 0;
    sheet.getRange("12:12").rowHidden = true;
    sheet.freezePanes.freezeRows(2);
    sheet.showGridlines = false;
    sheet.tabColor = "#1F6FEB";
    sheet.pageLayout.setPrintArea("A1:C9");
    sheet.customProperties.add("mine", "kept");
    names.add("rate", "=0.074");
    worksheets.add("Hidden").visibility = "Hidden";
    sheet.activate();
    sheet.getRange("C3:D4").select();
  });
  const before = await excel.model();
  await excel.reopen();
  const after = await excel.model();
  expect(withoutIds(after)).toEqual(withoutIds(before));
  const former = new Set(before.sheets.map(({ id }) => id));
  expect(after.sheets.filter(({ id }) => former.has(id))).toEqual([]);
});

test("Opening replaces what was there, and formulas see the opened sheets.", async () => {
  const fill = (first: number) => (workbook: Excel.Workbook) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:A3").values = [["Column1"], [first], [2]];
    sheet.tables.add("A1:A3", true).name = "Numbers";
    const sums = workbook.worksheets.add("Sums");
    sums.getRange("B1:B2").formulas = [["=SUM(Sheet1!A2:A3)"], ["=SUM(Numbers[Column1])"]];
  };
  await excel.edit(fill(1));
  const saved = await excel.model();
  await excel.edit((workbook) => {
    workbook.worksheets.getItem("Sheet1").getRange("A2").values = [[100]];
    workbook.names.add("later", workbook.worksheets.getItem("Sheet1").getRange("A1"));
  });
  await excel.host.open(saved);
  const { sheets, state } = await excel.model();
  expect(sheets.map(({ name }) => name)).toEqual(["Sheet1", "Sums"]);
  expect(sheets[1]?.cells).toMatchObject({ B1: { value: 3 }, B2: { value: 3 } });
  expect([state.names, state.tables.length]).toEqual([[], 1]);
  await excel.enter("A2", 5);
  expect((await excel.model()).sheets[1]?.cells).toMatchObject({ B1: { value: 7 }, B2: { value: 7 } });
});

test("What a function answers for a sheet that was deleted meanwhile goes nowhere.", async () => {
  const asked: number[] = [];
  let heard = () => {};
  const both = new Promise<void>((resolve) => (heard = resolve));
  const functions = metadata("en", "https://localhost/") as unknown as FunctionsMetadata;
  const asking = {
    addin: { url: "https://localhost/", functions, namespace: "ECOM" },
    answer: (calls: readonly (readonly [id: number, ...rest: unknown[]])[]) => {
      asked.push(...calls.map(([id]) => id));
      if (asked.length === 2) heard();
      return [];
    },
  };
  await excel.openAnother(() => openExcel(undefined, undefined, asking));
  for (const name of ["Gone", "There"])
    await excel.edit(({ worksheets }) => {
      worksheets.add(name).getRange("A1").formulas = [['=ECOM.SERIES("DIGITAL_PRODUCTS")']];
    });
  await both;
  await excel.editSheet("Gone", (sheet) => sheet.delete());
  excel.functions.deliver(asked.map((id) => [id, true, [["a"], ["b"]], [0]]));
  const { sheets } = await excel.model();
  expect(sheets.map(({ name, cells }) => [name, cells["A2"]?.value])).toEqual([
    ["Sheet1", undefined],
    ["There", "b"],
  ]);
});
