import { kindOf } from "../../../src/workbench/charts/kinds";
import { readChart } from "../../../src/workbench/charts/read";
import { cells, cellsOf, chart, figures, readerOf, series } from "../samples";

const reader = readerOf(cellsOf(figures, ["", "0.00", "0.0%"]));
const names = cells(1, 0, 3, 1);
const growth = series(cells(0, 2), cells(1, 2, 3), names);

describe("reading a chart", () => {
  test("takes names, values with gaps, categories and formats from the cells.", () => {
    const read = readChart(chart("Line", [growth]), reader);
    expect(read.series).toMatchObject([{ name: "Growth", values: [0.098, 0.072, null], format: "0.0%" }]);
    expect(read.categories).toEqual(["2024-H1", "2024", "2025-Q1"]);
  });

  test("names a series that has no name by its number, and counts points without categories.", () => {
    const bare = { ...growth, nameSource: { kind: "none" as const }, categories: { kind: "none" as const } };
    const read = readChart(chart("Line", [bare]), reader);
    expect(read.series[0]?.name).toBe("Series1");
    expect(read.categories).toEqual(["1", "2", "3"]);
  });

  test("joins categories of several columns.", () => {
    const read = readChart(
      chart("Line", [{ ...growth, categories: { kind: "range", range: cells(1, 0, 3, 2) } }]),
      reader,
    );
    expect(read.categories).toEqual(["2024-H1 7.1", "2024 15.52", "2025-Q1 3.62"]);
  });
});

describe("chart types", () => {
  test.each([
    ["BarClustered", { shape: "bar", horizontal: true }],
    ["ColumnClustered", { shape: "bar", horizontal: false }],
    ["LineMarkers", { shape: "line", markers: true }],
  ])("%s", (type, kind) => expect(kindOf(type)).toMatchObject(kind));

  test("that the workbench cannot draw are no kind.", () => expect(kindOf("Doughnut")).toBeUndefined());
});
