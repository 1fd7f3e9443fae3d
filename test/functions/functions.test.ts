import { call, hosts, ids, json, open, sentenceOf, shown } from "./excel";

beforeEach(() => open());

test("Thirteen functions are associated, each once.", () => {
  expect(ids()).toHaveLength(13);
});

test.each<[string, unknown[], unknown]>([
  ["GROWTH", ["digital"], 0.074],
  ["GROWTH", ["DIGITAL products", "2025-Q1"], 0.074],
  ["GROWTH", ["数码"], 0.074],
  ["GROWTH", ["digital", "latest"], 0.082],
  ["GROWTH", ["entertainment"], 0.4],
  ["GROWTH", ["dining"], 0.292],
  ["GROWTH", ["cashews"], 1.19],
  ["GROWTH", ["physical", "2025"], 0.052],
  ["VALUE", ["total"], 3.6242e12],
  ["VALUE", ["share", "2025"], 0.261],
  ["VALUE", ["physical", "2025-08"], "#N/A"],
  ["GROWTH", ["digitl"], "#VALUE!"],
  ["VALUE", ["digital"], "#N/A"],
  ["GROWTH", ["total", "2026-03 YTD"], "#N/A"],
  ["CHECK", ["total", "2025-Q1", 3.6], true],
  ["CHECK", ["total", "2025-Q1", 3.7], false],
])("The example ECOM.%s(%j) gives %j.", (id, args, expected) => {
  expect(shown(id, ...args)).toBe(expected);
});

test("Computed growth is the ratio of published levels: 487,895 over 471,495.", () => {
  expect(shown("GROWTH", "retail", "2024", "computed")).toBeCloseTo(487895 / 471495 - 1, 14);
});

test("CAGR rests on levels or on published growth, and names the two where another basis is asked for.", () => {
  const five = (1.12 * 1.062 * 1.084 * 1.065 * 1.052) ** 0.2 - 1;
  expect(shown("CAGR", "physical", 2020, 2025, "chained")).toBeCloseTo(five, 14);
  expect(shown("CAGR", "physical", 2020, 2025, "同口径")).toBeCloseTo(five, 14);
  expect(shown("CAGR", "retail", 2020, 2024)).toBe(shown("CAGR", "retail", 2020, 2024, "levels"));
  for (const basis of ["published", "computed"])
    expect(call("CAGR", "physical", 2020, 2025, basis)).toMatchObject({
      error: "#VALUE!",
      message: expect.stringMatching(/basis .* is not known: use levels, chained/),
    });
});

