import {
  figure,
  indicatorOf,
  indicators,
  periodOf,
  periodsOf,
  valueMeasure,
  type Figure,
  type IndicatorCode,
  type MeasureName,
  type Period,
} from "../../../src/dataset";
import {
  csv,
  bestFirst,
  halfDigit,
  monthsOf,
  nameOf,
  refusedLink,
  observations,
  sameFigure,
  valueOf,
  type CsvRow,
} from "../rows";

const ask = (code: string, period: string, measure: MeasureName, asof?: string) =>
  figure({ indicator: indicatorOf(code as IndicatorCode), period: period as Period, measure, asof });

const breaks = csv("breaks");
/** Whether breaks.csv has a break of an indicator between two ends of months. */
const broken = (code: string, from: string, to: string) =>
  breaks.some(
    (row) => row.indicator_code === code && from <= (row.break_after ?? "") && (row.break_after ?? "") < to,
  );
const end = ({ year, last }: { year: number; last: number }) => `${year}-${String(last).padStart(2, "0")}`;

const levels = observations.filter(({ measure }) => measure === "LEVEL" || measure === "COUNT");
const chosen = (row: CsvRow, months: { year: number; first: number; last: number }) =>
  bestFirst(sameFigure(row.indicator_code ?? "", row.measure ?? "", months))[0];

const close = (answer: number, wanted: number) =>
  expect(Math.abs(answer - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));

/** The qualifier of what is computed from two figures. */
const qualifier = (later: CsvRow, earlier: CsvRow) => {
  if (later.qualifier === "exact" && earlier.qualifier === "exact") return "exact";
  return later.qualifier === "at_least" && earlier.qualifier === "exact" ? "at_least" : "approx";
};

function marked(answer: Figure, parts: readonly CsvRow[]): void {
  expect(answer.derived).toBe(true);
  expect(answer.parts.map(({ source, obsValue }) => [source, obsValue])).toEqual(
    parts.map((part) => [part.source_id, part.obs_value]),
  );
  expect(answer.provisional).toBe(parts.some((part) => part.obs_status === "P"));
  expect(answer.qualifier).toBe(qualifier(parts[0] as CsvRow, (parts[1] ?? parts[0]) as CsvRow));
}

test("Computed growth and difference of every level agree with the table, or say which part is missing, which break lies between, or that levels are too rough or of two bases.", () => {
  const refused = { "too-rough": 0, "two-bases": 0 };
  let computed = 0;
  for (const row of levels) {
    const months = monthsOf(row);
    const before = { ...months, year: months.year - 1 };
    const [later, earlier] = [chosen(row, months), chosen(row, before)];
    const code = row.indicator_code ?? "";
    for (const measure of ["computed growth", "difference"] as const) {
      const answer = ask(code, nameOf(months), measure);
      if (later === undefined || earlier === undefined) {
        expect(answer).toMatchObject({ reason: { name: "part-missing", part: nameOf(before) } });
      } else if (broken(code, end(before), end(months))) {
        expect(answer).toMatchObject({ reason: { name: "break-between" } });
      } else if (refusedLink(later, earlier)) {
        const name = refusedLink(later, earlier) as keyof typeof refused;
        expect(answer).toMatchObject({ reason: { name } });
        refused[name]++;
      } else {
        if (!answer.ok) throw new Error(answer.reason.name);
        const [a, b] = [valueOf(later), valueOf(earlier)];
        close(answer.value.value, measure === "difference" ? a - b : (a - b) / b);
        marked(answer.value, [later, earlier]);
        computed++;
      }
    }
  }
  expect(computed).toBeGreaterThan(150);
  expect(refused["too-rough"]).toBeGreaterThan(20);
  expect(refused["two-bases"]).toBeGreaterThan(140);
});

test("A share's difference on a year earlier is in percentage points as a fraction, exactly.", () => {
  const shares = observations.filter(({ measure }) => measure === "SHARE");
  let computed = 0;
  for (const row of shares) {
    const months = monthsOf(row);
    const earlier = chosen(row, { ...months, year: months.year - 1 });
    if (earlier === undefined) continue;
    const answer = ask(row.indicator_code ?? "", nameOf(months), "difference");
    if (!answer.ok) throw new Error(answer.reason.name);
    const tenths = Math.round(10 * (Number(chosen(row, months)?.obs_value) - Number(earlier.obs_value)));
    expect(answer.value.value).toBe(Number(`${tenths}e-3`));
    computed++;
  }
  expect(computed).toBeGreaterThan(10);
});

