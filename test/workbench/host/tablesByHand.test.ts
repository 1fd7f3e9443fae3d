import { headlessGrid } from "../grid";
import { IUniverInstanceService } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import { createParts } from "../../../src/workbench/host";

const sheetId = "sheet1";
const cells = (row: number, column: number, rowCount = 1, columnCount = 1) => ({
  sheetId,
  row,
  column,
  rowCount,
  columnCount,
});

async function open() {
  const grid = headlessGrid();
  // What a person undoes is undone in the workbook that has the keyboard.
  grid.univer.__getInjector().get(IUniverInstanceService).focusUnit("workbook");
  const { host, model } = createParts({
    ...grid,
    frame: null,
    addin: { url: "", functions: null, namespace: "ECOM" },
  });
  const sheet = grid.univerAPI.getActiveWorkbook()!.getActiveSheet();
  sheet.getRange("B2:C4").setValues([
    ["Period", 2024],
    ["Q1", 1],
    ["Q2", 2],
  ]);
  await host.idle();
  const type = async (row: number, column: number, v: string | number) => {
    await grid.univerAPI.executeCommand(SetRangeValuesCommand.id, {
      unitId: model.book.unitId,
      subUnitId: sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      value: { v },
      redoUndoId: "typed",
    });
    await host.idle();
  };
  const undo = async () => {
    await grid.univerAPI.undo();
    await host.idle();
  };
  const table = () => host.state.data.tables[0];
  const names = () => table()?.columns.map(({ name }) => name);
  return {
    host,
    grid,
    type,
    undo,
    table,
    names,
    text: (row: number, column: number) => host.textAt(sheetId, row, column),
  };
}

describe("a table made by hand", () => {
  test("takes the filled cells around the active one, headings as texts, and is undone in one step", async () => {
    const { host, table, names, undo } = await open();
    await host.makeTable(cells(2, 1));
    expect(table()).toMatchObject({ name: "Table1", range: cells(1, 1, 3, 2) });
    expect(names()).toEqual(["Period", "2024"]);
    expect(host.valueAt(sheetId, 1, 2)).toBe("2024");
    await undo();
    expect(host.state.data.tables).toEqual([]);
    expect(host.valueAt(sheetId, 1, 2)).toBe(2024);
    host.dispose();
  });

  test("takes in a row typed below it and a column typed beside it, each undone by itself", async () => {
    const { host, type, table, names, undo, text } = await open();
    await host.makeTable(cells(1, 1, 3, 2));
    await type(4, 1, "Q3");
    expect(table()?.range).toEqual(cells(1, 1, 4, 2));
    await type(1, 3, "period");
    expect(table()?.range).toEqual(cells(1, 1, 4, 3));
    expect(names()).toEqual(["Period", "2024", "period2"]);
    await undo();
    expect(table()?.range).toEqual(cells(1, 1, 4, 2));
    expect(text(1, 3)).toBe("period");
    await undo();
    await undo();
    expect(table()?.range).toEqual(cells(1, 1, 3, 2));
    expect(text(4, 1)).toBe("Q3");
    host.dispose();
  });

  test("has headings that are unique texts whatever is typed into them", async () => {
    const { host, type, names, text } = await open();
    await host.makeTable(cells(1, 1, 3, 2));
    await type(1, 2, "PERIOD");
    expect(names()).toEqual(["Period", "PERIOD2"]);
    expect(text(1, 2)).toBe("PERIOD2");
    host.dispose();
  });

  test("lets alone what is typed elsewhere", async () => {
    const { host, type, table } = await open();
    await host.makeTable(cells(1, 1, 3, 2));
    await type(6, 1, "a note");
    await type(4, 4, "another");
    expect(table()?.range).toEqual(cells(1, 1, 3, 2));
    host.dispose();
  });
});
