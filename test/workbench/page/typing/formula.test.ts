import { readFormula } from "../../../../src/workbench/page/typing/formula";
import type { TypedWorld } from "../../../../src/workbench/page/typing/formula";
import { halfWidth } from "../../../../src/workbench/page/typing/halfwidth";

const world: TypedWorld = {
  hasSheet: (name) => ["Sheet1", "It's"].includes(name),
  columnsOf: (table) => (table.toLowerCase() === "table1" ? ["Level", "Year on year"] : undefined),
  tableHere: undefined,
  arity: (name) => (name === "ECOM.GROWTH" ? { least: 1, most: 4 } : undefined),
};
const read = (typed: string, more: Partial<TypedWorld> = {}) => readFormula(typed, { ...world, ...more });

describe("signs of a Chinese keyboard", () => {
  test.each([
    ["＝SUM（A1：A3）", "=SUM(A1:A3)"],
    ["=ECOM.GROWTH（“网上零售额”，2025）", '=ECOM.GROWTH("网上零售额",2025)'],
    ['=IF(A1>1，"（一）"，“（二）”)', '=IF(A1>1,"（一）","（二）")'],
    ["=‘一月（旧）’！A1", "='一月（旧）'!A1"],
    ['=“说"好"”', '="说""好"""'],
    ["网上（全国）", "网上（全国）"],
  ])("%s is read as %s", (typed, plain) => expect(halfWidth(typed)).toBe(plain));
});

describe("a typed formula is taken as Excel takes it", () => {
  test.each([
    ["=sum(a1:a3", "=SUM(A1:A3)"],
    ['=ecom.growth ("Digital")', '=ECOM.GROWTH("Digital")'],
    ["='It''s'!b2+true", "='It''s'!B2+TRUE"],
    ["=@H2*2", "=H2*2"],
    ["=@A1:A3", "=@A1:A3"],
    ["=Table1[@Level]", "=Table1[[#This Row],[Level]]"],
    ["=SUM(Table1[Year on year])", "=SUM(Table1[Year on year])"],
    ["=LET(x,1,x+1)", "=LET(x,1,x+1)"],
    ["=IF(,1)", "=IF(,1)"],
    ['="SUM(1;2) is text"', '="SUM(1;2) is text"'],
  ])("%s becomes %s", (typed, formula) => expect(read(typed)).toEqual({ formula }));

  test("[@Level] gets the table around the cell.", () => {
    expect(read("=[@Level]*2", { tableHere: "Table1" })).toEqual({
      formula: "=Table1[[#This Row],[Level]]*2",
    });
  });
});

describe("a typed formula is refused with its reason", () => {
  test.each([
    ["=1+", "notFormula"],
    ["=SUM(1;2)", "notFormula"],
    ['="a', "notFormula"],
    ["=)", "notFormula"],
    [`="${"x".repeat(256)}"`, "longText"],
    [`=${"1+".repeat(5000)}1`, "tooLong"],
    ["=1E400", "hugeNumber"],
    ["=Nope!A1", "noSheet"],
    ["='[Book2.xlsx]Sheet1'!A1", "otherWorkbook"],
    ["=Table9[Level]", "noTable"],
    ["=Table1[Nothing]", "noColumn"],
    ["=[@Level]", "outsideTable"],
    ["=SUM(B2#)", "spillSign"],
    ["=@SUM(A1)", "atSign"],
    ["=-@A1:A3", "atSign"],
    ["=ECOM.GROWTH()", "fewArguments"],
    ["=ECOM.GROWTH(1,2,3,4,5)", "manyArguments"],
  ])("%s: %s", (typed, reason) => expect(read(typed)).toMatchObject({ reason }));
});
