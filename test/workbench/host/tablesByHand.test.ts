import { IUndoRedoService, IUniverInstanceService } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { createParts } from "../../../src/workbench/host";
import { headlessGrid } from "../grid";

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
  test("takes the filled cells around the active one, headings as texts, and is undone in one step.", async () => {
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

  test("takes in a row typed below it and a column typed beside it, each undone by itself.", async () => {
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

  test("has headings that are unique texts whatever is typed into them.", async () => {
    const { host, type, names, text } = await open();
    await host.makeTable(cells(1, 1, 3, 2));
    await type(1, 2, "PERIOD");
    expect(names()).toEqual(["Period", "PERIOD2"]);
    expect(text(1, 2)).toBe("PERIOD2");
    host.dispose();
  });

  test("lets alone what is typed elsewhere.", async () => {
    const { host, type, table } = await open();
    await host.makeTable(cells(1, 1, 3, 2));
    await type(6, 1, "a note");
    await type(4, 4, "another");
    expect(table()?.range).toEqual(cells(1, 1, 3, 2));
    host.dispose();
  });
});

describe("rows and columns of a table that come and go", () => {
  const by = async (opened: Awaited<ReturnType<typeof open>>, act: (sheet: FWorksheet) => unknown) => {
    act(opened.grid.univerAPI.getActiveWorkbook()!.getActiveSheet());
    await opened.host.idle();
  };

  test.each<[name: string, act: (sheet: FWorksheet) => unknown, range: object, names: string[]]>([
    ["all rows deleted", (sheet) => sheet.deleteRows(2, 2), cells(1, 1, 2, 2), ["Period", "2024"]],
    ["a row inserted", (sheet) => sheet.insertRowsBefore(3, 1), cells(1, 1, 4, 2), ["Period", "2024"]],
    ["a row above inserted", (sheet) => sheet.insertRowsBefore(0, 1), cells(2, 1, 3, 2), ["Period", "2024"]],
    ["the headings deleted", (sheet) => sheet.deleteRows(1, 1), cells(1, 1, 2, 2), ["Q1", "1"]],
    ["a column deleted", (sheet) => sheet.deleteColumns(1, 1), cells(1, 1, 3, 1), ["2024"]],
    [
      "a column inserted",
      (sheet) => sheet.insertColumnsBefore(2, 1),
      cells(1, 1, 3, 3),
      ["Period", "Column2", "2024"],
    ],
  ])("%s: the table follows, its headings are texts, and one undo brings all back.", async (...given) => {
    const [, act, range, expected] = given;
    const opened = await open();
    const { host, table, names, undo, grid } = opened;
    await host.makeTable(cells(1, 1, 3, 2));
    const contents = () =>
      Object.fromEntries(
        Object.entries(host.snapshot().sheets[0]?.cells ?? {}).map(([address, { value }]) => [
          address,
          value,
        ]),
      );
    const before = { table: structuredClone(table()), contents: contents() };
    await by(opened, act);
    expect(table()?.range).toEqual(range);
    expect(names()).toEqual(expected);
    const place = table()!.range;
    expect(expected.map((_, at) => host.valueAt(sheetId, place.row, place.column + at))).toEqual(expected);
    const after = { table: structuredClone(table()), contents: contents() };
    await undo();
    expect({ table: table(), contents: contents() }).toEqual(before);
    await grid.univerAPI.redo();
    await host.idle();
    expect({ table: table(), contents: contents() }).toEqual(after);
    host.dispose();
  });

  test("a table deleted with its rows comes back with one undo, and formulas find it.", async () => {
    const opened = await open();
    const { host, type, table, undo, text, grid } = opened;
    await host.makeTable(cells(1, 1, 3, 2));
    grid.univerAPI.getActiveWorkbook()!.getActiveSheet().getRange("F9").setValue({ f: "=SUM(Table1[2024])" });
    await host.idle();
    expect(text(8, 5)).toBe("3");
    await by(opened, (sheet) => sheet.insertRowsBefore(3, 1));
    await type(3, 2, 4);
    expect(text(9, 5)).toBe("7");
    await undo();
    await undo();
    await by(opened, (sheet) => sheet.deleteRows(1, 3));
    expect(table()).toBeUndefined();
    await undo();
    await type(2, 2, 5);
    expect(table()?.range).toEqual(cells(1, 1, 3, 2));
    expect(text(8, 5)).toBe("7");
    host.dispose();
  });

  test("filters go along with their columns.", async () => {
    const opened = await open();
    const { host, table } = opened;
    await host.makeTable(cells(1, 1, 3, 2));
    host.filterTable(table()!.id, 1, ["1"]);
    await by(opened, (sheet) => sheet.insertColumnsBefore(2, 1));
    expect(table()?.filters).toEqual({ 2: ["1"] });
    await by(opened, (sheet) => sheet.deleteColumns(1, 1));
    expect(table()?.filters).toEqual({ 1: ["1"] });
    host.dispose();
  });

  test("what an add-in did to rows is no part of the next step.", async () => {
    const opened = await open();
    const { host, type, table, undo, grid } = opened;
    await host.makeTable(cells(1, 1, 3, 2));
    await by(opened, (sheet) => sheet.insertRowsBefore(0, 1));
    grid.univer.__getInjector().get(IUndoRedoService).clearUndoRedo("workbook");
    await type(9, 1, "x");
    await undo();
    expect(table()?.range).toEqual(cells(2, 1, 3, 2));
    host.dispose();
  });
});
