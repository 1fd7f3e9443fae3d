import { indicatorOf, indicators, measureNames, observationsOf, series, sources } from "../../../src/dataset";
import type { Figure, IndicatorCode, Language, MeasureName, Period } from "../../../src/dataset";
import { buildPlan } from "../../../src/sheets/buildPlan";
import { Cells, mostFormulas } from "../../../src/sheets/layout/cells";
import { withoutCommon } from "../../../src/sheets/layout/drawings";
import { isFormula, isNativeFormula } from "../../../src/sheets/plan";
import type { Cell, Plan } from "../../../src/sheets/plan";
import type { Area } from "../../../src/workbook/a1";
import type { CustomSheet, TemplateId } from "../../../src/workbook/insertion";
import { dealt, whole } from "../../dealt";
import { cellAt as at, texts } from "../cellsOf";
import { faults } from "../invariants";

const made = (
  template: TemplateId,
  period: string,
  { language = "en", live = false, own, asof }: Options = {},
): Plan => {
  const plan = buildPlan(
    { kind: "summary", template, period: period as Period, live, ...(own ? { own } : {}) },
    { language, asof, spills: true, cards: true },
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.reason));
  return plan.value;
};
interface Options {
  language?: Language;
  live?: boolean;
  own?: CustomSheet;
  asof?: string;
}
const block = (plan: Plan, [row, column, rows, columns]: Area): Cell[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => at(plan, row + r, column + c)),
  );
const chart = (plan: Plan, id: string): Plan["charts"][number] => {
  const found = plan.charts.find((one) => one.id === id);
  if (!found) throw new Error(`no chart ${id}`);
  return found;
};

const periods = [
  ...new Set(indicators.flatMap(({ code }) => observationsOf(code).map(({ period }) => period))),
];

