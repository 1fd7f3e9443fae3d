import { endOf, indicatorOf, indicators, type IndicatorCode, type Period } from "../../../src/dataset";
import {
  chartToInsert,
  keyFigures,
  newestPeriod,
  summaryPeriod,
  summaryToInsert,
} from "../../../src/taskpane/defaults";
import { messages } from "../../../src/taskpane/messages";
import { axisUnit } from "../../../src/taskpane/model/axis";
import { caveatsOf } from "../../../src/taskpane/model/caveats";
import {
  courseOf,
  figureAs,
  figureOf,
  freqsOf,
  measuresInView,
  onOneBasis,
  shownMeasures,
} from "../../../src/taskpane/model/figures";
import { opened } from "../../../src/taskpane/model/opened";
import { initialState, languageOf, referenceOf, type State } from "../../../src/taskpane/state";

const state = (change: Partial<State> = {}): State => ({ ...initialState("en", false), ...change });
const asked = (code: IndicatorCode, asof?: string) => ({ indicator: indicatorOf(code), asof });
const en = messages("en");
const first = "2025-Q1" as Period;

describe("a course on one basis", () => {
  test("is the levels that SERIES gives on the basis of one year, and says which.", () => {
    const course = onOneBasis(asked("ONLINE_RETAIL_PHYSICAL"), "level", "annual");
    expect(course?.basis).toBe(2025);
    const [last, before] = [course?.figures.at(-1), course?.figures.at(-2)];
    expect([before?.period, last?.period]).toEqual(["2024", "2025"]);
    expect(before?.derived).toBe(true);
    expect((last?.value ?? 0) / (before?.value ?? 1)).toBeCloseTo(1.052, 9);
    expect(en.onBasisOf(2025)).toMatch(/2025, derived/);
  });

  test("is none of growth, of stocks and of what has too little published growth.", () => {
    expect(onOneBasis(asked("ONLINE_RETAIL_PHYSICAL"), "growth", "annual")).toBeUndefined();
    expect(onOneBasis(asked("INTERNET_USERS"), "level", "annual")).toBeUndefined();
    expect(onOneBasis(asked("SILKROAD_EVENTS"), "count", "quarter")).toBeUndefined();
  });
});

describe("an opened indicator", () => {
  test("shows the reference period and the indicator's own measure, with growth beside it.", () => {
    const view = opened(state(), "ONLINE_RETAIL_TOTAL");
    expect(view?.period).toBe("2025-Q1");
    expect(view?.figure?.value).toBe(3.6242e12);
    expect(view?.other?.value).toBe(0.079);
  });

  test("gives way to the newest period where the reference period has no figure.", () => {
    const view = opened(state({ settings: { period: "2012" } }), "DIGITAL_PRODUCTS");
    expect(view?.period).toBe("2025-11 YTD");
    expect(view?.figure?.value).toBe(0.082);
  });

  test("follows what was chosen.", () => {
    const view = opened(state({ period: "2025" as Period, measure: "growth" }), "ONLINE_RETAIL_PHYSICAL");
    expect(view?.figure?.value).toBe(0.052);
    expect(view?.other?.measure).toBe("level");
  });

  test("keeps to the workbook's data date.", () => {
    const view = opened(state({ settings: { asof: "2025-04-30", period: "latest" } }), "DIGITAL_PRODUCTS");
    expect(view?.period).toBe("2025-Q1");
  });

  test("lists its period among those to choose from, for every indicator and each of its periods.", () => {
    const views = indicators.map(({ code }) => [code, opened(state(), code)] as const);
    // An indicator whose figures all begin in another month than January has no period to open.
    expect(views.filter(([, view]) => view === undefined)).toEqual([["FOREIGN_TRADE_ZONE_SALES", undefined]]);
    for (const [code, view] of views) {
      if (view) expect(view.periods).toContain(view.period);
      for (const period of view?.periods ?? []) expect(opened(state({ period }), code)?.period).toBe(period);
    }
  });

  test("has a figure of one of its measures for every period that it lists.", () => {
    for (const { code } of indicators) {
      const view = opened(state(), code);
      for (const period of view?.periods ?? []) {
        const shown = shownMeasures(indicatorOf(code)).some((measure) =>
          figureOf(asked(code), measure, period),
        );
        expect([code, period, shown]).toEqual([code, period, true]);
      }
    }
  });
});

