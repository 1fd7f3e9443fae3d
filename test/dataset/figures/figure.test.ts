import fc from "fast-check";
import {
  DEFAULT_REFERENCE,
  endOf,
  figure,
  firstPeriod,
  indicatorOf,
  latestPeriod,
  lengthOf,
  measuresOf,
  nearest,
  periodOf,
  periodsOf,
  valueMeasure,
  type IndicatorCode,
  type MeasureName,
  type Period,
} from "../../../src/dataset";

const ask = (code: IndicatorCode, period?: string, measure?: MeasureName, asof?: string) =>
  figure({ indicator: indicatorOf(code), period: period as Period | undefined, measure, asof });

test("Without a period the reference period is asked for, 2025-Q1 until another is chosen.", () => {
  expect(DEFAULT_REFERENCE).toBe("2025-Q1");
  expect(ask("DIGITAL_PRODUCTS", undefined, "growth")).toMatchObject({
    value: { period: "2025-Q1", value: 0.074 },
  });
  const other = figure({ indicator: indicatorOf("TOTAL_RETAIL"), reference: "2024" as Period });
  expect(other).toMatchObject({ value: { period: "2024" } });
});

test("Where the reference period has no figure there is none: never another period's.", () => {
  expect(ask("ONLINE_SHOPPERS")).toMatchObject({
    ok: false,
    reason: { name: "no-figure", period: "2025-Q1" },
  });
});

test("Several bodies: the statistics bureau's exact figure is chosen, the ministry's rounded one named.", () => {
  expect(ask("ONLINE_RETAIL_TOTAL")).toMatchObject({
    value: { value: 3_624_200_000_000, others: [{ obsValue: "3.6", qualifier: "exact", unitMult: 12 }] },
  });
});

test("A final figure is chosen before a provisional one, even where that was known alone before.", () => {
  expect(ask("EXPRESS_VOLUME", "2025", "level")).toMatchObject({
    value: { value: 198.95e9, provisional: false },
  });
  expect(ask("EXPRESS_VOLUME", "2025", "level", "2026-01-10")).toMatchObject({
    value: { value: 199e9, provisional: true },
  });
});

test("The latest period is the one with the latest end, the longest of those that end there.", () => {
  expect(ask("DIGITAL_PRODUCTS", "latest", "growth")).toMatchObject({
    value: { period: "2025-11 YTD", value: 0.082 },
  });
  expect(ask("TOTAL_RETAIL", "latest", "growth")).toMatchObject({ value: { period: "2026-08 YTD" } });
  expect(ask("DIGITAL_PRODUCTS", "latest", "growth", "2025-05-01")).toMatchObject({
    value: { period: "2025-Q1" },
  });
});

test("Before anything was released the latest period is none, and the first release is named.", () => {
  expect(ask("DIGITAL_PRODUCTS", "latest", "growth", "2020-01-01")).toMatchObject({
    reason: { name: "not-yet-released", period: "2025-Q1", released: "2025-04-21" },
  });
  expect(latestPeriod(indicatorOf("DIGITAL_PRODUCTS"), "2020-01-01")).toBeUndefined();
  expect(firstPeriod(indicatorOf("DIGITAL_PRODUCTS"))).toBe("2025-Q1");
});

test("A stock stands at the end of a month, whatever the period that ends with it.", () => {
  for (const period of ["2020-12", "2020", "2020-Q4", "2020-H2"]) {
    expect(ask("ONLINE_SHOPPERS", period)).toMatchObject({
      value: { value: 782_000_000, period: "2020-12" },
    });
  }
  expect(ask("SILKROAD_PARTNERS", "2024-06")).toMatchObject({ value: { value: 33 } });
});

test("A flow of another length that ends with the same month is not the figure.", () => {
  expect(ask("TOTAL_RETAIL", "2025-03", "level")).toMatchObject({ value: { value: 4_094_000_000_000 } });
  expect(ask("ONLINE_RETAIL_PHYSICAL", "2025-08")).toMatchObject({ reason: { name: "no-figure" } });
});

