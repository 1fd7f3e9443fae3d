import { breaks, indicators, measuresOf, series } from "../../../src/dataset";
import type { Period } from "../../../src/dataset";
import { compareCells } from "../../../src/review/comparability/comparability";
import { buildPlan } from "../../../src/sheets/buildPlan";
import type { Circumstances } from "../../../src/sheets/circumstances";
import type { Insertion } from "../../../src/workbook/insertion";
import { cases } from "../../sheets/cases";
import { chartOver, findings, mixesOf, settings, sheetOf, sheetOfPlan } from "./sheets";

const value = (indicator: string, period: string, unit?: string) =>
  `=ECOM.VALUE("${indicator}","${period}"${unit ? `,"${unit}"` : ""})`;
const growth = (indicator: string, period: string, basis?: string) =>
  `=ECOM.GROWTH("${indicator}","${period}"${basis ? `,"${basis}"` : ""})`;

describe("cumulative beside single months", () => {
  test("in a column is found, with the odd cell and what to do.", () => {
    const [found, ...more] = findings({
      B2: value("retail", "2025-04 YTD"),
      B3: value("retail", "2025-05 YTD"),
      B4: value("retail", "2025-06"),
    });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: "accumulation",
      severity: "notice",
      address: "B2:B4",
      cells: ["B4"],
    });
    expect(found?.text.en).toBe(
      "B2:B4 puts figures counted from January (January to April 2025, January to May 2025) beside single periods (June 2025). Use one kind throughout: cumulative periods, or single months or quarters.",
    );
    expect(found?.text.zh).toContain("2025年6月");
  });

  test("is found where the periods stand in other cells.", () => {
    const cells = {
      A2: "2025-04 YTD",
      A3: "2025年5月",
      B2: '=ECOM.VALUE("retail",A2)',
      B3: '=ECOM.VALUE("retail",$A3)',
    };
    expect(mixesOf(cells)).toEqual(["accumulation B2:B3"]);
  });

  test("is found in growth, and in a series taken out of a spilled formula.", () => {
    expect(mixesOf({ B2: growth("retail", "2025-05 YTD"), B3: growth("retail", "2025-06") })).toEqual([
      "accumulation B2:B3",
    ]);
    const single = '=INDEX(ECOM.SERIES("physical","single","2025-09","2025-09",FALSE),1,2)';
    expect(mixesOf({ B2: value("physical", "2025-08 YTD"), B3: single })).toEqual(["accumulation B2:B3"]);
  });

  test("is not found where each month has its sum beside it.", () => {
    expect(
      mixesOf({
        B2: value("retail", "2025-05"),
        B3: value("retail", "2025-05 YTD"),
        B4: value("retail", "2025-06"),
        B5: value("retail", "2025-06 YTD"),
      }),
    ).toEqual([]);
  });

  test("is not found in months with the year below them, nor in quarter, half year and year.", () => {
    const months = ["2024-10", "2024-11", "2024-12", "2024"].map((period, row) => [
      `B${row + 2}`,
      value("retail", period),
    ]);
    expect(mixesOf(Object.fromEntries(months) as Record<string, string>)).toEqual([]);
    const sums = ["2025-Q1", "2025-H1", "2025-09 YTD", "2025"].map((period, row) => [
      `B${row + 2}`,
      value("physical", period),
    ]);
    expect(mixesOf(Object.fromEntries(sums) as Record<string, string>)).toEqual([]);
  });

  test("is not found between different indicators, nor across an empty cell, nor in two columns with headings.", () => {
    expect(mixesOf({ B2: value("physical", "2025-05 YTD"), B3: value("retail", "2025-06") })).toEqual([]);
    expect(mixesOf({ B2: value("retail", "2025-05 YTD"), B4: value("retail", "2025-06") })).toEqual([]);
    expect(mixesOf({ B2: value("retail", "2025-05 YTD"), C2: value("retail", "2025-06") })).toEqual([]);
  });

  test("is not found in one spilled formula, whose first column names each period, but in a chart of it.", () => {
    const cells = { A1: '=ECOM.SERIES("retail","level","2025-04","2025-08",TRUE,"all")' };
    expect(mixesOf(cells)).toEqual([]);
    expect(mixesOf(sheetOf(cells, { charts: [chartOver("Mine", "$B$2:$B$12")] }))).toEqual([
      "accumulation Mine",
    ]);
  });

  test("is not found for what stands at the end of a month.", () => {
    expect(
      mixesOf({ B2: value("online shoppers", "2024-12"), B3: value("online shoppers", "2025-H1") }),
    ).toEqual([]);
  });
});

