import { rules } from "../../../../src/workbench/host/strict/rules";
import { groupRuns, UndoGroups } from "../../../../src/workbench/host/strict/undo";
import { bench, codeOf } from "../../client";
import type { Bench } from "../../client";

type OnSheet<T> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>;
type Act = OnSheet<void>;
let open: Bench | undefined;
afterEach(() => {
  open?.dispose();
  open = undefined;
});

/** An Excel with one rule and, before the rule is tried, what `prepare` makes. */
async function excelWith(rule: string, prepare: Act = () => undefined, locale = "en-US"): Promise<Bench> {
  expect(rules.map(({ name }) => name)).toContain(rule);
  open = bench({ rules: [rule], locale });
  await does(open, prepare);
  return open;
}

/** Does something to the active sheet, sends it, and gives what it gave. */
const does = <T>(b: Bench, act: OnSheet<T>): Promise<T> =>
  b.run(async (context) => {
    const result = await act(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
    return result;
  });
const refuses = (b: Bench, act: Act): Promise<string> => codeOf(does(b, act));

const figures = (sheet: Excel.Worksheet): void => {
  sheet.getRange("A1:C3").values = [
    ["x", "y", "z"],
    ["a", 2, 3],
    ["b", 4, 5],
  ];
};
type ChartType = "ColumnClustered" | "Line" | "Doughnut" | "Histogram";
const chart =
  (type: ChartType): Act =>
  (sheet) => {
    figures(sheet);
    sheet.charts.add(type, sheet.getRange("A1:C3"));
  };
const first = (sheet: Excel.Worksheet): Excel.Chart => sheet.charts.getItemAt(0);

test("undo-groups: in a group a member without undo support is refused, others and reading are not.", async () => {
  const b = await excelWith("undo-groups", (sheet, context) => {
    context.workbook.names.add("one", sheet.getRange("A1"));
  });
  const comment: Act = (_sheet, context) => {
    context.workbook.names.getItem("one").comment = "a comment";
  };
  expect(await b.undoGroups.during(() => refuses(b, comment))).toBe("UndoNotSupported");
  await b.undoGroups.during(() =>
    does(b, (sheet, context) => {
      sheet.getRange("A1").values = [[1]];
      context.workbook.names.getItem("one").load("comment");
    }),
  );
  await does(b, comment);
});

test("Excel.run with mergeUndoGroup opens a group, any other run does not, and a failure ends it.", async () => {
  const groups = new UndoGroups();
  const client = {
    run: (...given: unknown[]) =>
      given.includes("fails") ? Promise.reject(new Error("failed")) : Promise.resolve(groups.isOpen),
  };
  groupRuns(client, groups);
  expect(await client.run({ mergeUndoGroup: true }, "batch")).toBe(true);
  expect(await client.run("batch")).toBe(false);
  expect(await client.run({ mergeUndoGroup: false }, "batch")).toBe(false);
  await expect(client.run({ mergeUndoGroup: true }, "fails")).rejects.toThrow("failed");
  expect(groups.isOpen).toBe(false);
});

test("merged-areas-end-undo: asking for merged areas empties the undo list.", async () => {
  const b = await excelWith("merged-areas-end-undo");
  const forget = jest.spyOn(b.model.book, "forgetSteps");
  await does(b, (sheet) => void sheet.getRange("A1").load("values"));
  expect(forget).not.toHaveBeenCalled();
  await does(b, (sheet) => void sheet.getRange("A1:B2").getMergedAreasOrNullObject().load("address"));
  expect(forget).toHaveBeenCalled();
});

test("freeze-active-sheet: rows of another sheet are not frozen.", async () => {
  const b = await excelWith("freeze-active-sheet", (_sheet, context) => {
    context.workbook.worksheets.add("Other");
  });
  const freeze: Act = (_sheet, context) =>
    context.workbook.worksheets.getItem("Other").freezePanes.freezeRows(1);
  expect(await refuses(b, freeze)).toBe("GeneralException");
  await does(b, (_sheet, context) => context.workbook.worksheets.getItem("Other").activate());
  await does(b, freeze);
});

test("no-printer: page setup is read, not set.", async () => {
  const b = await excelWith("no-printer");
  const refused: Act[] = [
    (sheet) => void (sheet.pageLayout.orientation = "Landscape"),
    (sheet) => void (sheet.pageLayout.headersFooters.defaultForAllPages.leftFooter = "&P"),
    (sheet) => sheet.pageLayout.setPrintArea("A1:B2"),
  ];
  for (const act of refused) expect(await refuses(b, act)).toBe("GeneralException");
  await does(b, (sheet) => void sheet.pageLayout.load("orientation"));
});

test("zoom-left: a zoom is taken and not applied.", async () => {
  const b = await excelWith("zoom-left");
  await does(b, (sheet) => void (sheet.pageLayout.zoom = { horizontalFitToPages: 1 }));
  const { zoom } = await does(b, ({ pageLayout }) => pageLayout.load("zoom"));
  expect(zoom.horizontalFitToPages).toBeUndefined();
});

test("charts-without-series: a ring gives none.", async () => {
  const b = await excelWith("charts-without-series", chart("Doughnut"));
  expect(await refuses(b, (sheet) => void first(sheet).series.load("name"))).toBe("GeneralException");
  await does(b, (sheet) => void first(sheet).load("name"));
});

test("charts-without-source: a histogram does not tell where its figures stand.", async () => {
  const b = await excelWith("charts-without-source", chart("Histogram"));
  const ask: Act = (sheet) => void first(sheet).series.getItemAt(0).getDimensionDataSourceString("Values");
  expect(await refuses(b, ask)).toBe("GeneralException");
});

test("entities-have-no-value: a cell with a card reads as an error, its text stays.", async () => {
  const b = await excelWith("entities-have-no-value", figures);
  jest
    .spyOn(b.functions, "behind")
    .mockImplementation((_sheet, row, column) =>
      row === 1 && column === 1 ? { value: 2, error: false, dataType: { type: "Entity" } } : undefined,
    );
  const range = await does(b, (sheet) => sheet.getRange("A2:C2").load("values,text,valueTypes"));
  expect([range.values, range.text, range.valueTypes]).toEqual([
    [["a", "#VALUE!", 3]],
    [["a", "2", "3"]],
    [["String", "RichValue", "Double"]],
  ]);
});

test("pane-stays-closed: the add-in cannot bring its pane forward, and hears nothing of it.", async () => {
  const onPane = jest.fn();
  open = bench({ rules: ["pane-stays-closed"], onPane });
  const ask = (state: string) =>
    open!.rich.execute(
      JSON.stringify({
        Actions: [
          {
            Id: 1,
            ActionType: 3,
            Name: "SetAppRuntimeState",
            ObjectPathId: 2,
            ArgumentInfo: { Arguments: [state] },
          },
        ],
        ObjectPaths: { "2": { Id: 2, ObjectPathType: 2, Name: "Microsoft.AppRuntime.AppRuntimeService" } },
      }),
    );
  expect(await ask("Visible")).toEqual({ body: expect.not.stringContaining("Error") as unknown });
  expect(onPane).not.toHaveBeenCalled();
  await ask("Background");
  expect(onPane).toHaveBeenCalledWith(false);
});

test("chinese-style-names: Chinese Excel knows its styles by Chinese names only.", async () => {
  const b = await excelWith("chinese-style-names", undefined, "zh-CN");
  const style =
    (name: string): Act =>
    (_sheet, context) =>
      void context.workbook.styles.getItem(name).load("name");
  expect(await refuses(b, style("Normal"))).toBe("ItemNotFound");
  await does(b, style("常规"));
  const missing = await does(b, (_sheet, { workbook }) =>
    workbook.styles.getItemOrNullObject("Accent1").load("name"),
  );
  expect(missing.isNullObject).toBe(true);
});

test("clearing-ends-tables: clearing all of a table's cells takes the table, clearing contents does not.", async () => {
  const b = await excelWith("clearing-ends-tables", (sheet) => {
    figures(sheet);
    sheet.tables.add("A1:C3", true);
  });
  await does(b, (sheet) => sheet.getRange("A1:D9").clear("Contents"));
  expect(b.host.state.data.tables).toHaveLength(1);
  await does(b, (sheet) => sheet.getRange("A1:D9").clear());
  expect(b.host.state.data.tables).toHaveLength(0);
});

test("no-borders-inside-a-line: one row has no inside horizontal border, one column no vertical one.", async () => {
  const b = await excelWith("no-borders-inside-a-line");
  const border =
    (address: string, side: "InsideHorizontal" | "InsideVertical"): Act =>
    (sheet) =>
      void (sheet.getRange(address).format.borders.getItem(side).style = "Continuous");
  expect(await refuses(b, border("A1:C1", "InsideHorizontal"))).toBe("InvalidArgument");
  expect(await refuses(b, border("A1:A3", "InsideVertical"))).toBe("InvalidArgument");
  await does(b, border("A1:C1", "InsideVertical"));
});

test("hidden-axes-are-not-set: details of an axis are set while it shows.", async () => {
  const b = await excelWith("hidden-axes-are-not-set", chart("ColumnClustered"));
  const minimum: Act = (sheet) => void (first(sheet).axes.valueAxis.minimum = 0);
  const show =
    (visible: boolean): Act =>
    (sheet) =>
      void (first(sheet).axes.valueAxis.visible = visible);
  await does(b, minimum);
  await does(b, show(false));
  expect(await refuses(b, minimum)).toBe("GeneralException");
  await does(b, show(true));
  await does(b, minimum);
});

test("properties-are-cut: of a long text 255 characters are kept.", async () => {
  const b = await excelWith("properties-are-cut", (sheet) => {
    sheet.customProperties.add("key", "x".repeat(300));
  });
  const property = await does(b, ({ customProperties }) => customProperties.getItem("key").load("value"));
  expect(property.value).toBe("x".repeat(255));
});

test("charts-guess-fewer-series: a new chart lacks its last series.", async () => {
  const b = await excelWith("charts-guess-fewer-series", chart("ColumnClustered"));
  expect(b.host.state.data.charts.map(({ series }) => series.length)).toEqual([1]);
});

test("names-of-errors-stay-hidden: a name whose formula is an error is not shown.", async () => {
  const b = await excelWith("names-of-errors-stay-hidden", (sheet, context) => {
    context.workbook.names.add("good", sheet.getRange("A1"));
    context.workbook.names.add("bad", "=#REF!");
  });
  const show =
    (name: string): Act =>
    (_sheet, context) =>
      void (context.workbook.names.getItem(name).visible = true);
  expect(await refuses(b, show("bad"))).toBe("InvalidArgument");
  await does(b, show("good"));
});

test("Any one member is refused always when it is named, with the code that is named, until all is cleared.", async () => {
  open = bench({ rules: "strict" });
  const { faults } = open.host;
  faults.refuse("Range.merge", "ApiNotFound");
  faults.refuse("RangeFont.size", "InvalidArgument");
  faults.refuse("Chart.title", "GeneralException");
  const merge: Act = (sheet) => sheet.getRange("A1:B2").merge();
  const size: Act = (sheet) => void (sheet.getRange("A1").format.font.size = 12);
  for (let time = 0; time < 2; time++) {
    expect(await refuses(open, merge)).toBe("ApiNotFound");
    expect(await refuses(open, size)).toBe("InvalidArgument");
  }
  await does(open, chart("Line"));
  expect(await refuses(open, (sheet) => void (first(sheet).title.text = "t"))).toBe("GeneralException");
  faults.clear();
  await does(open, merge);
  await does(open, size);
});
