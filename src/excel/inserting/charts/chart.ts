import type { PlanChart } from "../../../sheets/plan";
import { a1 } from "../../../workbook/a1";
import type { Step } from "../../session/batchObjects";
import { can } from "../../session/capabilities";
import { addAxis, addCategories, addFont, adder } from "./details";
import { seriesSteps } from "./series";
import type { ChartTarget } from "./target";
import { areaAt, boundWhat, bytesPerMember, chartIn, drop } from "./target";

const excelChartTypes = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "Line",
  "column-line": "ColumnClustered",
} as const;

/**
 * The steps that add a chart over the plan's data; its name must be free on the sheet.
 * @param index the number of charts on the sheet, by which the new one is found until it has a name
 */
export function chartSteps(chart: PlanChart, target: ChartTarget, index: number): Step[] {
  const { sheet, at, name } = target;
  const unit = `chart ${name}`;
  const kind = chart.type;
  const bound: Step[] = can("series")
    ? // Where it is known that series cannot be bound to cells, no chart is added.
      [
        {
          part: "chart",
          what: boundWhat(kind),
          bytes: 0,
          run: () => undefined,
          unit,
          carries: [],
          harmless: true,
        },
      ]
    : [];
  return [
    ...bound,
    {
      part: "chart",
      what: `ChartCollection.add of ${kind}`,
      bytes: 600,
      unit,
      carries: [],
      run(objects) {
        // The headings are in the data's first row, so that series get, and keep, their names from cells.
        objects.once(unit, () =>
          objects
            .sheet(sheet)
            .charts.add(excelChartTypes[kind], objects.range(sheet, areaAt(chart.data, at)), "Columns"),
        );
      },
    },
    {
      part: "chart",
      what: "Chart.name",
      bytes: bytesPerMember,
      unit,
      // Without its name it could not be found again.
      carries: [drop(unit, (objects) => objects.sheet(sheet).charts.getItemAt(index))],
      run: (objects) => (chartIn(objects, target).name = name),
    },
    ...showSteps(chart, target, false),
  ];
}

/**
 * The steps that make an existing chart with as many series show the plan's.
 * @param again whether the chart existed before: then hidden parts are shown while they are set
 */
export function showSteps(chart: PlanChart, target: ChartTarget, again = true): Step[] {
  const { at, name, palette } = target;
  const [row, column, rows, columns] = chart.area;
  const add = adder(chart, target);
  add("setPosition", (excelChart) => {
    excelChart.setPosition(a1([row, column, 1, 1], at), a1([row + rows - 1, column + columns - 1, 1, 1], at));
  });
  add("title.text", (excelChart) => (excelChart.title.text = chart.title));
  addFont(add, "title", (excelChart) => excelChart.title.format.font, "title");
  add("legend.visible", (excelChart) => (excelChart.legend.visible = chart.legend));
  if (chart.legend) {
    add("legend.position", (excelChart) => (excelChart.legend.position = "Top"));
    addFont(add, "legend", (excelChart) => excelChart.legend.format.font, "label");
  }
  // No frame: white space separates the charts.
  if (can("series"))
    add("format.border.lineStyle", (excelChart) => (excelChart.format.border.lineStyle = "None"));
  if (can("chartDetails"))
    add("displayBlanksAs", (excelChart) => (excelChart.displayBlanksAs = "NotPlotted"));
  const steps = add.steps;
  chart.series.forEach((series, index) => {
    steps.push(...seriesSteps(chart, series, index, target));
  });
  addCategories(add, chart, palette);
  addAxis(add, "valueAxis", (excelChart) => excelChart.axes.valueAxis, chart.value, again);
  // The secondary axis exists only if a series uses it.
  if (chart.secondary && can("chartDetails")) {
    addAxis(
      add,
      "secondary axis",
      (excelChart, objects) =>
        objects.once(`chart ${name} secondary`, () => excelChart.axes.getItem("Value", "Secondary")),
      chart.secondary,
      again,
    );
  }
  return steps.map((step) => ({ ...step, unit: `chart ${name}` }));
}