describe("sums", () => {
  test("that count months twice are warned of.", () => {
    const [found] = findings({ B2: '=ECOM.VALUE("physical","2025-Q1")+ECOM.VALUE("physical","2025-H1")' });
    expect(found).toMatchObject({ kind: "accumulation", severity: "warning", address: "B2", cells: ["B2"] });
    expect(found?.text.en).toContain("Q1 2025 and H1 2025");
    const cells = { B2: value("physical", "2025-Q1"), B3: value("physical", "2025-H1"), B4: "=SUM(B2:B3)" };
    expect(mixesOf(cells)).toEqual(["accumulation B4"]);
  });

  test("of different months, of years and differences are right.", () => {
    expect(mixesOf({ B2: '=ECOM.VALUE("retail","2025-05 YTD")+ECOM.VALUE("retail","2025-06")' })).toEqual([]);
    expect(mixesOf({ B2: '=ECOM.VALUE("physical","2024")+ECOM.VALUE("physical","2025")' })).toEqual([]);
    expect(mixesOf({ B2: '=ECOM.VALUE("physical","2025-H1")-ECOM.VALUE("physical","2025-Q1")' })).toEqual([]);
  });

  test("of a ministry's sample and a bureau's total are warned of, comparisons are not.", () => {
    const both = 'ECOM.VALUE("physical","2025")+ECOM.VALUE("RURAL_ONLINE_RETAIL","2025")';
    const [found] = findings({ B2: `=${both}` });
    expect(found).toMatchObject({ kind: "sample", severity: "warning" });
    expect(mixesOf({ B2: '=AVERAGE(ECOM.GROWTH("physical"),ECOM.GROWTH("digital"))' })).toEqual([
      "sample B2",
    ]);
    // Percentage points between a monitored sample and a total are no comparison.
    expect(mixesOf({ B2: '=ECOM.GROWTH("digital")-ECOM.GROWTH("physical")' })).toEqual(["sample B2"]);
    expect(
      mixesOf({ B2: '=ECOM.VALUE("RURAL_ONLINE_RETAIL","2025")/ECOM.VALUE("physical","2025")' }),
    ).toEqual([]);
    expect(mixesOf({ B2: '=ECOM.GROWTH("digital")', B3: '=ECOM.GROWTH("physical")' })).toEqual([]);
  });

  test("of several units are warned of, scaled ones are not.", () => {
    const sum = '=ECOM.VALUE("physical","2024","billion")+ECOM.VALUE("physical","2025","yi")';
    expect(mixesOf({ B2: sum })).toEqual(["units B2"]);
    expect(mixesOf({ B2: '=(ECOM.VALUE("physical","2024")+ECOM.VALUE("physical","2025"))/1E9' })).toEqual([]);
  });

  test("with any other function in them are left alone.", () => {
    const cells = { B2: value("physical", "2025-Q1"), B3: value("physical", "2025-H1") };
    expect(mixesOf({ ...cells, B5: '=SUMIF(A2:A3,"x",B2:B3)' })).toEqual([]);
    expect(mixesOf({ ...cells, B5: "=MAX(B2:B3)" })).toEqual([]);
    expect(mixesOf({ ...cells, B5: "=SUM(Elsewhere!B2:B3)" })).toEqual([]);
    expect(mixesOf({ ...cells, B5: "=SUM(name)" })).toEqual([]);
  });
});

