import { indicators } from "./rows";
import { json, open, sentenceOf, shown } from "./excel";

beforeEach(() => open());

const table = (id: string, ...args: unknown[]) => shown(id, ...args) as unknown[][];

test("SERIES is period and value, oldest first, headed by what a chart should call its line.", () => {
  const [head, ...rows] = table("SERIES", "physical", "growth", "2023", "2025");
  expect(head).toEqual(["Period", "Online retail sales of physical goods, Growth"]);
  expect(rows.map(([period]) => period)).toEqual(["2023", "2024", "2025"]);
  expect(rows[2]?.[1]).toBe(0.052);
});

test("SERIES marks derived measures in its heading.", () => {
  expect(table("SERIES", "retail", "index", 2020, 2024)[0]?.[1]).toBe(
    "Total retail sales of consumer goods, Index (derived)",
  );
  // Levels on one basis say of which year; in TABLE each row has its own.
  expect(table("SERIES", "physical", "chained", 2023)[0]?.[1]).toBe(
    "Online retail sales of physical goods, Level on one basis (on the basis of 2025, derived)",
  );
  expect(table("TABLE", "physical", "2023", "chained")[1]?.[0]).toBe(
    "Online retail sales of physical goods (on the basis of 2025)",
  );
  open({ language: "zh-CN" });
  expect(table("SERIES", "physical", "single", null, null, null, "month")[0]?.[1]).toBe(
    "实物商品网上零售额，当期数（公布数，无则推算）",
  );
  expect(table("SERIES", "实物商品", "同口径", 2023)[0]?.[1]).toBe(
    "实物商品网上零售额，同口径水平值（按2025年口径，推算）",
  );
});

test("SERIES leaves a gap as an error with its sentence, which charts draw as a gap.", () => {
  const rows = json("SERIES", "retail", "computed growth", null, 2024, false) as unknown[][];
  expect(rows[0]?.[1]).toMatchObject({
    type: "Error",
    basicValue: "#N/A",
    message: expect.stringMatching(/is not published/),
  });
  expect(rows.at(-1)?.[1]).toMatchObject({ type: "Double" });
});

test("SERIES takes the kind of its periods from the ends that are given.", () => {
  const kinds = (...args: unknown[]) =>
    table("SERIES", "retail", "growth", ...args).map(([period]) =>
      String(period).slice(4).replace(/\d/g, "n"),
    );
  expect(new Set(kinds("2024", null, false))).toEqual(new Set([""]));
  expect(new Set(kinds("2024-03", null, false))).toEqual(new Set(["-nn"]));
  expect(new Set(kinds("2024-02 YTD", null, false)).has("-nn YTD")).toBe(true);
});

test("SERIES from or to the latest period ends with it.", () => {
  expect(table("SERIES", "digital", null, "latest", null, false)).toEqual([["2025-11 YTD", 0.082]]);
  expect(table("SERIES", "digital", null, null, "latest", false)).toHaveLength(3);
  expect(sentenceOf("SERIES", "digital", "level", "latest")).toMatch(/^#N\/A/);
});

test("Amounts of one series or table are shown in one scale, unless they are too far apart for one.", () => {
  const formats = (...args: unknown[]) =>
    (json("TABLE", ...args, "level", false) as { numberFormat?: string }[][]).map((row) =>
      row.slice(1).map(({ numberFormat }) => numberFormat),
    );
  const trillion = '#,##0.00,,,," trillion"';
  // Agricultural products online: 531.38 billion in 2022, 0.59 trillion in 2023, beside 13.79 trillion.
  expect(formats("AGRI_ONLINE_RETAIL", [[2022, 2023]])).toEqual([
    ['#,##0.00,,," billion"', '#,##0.00,,," billion"'],
  ]);
  expect(formats([["AGRI_ONLINE_RETAIL"], ["total"]], [[2022]])).toEqual([
    ['#,##0.00,,," billion"'],
    ['#,##0.00,,," billion"'],
  ]);
  expect(formats([["total"], ["retail"]], [[2022]])).toEqual([[trillion], [trillion]]);
  for (const { indicator_code: code } of indicators) {
    const series = shown("SERIES", code, "level", null, null, false, "all");
    if (!Array.isArray(series)) continue;
    const cells = (
      json("SERIES", code, "level", null, null, false, "all") as [
        string,
        { basicValue: number; numberFormat: string },
      ][]
    ).map(([, cell]) => cell);
    const sizes = cells.map(({ basicValue }) => Math.abs(basicValue));
    const scales = new Set(
      cells.map(({ numberFormat }) => numberFormat.split(";")[0]?.replace(/"[≈>]"/, "")),
    );
    if (Math.max(...sizes) <= 1000 * Math.min(...sizes))
      expect([code, [...scales]]).toEqual([code, [expect.any(String)]]);
  }
});

test("SERIES of an index begins with 100.", () => {
  expect(table("SERIES", "retail", "index", 2020, 2024, false)[0]?.[1]).toBe(100);
});

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

test("FIND has a heading and gives code, label, theme, unit and latest period; nothing to find gives all.", () => {
  const rows = table("FIND", "数码");
  expect(rows[0]).toEqual(["Code", "Label", "Theme", "Unit", "Latest period"]);
  expect(rows[1]).toEqual([
    "DIGITAL_PRODUCTS",
    "Digital products, online sales",
    "Digital",
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

test("INFO's source, link and release are those of the figure of the period; without one, alone an error, in the card empty.", () => {
  expect(shown("INFO", "digital", "released", "2025-Q1")).toBe("2025-04-21");
  expect(shown("INFO", "digital", "released", "latest")).toBe("2025-12");
  expect(sentenceOf("INFO", "digital", "source", "2019")).toMatch(/^#N\/A .*2019/);
  const card = table("INFO", "digital", null, "2019");
  expect(card.find(([name]) => name === "Source")).toEqual(["Source", ""]);
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
  expect(table("SERIES", "digital", null, null, null, false)).toEqual([["2025-Q1", 0.074]]);
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
