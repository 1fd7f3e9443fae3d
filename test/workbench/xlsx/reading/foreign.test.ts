import "../../dom";
import { strToU8, zipSync } from "fflate";
import { openXlsx } from "../../../../src/workbench/xlsx/reading/open";

const reader = { addinId: "32b45f15", namespace: "ECOM", functions: [{ name: "GROWTH" }] };
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

const relations = (...all: [id: string, kind: string, target: string][]) =>
  `<Relationships xmlns="${packages}/relationships">${all
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A file of one sheet as other programs write it: with prefixes, absolute paths and parts of their own. */
function file(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"/>`,
    "_rels/.rels": relations(["rId1", "officeDocument", "/xl/workbook.xml"]),
    "xl/_rels/workbook.xml.rels": relations(
      ["a", "worksheet", "/xl/worksheets/one.xml"],
      ["b", "styles", "styles.xml"],
      ["c", "theme", "theme/theme1.xml"],
    ),
    "xl/workbook.xml":
      `<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:sheets>` +
      '<x:sheet name="One" sheetId="7" r:id="a"/></x:sheets></x:workbook>',
    "xl/worksheets/one.xml": `<x:worksheet xmlns:x="${main}" xmlns:r="${office}">${sheet}</x:worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

async function cellsOf(data: string, more?: Record<string, string>) {
  const { book } = await openXlsx(file(`<x:sheetData>${data}</x:sheetData>`, more), reader);
  const cells = book.sheets[0]?.cells ?? [];
  return Object.fromEntries(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
}

describe("files of other programs", () => {
  test("formulas that several cells share are each the cell's own.", async () => {
    const cells = await cellsOf(
      '<x:row r="2"><x:c r="B2"><x:f t="shared" ref="B2:C3" si="0">A1*$A$1+Other!A1</x:f><x:v>1</x:v></x:c>' +
        '<x:c r="C2"><x:f t="shared" si="0"/><x:v>2</x:v></x:c></x:row>' +
        '<x:row r="3"><x:c r="B3"><x:f t="shared" si="0"/><x:v>3</x:v></x:c></x:row>',
    );
    expect(cells["1,1"]?.formula).toBe("=A1*$A$1+Other!A1");
    expect(cells["1,2"]).toMatchObject({ formula: "=B1*$A$1+Other!B1", value: 2 });
    expect(cells["2,1"]).toMatchObject({ formula: "=A2*$A$1+Other!A2", value: 3 });
  });

  test("inline texts, cells without addresses and dates are read.", async () => {
    const cells = await cellsOf(
      '<x:row><x:c t="inlineStr"><x:is><x:t>网上</x:t></x:is></x:c><x:c s="1"><x:v>45658.5</x:v></x:c></x:row>',
      {
        "xl/styles.xml":
          `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
          '<borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
      },
    );
    expect(cells["0,0"]?.value).toBe("网上");
    expect(cells["0,1"]?.value).toBe(45658.5);
    expect(cells["0,1"]?.style?.numberFormat).toMatch(/y/i);
  });

  test("colours of the theme are those that Excel shows, the light ones counted first.", async () => {
    const cells = await cellsOf('<x:row r="1"><x:c r="A1" s="1"><x:v>1</x:v></x:c></x:row>', {
      "xl/styles.xml":
        `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><color theme="0"/></font></fonts>` +
        '<fills count="3"><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill></fills>' +
        '<borders count="1"><border/></borders><cellXfs count="2"><xf/><xf fontId="1" fillId="2" applyFill="1" applyFont="1"/></cellXfs></styleSheet>',
      "xl/theme/theme1.xml":
        '<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr lastClr="000000"/></a:dk1>' +
        '<a:lt1><a:sysClr lastClr="FFFFFE"/></a:lt1><a:dk2><a:srgbClr val="111111"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2>' +
        '<a:accent1><a:srgbClr val="156082"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
    });
    expect(cells["0,0"]?.style).toMatchObject({ font: { color: "#FFFFFE" }, fill: "#156082" });
  });

  test("what the workbench has no place for is counted.", async () => {
    const { leftOut: left } = await openXlsx(
      file(
        "<x:sheetData/>" +
          '<x:conditionalFormatting sqref="A1"><x:cfRule type="expression" priority="1"><x:formula>A1&gt;1</x:formula></x:cfRule></x:conditionalFormatting>' +
          '<x:dataValidations><x:dataValidation type="list" sqref="A1"><x:formula1>"a,b"</x:formula1></x:dataValidation></x:dataValidations>',
        { "xl/vbaProject.bin": "x" },
      ),
      reader,
    );
    expect(Object.fromEntries(left)).toEqual({ conditionalFormats: 1, validations: 1, macros: 1 });
  });

  const leftOf = async (sheet: string, more?: Record<string, string>) =>
    Object.fromEntries((await openXlsx(file(sheet, more), reader)).leftOut);

  test.each([
    ['<x:printOptions verticalCentered="1"/>', 1],
    ['<x:printOptions gridLines="true" gridLinesSet="true"/>', 1],
    ['<x:printOptions headings="1"/>', 1],
    ['<x:pageSetup blackAndWhite="1"/>', 1],
    ['<x:pageSetup draft="1"/>', 1],
    ['<x:pageSetup firstPageNumber="3" useFirstPageNumber="1"/>', 1],
    ['<x:pageSetup pageOrder="overThenDown"/>', 1],
    ['<x:pageSetup cellComments="atEnd"/>', 1],
    ['<x:pageSetup errors="blank"/>', 1],
    ['<x:pageSetup paperSize="256"/>', 1],
    ['<x:headerFooter differentFirst="1"/>', 1],
    ['<x:colBreaks count="1" manualBreakCount="1"><x:brk id="4" man="1"/></x:colBreaks>', 1],
    // What other programs write although nobody changed a setting.
    [
      '<x:printOptions gridLines="false" headings="false"/><x:pageSetup paperSize="9" scale="100" firstPageNumber="1" ' +
        'fitToWidth="1" fitToHeight="1" pageOrder="downThenOver" orientation="portrait" blackAndWhite="false" ' +
        'draft="false" cellComments="none" errors="displayed" useFirstPageNumber="true" horizontalDpi="300"/>' +
        '<x:headerFooter alignWithMargins="0" differentFirst="false" differentOddEven="false"/>',
      undefined,
    ],
  ])("page settings in %s", async (settings, pageSettings) => {
    expect(await leftOf(`<x:sheetData/>${settings}`)).toEqual(pageSettings ? { pageSettings } : {});
  });

  test.each([
    ['showRowColHeaders="0"', 1],
    ['showZeros="0"', 1],
    ['showFormulas="1"', 1],
    ['rightToLeft="1"', 1],
    [
      'showGridLines="0" showRowColHeaders="1" showZeros="true" rightToLeft="false" zoomScale="80"',
      undefined,
    ],
  ])("a view with %s", async (settings, viewSettings) => {
    const view = `<x:sheetViews><x:sheetView workbookViewId="0" ${settings}/></x:sheetViews><x:sheetData/>`;
    expect(await leftOf(view)).toEqual(viewSettings ? { viewSettings } : {});
  });

  test.each([
    ['showFirstColumn="1"', 1],
    ['showLastColumn="true"', 1],
    ['showColumnStripes="1"', 1],
    ['showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"', undefined],
  ])("a table with %s", async (options, tableOptions) => {
    const left = await leftOf(
      '<x:sheetData/><x:tableParts count="1"><x:tablePart r:id="t"/></x:tableParts>',
      {
        "xl/worksheets/_rels/one.xml.rels": relations(["t", "table", "/xl/tables/table1.xml"]),
        "xl/tables/table1.xml":
          `<table xmlns="${main}" id="1" name="T" displayName="T" ref="A1:B2"><tableColumns count="2">` +
          '<tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns>' +
          `<tableStyleInfo name="TableStyleMedium2" ${options}/></table>`,
      },
    );
    expect(left).toEqual(tableOptions ? { tableOptions } : {});
  });

  describe("details of charts", () => {
    const drawings = "http://schemas.openxmlformats.org/drawingml/2006";
    const fill = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
    const bare = "<a:noFill/><a:ln><a:noFill/></a:ln><a:effectLst/>";
    const font = (face = "+mn-lt") =>
      `<a:p><a:pPr><a:defRPr sz="900" b="0" i="0" u="none" strike="noStrike"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>` +
      `<a:latin typeface="${face}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p>`;
    const labels = (own = "") =>
      `<c:dLbls><c:spPr>${bare}</c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
      `<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>${own}</c:dLbls>`;
    const line = (colour: string, dash = "solid") =>
      `<c:spPr><a:ln w="28575" cap="rnd">${fill(colour)}<a:prstDash val="${dash}"/></a:ln></c:spPr>`;
    const parts = {
      space: "",
      chart: "",
      title: '<a:bodyPr rot="0" vert="horz"/>',
      group: "",
      series: "",
      category: "",
      value: "",
      scaling: "",
      turn: "-60000000",
      second: '<c:crosses val="max"/>',
      plot: `<c:spPr>${bare}</c:spPr>`,
      area: '<c:spPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></c:spPr>',
      text: "<a:defRPr/>",
    };
    const axis = (kind: string, id: number, side: string, own: string, scaling = "", turn = "-60000000") =>
      `<c:${kind}><c:axId val="${id}"/><c:scaling>${scaling}<c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
      `<c:axPos val="${side}"/><c:minorTickMark val="none"/><c:txPr><a:bodyPr rot="${turn}"/>${font()}</c:txPr>${own}</c:${kind}>`;

    /** A chart as Excel makes it, with columns, and lines on axes of their own; all its settings are Excel's defaults. */
    const chart = (own: Partial<typeof parts> = {}) => {
      const all = { ...parts, ...own };
      return (
        `<c:chartSpace xmlns:c="${drawings}/chart" xmlns:a="${drawings}/main"><c:roundedCorners val="0"/>${all.space}<c:chart>` +
        `<c:title><c:tx><c:rich>${all.title}${font()}</c:rich></c:tx><c:overlay val="0"/><c:spPr>${bare}</c:spPr></c:title>` +
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
        `<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr>${fill("FF0000")}<a:ln><a:noFill/></a:ln></c:spPr>` +
        `<c:invertIfNegative val="0"/>${all.series}${labels()}</c:ser>${all.group}<c:axId val="1"/><c:axId val="2"/></c:barChart>` +
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="1"/><c:order val="1"/>' +
        `${line("00FF00")}<c:marker><c:symbol val="none"/></c:marker>` +
        `<c:dPt><c:idx val="1"/><c:marker><c:symbol val="none"/></c:marker>${line("00FF00")}</c:dPt><c:smooth val="0"/>` +
        '<c:extLst><c:ext><c:manualLayout/></c:ext></c:extLst></c:ser><c:axId val="3"/><c:axId val="4"/></c:lineChart>' +
        axis(
          "catAx",
          1,
          "b",
          `<c:crosses val="autoZero"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${all.category}`,
        ) +
        axis(
          "valAx",
          2,
          "l",
          `<c:crosses val="autoZero"/><c:crossBetween val="between"/>${all.value}`,
          all.scaling,
          all.turn,
        ) +
        axis("valAx", 4, "r", all.second) +
        axis("catAx", 3, "b", '<c:crosses val="autoZero"/>') +
        `${all.plot}</c:plotArea><c:legend><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>${all.chart}</c:chart>` +
        `${all.area}<c:txPr><a:bodyPr/><a:p><a:pPr>${all.text}</a:pPr></a:p></c:txPr></c:chartSpace>`
      );
    };
    const leftOfChart = (xml: string) =>
      leftOf('<x:sheetData/><x:drawing r:id="d"/>', {
        "xl/worksheets/_rels/one.xml.rels": relations(["d", "drawing", "/xl/drawings/drawing1.xml"]),
        "xl/drawings/_rels/drawing1.xml.rels": relations(["c", "chart", "/xl/charts/chart1.xml"]),
        "xl/drawings/drawing1.xml":
          `<d:wsDr xmlns:d="${drawings}/spreadsheetDrawing" xmlns:a="${drawings}/main" xmlns:r="${office}"><d:twoCellAnchor>` +
          '<d:graphicFrame><a:graphic><a:graphicData><c:chart xmlns:c="urn:c" r:id="c"/></a:graphicData></a:graphic></d:graphicFrame>' +
          "</d:twoCellAnchor></d:wsDr>",
        "xl/charts/chart1.xml": xml,
      });

    test("Excel's defaults are no details.", async () => {
      expect(await leftOfChart(chart())).toEqual({});
      expect(await leftOfChart(chart().replaceAll("+mn-lt", "Calibri"))).toEqual({});
      const undrawn = "<c:hiLowLines><c:spPr><a:ln><a:noFill/></a:ln></c:spPr></c:hiLowLines>";
      expect(await leftOfChart(chart({ group: undrawn }))).toEqual({});
    });

    const shadow = '<c:spPr><a:effectLst><a:outerShdw blurRad="1"/></a:effectLst></c:spPr>';
    test.each<[string, Partial<typeof parts>]>([
      ["a logarithmic scale", { scaling: '<c:logBase val="10"/>' }],
      ["display units", { value: '<c:dispUnits><c:builtInUnit val="millions"/></c:dispUnits>' }],
      ["steps", { value: '<c:majorUnit val="5"/>' }],
      ["finer grid lines", { value: "<c:minorGridlines/>" }],
      ["finer marks", { value: '<c:minorTickMark val="out"/>' }],
      ["an axis that crosses elsewhere", { value: '<c:crossesAt val="3"/>' }],
      ["a second axis on the near side", { second: '<c:crosses val="autoZero"/>' }],
      ["points on the marks", { value: '<c:crossBetween val="midCat"/>' }],
      ["turned labels", { turn: "-2700000" }],
      ["labels aligned to the left", { category: '<c:lblAlgn val="l"/>' }],
      [
        "a title beside a standing axis that lies",
        { value: '<c:title><c:tx><c:rich><a:bodyPr rot="0"/></c:rich></c:tx></c:title>' },
      ],
      ["a turned title", { title: '<a:bodyPr rot="-2700000"/>' }],
      ["a dash", { series: line("FF0000", "dash") }],
      ["a trend line", { series: '<c:trendline><c:trendlineType val="linear"/></c:trendline>' }],
      ["error bars", { series: "<c:errBars/>" }],
      ["labels with names", { series: labels('<c:showSerName val="1"/>') }],
      ["labels on a ground", { series: `<c:dLbls><c:spPr>${fill("FFFF00")}</c:spPr></c:dLbls>` }],
      ["labels of the whole group", { group: '<c:dLbls><c:showVal val="1"/></c:dLbls>' }],
      [
        "a point with a frame",
        { series: `<c:dPt><c:idx val="0"/><c:spPr><a:ln>${fill("0000FF")}</a:ln></c:spPr></c:dPt>` },
      ],
      ["colours by point", { group: '<c:varyColors val="1"/>' }],
      [
        "an italic font",
        { series: `<c:dLbls><c:txPr>${font().replace('i="0"', 'i="1"')}</c:txPr></c:dLbls>` },
      ],
      ["a font of its own", { series: `<c:dLbls><c:txPr>${font("Arial")}</c:txPr></c:dLbls>` }],
      ["a shadow", { plot: shadow }],
      ["a coloured plot", { plot: `<c:spPr>${fill("EEEEEE")}</c:spPr>` }],
      ["a coloured ground", { area: `<c:spPr>${fill("EEEEEE")}</c:spPr>` }],
      ["no ground", { area: "<c:spPr><a:noFill/></c:spPr>" }],
      ["a font of the whole chart", { text: '<a:defRPr sz="1400"/>' }],
      ["rounded corners", { space: '<c:roundedCorners val="1"/>' }],
      ["a style", { space: '<c:style val="10"/>' }],
      ["hidden cells drawn", { chart: '<c:plotVisOnly val="0"/>' }],
      ["a table of the data", { plot: "<c:dTable/>" }],
    ])("%s is counted.", async (_what, own) => {
      expect(await leftOfChart(chart(own))).toEqual({ chartDetails: 1 });
    });
  });

  test.each([
    ["no package", new Uint8Array([1, 2, 3]), "cannot be unpacked"],
    ["a package of another kind", zipSync({ "a.txt": strToU8("a") }), "This is no .xlsx file."],
  ])("%s is refused with a sentence.", async (_what, bytes, sentence) => {
    await expect(openXlsx(bytes, reader)).rejects.toThrow(sentence);
  });
});
