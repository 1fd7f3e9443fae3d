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
    ["a blank before the bracket left out", '=ECOM.GROWTH ("x")', '_xldudf_ECOM_GROWTH("x")'],
    ["statistics of 2010 with their prefix", "=NORM.DIST(1,0,1,TRUE)", "_xlfn.NORM.DIST(1,0,1,TRUE)"],
    ["the sign for one value", "=@A1:A3+1", "_xlfn.SINGLE(A1:A3)+1"],
    ["the sign before a function", "=-@SEQUENCE(ROWS(B1))", "-_xlfn.SINGLE(_xlfn.SEQUENCE(ROWS(B1)))"],
    ["a table's row in the long form", "=Table1[@Level]*2", "Table1[[#This Row],[Level]]*2"],
    ["names of LET", "=LET(x,1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
    ["names of LAMBDA", "=LAMBDA(n,n+1)(2)", "_xlfn.LAMBDA(_xlpm.n,_xlpm.n+1)(2)"],
    ["nothing of what does not parse", "=SUM(1;2)", undefined],
    ["nothing with a text of over 255 signs", `="${"x".repeat(256)}"`, undefined],
    ["nothing that refers to another workbook", "='[Book2.xlsx]S'!A1", undefined],
    ["nothing that refers to a sheet that is gone", "=Gone!A1", undefined],
    ["nothing with a number that no cell holds", "=1E400", undefined],
    ["old functions as they are", "=SUM(A1:A3)", "SUM(A1:A3)"],
  ])("%s", (_, formula, stored) => {
    expect(fileFormula(formula, { namespace: "ECOM", hasSheet: (name) => name !== "Gone" })).toBe(stored);
  });
});
