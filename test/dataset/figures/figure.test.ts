import fc from "fast-check";
import {
  DEFAULT_REFERENCE,
  endOf,
  figure,
  firstPeriod,
  indicatorOf,
  indicators,
  latestPeriod,
  lengthOf,
  measuresOf,
  nearest,
  observationsOf,
  periodOf,
  periodsOf,
  valueMeasure,
  type IndicatorCode,
  type MeasureName,
  type Period,
} from "../../../src/dataset";
import {
  bestFirst,
  csv,
  lastDayOf,
  monthsOf,
  nameOf,
  observations,
  sameFigure,
  valueOf,
  type CsvRow,
} from "../rows";

const measureOf: Record<string, MeasureName> = {
  LEVEL: "level",
  YOY_GROWTH: "growth",
  SHARE: "share",
  COUNT: "count",
  CHANGE: "change",
  CONTRIBUTION: "contribution",
};
const indicatorOfRow = (row: CsvRow) => indicatorOf(row.indicator_code as IndicatorCode);
const anyRow = fc.constantFrom(...observations);
const anyDay = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const chinese = new Map(csv("notes").map((row) => [row["note"], row["note_zh"]]));

/** A row as the product gives it back. */
const attributes = (row: CsvRow) => ({
  indicator: row.indicator_code,
  measure: row.measure,
  freq: row.freq,
  timePeriod: row.time_period,
  accumulation: row.accumulation,
  obsValue: row.obs_value,
  unitMeasure: row.unit_measure,
  unitMult: Number(row.unit_mult),
  qualifier: row.qualifier,
  status: row.obs_status,
  vintage: row.vintage,
  source: row.source_id,
  note: row.note ? { en: row.note, zh: chinese.get(row.note) } : undefined,
  period: nameOf(monthsOf(row)),
  known: lastDayOf(row.vintage ?? ""),
  added: row.added,
  withdrawn: undefined,
});

test("Every one of the 1628 observations is among those of its indicator, with all its attributes.", () => {
  expect(observations).toHaveLength(1628);
  for (const row of observations) {
    expect(observationsOf(row.indicator_code as IndicatorCode)).toContainEqual(attributes(row));
  }
  expect(indicators.flatMap(({ code }) => observationsOf(code))).toHaveLength(1628);
});

test("Every observation can be asked for by its indicator, measure and period: it is the figure, or one of the others.", () => {
  for (const row of observations) {
    const result = figure({
      indicator: indicatorOfRow(row),
      measure: measureOf[row.measure ?? ""],
      period: nameOf(monthsOf(row)) as Period,
    });
    expect(result.ok).toBe(true);
    if (result.ok) expect([result.value.observation, ...result.value.others]).toContainEqual(attributes(row));
  }
});

test("The figure of every cell is the first of a plain sort over all rows of the table, and its value exact.", () => {
  for (const row of observations) {
    const rows = sameFigure(row.indicator_code ?? "", row.measure ?? "", monthsOf(row));
    const [best] = bestFirst(rows) as [CsvRow];
    const result = figure({
      indicator: indicatorOfRow(row),
      measure: measureOf[row.measure ?? ""],
      period: nameOf(monthsOf(row)) as Period,
    });
    if (!result.ok) throw new Error(result.reason.name);
    const { value } = result;
    expect(value.observation).toEqual(attributes(best));
    expect(value.value).toBe(valueOf(best));
    expect(value.others).toHaveLength(rows.length - 1);
    expect([value.derived, value.qualifier, value.provisional]).toEqual([
      false,
      best.qualifier,
      best.obs_status === "P",
    ]);
  }
});

test("As of any day the figure is the best of what was released by then, or there is none.", () => {
  fc.assert(
    fc.property(anyRow, anyDay, (row, asof) => {
      const known = sameFigure(row.indicator_code ?? "", row.measure ?? "", monthsOf(row)).filter(
        ({ vintage }) => lastDayOf(vintage ?? "") <= asof,
      );
      const result = figure({
        indicator: indicatorOfRow(row),
        measure: measureOf[row.measure ?? ""],
        period: nameOf(monthsOf(row)) as Period,
        asof,
      });
      const [best] = bestFirst(known);
      if (best === undefined) {
        expect(result).toMatchObject({ ok: false, reason: { name: "not-yet-released", asof } });
      } else {
        expect(result).toMatchObject({ ok: true, value: { observation: attributes(best) } });
        if (result.ok) expect(result.value.others).toHaveLength(known.length - 1);
      }
    }),
    { numRuns: 1000 },
  );
});

test("A question about any period gets the figure of that very period or a reason, as a scan over the table says.", () => {
  const anyPeriod = fc
    .tuple(
      fc.integer({ min: 2013, max: 2027 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(([year, a, b]) => periodOf(year, Math.min(a, b), Math.max(a, b)) ?? periodOf(year, 1, b))
    .map((period) => period as Period);
  const anyMeasure = fc.constantFrom(...Object.entries(measureOf));
  fc.assert(
    fc.property(
      fc.constantFrom(...indicators),
      anyMeasure,
      anyPeriod,
      (indicator, [measure, name], period) => {
        const [year = "", rest = ""] = period.split(/-(.*)/);
        const last = endOf(period) - 12 * Number(year);
        const rows = sameFigure(indicator.code, measure, {
          year: Number(year),
          first: last - lengthOf(period) + 1,
          last,
        });
        expect(typeof rest).toBe("string");
        const result = figure({ indicator, measure: name, period });
        expect(result.ok).toBe(rows.length > 0);
        if (result.ok) expect(result.value.value).toBe(valueOf(bestFirst(rows)[0] as CsvRow));
      },
    ),
    { numRuns: 3000 },
  );
});

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
      const found = nearest(asked, list) as Period;
      const far = (period: Period) => Math.abs(endOf(period) - endOf(asked));
      for (const other of list) {
        expect(far(found)).toBeLessThanOrEqual(far(other));
        if (far(other) === far(found) && lengthOf(other) === lengthOf(asked)) {
          expect(lengthOf(found)).toBe(lengthOf(asked));
          expect(endOf(found)).toBeLessThanOrEqual(endOf(other));
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
