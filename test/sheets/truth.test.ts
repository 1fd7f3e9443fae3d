import { shownTitle, sources } from "../../src/dataset";
import type { Period } from "../../src/dataset";
import type { Cell, Plan } from "../../src/sheets/plan";
import type { TemplateId } from "../../src/workbook/insertion";
import { choice, customPage, pageOf, texts } from "./plans";

/** What a page says must be true of the figures that stand on it, and must not mislead. */
/** Rows whose first cell is a text, with their row in the sheet. */
const rowsOf = ({ cells }: Plan, name: Cell): { row: number; cells: readonly Cell[] }[] =>
  cells.flatMap(({ at, rows }) =>
    rows.flatMap((row, index) => (row[0] === name ? [{ row: at[0] + index, cells: row }] : [])),
  );
/** The same, of the page's first table. */
const tableRow = (plan: Plan, name: Cell): { row: number; cells: readonly Cell[] } => {
  const [first = 0, , count = 0] = plan.tables[0]?.area ?? [];
  const inTable = rowsOf(plan, name).find(({ row }) => row > first && row < first + count);
  if (!inTable) throw new Error(`The table has no row ${String(name)}.`);
  return inTable;
};
/** What a chart names on its axis. */
const categories = (plan: Plan, id: string): Cell[] => {
  const [row = 0, , count = 0] = plan.charts.find((chart) => chart.id === id)?.categories ?? [];
  return plan.cells.flatMap(({ at, rows }) =>
    at[1] === 0
      ? rows.filter((_, i) => at[0] + i >= row && at[0] + i < row + count).map(([name]) => name ?? null)
      : [],
  );
};
const formatAt = ({ formats }: Plan, row: number, column: number): string | undefined =>
  formats
    .filter(
      ({ area }) =>
        area[0] <= row && row < area[0] + area[2] && area[1] <= column && column < area[1] + area[3],
    )
    .map(({ area, format }) =>
      typeof format === "string" ? format : format[row - area[0]]?.[column - area[1]],
    )[0];
