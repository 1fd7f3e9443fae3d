import { eachBench } from "../client";

const b = eachBench();

/** Enters one value and reads the cell back. */
async function entered(value: unknown, format?: string) {
  return b.onSheet(async (sheet, context) => {
    const cell = sheet.getRange("A1");
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[value]];
    cell.load("values, valueTypes, text, formulas, numberFormat");
    await context.sync();
    return {
      value: cell.values[0]?.[0] as unknown,
      type: cell.valueTypes[0]?.[0] as unknown,
      text: cell.text[0]?.[0],
      format: cell.numberFormat[0]?.[0] as unknown,
    };
  });
}

describe("What is entered becomes what Excel makes of it", () => {
  test.each([
    ["12.5", 12.5, "Double", "12.5", "General"],
    ["7.4%", 0.074, "Double", "7.40%", "0.00%"],
    ["TRUE", true, "Boolean", "TRUE", "General"],
    ["#N/A", "#N/A", "Error", "#N/A", "General"],
    ["2025-03", 45717, "Double", "Mar-25", "mmm-yy"],
    ["2025-Q1", "2025-Q1", "String", "2025-Q1", "General"],
    ["'2025-03", "2025-03", "String", "2025-03", "General"],
    ["'=1+1", "=1+1", "String", "=1+1", "General"],
    ["=1+1", 2, "Double", "2", "General"],
    ["", "", "Empty", "", "General"],
  ])("%p", async (given, value, type, text, format) => {
    expect(await entered(given)).toEqual({ value, type, text, format });
  });

  test("text in a cell whose format is Text stays text, a formula too.", async () => {
    expect(await entered("2025-03", "@")).toMatchObject({ value: "2025-03", type: "String" });
    expect(await entered("=1+1", "@")).toMatchObject({ value: "=1+1", type: "String" });
  });

  test("null leaves a cell as it is.", async () => {
    await entered(5);
    expect(await entered(null)).toMatchObject({ value: 5 });
  });

  test("a formula is stored with its names in capitals.", async () => {
    const formulas = await b.onSheet(async (sheet, context) => {
      const cell = sheet.getRange("B1");
      cell.formulas = [['=sum(a1:a3)&"x"&sheet1!c2']];
      cell.load("formulas");
      await context.sync();
      return cell.formulas;
    });
    expect(formulas).toEqual([['=SUM(A1:A3)&"x"&sheet1!C2']]);
  });
});

test("A single value fills the whole range.", async () => {
  await b.onSheet((sheet) => (sheet.getRange("A1:B2").values = 7 as unknown as number[][]));
  expect(await b.values("A1:B2")).toEqual([
    [7, 7],
    [7, 7],
  ]);
});

test("Ranges are found from ranges.", async () => {
  const addresses = await b.onSheet(async (sheet, context) => {
    const start = sheet.getRange("B2:D4");
    const walks = [
      start.getCell(0, 2),
      start.getRow(1),
      start.getColumn(0),
      start.getOffsetRange(1, -1),
      start.getResizedRange(-2, 1),
      start.getBoundingRect("F1"),
      sheet.getRangeByIndexes(9, 0, 2, 3),
    ];
    for (const walk of walks) walk.load("address");
    await context.sync();
    return walks.map((walk) => walk.address.replace("Sheet1!", ""));
  });
  expect(addresses).toEqual(["D2", "B3:D3", "B2:B4", "A3:C5", "B2:E2", "B1:F4", "A10:C11"]);
});

test("The used range holds values and formats, on request values only; an empty sheet has none.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    const none = sheet.getUsedRangeOrNullObject();
    await context.sync();
    sheet.getRange("B2").values = [[1]];
    sheet.getRange("D5").format.fill.color = "#FFFF00";
    const all = sheet.getUsedRange();
    const values = sheet.getUsedRange(true);
    all.load("address");
    values.load("address");
    await context.sync();
    return [none.isNullObject, all.address, values.address];
  });
  expect(read).toEqual([true, "Sheet1!B2:D5", "Sheet1!B2"]);
});

