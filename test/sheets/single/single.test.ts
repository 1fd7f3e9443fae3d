import { indicators, latestPeriod } from "../../../src/dataset";
import type { IndicatorCode, Period } from "../../../src/dataset";
import { buildPlan } from "../../../src/sheets/buildPlan";
import type { SingleKind } from "../../../src/workbook/insertion";
import { faults } from "../invariants";

const kinds: SingleKind[] = ["formula", "value", "series", "table", "chart", "card"];
const circumstances = { language: "en", spills: true, cards: false } as const;

test("Every indicator can be inserted in every form, in both languages, live and as values.", () => {
  for (const indicator of indicators) {
    const period = latestPeriod(indicator) as Period;
    for (const kind of kinds) {
      for (const language of ["en", "zh"] as const) {
        for (const live of [true, false]) {
          const insertion = { kind, indicators: [indicator.code], period, live };
          const made = buildPlan(insertion, { ...circumstances, language, cards: live });
          const where = { code: indicator.code, kind, language, live };
          // The latest period may have growth only: then a figure is asked that is not there, and that is said.
          if (made.ok) expect({ ...where, faults: faults(made.value) }).toEqual({ ...where, faults: [] });
          else
            expect({ ...where, name: made.reason.name }).toEqual({
              ...where,
              name: indicator.code === "FOREIGN_TRADE_ZONE_SALES" ? "only-since" : "no-figure",
            });
        }
      }
    }
  }
});

test("Several indicators stand in one table, the largest first, and a chart draws them as sorted bars.", () => {
  const codes: IndicatorCode[] = ["SILKROAD_KH_HIKING_SHOES", "SILKROAD_VN_CASHEWS", "SILKROAD_MY_CANDIES"];
  const made = buildPlan({ kind: "chart", indicators: codes, period: "2025-Q1" as Period }, circumstances);
  if (!made.ok) throw new Error(made.reason.name);
  expect(made.value.charts[0]?.type).toBe("bar");
  expect(
    made.value.cells
      .find(({ at }) => at[0] === 1)
      ?.rows.slice(1)
      .map((row) => row[1]),
  ).toEqual([1.19, 0.695, 0.518]);
});

test("An indicator without a figure among several is named, and the others are inserted.", () => {
  const codes: IndicatorCode[] = ["DIGITAL_PRODUCTS", "SMART_ROBOTS"];
  const made = buildPlan({ kind: "table", indicators: codes, period: "2025-Q1" as Period }, circumstances);
  if (!made.ok) throw new Error(made.reason.name);
  expect(JSON.stringify(made.value.cells)).toContain("No figure: Online sales: smart robots");
});

test("A series over a definition break has an empty row there, so that no line joins the two.", () => {
  const insertion = { kind: "chart", indicators: ["ONLINE_RETAIL_TOTAL"], period: "2025" as Period } as const;
  const made = buildPlan(insertion, circumstances);
  if (!made.ok) throw new Error(made.reason.name);
  const rows = made.value.cells.find(({ at }) => at[0] === 1)?.rows ?? [];
  expect(rows.map((row) => row[0])).toEqual(expect.arrayContaining([2014, null, 2015]));
  expect(rows.find(([period]) => period === null)).toEqual([null, null, null]);
});

test("A host without spilling formulas gets the series as values.", () => {
  const insertion = {
    kind: "series",
    indicators: ["ONLINE_RETAIL_TOTAL"],
    period: "2025" as Period,
    live: true,
  } as const;
  const made = buildPlan(insertion, { ...circumstances, spills: false });
  if (!made.ok) throw new Error(made.reason.name);
  expect(made.value.spills).toEqual([]);
  expect(made.value.cells[0]?.rows.length).toBeGreaterThan(10);
  expect(made.value.cells[0]?.rows[0]).toEqual([
    "Period",
    "National online retail sales (until 2025), Value",
  ]);
});

test("The heading of a series, which names the indicator, has the room that it needs.", () => {
  const made = buildPlan(
    { kind: "series", indicators: ["ONLINE_RETAIL_PHYSICAL_SHARE"], period: "2025" as Period },
    circumstances,
  );
  if (!made.ok) throw new Error(made.reason.name);
  const heading = "Share of online physical goods in total retail sales, Share";
  const lines = Math.ceil(heading.length / (made.value.widths[1] ?? 0));
  expect(lines).toBeGreaterThan(1);
  expect(made.value.heights[0]).toMatchObject({ row: 0 });
  expect(made.value.heights[0]?.height).toBeGreaterThanOrEqual(lines * 14);
});

test("A computed figure is in italics and its heading says that it was computed.", () => {
  const insertion = {
    kind: "table",
    indicators: ["ONLINE_RETAIL_PHYSICAL"],
    period: "2025" as Period,
    measure: "difference",
  } as const;
  const made = buildPlan(insertion, circumstances);
  if (!made.ok) throw new Error(made.reason.name);
  expect(made.value.styles.some(({ style }) => style === "derived")).toBe(true);
  expect(JSON.stringify(made.value.cells[1]?.rows[0])).toContain("(computed, not published)");
});

