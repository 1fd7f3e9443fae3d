import { newSheetState } from "../../../src/workbench/state";
import type { XlsxCell, XlsxWorkbook } from "../../../src/workbench/xlsx/model";
import { book, cells, cellsOf, chart, figures, series, sheet, table } from "../samples";
import { partOf, readBack } from "./saved";

async function valueBack(cell: Partial<XlsxCell>) {
  const { sheets } = await readBack(book([sheet({ cells: [{ row: 0, column: 0, ...cell }] })]));
  return sheets[0]?.rows[0]?.[0];
}

describe("what a person does to a table does not make Excel repair the file", () => {
  /** The names of the table's columns and the texts of its headings, which must agree. */
  async function headingsOf(held: XlsxCell[], own = table(cells(0, 0, 3, 3), ["Period", "Level", "Growth"])) {
    const workbook = book([sheet({ cells: held, tables: [own] })]);
    const { sheets } = await readBack(workbook);
    const names = [
      ...partOf(workbook, "xl/tables/table1.xml").matchAll(/<tableColumn id="\d+" name="([^"]*)"/g),
    ];
    return {
      names: names.map((found) => found[1]),
      cells: sheets[0]?.rows[own.range.row]?.slice(
        own.range.column,
        own.range.column + own.range.columnCount,
      ),
    };
  }

  test.each([
    ["a heading retyped", ["Period", "Amount", "Growth"], ["Period", "Amount", "Growth"]],
    ["a heading deleted", ["Period", null, "Growth"], ["Period", "Column2", "Growth"]],
    ["two headings alike", ["Period", "Level", "level"], ["Period", "Level", "level2"]],
    ["a year as heading", ["Period", 2024, "Growth"], ["Period", "2024", "Growth"]],
    ["blanks around a heading", ["Period", " Level ", "Growth"], ["Period", "Level", "Growth"]],
  ])("%s", async (_, shown, settled) => {
    const { names, cells: held } = await headingsOf(cellsOf([shown, ["2024", 1, 2], ["2025", 3, 4]]));
    expect(names).toEqual(settled);
    expect(held).toEqual(settled);
  });

  test("a formula in a heading is its text.", async () => {
    const held = cellsOf([["Period", "Level", "Growth"]]);
    held[1] = { row: 0, column: 1, value: 2024, formula: "=2000+24" };
    const workbook = book([sheet({ cells: held, tables: [table(cells(0, 0, 3, 3), ["a", "b", "c"])] })]);
    expect(partOf(workbook, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
    expect((await headingsOf(held)).cells).toEqual(["Period", "2024", "Growth"]);
  });

  test("a column inserted in the middle has a name and an empty heading's text.", async () => {
    const wider = table(cells(0, 0, 3, 4), ["Period", "Level", "Growth"]);
    const { names, cells: held } = await headingsOf(cellsOf([["Period", null, "Level", "Growth"]]), wider);
    expect(names).toEqual(["Period", "Column2", "Level", "Growth"]);
    expect(held).toEqual(names);
  });

  test("a column deleted is gone from the table's names.", async () => {
    const narrow = table(cells(0, 0, 3, 2), ["Period", "Level", "Growth"]);
    expect((await headingsOf(cellsOf([["Period", "Growth"]]), narrow)).names).toEqual(["Period", "Growth"]);
  });

  test("with all rows deleted one empty row is left.", () => {
    const empty = table(cells(0, 0, 1, 3), ["Period", "Level", "Growth"]);
    const workbook = book([sheet({ cells: cellsOf(figures.slice(0, 1)), tables: [empty] })]);
    expect(partOf(workbook, "xl/tables/table1.xml")).toContain('ref="A1:C2"');
  });

  test("breaks and tabs in a heading are written out as its cell has them.", () => {
    const held = cellsOf([["a\nb", "c\td", "_x0041_"]]);
    const workbook = book([sheet({ cells: held, tables: [table(cells(0, 0, 2, 3), ["", "", ""])] })]);
    expect(partOf(workbook, "xl/tables/table1.xml")).toMatch(/a_x000a_b.*c_x0009_d.*_x005F_x0041_/);
    expect(partOf(workbook, "xl/sharedStrings.xml")).toContain("_x005F_x0041_");
  });
});

describe("what Excel would not hold", () => {
  const sheetOf = (held: Partial<XlsxCell>, own: Partial<XlsxWorkbook> = {}) =>
    partOf(book([sheet({ cells: [{ row: 1, column: 1, ...held }] })], own), "xl/worksheets/sheet1.xml");

  test("a formula that does not parse is saved as what it shows.", () => {
    expect(sheetOf({ formula: "=SUM(1;2)", value: { error: "#NAME?" } })).toContain(
      '<c r="B2" t="e"><v>#NAME?</v></c>',
    );
  });

  test("a result of over 32,767 characters is an error, a text is cut.", async () => {
    const long = "x".repeat(40_000);
    expect(sheetOf({ formula: '=REPT("x",40000)', value: long })).toContain('t="e"');
    expect(await valueBack({ value: long })).toBe("x".repeat(32_767));
  });

  test("a blocked array fills its own cell only.", () => {
    const spill = { row: 1, column: 1, rowCount: 3, columnCount: 2 };
    expect(sheetOf({ formula: "=SEQUENCE(3,2)", value: { error: "#SPILL!" }, spill })).toContain(
      'ref="B2">_xlfn.SEQUENCE(3,2)',
    );
  });

  test("functions that may fill several cells can spill again, whatever they show now.", () => {
    const arrayFunctions = new Set(["ECOM.SERIES"]);
    const held = { value: { error: "#N/A" } };
    expect(sheetOf({ ...held, formula: '=ECOM.SERIES("x")' }, { arrayFunctions })).toContain('cm="1"');
    expect(sheetOf({ ...held, formula: '=ECOM.GROWTH("x")' }, { arrayFunctions })).not.toContain('cm="1"');
  });

  test("links and their tips have Excel's lengths.", () => {
    const address = `https://example.org/${"x".repeat(2100)}`;
    expect(sheetOf({ value: "a", link: { address } })).not.toContain("hyperlink");
    const tip = "t".repeat(300);
    expect(sheetOf({ value: "a", link: { address: "https://example.org/", tip } })).toContain(
      `tooltip="${"t".repeat(255)}"`,
    );
  });

  test("rows and columns are at most as large as Excel's.", () => {
    const large = sheet({ columns: [{ index: 0, size: 5000 }], rows: [{ index: 0, size: 900 }] });
    const xml = partOf(book([large]), "xl/worksheets/sheet1.xml");
    expect(xml).toContain('width="255"');
    expect(xml).toContain('ht="409.5"');
  });

  test("a header has at most 255 characters in all.", () => {
    const page = newSheetState().pageLayout;
    page.headersFooters.leftHeader = "l".repeat(200);
    page.headersFooters.rightHeader = "r".repeat(200);
    const xml = partOf(book([sheet({ page })]), "xl/worksheets/sheet1.xml");
    expect(/<oddHeader>([^<]*)</.exec(xml)?.[1]?.replaceAll("&amp;", "&")).toHaveLength(255);
  });

  test("a chart whose sheet is gone refers to nothing.", () => {
    const away = { sheetId: "gone", row: 0, column: 0, rowCount: 3, columnCount: 1 };
    const drawn = chart("ColumnClustered", [series(away, away, away)]);
    const xml = partOf(book([sheet({ charts: [drawn] })]), "xl/charts/chart1.xml");
    expect(xml).toContain("<c:f>#REF!</c:f>");
    expect(xml).not.toContain("'#REF!'");
  });
});

test("Parts refer to each other by relative paths.", () => {
  const workbook = book([
    sheet({ cells: cellsOf(figures), tables: [table(cells(0, 0, 4, 3), ["Period", "Level", "Growth"])] }),
  ]);
  expect(partOf(workbook, "_rels/.rels")).toContain('Target="xl/workbook.xml"');
  expect(partOf(workbook, "xl/_rels/workbook.xml.rels")).toContain('Target="worksheets/sheet1.xml"');
  expect(partOf(workbook, "xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="../tables/table1.xml"');
});

test("A column of two hundred thousand cells is saved.", () => {
  const held = Array.from({ length: 200_000 }, (_, row): XlsxCell => ({ row, column: 0, value: row }));
  expect(partOf(book([sheet({ cells: held })]), "xl/worksheets/sheet1.xml")).toContain('ref="A1:A200000"');
});
