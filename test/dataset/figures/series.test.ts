import fc from "fast-check";
import {
  endOf,
  frequencies,
  indicatorOf,
  indicators,
  isOfKind,
  kindOf,
  measuresOf,
  series,
  type Frequency,
  type IndicatorCode,
  type MeasureName,
  type Period,
  type SeriesQuestion,
} from "../../../src/dataset";

type Loose = { measure?: MeasureName; from?: string; to?: string; freq?: Frequency; asof?: string };

const ask = (code: IndicatorCode, rest: Loose = {}) =>
  series({ indicator: indicatorOf(code), ...rest } as SeriesQuestion);
const periods = (code: IndicatorCode, rest: Loose = {}) => {
  const result = ask(code, rest);
  return result.ok ? result.value.points.map(({ period }) => period) : result.reason.name;
};
const values = (code: IndicatorCode, rest: Loose = {}) => {
  const result = ask(code, rest);
  return result.ok
    ? result.value.points.map(({ figure, reason }) => figure?.value ?? reason?.name)
    : result.reason;
};

test("A series defaults to the level, and to years where there are three.", () => {
  const result = ask("ONLINE_RETAIL_PHYSICAL");
  expect(result).toMatchObject({ ok: true, value: { measure: "level", freq: "annual" } });
  expect(periods("ONLINE_RETAIL_PHYSICAL").slice(-3)).toEqual(["2023", "2024", "2025"]);
});

test("With growth alone it is growth, and with few years January to date.", () => {
  expect(ask("DIGITAL_PRODUCTS")).toMatchObject({ value: { measure: "growth", freq: "ytd" } });
  expect(periods("DIGITAL_PRODUCTS")).toEqual(["2025-Q1", "2025-05 YTD", "2025-11 YTD"]);
});

test("With months alone it is months.", () => {
  expect(ask("WASHING_MACHINES")).toMatchObject({ value: { freq: "month" } });
});

test("The kind of the first end decides, then that of the last.", () => {
  expect(ask("TOTAL_RETAIL", { from: "2025-04" })).toMatchObject({ value: { freq: "month" } });
  expect(ask("TOTAL_RETAIL", { from: "2025-08 YTD" })).toMatchObject({ value: { freq: "ytd" } });
  expect(ask("TOTAL_RETAIL", { to: "2020" })).toMatchObject({ value: { freq: "annual" } });
  expect(ask("ONLINE_RETAIL_TOTAL", { from: "2025-Q2", measure: "single" })).toMatchObject({
    value: { freq: "quarter" },
  });
  expect(ask("TOTAL_RETAIL", { to: "2025-H2" })).toMatchObject({ value: { freq: "ytd" } });
});

test("Ends are inclusive by their last month, and an end that is not given is open.", () => {
  expect(periods("TOTAL_RETAIL", { from: "2025-10", to: "2026-04" })).toEqual([
    "2025-10",
    "2025-11",
    "2025-12",
    "2026-03",
    "2026-04",
  ]);
  expect(periods("TOTAL_RETAIL", { from: "2025-H1", to: "2025-Q3", freq: "month" })).toEqual([
    "2025-06",
    "2025-07",
    "2025-08",
    "2025-09",
  ]);
});

test("Ends in the wrong order are a wrong question.", () => {
  expect(periods("TOTAL_RETAIL", { from: "2025", to: "2024" })).toBe("from-after-to");
});

test("Two ends in the same month are in order.", () => {
  expect(periods("TOTAL_RETAIL", { from: "2025", to: "2025-12" })).toEqual(["2025"]);
});

test("The first quarter, the half year and the year stand in a series of January to date.", () => {
  expect(periods("ONLINE_RETAIL_TOTAL", { freq: "ytd", from: "2025-02 YTD", measure: "growth" })).toEqual([
    "2025-02 YTD",
    "2025-Q1",
    "2025-04 YTD",
    "2025-05 YTD",
    "2025-H1",
    "2025-07 YTD",
    "2025-08 YTD",
    "2025-09 YTD",
    "2025-10 YTD",
    "2025-11 YTD",
    "2025",
  ]);
});

