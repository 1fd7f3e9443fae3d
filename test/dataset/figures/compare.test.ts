import {
  cagr,
  indicatorOf,
  indicators,
  rank,
  row,
  type IndicatorCode,
  type Period,
  type Theme,
} from "../../../src/dataset";
import {
  csv,
  bestFirst,
  monthsOf,
  nameOf,
  observations,
  refusedLink,
  sameFigure,
  valueOf,
  type CsvRow,
} from "../rows";

const p = (name: string) => name as Period;
const of = (code: string) => indicatorOf(code as IndicatorCode);

test("Compound growth of every pair of years agrees with the power of their ratio, or names what keeps it from that.", () => {
  let computed = 0;
  const refused = new Map<string, number>();
  for (const code of ["TOTAL_RETAIL", "ONLINE_RETAIL_TOTAL", "ONLINE_RETAIL_PHYSICAL", "EXPRESS_VOLUME"]) {
    const best = (year: number) => bestFirst(sameFigure(code, "LEVEL", { year, first: 1, last: 12 }))[0];
    const level = (year: number) => {
      const answer = best(year);
      return answer && valueOf(answer);
    };
    /** The first year that is missing between, else the first link of two bases. */
    const between = (from: number, to: number): { name: string; [field: string]: unknown } | undefined => {
      for (let year = from; year < to; year++)
        if (!best(year)) return { name: "part-missing", part: `${year}` };
      for (let year = from + 1; year <= to; year++) {
        const [later, earlier] = [best(year), best(year - 1)];
        if (later && earlier && refusedLink(later, earlier) === "two-bases")
          return { name: "two-bases", period: `${year}` };
      }
      return undefined;
    };
    for (let from = 2014; from < 2025; from++) {
      for (let to = from + 1; to <= 2025; to++) {
        const [a, b] = [level(from), level(to)];
        const answer = cagr(of(code), p(`${from}`), p(`${to}`));
        if (a === undefined || b === undefined) {
          expect(answer).toMatchObject({ reason: { name: "no-figure" } });
        } else if (code === "ONLINE_RETAIL_TOTAL" && from === 2014) {
          expect(answer).toMatchObject({ reason: { name: "break-between", after: "2014-12" } });
        } else if (between(from, to)) {
          const reason = between(from, to);
          expect(answer).toMatchObject({ reason });
          refused.set(reason?.name ?? "", (refused.get(reason?.name ?? "") ?? 0) + 1);
        } else {
          if (!answer.ok) throw new Error(answer.reason.name);
          expect(Math.abs(answer.value.value - ((b / a) ** (1 / (to - from)) - 1))).toBeLessThan(1e-12);
          expect(answer.value).toMatchObject({ derived: true, parts: { length: 2 } });
          computed++;
        }
      }
    }
  }
  expect(computed).toBeGreaterThan(8);
  expect(refused.get("two-bases")).toBeGreaterThan(100);
  expect(refused.get("part-missing")).toBeGreaterThan(8);
});

test("Compound growth asks for periods of one kind, whole years apart, the earlier first.", () => {
  const retail = of("TOTAL_RETAIL");
  expect(cagr(retail, p("2020"), p("2025-Q1"))).toMatchObject({ reason: { name: "unlike-periods" } });
  expect(cagr(retail, p("2025"), p("2025"))).toMatchObject({ reason: { name: "unlike-periods" } });
  expect(cagr(retail, p("2023-Q1"), p("2025-H1"))).toMatchObject({ reason: { name: "unlike-periods" } });
  expect(cagr(retail, p("2025"), p("2020"))).toMatchObject({ reason: { name: "from-after-to" } });
});

test("Compound growth of a stock takes any name of the month's end.", () => {
  expect(cagr(of("ONLINE_SHOPPERS"), p("2022"), p("2024-12"))).toMatchObject({ ok: true });
});

test("Compound growth needs published levels.", () => {
  expect(cagr(of("DIGITAL_PRODUCTS"), p("2024"), p("2025"))).toMatchObject({
    reason: { name: "only-growth" },
  });
  expect(cagr(of("ONLINE_RETAIL_PHYSICAL_SHARE"), p("2023"), p("2025"))).toMatchObject({
    reason: { name: "no-measure" },
  });
  expect(cagr(of("ONLINE_RETAIL_GOODS_SERVICES"), p("2024-Q1"), p("2026-Q1"))).toMatchObject({
    reason: { name: "no-figure", period: "2024-Q1" },
  });
});

