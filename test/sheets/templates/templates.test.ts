import { indicatorOf, indicators, observationsOf, series, sources } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import { buildPlan } from "../../../src/sheets/buildPlan";
import { isFormula, isNativeFormula } from "../../../src/sheets/plan";
import { dealt, whole } from "../../dealt";
import { faults } from "../invariants";
import { allCells, cellAt, cellsIn, chartOf, pageOf, texts } from "../plans";

const periods = [
  ...new Set(indicators.flatMap(({ code }) => observationsOf(code).map(({ period }) => period))),
];

describe.each(["retail", "tradein", "services"] as const)("the template %s", (template) => {
  test("gives a whole page for every period of the data, or says that nothing was known by then.", () => {
    let pages = 0;
    for (const period of dealt(periods, 6)) {
      for (const [language, live] of [
        ["en", true],
        ["zh", false],
      ] as const) {
        const plan = buildPlan(
          { kind: "summary", template, period, live },
          { language, spills: true, cards: true },
        );
        if (plan.ok) pages += 1;
        const wrong = plan.ok ? faults(plan.value) : [plan.reason.name];
        expect([period, language, ...wrong]).toEqual(
          plan.ok ? [period, language] : [period, language, "no-growth-in-period"],
        );
      }
    }
    expect(pages).toBeGreaterThan(whole ? 100 : 16);
  });

  test("says in Chinese everything that has a Chinese form.", () => {
    const plan = pageOf(template, "2025", { language: "zh" });
    const titles = new Set(plan.links.map(({ at: cell }) => cellAt(plan, ...cell)));
    const english = texts(plan).filter((text) => /[a-z]{4,}/.test(text) && !titles.has(text));
    // Titles stay in their language, and names of relays have no Chinese form.
    const named = new Set(sources.map(({ title }) => title));
    const allowed = /^\d+ {2}|ECOM for Excel|electronic bills/;
    expect(english.filter((text) => !named.has(text) && !allowed.test(text))).toEqual([]);
  });

  test("knows no figure that was released after the workbook's data date.", () => {
    expect(
      texts(pageOf(template, "2025", { asof: "2025-06-30" })).some((text) => /January 2026/.test(text)),
    ).toBe(false);
  });
});

test.each([
  ["quarter", "2025"],
  ["quarter", "2025-Q1"],
  ["retail", "2025-Q1"],
  ["retail", "2026-08 YTD"],
  ["tradein", "2025-Q1"],
  ["services", "2025-Q1"],
] as const)(
  "Printed, %s of %s parts no chart, no head from its rows and no heading from what it heads.",
  (template, period) => {
    for (const language of ["en", "zh"] as const) {
      const plan = pageOf(template, period, { language });
      const breaks = plan.print?.breaks ?? [];
      expect(breaks.length).toBeGreaterThan(0);
      for (const row of breaks) {
        const charts = plan.charts.filter(({ area }) => row > area[0] - 2 && row < area[0] + area[2]);
        const tables = plan.tables.filter(({ area }) => row > area[0] && row < area[0] + 4);
        const heads = plan.styles.filter(
          ({ area, style }) => style === "heading" && row > area[0] && row < area[0] + 3,
        );
        expect({ row, charts, tables, heads }).toEqual({ row, charts: [], tables: [], heads: [] });
      }
    }
  },
);

describe("online retail across the break of 2026", () => {
  const plan = pageOf("retail", "2026-08 YTD");

  test("is drawn as two series of columns and two lines, none of which has a figure on both sides.", () => {
    const { data, series } = chartOf(plan, "months");
    const rows = cellsIn(plan, data);
    const gap = rows.findIndex(([label]) => label === null);
    expect(series.map(({ as = "column" }) => as)).toEqual(["column", "line", "column", "line"]);
    expect(rows[gap]?.slice(1).every((cell) => cell === null)).toBe(true);
    for (let column = 1; column <= 4; column += 1) {
      const before = rows.slice(1, gap).some((row) => row[column] !== null);
      const after = rows.slice(gap + 1).some((row) => row[column] !== null);
      expect([before, after]).toEqual(column <= 2 ? [true, false] : [false, true]);
    }
  });

  test("is told in words at the chart, at the table and in the notes.", () => {
    expect(texts(plan).filter((text) => /scope/.test(text)).length).toBeGreaterThanOrEqual(4);
  });

  test("has no yearly figure of the new series.", () => {
    expect(cellsIn(plan, chartOf(plan, "years").data).map(([label]) => label)).not.toContain("2026");
  });
});

