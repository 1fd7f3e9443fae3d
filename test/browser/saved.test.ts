import { strFromU8, unzipSync } from "fflate";
import { dealt } from "../dealt";
import { insertions, summaries } from "../excel/insertions";
import { repairs } from "../workbench/xlsx/repairs";
import { schemaFaults } from "../workbench/xlsx/validator";
import { openWorkbench } from "./browser";
import { productIn, savedBytes } from "./product";

/** The parts of a saved workbook by name, XML as text. */
const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

const of = (parts: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...parts].filter(([name]) => pattern.test(name)).map(([, text]) => text);

/** What Excel wants of the order of a worksheet's elements (ECMA-376, CT_Worksheet). */
const order = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetProtection",
  "mergeCells",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "customProperties",
  "drawing",
  "tableParts",
];

describe("what is saved of inserted sheets", () => {
  test("every part is of a declared type, every relationship leads to a part, and worksheets have their elements in order.", async () => {
    const workbench = await openWorkbench();
    const product = await productIn(workbench);
    const tried = dealt(insertions, 2);
    for (const [name, insertion] of tried) {
      const outcome = await product.insert(insertion, { kind: "new-sheet" }, "en");
      if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.problem)}`);
    }
    const bytes = await savedBytes(workbench);
    expect(await schemaFaults(bytes)).toEqual([]);
    expect(repairs(bytes)).toEqual([]);
    const parts = partsOf(bytes);
    const types = parts.get("[Content_Types].xml") ?? "";
    for (const [name, text] of parts) {
      if (!name.endsWith(".rels") && !name.startsWith("customXml/") && name !== "[Content_Types].xml")
        expect(types).toContain(`PartName="/${name}"`);
      if (!name.endsWith(".rels")) continue;
      const from = new URL(name.replace(/_rels\/([^/]*)\.rels$/, "$1"), "file:///");
      for (const [, target = "", mode] of text.matchAll(/Target="([^"]+)"( TargetMode="External")?/g))
        if (!mode) expect([...parts.keys()]).toContain(new URL(target, from).pathname.slice(1));
    }
    const sheets = of(parts, /^xl\/worksheets\/sheet\d+\.xml$/);
    expect(sheets).toHaveLength(tried.length + 1);
    for (const sheet of sheets) {
      const wellFormed = await workbench.page.evaluate(
        (text) =>
          [...new DOMParser().parseFromString(text, "application/xml").documentElement.children].map(
            (one) => one.tagName,
          ),
        sheet,
      );
      expect(wellFormed).toEqual(order.filter((name) => wellFormed.includes(name)));
    }
    const tables = of(parts, /^xl\/tables\//);
    const names = tables.map((table) => / displayName="([^"]+)"/.exec(table)?.[1]);
    expect(new Set(names).size).toBe(tables.length);
    const charts = of(parts, /^xl\/charts\//);
    expect(charts.length).toBeGreaterThanOrEqual(5);
    for (const chart of charts) {
      for (const [series] of chart.matchAll(/<c:ser>.*?<\/c:ser>/g)) {
        expect(series).toMatch(/<c:tx><c:strRef><c:f>'[^<]+<\/c:f><c:strCache>.*?<c:v>[^<]+<\/c:v>/);
        expect(series).toMatch(/<c:cat><c:strRef><c:f>'[^<]+\$\d+<\/c:f>/);
        expect(series).toMatch(/<c:val><c:numRef><c:f>'[^<]+\$\d+<\/c:f>/);
      }
    }
    for (const drawing of of(parts, /^xl\/drawings\/drawing\d+\.xml$/)) {
      for (const [frame] of drawing.matchAll(/<xdr:cNvPr [^>]*>/g))
        expect(frame).toMatch(/ descr="[^"]{5,}"/);
    }
    // The marker and the record, by which a block is found again after saving and opening.
    expect(
      parts.get("xl/workbook.xml")?.match(/<definedName name="ECOM_block_[^>]*hidden="1"/g)?.length,
    ).toBeGreaterThanOrEqual(Object.keys(summaries).length);
    expect(of(parts, /^xl\/customProperty\d+\.bin$/).length).toBeGreaterThanOrEqual(
      Object.keys(summaries).length,
    );
  }, 240_000);

  test("the quarter keeps formulas with their values, frozen rows and its print setup.", async () => {
    const workbench = await openWorkbench();
    const product = await productIn(workbench);
    const outcome = await product.insert(summaries.quarter, { kind: "new-sheet" }, "en");
    expect(outcome.ok).toBe(true);
    const parts = partsOf(await savedBytes(workbench));
    const sheet = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(sheet).toMatch(/<f>_xldudf_ECOM_GROWTH\([^<]+<\/f><v>0\.\d+<\/v>/);
    expect(sheet).not.toContain("#NAME?");
    expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('fitToWidth="1" fitToHeight="0"');
    expect(sheet).toContain("<oddFooter>&amp;L&amp;8ECOM for Excel");
    const workbook = parts.get("xl/workbook.xml") ?? "";
    expect(workbook).toMatch(/_xlnm\.Print_Area" localSheetId="1">'At a glance 2025-Q1'!\$A\$1:/);
    expect(workbook).toMatch(/_xlnm\.Print_Titles" localSheetId="1">'At a glance 2025-Q1'!\$1:\$2</);
  });
});
