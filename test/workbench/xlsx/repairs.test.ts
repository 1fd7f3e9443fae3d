import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { saveXlsx } from "../../../src/workbench/xlsx/save";
import { book, cells, cellsOf, figures, sheet, table } from "../samples";
import { repairs } from "./repairs";
import { schemaFaults } from "./validator";

// The two checkers of saved files must find what is wrong.
const sound = saveXlsx(
  book([
    sheet({
      cells: [...cellsOf(figures), { row: 8, column: 0, value: 3, formula: "=SUM(B2:B4)" }],
      tables: [table(cells(0, 0, 4, 3), ["Period", "Level", "Growth"])],
      merges: [cells(10, 0, 1, 2)],
    }),
  ]),
);

/** The sound file with one text of one part changed. */
function spoilt(part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(sound);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${part} does not hold ${String(from)}.`);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

const sheet1 = "xl/worksheets/sheet1.xml";
const table1 = "xl/tables/table1.xml";

test("A sound file passes both.", async () => {
  expect(repairs(sound)).toEqual([]);
  expect(await schemaFaults(sound)).toEqual([]);
});

test.each([
  ["a column that is called otherwise than its heading", table1, 'name="Level"', 'name="Amount"'],
  ["two columns of one name", table1, 'name="Growth"', 'name="level"'],
  ["a table without a row", table1, / ref="A1:C4"/, ' ref="A1:C1"'],
  ["merged cells over a table", sheet1, 'ref="A11:B11"', 'ref="A2:B2"'],
  ["a formula that does not parse", sheet1, "<f>SUM(B2:B4)", "<f>SUM(B2;B4)"],
  ["a formula on a sheet that is not there", sheet1, "<f>SUM(B2:B4)", "<f>SUM(Gone!B2)"],
  ["a spilled range as it is typed", sheet1, "<f>SUM(B2:B4)", "<f>SUM(B2#)"],
  ["a text that is not there", "xl/sharedStrings.xml", /<si>.*<\/si>/, ""],
  ["an absolute path", "_rels/.rels", 'Target="xl/', 'Target="/xl/'],
])("%s would be repaired.", (_, part, from, to) => {
  expect(repairs(spoilt(part, from, to))).not.toEqual([]);
});

const judged = process.platform === "linux" && process.arch === "x64";
test.each([
  ["elements out of order", sheet1, /(<sheetData>.*<\/sheetData>)/s, "<mergeCells/>$1"],
  ["an attribute that is none", sheet1, "<sheetData>", '<sheetData order="up">'],
  ["a value of another type", sheet1, 'r="A1"', 'r="A1" s="first"'],
])("%s are found by the schemas.", async (_, part, from, to) => {
  expect((await schemaFaults(spoilt(part, from, to))).length > 0).toBe(judged);
});
