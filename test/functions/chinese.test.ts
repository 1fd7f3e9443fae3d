import { readdirSync, readFileSync } from "node:fs";
import { open, sentenceOf, shown } from "./excel";

beforeEach(() => open({ language: "zh-CN", settings: { "ECOM.language": "zh" } }));
afterAll(() => open());

/** Questions that are wrong or have no answer, as people in China ask them. */
const asked: readonly (readonly [string, ...unknown[]])[] = [
  ["GROWTH", "社零", "2025年1月"],
  ["GROWTH", "数马"],
  ["GROWTH"],
  ["GROWTH", "数码", "去年"],
  ["GROWTH", "数码", "一季度"],
  ["GROWTH", "数码", "2024年5月"],
  ["VALUE", "数码", "2025年一季度"],
  ["VALUE", "网上零售额", "2025年8月"],
  ["VALUE", "网上零售额", "2026年1—3月"],
  ["VALUE", "网上零售额", "2025年1—8月", "美元"],
  ["VALUE", "网零占比", "2025年", "亿元"],
  ["GROWTH", "实物商品", "2025年", "计算"],
  ["CAGR", "实物商品", "2020年", "2025年"],
  ["CAGR", "实物商品", "2020年", "2025年一季度"],
  ["CAGR", "实物商品", "2025年", "2020年"],
  ["SERIES", "实物商品", "大小"],
  ["RANK", "服务消费", "2010年"],
  ["EVENTS", "农村电商"],
  ["FIND", "火星"],
  ["CITE", "网上零售额", "2025年一季度", "mla"],
  ["CHECK", "网上零售额", "2025年一季度", "很多"],
  ["VALUE", "网上零售额", "2025年一季度", null, "2025年1月1日"],
  ["VALUE", "外贸专区", "2025年"],
];
const answers = () => asked.map(([id, ...args]) => sentenceOf(id, ...args).replace(/^#\S+ /, ""));

test("Chinese sentences name periods and days in Chinese, and end in a full stop of theirs.", () => {
  for (const answer of answers()) {
    expect(answer).not.toMatch(/\d{4}-(?:Q\d|H\d|\d\d)|YTD|\blatest\b/);
    expect(answer).toMatch(/[。？]$/);
  }
});

test("No blank stands between Chinese and other writing, and no half-width mark between Chinese.", () => {
  for (const answer of answers()) {
    expect(answer).not.toMatch(/\p{Script=Han} |[A-Za-z\d)] \p{Script=Han}/u);
    expect(answer).not.toMatch(/\p{Script=Han}[,;:!?]\p{Script=Han}/u);
  }
});

test("What they advise is written with Chinese names, and answers.", () => {
  expect(sentenceOf("GROWTH", "实物商品", "2025年", "计算")).toMatch(
    /请用ECOM\.GROWTH\("实物商品","2025年"\)。$/,
  );
  expect(shown("GROWTH", "实物商品", "2025年")).toBe(0.052);
  expect(sentenceOf("CAGR", "实物商品", "2020年", "2025年")).toMatch(
    /请用ECOM\.CAGR\("实物商品","2020年","2025年","同口径"\)，为\+7\.6%。$/,
  );
  expect(shown("CAGR", "实物商品", "2020年", "2025年", "同口径")).toBeCloseTo(0.0763, 3);
  expect(sentenceOf("VALUE", "网上零售额", "2026年1—3月")).toBe(
    "#N/A 全国网上零售额止于2025年12月：此后请用“网上商品和服务零售额”，两者不可比。",
  );
  expect(shown("VALUE", "网上商品和服务零售额", "2026年1—8月")).toEqual(expect.any(Number));
  expect(sentenceOf("VALUE", "外贸专区", "2025年")).toMatch(/ECOM\.INFO\("外贸专区","数据"\)会列出。$/);
  expect(Array.isArray(shown("INFO", "外贸专区", "数据"))).toBe(true);
});

test("The word that was typed is echoed, and a month of January leads to January and February.", () => {
  for (const [id, word, ...args] of [
    ["GROWTH", "“去年”", "数码", "去年"],
    ["VALUE", "“美元”", "网上零售额", "2025年", "美元"],
    ["FIND", "“火星”", "火星"],
    ["CHECK", "“很多”", "网上零售额", "2025年", "很多"],
  ] as const)
    expect(sentenceOf(id, ...args)).toContain(word);
  expect(sentenceOf("GROWTH", "社零", "2025年1月")).toContain("可用累计数：“2025年1—2月”");
});

/** Words that no statistician uses, by the words that are used instead. */
const givenUp = /水平值|基准时期|政策举措|间断|实时公式|公布口径|当期数|季度一览|关键数据|网络零售走势|度量/;

test("No text of sheets, pane and review has a word that was given up; readers still know them.", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("workbench/"))
    .filter((file) => !/wording\/choices|series\/|implementations\/series|userTables\/texts/.test(file));
  const used = files.flatMap((file) =>
    readFileSync(`src/${file}`, "utf8")
      .split("\n")
      .filter((line) => givenUp.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(used).toEqual([]);
});
