import { ICommandService, UndoCommand } from "@univerjs/core";
import { CopySheetCommand, RemoveSheetCommand } from "@univerjs/sheets";
import { eachBench } from "../client";

const b = eachBench();

const names = (context: Excel.RequestContext) => {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name, items/position, items/visibility");
  return sheets;
};

test("Sheets are added at the end, named, moved, hidden, coloured, activated and deleted.", async () => {
  const read = await b.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add("Report");
    worksheets.add();
    added.position = 0;
    added.tabColor = "#1F6FEB";
    added.showGridlines = false;
    await context.sync();
    const sheets = names(context);
    added.load("tabColor, showGridlines, id");
    const active = worksheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    const before = sheets.items.map(({ name }) => name);
    added.activate();
    worksheets.getItem("Sheet1").visibility = "Hidden";
    worksheets.getItem("Sheet3").delete();
    const now = worksheets.getActiveWorksheet();
    now.load("name");
    const later = names(context);
    await context.sync();
    return [
      before,
      active.name,
      added.tabColor,
      added.showGridlines,
      now.name,
      later.items.map(({ name, visibility }) => [name, visibility]),
    ];
  });
  expect(read).toEqual([
    ["Report", "Sheet1", "Sheet3"],
    "Sheet1",
    "#1F6FEB",
    false,
    "Report",
    [
      ["Report", "Visible"],
      ["Sheet1", "Hidden"],
    ],
  ]);
});

test("A renamed sheet takes formulas and names along.", async () => {
  const read = await b.run(async (context) => {
    const { worksheets, names: defined } = context.workbook;
    const sheet = worksheets.getActiveWorksheet();
    const other = worksheets.add("Other");
    other.getRange("A1").formulas = [["=Sheet1!B2+1"]];
    defined.add("mark", sheet.getRange("B2"));
    sheet.name = "My data";
    const cell = other.getRange("A1");
    cell.load("formulas");
    const mark = defined.getItem("mark");
    mark.load("formula");
    await context.sync();
    return [cell.formulas[0]?.[0] as unknown, mark.formula];
  });
  expect(read).toEqual(["='My data'!B2+1", "='My data'!$B$2"]);
});

test("A copied sheet has its own cells, names, properties, tables and charts.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [
      ["x", "y"],
      [1, "=A2*2"],
    ];
    sheet.tables.add("A1:B2", true).name = "Figures";
    sheet.charts.add("Line", sheet.getRange("A1:B2"));
    sheet.names.add("block", sheet.getRange("A1:B2"));
    sheet.customProperties.add("ecom", "block");
    sheet.freezePanes.freezeRows(1);
    await context.sync();
    const copy = sheet.copy("After", sheet);
    copy.load("name, position");
    const cell = copy.getRange("B2");
    cell.load("values, formulas");
    copy.tables.load("items/name");
    copy.charts.load("items/name");
    const block = copy.names.getItem("block");
    block.load("formula");
    const property = copy.customProperties.getItem("ECOM");
    property.load("value");
    const frozen = copy.freezePanes.getLocationOrNullObject();
    frozen.load("address");
    await context.sync();
    return [
      copy.name,
      copy.position,
      cell.values[0]?.[0] as unknown,
      copy.tables.items.map(({ name }) => name),
      copy.charts.items.length,
      block.formula,
      property.value,
      frozen.address,
    ];
  });
  expect(read).toEqual([
    "Sheet1 (2)",
    1,
    2,
    // With a number behind the name, as Excel does.
    ["Figures2"],
    1,
    "='Sheet1 (2)'!$A$1:$B$2",
    "block",
    "'Sheet1 (2)'!1:1",
  ]);
  expect(b.host.state.data.charts[1]?.series[0]?.values).toMatchObject({ kind: "range" });
});

type Act = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

test.each(["", "a".repeat(32), "a:b", "a\\b", "a/b", "a?b", "a*b", "a[b", "a]b", "'a", "a'"])(
  "InvalidArgument: the sheet name %p",
  async (name) => {
    expect(await b.refusal((_, { workbook }) => workbook.worksheets.add(name))).toBe("InvalidArgument");
    expect(await b.refusal((sheet) => (sheet.name = name))).toBe("InvalidArgument");
  },
);

test.each<[string, string, Act]>([
  [
    "ItemAlreadyExists",
    "a sheet's name that is there, whatever its case",
    (_, { workbook }) => workbook.worksheets.add("SHEET1"),
  ],
  [
    "ItemNotFound",
    "a sheet that is not there",
    (_, { workbook }) => void workbook.worksheets.getItem("None").load("name"),
  ],
  [
    "ItemNotFound",
    "any use of a deleted sheet",
    (_, { workbook }) => {
      const added = workbook.worksheets.add("Gone");
      added.delete();
      added.getRange("A1").values = [[1]];
    },
  ],
  ["InvalidOperation", "deleting the last visible sheet", (sheet) => sheet.delete()],
  ["InvalidOperation", "hiding the last visible sheet", (sheet) => (sheet.visibility = "Hidden")],
])("%s: %s", async (code, _what, act) => {
  expect(await b.refusal(act)).toBe(code);
});

test("A sheet that a person copies or deletes takes its tables, charts and names along, and neither is undone.", async () => {
  await b.onSheet((_, { workbook }) => {
    const sheet = workbook.worksheets.add("Data");
    sheet.getRange("A1:B2").values = [
      ["Period", "Level"],
      ["2025", 1],
    ];
    sheet.tables.add("A1:B2", true).name = "Levels";
    sheet.charts.add("Line", sheet.getRange("A1:B2"), "Columns");
    sheet.names.add("Here", sheet.getRange("B2"));
  });
  const { book, state } = b.model;
  const onSheets = () => ({
    sheets: book.order().map((id) => book.nameOf(id)),
    tables: state.data.tables.map(({ name, range }) => [name, book.nameOf(range.sheetId)]),
    charts: state.data.charts.map(({ sheetId }) => book.nameOf(sheetId)),
    names: state.data.names.map(({ formula }) => formula),
  });
  const [, data = ""] = book.order();
  await book.command(CopySheetCommand.id, { subUnitId: data });
  expect(onSheets()).toEqual({
    sheets: ["Sheet1", "Data", "Data (2)"],
    tables: [
      ["Levels", "Data"],
      ["Levels2", "Data (2)"],
    ],
    charts: ["Data", "Data (2)"],
    names: ["=Data!$B$2", "='Data (2)'!$B$2"],
  });
  await book.command(RemoveSheetCommand.id, { subUnitId: data });
  const left = onSheets();
  expect(left).toEqual({
    sheets: ["Sheet1", "Data (2)"],
    tables: [["Levels2", "Data (2)"]],
    charts: ["Data (2)"],
    names: ["='Data (2)'!$B$2"],
  });
  await book.injector.get(ICommandService).executeCommand(UndoCommand.id);
  expect(onSheets()).toEqual(left);
});

test("The only sheet keeps all that stands on it when a person tries to delete it.", async () => {
  await b.onSheet(({ tables }) => (tables.add("A1:B2", true).name = "Levels"));
  await expect(b.model.book.command(RemoveSheetCommand.id, {})).rejects.toThrow("refused");
  expect(b.model.state.data.tables.map(({ name }) => name)).toEqual(["Levels"]);
});
