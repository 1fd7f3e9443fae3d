import { unzipSync } from "fflate";
import { newSheetState } from "../../../src/workbench/state";
import type { XlsxCell } from "../../../src/workbench/xlsx/model";
import { saveXlsx, unsaved } from "../../../src/workbench/xlsx/save";
import {
  axis,
  book,
  cells,
  cellsOf,
  chart,
  figures,
  labels,
  series,
  sheet,
  sheetId,
  table,
  title,
} from "../samples";
import { partOf, readBack } from "./saved";

async function cellBack(cell: Partial<XlsxCell>) {
  const { sheets } = await readBack(book([sheet({ cells: [{ row: 0, column: 0, ...cell }] })]));
  return { cell: sheets[0]?.cells?.get("0,0"), value: sheets[0]?.rows[0]?.[0] };
}

describe("cells", () => {
  test("numbers, texts, truth values and errors come back as they were.", async () => {
    const held: XlsxCell[] = [
      { row: 0, column: 0, value: 0.074 },
      { row: 0, column: 1, value: 15_520_000_000_000 },
      { row: 0, column: 2, value: ' 7.4% <b>&"网上"</b>\n' },
      { row: 0, column: 3, value: true },
      { row: 0, column: 4, value: { error: "#N/A" } },
    ];
    const { sheets } = await readBack(book([sheet({ cells: held })]));
    expect(sheets[0]?.rows[0]).toEqual([0.074, 15_520_000_000_000, ' 7.4% <b>&"网上"</b>\n', true, "#N/A"]);
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
    const held: XlsxCell[] = [
      { row: 0, column: 0, value: "2025-Q1", formula: '=ECOM.SERIES("digital")', spill },
      { row: 0, column: 1, value: 0.074 },
      { row: 1, column: 0, value: "2025-H1" },
      { row: 1, column: 1, value: 0.08 },
    ];
    const { sheets } = await readBack(book([sheet({ cells: held })]));
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
        cells: [{ row: 0, column: 0, value: 1, style: { unlocked: true } }],
      }),
    ]);
    expect(partOf(workbook, "xl/worksheets/sheet1.xml")).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0"/>',
    );
    expect(partOf(workbook, "xl/styles.xml")).toContain('<protection locked="0"/>');
  });
});

describe("tables", () => {
  const held = sheet({
    cells: cellsOf(figures),
    tables: [table(cells(0, 0, 4, 3), ["Period", "Level", "Growth"])],
  });

  test("a native table comes back with name, place, columns and style.", async () => {
    const { sheets } = await readBack(book([held]));
    expect(sheets[0]?.tables?.[0]).toMatchObject({
      name: "Table1",
      range: "A1:C4",
      columns: [{ name: "Period" }, { name: "Level" }, { name: "Growth" }],
      style: "TableStyleMedium2",
      showRowStripes: true,
      showAutoFilter: true,
    });
  });

  test("headings are texts in the file even where the cell holds a number.", async () => {
    const years = sheet({
      cells: cellsOf([
        ["Item", 2024],
        ["x", 1],
      ]),
      tables: [table(cells(0, 0, 2, 2), ["Item", "2024"])],
    });
    const { sheets } = await readBack(book([years]));
    expect(sheets[0]?.rows).toEqual([
      ["Item", "2024"],
      ["x", 1],
    ]);
  });

  test("tables on several sheets have ids of their own.", () => {
    const second = {
      ...held,
      id: "s2",
      name: "Sheet2",
      tables: held.tables.map((one) => ({ ...one, name: "Table2" })),
    };
    const workbook = book([held, second]);
    expect(partOf(workbook, "xl/tables/table1.xml")).toContain('id="1" name="Table1"');
    expect(partOf(workbook, "xl/tables/table2.xml")).toContain('id="2" name="Table2"');
  });
});