describe("a definition break", () => {
  const old = value("total", "2025");
  const next = value("new total", "2026-08 YTD");

  test("is found where the successor goes on with the series, and its text comes from the data.", () => {
    const [found] = findings({ B2: value("total", "2024"), B3: old, B4: next });
    expect(found).toMatchObject({ kind: "break", address: "B2:B4", cells: ["B4"] });
    const known = breaks.find(({ successor }) => successor !== undefined);
    expect(found?.text.en).toContain(known?.text.en);
    expect(found?.text.zh).toContain(known?.text.zh);
  });

  test("is found in calculations, within one indicator too.", () => {
    expect(
      mixesOf({ B2: '=ECOM.VALUE("new total","2026-08 YTD")/ECOM.VALUE("total","2025-08 YTD")-1' }),
    ).toEqual(["break B2"]);
    expect(mixesOf({ B2: '=ECOM.VALUE("total",2015)/ECOM.VALUE("total",2014)-1' })).toEqual(["break B2"]);
    // No break between these; but is the growth by hand the published one? Not for 2016, whose levels are of two bases.
    expect(mixesOf({ B2: '=ECOM.VALUE("total",2016)/ECOM.VALUE("total",2015)-1' })).toEqual(["bases B2"]);
  });

  test("is found below a spilled series, and in a chart that runs over it without a gap.", () => {
    const cells = { A1: '=ECOM.SERIES("total","level","2023","2025",FALSE)', A4: "2026-08 YTD", B4: next };
    expect(mixesOf(cells)).toEqual(["break B1:B4"]);
    const over = (range: string, at: string) =>
      mixesOf(sheetOf({ B2: old, [at]: next }, { charts: [chartOver("Mine", range)] }));
    expect(over("$B$2:$B$4", "B4")).toEqual([]);
    expect(over("$B$2:$B$3", "B3")).toContain("break Mine");
    const years = { A1: '=ECOM.SERIES("total","level","2014","2016",FALSE)' };
    expect(mixesOf(years)).toEqual([]);
    expect(mixesOf(sheetOf(years, { charts: [chartOver("Mine", "$B$1:$B$3")] }))).toEqual(["break Mine"]);
  });

  test("is not found in a list of other indicators too, nor across a gap, nor in two cells of a row.", () => {
    expect(mixesOf({ B2: old, B3: next, B4: value("retail", "2025") })).toEqual([]);
    expect(mixesOf({ B2: old, B4: next })).toEqual([]);
    expect(mixesOf({ B2: old, C2: next })).toEqual([]);
  });
});

describe("published beside computed growth", () => {
  test("in a column is found, growth computed by hand too.", () => {
    const published = { B2: growth("physical", "2023"), B3: growth("physical", "2024") };
    expect(mixesOf({ ...published, B4: growth("retail", "2024", "computed") })).toEqual(["basis B2:B4"]);
    expect(
      mixesOf({ ...published, B4: '=ECOM.VALUE("physical",2025)/ECOM.VALUE("physical",2024)-1' }),
    ).toEqual(["bases B4", "basis B2:B4"]);
    const levels = { E3: value("physical", "2024"), E4: value("physical", "2025") };
    expect(mixesOf({ ...published, ...levels, B4: "=E4/E3-1" })).toEqual(["bases B4", "basis B2:B4"]);
  });

  test("side by side for the same periods is a comparison.", () => {
    expect(
      mixesOf({
        B2: growth("retail", "2023"),
        C2: growth("retail", "2023", "computed"),
        B3: growth("retail", "2024"),
        C3: growth("retail", "2024", "computed"),
      }),
    ).toEqual([]);
    expect(mixesOf({ B2: growth("retail", "2024"), B3: growth("retail", "2024", "computed") })).toEqual([]);
  });

  test("in one average is warned of.", () => {
    const average = '=AVERAGE(ECOM.GROWTH("retail","2023"),ECOM.GROWTH("retail","2024","computed"))';
    expect(mixesOf({ B2: average })).toEqual(["basis B2"]);
  });
});

describe("two units", () => {
  test("of one amount in a column are found, with the unit that is the odd one.", () => {
    const [found] = findings({
      B2: value("physical", "2023", "billion"),
      B3: value("physical", "2024", "billion"),
      B4: value("physical", "2025"),
    });
    expect(found).toMatchObject({ kind: "units", cells: ["B4"] });
    expect(found?.text).toEqual({
      en: "B2:B4 mixes units: billion yuan, yuan. Give every formula the same unit.",
      zh: "B2:B4混用不同单位：十亿元、元。请在每个公式中写同一单位（unit）。",
    });
  });

  test("of one indicator over time are found, of one period are a card.", () => {
    expect(
      mixesOf({
        B2: value("physical", "2023"),
        B3: value("physical", "2024"),
        B4: growth("physical", "2025"),
      }),
    ).toEqual(["units B2:B4"]);
    expect(mixesOf({ B2: value("physical", "2025"), B3: growth("physical", "2025") })).toEqual([]);
  });

  test("of different things in a column are a list, and one amount in two units a conversion.", () => {
    expect(
      mixesOf({
        B2: value("physical", "2025"),
        B3: value("share", "2025"),
        B4: value("EXPRESS_VOLUME", "2025"),
      }),
    ).toEqual([]);
    expect(
      mixesOf({ B2: value("physical", "2025", "billion"), B3: value("physical", "2025", "yi") }),
    ).toEqual([]);
  });

  test("on one axis of a chart are found, on two axes are not.", () => {
    const cells = {
      B2: value("physical", "2024"),
      B3: value("physical", "2025"),
      C2: growth("physical", "2024"),
      C3: growth("physical", "2025"),
    };
    const [found] = compareCells(
      [sheetOf(cells, { charts: [chartOver("Mine", "$B$2:$B$3", "$C$2:$C$3")] })],
      settings,
    );
    expect(found).toMatchObject({ kind: "units", chart: "Mine", address: "B2:B3" });
    expect(found?.text.en).toContain("secondary axis");
    expect(mixesOf(sheetOf(cells, { charts: [chartOver("Mine", "$B$2:$B$3", "$C$2:$C$3!")] }))).toEqual([]);
  });
});

