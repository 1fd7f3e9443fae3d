import { json, open, sentenceOf, shown } from "./excel";
import { indicators } from "./rows";

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
    "实物商品网上零售额，当月或当季值（公布数，无则推算）",
  );
  expect(table("SERIES", "实物商品", "同口径", 2023)[0]?.[1]).toBe(
    "实物商品网上零售额，同口径数值（按2025年口径，推算）",
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
  const trillion = '#,##0.00,,,,"tn"';
  // Agricultural products online: 531.38 billion in 2022, 0.59 trillion in 2023, beside 13.79 trillion.
  expect(formats("AGRI_ONLINE_RETAIL", [[2022, 2023]])).toEqual([
    // As many decimals as were published.
    ['#,##0.00,,,"bn"', '#,##0,,,"bn"'],
  ]);
  // 13,785 billion is as much as fits.
  expect(formats([["AGRI_ONLINE_RETAIL"], ["total"]], [[2022]])).toEqual([
    ['#,##0.00,,,"bn"'],
    ['#,##0,,,"bn"'],
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
      cells.map(({ numberFormat }) => /"([^"]*)"$/.exec(numberFormat.split(";")[0] ?? "")?.[1] ?? ""),
    );
    if (Math.max(...sizes) <= 20 * Math.min(...sizes))
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

describe("SERIES", () => {
  const periods = (...args: unknown[]) => table("SERIES", ...args).map(([period]) => period);
  const ytd = (year: number, months: number[]) =>
    months.map((month) => `${year}-${String(month).padStart(2, "0")} YTD`);

  test("is of the kind in which its ends are written: what counts from January does so throughout.", () => {
    const all = ytd(2025, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const [from, to] of [
      ["2025-03 YTD", "2025-12 YTD"],
      ["2025年1-3月", "2025年1-12月"],
      ["Jan-Mar 2025", "12M25"],
      ["2025年3月累计", null],
      ["2025-Q1", "2025-12 YTD"],
      ["2025年一季度", "2025年1—12月"],
    ] as const)
      expect([from, to, periods("total", "level", from, to, false)]).toEqual([from, to, all]);
    expect(periods("physical", "level", "2025-Q1", "2026-08 YTD", false)).toHaveLength(17);
    expect(periods("retail", "level", "2024年", "2025年", false)).toEqual(["2024", "2025"]);
  });

  test("begins a year of months with the first of them.", () => {
    expect(periods("total", "level", 2025, "2025-05 YTD", false)).toEqual(ytd(2025, [2, 3, 4, 5]));
  });

  test("leaves no period out between two figures, and adds none that is never published.", () => {
    expect(table("SERIES", "express", "level", 2020, 2022, false)).toEqual([
      ["2020", expect.any(Number)],
      ["2021", "#N/A"],
      ["2022", expect.any(Number)],
    ]);
    const months = periods("total", "level", "2023-02 YTD", "2025-12 YTD", false);
    expect(months).not.toContain("2024-01 YTD");
    expect(months).toHaveLength(33);
  });

  test("says what works where there is nothing of its kind.", () => {
    const said = sentenceOf("SERIES", "physical", "level", "2014-01", "2026-12");
    expect(said).toMatch(/^#N\/A .*freq "ytd".*measure "single"/);
    expect(table("SERIES", "physical", "level", "2014-01", "2026-12", false, "ytd").length).toBeGreaterThan(
      20,
    );
    expect(table("SERIES", "physical", "single", "2014-01", "2026-12", false).length).toBeGreaterThan(20);
    open({ language: "zh-CN" });
    expect(sentenceOf("SERIES", "实物商品", null, "2014年1月", "2026年12月")).toMatch(
      /频率（freq）“累计”.*“当月值”/,
    );
    expect(periods("实物商品", "当月值", "2014年1月", null, false).length).toBeGreaterThan(20);
  });

  test("takes the kind of its periods from a word for a measure that says it.", () => {
    expect(periods("total", "累计值", null, null, false)).toContain("2025-03 YTD");
    expect(periods("total", "当月值", null, null, false)).toContain("2025-05");
    expect(periods("total", "当季值", null, null, false)).toContain("2025-Q2");
  });

  test("of several indicators is a column each, in the union of their periods.", () => {
    const [head, ...rows] = table(
      "SERIES",
      [["retail"], ["physical"]],
      "growth",
      "2025-03 YTD",
      "2025-08 YTD",
    );
    expect(head).toEqual([
      "Period",
      "Total retail sales of consumer goods, Growth",
      "Online retail sales of physical goods, Growth",
    ]);
    expect(rows).toHaveLength(6);
    for (const [period, retail, physical] of rows) {
      expect(retail).toBe(shown("GROWTH", "retail", period));
      expect(physical).toBe(shown("GROWTH", "physical", period));
    }
  });

  test("of several keeps the place of a name that is none, of a repeated one, and of one without a figure.", () => {
    const rows = table(
      "SERIES",
      [["total", "totl", "total", "new total"]],
      "level",
      "2025-11 YTD",
      "2026-02 YTD",
    );
    expect(rows[0]?.[2]).toBe("totl");
    expect(
      rows.slice(1).map((row) => row.slice(1).map((cell) => (typeof cell === "number" ? "figure" : cell))),
    ).toEqual([
      ["figure", "#VALUE!", "figure", "#N/A"],
      ["figure", "#VALUE!", "figure", "#N/A"],
      ["#N/A", "#VALUE!", "#N/A", "figure"],
    ]);
    expect(shown("SERIES", [["totl"], ["digitl"]])).toBe("#VALUE!");
    expect(sentenceOf("SERIES", Array(101).fill(["total"]))).toMatch(
      /^#VALUE! There are 101 indicators, more than 100/,
    );
  });

  test("puts stocks and flows into one row.", () => {
    const rows = table("SERIES", [["retail"], ["shoppers"]], "level", 2018, 2024, false);
    expect(rows.map(([period]) => period)).toEqual(["2018", "2019", "2020", "2021", "2022", "2023", "2024"]);
    expect(rows.at(-1)?.[2]).toBe(shown("VALUE", "shoppers", "2024"));
  });

  test("has the last day of each period as a date, in either date system, where dates are wanted.", () => {
    const day = Math.round((Date.UTC(2025, 11, 31) - Date.UTC(1899, 11, 30)) / 86_400_000);
    expect(table("SERIES", "total", "level", 2025, 2025, true, null, true)).toEqual([
      ["Last day", "Period", "National online retail sales (until 2025), Level"],
      [day, "2025", shown("VALUE", "total", 2025)],
    ]);
    const [, row] = json("SERIES", "total", "level", 2025, 2025, true, null, true) as unknown[][];
    expect(row?.[0]).toEqual({
      type: "FormattedNumber",
      basicType: "Double",
      basicValue: day,
      numberFormat: "yyyy-mm-dd",
    });
    open({ settings: { "ECOM.date1904": true } });
    expect(table("SERIES", "total", null, 2025, 2025, false, null, true)[0]?.[0]).toBe(day - 1462);
  });

  test("names periods in Chinese where the workbook is Chinese, and every name is read back.", () => {
    open({ settings: { "ECOM.language": "zh" } });
    const rows = table("SERIES", "total", "level", "2025年1—3月", null, false);
    expect(rows.map(([period]) => period).slice(0, 3)).toEqual(["2025年1—3月", "2025年1—4月", "2025年1—5月"]);
    expect(rows.at(-1)?.[0]).toBe("2025年1—12月");
    for (const [period, value] of rows) expect(shown("VALUE", "total", period)).toBe(value);
    expect(table("FIND", "数码", 1)[1]?.[4]).toBe("2025年1—11月");
    expect(shown("INFO", "数码", "latest")).toBe("2025年1—11月");
    open({ language: "zh-CN" });
    expect(periods("total", "level", "2025年1—3月", null, false)[0]).toBe("2025-03 YTD");
  });
});

test("RANK and EVENTS have a heading where one is asked for.", () => {
  expect(table("RANK", null, "2025-Q1", 1, true)[0]).toEqual(["Rank", "Label", "Growth", "Code"]);
  expect(table("EVENTS", null, 1, "是")[0]).toEqual(["Date", "Title", "Description", "Place", "Source"]);
  expect(table("EVENTS", null, 1)).toHaveLength(1);
});
