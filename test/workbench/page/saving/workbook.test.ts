import { createHost } from "../../../../src/workbench/host";
import { readWorkbook } from "../../../../src/workbench/page/saving/workbook";
import type { XlsxSheet } from "../../../../src/workbench/xlsx/model";
import { headlessGrid } from "../../grid";
import { chart, series, table } from "../../samples";

const id = "sheet1";
const cells = (row: number, column: number, rowCount = 1, columnCount = 1) => ({
  sheetId: id,
  row,
  column,
  rowCount,
  columnCount,
});

function open() {
  const grid = headlessGrid();
  const host = createHost({ ...grid, frame: null, addin: { url: "", functions: null, namespace: "ECOM" } });
  const sheet = grid.univerAPI.getActiveWorkbook()!.getActiveSheet();
  const read = () => readWorkbook(grid, host, "ECOM").sheets[0] as XlsxSheet;
  return { grid, host, sheet, read };
}

describe("the workbook on its way into the file", () => {
  test("cells carry values, formulas with results, formats and looks.", async () => {
    const { host, sheet, read } = open();
    sheet.getRange("A1").setValue(2).setNumberFormat("0.0%").setFontWeight("bold");
    sheet.getRange("A2").setValue("text");
    sheet.getRange("A3").setFormula("=A1*3");
    await host.idle();
    expect(read().cells).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          row: 0,
          value: 2,
          style: expect.objectContaining({ numberFormat: "0.0%" }),
        }),
        expect.objectContaining({ row: 1, value: "text" }),
        expect.objectContaining({ row: 2, value: 6, formula: "=A1*3" }),
      ]),
    );
    host.dispose();
  });

  test("an array that spills says which cells it fills, and those hold their values.", async () => {
    const { host, sheet, read } = open();
    sheet.getRange("B2").setFormula("=SEQUENCE(2,2)");
    await host.idle();
    const held = read().cells.map(({ row, column, value, spill }) => ({ row, column, value, spill }));
    expect(held).toEqual(
      expect.arrayContaining([
        { row: 1, column: 1, value: 1, spill: { row: 1, column: 1, rowCount: 2, columnCount: 2 } },
        { row: 1, column: 2, value: 2 },
        { row: 2, column: 1, value: 3 },
        { row: 2, column: 2, value: 4 },
      ]),
    );
    host.dispose();
  });

  test("sizes are points, merges and frozen panes are kept.", () => {
    const { host, sheet, read } = open();
    sheet.setColumnWidth(1, 140);
    sheet.setRowHeightsForced(0, 1, 40);
    sheet.getRange("A1:C1").merge();
    sheet.setFrozenRows(2);
    expect(read()).toMatchObject({
      defaultColumnWidth: 48,
      defaultRowHeight: 15,
      columns: [{ index: 1, size: 105 }],
      rows: [{ index: 0, size: 30 }],
      merges: [{ row: 0, column: 0, rowCount: 1, columnCount: 3 }],
      freeze: { rows: 2, columns: 0 },
    });
    host.dispose();
  });

  test("a chart takes the sentence above it as what a screen reader says, else its title and series.", () => {
    const { host, sheet, read } = open();
    sheet.getRange("B4").setValue("Bars from the fastest to the slowest.");
    sheet.getRange("E1:E3").setValues([["Growth"], [0.07], [0.08]]);
    const growth = series(cells(0, 4), cells(1, 4, 2), cells(1, 3, 2));
    // 48 points a column, 15 a row: the corners of B5 and of D9.
    const first = chart("ColumnClustered", [growth], { sheetId: id, left: 48, top: 60 });
    const second = { ...first, id: "c2", left: 144, top: 120 };
    host.state.data.charts.push(first, second);
    expect(read().charts.map(({ altText }) => altText)).toEqual([
      "Bars from the fastest to the slowest.",
      "A title: Growth",
    ]);
    expect(read().charts[0]?.series[0]).toMatchObject({ name: "Growth", values: [0.07, 0.08] });
    host.dispose();
  });

  test("carries what an answer that fills several cells shows in a chart.", async () => {
    const { host, sheet, read } = open();
    sheet.getRange("A1").setFormula("=SEQUENCE(3)");
    await host.idle();
    host.state.data.charts.push(
      chart("ColumnClustered", [series(cells(0, 5), cells(0, 0, 3), cells(0, 0, 3))], { sheetId: id }),
    );
    expect(read().charts[0]?.series[0]).toMatchObject({ values: [1, 2, 3] });
    host.dispose();
  });

  test("tables, names, links and properties of the sheet come along.", () => {
    const { grid, host, sheet, read } = open();
    sheet
      .getRange("A1")
      .setValue("Period")
      .setCustomMetaData({ hyperlink: { address: "https://example.org/", screenTip: "tip" } });
    host.state.data.tables.push(table(cells(0, 0, 2, 1), ["Period"]));
    host.state.sheet(id).customProperties["ECOM.block"] = "1";
    host.state.data.names.push({
      id: "n",
      name: "Figures",
      sheetId: null,
      formula: "=1",
      comment: "",
      visible: true,
    });
    expect(read()).toMatchObject({ tables: [{ name: "Table1" }], customProperties: { "ECOM.block": "1" } });
    expect(read().cells[0]?.link).toEqual({ address: "https://example.org/", tip: "tip" });
    expect(readWorkbook(grid, host, "ECOM").names).toMatchObject([{ name: "Figures" }]);
    host.dispose();
  });
});
