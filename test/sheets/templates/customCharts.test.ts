import type { IndicatorCode, Language, MeasureName } from "../../../src/dataset";
import type { PlanChart } from "../../../src/sheets/plan";
import type { ChartKind, CustomSheet } from "../../../src/workbook/insertion";
import { faults } from "../invariants";
import { choice, customPage } from "../plans";

const kinds: readonly (ChartKind | undefined)[] = [undefined, "columns", "lines", "none"];
const several: readonly IndicatorCode[] = ["ONLINE_RETAIL_PHYSICAL", "TOTAL_RETAIL", "EXPRESS_VOLUME"];

function chartsOf(own: Partial<CustomSheet>, language: Language = "en"): readonly PlanChart[] {
  const chosen = { ...choice(several, ["level", "growth"], "ytd"), ...own };
  const plan = customPage(chosen, chosen.freq === "annual" ? "2025" : "2025-08 YTD", language);
  expect(faults(plan)).toEqual([]);
  return plan.charts;
}

const measured = (charts: readonly PlanChart[], measure: string): string[] =>
  charts.filter(({ title }) => title.toLowerCase().includes(measure)).map(({ type }) => type);

describe("the charts of a page of one's own", () => {
  test.each(["en", "zh"] as const)("are whole in every choice of kinds (%s)", (language) => {
    for (const indicators of [several.slice(0, 1), several])
      for (const freq of ["annual", "ytd"] as const)
        for (const level of kinds)
          for (const growth of kinds) {
            const drawn = { ...(level ? { level } : {}), ...(growth ? { growth } : {}) };
            const charts = chartsOf({ indicators, freq, drawn }, language);
            expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
            if (level === "none" && growth === "none") expect(charts).toEqual([]);
            else expect(charts.length).toBeGreaterThan(0);
          }
  });

  test("of several indicators are of the kind that was chosen for their measure.", () => {
    for (const [kind, type] of [
      ["columns", "column"],
      ["lines", "line"],
    ] as const) {
      const charts = chartsOf({ freq: "annual", drawn: { level: kind, growth: kind } });
      expect(new Set(charts.map((chart) => chart.type))).toEqual(new Set([type]));
    }
    const charts = chartsOf({ freq: "annual", drawn: { growth: "none" } });
    expect(measured(charts, "growth")).toEqual([]);
    expect(measured(charts, "value").length).toBeGreaterThan(0);
  });

  test("of one indicator are one for each measure that was given a kind.", () => {
    const indicators = several.slice(0, 1);
    const types = (drawn: Partial<Record<MeasureName, ChartKind>>) =>
      chartsOf({ indicators, freq: "annual", drawn }).map(({ type }) => type);
    expect(types({})).toEqual(["column-line"]);
    expect(types({ level: "lines", growth: "columns" })).toEqual(["line", "column"]);
    expect(types({ level: "columns", growth: "none" })).toEqual(["column"]);
  });

  test("leave out the indicators that only the tables are to show.", () => {
    const all = chartsOf({ freq: "annual" });
    const left = chartsOf({ freq: "annual", undrawn: ["TOTAL_RETAIL"] });
    const lines = (charts: readonly PlanChart[]) => charts.flatMap(({ series }) => series).length;
    expect(lines(left)).toBeLessThan(lines(all));
  });
});
