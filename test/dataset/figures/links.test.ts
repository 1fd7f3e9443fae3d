import { unpack } from "../../../src/data/compact/unpack";
import { packed } from "../../../src/data/dataset";
import { details } from "../../../src/data/details";
import type { ObservationRow } from "../../../src/data/rows";
import {
  cagr,
  createStore,
  figure,
  findIndicator,
  official,
  officialOf,
  row as tableRow,
  sentence,
  series,
  type Figure,
  type Period,
  type Result,
  type Store,
} from "../../../src/dataset";

/** Rules of levels of different bases, each with numbers: of the data, and of rows that were made for the rule. */
const open = unpack({ ...packed, ...details });
const physical = official.indicator("ONLINE_RETAIL_PHYSICAL");
const at = (text: string) => text as Period;

/** A row: "2024 level 100", in hundred million yuan; "2025 growth 5.0", in percent; what differs from that behind. */
function made(text: string, rest: Partial<ObservationRow> = {}): ObservationRow {
  const [timePeriod = "", measure = "", obsValue = ""] = text.split(" ");
  const growth = measure === "growth";
  return {
    indicator: physical.code,
    measure: growth ? "YOY_GROWTH" : "LEVEL",
    freq: "A",
    timePeriod,
    accumulation: "period",
    obsValue,
    unitMeasure: growth ? "PT" : "CNY",
    unitMult: growth ? 0 : 8,
    qualifier: "exact",
    status: "A",
    vintage: `${Number(timePeriod.slice(0, 4)) + 1}-01-20`,
    source: "nbs-retail-2025",
    note: undefined,
    added: "0.2.0",
    ...rest,
  };
}

/** Data in which physical goods have these rows, and no break lies between. */
const storeOf = (...rows: (string | ObservationRow)[]): Store =>
  createStore({
    ...open,
    breaks: [],
    observations: (place) =>
      open.indicators[place]?.code === physical.code
        ? rows.map((one) => (typeof one === "string" ? made(one) : { ...one }))
        : open.observations(place),
  });

const computed = (period: string, store: Store, asof?: string) =>
  figure({ indicator: physical, measure: "computed growth", period: at(period), asof }, store);
const why = (found: Result<unknown>) => (found.ok ? "answered" : found.reason.name);
const said = (found: Result<unknown>) => (found.ok ? "" : sentence(found.reason, "en"));

