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

/** A file of one sheet as other programs write it: prefixes, paths from the root, parts that only some have. */
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
  test("formulas that several cells share are each the cell's own", async () => {
    const cells = await cellsOf(
      '<x:row r="2"><x:c r="B2"><x:f t="shared" ref="B2:C3" si="0">A1*$A$1+Other!A1</x:f><x:v>1</x:v></x:c>' +
        '<x:c r="C2"><x:f t="shared" si="0"/><x:v>2</x:v></x:c></x:row>' +
        '<x:row r="3"><x:c r="B3"><x:f t="shared" si="0"/><x:v>3</x:v></x:c></x:row>',
    );
    expect(cells["1,1"]?.formula).toBe("=A1*$A$1+Other!A1");
    expect(cells["1,2"]).toMatchObject({ formula: "=B1*$A$1+Other!B1", value: 2 });
    expect(cells["2,1"]).toMatchObject({ formula: "=A2*$A$1+Other!A2", value: 3 });
  });

  test("inline texts, cells without addresses and dates are read", async () => {
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

  test("colours of the theme are those that Excel shows, the light ones counted first", async () => {
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

  test("what the workbench has no place for is counted", async () => {
    const { left } = await openXlsx(
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

  test.each([
    ["no package", new Uint8Array([1, 2, 3]), "cannot be unpacked"],
    ["a package of another kind", zipSync({ "a.txt": strToU8("a") }), "This is no .xlsx file."],
  ])("%s is refused with a sentence", async (_what, bytes, sentence) => {
    await expect(openXlsx(bytes, reader)).rejects.toThrow(sentence);
  });
});