test("No series mixes two kinds, unless all were asked for; it is in order, within its ends, and never empty.", () => {
  const period = fc
    .tuple(fc.integer({ min: 2014, max: 2026 }), fc.constantFrom("", "-Q1", "-H1", "-03", "-08 YTD", "-H2"))
    .map(([year, rest]) => `${year}${rest}` as Period);
  fc.assert(
    fc.property(
      fc.constantFrom(...indicators).chain((indicator) =>
        fc.record({
          indicator: fc.constant(indicator),
          measure: fc.constantFrom(...measuresOf(indicator), undefined),
        }),
      ),
      fc.option(period, { nil: undefined }),
      fc.option(period, { nil: undefined }),
      fc.constantFrom(...frequencies, undefined),
      ({ indicator, measure }, from, to, freq) => {
        const result = series({ indicator, measure, from, to, freq });
        if (!result.ok) return;
        const { points } = result.value;
        expect(points.length).toBeGreaterThan(0);
        expect(points.some((point) => point.figure !== undefined)).toBe(true);
        points.forEach((point, index) => {
          const next = points[index + 1];
          if (next) expect(endOf(point.period)).toBeLessThanOrEqual(endOf(next.period));
          expect([point.figure, point.reason].filter((one) => one !== undefined)).toHaveLength(1);
          if (from) expect(endOf(point.period)).toBeGreaterThanOrEqual(endOf(from));
          if (to) expect(endOf(point.period)).toBeLessThanOrEqual(endOf(to));
          const kind = result.value.freq;
          if (kind !== "all" && indicator.nature !== "stock") expect(isOfKind(point.period, kind)).toBe(true);
        });
        if (result.value.freq !== "all") {
          expect(new Set(points.map((point) => point.period)).size).toBe(points.length);
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test("All kinds stand together only when they are asked for.", () => {
  const result = ask("TOTAL_RETAIL", { freq: "all", from: "2025-03", to: "2025-06" });
  expect(result.ok && result.value.points.map(({ period }) => period)).toEqual([
    "2025-03",
    "2025-Q1",
    "2025-04",
    "2025-04 YTD",
    "2025-05",
    "2025-05 YTD",
    "2025-06",
    "2025-H1",
  ]);
});

test("A stock's series takes every month at whose end it was counted, and bears the names of its frequency.", () => {
  expect(periods("ONLINE_SHOPPERS")).toEqual([
    "2017-12",
    "2018-12",
    "2019-06",
    "2020-03",
    "2020-06",
    "2020-12",
    "2021-06",
    "2021-12",
    "2022-12",
    "2023-12",
    "2024-12",
    "2025-12",
  ]);
  expect(periods("ONLINE_SHOPPERS", { freq: "annual" })).toEqual([
    "2017",
    "2018",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
  ]);
  expect(periods("SILKROAD_PARTNERS")).toEqual(["2023", "2024-05 YTD", "2024-H1", "2025"]);
  expect(periods("SILKROAD_PARTNERS", { freq: "month" })).toEqual([
    "2023-12",
    "2024-05",
    "2024-06",
    "2025-12",
  ]);
});

test("A point that cannot be derived is a gap with its reason, not left out.", () => {
  const result = ask("ONLINE_RETAIL_TOTAL", { measure: "computed growth" });
  if (!result.ok) throw new Error(result.reason.name);
  expect(result.value.points.slice(0, 3)).toMatchObject([
    { period: "2014", reason: { name: "part-missing" } },
    { period: "2015", reason: { name: "break-between" } },
    { period: "2016", reason: { name: "two-bases" } },
  ]);
});

test("An index is 100 at its first point and in proportion after it.", () => {
  const levels = values("TOTAL_RETAIL", { from: "2020", to: "2024" }) as number[];
  const index = values("TOTAL_RETAIL", { from: "2020", to: "2024", measure: "index" }) as number[];
  expect(index[0]).toBe(100);
  index.forEach((value, at) => expect(value).toBeCloseTo(((levels[at] ?? 0) / (levels[0] ?? 1)) * 100, 10));
  const result = ask("TOTAL_RETAIL", { from: "2020", to: "2024", measure: "index" });
  expect(result.ok && result.value.points.every(({ figure }) => figure?.derived === true)).toBe(true);
});

test("An index that begins before a break and has nothing to compare is refused, naming the break.", () => {
  expect(periods("ONLINE_RETAIL_TOTAL", { measure: "index" })).toBe("break-between");
  expect(periods("ONLINE_RETAIL_TOTAL", { measure: "index", from: "2015" })).toBe("two-bases");
});

test("Single months of a cumulative series are its differences, and months are the default for them.", () => {
  expect(values("ONLINE_RETAIL_TOTAL", { measure: "single", from: "2025-03", to: "2025-05" })).toEqual([
    1_347_900_000_000, 1_117_700_000_000, 1_298_300_000_000,
  ]);
  expect(ask("ONLINE_RETAIL_TOTAL", { measure: "single" })).toMatchObject({ value: { freq: "month" } });
  const quarters = ask("ONLINE_RETAIL_TOTAL", { measure: "single", freq: "quarter", from: "2025-Q1" });
  expect(quarters.ok && quarters.value.points.map(({ period }) => period)).toEqual([
    "2025-Q1",
    "2025-Q2",
    "2025-Q3",
    "2025-Q4",
  ]);
  expect(quarters.ok && quarters.value.points[0]?.figure?.derived).toBe(false);
});

test("A series names the breaks that lie within it.", () => {
  const result = ask("ONLINE_RETAIL_TOTAL");
  expect(result.ok && result.value.breaks.map(({ after }) => after)).toEqual(["2014-12"]);
  const later = ask("ONLINE_RETAIL_TOTAL", { from: "2015" });
  expect(later.ok && later.value.breaks).toEqual([]);
});

test("A series without points says why.", () => {
  expect(periods("DIGITAL_PRODUCTS", { measure: "level" })).toBe("only-growth");
  expect(periods("DIGITAL_PRODUCTS", { measure: "index" })).toBe("only-growth");
  expect(periods("DIGITAL_PRODUCTS", { from: "2030" })).toBe("no-points");
  expect(periods("DIGITAL_PRODUCTS", { freq: "month" })).toBe("no-points");
  expect(periods("ONLINE_SHOPPERS", { measure: "single" })).toBe("not-single");
});

test("As of a day a series ends with what was known.", () => {
  const known = periods("ONLINE_RETAIL_TOTAL", { freq: "ytd", from: "2025-02 YTD", asof: "2025-05-01" });
  expect(known).toEqual(["2025-02 YTD", "2025-Q1"]);
});

test("Kinds of periods and frequencies of series share their names.", () => {
  for (const name of ["2025", "2025-Q2", "2025-03", "2025-08 YTD"] as Period[])
    expect(frequencies).toContain(kindOf(name));
});