describe("the course of a measure", () => {
  test("is of one frequency, and offers those with at least two figures.", () => {
    expect(courseOf(asked("ONLINE_RETAIL_TOTAL"), "level")?.freq).toBe("annual");
    expect(freqsOf(asked("ONLINE_RETAIL_TOTAL"), "level")).toEqual(["annual", "quarter", "ytd"]);
    expect(freqsOf(asked("SILKROAD_VN_CASHEWS"), "growth")).toEqual([]);
  });

  test("knows the breaks between its figures.", () => {
    expect(courseOf(asked("ONLINE_RETAIL_TOTAL"), "level")?.breaks.map((entry) => entry.after)).toEqual([
      "2014-12",
    ]);
  });
});

describe("axis units", () => {
  const of = (code: IndicatorCode, measure: "level" | "growth" | "share") =>
    courseOf(asked(code), measure)?.figures ?? [];

  test("are number words in the language, and per cent for ratios.", () => {
    expect(axisUnit(of("ONLINE_RETAIL_TOTAL", "level"), "en")).toMatchObject({
      divisor: 1e12,
      label: "trillion yuan",
    });
    expect(axisUnit(of("ONLINE_RETAIL_TOTAL", "level"), "zh")).toMatchObject({
      divisor: 1e12,
      label: "万亿元",
    });
    expect(axisUnit(of("EXPRESS_VOLUME", "level"), "zh")).toMatchObject({ divisor: 1e8, label: "亿件" });
    const percent = axisUnit(of("ONLINE_RETAIL_PHYSICAL_SHARE", "share"), "en");
    expect([percent.label, percent.text(0.25 / percent.divisor)]).toEqual(["", "25%"]);
  });
});

describe("caveats in plain words", () => {
  const caveats = (
    code: IndicatorCode,
    measure: "level" | "growth",
    period: string,
    language: "en" | "zh" = "en",
  ) => {
    const figure = figureOf(asked(code), measure, period as Period);
    return figure ? caveatsOf(figure, messages(language), language) : undefined;
  };

  test("say of cumulative figures that they are, and of whole years and first quarters not.", () => {
    expect(caveats("ONLINE_RETAIL_PHYSICAL", "level", "2025-08 YTD")).toContain(en.caveatCumulative);
    expect(caveats("ONLINE_RETAIL_PHYSICAL", "level", "2025")).not.toContain(en.caveatCumulative);
    expect(caveats("ONLINE_RETAIL_PHYSICAL", "level", "2025-Q1")).not.toContain(en.caveatCumulative);
  });

  test("keep published growth apart from published levels.", () => {
    expect(caveats("ONLINE_RETAIL_PHYSICAL", "growth", "2025")).toContain(en.caveatComparable);
    expect(caveats("ONLINE_RETAIL_PHYSICAL", "level", "2025")).not.toContain(en.caveatComparable);
  });

  test("tell of the ministry's monitoring, of breaks, and keep the row's own note.", () => {
    expect(caveats("DIGITAL_PRODUCTS", "growth", "2025-Q1")).toContain(en.caveatMonitoring);
    expect(caveats("ONLINE_RETAIL_TOTAL", "level", "2025-Q1")?.[0]).toMatch(
      /^From 2026 the statistics bureau/,
    );
    expect(caveats("DIGITAL_PRODUCTS", "growth", "2025-Q1", "zh")).toContain(messages("zh").caveatMonitoring);
    // Here the ministry only quotes the statistics bureau.
    expect(caveats("ONLINE_RETAIL_TOTAL", "growth", "2024-05 YTD")).not.toContain(en.caveatMonitoring);
  });

  test("tell the row's own note last, in the pane's language.", () => {
    expect(caveats("AGRI_ONLINE_RETAIL", "level", "2025")?.at(-1)).toMatch(/^Published as 7833億1千万元/);
    expect(caveats("AGRI_ONLINE_RETAIL", "level", "2025", "zh")?.at(-1)).toMatch(/^原文为7833億1千万元/);
  });
});

