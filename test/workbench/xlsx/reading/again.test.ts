import { newSheetState } from "../../../../src/workbench/state";
import { book, cells, cellsOf, figures, placed, sheet, table } from "../../samples";
import { addin, expectSame } from "./expectSame";

const filled = cellsOf(figures, ["General", "#,##0.00", "0.0%"]);

const looks = {
  numberFormat: '#,##0.00,,,,"万亿"',
  font: {
    name: "Arial",
    size: 20,
    bold: true,
    italic: true,
    underline: true,
    strike: true,
    color: "#0F6CBD",
  },
  fill: "#EAF3FB",
  borders: {
    left: { style: "thin", color: "#C8C6C4" },
    top: { style: "double", color: "#000000" },
  },
  horizontal: "right",
  vertical: "center",
  wrap: true,
  indent: 1,
  rotation: -45,
  unlocked: true,
} as const;

describe("a workbook that was saved, opened and saved again has the same parts", () => {
  test("values, formulas, spilled arrays, links and looks.", async () => {
    await expectSame(
      book([
        sheet({
          cells: placed({
            A1: ' 7.4% <b>&"网上"</b>\r\n_x0041_',
            B1: "=1+1",
            C1: { error: "#N/A" },
            D1: true,
            E1: { value: 45_658.25, style: { numberFormat: "yyyy-mm-dd" } },
            A2: { value: 0.074, formula: '=ECOM.GROWTH("digital")' },
            B2: { value: "up", formula: '=IF(ECOM.GROWTH("digital")>0,"up",ECOM.DATA.DATE())' },
            C2: { value: { error: "#N/A" }, formula: '=XLOOKUP("x",A1:A3,B1:B3)' },
            D2: { value: 3, formula: "=SUM(B9#)" },
            E2: { value: 3, formula: "=LET(x,1,x+2)" },
            F2: { value: "", formula: '=T("")' },
            A9: { value: 1, formula: "=@A1:A3" },
            B9: {
              value: "2025-Q1",
              formula: '=ECOM.SERIES("digital")',
              spill: { row: 8, column: 1, rowCount: 2, columnCount: 1 },
            },
            B10: "2025-H1",
            A11: {
              value: "NBS",
              link: { address: "https://www.stats.gov.cn/?a=1&b=2", tip: "Source" },
            },
            B11: { value: "Data", link: { location: "'Sheet1'!A9" } },
            C11: { value: "Both", link: { address: "https://a.example/", location: "part" } },
            A12: { value: "looks", style: looks },
          }),
        }),
      ]),
    );
  });

  test("sizes, looks of whole lines, merges, panes, protection, page setup, properties and names.", async () => {
    const layout = newSheetState().pageLayout;
    const look = { font: { bold: true }, fill: "#FFEECC" };
    await expectSame(
      book(
        [
          sheet({
            name: "It's 网上, 2025",
            tabColor: "#107C41",
            showGridlines: false,
            freeze: { rows: 2, columns: 1 },
            columns: [
              { index: 0, size: 213.75 },
              { index: 2, hidden: true },
              { index: 3, size: 60, style: look },
            ],
            rows: [
              { index: 0, size: 32 },
              { index: 4, hidden: true },
              { index: 6, style: look },
            ],
            cells: filled,
            merges: [{ row: 20, column: 0, rowCount: 1, columnCount: 3 }],
            protection: {
              protected: true,
              password: "",
              options: { allowSort: true, allowFormatCells: true },
            },
            customProperties: { "ECOM.block.abc": '{"at":"网上"}' },
            page: {
              ...layout,
              orientation: "Landscape",
              paperSize: "A3",
              zoom: { horizontalFitToPages: 1 },
              leftMargin: 36,
              centerHorizontally: true,
              printArea: [cells(0, 0, 86, 7), cells(90, 0, 4, 2)],
              printTitleRows: { first: 0, count: 3 },
              printTitleColumns: { first: 0, count: 1 },
              rowBreaks: [30, 60],
              headersFooters: {
                ...layout.headersFooters,
                leftFooter: "&8ECOM &&",
                rightFooter: "&P / &N",
                centerHeader: "Q1",
              },
            },
          }),
        ],
        {
          names: [
            {
              id: "1",
              name: "ECOM_block_abc",
              sheetId: "s1",
              formula: "='It''s 网上, 2025'!$A$1:$G$8",
              comment: "a & b",
              visible: false,
            },
            {
              id: "2",
              name: "MyGrowth",
              sheetId: null,
              formula: '=ECOM.GROWTH("digital")',
              comment: "",
              visible: true,
            },
          ],
          properties: { ...book([]).properties, title: "Figures", author: "An & Bo", company: "C" },
          xmlParts: ['<a xmlns="urn:b">网</a>'],
          settings: { "ecom.period": '"2025-Q1"', "ecom.own": '{"a":[1,"<&>"]}' },
          addin,
          lockStructure: true,
        },
      ),
    );
  });

  test("hidden sheets and the sheet that is shown.", async () => {
    await expectSame(
      book(
        [
          sheet(),
          sheet({ id: "s2", name: "Sheet2", visibility: "Hidden" }),
          sheet({ id: "s3", name: "Sheet3" }),
          sheet({ id: "s4", name: "Sheet4", visibility: "VeryHidden" }),
        ],
        { active: 2 },
      ),
    );
  });

  test("tables, with and without headings, totals and buttons.", async () => {
    const rows = [
      ["a", "b\nc"],
      ["1", "2"],
      ["3", "4"],
      ["9", "0"],
      ["5", "6"],
      ["7", "8"],
    ];
    await expectSame(
      book([
        sheet({
          cells: cellsOf(rows),
          tables: [
            table(cells(0, 0, 3, 2), ["a", "b\nc"], {
              id: "1",
              showTotals: true,
              style: "TableStyleLight9",
              filters: { 0: ["1", ""], 1: ["<2>"] },
            }),
            table(cells(4, 0, 2, 2), ["x", "y_x0041_"], {
              id: "2",
              name: "Other",
              showHeaders: false,
              showFilterButton: false,
              style: "",
              showBandedRows: false,
            }),
          ],
        }),
      ]),
    );
  });
});
