import { call, hosts, json, open, sentenceOf, shown } from "../excel";

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
  ["CAGR", [["a", "b"]], []],
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
])("Headers %j is read as %s.", (headers, wanted) => {
  const [first] = shown("SERIES", "physical", null, null, null, headers) as unknown[][];
  expect(first?.[0] === "Period").toBe(wanted);
});

test.each<[unknown]>([[-1], [1.5], ["many"], [true], ["1e3"], [Number.NaN]])(
  "Count %j is refused.",
  (count) => {
    for (const id of ["RANK", "FIND", "EVENTS"]) {
      const args = id === "RANK" ? [null, null, count] : [null, count];
      expect(sentenceOf(id, ...args)).toMatch(/^#VALUE! count .*whole number from 1/);
    }
  },
);

test("Count as text is read, in half and full width.", () => {
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
    numberFormat: expect.stringContaining("tn"),
  });
});

describe("An empty cell", () => {
  // Each function with all of its arguments, the optional ones empty.
  const calls: readonly [id: string, given: readonly unknown[], optional: number][] = [
    ["GROWTH", ["digital"], 3],
    ["VALUE", ["total"], 3],
    ["SERIES", ["physical"], 3],
    ["TABLE", ["digital"], 2],
    ["RANK", [], 3],
    ["FIND", [], 2],
    ["INFO", ["digital"], 2],
    ["CITE", ["digital"], 2],
    ["EVENTS", [], 2],
    ["CARD", ["digital"], 1],
  ];

  test.each(["today", "oldest365", "perpetual2021"] as const)(
    "is an argument left out on %s, as null, 0, text or Empty.",
    (host) => {
      open({ sets: hosts[host] });
      for (const [id, given, optional] of calls)
        for (const empty of [null, 0, "", "\u200b", { type: "Empty" }, [[0]], [[null]]])
          expect([id, empty, call(id, ...given, ...Array<unknown>(optional).fill(empty))]).toEqual([
            id,
            empty,
            call(id, ...given),
          ]);
    },
  );

  test("where something must be given is missing.", () => {
    for (const empty of [null, 0, "", [[0]]]) {
      for (const id of ["GROWTH", "VALUE", "CAGR", "INFO", "CITE", "CARD", "CHECK"])
        expect(sentenceOf(id, empty)).toMatch(/^#VALUE! The indicator is missing/);
      for (const id of ["SERIES", "TABLE"]) expect(sentenceOf(id, empty)).toMatch(/indicators is missing/);
      expect(sentenceOf("CAGR", "physical", empty, 2024)).toMatch(/argument from is missing/);
    }
  });

  test("as headers is no heading where it is 0, and the usual where it is nothing; a number to check may be 0.", () => {
    expect((shown("SERIES", "physical", null, null, null, 0) as unknown[][])[0]?.[0]).toMatch(/^\d{4}$/);
    expect((shown("SERIES", "physical", null, null, null, null) as unknown[][])[0]?.[0]).toBe("Period");
    expect(shown("CHECK", "total", "2025-Q1", 0)).toBe(false);
  });
});

test("Marks that nobody sees do not count, in any argument.", () => {
  expect(shown("GROWTH", "\u200edigital\u200b", "\ufeff2025\u00ad-Q1\u2060", "pub\u200dlished")).toBe(0.074);
  expect(shown("VALUE", "total", null, "\u00a0亿\u200b元 ")).toBe(36242);
  expect(shown("FIND", "跨\u200b境电商", 1)).toEqual(shown("FIND", "跨境电商", 1));
});

test("Traditional characters of our names and words are read.", () => {
  expect(shown("GROWTH", "數碼", "2025年第一季度")).toBe(0.074);
  expect(shown("VALUE", "網上零售額", "2025年一季度", "億元")).toBe(36242);
  expect(shown("GROWTH", "社會消費品零售總額", 2024, "計算")).toBe(
    shown("GROWTH", "retail", 2024, "computed"),
  );
});

test("Units are read as people write them, and what is not understood is never one.", () => {
  for (const yi of [
    "亿",
    "亿元",
    "(亿元)",
    "（亿元）",
    "单位：亿元",
    "人民币亿元",
    "亿元人民币",
    "100 million yuan",
    "hundred million",
    "RMB 100 million",
    "hundred million yuan",
  ])
    expect([yi, shown("VALUE", "total", null, yi)]).toEqual([yi, 36242]);
  for (const bn of [
    "bn",
    "bn yuan",
    "RMB bn",
    "CNY billion",
    "billions",
    "billion yuan",
    "yuan bn",
    "(bn)",
    "十亿元",
  ])
    expect([bn, shown("VALUE", "total", null, bn)]).toEqual([bn, 3624.2]);
  for (const [word, value] of [
    ["百亿元", 362.42],
    ["千亿", 36.242],
    ["十万元", 36242000],
    ["千万元", 362420],
    ["10^8 yuan", 36242],
    ["mn", 3624200],
    ["millions", 3624200],
    ["RMB'000", 3624200000],
    ["万亿元", 3.6242],
  ] as const)
    expect([word, shown("VALUE", "total", null, word)]).toEqual([word, value]);
  for (const word of ["dozen", "亿亿", "兆", "bp", "10^7 yuan", "lakh"])
    expect([word, sentenceOf("VALUE", "total", null, word)]).toEqual([
      word,
      expect.stringMatching(/^#VALUE! unit .*not understood/),
    ]);
  for (const word of ["USD bn", "亿美元", "$ million", "万港元", "euros"])
    expect([word, sentenceOf("VALUE", "total", null, word)]).toEqual([
      word,
      expect.stringMatching(/money of another country/),
    ]);
});

test("A percentage asked for in percent is answered, and an amount is not.", () => {
  expect(shown("VALUE", "share", "2025", "%")).toBe(0.261);
  expect(sentenceOf("VALUE", "total", null, "%")).toMatch(/^#VALUE! unit "%" does not fit.*Use one,/);
  expect(sentenceOf("VALUE", "share", "2025", "亿元")).toMatch(
    /^#VALUE! unit "亿元" does not fit.*Leave unit out/,
  );
});

test("Choices are told in the language, and the word that was typed is echoed.", () => {
  open({ language: "zh-CN" });
  expect(sentenceOf("SERIES", "数码", "速度")).toMatch(/“速度”：可用数值、同比增速、占比/);
  expect(sentenceOf("GROWTH", "数码", null, "官宣")).toMatch(/“官宣”：可用公布、计算/);
  expect(sentenceOf("EVENTS", "农村电商")).toMatch(/“农村电商”/);
  expect(sentenceOf("VALUE", "数码")).toContain('ECOM.GROWTH("数码")');
  expect(sentenceOf("CHECK", "数码", "2025年一季度")).toContain("缺少参数“数值”（number）。");
  expect(sentenceOf("GROWTH", "数码", "去年")).toMatch(
    /“去年”.*2025年、2025年一季度、2025年3月、2025年1—8月或最新。/,
  );
  expect(sentenceOf("GROWTH", "社零", "2025年1月")).toMatch(/2025年1—2月/);
});

test("January alone names January to February.", () => {
  expect(sentenceOf("VALUE", "total", "2025-01")).toMatch(/January to February 2025 has one: "2025-02 YTD"/);
  expect(sentenceOf("GROWTH", "社零", "2025年1月")).toMatch(/"2025-02 YTD"/);
});