test("The years are drawn on one basis, as SERIES gives them; the published ones stand in the table, 2014 there alone.", () => {
  const plan = pageOf("retail", "2025");
  const [[, head] = [], ...rows] = cellsIn(plan, chartOf(plan, "years").data);
  expect(head).toBe("Sales on the basis of 2025, derived, trillion yuan");
  const answer = series({
    indicator: indicatorOf("ONLINE_RETAIL_TOTAL"),
    measure: "chained",
    freq: "annual",
  });
  const given = answer.ok
    ? answer.value.points.flatMap(({ period, figure }) => (figure ? [[period, figure.value / 1e12]] : []))
    : [];
  expect(rows.map(([label, level]) => [label, level])).toEqual(given);
  expect(given[0]?.[0]).toBe("2015");
  // 2024: 15.97 trillion of 2025 less 8.6 percent, not the 15.52 that were published.
  expect(Number(rows.at(-2)?.[1])).toBeCloseTo(15.9722 / 1.086, 9);
  expect(allCells(plan)).toContain(15_522_500_000_000);
  expect(texts(plan)).toContain("2014 (narrower scope)");
  expect(
    texts(plan).some((text) => /^The columns of the years are derived: the level of 2025/.test(text)),
  ).toBe(true);
});

test("Every page says how far the data reach, and of when they are.", () => {
  expect(texts(pageOf("quarter", "2025-Q1", { asof: "2025-04-18" }))).toContainEqual(
    expect.stringMatching(/^Official figures, newest of Q1 2025, as known on 18 April 2025 · /),
  );
});

test("Pages of later periods than the recorded steps say that these are not recorded; earlier ones do not.", () => {
  const said = (period: string, language: "en" | "zh" = "en") =>
    texts(pageOf("services", period, { language })).filter((text) => /not recorded|未收录/.test(text));
  expect(said("2025-Q1")).toEqual([]);
  expect(said("2025-H1")).toEqual(["Policy steps after April 2025 are not recorded here."]);
  expect(said("2026-08 YTD", "zh")).toEqual(["未收录2025年4月以后的政策与动态。"]);
  expect(texts(pageOf("quarter", "2026-08 YTD"))).toContain(
    "Policy steps after April 2025 are not recorded here.",
  );
});

test("The share of retail has a label at each year, with the decimals published.", () => {
  const [series] = chartOf(pageOf("retail", "2025"), "share").series;
  expect(series?.labels).toBe("0.0%");
});

test("All figures of a live page are formulas, and its header says so of what stands there at any time.", () => {
  const plan = pageOf("retail", "2025", { live: true });
  const cells = allCells(plan);
  expect(cells.filter(isFormula).length).toBeGreaterThan(100);
  for (const { area } of plan.tables) {
    const values = cellsIn(plan, area)
      .slice(1)
      .flatMap((row) => row.slice(1, -1));
    expect(values.filter((value) => typeof value === "number")).toEqual([]);
  }
  const header = cells.find(isNativeFormula);
  expect(header?.areas).toHaveLength(2);
  expect(header?.looking).toMatch(/figures are live formulas, charts draw values"\)\)$/);
  expect(texts(plan).some((text) => /live formulas of ours/.test(text))).toBe(false);
});

test("A quarter alone is answered with the sums from January, and that is said.", () => {
  expect(texts(pageOf("retail", "2025-Q2")).some((text) => text.startsWith("Q2 2025 was asked for"))).toBe(
    true,
  );
});

test("A theme's page names the period of every figure, and how many are of the period itself.", () => {
  const plan = pageOf("tradein", "2025-Q1");
  // Tiles show figures of the period itself only.
  expect([cellAt(plan, 9, 1), cellAt(plan, 9, 2)]).toEqual(["Q1 2025", null]);
  expect(
    texts(plan).some((text) => /For January to March 2025 itself, 1 of these \d+ indicators/.test(text)),
  ).toBe(true);
});

test("A chart of bars holds growth of one period only, sorted.", () => {
  for (const template of ["tradein", "services"] as const) {
    const plan = pageOf(template, "2025");
    for (const { data, title } of plan.charts.filter(({ type }) => type === "bar")) {
      const rates = cellsIn(plan, data)
        .slice(1)
        .map((row) => Number(row[1]));
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
      expect(title).toMatch(/20\d\d$/);
    }
  }
});

test("No heading stands over nothing, and a break is no name on an axis, whatever the period.", () => {
  for (const template of ["quarter", "retail", "tradein", "services"] as const)
    for (const period of ["2014", "2016-Q1", "2023-H1", "2025", "2025-Q1", "2026-08 YTD"])
      for (const language of ["en", "zh"] as const) {
        const plan = buildPlan(
          { kind: "summary", template, period: period as Period, live: false },
          { language, spills: true, cards: true },
        );
        if (!plan.ok) continue;
        expect(texts(plan.value).filter((text) => /^Too few figures|^截至该时期.*过少/.test(text))).toEqual(
          [],
        );
        for (const { categories } of plan.value.charts)
          expect(cellsIn(plan.value, categories).flat()).not.toContain(language === "en" ? "break" : "间断");
      }
});

test("An amount of a Chinese page stands in 亿元 or 万 with the decimals published, and never in 万亿.", () => {
  for (const template of ["quarter", "retail"] as const) {
    const plan = pageOf(template, "2025", { language: "zh" });
    const titles = new Set(sources.map(({ title }) => title));
    expect(
      texts(plan).filter((text) => /万亿/.test(text) && !/公布为/.test(text) && !titles.has(text)),
    ).toEqual([]);
    expect(JSON.stringify(plan.formats)).not.toMatch(/0\\\\\.0|,,/);
  }
});