test.each<[string, unknown[], RegExp]>([
  ["VALUE", ["physical", "2025-08"], /^#N\/A .*January to August 2025.*"2025-08 YTD"/],
  ["GROWTH", ["digitl"], /^#VALUE! .*"digital"/],
  ["VALUE", ["digital"], /^#N\/A .*ECOM\.GROWTH\("digital"\)/],
  ["GROWTH", ["total", "2026-03 YTD"], /^#N\/A .*ONLINE_RETAIL_GOODS_SERVICES/],
  ["GROWTH", [], /^#VALUE! The indicator is missing/],
  ["GROWTH", ["digital", "2025-13"], /^#VALUE! period "2025-13".*"2025-Q1"/],
  ["GROWTH", ["digital", null, "guessed"], /^#VALUE! basis "guessed".*published, computed/],
  ["GROWTH", ["digital", null, null, "someday"], /^#VALUE! asof "someday"/],
  ["VALUE", ["share", "2025", "billion"], /^#VALUE! unit "billion"/],
  ["VALUE", ["share", "1995", "billion"], /^#VALUE! unit "billion"/],
  ["VALUE", ["total", null, "dozen"], /^#VALUE! unit "dozen".*trillion/],
  ["SERIES", ["physical", "speed"], /^#VALUE! measure "speed"/],
  ["SERIES", ["physical", null, "2025", "2020"], /^#VALUE! from \(2025\)/],
  ["SERIES", ["physical", null, null, null, "maybe"], /^#VALUE! headers "maybe".*TRUE, FALSE/],
  ["SERIES", ["physical", null, null, null, null, "weekly"], /^#VALUE! freq "weekly"/],
  ["RANK", ["garden"], /^#VALUE! theme "garden"/],
  ["RANK", [null, null, -1], /^#VALUE! count "-1"/],
  ["CAGR", ["physical", null, 2024], /^#VALUE! .*from/],
  ["CAGR", ["physical", 2019], /^#VALUE! .*to /],
  ["CAGR", ["physical", 2019, "2024-Q1"], /^#VALUE! from \(2019\)/],
  ["CAGR", ["total", 2014, 2024], /^#N\/A .*definition break/],
  ["FIND", ["qqqqzzzz"], /^#N\/A .*text "qqqqzzzz"/],
  ["FIND", [true], /^#VALUE! text/],
  ["INFO", ["digital", "colour"], /^#VALUE! field "colour"/],
  ["CITE", ["digital", null, "mla"], /^#VALUE! style "mla".*apa/],
  ["CHECK", ["total", "2025-Q1", "many"], /^#VALUE! number "many"/],
  ["CHECK", ["total", "2025-Q1"], /^#VALUE! .*number/],
  ["EVENTS", ["garden"], /^#VALUE! theme/],
  ["TABLE", [], /^#VALUE! .*indicators/],
])("ECOM.%s(%j) says what is wrong with which argument, and what would work.", (id, args, sentence) => {
  expect(sentenceOf(id, ...args)).toMatch(sentence);
});

test("A call that the client makes with fewer arguments than declared is answered like one with blanks.", () => {
  expect(call("GROWTH", "digital")).toEqual(call("GROWTH", "digital", null, null, null));
  expect(shown("CAGR", "physical")).toBe("#VALUE!");
});

test("Sentences are in the workbook's language, and else in that of Office.", () => {
  open({ language: "zh-CN" });
  expect(sentenceOf("GROWTH", "digitl")).toMatch(/^#VALUE! 没有指标“digitl”。您是否要找“数码”？/);
  open({ language: "zh-CN", settings: { "ECOM.language": "en" } });
  expect(sentenceOf("GROWTH", "digitl")).toMatch(/^#VALUE! No indicator/);
});

test("VALUE converts to the unit that is asked for, exactly and with the decimals that were published.", () => {
  expect(shown("VALUE", "total", null, "billion")).toBe(3624.2);
  expect(shown("VALUE", "total", null, "万亿")).toBe(3.6242);
  expect(json("VALUE", "total", null, "yi")).toMatchObject({ numberFormat: "#,##0" });
  expect(json("VALUE", "total", null, "billion")).toMatchObject({ numberFormat: "#,##0.0" });
  expect(json("VALUE", "total", null, "trillion")).toMatchObject({ numberFormat: "#,##0.0000" });
});

test("Asof gives what was known on that day; a date that is only a month counts as its last day.", () => {
  expect(shown("GROWTH", "digital", "2025-05 YTD", null, "2025-06-29")).toBe("#N/A");
  expect(shown("GROWTH", "digital", "2025-05 YTD", null, "2025-06-30")).toBe(0.104);
  expect(shown("GROWTH", "digital", "2025-Q1", null, "2025-04")).toBe(0.074);
  expect(sentenceOf("GROWTH", "digital", null, null, "2025-04-20")).toMatch(/released on 2025-04-21.*asof/);
});

test("The workbook's reference period and data date answer where a formula names none.", () => {
  open({ settings: { "ECOM.period": "latest" } });
  expect(shown("GROWTH", "digital")).toBe(0.082);
  open({ settings: { "ECOM.period": "latest", "ECOM.asof": "2025-04-30" } });
  expect(shown("GROWTH", "digital")).toBe(0.074);
  expect(shown("GROWTH", "digital", null, null, "latest")).toBe(0.082);
});

test("A period without a figure is never answered with another's, not even by the reference period.", () => {
  open({ settings: { "ECOM.period": "2019" } });
  expect(sentenceOf("GROWTH", "digital")).toMatch(/period 2019.*nearest.*"2025-Q1"/);
});

test("VERSION gives the data's version and newest release, and what this workbook uses, in one text.", () => {
  expect(shown("VERSION")).toMatch(
    /^ECOM data (\d{4}-\d\d-\d\d)\.[0-9a-f]+, newest release \1; this workbook: version \d+\.\d+\.\d+, released by \1, newest figures of \S.*\d{4} \(\d+ of \d+ indicators\)$/,
  );
  open({ language: "zh-TW", sets: hosts.perpetual2021 });
  expect(shown("VERSION")).toMatch(/最新发布日期/);
});