describe("what others published", () => {
  test("is shown like the figure itself.", () => {
    const figure = figureOf(asked("ONLINE_RETAIL_TOTAL"), "level", first)!;
    const [other] = figure.others.map((observation) => figureAs(figure, observation));
    expect(other).toMatchObject({ value: 3.6e12, measure: "level", period: "2025-Q1" });
  });
});

describe("what one press inserts", () => {
  test("is the summary of the reference period, live.", () => {
    expect(summaryToInsert(state())).toEqual({
      kind: "summary",
      template: "quarter",
      period: "2025-Q1",
      live: true,
    });
  });

  test("names a period even where the reference is the latest.", () => {
    expect(summaryPeriod(state({ settings: { period: "latest" } }))).toMatch(/^\d{4}/);
  });

  test("is of the latest published where that is looked at, with its period written out.", () => {
    const latest = state({ latest: true });
    const { period } = summaryToInsert(latest) as { period: Period };
    expect(period).toBe(newestPeriod(undefined));
    expect(endOf(period)).toBeGreaterThan(endOf(first));
    expect(keyFigures("latest", undefined)).toHaveLength(6);
    const chart = chartToInsert(state({ latest: true, indicator: "DIGITAL_PRODUCTS" })) as { period: Period };
    expect(endOf(chart.period)).toBeGreaterThan(endOf(first));
  });

  test("knows no later period than the workbook's data date.", () => {
    expect(newestPeriod("2025-05-01")).toBe("2025-Q1");
  });

  test("is a chart of the open indicator, else of the first key figure.", () => {
    expect(chartToInsert(state({ indicator: "EXPRESS_VOLUME" }))).toMatchObject({
      kind: "chart",
      indicators: ["EXPRESS_VOLUME"],
      measure: "level",
    });
    expect(chartToInsert(state())).toMatchObject({ indicators: ["ONLINE_RETAIL_TOTAL"], period: "2025-Q1" });
  });

  test("finds six key figures for the quarter that the product was commissioned for, each with a figure.", () => {
    expect(keyFigures(first, undefined)).toEqual([
      "ONLINE_RETAIL_TOTAL",
      "ONLINE_RETAIL_PHYSICAL",
      "ONLINE_RETAIL_PHYSICAL_SHARE",
      "DIGITAL_PRODUCTS",
      "ONLINE_ENTERTAINMENT",
      "INSTORE_DINING",
    ]);
    expect(keyFigures("1990" as Period, undefined)).toEqual([]);
  });
});

describe("settings of the workbook", () => {
  test("that cannot be read count as not set.", () => {
    expect(referenceOf({ settings: { period: "soon" } })).toBe("2025-Q1");
    expect(referenceOf({ settings: { period: "2025年上半年" } })).toBe("2025-H1");
    expect(referenceOf({ settings: { period: "latest" } })).toBe("latest");
    expect(languageOf({ settings: { language: "fr" }, hostLanguage: "zh" })).toBe("zh");
    expect(languageOf({ settings: { language: "en" }, hostLanguage: "zh" })).toBe("en");
  });
});

describe("single months", () => {
  test("are offered where sums from January are published, and open at a month with a figure.", () => {
    expect(measuresInView(indicatorOf("TOTAL_RETAIL"))).toContain("single");
    expect(measuresInView(indicatorOf("DIGITAL_PRODUCTS"))).not.toContain("single");
    const view = opened(state({ measure: "single" }), "TOTAL_RETAIL");
    expect(view?.periods.every((period) => /^20\d\d-(\d\d|Q\d)$/.test(period))).toBe(true);
    expect(view?.figure?.measure).toBe("single");
    expect(view?.other).toBeUndefined();
  });
});
