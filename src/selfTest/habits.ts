import { can, codeOf, talk } from "../excel";
import type { Context } from "../excel";
import { isWaiting } from "./answers";
import { isPassingCode } from "./passing";

/** A behaviour that differs between versions of Excel, and how to detect it, on the test's sheet. */
interface Habit {
  /** The name of the workbench's rule for it. */
  name: string;
  /** Whether it can be detected here. */
  needs?: () => boolean;
  /** Resolves to whether this Excel behaves so. A refusal counts as yes where `refusal` says so. */
  probe: (context: Context, sheet: Excel.Worksheet) => Promise<boolean>;
  refusal: boolean;
}

/** Longer than any limit that is known to cut a text. */
const LONG = 20_000;

/** A chart over a few cells. */
function addChart(sheet: Excel.Worksheet, type: Excel.ChartType | string): Excel.Chart {
  const range = sheet.getRange("AM1:AP3");
  range.values = [
    ["", "a", "b", "c"],
    ["x", 1, 2, 3],
    ["y", 2, 3, 4],
  ];
  return sheet.charts.add(type as Excel.ChartType, range, "Columns");
}

const habits: readonly Habit[] = [
  {
    name: "undo-groups",
    needs: () => can("undoGroup"),
    refusal: true,
    async probe(_context, sheet) {
      sheet.load("name");
      await sheet.context.sync();
      const { name } = sheet;
      await Excel.run({ mergeUndoGroup: true }, async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name);
        const item = worksheet.names.add("ECOM_probe_undo", worksheet.getRange("A1"), "");
        item.comment = "probe";
        await context.sync();
      });
      return false;
    },
  },
  {
    name: "freeze-active-sheet",
    needs: () => can("freeze"),
    refusal: true,
    async probe(context, sheet) {
      const first = context.workbook.worksheets.getFirst(true);
      first.activate();
      sheet.freezePanes.freezeRows(1);
      await context.sync();
      return false;
    },
  },
  {
    name: "no-printer",
    needs: () => can("print"),
    refusal: true,
    async probe(context, sheet) {
      sheet.pageLayout.orientation = "Landscape";
      await context.sync();
      return false;
    },
  },
  {
    name: "zoom-left",
    needs: () => can("print"),
    refusal: false,
    async probe(context, sheet) {
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.load("zoom");
      await context.sync();
      return (sheet.pageLayout.zoom as Excel.PageLayoutZoomOptions).horizontalFitToPages !== 1;
    },
  },
  {
    name: "charts-without-series",
    needs: () => can("series"),
    refusal: true,
    async probe(context, sheet) {
      const chart = addChart(sheet, "Doughnut");
      await context.sync();
      chart.series.load("items/name");
      await context.sync();
      return false;
    },
  },
  {
    name: "charts-without-source",
    needs: () => can("chartSources"),
    refusal: true,
    async probe(context, sheet) {
      const chart = addChart(sheet, "Histogram");
      chart.series.load("items/name");
      await context.sync();
      chart.series.items[0]?.getDimensionDataSourceString("Values");
      await context.sync();
      return false;
    },
  },
  {
    name: "entities-have-no-value",
    needs: () => can("cards"),
    refusal: false,
    async probe(context, sheet) {
      sheet.getRange("AR1").formulas = [['=ECOM.CARD("total","2025-Q1")']];
      for (let tries = 0; tries < 30; tries += 1) {
        const cell = sheet.getRange("AR1");
        cell.load("values,text");
        await context.sync();
        const value: unknown = cell.values[0]?.[0];
        if (!isWaiting(value)) return value === "#VALUE!" && cell.text[0]?.[0] !== value;
        await new Promise((later) => setTimeout(later, 100));
      }
      return false;
    },
  },
  {
    name: "chinese-style-names",
    needs: () => can("accent"),
    refusal: false,
    async probe(context) {
      const style = context.workbook.styles.getItemOrNullObject("Normal");
      style.load("name");
      await context.sync();
      return style.isNullObject;
    },
  },
  {
    name: "clearing-ends-tables",
    refusal: false,
    async probe(context, sheet) {
      sheet.getRange("AT1:AT2").values = [["a"], ["b"]];
      const table = sheet.tables.add("AT1:AT2", true);
      table.load("name");
      await context.sync();
      sheet.getRange("AT1:AT2").clear("All");
      sheet.tables.load("items/name");
      await context.sync();
      return !sheet.tables.items.some(({ name }) => name === table.name);
    },
  },
  {
    name: "no-borders-inside-a-line",
    refusal: true,
    async probe(context, sheet) {
      sheet.getRange("AV1:AX1").format.borders.getItem("InsideHorizontal").style = "Continuous";
      await context.sync();
      return false;
    },
  },
  {
    name: "hidden-axes-are-not-set",
    needs: () => can("series"),
    refusal: true,
    async probe(context, sheet) {
      const { valueAxis } = addChart(sheet, "ColumnClustered").axes;
      valueAxis.visible = false;
      await context.sync();
      valueAxis.minimum = 0;
      await context.sync();
      return false;
    },
  },
  {
    name: "properties-are-cut",
    needs: () => can("sheetProperties"),
    refusal: false,
    async probe(context, sheet) {
      const property = sheet.customProperties.add("ECOM.probe", "x".repeat(LONG));
      property.load("value");
      await context.sync();
      return property.value.length < LONG;
    },
  },
  {
    name: "charts-guess-fewer-series",
    refusal: false,
    async probe(context, sheet) {
      const chart = addChart(sheet, "ColumnClustered");
      chart.series.load("items/name");
      await context.sync();
      return chart.series.items.length < 3;
    },
  },
  {
    name: "names-of-errors-stay-hidden",
    needs: () => can("names"),
    refusal: true,
    async probe(context, sheet) {
      const item = sheet.names.add("ECOM_probe_name", "=#REF!");
      item.visible = false;
      await context.sync();
      item.visible = true;
      await context.sync();
      return false;
    },
  },
];

/** Codes for a missing member, which is not a habit. */
const absent = /^(ApiNotFound|NotImplemented)$/;

/** The names of all habits. */
export const habitNames: readonly string[] = habits.map(({ name }) => name);

/** The habits of this Excel. It leaves things on the test's sheet, which is deleted at the end. */
export async function habitsOf(sheet: string, timeoutMs: number, stopped: () => boolean): Promise<string[]> {
  const names: string[] = [];
  for (const { name, needs = () => true, probe, refusal } of habits) {
    if (stopped()) return names;
    if (!needs()) continue;
    try {
      const does = await talk(timeoutMs, (context) =>
        probe(context, context.workbook.worksheets.getItem(sheet)),
      );
      if (does) names.push(name);
    } catch (error) {
      const code = codeOf(error);
      if (isPassingCode(code)) throw error;
      if (refusal && code !== "" && !absent.test(code)) names.push(name);
    }
  }
  return names;
}
