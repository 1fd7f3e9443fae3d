import { json, open, sentenceOf, shown } from "../excel";

beforeEach(() => open());

const dressed = (type: string, basicValue: unknown) => ({
  type,
  basicType: type,
  basicValue,
  properties: {},
});

test("A range of one cell is that cell, in every form of arrays.", () => {
  for (const cell of ["digital", ["digital"], [["digital"]], { type: "Array", elements: [["digital"]] }]) {
    expect(shown("GROWTH", cell)).toBe(0.074);
  }
  expect(shown("GROWTH", [["digital"]], [[2025]], [["published"]])).toBe(shown("GROWTH", "digital", 2025));
});

test.each([
  ["GROWTH", ["digital", "total"], []],
  ["VALUE", [["total"], ["retail"]], []],
  ["SERIES", [["a", "b"]], []],
])("Several cells where one value is wanted are named as such: %s.", (id, range, rest) => {
  expect(sentenceOf(id, range, ...rest)).toBe("#VALUE! indicator is a range: give one value or one cell.");
});

test("A range in a later argument is named by that argument, in both languages.", () => {
  expect(sentenceOf("GROWTH", "digital", [[2024], [2025]])).toBe(
    "#VALUE! period is a range: give one value or one cell.",
  );
  expect(sentenceOf("FIND", "retail", [[1, 2]])).toMatch(/^#VALUE! count is a range/);
  open({ language: "zh-CN" });
  expect(sentenceOf("CITE", "digital", null, [["apa", "url"]])).toMatch(/^#VALUE! 格式（style）是一个区域/);
});

test("Texts and numbers with properties count as texts and numbers.", () => {
  expect(shown("GROWTH", dressed("String", "digital"), dressed("String", "2025-Q1"))).toBe(0.074);
  expect(shown("GROWTH", "physical", dressed("Double", 2025))).toBe(0.052);
  expect(shown("RANK", null, null, dressed("FormattedNumber", 2))).toHaveLength(2);
});

test("An entity of others is read by its text.", () => {
  expect(shown("GROWTH", { type: "Entity", text: "digital", properties: {} })).toBe(0.074);
  expect(shown("GROWTH", { type: "LinkedEntity", text: "数码" })).toBe(0.074);
  expect(shown("GROWTH", { type: "Entity", properties: { text: "digital" } })).toBe("#VALUE!");
});

test("An error in a cell is named, with the argument that it stands in.", () => {
  expect(sentenceOf("GROWTH", { type: "CustomFunctionError", code: "#REF!" })).toMatch(
    /^#VALUE! indicator is the error #REF!/,
  );
  expect(sentenceOf("VALUE", "total", { type: "Error", basicValue: "#DIV/0!" })).toMatch(
    /^#VALUE! period is the error #DIV\/0!/,
  );
});

test.each<[unknown]>([[true], [2025], [{}], [dressed("WebImage", undefined)]])(
  "%j is no indicator, and the sentence says what would be.",
  (value) => expect(sentenceOf("GROWTH", value)).toMatch(/^#VALUE! indicator must be text/),
);

test("Blank is nothing: null, empty text, spaces, an empty cell.", () => {
  for (const blank of [null, undefined, "", "  ", "\u3000", { type: "Empty", basicValue: "" }]) {
    expect(shown("GROWTH", "digital", blank, blank, blank)).toBe(0.074);
    expect(sentenceOf("GROWTH", blank)).toMatch(/^#VALUE! The indicator is missing/);
    expect(shown("FIND", blank, blank)).toHaveLength(92);
    expect(shown("SERIES", "physical", blank, blank, blank, blank, blank)).toEqual(
      shown("SERIES", "physical"),
    );
  }
});

test.each<[unknown, boolean]>([
  [true, true],
  [1, true],
  ["TRUE", true],
  ["是", true],
  [false, false],
  [0, false],
  ["no", false],
  ["ＦＡＬＳＥ", false],
])("headers %j is read as %s.", (headers, wanted) => {
  const [first] = shown("SERIES", "physical", null, null, null, headers) as unknown[][];
  expect(first?.[0] === "Period").toBe(wanted);
});

test.each<[unknown]>([[0], [-1], [1.5], ["many"], [true], ["1e3"], [Number.NaN]])(
  "count %j is refused.",
  (count) => {
    for (const id of ["RANK", "FIND", "EVENTS"]) {
      const args = id === "RANK" ? [null, null, count] : [null, count];
      expect(sentenceOf(id, ...args)).toMatch(/^#VALUE! count .*whole number from 1/);
    }
  },
);

test("count as text is read, in half and full width.", () => {
  expect(shown("FIND", null, "3")).toHaveLength(4);
  expect(shown("FIND", null, "３")).toHaveLength(4);
});

test("A number as text to find is taken as its digits.", () => {
  expect(shown("FIND", 2026)).toEqual(shown("FIND", "2026"));
});

test("Dates count from 1900, or from 1904 where the workbook does.", () => {
  const march = 45746;
  expect(shown("VALUE", "retail", march)).toBe(shown("VALUE", "retail", "2025-03"));
  open({ settings: { "ECOM.date1904": true } });
  expect(shown("VALUE", "retail", march - 1462)).toBe(shown("VALUE", "retail", "2025-03"));
});

test("Of a table of numbers none is rounded: what is shown is the format's work.", () => {
  expect(json("VALUE", "physical", 2025)).toMatchObject({
    basicValue: 1.30923e13,
    numberFormat: expect.stringContaining("trillion"),
  });
});