test("Compound growth offers only a period with which it can be formed.", () => {
  const physical = of("ONLINE_RETAIL_PHYSICAL");
  // The first quarter of 2016 is nearer to 2014, but it is no year.
  const wrong = cagr(physical, p("2014"), p("2024"));
  expect(wrong).toMatchObject({ reason: { name: "no-figure", period: "2014" } });
  const offered = wrong.ok || wrong.reason.name !== "no-figure" ? undefined : wrong.reason.nearest;
  expect(offered).toMatch(/^\d{4}$/);
  const formed = cagr(physical, offered ?? p("2014"), p("2024"));
  expect(formed.ok || formed.reason.name).toBe("two-bases");
  // A stock's month may be named by every period that ends with it.
  const stock = cagr(of("ONLINE_SHOPPERS"), p("2016"), p("2020-12"));
  expect(stock.ok || stock.reason).toMatchObject({ nearest: p("2017-12") });
});

const themeOf = new Map(csv("indicators").map((row) => [row.indicator_code, row.theme]));

test("A ranking is the growth of exactly one period, highest first, equal ones by code, as a sort of the table gives it.", () => {
  for (const [theme, period] of [
    [undefined, "2025-Q1"],
    ["services", "2025-Q1"],
    [undefined, "2025"],
    ["silk_road", "2025-Q1"],
    [undefined, "2024-H1"],
    ["digital", "2024-H1"],
  ] as [Theme | undefined, string][]) {
    const rows = observations.filter(
      (cells) =>
        cells.measure === "YOY_GROWTH" &&
        nameOf(monthsOf(cells)) === period &&
        (theme === undefined || themeOf.get(cells.indicator_code ?? "") === theme),
    );
    const best = [...new Set(rows.map((cells) => cells.indicator_code ?? ""))].map((code) => ({
      code,
      value: valueOf(bestFirst(rows.filter((cells) => cells.indicator_code === code))[0] as CsvRow),
    }));
    best.sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
    const answer = rank(theme, p(period), 1000);
    if (!answer.ok) throw new Error(answer.reason.name);
    expect(answer.value.map(({ figure }) => ({ code: figure.indicator.code, value: figure.value }))).toEqual(
      best,
    );
    expect(answer.value.map(({ rank }) => rank)).toEqual(best.map((_, index) => index + 1));
  }
});

test("A ranking has ten places unless more or fewer are asked for.", () => {
  const [ten, three] = [rank(undefined, p("2025-Q1")), rank(undefined, p("2025-Q1"), 3)];
  expect(ten.ok && ten.value).toHaveLength(10);
  expect(three.ok && three.value).toHaveLength(3);
  expect(three).toMatchObject({ value: [{ rank: 1, figure: { value: 1.19 } }, {}, {}] });
});

test("The latest ranking is of the latest period among the indicators asked for.", () => {
  expect(rank("digital", "latest")).toMatchObject({ ok: true });
  const all = rank(undefined, "latest");
  expect(all.ok && all.value[0]?.figure.period).toBe("2026-08 YTD");
});

test("A period without growth has no ranking, and the nearest is named.", () => {
  expect(rank("silk_road", p("2025"))).toMatchObject({
    reason: { name: "no-growth-in-period", period: "2025", nearest: "2025-11 YTD" },
  });
  expect(rank("silk_road", "latest", 10, "2010-01-01")).toMatchObject({
    reason: { name: "no-growth-in-period" },
  });
});

test("A row of a cross table answers each period in the order asked for, and keeps duplicates and gaps.", () => {
  const answers = row(of("DIGITAL_PRODUCTS"), [p("2025-Q1"), p("2025-Q2"), p("2025-Q1"), "latest"], "growth");
  expect(answers.map((answer) => (answer.ok ? answer.value.value : answer.reason.name))).toEqual([
    0.074,
    "no-figure",
    0.074,
    0.082,
  ]);
});

test("A row of indexes is 100 at its first figure.", () => {
  const answers = row(of("ONLINE_RETAIL_TOTAL"), [p("2013"), p("2016"), p("2025"), p("2014")], "index");
  expect(
    answers.map((answer) => (answer.ok ? Math.round(answer.value.value * 10) / 10 : answer.reason.name)),
  ).toEqual(["no-figure", 100, "two-bases", "break-between"]);
  expect(row(of("DIGITAL_PRODUCTS"), [p("2025")], "index")).toMatchObject([
    { reason: { name: "only-growth" } },
  ]);
});

test("Every indicator can be ranked by its code.", () => {
  expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length);
});
