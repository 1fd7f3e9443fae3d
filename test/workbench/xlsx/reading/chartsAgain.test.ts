import { axis, book, cells, cellsOf, chart, figures, labels, series, sheet, title } from "../../samples";
import { expectSame } from "./expectSame";

const filled = cellsOf(figures, ["General", "#,##0.00", "0.0%"]);

describe("charts that were saved, opened and saved again have the same parts", () => {
  const level = (own = {}) => series(cells(0, 1), cells(1, 1, 4), cells(1, 0, 4), own);
  const growth = (own = {}) => series(cells(0, 2), cells(1, 2, 4), cells(1, 0, 4), own);
  const withChart = (...charts: ReturnType<typeof chart>[]) => book([sheet({ cells: filled, charts })]);

  test.each(["ColumnClustered", "BarClustered", "Line", "LineMarkers"])(
    "a chart of type %s",
    async (type) => {
      await expectSame(withChart(chart(type, [level(), growth()])));
    },
  );

  test("a chart with everything set.", async () => {
    await expectSame(
      withChart(
        chart(
          "ColumnClustered",
          [
            level({
              name: "By hand",
              fill: { kind: "solid", color: "#107C41" },
              gapWidth: 45,
              overlap: 10,
              hasDataLabels: true,
              dataLabels: labels({
                position: "OutsideEnd",
                numberFormat: "0.0",
                format: { font: { size: 8, bold: true, color: "#FF0000" } },
              }),
              points: { 1: { fill: { kind: "solid", color: "#FF0000" } }, 2: { hasDataLabel: false } },
            }),
            growth({
              chartType: "LineMarkers",
              axisGroup: "Secondary",
              line: { color: "#333333", weight: 1.5 },
              markerStyle: "Diamond",
              markerSize: 8,
              markerBackgroundColor: "#FFFFFF",
              points: { 3: { hasDataLabel: true } },
            }),
          ],
          {
            title: {
              ...title("Sales & growth"),
              format: { font: { size: 12, bold: true, color: "#242424" } },
            },
            placement: "OneCell",
            displayBlanksAs: "Zero",
            format: { border: { lineStyle: "None" } },
            axes: {
              category: axis({
                reversePlotOrder: true,
                tickLabelSpacing: 2,
                format: { font: { size: 8 } },
              }),
              value: axis({
                title: title("trillion yuan"),
                minimum: 0,
                maximum: 20,
                majorGridlines: { visible: true, line: { color: "#DDDDDD" } },
                numberFormat: "0.0",
                format: { line: { color: "#999999" } },
              }),
              secondaryCategory: axis({ visible: false }),
              secondaryValue: axis({ majorTickMark: "Outside" }),
            },
          },
        ),
      ),
    );
  });
});