describe("A link", () => {
  test("of two bases is refused: physical goods of 2025 grow by 0.1 % in levels and by 5.2 % as published.", () => {
    const found = computed("2025", official);
    expect(found).toMatchObject({ ok: false, reason: { name: "two-bases" } });
    expect(said(found)).toBe(
      'Online retail sales of physical goods 2025: levels give +0.1%, published growth +5.2%: two bases. Use ECOM.GROWTH("physical","2025").',
    );
    expect(found.ok ? "" : sentence(found.reason, "zh")).toBe(
      '实物商品网上零售额2025年：按公布总量计算为+0.1%，公布增速为+5.2%，口径不同，不可比。请用ECOM.GROWTH("实物商品","2025年")。',
    );
  });

  test("of one basis answers: 487,895 over 471,495 is 3.48 %, beside the published 3.5 %.", () => {
    const retail = findIndicator("retail");
    const found =
      retail.ok && figure({ indicator: retail.value, measure: "computed growth", period: at("2024") });
    expect(found && found.ok && found.value.value).toBeCloseTo(487895 / 471495 - 1, 15);
  });

  test("may differ from published growth by half a point, and not by a thousandth more.", () => {
    expect(why(computed("2025", storeOf("2024 level 100000", "2025 level 105500", "2025 growth 5.0")))).toBe(
      "answered",
    );
    expect(why(computed("2025", storeOf("2024 level 100000", "2025 level 104500", "2025 growth 5.0")))).toBe(
      "answered",
    );
    expect(why(computed("2025", storeOf("2024 level 100000", "2025 level 105501", "2025 growth 5.0")))).toBe(
      "two-bases",
    );
  });

  test("without a published growth passes, and its caveat says that it was not held against one.", () => {
    const rows = ["2024 level 100000", "2025 level 120000"];
    const found = computed("2025", storeOf(...rows));
    expect(found.ok && found.value.caveats.map(({ en }) => en)).toContain(
      "Not held against a published growth: none is published for it.",
    );
    for (const qualifier of ["approx", "at_least"] as const)
      expect(why(computed("2025", storeOf(...rows, made("2025 growth 5.0", { qualifier }))))).toBe(
        "answered",
      );
    expect(why(computed("2025", storeOf(...rows, made("2025 growth 5.0", { status: "P" }))))).toBe(
      "two-bases",
    );
  });

  test("is judged by what was released on the day that is asked for.", () => {
    const store = storeOf(
      "2024 level 100000",
      "2025 level 120000",
      made("2025 growth 5.0", { vintage: "2026-03-01" }),
    );
    expect(why(computed("2025", store, "2026-02-01"))).toBe("answered");
    expect(why(computed("2025", store, "2026-03-01"))).toBe("two-bases");
  });

  test("is too rough where half a last digit moves growth by more than half a point; both numbers are named.", () => {
    // (201 + 0.5) / (200 - 0.5) - 201 / 200 is 0.502 points; with one digit more it is 0.05.
    const rough = computed("2025", storeOf("2024 level 200", "2025 level 201", "2025 growth 0.5"));
    expect(rough).toMatchObject({ ok: false, reason: { name: "too-rough" } });
    expect(said(rough)).toContain("20.1 billion (2025) and 20.0 billion (2024)");
    expect(why(computed("2025", storeOf("2024 level 200.0", "2025 level 201.0", "2025 growth 0.5")))).toBe(
      "answered",
    );
    expect(why(computed("2025", storeOf("2024 level 202", "2025 level 202", "2025 growth 0.0")))).toBe(
      "answered",
    );
  });

  test("is refused first for a part that is missing, then for a break, then as too rough, then for two bases.", () => {
    const later = "2025 level 300";
    expect(why(computed("2025", storeOf(later, "2025 growth 5.0")))).toBe("part-missing");
    const rough = storeOf("2024 level 200", later, "2025 growth 5.0");
    expect(why(computed("2025", rough))).toBe("too-rough");
    const broken = { indicator: physical.code, after: "2024-12", successor: undefined } as const;
    const text = { en: "", zh: "" };
    const apart = { ...rough, breaksOf: () => [{ ...broken, text, source: "nbs-retail-2025", added: "" }] };
    expect(why(computed("2025", apart as unknown as Store))).toBe("break-between");
  });

  test("is judged in data from 0.2.0 on: a workbook of 0.1.0 computes as it did.", () => {
    expect(computed("2025", officialOf("0.1.0"))).toMatchObject({ ok: true });
  });
});

test("A difference rests on the link too: 200 less than 100,000 is no fall where 5 % are published.", () => {
  const store = storeOf("2024 level 100000", "2025 level 99800", "2025 growth 5.0");
  const difference = { indicator: physical, measure: "difference", period: at("2025") } as const;
  expect(why(figure(difference, store))).toBe("two-bases");
  const one = storeOf("2024 level 100000", "2025 level 105000", "2025 growth 5.0");
  expect(figure(difference, one)).toMatchObject({ value: { value: 5000e8 } });
});

test("A share's difference answers, with the caveat that part and whole were revised where they were.", () => {
  const share = official.indicator("ONLINE_RETAIL_PHYSICAL_SHARE");
  const found = figure({ indicator: share, measure: "difference", period: at("2025") });
  expect(found.ok && found.value.value).toBeCloseTo(-0.007, 12);
  expect(found.ok && found.value.caveats.map(({ en }) => en)).toContain(
    "Part and whole were revised between the two years: their levels are on two bases.",
  );
});

