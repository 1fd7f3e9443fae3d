import { indicators, latestPeriod } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import { buildPlan } from "../../../src/sheets/buildPlan";
import type { Plan } from "../../../src/sheets/plan";
import type { SingleKind } from "../../../src/workbook/insertion";
import { faults } from "../invariants";
import { allCells, singleOf } from "../plans";

const kinds: SingleKind[] = ["formula", "value", "series", "table", "chart", "card"];

test("Every indicator can be inserted in every form, in both languages, live and as values.", () => {
  for (const indicator of indicators) {
    const period = latestPeriod(indicator) as Period;
    for (const kind of kinds) {
      for (const language of ["en", "zh"] as const) {
        for (const live of [true, false]) {
          const insertion = { kind, indicators: [indicator.code], period, live };
          const plan = buildPlan(insertion, { language, spills: true, cards: live });
          const where = { code: indicator.code, kind, language, live };
          // Where the latest period has growth only, there is no figure, and that is said.
          if (plan.ok) expect({ ...where, faults: faults(plan.value) }).toEqual({ ...where, faults: [] });
          else
            expect({ ...where, name: plan.reason.name }).toEqual({
              ...where,
              name: indicator.code === "FOREIGN_TRADE_ZONE_SALES" ? "only-since" : "no-figure",
            });
        }
      }
    }
  }
});

/** The rows of a plan that lie below its title. */
const rowsBelowTitle = ({ cells }: Plan) => cells.find(({ at }) => at[0] === 1)?.rows ?? [];

test("Several indicators stand in one table, the largest first, and a chart draws them as sorted bars.", () => {
  const codes = ["SILKROAD_KH_HIKING_SHOES", "SILKROAD_VN_CASHEWS", "SILKROAD_MY_CANDIES"] as const;
  const plan = singleOf("chart", codes, "2025-Q1");
  expect(plan.charts[0]?.type).toBe("bar");
  const [, ...rows] = rowsBelowTitle(plan);
  expect(rows.map(([, growth]) => growth)).toEqual([1.19, 0.695, 0.518]);
});

test("An indicator without a figure among several is named, and the others are inserted.", () => {
  const { cells } = singleOf("table", ["DIGITAL_PRODUCTS", "SMART_ROBOTS"], "2025-Q1");
  expect(JSON.stringify(cells)).toContain("No figure: Online sales: smart robots");
});

test("A series over a definition break has an empty row there, so that no line joins the two.", () => {
  const rows = rowsBelowTitle(singleOf("chart", ["ONLINE_RETAIL_TOTAL"], "2025"));
  expect(rows.map(([period]) => period)).toEqual(expect.arrayContaining([2014, null, 2015]));
  expect(rows.find(([period]) => period === null)).toEqual([null, null, null]);
});

test("A host without spilling formulas gets the series as values.", () => {
  const more = { live: true };
  const { spills, cells } = singleOf("series", ["ONLINE_RETAIL_TOTAL"], "2025", { more, spills: false });
  expect(spills).toEqual([]);
  expect(cells[0]?.rows.length).toBeGreaterThan(10);
  expect(cells[0]?.rows[0]).toEqual(["Period", "National online retail sales (until 2025), Value"]);
});

test("The heading of a series, which names the indicator, has the room that it needs.", () => {
  const { widths, heights } = singleOf("series", ["ONLINE_RETAIL_PHYSICAL_SHARE"], "2025", { cards: false });
  const heading = "Share of online physical goods in total retail sales, Share";
  const lines = Math.ceil(heading.length / (widths[1] ?? 0));
  expect(lines).toBeGreaterThan(1);
  expect(heights[0]).toMatchObject({ row: 0 });
  expect(heights[0]?.height).toBeGreaterThanOrEqual(lines * 14);
});

