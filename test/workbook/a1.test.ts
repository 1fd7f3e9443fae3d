import fc from "fast-check";
import { a1, columnLetters, COLUMN_COUNT, fixedAddress, ROW_COUNT, parseA1 } from "../../src/workbook/a1";
import type { Area } from "../../src/workbook/a1";

const areas = fc
  .tuple(fc.nat(ROW_COUNT - 1), fc.nat(COLUMN_COUNT - 1), fc.nat(400), fc.nat(80))
  .map(([row, column, rows, columns]): Area => [
    row,
    column,
    Math.min(rows + 1, ROW_COUNT - row),
    Math.min(columns + 1, COLUMN_COUNT - column),
  ]);

test("Columns are lettered as in Excel.", () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
});

test("What is printed is read back, with any sheet's name in front.", () => {
  fc.assert(
    fc.property(
      areas,
      fc.string({ minLength: 1, maxLength: 31 }).filter((name) => name.trim() === name && name !== ""),
      (area, sheet) => {
        expect(parseA1(a1(area))).toEqual({ area });
        expect(parseA1(`'${sheet.replaceAll("'", "''")}'!${a1(area)}`)).toEqual({ area, sheet });
      },
    ),
  );
});

test("An area is printed at the place where its plan stands.", () => {
  expect(a1([1, 2, 3, 4], [10, 5])).toBe("H12:K14");
});

test("Absolute references, whole columns and rows are read.", () => {
  expect(parseA1("=Sheet1!$A$1:$B$2")).toEqual({ sheet: "Sheet1", area: [0, 0, 2, 2] });
  expect(parseA1("C:D")).toEqual({ area: [0, 2, ROW_COUNT, 2] });
  expect(parseA1("2:5")).toEqual({ area: [1, 0, 4, COLUMN_COUNT] });
});

test("What is no single area is not read.", () => {
  for (const text of [
    "",
    "A",
    "1",
    "A0",
    "XFE1",
    "A1048577",
    "A1,B2",
    "A1:B",
    "A1:B2:C3",
    "#REF!",
    "Sheet1!#REF!",
  ]) {
    expect([text, parseA1(text)]).toEqual([text, undefined]);
  }
});

test("An address for formulas is fixed, and a sheet's name is quoted where Excel needs it.", () => {
  const area = [5, 1, 2, 3] as const;
  const names = ["Sheet1", "数据", "At a glance", "It's", "AB12", "R1C1", "C", "2025"];
  expect(names.map((name) => fixedAddress(name, area))).toEqual([
    "Sheet1!$B$6:$D$7",
    "数据!$B$6:$D$7",
    "'At a glance'!$B$6:$D$7",
    "'It''s'!$B$6:$D$7",
    "'AB12'!$B$6:$D$7",
    "'R1C1'!$B$6:$D$7",
    "'C'!$B$6:$D$7",
    "'2025'!$B$6:$D$7",
  ]);
});