describe("differences on a year earlier", () => {
  test("of amounts count in the unit of their column's heading.", () => {
    const plan = customPage(choice(["TOTAL_RETAIL"], ["difference"], "annual"), "2025");
    expect(
      texts(plan).some((text) => text.endsWith(", trillion yuan") && text.startsWith("Difference")),
    ).toBe(true);
    for (const year of [2021, 2024]) {
      expect(formatAt(plan, tableRow(plan, year).row, 1)).toMatch(/^\+#,##0\.00,,,,;/);
    }
  });

  test("of shares are not shown as per cent alone, which would be a growth rate.", () => {
    for (const [language, mark] of [
      ["en", '" pts"'],
      ["zh", '"点"'],
    ] as const) {
      const own = choice(["ONLINE_RETAIL_PHYSICAL_SHARE"], ["difference"], "annual");
      const plan = customPage(own, "2025", language);
      const { row } = tableRow(plan, 2025);
      expect(formatAt(plan, row, 1)?.split(";")[0]).toBe(`+0.0%${mark}`);
    }
  });
});

test("A computed figure has the sources of both its parts.", () => {
  const own = { ...choice(["TOTAL_RETAIL"], ["difference"], "annual"), from: "2024" as Period };
  const plan = customPage(own, "2024");
  const listed = sources
    .filter((source) => texts(plan).includes(shownTitle(source, "en")))
    .map(({ published }) => published);
  expect(listed.some((date) => date.startsWith("2024-01"))).toBe(true);
  expect(tableRow(plan, 2024).cells.at(-1)).toMatch(/, /);
});

test("Only what is of its kind stands in a chart of kinds.", () => {
  const drawn = (template: TemplateId, period: string, id: string): Cell[] =>
    categories(pageOf(template, period), id);
  // Not retail sales of services, which include offline sales, and not data traffic, which is no product.
  expect(drawn("services", "2026-08 YTD", "kinds")).toEqual(["Online travel", "Online catering"]);
  expect(drawn("tradein", "2025-11 YTD", "digital")).toEqual([
    "Smart wearables",
    "Smart robots",
    "Digital products",
  ]);
});

describe("the narrower scope of 2014", () => {
  const narrower = (text: string): boolean => text.includes("2014 was published in a narrower scope");

  test("is told of on the pages where its figure stands, and on no other.", () => {
    const told = ["2014", "2015", "2025-Q1"].map((period) => texts(pageOf("quarter", period)).some(narrower));
    expect(told).toEqual([true, false, false]);
  });

  test("is told of above a table that sets it beside the next year.", () => {
    const plan = pageOf("retail", "2015");
    const [head] = rowsOf(plan, "Sums from January: 2015 against 2014");
    const above = plan.cells.flatMap(({ at, rows }) =>
      rows.map((row, index) => ({ row, at: at[0] + index })),
    );
    expect(above.find(({ at }) => at === (head?.row ?? 0) + 1)?.row[0]).toMatch(/narrower scope/);
  });
});

test("No page says that nothing is known of what it shows.", () => {
  for (const period of ["2014", "2015", "2016-Q1"]) {
    const said = texts(pageOf("quarter", period)).filter((text) =>
      /online retail.*known up to this period/.test(text),
    );
    // What is not drawn has no heading either.
    expect(said).toEqual([]);
  }
});

describe("a stock", () => {
  test("stands at the end of a month, whatever the period of its figure.", () => {
    const row = (language: "en" | "zh", name: string): readonly Cell[] | undefined =>
      rowsOf(pageOf("services", "2024", { language }), name).find(({ cells }) => cells.length > 3)?.cells;
    expect(row("en", "Silk Road e-commerce partner countries")?.[1]).toBe("end Jun 2024");
    expect(row("zh", "“丝路电商”伙伴国数量")?.[1]).toBe("2024年6月末");
    expect(row("en", "Retail sales of services")?.[1]).toBe(2024);
  });

  test("is called no sum from January, and is drawn at the same month of each year.", () => {
    const plan = customPage(choice(["ONLINE_SHOPPERS"], ["level"], "ytd"), "2025");
    expect(texts(plan).filter((text) => /sums from January|lengths/.test(text))).toEqual([]);
    expect(texts(plan)).toContain("end Dec 2017 to end Dec 2025. Drawn: end of December, year by year.");
    const [chart] = plan.charts;
    expect(chart?.categories[2]).toBe(9);
    const [row = 0] = chart?.categories ?? [];
    const drawn = plan.cells.flatMap(({ at, rows }) => rows.filter((_, index) => at[0] + index === row + 6));
    expect(drawn[0]).toEqual(["2023", 915]);
  });
});

describe("what would be read as something else without its note", () => {
  const noted = (template: TemplateId, period: string, language: "en" | "zh" = "en"): string =>
    texts(pageOf(template, period, { language })).join("\n");

  test("a change without a period of comparison, a window that is not the period, a low base.", () => {
    expect(noted("quarter", "2025-Q1")).toContain("belt), Q1 2025: No comparison period stated.");
    expect(noted("quarter", "2025-Q1", "zh")).toContain("，2025年一季度：未说明对比时期。");
    // A figure that is counted since April belongs to no period: the page of January to May leaves it out.
    expect(noted("quarter", "2025-05 YTD")).not.toContain("platforms' sections");
    expect(noted("services", "2023-H1")).toContain("Online travel, H1 2023: ");
  });

  test("a provisional figure, where no column says so.", () => {
    expect(noted("retail", "2024")).toMatch(/January to October 2023: .*Kept provisional\./);
  });

  test("how a text was come by is no such note.", () => {
    expect(noted("tradein", "2025-05 YTD")).not.toContain("Exact release day not known");
  });
});

describe("charts", () => {
  test("keep the places of months of which nothing was published.", () => {
    const plan = pageOf("retail", "2018-09 YTD");
    // No text of August 2018 was found.
    expect(categories(plan, "months")).toEqual(
      "Feb 17,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Feb 18,Mar,Apr,May,Jun,Jul,Aug,Sep".split(","),
    );
    expect(categories(plan, "against")).toEqual("Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "));
    // The table has rows only for months with figures.
    expect(rowsOf(pageOf("retail", "2015"), "March")).toEqual([]);
  });

  test("name every bar.", () => {
    const bars = pageOf("quarter", "2025").charts.filter(({ type }) => type === "bar");
    expect(bars.map(({ every }) => every)).toEqual([1]);
  });
});

test("A key figure that was computed says so in full: its note has the lines that it needs.", () => {
  const own = choice(["TOTAL_RETAIL", "ONLINE_RETAIL_PHYSICAL"], ["single", "difference"], "month");
  const plan = customPage(own, "2026-08");
  const notes = texts(plan).filter((text) => text === "trillion yuan, computed");
  expect(notes).toHaveLength(1);
  expect(plan.heights.find(({ row }) => row === 5)?.height).toBeGreaterThan(20);
  expect(texts(plan).some((text) => text.endsWith("yuan, difference on a year earlier"))).toBe(true);
});