test("A computed figure is in italics and its heading says that it was computed.", () => {
  const more = { measure: "difference" };
  const { styles, cells } = singleOf("table", ["ONLINE_RETAIL_PHYSICAL"], "2025", { more });
  expect(styles.some(({ style }) => style === "derived")).toBe(true);
  expect(JSON.stringify(cells[1]?.rows[0])).toContain("(computed, not published)");
});

test.each(["table", "series"] as const)(
  "A month that was published alone is not called computed, beside those that are: %s",
  (kind) => {
    const more = { measure: "single", live: false };
    const { cells, styles } = singleOf(kind, ["TOTAL_RETAIL"], "2026-08", { more });
    const months = cells.find(({ rows }) => rows.length > 10);
    const isComputed = (period: string): boolean => {
      const row = (months?.at[0] ?? 0) + (months?.rows.findIndex(([shown]) => shown === period) ?? 0);
      return styles.some(
        ({ area, style }) => style === "derived" && area[0] <= row && row < area[0] + area[2],
      );
    };
    expect([isComputed("2022-12"), isComputed("2025-03")]).toEqual([true, false]);
    expect(JSON.stringify(months?.rows[0])).toContain("(published, else computed)");
  },
);

test("A question that the data cannot answer comes back as its reason.", () => {
  const insertion = { kind: "formula", indicators: ["DIGITAL_PRODUCTS"], period: "1999" as Period } as const;
  const plan = buildPlan(insertion, { language: "en", spills: true, cards: false });
  expect(plan).toMatchObject({ ok: false, reason: { name: "no-figure" } });
});

test("A Chinese table counts amounts in 亿元, live or not, with the decimals that were published.", () => {
  const table = (live: boolean) =>
    singleOf("table", ["ONLINE_RETAIL_TOTAL"], "2025", { more: { live }, language: "zh" });
  const rowOf2025 = (live: boolean) => rowsBelowTitle(table(live)).find(([year]) => year === 2025);
  expect(rowsBelowTitle(table(false))[0]?.[1]).toBe("数值，亿元");
  expect(rowOf2025(false)?.[1]).toBe(159722);
  expect(rowOf2025(true)?.[1]).toEqual({ formula: '=ECOM.VALUE("ONLINE_RETAIL_TOTAL","2025","yi")' });
  for (const live of [true, false]) expect(JSON.stringify(table(live).formats)).not.toMatch(/,,|#,##0\.00/);
});

test.each([
  ["en", false, "2025-08 YTD", 45900],
  ["zh", false, "2025年1—8月", 45900],
  ["en", true, "2025-08 YTD", 45900 - 1462],
] as const)(
  "A period that is no year is a text, its last day a date where wanted (%s, since 1904: %s).",
  (language, date1904, period, day) => {
    const more = { freq: "ytd", dates: true };
    const plan = singleOf("table", ["TOTAL_RETAIL"], "2025", { more, language, date1904 });
    const rows = plan.cells.flatMap((block) => block.rows);
    expect(rows.find(([shown]) => shown === period)?.at(-1)).toBe(day);
  },
);

test.each([
  ["single", "month", "2025-03"],
  ["growth", "month", "2025-03"],
  ["level", "ytd", "2025-Q1"],
])("Kinds of periods are inserted as they are looked at: %s of each %s.", (measure, freq, period) => {
  const plan = singleOf("chart", ["TOTAL_RETAIL"], "2025", { more: { measure, freq } });
  expect(allCells(plan)).toContain(period);
});

test("Years are no series of a chart: what is drawn begins beside them.", () => {
  const [chart] = singleOf("chart", ["TOTAL_RETAIL"], "2025").charts;
  expect([chart?.categories[1], chart?.data[1]]).toEqual([0, 1]);
});

test("A title stands over its table's columns only, in as many lines as it needs.", () => {
  const { merges, heights, columns } = singleOf("table", ["ONLINE_RETAIL_PHYSICAL_SHARE"], "2025");
  expect(merges[0]).toEqual([0, 0, 1, columns]);
  expect(heights.find(({ row }) => row === 0)?.height).toBeGreaterThan(36);
});
