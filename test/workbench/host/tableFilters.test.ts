import { IUniverInstanceService } from "@univerjs/core";
import { bench, codeOf } from "../client";

const sheetId = "sheet1";

/** A table at B2:C6 with a blank and two equal names. */
async function open() {
  const parts = bench();
  const { host, model, run } = parts;
  model.book.injector.get(IUniverInstanceService).focusUnit("workbook");
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("B2:C6").values = [
      ["Name", "Sales"],
      ["b", 3],
      ["a", 1],
      ["", 2],
      ["b", 4],
    ];
    sheet.tables.add("B2:C6", true).name = "Mine";
    await context.sync();
  });
  const hidden = () => host.snapshot().sheets[0]?.hiddenRows;
  const names = () => [2, 3, 4, 5].map((row) => host.textAt(sheetId, row, 1));
  const undo = async () => {
    await model.book.command("univer.command.undo", {});
    await host.idle();
  };
  const redo = async () => {
    await model.book.command("univer.command.redo", {});
    await host.idle();
  };
  return { ...parts, hidden, names, undo, redo, id: host.state.data.tables[0]?.id ?? "" };
}

describe("a table that is filtered by hand", () => {
  test("shows the rows that every filter keeps, and all again when the filters are gone.", async () => {
    const { host, hidden, id, dispose } = await open();
    host.filterTable(id, 0, ["b", ""]);
    expect(hidden()).toEqual([3]);
    host.filterTable(id, 1, ["3", "1"]);
    expect(hidden()).toEqual([3, 4, 5]);
    host.filterTable(id, 0, null);
    expect(hidden()).toEqual([4, 5]);
    host.filterTable(id, 1, null);
    expect(hidden()).toEqual([]);
    expect(host.state.data.tables[0]).not.toHaveProperty("filters");
    dispose();
  });

  test("is as it was after undo, and filtered again after redo.", async () => {
    const { host, hidden, undo, redo, id, dispose } = await open();
    host.filterTable(id, 0, ["a"]);
    host.filterTable(id, 0, ["b"]);
    await undo();
    expect([hidden(), host.state.data.tables[0]?.filters]).toEqual([[2, 4, 5], { 0: ["a"] }]);
    await undo();
    expect([hidden(), host.state.data.tables[0]?.filters]).toEqual([[], undefined]);
    await redo();
    expect(hidden()).toEqual([2, 4, 5]);
    dispose();
  });

  test("is told to the add-in: that it is filtered, by what, and which rows are hidden.", async () => {
    const { host, run, hidden, id, dispose } = await open();
    host.filterTable(id, 0, ["b"]);
    await run(async (context) => {
      const table = context.workbook.tables.getItem("Mine");
      const rows = ["A3", "A4", "A3:A4"].map((address) => table.worksheet.getRange(address));
      const columns = table.columns.load("items/name,items/filter/criteria");
      for (const row of rows) row.load("rowHidden");
      await context.sync();
      expect(columns.items.map(({ filter }) => filter.criteria as unknown)).toEqual([
        { filterOn: "Values", values: ["b"] },
        null,
      ]);
      expect(rows.map(({ rowHidden }) => rowHidden)).toEqual([false, true, null]);
      table.clearFilters();
      table.columns.getItemAt(1).filter.applyValuesFilter(["4"]);
      await context.sync();
      expect(hidden()).toEqual([2, 3, 4]);
      table.clearFilters();
      await context.sync();
    });
    expect(hidden()).toEqual([]);
    dispose();
  });

  test("on a protected sheet is refused.", async () => {
    const { host, run, id, dispose } = await open();
    await run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().protection.protect();
      await context.sync();
    });
    expect(await codeOf(Promise.resolve().then(() => host.filterTable(id, 0, ["b"])))).toBe("AccessDenied");
    expect(await codeOf(Promise.resolve().then(() => host.sortTable(id, 0, true)))).toBe("AccessDenied");
    dispose();
  });
});

describe("a table that is sorted by hand", () => {
  test("has its rows in order, blanks last, and is undone in one step.", async () => {
    const { host, names, undo, redo, id, dispose } = await open();
    host.sortTable(id, 0, true);
    expect(names()).toEqual(["a", "b", "b", ""]);
    host.sortTable(id, 1, false);
    expect(names()).toEqual(["b", "b", "", "a"]);
    await undo();
    expect(names()).toEqual(["a", "b", "b", ""]);
    await undo();
    expect(names()).toEqual(["b", "a", "", "b"]);
    await redo();
    expect(names()).toEqual(["a", "b", "b", ""]);
    dispose();
  });

  test("keeps its filter: the rows that it keeps show where they came to stand.", async () => {
    const { host, hidden, id, dispose } = await open();
    host.filterTable(id, 0, ["b"]);
    host.sortTable(id, 0, true);
    expect(hidden()).toEqual([2, 5]);
    dispose();
  });
});
