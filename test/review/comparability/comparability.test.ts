import { breaks } from "../../../src/dataset";
import { compareCells } from "../../../src/review/comparability/comparability";
import { below, growth, value } from "./formulas";
import { chartOver, findings, mixesOf, settings, sheetOf } from "./sheets";

describe("cumulative beside single months", () => {
  test("in a column is found, with the odd cell and what to do.", () => {
    const [mix, ...more] = findings(
      below(value("retail", "2025-04 YTD"), value("retail", "2025-05 YTD"), value("retail", "2025-06")),
    );
    expect(more).toEqual([]);
    expect(mix).toMatchObject({
      kind: "accumulation",
      severity: "notice",
      address: "B2:B4",
      cells: ["B4"],
    });
    expect(mix?.text.en).toBe(
      "B2:B4 puts figures counted from January (January to April 2025, January to May 2025) beside single periods (June 2025). Use one kind throughout: cumulative periods, or single months or quarters.",
    );
    expect(mix?.text.zh).toContain("2025年6月");
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
    expect(mixesOf(below(growth("retail", "2025-05 YTD"), growth("retail", "2025-06")))).toEqual([
      "accumulation B2:B3",
    ]);
    const single = '=INDEX(ECOM.SERIES("physical","single","2025-09","2025-09",FALSE),1,2)';
    expect(mixesOf(below(value("physical", "2025-08 YTD"), single))).toEqual(["accumulation B2:B3"]);
  });

  test("is not found where each month has its sum beside it.", () => {
    expect(
      mixesOf(
        below(
          value("retail", "2025-05"),
          value("retail", "2025-05 YTD"),
          value("retail", "2025-06"),
          value("retail", "2025-06 YTD"),
        ),
      ),
    ).toEqual([]);
  });

  test("is not found in months with the year below them, nor in quarter, half year and year.", () => {
    const months = ["2024-10", "2024-11", "2024-12", "2024"];
    expect(mixesOf(below(...months.map((period) => value("retail", period))))).toEqual([]);
    const sums = ["2025-Q1", "2025-H1", "2025-09 YTD", "2025"];
    expect(mixesOf(below(...sums.map((period) => value("physical", period))))).toEqual([]);
  });

  test("is not found between different indicators, nor across an empty cell, nor in two columns with headings.", () => {
    expect(mixesOf(below(value("physical", "2025-05 YTD"), value("retail", "2025-06")))).toEqual([]);
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
    expect(mixesOf(below(value("online shoppers", "2024-12"), value("online shoppers", "2025-H1")))).toEqual(
      [],
    );
  });
});

