import { checkAll, checks } from "../../src/data/checks";
import { readTable } from "../../src/data/table";
import { tables } from "./tables";

test("The tables of the repository break no rule.", () => {
  expect(checkAll(tables)).toEqual([]);
});

test("All rows of the data are there.", () => {
  const counts = Object.fromEntries(Object.entries(tables).map(([file, { rows }]) => [file, rows.length]));
  expect(counts).toMatchObject({ observations: 1671, indicators: 91, sources: 258, events: 18, breaks: 3 });
});

test("Every rule looks through all tables without finding fault, and none twice.", () => {
  expect(new Set(checks).size).toBe(checks.length);
});

test("A table is read with the row numbers that a spreadsheet shows.", () => {
  const table = readTable("themes", "theme,label_en,label_zh\nrural,Rural,农村\n");
  expect(table.rows).toEqual([
    { file: "themes", row: 2, cells: { theme: "rural", label_en: "Rural", label_zh: "农村" } },
  ]);
});

test("A mark of byte order before the heading does no harm.", () => {
  expect(readTable("themes", "\uFEFFtheme,label_en,label_zh\n").heading).toEqual([
    "theme",
    "label_en",
    "label_zh",
  ]);
});
