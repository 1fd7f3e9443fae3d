import type { ChartState } from "../../../state";
import { asBoolean, asInteger, asOneOf, asText, invalid, Refusal } from "../../errors";
import { chartTypes } from "../../grid/chartDefaults";
import { nameOfSeries, seriesOf } from "../../grid/chartData";
import { requireUnprotected } from "../../grid/guard";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";
import { worksheet } from "../kinds";
import { rangeArgument } from "../ranges";
import { axes } from "./axes";
import { dataLabels } from "./labels";
import { boxFormat, changePart, chartOf, formatType, members, numberFrom, oneOf } from "./parts";
import type { Part } from "./parts";
import { seriesCollection } from "./series";
import { titleTexts } from "./title";

/** A whole chart as the part of itself. */
const whole = (id: string): Part<ChartState> => ({ chart: id, find: (chart) => chart });

const plain = members<ChartState>({
  Top: ["top", numberFrom(0, 1e7)],
  Left: ["left", numberFrom(0, 1e7)],
  Width: ["width", numberFrom(0, 1e5)],
  Height: ["height", numberFrom(0, 1e5)],
  ChartType: ["chartType", oneOf(...chartTypes)],
  Style: ["style", (value) => asInteger(value, 1, 400)],
  DisplayBlanksAs: [
    "displayBlanksAs",
    (value) => asOneOf<ChartState["displayBlanksAs"]>(value, ["NotPlotted", "Zero", "Interplotted"]),
  ],
  PlotVisibleOnly: ["plotVisibleOnly", asBoolean],
});

/** The series again from a range; formats of what was there are lost, as in Excel when the shape differs. */
export function setData([sourceData, seriesBy]: readonly unknown[], chart: ChartState, model: Model): void {
  const range = rangeArgument(sourceData, chart.sheetId, model);
  const by =
    seriesBy === undefined || seriesBy === null ? "Auto" : asOneOf(seriesBy, ["Auto", "Columns", "Rows"]);
  chart.series = seriesOf(model, range, by, () => `${chart.id}-${model.nextId()}`);
}

/** A chart; the handle is its id. */
export const chart: ObjectType<string> = {
  name: "Chart",
  calculated: true,
  check: (self, model) => void chartOf(model, self),
  id: (self) => self,
  get: {
    Id: (self) => self,
    Name: (self, model) => chartOf(model, self).name,
    ...Object.fromEntries(
      Object.entries(plain.get).map(([name, read]) => [
        name,
        (self: string, model: Model) => read(whole(self), model),
      ]),
    ),
  },
  set: {
    ...Object.fromEntries(
      Object.entries(plain.set).map(([name, write]) => [
        name,
        (self: string, value: unknown, model: Model) => write(whole(self), value, model),
      ]),
    ),
    Name: (self, value, model) => {
      const name = asText(value);
      const { sheetId } = chartOf(model, self);
      if (name === "" || name.length > 255) throw invalid();
      const taken = model.state
        .chartsOf(sheetId)
        .some((one) => one.id !== self && one.name.toLowerCase() === name.toLowerCase());
      if (taken) throw new Refusal("ItemAlreadyExists");
      changePart(whole(self), model, (one) => {
        one.name = name;
      });
    },
  },
  go: {
    Axes: (self) => ref(axes, self),
    DataLabels: (self) => ref(dataLabels, { chart: self, find: (one: ChartState) => one.dataLabels }),
    Format: (self) => ref(areaFormat, { chart: self, find: (one: ChartState) => one }),
    Legend: (self) => ref(legend, { chart: self, find: (one: ChartState) => one.legend }),
    PlotArea: (self) => ref(plotArea, { chart: self, find: (one: ChartState) => one }),
    Series: (self) => ref(seriesCollection, self),
    Title: (self) => ref(title, { chart: self, find: (one: ChartState) => one }),
    Worksheet: (self, model) => worksheet.of(chartOf(model, self).sheetId),
  },
  call: {
    Activate: (self, _args, model) => {
      model.selection.activate(chartOf(model, self).sheetId);
    },
  },
  act: {
    Delete: (self, _args, model) => {
      const { sheetId } = chartOf(model, self);
      requireUnprotected(model, sheetId, "allowEditObjects");
      model.state.data.charts = model.state.data.charts.filter((one) => one.id !== self);
      model.state.changed({ kind: "charts", sheetId, id: self });
      model.events.raise("chartDeleted", [sheetId], { chartId: self, worksheetId: sheetId, source: "Local" });
    },
    SetPosition: (self, [startCell, endCell], model) => {
      const { sheetId } = chartOf(model, self);
      const start = rangeArgument(startCell, sheetId, model);
      const end =
        endCell === undefined || endCell === null ? undefined : rangeArgument(endCell, sheetId, model);
      if (start.sheetId !== sheetId || (end && end.sheetId !== sheetId)) throw invalid();
      const left = model.sizes.left(sheetId, start.column);
      const top = model.sizes.top(sheetId, start.row);
      changePart(whole(self), model, (one) => {
        Object.assign(one, { left, top });
        if (!end) return;
        one.width = model.sizes.left(sheetId, end.column + end.columnCount) - left;
        one.height = model.sizes.top(sheetId, end.row + end.rowCount) - top;
      });
    },
  },
};

const areaParts = boxFormat("ChartAreaFormat").go ?? {};

const areaFormat: ObjectType<Part<ChartState>> = {
  ...members<ChartState>({ RoundedCorners: ["roundedCorners", asBoolean] }),
  name: "ChartAreaFormat",
  go: Object.fromEntries(
    Object.entries(areaParts).map(([name, go]) => [
      name,
      (self: Part<ChartState>, model: Model) => go({ chart: self.chart, find: (one) => one.format }, model),
    ]),
  ),
};

const plotFormat = formatType<ChartState["plotArea"]>("ChartPlotAreaFormat", "Fill", "Border");

const plotArea: ObjectType<Part<ChartState>> = {
  name: "ChartPlotArea",
  go: { Format: (self) => ref(plotFormat, { chart: self.chart, find: (one: ChartState) => one.plotArea }) },
};

const legendFormat = boxFormat("ChartLegendFormat");

const legend: ObjectType<Part<ChartState["legend"]>> = {
  ...members<ChartState["legend"]>({
    Visible: ["visible", asBoolean],
    Position: ["position", oneOf("Top", "Bottom", "Left", "Right", "Corner", "Custom")],
    Overlay: ["overlay", asBoolean],
  }),
  name: "ChartLegend",
  go: {
    Format: (self) => ref(legendFormat, { chart: self.chart, find: (one: ChartState) => one.legend.format }),
  },
};

const titleFormat = boxFormat("ChartTitleFormat");

/** The text that a chart shows above itself without being told: the name of its only series. */
function automaticTitle(self: ChartState, model: Model): string {
  const [only, ...more] = self.series;
  return only && more.length === 0 ? nameOfSeries(model, only, 0) : "Chart Title";
}

const shared = titleTexts((one: ChartState) => one.title);

const title: ObjectType<Part<ChartState>> = {
  name: "ChartTitle",
  get: {
    ...shared.get,
    Text: (self, model) => {
      const one = chartOf(model, self.chart);
      return one.title.automatic ? automaticTitle(one, model) : one.title.text;
    },
  },
  set: shared.set,
  go: {
    Format: (self) => ref(titleFormat, { chart: self.chart, find: (one: ChartState) => one.title.format }),
  },
};
