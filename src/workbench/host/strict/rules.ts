import type { AxisName } from "../../state";
import { invalid, notFound, Refusal } from "../errors";
import { contains } from "../grid/address";
import { nullObject } from "../objects/define";
import { isRef } from "../objects/kinds";
import { cellsOf, chartIdOf, sheetIdOf } from "./handles";
import type { Rule } from "./rule";
import { membersWithoutUndo } from "./undo";

const failed = () => new Refusal("GeneralException");

/** The longest text of a custom property in Excel. */
const PROPERTY_LIMIT = 255;
/** The built-in styles by their names in Chinese Excel. */
const chineseStyles: Readonly<Record<string, string>> = { 常规: "Normal", "着色 1": "Accent1" };

/**
 * What real Excel refuses or does differently, one rule each. Not covered, because it never reaches this side of the
 * conversation: fetching functions.json across origins and uncacheable icons (the server's headers), slow page setup
 * without a printer, the cell menu in tables, several panes with one runtime, lookbehind in regular expressions
 * (lint), names of functions, another port than the manifest's (`npm start` says so). A link without a text keeps the
 * cell's text in every profile.
 */
export const rules: readonly Rule[] = [
  {
    name: "undo-groups",
    source: "office/dev/add-ins/excel/excel-add-ins-undo-capabilities; office-js #6491, #6711, #6255",
    members: membersWithoutUndo,
    uses: ["set", "call"],
    play(_use, carryOut, { grouped }) {
      if (grouped) throw new Refusal("UndoNotSupported", "The operation cannot be part of an undo group.");
      return carryOut();
    },
  },
  {
    name: "merged-areas-end-undo",
    source: "office-js #5918",
    members: ["Range.getMergedAreasOrNullObject"],
    play(_use, carryOut, { model }) {
      model.book.forgetSteps();
      return carryOut();
    },
  },
  {
    name: "freeze-active-sheet",
    source: "office-js #2196",
    members: ["WorksheetFreezePanes.freezeRows"],
    play({ target }, carryOut, { model }) {
      if (sheetIdOf(target) !== model.selection.activeSheet()) throw failed();
      return carryOut();
    },
  },
  {
    name: "no-printer",
    source: "believed",
    members: [
      "PageLayout.*",
      "HeaderFooter.*",
      "HorizontalPageBreakCollection.add",
      "VerticalPageBreakCollection.add",
    ],
    uses: ["set", "call"],
    play({ member }, carryOut) {
      if (/\.get[A-Z]/.test(member)) return carryOut();
      throw failed();
    },
  },
  {
    name: "zoom-left",
    source: "office-js #1860",
    members: ["PageLayout.zoom"],
    uses: ["set"],
    // Accepted and ignored.
    play: () => undefined,
  },
  {
    name: "charts-without-series",
    source: "office-js-docs #910",
    members: ["Chart.series"],
    uses: ["go"],
    play({ target }, carryOut, { model }) {
      const chart = model.state.data.charts.find((candidate) => candidate.id === target.self);
      if (chart?.chartType === "Doughnut") throw failed();
      return carryOut();
    },
  },
  {
    name: "charts-without-source",
    source: "office-js #6143",
    members: ["ChartSeries.getDimensionDataSourceString"],
    play({ target }, carryOut, { model }) {
      const chart = model.state.data.charts.find((candidate) => candidate.id === chartIdOf(target));
      if (chart?.chartType === "Histogram") throw failed();
      return carryOut();
    },
  },
  {
    name: "filters-misplace",
    source: "office-js #224; xlwings #679 and #747",
    members: ["Range.values", "Range.formulas", "Range.numberFormat"],
    uses: ["set"],
    // The first written row is repeated in every visible row, and hidden rows stay unchanged.
    play({ target, args: [value] }, carryOut, { model }) {
      const cells = cellsOf(target);
      if (!cells || cells.rowCount < 2 || !Array.isArray(value)) return carryOut();
      const { sheetId, row, rowCount } = cells;
      const filtered = model.state
        .tablesOf(sheetId)
        .filter(
          ({ filters, range }) => filters && range.row < row + rowCount && row < range.row + range.rowCount,
        );
      const isHidden = (at: number) =>
        filtered.some(({ range }) => at > range.row && at < range.row + range.rowCount) &&
        model.sizes.rowHeight(sheetId, at) === 0;
      const rows = value as unknown[][];
      if (!rows.some((_, r) => isHidden(row + r))) return carryOut();
      return carryOut([
        rows.map((line, r) => (isHidden(row + r) ? line.map(() => null) : (rows[0] ?? line))),
      ]);
    },
  },
  {
    name: "entities-have-no-value",
    source: "javascript/api/excel/excel.entitycellvalue, excel.rangevaluetype",
    members: ["Range.values", "Range.valueTypes"],
    uses: ["get"],
    play({ target, member }, carryOut, { dataTypeAt }) {
      const cells = cellsOf(target);
      const values = carryOut();
      if (!cells || !Array.isArray(values)) return values;
      return (values as unknown[][]).map((row, r) =>
        row.map((value, c) => {
          const type = dataTypeAt(cells.sheetId, cells.row + r, cells.column + c);
          const isEntity =
            typeof type === "object" && type !== null && "type" in type && type.type === "Entity";
          return !isEntity ? value : member === "Range.values" ? "#VALUE!" : "RichValue";
        }),
      );
    },
  },
  {
    name: "pane-stays-closed",
    source: "office/dev/add-ins/develop/show-hide-add-in",
    members: ["AppRuntimeService.setAppRuntimeState"],
    play: ({ args }, carryOut) => (args[0] === "Visible" ? null : carryOut()),
  },
  {
    name: "chinese-style-names",
    source: "office-js #3061",
    members: ["StyleCollection.getItem", "StyleCollection.getItemOrNullObject"],
    play({ member, args }, carryOut, { model }) {
      if (model.locale !== "zh-CN") return carryOut();
      const name = chineseStyles[String(args[0])];
      if (name !== undefined) return carryOut([name]);
      if (member.endsWith("OrNullObject")) return nullObject;
      throw notFound();
    },
  },
  {
    name: "clearing-ends-tables",
    source: "believed",
    members: ["Range.clear"],
    play({ target, args: [what] }, carryOut, { model }) {
      const cells = cellsOf(target);
      if ((what ?? "All") === "All" && cells) {
        for (const table of [...model.state.tablesOf(cells.sheetId)])
          if (contains(cells, table.range)) model.tables.remove(table);
      }
      return carryOut();
    },
  },
  {
    name: "no-borders-inside-a-line",
    source: "believed",
    members: ["RangeBorder.*"],
    uses: ["set"],
    play({ target: { self } }, carryOut) {
      const { range, side } = self as { range: { rowCount: number; columnCount: number }; side: string };
      if (side === "InsideHorizontal" && range.rowCount === 1) throw invalid();
      if (side === "InsideVertical" && range.columnCount === 1) throw invalid();
      return carryOut();
    },
  },
  {
    name: "hidden-axes-are-not-set",
    source: "believed",
    members: ["ChartAxis.*"],
    uses: ["set"],
    play({ target: { self }, member }, carryOut, { model }) {
      const { chart: id, name } = self as { chart: string; name: AxisName };
      const chart = model.state.data.charts.find((candidate) => candidate.id === id);
      if (member !== "ChartAxis.visible" && chart?.axes[name].visible === false) throw failed();
      return carryOut();
    },
  },
  {
    name: "properties-are-cut",
    source: "believed, as office-js #4530 says it of document properties",
    members: ["WorksheetCustomPropertyCollection.add"],
    play: ({ args }, carryOut) =>
      carryOut(args.map((arg) => (typeof arg === "string" ? arg.slice(0, PROPERTY_LIMIT) : arg))),
  },
  {
    name: "charts-guess-fewer-series",
    source: "believed",
    members: ["ChartCollection.add"],
    async play(_use, carryOut, { model }) {
      const added = await carryOut();
      const chart = model.state.data.charts.find((candidate) => isRef(added) && candidate.id === added.self);
      if (chart && chart.series.length > 1) chart.series.pop();
      return added;
    },
  },
  {
    name: "names-of-errors-stay-hidden",
    source: "office-js #5174",
    members: ["NamedItem.visible"],
    uses: ["set"],
    play({ target: { self } }, carryOut, { model }) {
      const name = model.state.data.names.find((definedName) => definedName.id === self);
      if (name && /#(REF!|NAME\?|VALUE!|N\/A|NULL!|NUM!|DIV\/0!)/.test(name.formula)) throw invalid();
      return carryOut();
    },
  },
];
