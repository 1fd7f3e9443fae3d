import { open, sentenceOf, shown } from "./excel";

beforeEach(() => open());

const table = (id: string, ...args: unknown[]) => shown(id, ...args) as unknown[][];

test("RANK is rank, label, growth and code, highest first, ten rows at most unless told otherwise.", () => {
  const rows = table("RANK", null, "2025-H1");
  expect(rows.length).toBeLessThanOrEqual(10);
  const growths = rows.map(([, , growth]) => growth as number);
  expect(growths).toEqual([...growths].sort((a, b) => b - a));
  rows.forEach(([rank, label, growth, code], at) => {
    expect(rank).toBe(at + 1);
    expect(label).toBe(shown("INFO", code, "label"));
    expect(growth).toBe(shown("GROWTH", code, "2025-H1"));
  });
  expect(table("RANK", null, "2025-H1", 2)).toEqual(rows.slice(0, 2));
  expect(sentenceOf("RANK", "logistics", "2001")).toMatch(/^#N\/A .*2001.*nearest/);
});

test("RANK takes a theme by code or name.", () => {
  expect(table("RANK", "Services")).toEqual(table("RANK", "services"));
  expect(table("RANK", "服务消费")).toEqual(table("RANK", "services"));
});

test.each([
  ["digital", ["Digital", "数字产品", "数码", "数码产品", "digital products", "数字经济", "数码与数字经济"]],
  ["rural", ["农村", "农产品", "rural e-commerce"]],
  ["logistics", ["快递", "express", "Delivery"]],
  ["online_retail", ["网零", "电商", "e-commerce", "Online Retail"]],
  ["consumer_market", ["社零", "消费市场", "retail", "total retail"]],
])("RANK takes the words that people use for the theme %s, and those of before.", (theme, words) => {
  const meant = table("RANK", theme, "2025");
  for (const word of words) expect(table("RANK", word, "2025")).toEqual(meant);
});

test("EVENTS takes the words that people use for a theme.", () => {
  expect(table("EVENTS", "一带一路")).toEqual(table("EVENTS", "silk_road"));
  expect(table("EVENTS", "产业带", 2)).toEqual(table("EVENTS", "industry", 2));
});

test("Total retail stands in a theme of its own; a workbook of 0.1.0 has it and the names where they were.", () => {
  const ranked = (theme: string) => table("RANK", theme, "2025").map(([, , , code]) => code);
  expect(ranked("consumer_market")).toEqual(["TOTAL_RETAIL"]);
  expect(ranked("online_retail")).not.toContain("TOTAL_RETAIL");
  expect(shown("INFO", "digital", "theme")).toBe("Digital goods, digital economy");
  open({ settings: { "ECOM.asof": "2026-09-15" } });
  expect(ranked("online_retail")).toContain("TOTAL_RETAIL");
  expect(sentenceOf("RANK", "consumer_market")).toMatch(/^#N\/A/);
  expect([shown("INFO", "retail", "theme"), shown("INFO", "digital", "theme")]).toEqual([
    "Online retail",
    "Digital",
  ]);
});

test("FIND has a heading and gives code, label, theme, unit and latest period; nothing to find gives all.", () => {
  const rows = table("FIND", "数码");
  expect(rows[0]).toEqual(["Code", "Label", "Theme", "Unit", "Latest period"]);
  expect(rows[1]).toEqual([
    "DIGITAL_PRODUCTS",
    "Digital products, online sales",
    "Digital goods, digital economy",
    "%",
    "2025-11 YTD",
  ]);
  expect(table("FIND")).toHaveLength(92);
  expect(table("FIND", "retail", 2)).toHaveLength(3);
});

test("INFO's card holds every field, and each field alone is the same.", () => {
  const card = new Map(table("INFO", "digital").map(([name, value]) => [name, value]));
  expect([...card.keys()]).toEqual([
    "Code",
    "Label",
    "Theme",
    "Unit",
    "Basis",
    "Latest period",
    "First period",
    "Number of figures",
    "Period",
    "Source",
    "Link",
    "Released",
    "Description",
    "Aliases",
    "Relations",
    "Read at",
  ]);
  for (const [name, field] of [
    ["Label", "label"],
    ["Latest period", "latest"],
    ["First period", "first"],
    ["Number of figures", "count"],
    ["Link", "url"],
    ["Released", "released"],
    ["Aliases", "aliases"],
    ["Relations", "relations"],
  ] as const) {
    expect(shown("INFO", "digital", field)).toBe(card.get(name));
  }
});

test("INFO's source, link and release are those of the figure of the period; without one, alone an error, in the card said why.", () => {
  expect(shown("INFO", "digital", "released", "2025-Q1")).toBe("2025-04-21");
  expect(shown("INFO", "digital", "released", "latest")).toBe("2025-12");
  expect(sentenceOf("INFO", "digital", "source", "2019")).toMatch(/^#N\/A .*2019/);
  const card = table("INFO", "digital", null, "2019");
  expect(card.find(([name]) => name === "Source")).toEqual(["Source", ""]);
  expect(card.find(([name]) => name === "Period")?.[1]).toMatch(
    /no growth for period 2019.*nearest.*"2025-Q1"/,
  );
  expect(card.find(([name]) => name === "Label")?.[1]).toBe("Digital products, online sales");
});

test("INFO's figures and count are of one period where one is given.", () => {
  const [head = [], ...rows] = table("INFO", "total", "figures", "2025-Q1");
  const at = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect(new Set(at("period"))).toEqual(new Set(["2025-Q1"]));
  expect(at("obs_value")).toEqual(expect.arrayContaining(["36242", "3.6"]));
  expect(shown("INFO", "total", "count", "2025-Q1")).toBe(rows.length);
  expect(sentenceOf("INFO", "total", "figures", "2001")).toMatch(/^#N\/A .*2001/);
});

test("INFO takes its fields in Chinese.", () => {
  expect(shown("INFO", "digital", "来源")).toBe(shown("INFO", "digital", "source"));
});

test("With a data date nothing released later shows anywhere.", () => {
  open({ settings: { "ECOM.asof": "2025-05-31" } });
  expect(shown("INFO", "digital", "latest")).toBe("2025-Q1");
  expect(shown("INFO", "digital", "count")).toBe(1);
  expect(table("INFO", "digital", "figures")).toHaveLength(2);
  expect(table("SERIES", "digital", null, null, null, false)).toEqual([["2025-03 YTD", 0.074]]);
  expect(table("FIND", "digital products", 1)[1]?.[4]).toBe("2025-Q1");
  expect(sentenceOf("CHECK", "digital", "2025-11 YTD", 8.2)).toMatch(/^#N\/A/);
});

test("CITE names the chosen figure's source in each style.", () => {
  expect(shown("CITE", "total", "2025-Q1")).toMatch(
    /^National Bureau of Statistics of China, .*16 April 2025.*https:/,
  );
  expect(shown("CITE", "total", "2025-Q1", "apa")).toMatch(/\(2025, April 16\)/);
  expect(shown("CITE", "total", "2025-Q1", "GB/T 7714")).toMatch(/\[EB\/OL\]/);
  expect(shown("CITE", "total", "2025-Q1", "bibtex")).toMatch(/^@misc\{/);
  expect(shown("CITE", "total", "2025-Q1", "url")).toMatch(/^https:/);
  expect(sentenceOf("CITE", "total", "2001")).toMatch(/^#N\/A/);
});

test("EVENTS is date, title, description, place and source, newest first.", () => {
  const rows = table("EVENTS");
  expect(rows).toHaveLength(18);
  for (const row of rows) {
    expect(row).toHaveLength(5);
    expect(row[0]).toMatch(/^\d{4}/);
    expect(row[4]).toMatch(/Ministry of Commerce/);
  }
  expect(table("EVENTS", "silk_road", 1)).toEqual(table("EVENTS", "丝路电商").slice(0, 1));
});

test("RANK and EVENTS have a heading where one is asked for.", () => {
  expect(table("RANK", null, "2025-Q1", 1, true)[0]).toEqual(["Rank", "Label", "Growth", "Code"]);
  expect(table("EVENTS", null, 1, "是")[0]).toEqual(["Date", "Title", "Description", "Place", "Source"]);
  expect(table("EVENTS", null, 1)).toHaveLength(1);
});
