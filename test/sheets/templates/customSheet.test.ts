import { indicators, measureNames } from "../../../src/dataset";
import type { IndicatorCode, MeasureName, Period } from "../../../src/dataset";
import { buildPlan } from "../../../src/sheets/buildPlan";
import { isFormula } from "../../../src/sheets/plan";
import { faults } from "../invariants";
import { allCells, cellAt, cellsIn, chartOf, choice, customPage, pageOf, texts } from "../plans";

describe("a custom sheet", () => {
  test("is whole for any indicators and measures, or says why there is none.", () => {
    const sets: IndicatorCode[][] = [
      ["ONLINE_RETAIL_TOTAL"],
      ["SILKROAD_PARTNERS"],
      ["ONLINE_RETAIL_PHYSICAL", "TOTAL_RETAIL", "EXPRESS_VOLUME", "ONLINE_SHOPPERS"],
      indicators.map(({ code }) => code),
    ];
    for (const codes of sets) {
      for (const freq of ["annual", "ytd", "quarter", "month"] as const) {
        for (const measures of [["growth", "level"], ["index", "single"], measureNames] as MeasureName[][]) {
          const plan = buildPlan(
            {
              kind: "summary",
              template: "own",
              period: "2025" as Period,
              live: true,
              own: choice(codes, measures, freq),
            },
            { language: "en", spills: true, cards: true },
          );
          const what = [codes.length, freq, ...measures];
          expect([...what, ...(plan.ok ? faults(plan.value) : [])]).toEqual(what);
        }
      }
    }
  });

  test("keeps amounts of different units in tables of their own.", () => {
    const own = choice(["ONLINE_RETAIL_PHYSICAL", "EXPRESS_VOLUME"], ["level"], "annual");
    expect(customPage(own, "2025").tables).toHaveLength(2);
  });

  test("shows level and growth of one indicator as columns with a line.", () => {
    const own = choice(["ONLINE_RETAIL_PHYSICAL"], ["level", "growth"], "annual");
    expect(customPage(own, "2025").charts.map(({ type }) => type)).toEqual(["column-line"]);
  });

  test("compares in a chart only sums of one length, a place for every year.", () => {
    const own = choice(["ONLINE_RETAIL_PHYSICAL"], ["level"], "ytd");
    const plan = customPage(own, "2025-Q1");
    expect(plan.charts.map(({ title }) => title)).toEqual([
      "Physical goods, January to March",
      "Physical goods, full years",
    ]);
    const years = (id: string) =>
      cellsIn(plan, chartOf(plan, id).data)
        .slice(1)
        .map(([label]) => label);
    const tenFrom = (year: number) => Array.from({ length: 10 }, (_, index) => String(year + index));
    expect(years("parta")).toEqual(tenFrom(2016));
    expect(years("partayears")).toEqual(tenFrom(2015));
  });

  test("says what is not drawn because one or two points are no course.", () => {
    const own = choice(["DIGITAL_PRODUCTS", "ONLINE_RETAIL_PHYSICAL"], ["growth"], "ytd");
    const plan = customPage(own, "2025-Q1");
    expect(texts(plan).some((text) => text.includes("Too few figures to draw: Digital products."))).toBe(
      true,
    );
  });

  test("marks computed figures in the heading and in italics.", () => {
    const own = choice(["ONLINE_RETAIL_PHYSICAL"], ["computed growth"], "annual");
    const plan = customPage(own, "2025");
    expect(plan.styles.some(({ style }) => style === "derived")).toBe(true);
    expect(texts(plan).some((text) => text.startsWith("Computed growth (not published)"))).toBe(true);
  });

  test("names what was chosen and has no figure.", () => {
    const own = choice(["DIGITAL_PRODUCTS", "ONLINE_RETAIL_FOOD", "SILKROAD_PARTNERS"], ["growth"], "ytd");
    expect(texts(customPage(own, "2025"))).toContain(
      "Growth: no figure in this range for Silk Road e-commerce partner countries.",
    );
  });

  test("asks for an index by its place in the whole series, so that its base is the same.", () => {
    const own = { ...choice(["TOTAL_RETAIL"], ["index"], "annual"), from: "2020" as Period };
    const plan = pageOf("own", "2024", { live: true, own });
    const formulas = allCells(plan).filter(isFormula);
    expect(formulas.at(-1)?.formula).toMatch(
      /^=INDEX\(ECOM\.SERIES\("TOTAL_RETAIL","index","2020","2024",FALSE,"annual"\),\d+,2\)$/,
    );
  });

  test("without a choice is refused with what is missing.", () => {
    const plan = buildPlan(
      { kind: "summary", template: "own", period: "2025" as Period, live: true },
      { language: "en", spills: true, cards: true },
    );
    expect(plan).toMatchObject({ ok: false, reason: { name: "missing-argument" } });
  });
});

test("A custom sheet says why computed growth is blank: levels of two bases, with both numbers and what works.", () => {
  const own = {
    indicators: ["ONLINE_RETAIL_PHYSICAL"],
    measures: ["level", "computed growth"],
    freq: "annual",
    charts: false,
  } as const;
  const said = texts(customPage(own, "2025")).find((text) => /left blank for/.test(text));
  expect(said).toMatch(
    /computed.*: left blank for 2016, .*2025\. .*levels give \+0\.1%, published growth \+5\.2%: two bases\. Use ECOM\.GROWTH/i,
  );
  const plain = { ...own, measures: ["level", "growth"] } as const;
  expect(texts(customPage(plain, "2025")).some((text) => /left blank/.test(text))).toBe(false);
});

test("A custom sheet bears the title that was chosen.", () => {
  const own = { ...choice(["TOTAL_RETAIL"], ["single"], "month"), title: "Shops, month by month" };
  const plan = customPage(own, "2025-08");
  expect(cellAt(plan, 0, 0)).toBe("Shops, month by month");
  expect(plan.charts).toHaveLength(1);
});
