import { indicators, observationsOf, shownTitle, sources } from "../../../../src/dataset";
import type { Language, Period } from "../../../../src/dataset";
import { isFormula, isReference } from "../../../../src/sheets/plan";
import type { Cell, Plan } from "../../../../src/sheets/plan";
import { quarterPlan } from "../../../../src/sheets/templates/quarter/quarter";
import { dealt } from "../../../dealt";
import { faults } from "../../invariants";
import { cellAt as at, texts } from "../../plans";

const Q1 = "2025-Q1" as Period;
const plan = (period: Period, language: Language = "en", live = false, asof?: string): Plan => {
  const page = quarterPlan({ period, language, live, asof });
  if (!page.ok) throw new Error(JSON.stringify(page.reason));
  return page.value;
};
/** The rows of the table of indicators, without its headings. */
const figures = (page: Plan): readonly (readonly Cell[])[] => {
  const area = page.tables[0]?.area;
  return page.cells.find((block) => block.at[0] === area?.[0])?.rows.slice(1) ?? [];
};

describe("the first quarter of 2025, the page that the product was made for", () => {
  const page = plan(Q1);

  test("shows the six key figures of the period, in their order.", () => {
    const labels = [1, 2, 3, 4, 5, 6].map((column) => at(page, 4, column));
    const numbers = [1, 2, 3, 4, 5, 6].map((column) => at(page, 5, column));
    expect(labels).toEqual([
      "Online retail sales",
      "Physical goods, online",
      "Physical goods’ share",
      "Digital products",
      "Online entertainment",
      "In-store dining",
    ]);
    expect(numbers).toEqual([3624200000000, 0.057, 0.24, 0.074, 0.4, 0.292]);
    expect(at(page, 7, 1)).toBe(0.079);
  });

  test("lists every indicator with a figure for the period, and no other.", () => {
    const expected = indicators
      .filter(({ code }) => observationsOf(code).some(({ period }) => period === Q1))
      .map(({ label }) => label.en);
    expect(figures(page).map(([label]) => label)).toHaveLength(18);
    expect(
      figures(page)
        .map(([label]) => label)
        .sort(),
    ).toEqual(expected.sort());
  });

  test("has the three charts, each over a block with its headings and periods as text.", () => {
    expect(page.charts.map(({ id, type }) => `${id} ${type}`)).toEqual([
      "growth bar",
      "retail column-line",
      "silkroad bar",
    ]);
    const retail = page.charts[1];
    expect(retail?.series.map(({ secondary = false }) => secondary)).toEqual([false, true]);
  });

  test("sorts growth from the fastest to the slowest.", () => {
    const [growth] = page.charts;
    const [row = 0, column = 0, count = 0] = growth?.series[0]?.values ?? [];
    const drawn = Array.from({ length: count }, (_, index) => Number(at(page, row + index, column)));
    expect(drawn).toEqual([...drawn].sort((a, b) => b - a));
  });

  test("names the ministry's rounded figure beside the bureau's.", () => {
    expect(
      texts(page).some((text) => text.includes("Ministry of Commerce") && text.includes(" 3.6 trillion")),
    ).toBe(true);
  });

  test("numbers its sources as the table names them, each with its own link where one is known.", () => {
    const named = new Set(figures(page).flatMap((row) => String(row[6]).split(", ").map(Number)));
    const listed = texts(page)
      .filter((text) => /^\d+ {2}/.test(text))
      .map((text) => parseInt(text, 10));
    expect(listed).toEqual(listed.map((_, index) => index + 1));
    for (const number of named) expect(listed).toContain(number);
    const linked = sources.filter(
      (source) => source.url !== "" && texts(page).includes(shownTitle(source, "en")),
    );
    expect(page.links.map(({ url }) => url).sort()).toEqual(linked.map(({ url }) => url).sort());
    expect(linked.length).toBeGreaterThan(0);
  });

  test("is printed one page wide, with its title on each page and without the charts' data.", () => {
    expect(page.print?.titleRows).toEqual([0, 2]);
    const [, , printed = 0] = page.print?.area ?? [];
    for (const { data } of page.charts) expect(data[0]).toBeGreaterThanOrEqual(printed);
  });
});

