import { plainFormula, type PlacedTable } from "../../../src/review/comparability/structured";
import { mixesOf, sheetOf } from "./sheets";

const table: PlacedTable = {
  sheet: "It's mine",
  name: "Sales",
  area: [0, 0, 5, 4],
  headed: true,
  totals: true,
  columns: ["Period", "Now", "A year before", "Rate [%]"],
};

test.each([
  ["=[@Now]/[@[A year before]]-1", "='It''s mine'!B3/'It''s mine'!C3-1"],
  ["=Sales[[#This Row],[Now]]", "='It''s mine'!B3"],
  ["=SUM(Sales[Now])", "=SUM('It''s mine'!B2:B4)"],
  ["=SUM(sales[[Now]:[A year before]])", "=SUM('It''s mine'!B2:C4)"],
  ["=Sales[[#Totals],[Now]]", "='It''s mine'!B5"],
  ["=Sales[@[Rate '[%']]]", "='It''s mine'!D3"],
  ["=COUNT(Sales)", "=COUNT('It''s mine'!A2:D4)"],
  ["=Sales[[#Headers],[Now]]&Sales[#All]", "='It''s mine'!B1&'It''s mine'!A1:D5"],
  // What is not known stays.
  ["=Others[Now]+[1]Sheet1!A1", "=Others[Now]+[1]Sheet1!A1"],
  ["=Sales[No such column]", "=Sales[No such column]"],
  ['="Sales[Now]"', '="Sales[Now]"'],
])("%s in row 3 is %s.", (written, plain) => {
  expect(plainFormula(written, [table], { sheet: "It's mine", row: 2, column: 3 })).toBe(plain);
});

test("Outside its table nothing is in the same row, and a reference without a name leads nowhere.", () => {
  const below = { sheet: "It's mine", row: 9, column: 0 };
  expect(plainFormula("=Sales[@Now]+[@Now]", [table], below)).toBe("=Sales[@Now]+[@Now]");
});

/** A table of A1:D4 on Sheet1: levels of two years and what is worked out of them. */
const inTable = (cells: Readonly<Record<string, string>>) =>
  mixesOf(
    sheetOf(
      { A1: "Indicator", B1: "Now", C1: "Before", D1: "Worked out", ...cells },
      {
        tables: [
          {
            name: "T",
            area: [0, 0, 4, 4],
            headed: true,
            totals: false,
            columns: ["Indicator", "Now", "Before", "Worked out"],
          },
        ],
      },
    ),
  );
const value = (code: string, period: string) => `=ECOM.VALUE("${code}","${period}")`;

describe("in a table, mistakes are found", () => {
  test.each([
    ["=T[[#This Row],[Now]]/T[[#This Row],[Before]]-1"],
    ["=[@Now]/[@Before]-1"],
    ["=([@Now]-[@Before])/[@Before]"],
  ])("growth by hand from levels of two bases: %s", (formula) => {
    const mixes = inTable({ B2: value("physical", "2025"), C2: value("physical", "2024"), D2: formula });
    expect(mixes).toEqual([expect.stringMatching(/ D2$/)]);
  });

  test("a part added to its whole, in a row and over a column.", () => {
    const parts = { B2: value("EXPRESS_VOLUME", "2025"), C2: value("POSTAL_VOLUME", "2025") };
    expect(inTable({ ...parts, D2: "=[@Now]+[@Before]" })).toEqual([expect.stringMatching(/ D2$/)]);
    const column = { B2: value("EXPRESS_VOLUME", "2025"), B3: value("POSTAL_VOLUME", "2025") };
    expect(inTable({ ...column, F2: "=SUM(T[Now])" })).toContainEqual(expect.stringMatching(/ F2$/));
  });

  test("a month added to the sum that holds it.", () => {
    const levels = { B2: value("retail", "2025-06"), C2: value("retail", "2025-06 YTD") };
    expect(inTable({ ...levels, D2: "=[@Now]+[@Before]" }).length).toBeGreaterThan(0);
  });
});

describe("in a table, what compares is left alone", () => {
  test("growth by hand that the published one confirms, and a ratio of two indicators.", () => {
    expect(
      inTable({ B2: value("retail", "2024"), C2: value("retail", "2023"), D2: "=[@Now]/[@Before]-1" }),
    ).toEqual([]);
    expect(
      inTable({ B2: value("physical", "2025"), C2: value("retail", "2025"), D2: "=[@Now]/[@Before]" }),
    ).toEqual([]);
  });

  test("a column that is named and not there, and another table's.", () => {
    const levels = { B2: value("physical", "2025"), C2: value("physical", "2024") };
    expect(inTable({ ...levels, D2: "=[@Now]/[@Earlier]-1" })).toEqual([]);
    expect(inTable({ ...levels, D2: "=U[Now]/U[Before]-1" })).toEqual([]);
  });
});
