import { cite, sourceOf, sources, styleChoices, type SourceId } from "../../src/dataset";

const own = sourceOf("nbs-retail-2025-03");
const relayed = sourceOf("gmteight-2025-04-21");
const described = sourceOf("comecchina-18822");
const bare = sourceOf("cnnic-57-text");

test("For readers: body, title, date, who carried it, address.", () => {
  expect(cite(own, "text", "en")).toBe(
    "National Bureau of Statistics of China, “2025年3月份社会消费品零售总额增长5.9%”, 16 April 2025, " +
      "https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html",
  );
  expect(cite(own, "text", "zh")).toBe(
    "国家统计局《2025年3月份社会消费品零售总额增长5.9%》，2025年4月16日，" +
      "https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html",
  );
  expect(cite(relayed, "text", "en")).toContain(", 21 April 2025, via GMT Eight, https://");
});

test("APA: author, date, title, site, address; a described title in brackets.", () => {
  expect(cite(own, "apa", "en")).toBe(
    "National Bureau of Statistics of China. (2025, April 16). 2025年3月份社会消费品零售总额增长5.9%. " +
      "https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html",
  );
  expect(cite(described, "apa", "en")).toBe(
    "Ministry of Commerce of China. (2024, August 22). [1至7月中国电子商务发展情况]. " +
      "People's Daily Overseas Edition text on comecchina.org. https://www.comecchina.org/page128?article_id=18822",
  );
});

test("GB/T 7714: author, title, type and carrier, date, address; without an address another type.", () => {
  expect(cite(own, "gbt7714", "zh")).toBe(
    "国家统计局. 2025年3月份社会消费品零售总额增长5.9%[EB/OL]. (2025-04-16). " +
      "https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html.",
  );
  expect(cite(bare, "gbt7714", "zh")).toBe(
    "中国互联网络信息中心（CNNIC）. [截至2025年12月，网络购物用户规模达9.37亿][Z]. 公开存档, 2026.",
  );
});

test("GB/T 7714: who carried a text stands where publishers do, with the year before the day.", () => {
  const carried = sources.find(
    ({ relay, url, published }) => relay !== "" && url !== "" && published.length === 10,
  );
  if (carried === undefined) throw new Error("The data have no such source any more.");
  const year = carried.published.slice(0, 4);
  expect(cite(carried, "gbt7714", "zh")).toContain(
    `[EB/OL]. ${carried.relayLabel.zh}, ${year}(${carried.published}). http`,
  );
});

test("BibTeX: an entry whose special characters are harmless.", () => {
  expect(cite(own, "bibtex", "en")).toBe(
    [
      "@misc{nbs-retail-2025-03,",
      "  author = {{National Bureau of Statistics of China}},",
      "  title = {{2025年3月份社会消费品零售总额增长5.9\\%}},",
      "  year = {2025},",
      "  month = apr,",
      "  day = {16},",
      "  url = {https://www.stats.gov.cn/sj/zxfb/202504/t20250416_1959317.html}",
      "}",
    ].join("\n"),
  );
});

test("Every brace of a BibTeX entry is closed, and its fields are those that are known.", () => {
  for (const source of sources) {
    for (const language of ["en", "zh"] as const) {
      const entry = cite(source, "bibtex", language);
      let depth = 0;
      for (const [index, character] of [...entry].entries()) {
        if (entry[index - 1] === "\\") continue;
        depth += character === "{" ? 1 : character === "}" ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(entry.includes("url = ")).toBe(source.url !== "");
      expect(entry.includes("month = ")).toBe(source.published.length > 4);
      expect(entry.includes("day = ")).toBe(source.published.length > 7);
    }
  }
});

test("An address is given as it stands, and nothing where there is none.", () => {
  expect(cite(own, "url", "en")).toBe(own.url);
  expect(cite(bare, "url", "en")).toBe("");
});

test("A date of which only a part is known is given as far as it is known.", () => {
  const month = sources.find(({ published }) => published.length === 7);
  const year = sources.find(({ published }) => published.length === 4);
  if (month === undefined || year === undefined) throw new Error("The data have no partial date any more.");
  expect(cite(month, "apa", "en")).toMatch(/\(\d{4}, [A-Z][a-z]+\)\./);
  expect(cite(year, "apa", "en")).toMatch(/\(\d{4}\)\./);
  expect(cite(month, "text", "zh")).toMatch(/，\d{4}年\d{1,2}月(，|$)/);
});

test("Every source can be cited in every style and language, in clean text that holds its date and address.", () => {
  for (const source of sources) {
    for (const style of styleChoices.list) {
      for (const language of ["en", "zh"] as const) {
        const text = cite(source, style, language);
        expect(text).not.toMatch(/undefined|null|NaN|\(\)|\[\]|，，|, ,|\.\./);
        if (style !== "url") expect(text).toContain(source.published.slice(0, 4));
        if (source.url !== "") expect(text).toContain(source.url);
      }
    }
  }
});

test("A source of a figure is a source of the data.", () => {
  expect(sourceOf("nbs-2014-press" as SourceId).publisher).toBe("National Bureau of Statistics of China");
});