describe("what we insert ourselves gives no finding", () => {
  const circumstances: Circumstances = { language: "en", spills: true, cards: true };

  test.each(Object.keys(cases))("%s", (name) => {
    const { insertion, circumstances: given } = cases[name]!;
    for (const live of [true, false]) {
      const plan = buildPlan({ ...insertion, live } as Insertion, given);
      if (!plan.ok) throw new Error(JSON.stringify(plan.reason));
      expect(mixesOf(sheetOfPlan(plan.value))).toEqual([]);
    }
  });

  test("every indicator's series, table, chart and formula in every measure.", () => {
    let looked = 0;
    for (const indicator of indicators) {
      for (const measure of measuresOf(indicator)) {
        const found = series({ indicator, measure });
        const period = found.ok ? found.value.points.at(-1)?.period : undefined;
        if (period === undefined) continue;
        for (const kind of ["formula", "series", "table", "chart"] as const) {
          const plan = buildPlan(
            { kind, indicators: [indicator.code], period, measure, live: true },
            circumstances,
          );
          if (!plan.ok) continue;
          looked += 1;
          expect([indicator.code, measure, kind, ...mixesOf(sheetOfPlan(plan.value))]).toEqual([
            indicator.code,
            measure,
            kind,
          ]);
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
        expect([insertion.kind, period, ...mixesOf(sheetOfPlan(plan.value))]).toEqual([
          insertion.kind,
          period,
        ]);
      }
    }
    expect(looked).toBeGreaterThan(20);
  });

  test("a page of one's own, in every kind of periods.", () => {
    for (const freq of ["annual", "quarter", "month", "ytd"] as const) {
      const codes = [
        "TOTAL_RETAIL",
        "ONLINE_RETAIL_TOTAL",
        "ONLINE_RETAIL_GOODS_SERVICES",
        "DIGITAL_PRODUCTS",
      ] as const;
      const own = { indicators: codes, measures: ["level", "growth"] as const, freq, charts: true };
      const period = "2026-08 YTD" as Period;
      const plan = buildPlan({ kind: "summary", template: "own", period, live: true, own }, circumstances);
      if (!plan.ok) throw new Error(JSON.stringify(plan.reason));
      expect([freq, ...mixesOf(sheetOfPlan(plan.value))]).toEqual([freq]);
    }
  });
});

describe("blocks", () => {
  const cells = { B2: value("total", "2025"), B3: value("new total", "2026-08 YTD") };

  test("say themselves what stands in them, until somebody changes a cell.", () => {
    const blocks = (changed: string[]) => [{ area: [0, 0, 10, 5] as const, changed: new Set(changed) }];
    expect(mixesOf(sheetOf(cells, { blocks: blocks([]) }))).toEqual([]);
    expect(mixesOf(sheetOf(cells, { blocks: blocks(["2,1"]) }))).toEqual(["break B2:B3"]);
  });

  test("of values are read by the formulas behind them.", () => {
    const behind = new Map([
      ["1,1", value("physical", "2025-Q1")],
      ["2,1", value("physical", "2025-H1")],
    ]);
    expect(mixesOf(sheetOf({ B2: 1, B3: 2, B4: "=B2+B3" }))).toEqual([]);
    expect(mixesOf(sheetOf({ B2: 1, B3: 2, B4: "=B2+B3" }, { behind }))).toEqual(["accumulation B4"]);
  });
});

test("Another sheet's cells are followed, and each finding names its sheet.", () => {
  const one = sheetOf({ B2: value("physical", "2025-Q1") }, { sheet: "It's one" });
  const two = sheetOf({ A1: `='It''s one'!B2+ECOM.VALUE("physical","2025-H1")` }, { sheet: "Two" });
  expect(compareCells([one, two], settings).map(({ sheet, kind }) => `${sheet}: ${kind}`)).toEqual([
    "Two: accumulation",
  ]);
});