describe("charts", () => {
  const names = cells(1, 0, 3, 1);
  const level = series(cells(0, 1), cells(1, 1, 3), names, { fill: { kind: "solid", color: "#9CC7EA" } });
  const growth = series(cells(0, 2), cells(1, 2, 3), names, {
    chartType: "LineMarkers",
    axisGroup: "Secondary",
    line: { color: "#0F6CBD", weight: 2.25 },
    markerStyle: "Circle",
  });
  const withChart = (one: ReturnType<typeof chart>) =>
    book([sheet({ name: "Trend 1", cells: cellsOf(figures, ["", "0.00", "0.0%"]), charts: [one] })]);

  test("a chart of columns and a line on a second axis comes back with names, references and formats.", async () => {
    const combined = chart("ColumnClustered", [level, growth], {
      title: title("Online retail & growth"),
      axes: {
        category: axis(),
        value: axis({ title: title("trillion yuan"), majorGridlines: { visible: true } }),
        secondaryCategory: axis({ visible: false }),
        secondaryValue: axis({ numberFormat: "0%" }),
      },
    });
    const { sheets } = await readBack(withChart(combined));
    const back = sheets[0]?.charts?.[0];
    expect(back).toMatchObject({
      kinds: ["bar", "line"],
      title: "Online retail & growth",
      altText: "About Chart 1",
      legend: "top",
      series: [
        {
          kind: "bar",
          valuesRef: "'Trend 1'!$B$2:$B$4",
          categoriesRef: "'Trend 1'!$A$2:$A$4",
          color: "9CC7EA",
        },
        {
          kind: "line",
          valuesRef: "'Trend 1'!$C$2:$C$4",
          stroke: { width: 2.25 },
          marker: { symbol: "circle" },
        },
      ],
    });
  });

  test("series keep the cell of their name and the values that the cells hold, gaps included.", () => {
    const xml = partOf(withChart(chart("ColumnClustered", [level, growth])), "xl/charts/chart1.xml");
    expect(xml).toContain("<c:tx><c:strRef><c:f>'Trend 1'!$C$1</c:f>");
    expect(xml).toContain("<c:v>Growth</c:v>");
    expect(xml).toContain(
      '<c:numCache><c:formatCode>0.0%</c:formatCode><c:ptCount val="3"/>' +
        '<c:pt idx="0"><c:v>0.098</c:v></c:pt><c:pt idx="1"><c:v>0.072</c:v></c:pt></c:numCache>',
    );
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
  });

  test("lying bars in reading order keep their order, labels, gap and single colours.", () => {
    const bars = chart(
      "BarClustered",
      [
        {
          ...level,
          hasDataLabels: true,
          dataLabels: labels({ position: "OutsideEnd", numberFormat: "0.0" }),
          points: { 1: { fill: { kind: "solid", color: "#0F6CBD" } } },
        },
      ],
      {
        axes: {
          category: axis({ reversePlotOrder: true, tickLabelPosition: "Low" }),
          value: axis({ visible: false, minimum: 0, maximum: 20 }),
          secondaryCategory: axis(),
          secondaryValue: axis(),
        },
      },
    );
    const xml = partOf(withChart(bars), "xl/charts/chart1.xml");
    expect(xml).toContain('<c:barDir val="bar"/><c:grouping val="clustered"/>');
    expect(xml).toContain('<c:orientation val="maxMin"/>');
    expect(xml).toContain('<c:tickLblPos val="low"/>');
    expect(xml).toContain('<c:max val="20"/><c:min val="0"/></c:scaling><c:delete val="1"/>');
    expect(xml).toContain('<c:numFmt formatCode="0.0" sourceLinked="0"/>');
    expect(xml).toContain('<c:dLblPos val="outEnd"/>');
    expect(xml).toContain('<c:gapWidth val="60"/>');
    expect(xml).toMatch(/<c:dPt><c:idx val="1"\/>.*?0F6CBD.*?<\/c:dPt>/);
  });

  test("single points keep their own labels, before those of all the others.", () => {
    const own = { hasDataLabel: true, dataLabel: labels({ numberFormat: "+0%" }) };
    const xml = partOf(
      withChart(
        chart("ColumnClustered", [
          { ...level, hasDataLabels: true, points: { 1: { hasDataLabel: false }, 2: own } },
          { ...growth, points: { 0: own } },
        ]),
      ),
      "xl/charts/chart1.xml",
    );
    const [first = "", second = ""] = xml.match(/<c:dLbls>.*?<\/c:dLbls>/g) ?? [];
    expect(first).toMatch(
      /^<c:dLbls><c:dLbl><c:idx val="1"\/><c:delete val="1"\/><\/c:dLbl><c:dLbl><c:idx val="2"\/><c:numFmt formatCode="\+0%"/,
    );
    expect(first.match(/<c:showVal val="1"\/>/g)).toHaveLength(2);
    expect(second.match(/<c:showVal val="(.)"\/>/g)).toEqual([
      '<c:showVal val="1"/>',
      '<c:showVal val="0"/>',
    ]);
  });

  test("a chart stands where it stood, also across rows and columns with sizes of their own.", () => {
    const workbook = book([
      sheet({
        cells: cellsOf(figures),
        columns: [{ index: 0, size: 100 }],
        rows: [
          { index: 0, size: 40 },
          { index: 1, hidden: true },
        ],
        charts: [chart("Line", [level], { left: 110, top: 60, width: 96, height: 30 })],
      }),
    ]);
    const xml = partOf(workbook, "xl/drawings/drawing1.xml");
    const corner = (name: string, column: number, row: number) =>
      expect(xml).toMatch(
        new RegExp(
          `<xdr:${name}><xdr:col>1?${column}</xdr:col><xdr:colOff>127000</xdr:colOff><xdr:row>${row}</xdr:row>`,
        ),
      );
    // 110 points: the first column and 10 points; 60 points: the first row (40), none of the hidden one, one and a third.
    corner("from", 1, 3);
    corner("to", 3, 5);
  });

  test("a chart of a type that the workbench does not know is named and left out, and the rest is saved.", async () => {
    const workbook = withChart(chart("Doughnut", [level]));
    expect(unsaved(workbook)).toEqual(["Chart 1"]);
    const { sheets } = await readBack(workbook);
    expect(sheets[0]?.charts ?? []).toEqual([]);
    expect(sheets[0]?.rows[1]?.[1]).toBe(7.1);
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