describe.each(["retail", "tradein", "services"] as const)("the template %s", (template) => {
  test("gives a whole page for every period of the data, or says that nothing was known by then.", () => {
    let pages = 0;
    for (const period of dealt(periods, 3)) {
      for (const [language, live] of [
        ["en", true],
        ["zh", false],
      ] as const) {
        const plan = buildPlan(
          { kind: "summary", template, period, live },
          { language, spills: true, cards: true },
        );
        if (plan.ok) pages += 1;
        const found = plan.ok ? faults(plan.value) : [plan.reason.name];
        expect({ period, language, found }).toEqual({
          period,
          language,
          found: plan.ok ? [] : ["no-growth-in-period"],
        });
      }
    }
    expect(pages).toBeGreaterThan(whole ? 100 : 33);
  });

  test("says in Chinese everything that has a Chinese form.", () => {
    const plan = made(template, "2025", { language: "zh" });
    const titles = new Set(plan.links.map(({ at: cell }) => at(plan, ...cell)));
    const english = texts(plan).filter((text) => /[a-z]{4,}/.test(text) && !titles.has(text));
    // Names of those who carried a text have no Chinese form, and titles stay as they are.
    const named = new Set(sources.map(({ title }) => title));
    const allowed = /^\d+ {2}|ECOM for Excel|electronic bills/;
    expect(english.filter((text) => !named.has(text) && !allowed.test(text))).toEqual([]);
  });

  test("knows no figure that was released after the workbook's data date.", () => {
    expect(
      texts(made(template, "2025", { asof: "2025-06-30" })).some((text) => /January 2026/.test(text)),
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
      const plan = made(template, period, { language });
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
  const plan = made("retail", "2026-08 YTD");

  test("is drawn as two series of columns and two lines, none of which has a figure on both sides.", () => {
    const { data, series } = chart(plan, "months");
    const rows = block(plan, data);
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
    expect(block(plan, chart(plan, "years").data).map(([label]) => label)).not.toContain("2026");
  });
});

test("The years are drawn on one basis, as SERIES gives them; the published ones stand in the table, 2014 there alone.", () => {
  const plan = made("retail", "2025");
  const [[, head] = [], ...rows] = block(plan, chart(plan, "years").data);
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
  expect(plan.cells.flatMap(({ rows }) => rows.flat())).toContain(15_522_500_000_000);
  expect(texts(plan)).toContain("2014 (narrower scope)");
  expect(
    texts(plan).some((text) => /^The columns of the years are derived: the level of 2025/.test(text)),
  ).toBe(true);
});

test("A page of one's own says why computed growth is blank: levels of two bases, with both numbers and what works.", () => {
  const own = {
    indicators: ["ONLINE_RETAIL_PHYSICAL"],
    measures: ["level", "computed growth"],
    freq: "annual",
    charts: false,
  } as const;
  const said = texts(made("own", "2025", { own })).find((text) => /left blank for/.test(text));
  expect(said).toMatch(
    /computed.*: left blank for 2016, .*2025\. .*levels give \+0\.1%, published growth \+5\.2%: two bases\. Use ECOM\.GROWTH/i,
  );
  const plain = { ...own, measures: ["level", "growth"] } as const;
  expect(texts(made("own", "2025", { own: plain })).some((text) => /left blank/.test(text))).toBe(false);
});

test("Every page says how far the data reach, and of when they are.", () => {
  expect(texts(made("quarter", "2025-Q1", { asof: "2025-04-18" }))).toContainEqual(
    expect.stringMatching(/^Official figures, newest of Q1 2025, as known on 18 April 2025 · /),
  );
});

test("Pages of later periods than the recorded steps say that these are not recorded; earlier ones do not.", () => {
  const said = (period: string, language: "en" | "zh" = "en") =>
    texts(made("services", period, { language })).filter((text) => /not recorded|未收录/.test(text));
  expect(said("2025-Q1")).toEqual([]);
  expect(said("2025-H1")).toEqual(["Policy steps after April 2025 are not recorded here."]);
  expect(said("2026-08 YTD", "zh")).toEqual(["未收录2025年4月以后的政策与动态。"]);
  expect(texts(made("quarter", "2026-08 YTD"))).toContain(
    "Policy steps after April 2025 are not recorded here.",
  );
});

test("The share of retail has a label at each year, with the decimals published.", () => {
  const [series] = chart(made("retail", "2025"), "share").series;
  expect(series?.labels).toBe("0.0%");
});

test("All figures of a live page are formulas, and its header says so of what stands there at any time.", () => {
  const plan = made("retail", "2025", { live: true });
  const cells = plan.cells.flatMap(({ rows }) => rows.flat());
  expect(cells.filter(isFormula).length).toBeGreaterThan(100);
  for (const { area } of plan.tables) {
    const values = block(plan, area)
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
  expect(texts(made("retail", "2025-Q2")).some((text) => text.startsWith("Q2 2025 was asked for"))).toBe(
    true,
  );
});

test("A theme's page names the period of every figure, and how many are of the period itself.", () => {
  const plan = made("tradein", "2025-Q1");
  // Only what is of the period itself stands in a tile.
  expect([at(plan, 9, 1), at(plan, 9, 2)]).toEqual(["Q1 2025", null]);
  expect(
    texts(plan).some((text) => /For January to March 2025 itself, 1 of these \d+ indicators/.test(text)),
  ).toBe(true);
});

test("A chart of bars holds growth of one period only, sorted.", () => {
  for (const template of ["tradein", "services"] as const) {
    const plan = made(template, "2025");
    for (const one of plan.charts.filter(({ type }) => type === "bar")) {
      const rates = block(plan, one.data)
        .slice(1)
        .map((row) => Number(row[1]));
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
      expect(one.title).toMatch(/20\d\d$/);
    }
  }
});

describe("a page of one's own", () => {
  const choice = (
    codes: IndicatorCode[],
    measures: MeasureName[],
    freq: CustomSheet["freq"],
  ): CustomSheet => ({
    indicators: codes,
    measures,
    freq,
    charts: true,
  });

  test("is whole for any indicators and measures, or says why there is none.", () => {
    const sets: IndicatorCode[][] = [
      ["ONLINE_RETAIL_TOTAL"],
      ["SILKROAD_PARTNERS"],
      ["ONLINE_RETAIL_PHYSICAL", "TOTAL_RETAIL", "EXPRESS_VOLUME", "ONLINE_SHOPPERS"],
      indicators.map(({ code }) => code),
    ];
    for (const codes of sets) {
      for (const freq of ["annual", "ytd", "quarter", "month"] as const) {
        for (const measures of [["growth", "level"], ["index", "single"], measureNames] as MeasureName[][]) {
          const plan = buildPlan(
            {
              kind: "summary",
              template: "own",
              period: "2025" as Period,
              live: true,
              own: choice(codes, measures, freq),
            },
            { language: "en", spills: true, cards: true },
          );
          const found = plan.ok ? faults(plan.value) : [];
          expect({ codes: codes.length, freq, measures, found }).toEqual({
            codes: codes.length,
            freq,
            measures,
            found: [],
          });
        }
      }
    }
  });

  test("keeps amounts of different units in tables of their own.", () => {
    const own = choice(["ONLINE_RETAIL_PHYSICAL", "EXPRESS_VOLUME"], ["level"], "annual");
    expect(made("own", "2025", { own }).tables).toHaveLength(2);
  });

  test("shows level and growth of one indicator as columns with a line.", () => {
    const own = choice(["ONLINE_RETAIL_PHYSICAL"], ["level", "growth"], "annual");
    expect(made("own", "2025", { own }).charts.map(({ type }) => type)).toEqual(["column-line"]);
  });

  test("compares in a chart only sums of one length, a place for every year.", () => {
    const own = choice(["ONLINE_RETAIL_PHYSICAL"], ["level"], "ytd");
    const plan = made("own", "2025-Q1", { own });
    expect(plan.charts.map(({ title }) => title)).toEqual([
      "Physical goods, January to March",
      "Physical goods, full years",
    ]);
    const years = (id: string): Cell[] =>
      block(plan, chart(plan, id).data)
        .slice(1)
        .map(([label]) => label ?? null);
    expect(years("parta")).toEqual(Array.from({ length: 10 }, (_, index) => String(2016 + index)));
    expect(years("partayears")).toEqual(Array.from({ length: 10 }, (_, index) => String(2015 + index)));
  });

  test("says what is not drawn because one or two points are no course.", () => {
    const own = choice(["DIGITAL_PRODUCTS", "ONLINE_RETAIL_PHYSICAL"], ["growth"], "ytd");
    const plan = made("own", "2025-Q1", { own });
    expect(texts(plan).some((text) => text.includes("Too few figures to draw: Digital products."))).toBe(
      true,
    );
  });

  test("marks computed figures in the heading and in italics.", () => {
    const plan = made("own", "2025", {
      own: choice(["ONLINE_RETAIL_PHYSICAL"], ["computed growth"], "annual"),
    });
    expect(plan.styles.some(({ style }) => style === "derived")).toBe(true);
    expect(texts(plan).some((text) => text.startsWith("Computed growth (not published)"))).toBe(true);
  });

  test("names what was chosen and has no figure.", () => {
    const own = choice(["DIGITAL_PRODUCTS", "ONLINE_RETAIL_FOOD", "SILKROAD_PARTNERS"], ["growth"], "ytd");
    expect(texts(made("own", "2025", { own }))).toContain(
      "Growth: no figure in this range for Silk Road e-commerce partner countries.",
    );
  });

  test("asks for an index by its place in the whole series, so that its base is the same.", () => {
    const own = { ...choice(["TOTAL_RETAIL"], ["index"], "annual"), from: "2020" as Period };
    const plan = made("own", "2024", { live: true, own });
    const formulas = plan.cells.flatMap(({ rows }) => rows.flat()).filter(isFormula);
    expect(formulas.at(-1)?.formula).toMatch(
      /^=INDEX\(ECOM\.SERIES\("TOTAL_RETAIL","index","2020","2024",FALSE,"annual"\),\d+,2\)$/,
    );
  });

  test("without a choice is refused with what is missing.", () => {
    const plan = buildPlan(
      { kind: "summary", template: "own", period: "2025" as Period, live: true },
      { language: "en", spills: true, cards: true },
    );
    expect(plan).toMatchObject({ ok: false, reason: { name: "missing-argument" } });
  });
});

test("Cells are formulas while there is room, then values, and those are counted.", () => {
  const cells = new Cells(true);
  const figure = {
    value: 1,
    measure: "growth",
    period: "2025",
    indicator: { code: "TOTAL_RETAIL" },
  } as unknown as Figure;
  const all = Array.from({ length: mostFormulas + 2 }, () => cells.of(figure));
  expect(all.filter(isFormula)).toHaveLength(mostFormulas);
  expect([all.at(-1), cells.values]).toEqual([1, 2]);
});

describe("the author's own words", () => {
  const page = (author: Record<string, string>) => {
    const plan = buildPlan(
      { kind: "summary", template: "retail", period: "2025-Q1" as Period, live: false },
      { language: "en", spills: true, cards: true, author },
    );
    if (!plan.ok) throw new Error(plan.reason.name);
    return plan.value;
  };
  const remarksHeight = (plan: Plan) => plan.heights.find(({ row }) => row === 2)?.height ?? 0;

  test("stand as title and remarks, on the first printed page only, in as many lines as they need.", () => {
    const plan = page({ title: '="Note of "&J1', remarks: "One\nTwo\nThree" });
    expect(at(plan, 0, 0)).toEqual({ formula: '="Note of "&J1' });
    expect(at(plan, 2, 1)).toBe("One\nTwo\nThree");
    expect(plan.print?.titleRows).toEqual([0, 2]);
    expect(remarksHeight(plan)).toBeGreaterThan(remarksHeight(page({})));
    expect(page({ remarks: "x".repeat(9000) }).rows).toBe(page({}).rows);
    expect(remarksHeight(page({ remarks: "x".repeat(9000) }))).toBeLessThanOrEqual(409);
  });

  test("have a place on every template.", () => {
    for (const template of ["quarter", "retail", "tradein", "services"] as const)
      expect(made(template, "2025").author?.map(({ place }) => place)).toEqual(["title", "remarks"]);
  });
});

test("A page of one's own bears the title that was chosen.", () => {
  const own: CustomSheet = {
    indicators: ["TOTAL_RETAIL"],
    measures: ["single"],
    freq: "month",
    charts: true,
    title: "Shops, month by month",
  };
  const plan = made("own", "2025-08", { own });
  expect(at(plan, 0, 0)).toBe("Shops, month by month");
  expect(plan.charts).toHaveLength(1);
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
          expect(block(plan.value, categories).flat()).not.toContain(language === "en" ? "break" : "间断");
      }
});

test("An amount of a Chinese page stands in 亿元 or 万 with the decimals published, and never in 万亿.", () => {
  for (const template of ["quarter", "retail"] as const) {
    const plan = made(template, "2025", { language: "zh" });
    const titles = new Set(sources.map(({ title }) => title));
    expect(
      texts(plan).filter((text) => /万亿/.test(text) && !/公布为/.test(text) && !titles.has(text)),
    ).toEqual([]);
    expect(JSON.stringify(plan.formats)).not.toMatch(/0\\\\\.0|,,/);
  }
});

test("Bars drop what all their names begin with.", () => {
  expect(withoutCommon(["Trade-in: mobile phones", "Trade-in: televisions"])).toEqual([
    "Mobile phones",
    "Televisions",
  ]);
  expect(withoutCommon(["以旧换新销售：冰箱", "以旧换新销售：手机"])).toEqual(["冰箱", "手机"]);
  expect(withoutCommon(["Trade-in: mobile phones", "Televisions"])).toEqual([
    "Trade-in: mobile phones",
    "Televisions",
  ]);
  expect(withoutCommon(["Trade-in: mobile phones"])).toEqual(["Trade-in: mobile phones"]);
});
