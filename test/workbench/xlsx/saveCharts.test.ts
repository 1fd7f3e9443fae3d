import { unsaved } from "../../../src/workbench/xlsx/save";
import { axis, book, cells, cellsOf, chart, figures, labels, series, sheet, table, title } from "../samples";
import { partOf, readBack } from "./saved";

describe("tables", () => {
  const filled = sheet({
    cells: cellsOf(figures),
    tables: [table(cells(0, 0, 4, 3), ["Period", "Level", "Growth"])],
  });

  test("a native table comes back with name, place, columns and style.", async () => {
    const { sheets } = await readBack(book([filled]));
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
      ...filled,
      id: "s2",
      name: "Sheet2",
      tables: filled.tables.map((shown) => ({ ...shown, name: "Table2" })),
    };
    const workbook = book([filled, second]);
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
  const withChart = (drawn: ReturnType<typeof chart>) =>
    book([sheet({ name: "Trend 1", cells: cellsOf(figures, ["", "0.00", "0.0%"]), charts: [drawn] })]);

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
