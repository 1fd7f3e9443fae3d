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
  // Levels on one basis name its year; in TABLE each row names its own.
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
    const args = [code, "level", null, null, false, "all"];
    if (!Array.isArray(shown("SERIES", ...args))) continue;
    const rows = json("SERIES", ...args) as [string, { basicValue: number; numberFormat: string }][];
    const cells = rows.map(([, cell]) => cell);
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
    const both = [["retail"], ["physical"]];
    const [head, ...rows] = table("SERIES", both, "growth", "2025-03 YTD", "2025-08 YTD");
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
    const names = [["total", "totl", "total", "new total"]];
    const [head, ...rows] = table("SERIES", names, "level", "2025-11 YTD", "2026-02 YTD");
    expect(head?.[2]).toBe("totl");
    const kinds = rows.map(([, ...cells]) =>
      cells.map((cell) => (typeof cell === "number" ? "figure" : cell)),
    );
    expect(kinds).toEqual([
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