test("A month or quarter alone without a figure is told of the cumulative one that ends with it.", () => {
  expect(ask("ONLINE_RETAIL_PHYSICAL", "2025-08")).toMatchObject({
    reason: { nearest: "2025-08 YTD", cumulative: "2025-08 YTD" },
  });
  expect(ask("ONLINE_RETAIL_PHYSICAL", "2025-Q2")).toMatchObject({ reason: { cumulative: "2025-H1" } });
  expect(ask("DIGITAL_PRODUCTS", "2025-Q2", "growth")).not.toHaveProperty("reason.cumulative");
});

test("An ended series names its successor, whatever was asked after its end.", () => {
  for (const period of ["2026", "2026-Q1", "2026-08 YTD"]) {
    expect(ask("ONLINE_RETAIL_TOTAL", period, "growth")).toMatchObject({
      reason: { name: "series-ended", after: "2025-12", successor: "ONLINE_RETAIL_GOODS_SERVICES" },
    });
  }
});

test("A measure that is not published is told from a period without a figure.", () => {
  expect(ask("DIGITAL_PRODUCTS", undefined, "level")).toMatchObject({ reason: { name: "only-growth" } });
  expect(ask("ONLINE_RETAIL_PHYSICAL_SHARE", undefined, "growth")).toMatchObject({
    reason: { name: "no-growth", has: "share" },
  });
  expect(ask("TOTAL_RETAIL", undefined, "share")).toMatchObject({
    reason: { name: "no-measure", measure: "share" },
  });
});

test("The one measure beside growth is what value means.", () => {
  expect(valueMeasure(indicatorOf("TOTAL_RETAIL"))).toBe("level");
  expect(valueMeasure(indicatorOf("SILKROAD_PARTNERS"))).toBe("count");
  expect(valueMeasure(indicatorOf("DIGITAL_PRODUCTS"))).toBeUndefined();
  expect(measuresOf(indicatorOf("DIGITAL_PRODUCTS"))).toEqual(["growth"]);
  expect(measuresOf(indicatorOf("TOTAL_RETAIL"))).toEqual([
    "level",
    "growth",
    "computed growth",
    "difference",
    "index",
    "single",
    "chained",
  ]);
  expect(measuresOf(indicatorOf("ONLINE_RETAIL_PHYSICAL_SHARE"))).toEqual(["share", "difference"]);
});

test("The nearest period has the least months between the ends, then the same length, then is the earlier.", () => {
  const among = ["2024-Q1", "2024", "2024-12", "2025-02 YTD", "2025-H1", "2025-04"] as Period[];
  expect(nearest("2025-Q1" as Period, among)).toBe("2025-02 YTD");
  expect(nearest("2025-05" as Period, among)).toBe("2025-04");
  expect(nearest("2024-11" as Period, among)).toBe("2024-12");
  expect(nearest("2025-05" as Period, [])).toBeUndefined();
});

test("The nearest period agrees with a comparison of all.", () => {
  const list = periodsOf(indicatorOf("TOTAL_RETAIL"), "level", undefined);
  fc.assert(
    fc.property(fc.integer({ min: 2010, max: 2030 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const asked = periodOf(year, 1, month) as Period;
      const closest = nearest(asked, list) as Period;
      const far = (period: Period) => Math.abs(endOf(period) - endOf(asked));
      for (const other of list) {
        expect(far(closest)).toBeLessThanOrEqual(far(other));
        if (far(other) === far(closest) && lengthOf(other) === lengthOf(asked)) {
          expect(lengthOf(closest)).toBe(lengthOf(asked));
          expect(endOf(closest)).toBeLessThanOrEqual(endOf(other));
        }
      }
    }),
  );
});

test("A figure's note travels with it.", () => {
  const result = ask("AGRI_ONLINE_RETAIL", "2025", "level");
  if (!result.ok) throw new Error(result.reason.name);
  expect(result.value.caveats).toEqual([
    {
      en: "Published as 7833億1千万元, i.e. 7833.1 (100 million yuan)",
      zh: "原文为7833億1千万元，即7833.1亿元",
    },
  ]);
});