describe("sums", () => {
  test("that count months twice are warned of.", () => {
    const [mix] = findings(below('=ECOM.VALUE("physical","2025-Q1")+ECOM.VALUE("physical","2025-H1")'));
    expect(mix).toMatchObject({ kind: "accumulation", severity: "warning", address: "B2", cells: ["B2"] });
    expect(mix?.text.en).toContain("Q1 2025 and H1 2025");
    const cells = below(value("physical", "2025-Q1"), value("physical", "2025-H1"), "=SUM(B2:B3)");
    expect(mixesOf(cells)).toEqual(["accumulation B4"]);
  });

  test("of different months, of years and differences are right.", () => {
    expect(mixesOf(below('=ECOM.VALUE("retail","2025-05 YTD")+ECOM.VALUE("retail","2025-06")'))).toEqual([]);
    expect(mixesOf(below('=ECOM.VALUE("physical","2024")+ECOM.VALUE("physical","2025")'))).toEqual([]);
    expect(mixesOf(below('=ECOM.VALUE("physical","2025-H1")-ECOM.VALUE("physical","2025-Q1")'))).toEqual([]);
  });

  test("of a ministry's sample and a bureau's total are warned of, comparisons are not.", () => {
    const both = 'ECOM.VALUE("physical","2025")+ECOM.VALUE("RURAL_ONLINE_RETAIL","2025")';
    const [mix] = findings(below(`=${both}`));
    expect(mix).toMatchObject({ kind: "sample", severity: "warning" });
    expect(mixesOf(below('=AVERAGE(ECOM.GROWTH("physical"),ECOM.GROWTH("digital"))'))).toEqual(["sample B2"]);
    // Percentage points between a monitored sample and a total are no comparison.
    expect(mixesOf(below('=ECOM.GROWTH("digital")-ECOM.GROWTH("physical")'))).toEqual(["sample B2"]);
    expect(mixesOf(below('=ECOM.VALUE("RURAL_ONLINE_RETAIL","2025")/ECOM.VALUE("physical","2025")'))).toEqual(
      [],
    );
    expect(mixesOf(below('=ECOM.GROWTH("digital")', '=ECOM.GROWTH("physical")'))).toEqual([]);
  });

  test("of several units are warned of, scaled ones are not.", () => {
    const sum = '=ECOM.VALUE("physical","2024","billion")+ECOM.VALUE("physical","2025","yi")';
    expect(mixesOf(below(sum))).toEqual(["units B2"]);
    expect(mixesOf(below('=(ECOM.VALUE("physical","2024")+ECOM.VALUE("physical","2025"))/1E9'))).toEqual([]);
  });

  test("with any other function in them are left alone.", () => {
    const cells = below(value("physical", "2025-Q1"), value("physical", "2025-H1"));
    expect(mixesOf({ ...cells, B5: '=SUMIF(A2:A3,"x",B2:B3)' })).toEqual([]);
    expect(mixesOf({ ...cells, B5: "=MAX(B2:B3)" })).toEqual([]);
    expect(mixesOf({ ...cells, B5: "=SUM(Elsewhere!B2:B3)" })).toEqual([]);
    expect(mixesOf({ ...cells, B5: "=SUM(name)" })).toEqual([]);
  });
});

describe("a definition break", () => {
  const old = value("total", "2025");
  const successor = value("new total", "2026-08 YTD");

  test("is found where the successor goes on with the series, and its text comes from the data.", () => {
    const [mix] = findings(below(value("total", "2024"), old, successor));
    expect(mix).toMatchObject({ kind: "break", address: "B2:B4", cells: ["B4"] });
    const known = breaks.find(({ successor }) => successor !== undefined);
    expect(mix?.text.en).toContain(known?.text.en);
    expect(mix?.text.zh).toContain(known?.text.zh);
  });

  test("is found in calculations, within one indicator too.", () => {
    expect(
      mixesOf(below('=ECOM.VALUE("new total","2026-08 YTD")/ECOM.VALUE("total","2025-08 YTD")-1')),
    ).toEqual(["break B2"]);
    expect(mixesOf(below('=ECOM.VALUE("total",2015)/ECOM.VALUE("total",2014)-1'))).toEqual(["break B2"]);
    // There is no break here, but levels on two bases: growth by hand is not the published one.
    expect(mixesOf(below('=ECOM.VALUE("total",2016)/ECOM.VALUE("total",2015)-1'))).toEqual(["bases B2"]);
  });

  test("is found below a spilled series, and in a chart that runs over it without a gap.", () => {
    const cells = {
      A1: '=ECOM.SERIES("total","level","2023","2025",FALSE)',
      A4: "2026-08 YTD",
      B4: successor,
    };
    expect(mixesOf(cells)).toEqual(["break B1:B4"]);
    const over = (range: string, at: string) =>
      mixesOf(sheetOf({ B2: old, [at]: successor }, { charts: [chartOver("Mine", range)] }));
    expect(over("$B$2:$B$4", "B4")).toEqual([]);
    expect(over("$B$2:$B$3", "B3")).toContain("break Mine");
    const years = { A1: '=ECOM.SERIES("total","level","2014","2016",FALSE)' };
    expect(mixesOf(years)).toEqual([]);
    expect(mixesOf(sheetOf(years, { charts: [chartOver("Mine", "$B$1:$B$3")] }))).toEqual(["break Mine"]);
  });

  test("is not found in a list of other indicators too, nor across a gap, nor in two cells of a row.", () => {
    expect(mixesOf(below(old, successor, value("retail", "2025")))).toEqual([]);
    expect(mixesOf({ B2: old, B4: successor })).toEqual([]);
    expect(mixesOf({ B2: old, C2: successor })).toEqual([]);
  });
});

