import { unzipSync } from "fflate";
import type { XlsxCell } from "../../../src/workbench/xlsx/model";
import { saveXlsx } from "../../../src/workbench/xlsx/save";
import { book, cellsOf, figures, placed, sheet } from "../samples";
import { partOf, readBack } from "./saved";

async function cellBack(cell: Partial<XlsxCell>) {
  const { sheets } = await readBack(book([sheet({ cells: [{ row: 0, column: 0, ...cell }] })]));
  return { cell: sheets[0]?.cells?.get("0,0"), value: sheets[0]?.rows[0]?.[0] };
}

describe("cells", () => {
  test("numbers, texts, truth values and errors come back as they were.", async () => {
    const values = [0.074, 15_520_000_000_000, ' 7.4% <b>&"网上"</b>\n', true];
    const cells = [...values, { error: "#N/A" }].map((value, column) => ({ row: 0, column, value }));
    const { sheets } = await readBack(book([sheet({ cells })]));
    expect(sheets[0]?.rows[0]).toEqual([...values, "#N/A"]);
  });

  test("text that looks like a formula stays text.", async () => {
    const { cell, value } = await cellBack({ value: "=1+1" });
    expect(value).toBe("=1+1");
    expect(cell?.formula).toBeUndefined();
  });

  test("a formula of the add-in is stored as Excel stores it, with its value.", async () => {
    const { cell } = await cellBack({ value: 0.074, formula: '=ECOM.GROWTH("digital")' });
    expect(cell?.formula).toBe('_xldudf_ECOM_GROWTH("digital")');
    expect(cell?.formulaResult).toBe(0.074);
  });

  test("a formula that gave an error keeps the error.", async () => {
    const { cell, value } = await cellBack({ value: { error: "#N/A" }, formula: '=ECOM.VALUE("x")' });
    expect(cell?.formula).toBe('_xldudf_ECOM_VALUE("x")');
    expect(value).toBe("#N/A");
  });

  test("a spilled array is one dynamic formula, and every cell keeps its value.", async () => {
    const spill = { row: 0, column: 0, rowCount: 2, columnCount: 2 };
    const cells = placed({
      A1: { value: "2025-Q1", formula: '=ECOM.SERIES("digital")', spill },
      B1: 0.074,
      A2: "2025-H1",
      B2: 0.08,
    });
    const { sheets } = await readBack(book([sheet({ cells })]));
    expect(sheets[0]?.cells?.get("0,0")).toMatchObject({
      formula: '_xldudf_ECOM_SERIES("digital")',
      formulaType: "array",
      formulaRef: "A1:B2",
      formulaDynamic: true,
    });
    expect(sheets[0]?.rows).toEqual([
      ["2025-Q1", 0.074],
      ["2025-H1", 0.08],
    ]);
  });

  test("an infinite result is the error that Excel shows for it.", async () => {
    expect((await cellBack({ value: Infinity })).value).toBe("#NUM!");
  });

  test("a look comes back: format, font, fill, border, alignment.", async () => {
    const { cell } = await cellBack({
      value: 3.62e12,
      style: {
        numberFormat: '#,##0.00,,,,"万亿"',
        font: { name: "Arial", size: 20, bold: true, italic: true, underline: true, color: "#0F6CBD" },
        fill: "#EAF3FB",
        borders: { bottom: { style: "thin", color: "#C8C6C4" } },
        horizontal: "right",
        vertical: "center",
        wrap: true,
        indent: 1,
      },
    });
    expect(cell?.style).toMatchObject({
      numFmt: '#,##0.00,,,,"万亿"',
      font: { name: "Arial", size: 20, bold: true, italic: true, color: { rgb: "0F6CBD" } },
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EAF3FB" } },
      border: { bottom: { style: "thin", color: { rgb: "C8C6C4" } } },
      alignment: { horizontal: "right", vertical: "center", wrapText: true, indent: 1 },
    });
  });

  test("a link to a page keeps its address and its tip.", async () => {
    const target = "https://www.stats.gov.cn/?a=1&b=2";
    const { cell } = await cellBack({ value: "NBS", link: { address: target, tip: "Source" } });
    expect(cell?.hyperlink).toMatchObject({ target, tooltip: "Source" });
  });

  test("a link into the workbook keeps its place.", async () => {
    const { cell } = await cellBack({ value: "Data", link: { location: "Sheet1!A9" } });
    expect(cell?.hyperlink).toMatchObject({ location: "Sheet1!A9" });
  });
});

describe("the package", () => {
  test("custom XML parts and properties of sheets survive.", () => {
    const workbook = book([sheet({ customProperties: { "ECOM.block": "季度" } })], {
      xmlParts: ["<ecom>1</ecom>"],
    });
    expect(partOf(workbook, "customXml/item1.xml")).toBe("<ecom>1</ecom>");
    const content = unzipSync(saveXlsx(workbook))["xl/customProperty1.bin"];
    expect(Buffer.from(content ?? []).toString("utf16le")).toBe("季度");
  });

  test("the same workbook gives the same bytes.", () => {
    const workbook = book([sheet({ cells: cellsOf(figures) })]);
    expect(saveXlsx(workbook)).toEqual(saveXlsx(workbook));
  });
});