describe("live formulas", () => {
  const page = plan(Q1, "en", true);

  test("write the period out in every formula of ours.", () => {
    const formulas = page.cells.flatMap(({ rows }) => rows.flat()).filter(isFormula);
    expect(formulas.length).toBeGreaterThan(20);
    for (const { formula } of formulas) expect(formula).toContain('"2025-Q1"');
  });

  test("stand in the table alone: a tile shows the table's cell.", () => {
    const shown = at(page, 5, 1);
    expect(isReference(shown) && at(page, ...shown.cell)).toEqual({
      formula: '=ECOM.VALUE("ONLINE_RETAIL_TOTAL","2025-Q1")',
    });
  });

  test("leave the charts their own block of values.", () => {
    for (const { data } of page.charts) {
      for (let row = data[0]; row < data[0] + data[2]; row += 1) {
        expect(typeof at(page, row, data[1] + 1)).not.toBe("object");
      }
    }
  });

  test("stand where the values stand in the frozen page.", () => {
    const frozen = plan(Q1);
    expect([frozen.rows, frozen.columns]).toEqual([page.rows, page.columns]);
    expect(frozen.charts).toEqual(page.charts);
    expect(
      frozen.cells.flatMap(({ rows }) => rows.flat()).some((cell) => isFormula(cell) || isReference(cell)),
    ).toBe(false);
  });
});

test("Every period that the data know gives a whole page, in both languages, live and frozen.", () => {
  const periods = new Set(indicators.flatMap(({ code }) => observationsOf(code).map(({ period }) => period)));
  expect(periods.size).toBeGreaterThan(40);
  for (const period of dealt([...periods], 6)) {
    for (const language of ["en", "zh"] as const) {
      for (const live of [true, false]) {
        expect({ period, language, live, faults: faults(plan(period, language, live)) }).toEqual({
          period,
          language,
          live,
          faults: [],
        });
      }
    }
  }
});

test("A Chinese page holds no English but the names and titles that have no other form.", () => {
  const page = plan(Q1, "zh");
  const titles = new Set([
    ...sources.map(({ title }) => title),
    ...page.links.map(({ at: cell }) => at(page, ...cell)),
  ]);
  const english = texts(page).filter((text) => /[a-z]{4,}/.test(text) && !titles.has(text));
  expect(english.filter((text) => !/ECOM for Excel|GMT Eight|electronic bills/.test(text))).toEqual([]);
});

test("A period without key figures says which are missing and where the nearest are.", () => {
  const said = texts(plan("2026-08 YTD" as Period)).find((text) =>
    text.startsWith("No figure for this period"),
  );
  expect(said).toContain("Digital products (nearest: January to November 2025)");
});

test("A page of 2026 draws the new series alone and tells of the break.", () => {
  const page = plan("2026-08 YTD" as Period);
  const retail = page.charts.find(({ id }) => id === "retail");
  expect(at(page, retail?.categories[0] ?? 0, 0)).toBe("Feb 26");
  expect(texts(page).some((text) => text.startsWith("Break in National online retail sales"))).toBe(true);
});

test("A page as of a day shows nothing that was released after it.", () => {
  const page = plan(Q1, "en", false, "2025-04-18");
  expect(figures(page).some(([label]) => String(label).includes("Digital products"))).toBe(false);
  expect(texts(page).some((text) => text.includes("21 April 2025"))).toBe(false);
});

test("A period without any figure is refused with a reason.", () => {
  expect(quarterPlan({ period: "1999" as Period, language: "en", live: true })).toMatchObject({ ok: false });
});
