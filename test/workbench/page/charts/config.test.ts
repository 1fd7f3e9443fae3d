import type { ChartConfiguration } from "chart.js";
import { readChart } from "../../../../src/workbench/charts/read";
import { configure } from "../../../../src/workbench/page/charts/config";
import type { ChartState } from "../../../../src/workbench/state";
import { axis, cells, cellsOf, chart, figures, labels, readerOf, series, title } from "../../samples";

const reader = readerOf(cellsOf(figures, ["", "0.00", "0.0%"]));
const names = cells(1, 0, 3, 1);
const level = series(cells(0, 1), cells(1, 1, 3), names);
const growth = series(cells(0, 2), cells(1, 2, 3), names);

function configOf(state: ChartState) {
  const drawable = configure(readChart(state, reader));
  if (!drawable.ok) throw new Error(drawable.type);
  const { data, options } = drawable.config as ChartConfiguration & {
    data: { datasets: Record<string, unknown>[] };
    options: {
      scales: Record<string, Record<string, unknown> & { ticks: { callback: (value: number) => string } }>;
    };
  };
  return { drawable, data, options };
}

describe("drawing a chart", () => {
  test("gaps stay gaps, or are zero or bridged when the chart says so.", () => {
    const of = (displayBlanksAs: ChartState["displayBlanksAs"]) =>
      configOf(chart("Line", [growth], { displayBlanksAs })).data.datasets[0];
    expect(of("NotPlotted")).toMatchObject({ data: [0.098, 0.072, null], spanGaps: false });
    expect(of("Zero")).toMatchObject({ data: [0.098, 0.072, 0] });
    expect(of("Interplotted")).toMatchObject({ data: [0.098, 0.072, null], spanGaps: true });
  });

  test("a line on a second axis over columns has an axis of its own on the other side.", () => {
    const line = { ...growth, chartType: "LineMarkers", axisGroup: "Secondary" as const };
    const { data, options } = configOf(chart("ColumnClustered", [level, line]));
    expect(data.datasets).toMatchObject([
      { type: "bar", yAxisID: "value" },
      { type: "line", yAxisID: "secondary", pointRadius: expect.any(Number) },
    ]);
    expect(options.scales.value).toMatchObject({ position: "left", min: 0 });
    expect(options.scales.secondary).toMatchObject({ position: "right" });
  });

  test("bars lie in Excel's order: from the bottom, and from the top where the axis is reversed.", () => {
    const of = (reversePlotOrder: boolean) =>
      configOf(
        chart("BarClustered", [level], {
          axes: {
            category: axis({ reversePlotOrder }),
            value: axis(),
            secondaryCategory: axis(),
            secondaryValue: axis(),
          },
        }),
      ).options.scales;
    expect(of(false)).toMatchObject({ category: { reverse: true }, value: { position: "bottom" } });
    expect(of(true)).toMatchObject({ category: { reverse: false }, value: { position: "top" } });
  });

  test("axes show the cells' number format, or their own.", () => {
    const own = axis({ numberFormat: '0.0" trillion"' });
    const axes = { category: axis(), value: own, secondaryCategory: axis(), secondaryValue: axis() };
    expect(configOf(chart("Line", [growth])).options.scales.value?.ticks.callback(0.05)).toBe("5.0%");
    expect(configOf(chart("Line", [level], { axes })).options.scales.value?.ticks.callback(3.5)).toBe(
      "3.5 trillion",
    );
  });

  test("the gap between bars is a share of their width.", () => {
    const { data } = configOf(chart("ColumnClustered", [{ ...level, gapWidth: 100 }]));
    // A bar and a gap of the same width: each has half of the room.
    expect(data.datasets[0]).toMatchObject({ categoryPercentage: 0.5, barPercentage: 1 });
  });

  test("single points keep colours of their own.", () => {
    const { data } = configOf(
      chart("ColumnClustered", [
        {
          ...level,
          fill: { kind: "solid", color: "#9CC7EA" },
          points: { 2: { fill: { kind: "solid", color: "#0F6CBD" } } },
        },
      ]),
    );
    expect(data.datasets[0]?.backgroundColor).toEqual(["#9CC7EA", "#9CC7EA", "#0F6CBD"]);
  });

  test("labels are drawn only for series that have them.", () => {
    const { drawable } = configOf(
      chart("ColumnClustered", [
        { ...level, hasDataLabels: true, dataLabels: labels({ position: "OutsideEnd" }) },
        growth,
      ]),
    );
    expect(drawable.labels.map(({ points }) => points.map((label) => label?.format))).toEqual([
      ["0.00", "0.00", "0.00"],
      [undefined, undefined, undefined],
    ]);
  });

  test("a single point has a label of its own, or none where the others have one.", () => {
    const own = { hasDataLabel: true, dataLabel: labels({ numberFormat: "+0%" }) };
    const { drawable } = configOf(
      chart("ColumnClustered", [
        { ...level, hasDataLabels: true, points: { 1: { hasDataLabel: false }, 2: own } },
        { ...growth, points: { 0: own } },
      ]),
    );
    expect(drawable.labels.map(({ points }) => points.map((label) => label?.format))).toEqual([
      ["0.00", undefined, "+0%"],
      ["+0%", undefined, undefined],
    ]);
  });

  test("long titles break into lines, Chinese ones too.", () => {
    const words = (text: string) => {
      const { options } = configOf(chart("Line", [level], { title: title(text) }));
      return (options as { plugins?: { title?: { text?: string[] } } }).plugins?.title?.text;
    };
    expect(words("Growth")).toEqual(["Growth"]);
    expect(
      words("Online retail sales of physical goods, cumulative, with growth on the previous year")?.length,
    ).toBe(2);
    expect(words("实物商品网上零售额累计值及其同比增速占社会消费品零售总额的比重")?.length).toBe(2);
  });

  test("a type that is not known is said, not guessed.", () => {
    expect(configure(readChart(chart("Doughnut", [level]), reader))).toEqual({ ok: false, type: "Doughnut" });
  });
});