test("Every single month and quarter is the published one, or cumulative less cumulative before, or refused.", () => {
  let computed = 0;
  for (const { code, nature } of indicators) {
    const rows = levels.filter((row) => row.indicator_code === code);
    const [any] = rows;
    if (any === undefined || nature !== "flow") continue;
    for (let year = 2014; year <= 2026; year++) {
      for (let last = 1; last <= 12; last++) {
        for (const length of last % 3 === 0 ? [1, 3] : [1]) {
          const months = { year, first: last - length + 1, last };
          const answer = ask(code, nameOf(months), "single");
          const own = chosen(any, months);
          const upTo = chosen(any, { year, first: 1, last });
          const before =
            months.first === 1 ? undefined : chosen(any, { year, first: 1, last: months.first - 1 });
          if (own !== undefined) {
            expect(answer).toMatchObject({
              ok: true,
              value: { value: valueOf(own), derived: false, measure: "single" },
            });
          } else if (length === 1 && last <= 2) {
            expect(answer).toMatchObject({ reason: { name: "january-february" } });
          } else if (upTo !== undefined && before !== undefined) {
            const alone = valueOf(upTo) - valueOf(before);
            if (halfDigit(upTo) + halfDigit(before) > Math.abs(alone) / 20) {
              expect(answer).toMatchObject({ reason: { name: "too-rough" } });
              continue;
            }
            if (!answer.ok) throw new Error(answer.reason.name);
            close(answer.value.value / 1e9, (valueOf(upTo) - valueOf(before)) / 1e9);
            marked(answer.value, [upTo, before]);
            expect(answer.value.period).toBe(nameOf(months));
            computed++;
          } else {
            expect(answer.ok).toBe(false);
          }
        }
      }
    }
  }
  expect(computed).toBeGreaterThan(40);
});

test("Neither stocks nor rates nor other periods have a single month.", () => {
  expect(ask("ONLINE_SHOPPERS", "2020-06", "single")).toMatchObject({
    reason: { name: "not-single", why: "stock" },
  });
  expect(ask("ONLINE_RETAIL_PHYSICAL_SHARE", "2025-03", "single")).toMatchObject({
    reason: { name: "not-single", why: "rate" },
  });
  expect(ask("ONLINE_RETAIL_PHYSICAL", "2025-08 YTD", "single")).toMatchObject({
    reason: { name: "not-single", why: "period" },
  });
  expect(ask("DIGITAL_PRODUCTS", "2025-03", "single")).toMatchObject({ reason: { name: "only-growth" } });
});

test("A single month whose cumulative figure is not there names the part.", () => {
  expect(ask("ONLINE_RETAIL_PHYSICAL", "2026-09", "single")).toMatchObject({
    reason: { name: "part-missing", period: "2026-09", part: "2026-09 YTD", measure: "single" },
  });
});

test("Growth over the break of 2014 is refused and names it; growth beyond is given.", () => {
  expect(ask("ONLINE_RETAIL_TOTAL", "2015", "computed growth")).toMatchObject({
    reason: { name: "break-between", after: "2014-12", from: "2014", to: "2015" },
  });
  expect(ask("ONLINE_RETAIL_TOTAL", "2016", "computed growth")).toMatchObject({
    reason: { name: "two-bases" },
  });
});

test("A revision of levels is no break: growth of one basis comes, with the caveat in both languages.", () => {
  const answer = ask("TOTAL_RETAIL", "2024", "computed growth");
  if (!answer.ok) throw new Error(answer.reason.name);
  expect(answer.value.value).toBe((487_895 - 471_495) / 471_495);
  expect(answer.value.caveats.map(({ en }) => en).join()).toContain("revised");
  expect(answer.value.caveats.map(({ zh }) => zh).join()).toContain("修订");
});

test("A derived figure knows only what was known: a part released later is missing.", () => {
  expect(ask("TOTAL_RETAIL", "2024", "computed growth", "2025-01-16").ok).toBe(false);
  expect(ask("TOTAL_RETAIL", "2024", "computed growth", "2025-01-17").ok).toBe(true);
});

test("The latest derived figure is that of the latest period for which there is one.", () => {
  for (const code of ["TOTAL_RETAIL", "ONLINE_RETAIL_PHYSICAL", "EXPRESS_VOLUME"]) {
    const indicator = indicatorOf(code as IndicatorCode);
    const periods = periodsOf(indicator, valueMeasure(indicator) as MeasureName, undefined).reverse();
    const first = periods.find((period) => ask(code, period, "computed growth").ok);
    expect(ask(code, "latest", "computed growth")).toMatchObject({ value: { period: first } });
  }
  expect(ask("ONLINE_RETAIL_TOTAL", "latest", "single")).toMatchObject({ value: { period: "2025-Q4" } });
});

test("Where no period has a derived figure the reason for the latest is given.", () => {
  expect(ask("ONLINE_RETAIL_GOODS_SERVICES", "latest", "computed growth")).toMatchObject({
    reason: { name: "part-missing" },
  });
});

test("An index of one period says nothing: it is for series.", () => {
  expect(ask("TOTAL_RETAIL", "2025", "index")).toMatchObject({ reason: { name: "only-in-series" } });
});

test("A period before the first year of periods has no part a year earlier.", () => {
  const first = periodOf(1990, 1, 12) as Period;
  expect(ask("TOTAL_RETAIL", first, "computed growth").ok).toBe(false);
});