describe("published beside computed growth", () => {
  test("in a column is found, growth computed by hand too.", () => {
    const published = below(growth("physical", "2023"), growth("physical", "2024"));
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
    expect(mixesOf(below(growth("retail", "2024"), growth("retail", "2024", "computed")))).toEqual([]);
  });

  test("in one average is warned of.", () => {
    const average = '=AVERAGE(ECOM.GROWTH("retail","2023"),ECOM.GROWTH("retail","2024","computed"))';
    expect(mixesOf(below(average))).toEqual(["basis B2"]);
  });
});

describe("two units", () => {
  test("of one amount in a column are found, with the unit that is the odd one.", () => {
    const [mix] = findings(
      below(
        value("physical", "2023", "billion"),
        value("physical", "2024", "billion"),
        value("physical", "2025"),
      ),
    );
    expect(mix).toMatchObject({ kind: "units", cells: ["B4"] });
    expect(mix?.text).toEqual({
      en: "B2:B4 mixes units: billion yuan, yuan. Give every formula the same unit.",
      zh: "B2:B4混用不同单位：十亿元、元。请在每个公式中写同一单位（unit）。",
    });
  });

  test("of one indicator over time are found, of one period are a card.", () => {
    expect(
      mixesOf(below(value("physical", "2023"), value("physical", "2024"), growth("physical", "2025"))),
    ).toEqual(["units B2:B4"]);
    expect(mixesOf(below(value("physical", "2025"), growth("physical", "2025")))).toEqual([]);
  });

  test("of different things in a column are a list, and one amount in two units a conversion.", () => {
    expect(
      mixesOf(below(value("physical", "2025"), value("share", "2025"), value("EXPRESS_VOLUME", "2025"))),
    ).toEqual([]);
    expect(mixesOf(below(value("physical", "2025", "billion"), value("physical", "2025", "yi")))).toEqual([]);
  });

  test("on one axis of a chart are found, on two axes are not.", () => {
    const cells = {
      B2: value("physical", "2024"),
      B3: value("physical", "2025"),
      C2: growth("physical", "2024"),
      C3: growth("physical", "2025"),
    };
    const [mix] = compareCells(
      [sheetOf(cells, { charts: [chartOver("Mine", "$B$2:$B$3", "$C$2:$C$3")] })],
      settings,
    );
    expect(mix).toMatchObject({ kind: "units", chart: "Mine", address: "B2:B3" });
    expect(mix?.text.en).toContain("secondary axis");
    expect(mixesOf(sheetOf(cells, { charts: [chartOver("Mine", "$B$2:$B$3", "$C$2:$C$3!")] }))).toEqual([]);
  });
});

describe("blocks", () => {
  const cells = below(value("total", "2025"), value("new total", "2026-08 YTD"));

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
    expect(mixesOf(sheetOf(below(1, 2, "=B2+B3")))).toEqual([]);
    expect(mixesOf(sheetOf(below(1, 2, "=B2+B3"), { behind }))).toEqual(["accumulation B4"]);
  });
});

test("Another sheet's cells are followed, and each finding names its sheet.", () => {
  const quarter = sheetOf(below(value("physical", "2025-Q1")), { sheet: "It's one" });
  const total = sheetOf({ A1: `='It''s one'!B2+ECOM.VALUE("physical","2025-H1")` }, { sheet: "Two" });
  expect(compareCells([quarter, total], settings).map(({ sheet, kind }) => `${sheet}: ${kind}`)).toEqual([
    "Two: accumulation",
  ]);
});
