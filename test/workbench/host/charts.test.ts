import { eachBench } from "../client";

const b = eachBench();

/** Writes a small table of figures with headings to A1:C4. */
async function figures(sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<void> {
  sheet.getRange("A1:C4").numberFormat = [
    ["@", "@", "@"],
    ...Array.from({ length: 3 }, () => ["@", "General", "General"]),
  ];
  sheet.getRange("A1:C4").values = [
    ["Period", "Level", "Growth"],
    ["2023", 10, 0.1],
    ["2024", 12, 0.2],
    ["2025", 15, 0.25],
  ];
  await context.sync();
}

test("A chart over a headed range takes names from its first row and categories from its first column.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    await figures(sheet, context);
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
    chart.load("name, chartType, width, height, left, top, legend/visible");
    chart.series.load("items/name, items/chartType");
    await context.sync();
    return {
      ...chart.toJSON(),
      names: chart.series.items.map(({ name }) => name),
    };
  });
  expect(read).toMatchObject({
    name: "Chart 1",
    chartType: "ColumnClustered",
    width: 360,
    height: 216,
    legend: { visible: true },
    names: ["Level", "Growth"],
  });
  const { series } = b.host.state.data.charts[0]!;
  const rows = { row: 1, rowCount: 3, columnCount: 1 };
  expect(series[1]).toMatchObject({
    values: { range: { ...rows, column: 2 } },
    categories: { range: { ...rows, column: 0 } },
  });
});

test("Everything that an add-in sets on a chart is read back and stands in the state.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    await figures(sheet, context);
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
    chart.name = "Online retail";
    chart.title.text = "Online retail sales";
    chart.title.format.font.size = 14;
    chart.title.format.font.bold = true;
    chart.legend.position = "Right";
    chart.format.border.lineStyle = "None";
    const value = chart.axes.valueAxis;
    value.title.text = "trillion yuan";
    value.numberFormat = "0.0";
    value.minimum = 0;
    value.maximum = 20;
    value.majorGridlines.format.line.color = "#D9D9D9";
    const growth = chart.series.add("Growth");
    growth.setValues(sheet.getRange("C2:C4"));
    growth.setXAxisValues(sheet.getRange("A2:A4"));
    growth.axisGroup = "Secondary";
    growth.chartType = "LineMarkers";
    growth.format.line.color = "#FFA500";
    growth.markerStyle = "Circle";
    growth.hasDataLabels = true;
    growth.dataLabels.position = "Top";
    growth.dataLabels.numberFormat = "0%";
    chart.axes.getItem("Value", "Secondary").numberFormat = "0%";
    chart.series.getItemAt(0).format.fill.setSolidColor("#1F6FEB");
    await context.sync();
    chart.load("name, title/text, legend/position");
    value.load("minimum, maximum, numberFormat, title/text");
    chart.series.load("items/name, items/axisGroup, items/chartType");
    await context.sync();
    return { ...chart.toJSON(), axis: value.toJSON() };
  });
  expect(read).toMatchObject({
    name: "Online retail",
    title: { text: "Online retail sales" },
    legend: { position: "Right" },
    axis: { minimum: 0, maximum: 20, numberFormat: "0.0", title: { text: "trillion yuan" } },
  });
  const [chart] = b.host.state.data.charts;
  expect(chart).toMatchObject({
    title: { text: "Online retail sales", automatic: false, format: { font: { size: 14, bold: true } } },
    format: { border: { lineStyle: "None" } },
    axes: {
      value: { minimum: 0, majorGridlines: { line: { color: "#D9D9D9" } } },
      secondaryValue: { numberFormat: "0%" },
    },
  });
  expect(chart?.series[1]).toMatchObject({
    name: "Growth",
    axisGroup: "Secondary",
    chartType: "LineMarkers",
    values: { kind: "range", range: { row: 1, column: 2, rowCount: 3, columnCount: 1 } },
    line: { color: "#FFA500" },
    hasDataLabels: true,
    dataLabels: { position: "Top", numberFormat: "0%" },
  });
});

test("The chart's source moves with rows that are inserted above it.", async () => {
  await b.onSheet(async (sheet, context) => {
    await figures(sheet, context);
    sheet.charts.add("Line", sheet.getRange("A1:B4"), "Columns");
    sheet.getRange("1:2").insert("Down");
  });
  expect(b.host.state.data.charts[0]?.series[0]?.values).toMatchObject({ range: { row: 3, rowCount: 3 } });
});

test("setPosition puts the chart over the cells named.", async () => {
  await b.onSheet(async (sheet, context) => {
    await figures(sheet, context);
    sheet.charts.add("Line", sheet.getRange("A1:B4"), "Auto").setPosition("E2", "H11");
  });
  expect(b.host.state.data.charts[0]).toMatchObject({ left: 192, top: 15, width: 192, height: 150 });
});

const aChart = (sheet: Excel.Worksheet) => sheet.charts.add("Line", sheet.getRange("A1:B2"));

test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
  ["a chart type", (sheet) => sheet.charts.add("Fancy" as "Line", sheet.getRange("A1:B2"))],
  ["a direction", (sheet) => sheet.charts.add("Line", sheet.getRange("A1:B2"), "Diagonal" as "Auto")],
  ["a legend position", (sheet) => (aChart(sheet).legend.position = "Inside" as "Top")],
  ["a colour", (sheet) => (aChart(sheet).title.format.font.color = "reddish")],
])("InvalidArgument: %s that Excel does not have", async (_what, act) => {
  expect(await b.refusal(act)).toBe("InvalidArgument");
});

test("ItemNotFound: a chart that is not there, and one that was deleted.", async () => {
  expect(await b.refusal((sheet) => sheet.charts.getItem("None").load("name"))).toBe("ItemNotFound");
  const deleted = b.refusal(async (sheet, context) => {
    const chart = aChart(sheet);
    await context.sync();
    chart.delete();
    chart.load("name");
  });
  expect(await deleted).toBe("ItemNotFound");
});

test("A chart moves and sizes with its cells when rows and columns come and go.", async () => {
  const boxes = await b.onSheet(async (sheet, context) => {
    await figures(sheet, context);
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
    chart.setPosition("C6", "E10");
    const box = async (change: (sheet: Excel.Worksheet) => void) => {
      change(sheet);
      chart.load("left, top, width, height");
      await context.sync();
      return [chart.left, chart.top, chart.width, chart.height];
    };
    return [
      await box(() => undefined),
      await box(() => sheet.getRange("6:6").insert("Down")),
      await box(() => sheet.getRange("9:10").insert("Down")),
      await box(() => sheet.getRange("20:20").insert("Down")),
      await box(() => sheet.getRange("6:7").delete("Up")),
      await box(() => sheet.getRange("B:B").delete("Left")),
      await box(() => sheet.getRange("C:C").insert("Right")),
    ];
  });
  // Columns of 48 points, rows of 15.
  expect(boxes).toEqual([
    [96, 75, 144, 75],
    [96, 90, 144, 75],
    [96, 90, 144, 105],
    [96, 90, 144, 105],
    [96, 75, 144, 90],
    [48, 75, 144, 90],
    [48, 75, 192, 90],
  ]);
});
