import { newSheetState } from "../../../src/workbench/state";
import { book, cells, cellsOf, figures, placed, sheet, sheetId } from "../samples";
import { partOf, readBack } from "./saved";

describe("sheets", () => {
  test("sizes, hidden lines, merges, frozen panes, gridlines and tab colour come back.", async () => {
    const { sheets } = await readBack(
      book([
        sheet({
          cells: cellsOf(figures),
          columns: [
            { index: 1, size: 105 },
            { index: 2, hidden: true },
          ],
          rows: [
            { index: 0, size: 30 },
            { index: 3, hidden: true },
          ],
          merges: [{ row: 5, column: 0, rowCount: 1, columnCount: 3 }],
          freeze: { rows: 1, columns: 1 },
          showGridlines: false,
          tabColor: "#0F6CBD",
        }),
        sheet({ id: "s2", name: "It's 数据", visibility: "Hidden" }),
      ]),
    );
    const [first, second] = sheets;
    // 105 points are 140 pixels, twenty digits of 7 pixels.
    expect(first?.columns?.[1]?.width).toBe(20);
    expect(first?.columns?.[2]?.hidden).toBe(true);
    expect(first?.rowDefs?.get(0)?.height).toBe(30);
    expect(first?.rowDefs?.get(3)?.hidden).toBe(true);
    expect(first?.merges).toEqual([{ startRow: 5, startCol: 0, endRow: 5, endCol: 2 }]);
    expect(first?.freezePane).toEqual({ rows: 1, columns: 1 });
    expect(first?.view).toMatchObject({ showGridLines: false, tabColor: { rgb: "0F6CBD" } });
    expect(second).toMatchObject({ name: "It's 数据", hidden: true });
  });

  test("page setup comes back: landscape, one page wide, print area and titles, footer.", async () => {
    const layout = newSheetState().pageLayout;
    const workbook = book([
      sheet({
        name: "It's",
        page: {
          ...layout,
          orientation: "Landscape",
          zoom: { horizontalFitToPages: 1 },
          printArea: [cells(0, 0, 40, 12)],
          rowBreaks: [18, 30],
          printTitleRows: { first: 0, count: 2 },
          printTitleColumns: { first: 0, count: 1 },
          headersFooters: { ...layout.headersFooters, leftFooter: "ECOM", rightFooter: "&P" },
        },
      }),
    ]);
    const { sheets } = await readBack(workbook);
    expect(sheets[0]?.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: "a4",
      fitToPage: true,
      fitToHeight: 0,
      margins: { left: 0.7, top: 0.75 },
    });
    expect(sheets[0]?.headerFooter?.oddFooter).toBe("&LECOM&R&P");
    expect(partOf(workbook, "xl/worksheets/sheet1.xml")).toContain(
      '</headerFooter><rowBreaks count="2" manualBreakCount="2"><brk id="18" max="16383" man="1"/>',
    );
    const names = partOf(workbook, "xl/workbook.xml");
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'It''s'!$A$1:$L$40</definedName>`,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'It''s'!$A:$A,'It''s'!$1:$2</definedName>`,
    );
  });

  test("names of the workbook and of a sheet come back; a name of a sheet that is gone is left out.", async () => {
    const name = { comment: "", visible: true };
    const workbook = book([sheet()], {
      names: [
        { ...name, id: "1", name: "Figures", sheetId: null, formula: "=Sheet1!$A$1:$B$3" },
        {
          ...name,
          id: "2",
          name: "Block",
          sheetId,
          formula: "=Sheet1!$A$1",
          comment: "ours",
          visible: false,
        },
        { ...name, id: "3", name: "Lost", sheetId: "gone", formula: "=1" },
      ],
    });
    const xml = partOf(workbook, "xl/workbook.xml");
    expect(xml).toContain('<definedName name="Figures">Sheet1!$A$1:$B$3</definedName>');
    expect(xml).toContain(
      '<definedName name="Block" localSheetId="0" hidden="1" comment="ours">Sheet1!$A$1</definedName>',
    );
    expect(xml).not.toContain("Lost");
  });

  test("a workbook with a protected structure keeps it.", () => {
    expect(partOf(book([sheet({})], { lockStructure: true }), "xl/workbook.xml")).toMatch(
      /<workbookPr [^>]*><workbookProtection lockStructure="1"\/><bookViews>/,
    );
    expect(partOf(book([sheet({})]), "xl/workbook.xml")).not.toContain("workbookProtection");
  });

  test("a protected sheet stays protected, and its unlocked cells unlocked.", () => {
    const workbook = book([
      sheet({
        protection: { protected: true, password: "", options: { allowFormatCells: true } },
        cells: placed({ A1: { value: 1, style: { unlocked: true } } }),
      }),
    ]);
    expect(partOf(workbook, "xl/worksheets/sheet1.xml")).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0"/>',
    );
    expect(partOf(workbook, "xl/styles.xml")).toContain('<protection locked="0"/>');
  });
});
