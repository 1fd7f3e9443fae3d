import type { CellRange, ChartState, PointState, SeriesState } from "../../../state";
import { asBoolean, asInteger, asOneOf, asText, invalid, notFound } from "../../errors";
import { localAddress } from "../../grid/address";
import { contentsOf, nameOfSeries } from "../../grid/chartData";
import { chartTypes, newLabels, newSeries } from "../../grid/chartDefaults";
import { readColor } from "../../grid/colors";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";
import type { Ref } from "../kinds";
import { rangeArgument } from "../ranges";
import { dataLabels } from "./labels";
import {
  changePart,
  chartOf,
  formatType,
  members,
  numberFrom,
  oneOf,
  partOf,
  refWithin,
  within,
} from "./parts";
import type { ChartPart } from "./parts";

interface SeriesPart extends ChartPart<SeriesState> {
  id: string;
}

/** A series by its id, so that the handle stays valid when others come and go. */
function seriesRef(chart: string, id: string): Ref {
  return ref(series, {
    chart,
    id,
    find: (state: ChartState) => {
      const seriesState = state.series.find((candidate) => candidate.id === id);
      if (!seriesState) throw notFound();
      return seriesState;
    },
  });
}

const indexOf = (self: SeriesPart, model: Model): number =>
  chartOf(model, self.chart).series.findIndex((state) => state.id === self.id);

const markers = oneOf(
  "Automatic",
  "None",
  "Square",
  "Diamond",
  "Triangle",
  "X",
  "Star",
  "Dot",
  "Dash",
  "Circle",
  "Plus",
  "Picture",
);

const seriesMembers = members<SeriesState>({
  AxisGroup: ["axisGroup", (value) => asOneOf<"Primary" | "Secondary">(value, ["Primary", "Secondary"])],
  MarkerStyle: ["markerStyle", markers],
  MarkerSize: ["markerSize", (value) => asInteger(value, 2, 72)],
  MarkerBackgroundColor: ["markerBackgroundColor", readColor],
  MarkerForegroundColor: ["markerForegroundColor", readColor],
  HasDataLabels: ["hasDataLabels", asBoolean],
  GapWidth: ["gapWidth", numberFrom(0, 500)],
  Overlap: ["overlap", numberFrom(-100, 100)],
});

const seriesFormat = formatType<SeriesState>("ChartSeriesFormat", "Fill", "Line");

/** A range for values or labels: one row or one column. */
function lineArgument(value: unknown, self: SeriesPart, model: Model): CellRange {
  const range = rangeArgument(value, chartOf(model, self.chart).sheetId, model);
  if (range.rowCount > 1 && range.columnCount > 1) throw invalid();
  return range;
}

const sourceSetter =
  (key: "values" | "categories") =>
  (self: SeriesPart, [range]: readonly unknown[], model: Model): void => {
    const cells = lineArgument(range, self, model);
    changePart(self, model, (state) => {
      state[key] = { kind: "range", range: cells };
    });
  };

/** The cells that each dimension takes its data from; a series of bars or a line has no others. */
const sources = { Categories: "categories", Values: "values" } as const;

const series: ObjectType<SeriesPart> = {
  name: "ChartSeries",
  calculated: true,
  check: partOf,
  get: {
    ...seriesMembers.get,
    Name: (self, model) => nameOfSeries(model, partOf(self, model), indexOf(self, model)),
    ChartType: (self, model) => partOf(self, model).chartType ?? chartOf(model, self.chart).chartType,
  },
  set: {
    ...seriesMembers.set,
    ChartType: (self, value, model) => {
      const type = asOneOf(value, chartTypes);
      changePart(self, model, (state) => {
        state.chartType = type;
      });
    },
  },
  go: {
    Format: (self) => ref(seriesFormat, self),
    DataLabels: (self) => refWithin(dataLabels, self, (state) => state.dataLabels),
    Points: (self) => ref(points, self),
  },
  call: {
    GetDimensionDataSourceString: (self, [dimension], model) => {
      const source = partOf(self, model)[sources[asOneOf(dimension, ["Categories", "Values"])]];
      if (source.kind === "none") return "";
      return `${model.sheetPrefix(source.range.sheetId)}!${localAddress(source.range, true)}`;
    },
  },
  act: {
    SetValues: sourceSetter("values"),
    SetXAxisValues: sourceSetter("categories"),
  },
};

/** The series of a chart. */
export const seriesCollection: ObjectType<string> = {
  name: "ChartSeriesCollection",
  calculated: true,
  check: (self, model) => void chartOf(model, self),
  items: (self, model) => chartOf(model, self).series.map((state) => seriesRef(self, state.id)),
  call: {
    GetItemAt: (self, [index], model) => {
      const seriesState = chartOf(model, self).series[asInteger(index, 0)];
      if (!seriesState) throw invalid();
      return seriesRef(self, seriesState.id);
    },
  },
  act: {
    Add: (self, [name, index], model) => {
      const part: ChartPart<ChartState> = { chart: self, find: (chart) => chart };
      const id = `${self}-${model.nextId()}`;
      changePart(part, model, (chart) => {
        const added = newSeries(id);
        added.name = name === undefined || name === null ? null : asText(name);
        const at =
          index === undefined || index === null
            ? chart.series.length
            : asInteger(index, 0, chart.series.length);
        chart.series.splice(at, 0, added);
      });
      return seriesRef(self, id);
    },
  },
};

const pointFormat = formatType<PointState>("ChartPointFormat", "Fill");

const points: ObjectType<SeriesPart> = {
  name: "ChartPointsCollection",
  calculated: true,
  check: partOf,
  items: (self, model) =>
    contentsOf(model, partOf(self, model).values).map((_value, index) => pointRef(self, index)),
  call: {
    GetItemAt: (self, [index], model) => {
      const at = asInteger(index, 0);
      if (at >= contentsOf(model, partOf(self, model).values).length) throw invalid();
      return pointRef(self, at);
    },
  },
};

interface PointPart extends ChartPart<PointState> {
  series: SeriesPart;
}

const pointRef = (self: SeriesPart, index: number): Ref =>
  ref(point, { ...within(self, (state) => (state.points[index] ??= {})), series: self });

const point: ObjectType<PointPart> = {
  ...members<PointState>({ HasDataLabel: ["hasDataLabel", asBoolean] }),
  name: "ChartPoint",
  calculated: true,
  get: {
    HasDataLabel: (self, model) =>
      partOf(self, model).hasDataLabel ?? partOf(self.series, model).hasDataLabels,
  },
  go: {
    Format: (self) => ref(pointFormat, self),
    DataLabel: (self) =>
      refWithin(dataLabels, self, (state) => {
        const labels = { ...newLabels(), ...state.dataLabel };
        state.dataLabel = labels;
        return labels;
      }),
  },
};