test("A month alone is too rough where half of both last digits is more than a twentieth of it.", () => {
  const ytd = { accumulation: "ytd", freq: "M" } as const;
  const single = (june: string, may: string) =>
    figure(
      { indicator: physical, measure: "single", period: at("2025-06") },
      storeOf(
        made(`2025-05 level ${may}`, { ...ytd, vintage: "2025-06-16" }),
        made(`2025-06 level ${june}`, { ...ytd, vintage: "2025-07-15" }),
      ),
    );
  expect(why(single("1020", "1000"))).toBe("answered");
  expect(why(single("1019", "1000"))).toBe("too-rough");
});

describe("Compound growth of levels", () => {
  const levels = ["2022 level 100000", "2023 level 110000", "2024 level 121000"];

  test("needs a level in every year between; the one that is missing is named.", () => {
    expect(cagr(physical, at("2022"), at("2024"), undefined, storeOf(...levels))).toMatchObject({ ok: true });
    const found = cagr(
      physical,
      at("2022"),
      at("2024"),
      undefined,
      storeOf(levels[0] ?? "", levels[2] ?? ""),
    );
    expect(found).toMatchObject({ ok: false, reason: { name: "part-missing", part: "2023" } });
  });

  test("names the oldest link of two bases, and the chained answer where there is one.", () => {
    const growth = ["2023 growth 4.0", "2024 growth 4.0"];
    const found = cagr(physical, at("2022"), at("2024"), undefined, storeOf(...levels, ...growth));
    expect(said(found)).toBe(
      'Online retail sales of physical goods 2023: levels give +10.0%, published growth +4.0%: two bases. Use ECOM.CAGR("physical","2022","2024","chained"): +4.0%.',
    );
    const half = cagr(physical, at("2022"), at("2024"), undefined, storeOf(...levels, "2023 growth 4.0"));
    expect(said(half)).toMatch(/"chained"\)\.$/);
  });

  test("passes over a link that is too rough to tell, and is refused where its own result is.", () => {
    // 0.502 points in one year, 0.25 a year in two; the links are not held against the 50 % that are published.
    const rough = storeOf(
      "2015 level 200",
      "2016 level 200",
      "2017 level 201",
      "2016 growth 50.0",
      "2017 growth 50.0",
    );
    expect(why(cagr(physical, at("2016"), at("2017"), undefined, rough))).toBe("too-rough");
    expect(why(cagr(physical, at("2015"), at("2017"), undefined, rough))).toBe("answered");
  });

  test("of physical goods from 2020 to 2025 is refused for 2021, with 7.6 % on one basis.", () => {
    expect(said(cagr(physical, at("2020"), at("2025")))).toMatch(
      /2021: levels give \+10\.7%, published growth \+12\.0%.*"chained"\): \+7\.6%\.$/,
    );
  });
});

describe("Compound growth of published growth", () => {
  const chain = (from: string, to: string, store?: Store) =>
    cagr(physical, at(from), at(to), undefined, store, "chained");

  test("is the geometric mean of the years after the first: five of physical goods from 2020 to 2025.", () => {
    const found = chain("2020", "2025");
    const mean = (1.12 * 1.062 * 1.084 * 1.065 * 1.052) ** (1 / 5) - 1;
    expect(found.ok && found.value.value).toBeCloseTo(mean, 14);
    expect(found).toMatchObject({ value: { derived: true, measure: "computed growth" } });
  });

  test("needs no level, and names the growth that is missing.", () => {
    const found = chain("2022", "2024", storeOf("2023 growth 10.0", "2024 growth 21.0"));
    expect(found.ok && found.value.value).toBeCloseTo(Math.sqrt(1.1 * 1.21) - 1, 14);
    expect(chain("2021", "2024", storeOf("2023 growth 10.0", "2024 growth 21.0"))).toMatchObject({
      reason: { name: "growth-missing", part: "2022" },
    });
  });

  test("is refused across a break.", () => {
    const total = official.indicator("ONLINE_RETAIL_TOTAL");
    const broken = cagr(total, at("2014"), at("2016"), undefined, undefined, "chained");
    expect(why(broken)).toBe("break-between");
  });
});