test("A month that was published alone is not called computed, beside those that are.", () => {
  for (const kind of ["table", "series"] as const) {
    const insertion = {
      kind,
      indicators: ["TOTAL_RETAIL"],
      period: "2026-08" as Period,
      measure: "single",
      live: false,
    } as const;
    const made = buildPlan(insertion, circumstances);
    if (!made.ok) throw new Error(made.reason.name);
    const { cells, styles } = made.value;
    const block = cells.find(({ rows }) => rows.length > 10);
    const rowOf = (period: string): number =>
      (block?.at[0] ?? 0) + (block?.rows.findIndex(([name]) => name === period) ?? 0);
    const computed = (period: string): boolean =>
      styles.some(
        ({ area, style }) =>
          style === "derived" && area[0] <= rowOf(period) && rowOf(period) < area[0] + area[2],
      );
    expect([kind, computed("2022-12"), computed("2025-03")]).toEqual([kind, true, false]);
    expect(JSON.stringify(block?.rows[0])).toContain("(published, else computed)");
  }
});

test("A question that the data cannot answer comes back as its reason.", () => {
  const insertion = { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: "1999" as Period } as const;
  expect(buildPlan(insertion, circumstances)).toMatchObject({ ok: false, reason: { name: "no-figure" } });
});

describe("a Chinese table", () => {
  const table = (live: boolean) => {
    const made = buildPlan(
      { kind: "table", indicators: ["ONLINE_RETAIL_TOTAL"], period: "2025" as Period, live },
      { ...circumstances, language: "zh" },
    );
    if (!made.ok) throw new Error(made.reason.name);
    return made.value;
  };
  const rowOf = (live: boolean, year: number) =>
    table(live)
      .cells.flatMap(({ rows }) => rows)
      .find(([first]) => first === year);

  test("counts amounts in 亿元, live or not, with the decimals that were published.", () => {
    expect(table(false).cells.find(({ at }) => at[0] === 1)?.rows[0]?.[1]).toBe("数值，亿元");
    expect(rowOf(false, 2025)?.[1]).toBe(159722);
    expect(rowOf(true, 2025)?.[1]).toEqual({ formula: '=ECOM.VALUE("ONLINE_RETAIL_TOTAL","2025","yi")' });
    for (const live of [true, false]) expect(JSON.stringify(table(live).formats)).not.toMatch(/,,|#,##0\.00/);
  });
});

test("A period that is no year is a text: its code, in Chinese its name; its last day is a date where wanted.", () => {
  const made = (language: "en" | "zh", date1904: boolean) => {
    const plan = buildPlan(
      {
        kind: "table",
        indicators: ["TOTAL_RETAIL"],
        period: "2025" as Period,
        freq: "ytd",
        dates: true,
      },
      { ...circumstances, language, date1904 },
    );
    if (!plan.ok) throw new Error(plan.reason.name);
    return plan.value.cells.flatMap(({ rows }) => rows);
  };
  expect(
    made("en", false)
      .find(([first]) => first === "2025-08 YTD")
      ?.at(-1),
  ).toBe(45900);
  expect(
    made("zh", false)
      .find(([first]) => first === "2025年1—8月")
      ?.at(-1),
  ).toBe(45900);
  expect(
    made("en", true)
      .find(([first]) => first === "2025-08 YTD")
      ?.at(-1),
  ).toBe(45900 - 1462);
});

test("Single months and other kinds of periods are inserted as they are looked at.", () => {
  for (const [measure, freq, first] of [
    ["single", "month", "2025-03"],
    ["growth", "month", "2025-03"],
    ["level", "ytd", "2025-Q1"],
  ] as const) {
    const made = buildPlan(
      { kind: "chart", indicators: ["TOTAL_RETAIL"], period: "2025" as Period, measure, freq },
      circumstances,
    );
    if (!made.ok) throw new Error(made.reason.name);
    expect(made.value.cells.flatMap(({ rows }) => rows.map(([cell]) => cell))).toContain(first);
  }
});

test("Years are no series of a chart: what is drawn begins beside them.", () => {
  const made = buildPlan(
    { kind: "chart", indicators: ["TOTAL_RETAIL"], period: "2025" as Period },
    circumstances,
  );
  if (!made.ok) throw new Error(made.reason.name);
  const [chart] = made.value.charts;
  expect([chart?.categories[1], chart?.data[1]]).toEqual([0, 1]);
});

test("A title stands over its table's columns only, in as many lines as it needs.", () => {
  const made = buildPlan(
    { kind: "table", indicators: ["ONLINE_RETAIL_PHYSICAL_SHARE"], period: "2025" as Period },
    circumstances,
  );
  if (!made.ok) throw new Error(made.reason.name);
  expect(made.value.merges[0]).toEqual([0, 0, 1, made.value.columns]);
  expect(made.value.heights.find(({ row }) => row === 0)?.height).toBeGreaterThan(36);
});
