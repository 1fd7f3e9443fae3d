import type { ChartState } from "../../../state";
import { asBoolean, asOneOf, asText, invalid, Refusal } from "../../errors";
import { nameOfSeries, seriesOf } from "../../grid/chartData";
import { requireUnprotected } from "../../grid/guard";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";
import { rangeArgument } from "../ranges";
import { axes } from "./axes";
import { changePart, chartOf, formatType, members, oneOf, setTitle } from "./parts";
import type { ChartPart } from "./parts";
import { seriesCollection } from "./series";

/** A whole chart as a part. */
const whole = (id: string): ChartPart<ChartState> => ({ chart: id, find: (chart) => chart });

/** Sets the series from a range; their formats are lost, as in Excel when the shape differs. */
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
    Name: (self, model) => chartOf(model, self).name,
    ChartType: (self, model) => chartOf(model, self).chartType,
    Left: (self, model) => chartOf(model, self).left,
    Top: (self, model) => chartOf(model, self).top,
    Width: (self, model) => chartOf(model, self).width,
    Height: (self, model) => chartOf(model, self).height,
    DisplayBlanksAs: (self, model) => chartOf(model, self).displayBlanksAs,
  },
  set: {
    DisplayBlanksAs: (self, value, model) => {
      const blanksAs = asOneOf<ChartState["displayBlanksAs"]>(value, ["NotPlotted", "Zero", "Interplotted"]);
      changePart(whole(self), model, (state) => {
        state.displayBlanksAs = blanksAs;
      });
    },
    Name: (self, value, model) => {
      const name = asText(value);
      const { sheetId } = chartOf(model, self);
      if (name === "" || name.length > 255) throw invalid();
      const taken = model.state
        .chartsOf(sheetId)
        .some((other) => other.id !== self && other.name.toLowerCase() === name.toLowerCase());
      if (taken) throw new Refusal("ItemAlreadyExists");
      changePart(whole(self), model, (state) => {
        state.name = name;
      });
    },
  },
  go: {
    Axes: (self) => ref(axes, self),
    Format: (self) => ref(areaFormat, { chart: self, find: (state: ChartState) => state.format }),
    Legend: (self) => ref(legend, { chart: self, find: (state: ChartState) => state.legend }),
    Series: (self) => ref(seriesCollection, self),
    Title: (self) => ref(title, { chart: self, find: (state: ChartState) => state }),
  },
  act: {
    Delete: (self, _args, model) => {
      const { sheetId } = chartOf(model, self);
      requireUnprotected(model, sheetId, "allowEditObjects");
      model.state.data.charts = model.state.data.charts.filter((other) => other.id !== self);
      model.state.changed({ kind: "charts", sheetId, id: self });
    },
    SetPosition: (self, [startCell, endCell], model) => {
      const { sheetId } = chartOf(model, self);
      const start = rangeArgument(startCell, sheetId, model);
      const end =
        endCell === undefined || endCell === null ? undefined : rangeArgument(endCell, sheetId, model);
      if (start.sheetId !== sheetId || (end && end.sheetId !== sheetId)) throw invalid();
      const left = model.sizes.left(sheetId, start.column);
      const top = model.sizes.top(sheetId, start.row);
      changePart(whole(self), model, (state) => {
        Object.assign(state, { left, top });
        if (!end) return;
        state.width = model.sizes.left(sheetId, end.column + end.columnCount) - left;
        state.height = model.sizes.top(sheetId, end.row + end.rowCount) - top;
      });
    },
  },
};

const areaFormat = formatType<ChartState["format"]>("ChartAreaFormat", "Border");

const legendFormat = formatType<ChartState["legend"]["format"]>("ChartLegendFormat", "Font");

const legend: ObjectType<ChartPart<ChartState["legend"]>> = {
  ...members<ChartState["legend"]>({
    Visible: ["visible", asBoolean],
    Position: ["position", oneOf("Top", "Bottom", "Left", "Right", "Corner", "Custom")],
  }),
  name: "ChartLegend",
  go: {
    Format: (self) =>
      ref(legendFormat, { chart: self.chart, find: (state: ChartState) => state.legend.format }),
  },
};

const titleFormat = formatType<ChartState["title"]["format"]>("ChartTitleFormat", "Font");

/** The automatic title: the name of the only series. */
function automaticTitle(self: ChartState, model: Model): string {
  const [only, ...more] = self.series;
  return only && more.length === 0 ? nameOfSeries(model, only, 0) : "Chart Title";
}

const title: ObjectType<ChartPart<ChartState>> = {
  name: "ChartTitle",
  get: {
    Visible: (self, model) => chartOf(model, self.chart).title.visible,
    Text: (self, model) => {
      const state = chartOf(model, self.chart);
      return state.title.automatic ? automaticTitle(state, model) : state.title.text;
    },
  },
  set: { Text: setTitle((state: ChartState) => state.title) },
  go: {
    Format: (self) =>
      ref(titleFormat, { chart: self.chart, find: (state: ChartState) => state.title.format }),
  },
};