describe("An index", () => {
  const index = (store: Store) => series({ indicator: physical, measure: "index", freq: "ytd" }, store);
  const ytd = (text: string) => made(text, { accumulation: "ytd", freq: "M" });
  const two = [ytd("2024-03 level 100000"), ytd("2024-09 level 300000"), ytd("2025-03 level 105000")];

  test("needs no link within the first point's year, and later all links of its own months.", () => {
    const rows = [...two, ytd("2025-03 growth 5.0"), ytd("2025-09 level 303000"), ytd("2025-09 growth 5.0")];
    const found = index(storeOf(...rows));
    const points = found.ok ? found.value.points : [];
    expect(points.map(({ figure: one, reason }) => one?.value ?? reason?.name)).toEqual([
      100,
      300,
      expect.closeTo(105, 10),
      "two-bases",
    ]);
  });

  test("names the level of its own months that is missing in a year between.", () => {
    const found = index(storeOf(...two, ytd("2025-06 level 150000")));
    const last = found.ok ? found.value.points.at(-1) : undefined;
    expect(last).toMatchObject({ period: "2025-H1", reason: { name: "part-missing", part: "2024-H1" } });
  });
});

describe("Levels on one basis", () => {
  const store = storeOf(
    "2023 level 100000",
    "2024 level 125000",
    "2023 growth 5.0",
    "2024 growth 10.0",
    "2025 growth 20.0",
  );
  const values = (found: Result<Figure>[]) =>
    found.map((one) => (one.ok ? one.value.value : one.reason.name));

  test("rest on the latest year with a level of the whole year, and go back and on by published growth.", () => {
    const found = series({ indicator: physical, measure: "chained", freq: "annual" }, store);
    expect(found).toMatchObject({ ok: true, value: { year: 2024 } });
    const points = found.ok ? found.value.points.map((one) => [one.period, one.figure?.value]) : [];
    expect(points).toEqual([
      ["2023", expect.closeTo(125000e8 / 1.1, 0)],
      ["2024", 125000e8],
      ["2025", expect.closeTo(125000e8 * 1.2, 0)],
    ]);
  });

  test("need no level of their own, are marked derived, and carry what marks their parts.", () => {
    const found = tableRow(physical, [at("2022"), at("2025"), at("2021")], "chained", undefined, store);
    expect(values(found)).toEqual([
      expect.closeTo(125000e8 / 1.1 / 1.05, 0),
      expect.closeTo(125000e8 * 1.2, 0),
      "growth-missing",
    ]);
    expect(found[0]).toMatchObject({ value: { derived: true, provisional: false, qualifier: "exact" } });
    const rows = ["2024 level 125000", made("2025 growth 20.0", { status: "P", qualifier: "approx" })];
    const [last] = tableRow(physical, [at("2025")], "chained", undefined, storeOf(...rows));
    expect(last).toMatchObject({ value: { provisional: true, qualifier: "approx" } });
  });

  test("name the growth that is missing, or the break between.", () => {
    const [found] = tableRow(physical, [at("2021")], "chained", undefined, store);
    expect(found).toMatchObject({ reason: { name: "growth-missing", part: "2022" } });
    const total = official.indicator("ONLINE_RETAIL_TOTAL");
    expect(values(tableRow(total, [at("2014"), at("2025")], "chained"))).toEqual([
      "break-between",
      expect.any(Number),
    ]);
  });

  test("without a level of a whole year rest on the latest year that has one for the months asked.", () => {
    const ytd = (text: string) => made(text, { accumulation: "ytd", freq: "M" });
    const found = tableRow(
      physical,
      [at("2024-Q1")],
      "chained",
      undefined,
      storeOf(ytd("2025-03 level 110000"), ytd("2025-03 growth 10.0")),
    );
    expect(values(found)).toEqual([expect.closeTo(100000e8, 0)]);
  });

  test("are of flows only.", () => {
    const stock = official.indicators.find(({ nature }) => nature === "stock") ?? physical;
    expect(values(tableRow(stock, [at("2024")], "chained"))).toEqual(["not-chained"]);
    expect(why(series({ indicator: stock, measure: "chained" }))).toBe("not-chained");
  });
});
