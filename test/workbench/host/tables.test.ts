import { eachBench } from "../client";

const b = eachBench();

/** A2:C4 with headings and two rows. */
function write(sheet: Excel.Worksheet): void {
  sheet.getRange("A2:C4").values = [
    ["Name", "Level", ""],
    ["a", 1, 2],
    ["b", 3, 4],
  ];
}

test("A table takes its column names from the header row, blank ones from Excel.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    write(sheet);
    const table = sheet.tables.add("A2:C4", true);
    table.name = "Figures";
    table.style = "TableStyleLight9";
    table.showBandedRows = false;
    table.columns.load("items/name");
    table.load("name, style, showHeaders, showTotals, showBandedRows");
    const body = table.getDataBodyRange();
    const head = table.getHeaderRowRange();
    for (const part of [body, head]) part.load("address, values");
    await context.sync();
    return {
      ...table.toJSON(),
      columns: table.columns.items.map(({ name }) => name),
      body: body.address,
      head: head.values,
    };
  });
  expect(read).toMatchObject({
    name: "Figures",
    style: "TableStyleLight9",
    showHeaders: true,
    showBandedRows: false,
    columns: ["Name", "Level", "Column3"],
    body: "Sheet1!A3:C4",
    head: [["Name", "Level", "Column3"]],
  });
});

test("A heading that is written over renames its column; a blank or repeated one is filled in.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    write(sheet);
    const table = sheet.tables.add("A2:C4", true);
    sheet.getRange("A1:B2").values = [
      ["", ""],
      ["名称", "Level"],
    ];
    sheet.getRange("C2").values = [["level"]];
    table.columns.load("items/name, items/id");
    const head = table.getHeaderRowRange();
    head.load("values");
    await context.sync();
    return [table.columns.items.map(({ id, name }) => [id, name]), head.values];
  });
  expect(read).toEqual([
    [
      [1, "名称"],
      [2, "Level"],
      [3, "level2"],
    ],
    [["名称", "Level", "level2"]],
  ]);
});

test("Without headers Excel puts a header row above, and moves what is below down.", async () => {
  await b.onSheet((sheet) => {
    sheet.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    sheet.getRange("A4").values = [["below"]];
    sheet.tables.add("A1:B2", false);
  });
  expect(await b.values("A1:B5")).toEqual([
    ["Column1", "Column2"],
    [1, 2],
    [3, 4],
    ["", ""],
    ["below", ""],
  ]);
});

test("A table moves with rows inserted above it, and is gone when its rows are deleted.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    write(sheet);
    sheet.tables.add("A2:C4", true);
    sheet.getRange("1:1").insert("Down");
    await context.sync();
    const moved = sheet.tables.getItemAt(0).getRange();
    moved.load("address");
    await context.sync();
    sheet.getRange("2:9").delete("Up");
    sheet.tables.load("items/name");
    await context.sync();
    return [moved.address, sheet.tables.items.length];
  });
  expect(read).toEqual(["Sheet1!A3:C5", 0]);
});

test("A deleted table takes its cells along; one converted leaves them.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    write(sheet);
    sheet.tables.add("A2:C4", true).convertToRange();
    const used = sheet.getUsedRange(true);
    used.load("address");
    await context.sync();
    sheet.tables.add("A2:C4", true).delete();
    const left = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    return [used.address, left.isNullObject];
  });
  expect(read).toEqual(["Sheet1!A2:C4", true]);
});

const figures = (sheet: Excel.Worksheet) => sheet.tables.getItem("Figures");

test.each<[string, string, (sheet: Excel.Worksheet) => unknown]>([
  ["InvalidOperation", "a table over another table", ({ tables }) => tables.add("C3:D9", true)],
  [
    "MergedRangeConflict",
    "a table over merged cells",
    (sheet) => {
      sheet.getRange("F1:G1").merge();
      sheet.tables.add("F1:G3", true);
    },
  ],
  [
    "InvalidOperation",
    "a table over cells that spill",
    (sheet) => {
      sheet.getRange("F1").formulas = [["=SEQUENCE(3)"]];
      sheet.getRange("F1").load("values");
      sheet.tables.add("F1:G3", true);
    },
  ],
  [
    "ItemAlreadyExists",
    "a name that another table has, whatever its case",
    ({ tables }) => (tables.add("F1:G3", true).name = "FIGURES"),
  ],
  [
    "ItemAlreadyExists",
    "a name that a defined name has",
    (sheet) => {
      sheet.names.add("mark", sheet.getRange("A1"));
      figures(sheet).name = "Mark";
    },
  ],
  [
    "InvalidArgument",
    "a style that Excel does not have",
    (sheet) => (figures(sheet).style = "TableStyleMedium99"),
  ],
  ...["9lives", "two words", "A1", "r1c1", "a".repeat(256), ""].map(
    (name): [string, string, (sheet: Excel.Worksheet) => unknown] => [
      "InvalidArgument",
      `the name “${name}”`,
      (sheet) => (figures(sheet).name = name),
    ],
  ),
  ["ItemNotFound", "a table that is not there", ({ tables }) => void tables.getItem("None").load("name")],
  [
    "InsertDeleteConflict",
    "inserting cells that would tear the table apart",
    (sheet) => sheet.getRange("B1").insert("Down"),
  ],
])("%s: %s", async (code, _what, act) => {
  const refusal = b.refusal(async (sheet, context) => {
    write(sheet);
    sheet.tables.add("A2:C4", true).name = "Figures";
    await context.sync();
    return act(sheet);
  });
  expect(await refusal).toBe(code);
});

test.each(["Figures", "ECOM_figures_3gl8q3ml", "Sales.2025", "指标_表"])(
  "Formulas name the columns of a table called %s.",
  async (name) => {
    await b.onSheet((sheet) => {
      write(sheet);
      sheet.tables.add("A2:C4", true).name = name;
      const lookup = `=INDEX(${name}[Level],MATCH("b",${name}[Name],0))`;
      sheet.getRange("E1:E2").formulas = [[`=SUM(${name}[Level])`], [lookup]];
    });
    expect(await b.values("E1:E2")).toEqual([[4], [3]]);
  },
);
