import { indicators, measuresOf, series } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import { buildPlan } from "../../../src/sheets/buildPlan";
import type { Circumstances } from "../../../src/sheets/circumstances";
import type { Insertion } from "../../../src/workbook/insertion";
import { cases } from "../../sheets/cases";
import { choice, pageOf, planOf } from "../../sheets/plans";
import { mixesOf, sheetOfPlan } from "./sheets";

describe("what we insert ourselves gives no finding", () => {
  const circumstances: Circumstances = { language: "en", spills: true, cards: true };

  test.each(Object.keys(cases))("%s", (name) => {
    const { insertion, circumstances: given } = cases[name]!;
    for (const live of [true, false]) {
      const plan = planOf({ ...insertion, live } as Insertion, given);
      expect(mixesOf(sheetOfPlan(plan))).toEqual([]);
    }
  });

  test("every indicator's series, table, chart and formula in every measure.", () => {
    let looked = 0;
    for (const indicator of indicators) {
      for (const measure of measuresOf(indicator)) {
        const course = series({ indicator, measure });
        const period = course.ok ? course.value.points.at(-1)?.period : undefined;
        if (period === undefined) continue;
        for (const kind of ["formula", "series", "table", "chart"] as const) {
          const plan = buildPlan(
            { kind, indicators: [indicator.code], period, measure, live: true },
            circumstances,
          );
          if (!plan.ok) continue;
          looked += 1;
          const what = [indicator.code, measure, kind];
          expect([...what, ...mixesOf(sheetOfPlan(plan.value))]).toEqual(what);
        }
      }
    }
    expect(looked).toBeGreaterThan(500);
  });

  test("tables of several indicators with a figure for a quarter, and the summary of any period.", () => {
    let looked = 0;
    for (const period of ["2025-Q1", "2024", "2016", "2025-08 YTD", "2026-08 YTD"] as Period[]) {
      const all = indicators.map(({ code }) => code);
      for (const insertion of [
        { kind: "table", indicators: all, period, live: true },
        { kind: "formula", indicators: all, period, live: true },
        ...(["quarter", "retail", "tradein", "services"] as const).map((template) => ({
          kind: "summary",
          template,
          period,
          live: true,
        })),
      ] as Insertion[]) {
        const plan = buildPlan(insertion, circumstances);
        // Not every page has figures for every period.
        if (!plan.ok && insertion.kind === "summary") continue;
        if (!plan.ok) throw new Error(JSON.stringify(plan.reason));
        looked += 1;
        const what = [insertion.kind, period];
        expect([...what, ...mixesOf(sheetOfPlan(plan.value))]).toEqual(what);
      }
    }
    expect(looked).toBeGreaterThan(20);
  });

  test("a custom sheet, in every kind of periods.", () => {
    for (const freq of ["annual", "quarter", "month", "ytd"] as const) {
      const own = choice(
        ["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_GOODS_SERVICES", "DIGITAL_PRODUCTS"],
        ["level", "growth"],
        freq,
      );
      const plan = pageOf("own", "2026-08 YTD", { own, live: true });
      expect([freq, ...mixesOf(sheetOfPlan(plan))]).toEqual([freq]);
    }
  });
});
