import { copies } from "../../src/data/copies";
import { cite, onceEach, sourceOf, sources, styleChoices, titleOf, type SourceId } from "../../src/dataset";
import { sourceTexts } from "../../src/dataset/sourceTexts";
import processed from "../cases/citations/processed.json";

const own = sourceOf("nbs-retail-2025-03");
const relayed = sourceOf("gmteight-2025-04-21");
const bare = sourceOf("cnnic-57-text");

test("For readers: body, title in the language, date, own address; a label of ours in brackets; no relay.", () => {
  expect(cite(own, "text", "en")).toBe(
    "National Bureau of Statistics of China, [Total Retail Sales of Consumer Goods in March 2025], 16 April 2025, " +
      "https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html",
  );
  expect(cite(own, "text", "zh")).toBe(
    "国家统计局《2025年3月份社会消费品零售总额增长5.9%》，2025年4月16日，" +
      "https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html",
  );
  expect(cite(relayed, "text", "en")).toBe(
    "Ministry of Commerce of China, [Development of E-Commerce in China in Q1 2025], 21 April 2025",
  );
  expect(cite(relayed, "text", "zh")).toBe("商务部［2025年一季度我国电子商务发展情况］，2025年4月21日");
});

// test/cases/citations/processed.json was made once by citeproc-js 2.4.63 from the styles apa (7th edition) and
// china-national-standard-gb-t-7714-2015-numeric, for sources of every kind, read on 2026-11-27.
test.each(processed)("$id in $language: as an independent processor writes it.", (citation) => {
  const language = citation.language as "en" | "zh";
  const source = sourceOf(citation.id as SourceId);
  expect(cite(source, "apa", language)).toBe(citation.apa);
  // That style writes Latin authors in capitals; the standard's own examples of bodies do not.
  const cited = cite(source, "gbt7714", language, "2026-11-27");
  const by = source.publisherLabel[language];
  expect(cited.startsWith(by)).toBe(true);
  expect(by.toUpperCase() + cited.slice(by.length)).toBe(citation.gbt7714);
});

test("GB/T 7714 names the day of access where it is known.", () => {
  expect(cite(own, "gbt7714", "zh")).toContain("[EB/OL]. (2025-04-16). https://");
  expect(cite(own, "gbt7714", "zh", "2026-11-27")).toContain("[EB/OL]. (2025-04-16)[2026-11-27]. https://");
});

test("BibTeX: an entry whose special characters are harmless.", () => {
  expect(cite(own, "bibtex", "zh", "2026-11-27")).toBe(
    [
      "@misc{nbs-retail-2025-03,",
      "  author = {{国家统计局}},",
      "  title = {{2025年3月份社会消费品零售总额增长5.9\\%}},",
      "  year = {2025},",
      "  month = apr,",
      "  day = {16},",
      "  url = {https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html},",
      "  urldate = {2026-11-27}",
      "}",
    ].join("\n"),
  );
});

test("Every brace of a BibTeX entry is closed, and its fields are those that are known.", () => {
  for (const source of sources) {
    for (const language of ["en", "zh"] as const) {
      const entry = cite(source, "bibtex", language);
      let depth = 0;
      let least = 0;
      for (const [index, character] of [...entry].entries()) {
        if (entry[index - 1] === "\\") continue;
        depth += character === "{" ? 1 : character === "}" ? -1 : 0;
        least = Math.min(least, depth);
      }
      expect([entry, depth, least]).toEqual([entry, 0, 0]);
      expect(entry.includes("url = ")).toBe(source.url !== "");
      expect(entry.includes("month = ")).toBe(source.published.length > 4);
      expect(entry.includes("day = ")).toBe(source.published.length > 7);
    }
  }
});

test("An address is given as it stands, and nothing where the body's own is not known.", () => {
  expect(cite(own, "url", "en")).toBe(own.url);
  expect(cite(bare, "url", "en")).toBe("");
  expect(cite(relayed, "url", "en")).toBe("");
});

test("How a text was read is told apart: by whom, and where.", () => {
  expect(own.relayLabel.en).toBe("");
  expect(copies[own.id]).toBeUndefined();
  expect(relayed.relayLabel.en).toBe("GMT Eight");
  expect(copies[relayed.id]?.[3]).toMatch(/^https:\/\/gmt8press\.com\//);
  expect(bare.relayLabel.zh).toBe("公开存档");
  for (const source of sources) expect(copies[source.id] !== undefined).toBe(source.relay !== "");
});

test("A date of which only a part is known is given as far as it is known.", () => {
  const month = sources.find(({ published }) => published.length === 7);
  const year = sources.find(({ published }) => published.length === 4);
  if (month === undefined || year === undefined) throw new Error("The data have no partial date any more.");
  expect(cite(month, "apa", "en")).toMatch(/\(\d{4}, [A-Z][a-z]+\)\./);
  expect(cite(year, "apa", "en")).toMatch(/\(\d{4}\)\./);
  expect(cite(month, "text", "zh")).toMatch(/，\d{4}年\d{1,2}月(，|$)/);
});

test("Every source has a title in both languages: Chinese in Chinese, and no Chinese in English.", () => {
  for (const source of sources) {
    const [en, zh] = [titleOf(source, "en"), titleOf(source, "zh")];
    expect(zh.text).toMatch(/\p{Script=Han}/u);
    expect(en.text).not.toMatch(/\p{Script=Han}|\p{Script=Hiragana}|[{}]/u);
    // At most one of the two titles is the release's own.
    expect(en.ours || zh.ours).toBe(true);
  }
});

test("Every source can be cited in every style and language, in clean text that holds its date and address.", () => {
  for (const source of sources) {
    for (const style of styleChoices.list) {
      for (const language of ["en", "zh"] as const) {
        const text = cite(source, style, language);
        expect(text).not.toMatch(/undefined|null|NaN|\(\)|\[\]|，，|, ,|\.\.|via |转引自/);
        if (style !== "url") expect(text).toContain(source.published.slice(0, 4));
        if (source.url !== "") expect(text).toContain(source.url);
      }
    }
  }
});

test("A release that was read in three texts stands once in a list, by the text with the address or the fuller date.", () => {
  const april = (
    [
      "nbs-retail-2021-04-chinanews",
      "nbs-retail-2021-04-englishgov",
      "nbs-retail-2021-04-thirdparty",
    ] as const
  ).map(sourceOf);
  expect(onceEach(april)).toHaveLength(1);
  expect(onceEach([own, ...april, relayed])).toHaveLength(3);
  const may = (["nbs-retail-2021-05-ukranews", "nbs-retail-2021-05-thirdparty"] as const).map(sourceOf);
  expect(onceEach(may).map(({ published }) => published)).toEqual(["2021-06-16"]);
  expect(sourceTexts(april, "text", "en")).toEqual([
    "1. National Bureau of Statistics of China, [Total Retail Sales of Consumer Goods in April 2021], 17 May 2021",
  ]);
});

test("A source of a figure is a source of the data.", () => {
  expect(sourceOf("nbs-2014-press" as SourceId).publisher).toBe("National Bureau of Statistics of China");
});