test("Formats that are set are read back; what differs in a range reads null.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    const { format } = range;
    format.fill.color = "#1F6FEB";
    format.font.set({
      bold: true,
      italic: true,
      size: 14,
      color: "#FFFFFF",
      name: "Arial",
      underline: "Single",
    });
    format.horizontalAlignment = "Right";
    format.verticalAlignment = "Top";
    format.wrapText = true;
    format.indentLevel = 2;
    format.columnWidth = 90;
    format.rowHeight = 30;
    const edge = format.borders.getItem("EdgeBottom");
    edge.style = "Continuous";
    edge.weight = "Medium";
    edge.color = "#FF0000";
    sheet.getRange("A1").format.font.bold = false;
    range.numberFormat = [
      ["0.0%", "0.0%"],
      ["#,##0", "@"],
    ];
    range.load("numberFormat");
    format.load("horizontalAlignment, verticalAlignment, wrapText, indentLevel, columnWidth, rowHeight");
    format.font.load("bold, italic, size, color, name, underline");
    format.fill.load("color");
    edge.load("style, weight, color");
    await context.sync();
    return { ...format.toJSON(), edge: edge.toJSON(), numberFormat: range.numberFormat };
  });
  expect(read).toMatchObject({
    fill: { color: "#1F6FEB" },
    font: { bold: null, italic: true, size: 14, color: "#FFFFFF", name: "Arial", underline: "Single" },
    horizontalAlignment: "Right",
    verticalAlignment: "Top",
    wrapText: true,
    indentLevel: 2,
    columnWidth: 90,
    rowHeight: 30,
    edge: { style: "Continuous", weight: "Medium", color: "#FF0000" },
    numberFormat: [
      ["0.0%", "0.0%"],
      ["#,##0", "@"],
    ],
  });
});

test("A style set on whole columns holds for cells that are written later.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    sheet.getRange("C:D").format.font.bold = true;
    sheet.getRange().format.font.name = "Arial";
    const cell = sheet.getRange("C7");
    cell.values = [["x"]];
    cell.format.font.load("bold, name");
    await context.sync();
    return cell.format.font.toJSON();
  });
  expect(read).toMatchObject({ bold: true, name: "Arial" });
});

test("Clear takes contents, formats or both.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    for (const address of ["A1", "A2", "A3"]) {
      sheet.getRange(address).values = [[5]];
      sheet.getRange(address).format.fill.color = "#FF0000";
    }
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("A2").clear("Formats");
    sheet.getRange("A3").clear();
    const cells = ["A1", "A2", "A3"].map((address) => sheet.getRange(address));
    for (const cell of cells) cell.load("values, format/fill/color");
    await context.sync();
    return cells.map((cell) => [cell.values[0]?.[0] as unknown, cell.format.fill.color]);
  });
  expect(read).toEqual([
    ["", "#FF0000"],
    [5, "#FFFFFF"],
    ["", "#FFFFFF"],
  ]);
});

test("Inserting and deleting cells moves what stands there and the formulas that point to it.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    sheet.getRange("A1:A3").values = [[1], [2], ["=A1+A2"]];
    sheet.getRange("2:2").insert("Down");
    await context.sync();
    const moved = sheet.getRange("A4");
    moved.load("formulas, values");
    await context.sync();
    sheet.getRange("1:1").delete("Up");
    const after = sheet.getRange("A3");
    after.load("formulas, values");
    await context.sync();
    return [moved.formulas, moved.values, after.formulas].map((cells) => cells[0]?.[0] as unknown);
  });
  expect(read).toEqual(["=A1+A3", 3, expect.stringMatching(/^=#REF!\+A2$/)]);
});

test("A kept range follows rows that are inserted above it.", async () => {
  const address = await b.onSheet(async (sheet, context) => {
    const range = sheet.getRange("B5:C6");
    context.trackedObjects.add(range);
    await context.sync();
    sheet.getRange("1:3").insert("Down");
    await context.sync();
    range.load("address");
    await context.sync();
    return range.address;
  });
  expect(address).toBe("Sheet1!B8:C9");
});

test("Merged cells keep the first value; unmerging sets them free.", async () => {
  await b.onSheet((sheet) => {
    const range = sheet.getRange("A1:B2");
    range.values = [
      [1, 2],
      [3, 4],
    ];
    range.merge();
  });
  expect(await b.values("A1:B2")).toEqual([
    [1, ""],
    ["", ""],
  ]);
  await b.onSheet((sheet) => sheet.getRange("A1:B2").unmerge());
  expect(b.host.snapshot().sheets[0]?.merges).toEqual([]);
});

test("A link has its text, its look and its address.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    const cell = sheet.getRange("A1");
    cell.hyperlink = { address: "https://www.stats.gov.cn/", textToDisplay: "Statistics bureau" };
    cell.load("values, hyperlink, format/font/underline");
    await context.sync();
    return [cell.values[0]?.[0] as unknown, cell.hyperlink.address, cell.format.font.underline];
  });
  expect(read).toEqual(["Statistics bureau", "https://www.stats.gov.cn/", "Single"]);
});

test("10 000 values in one batch arrive whole, though the client cuts them in pieces.", async () => {
  await b.onSheet((sheet) => {
    sheet.getRange("A1:B5000").values = Array.from({ length: 5000 }, (_row, i) => [i, "=1+1"]);
    sheet.getRange("D1").values = [["=SUM(A1:B5000)"]];
  });
  expect(await b.values("D1")).toEqual([[(4999 * 5000) / 2 + 10_000]]);
});

test("Whole columns have no cell by cell properties: they read null.", async () => {
  const values = await b.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A:B");
    range.load("values, rowCount");
    await context.sync();
    return [range.values, range.rowCount];
  });
  expect(values).toEqual([null, 1_048_576]);
});
