import { fileFormula } from "../../../src/workbench/xlsx/formulas";

describe("formulas in a file", () => {
  test.each([
    [
      "the add-in's functions in Excel's stored form",
      '=ECOM.GROWTH("digital")',
      '_xldudf_ECOM_GROWTH("digital")',
    ],
    [
      "also inside others and in small letters",
      '=ROUND(ecom.value("x"),2)',
      'ROUND(_xldudf_ECOM_VALUE("x"),2)',
    ],
    ["but not inside a text", '=ECOM.FIND("ECOM.GROWTH(1)")', '_xldudf_ECOM_FIND("ECOM.GROWTH(1)")'],
    ["nor inside a sheet's name", "='ECOM.X(1)'!A1", "'ECOM.X(1)'!A1"],
    [
      "newer functions with their prefix",
      "=IFNA(XLOOKUP(A1,B:B,C:C),0)",
      "_xlfn.IFNA(_xlfn.XLOOKUP(A1,B:B,C:C),0)",
    ],
    [
      "FILTER and SORT with theirs",
      "=SORT(FILTER(A1:A9,B1:B9))",
      "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))",
    ],
    ["a spilled range by its anchor", "=SUM('My sheet'!$B$2#)", "SUM(_xlfn.ANCHORARRAY('My sheet'!$B$2))"],
    ["old functions as they are", "=SUM(A1:A3)", "SUM(A1:A3)"],
  ])("%s", (_, formula, stored) => {
    expect(fileFormula(formula, "ECOM")).toBe(stored);
  });
});
