import { readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";
import fc from "fast-check";
import { findIndicator, indicators, seekBy, sentence } from "../../src/dataset";
import { initial } from "../../src/dataset/indicators/search";
import { syllable } from "../../src/dataset/seeking/pinyin";
import { correction, seek, seekEverywhere } from "../../src/dataset/seeking/seek";
import { followWorkbook } from "../../src/functions";
import { open, shown } from "../functions/excel";

const codes = (query: string, count?: number) => seek(query, count).map(({ code }) => code as string);
const cases = (file: string) => csvParse(readFileSync(`test/cases/search/${file}.csv`, "utf8"));
const missed = (file: string) =>
  cases(file)
    .filter(({ query, indicators: meant, indicator }) => {
      const codesFound = codes(query ?? "", 3);
      return !(meant ?? indicator ?? "").split("|").some((code) => codesFound.includes(code));
    })
    .map(({ query }) => query);

afterEach(() => seekBy(undefined));

test("Of 127 everyday queries that were written down before search was tuned, all find what is meant in the first three.", () => {
  expect(cases("daily").length).toBeGreaterThanOrEqual(127);
  expect(missed("daily")).toEqual([]);
});

test("Of 99 that were written down afterwards, of which 90 were found at once, all do.", () => {
  expect(missed("later")).toEqual([]);
});

test("The queries of the first version find no less than they did.", () => {
  expect(missed("queries")).toEqual(["shlsp"]);
});

test.each(
  indicators.flatMap(({ code, label, aliases }) =>
    [label.en, label.zh, ...aliases].map((name) => [name, code]),
  ),
)("The name %s finds its own indicator first.", (name, code) => {
  expect(codes(name as string, 1)).toEqual([code]);
  expect(correction(name as string)).toBeUndefined();
});

test.each([
  ["跨镜电商", "跨境电商"],
  ["快第业务量", "快递业务量"],
  ["以旧焕新", "以旧换新"],
  ["exprss volume", "express volume"],
  ["instant retial", "instant retail"],
])("Who types %s is asked whether %s was meant, and sees what that finds.", (typed, meant) => {
  expect(correction(typed)).toBe(meant);
  expect(codes(typed, 1)).toEqual(codes(meant, 1));
});

test.each([
  "外卖",
  "robotics",
  "courier deliveries",
  "网零",
  "kuaidi",
  "2026",
  "日用品",
  "",
  "绿色债券",
  "zzzzzz",
])("Nothing is offered in place of %j, which is no mistyped word of ours.", (typed) => {
  expect(correction(typed)).toBeUndefined();
});

test("A period or a measure beside a name does not change what is found first.", () => {
  for (const name of ["网上零售额", "快递业务量", "社零", "跨境电商"]) {
    for (const typed of [
      `2024${name}`,
      `2025年一季度${name}增速`,
      `${name}同比`,
      `今年1—8月${name}`,
      `${name}累计`,
    ])
      expect([typed, codes(typed)[0]]).toEqual([typed, codes(name)[0]]);
  }
  // Alone they are the whole question.
  expect(codes("online retail 2026")[0]).toBe("ONLINE_RETAIL_GOODS_SERVICES");
});

test("Every Chinese character of our names has its syllable, which begins as the runtime's order says.", () => {
  const all = new Set(
    indicators.flatMap(({ label, aliases }) => [
      ...(label.zh + aliases.join("")).replace(/\P{Script=Han}/gu, ""),
    ]),
  );
  const wrong = [...all].filter(
    (character) => syllable(character).length < 2 && !/[aeo]/.test(syllable(character)),
  );
  expect(wrong).toEqual([]);
  // Our names read these three characters otherwise than that order does.
  expect([...all].filter((character) => syllable(character)[0] !== initial(character))).toEqual([
    "埔",
    "行",
    "入",
  ]);
});

test("With the pane there, functions name what an unknown word may mean, and FIND finds it.", () => {
  const told = (name: string) => {
    const codesFound = findIndicator(name);
    return codesFound.ok ? "" : sentence(codesFound.reason, "zh");
  };
  expect(told("跨镜电商")).not.toMatch(/“跨境电商”/);
  seekEverywhere();
  expect(told("网零增速")).toMatch(/^没有指标“网零增速”。您是否要找“网上零售额”/);
  expect(told("跨镜电商")).toMatch(/“跨境电商”/);
  expect(told("快件量")).toMatch(/“快递业务量”/);
  open();
  expect(shown("FIND", "kuaidi", 1)).toMatchObject([
    expect.anything(),
    ["EXPRESS_VOLUME", ...Array<unknown>(4).fill(expect.anything())],
  ]);
});

test("A finished workbook of 0.1.0 keeps the rows that it found.", () => {
  seekEverywhere();
  const { settings } = JSON.parse(readFileSync("test/cases/0.1.0/answers/settings.json", "utf8")) as {
    settings: Record<string, unknown>;
  };
  open({ settings });
  expect(shown("FIND", "kuaidi", 1)).toBe("#N/A");
  open();
  followWorkbook();
});

test("Any text whatever gives indicators, each once, no more than asked for, and at most one correction.", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 120 }),
        fc.stringMatching(/^[网零售快递年月同比a-z0-9 ]{0,40}$/),
        fc.constantFrom("__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"),
      ),
      fc.integer({ min: 0, max: 90 }),
      (text, count) => {
        const codesFound = seek(text, count);
        expect(codesFound.length).toBeLessThanOrEqual(count);
        expect(new Set(codesFound).size).toBe(codesFound.length);
        expect(typeof (correction(text) ?? "")).toBe("string");
      },
    ),
    { numRuns: 200 },
  );
});
