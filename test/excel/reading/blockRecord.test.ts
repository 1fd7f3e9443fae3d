import type { Period } from "../../../src/dataset";
import {
  chartName,
  familyOf,
  idOf,
  keyOf,
  marker,
  newId,
  parseRecord,
  tableName,
} from "../../../src/excel/reading/blockRecord";
import type { Insertion } from "../../../src/workbook/insertion";

const summary = (period: string, live: boolean): Insertion => ({
  kind: "summary",
  template: "quarter",
  period: period as Period,
  live,
});

test("A marker's id is found again, with the sheet's name in front and in any case.", () => {
  expect(idOf(marker("ab12cd34"))).toBe("ab12cd34");
  expect(idOf("'My sheet'!ECOM_BLOCK_ab12cd34")).toBe("ab12cd34");
  expect(idOf("Print_Area")).toBeUndefined();
});

test("Names of tables are valid in Excel: letters first, no spaces, not like a cell.", () => {
  expect(tableName(newId(), "figures")).toMatch(/^ECOM_figures_[0-9a-z]{8}$/);
  expect(chartName("ab12cd34", "retail")).toBe("ECOM retail ab12cd34");
});

test("Ids differ.", () => {
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
});

test("Live or frozen is the same summary; another quarter is another one of the same family.", () => {
  expect(keyOf(summary("2025-Q1", true))).toBe(keyOf(summary("2025-Q1", false)));
  expect(keyOf(summary("2025-Q1", true))).not.toBe(keyOf(summary("2025-Q2", true)));
  expect(familyOf(summary("2025-Q1", true))).toBe(familyOf(summary("2025-Q2", true)));
});

test("What is no record of ours is none.", () => {
  for (const text of ["", "null", "[]", '{"v":2,"insertion":{}}', '{"v":1}', "{"])
    expect(parseRecord(text)).toBeUndefined();
});
