import { coverage, matrix } from "../../src/data/coverage";
import { readTable } from "../../src/data/table";
import { tables } from "./tables";

const heading = "indicator_code,measure,freq,time_period,accumulation,withdrawn,obs_status,qualifier";
const of = (rows: readonly string[]) =>
  coverage({
    ...tables,
    observations: readTable(
      "observations",
      [heading, ...rows.map((row) => (row.split(",").length > 6 ? row : `${row},A,exact`))].join("\n"),
    ),
  });

test("Sums and months alone are two series, and what other years have is missing.", () => {
  const found = of([
    "RETAIL,LEVEL,M,2023-02,ytd,",
    "RETAIL,LEVEL,Q,2023-Q1,period,",
    "RETAIL,LEVEL,A,2023,period,",
    "RETAIL,LEVEL,M,2024-02,ytd,",
    "RETAIL,LEVEL,A,2024,period,",
    "RETAIL,LEVEL,M,2024-03,period,",
    "RETAIL,LEVEL,M,2024-03,ytd,0.2.0",
    "RETAIL,LEVEL,M,2024-02/2024-05,since,",
  ]);
  expect(found.map(({ name, missing }) => [name, missing])).toEqual([
    ["RETAIL LEVEL (from January)", ["2024-03"]],
    ["RETAIL LEVEL (months alone)", []],
  ]);
});

test("A year without any figure is missing whole, and nothing is before the first or after the last.", () => {
  const [found] = of([
    "RETAIL,LEVEL,M,2021-06,period,",
    "RETAIL,LEVEL,M,2021-12,period,",
    "RETAIL,LEVEL,M,2023-06,period,",
  ]);
  expect(found?.missing).toEqual(["2022-06", "2022-12"]);
  expect(found && matrix(found).split("\n")).toEqual([
    "RETAIL LEVEL (months alone)",
    "        1  2  3  4  5  6  7  8  9 10 11 12",
    "2021                   x                 x",
    "2022                   .                 .",
    "2023                   x",
    "No figure, though other years have one (2): 2022-06, 2022-12",
    "Last figure: 2023-06, the newest of all.",
  ]);
});

test("A stock stands at the end of its month, a quarter alone is no month, and a series that ended says how long ago.", () => {
  const found = of([
    "ONLINE_SHOPPERS,LEVEL,M,2024-12,period,",
    "ONLINE_SHOPPERS,LEVEL,A,2025,period,",
    "RETAIL,LEVEL,Q,2024-Q3,period,",
    "RETAIL,LEVEL,M,2024-09,period,",
  ]);
  expect(found.map(({ name, last, behind }) => [name, last, behind])).toEqual([
    ["ONLINE_SHOPPERS LEVEL (at the end of the month)", "2025-12", 0],
    ["RETAIL LEVEL (quarters alone)", "2024-09", 15],
    ["RETAIL LEVEL (months alone)", "2024-09", 15],
  ]);
  expect(found[1] && matrix(found[1])).toContain("Last figure: 2024-09, 15 months before the newest of all.");
});

test("What is provisional, doubtful or not exact is marked, where no final and exact figure stands beside it.", () => {
  const [found] = of([
    "RETAIL,LEVEL,A,2023,period,,P,exact",
    "RETAIL,LEVEL,A,2024,period,,A,approx",
    "RETAIL,LEVEL,A,2025,period,,P,exact",
    "RETAIL,LEVEL,A,2025,period,,A,exact",
  ]);
  expect(found?.rough).toEqual(["2023-12", "2024-12"]);
  expect(found && matrix(found).match(/[xo]$/gm)).toEqual(["o", "o", "x"]);
});

test("Ten years of total retail are there, but for the months that no text was found for.", () => {
  const retail = coverage(tables).find(({ name }) => name === "TOTAL_RETAIL LEVEL (from January)");
  expect(retail?.years.map(([year]) => year)).toEqual(Array.from({ length: 13 }, (_, index) => 2014 + index));
  expect(retail?.missing).toContain("2018-08");
  expect(retail?.missing).not.toContain("2019-08");
});
