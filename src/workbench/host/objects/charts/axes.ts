import type { AxisName, AxisState, ChartState } from "../../../state";
import { asBoolean, asInteger, asOneOf, asText, invalid, notFound } from "../../errors";
import { isRound } from "../../grid/chartDefaults";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";
import type { Ref } from "../kinds";
import {
  boxFormat,
  changePart,
  chartOf,
  formatType,
  members,
  numberFrom,
  numberOrAutomatic,
  oneOf,
  partOf,
  within,
} from "./parts";
import type { Part } from "./parts";
import { titleTexts } from "./title";

/** The axis of a chart, or ItemNotFound where the chart has none: round charts, no series on the secondary axis. */
function axisRef(chart: string, name: AxisName, model: Model): Ref {
  check(chartOf(model, chart), name);
  return ref(axis, { chart, name, find: (one: ChartState) => check(one, name) });
}

function check(chart: ChartState, name: AxisName): AxisState {
  const secondary = name.startsWith("secondary");
  if (isRound(chart.chartType) || (secondary && !chart.series.some((one) => one.axisGroup === "Secondary"))) {
    throw notFound();
  }
  return chart.axes[name];
}

/** The axes of a chart. */
export const axes: ObjectType<string> = {
  name: "ChartAxes",
  check: (self, model) => void chartOf(model, self),
  go: {
    CategoryAxis: (self, model) => axisRef(self, "category", model),
    ValueAxis: (self, model) => axisRef(self, "value", model),
  },
  call: {
    GetItem: (self, [type, group], model) => {
      const kind = asOneOf(type, ["Category", "Value"]);
      const secondary =
        group === undefined || group === null
          ? false
          : asOneOf(group, ["Primary", "Secondary"]) === "Secondary";
      const names = {
        Category: ["category", "secondaryCategory"],
        Value: ["value", "secondaryValue"],
      } as const;
      return axisRef(self, names[kind][secondary ? 1 : 0], model);
    },
  },
};

interface AxisPart extends Part<AxisState> {
  name: AxisName;
}

const ticks = oneOf("None", "Cross", "Inside", "Outside");

const plain = members<AxisState>({
  Visible: ["visible", asBoolean],
  Minimum: ["minimum", numberOrAutomatic],
  Maximum: ["maximum", numberOrAutomatic],
  MajorUnit: ["majorUnit", numberOrAutomatic],
  MinorUnit: ["minorUnit", numberOrAutomatic],
  ReversePlotOrder: ["reversePlotOrder", asBoolean],
  ScaleType: ["scaleType", (value) => asOneOf<"Linear" | "Logarithmic">(value, ["Linear", "Logarithmic"])],
  LogBase: ["logBase", numberFrom(2, 1000)],
  MajorTickMark: ["majorTickMark", ticks],
  MinorTickMark: ["minorTickMark", ticks],
  TickLabelPosition: ["tickLabelPosition", oneOf("NextToAxis", "High", "Low", "None")],
  TickMarkSpacing: ["tickMarkSpacing", (value) => asInteger(value, 1, 31_999)],
  CategoryType: ["categoryType", oneOf("Automatic", "TextAxis", "DateAxis")],
  DisplayUnit: [
    "displayUnit",
    oneOf(
      "None",
      "Hundreds",
      "Thousands",
      "TenThousands",
      "HundredThousands",
      "Millions",
      "TenMillions",
      "HundredMillions",
      "Billions",
      "Trillions",
    ),
  ],
  ShowDisplayUnitLabel: ["showDisplayUnitLabel", asBoolean],
  Position: ["position", oneOf("Automatic", "Maximum", "Minimum", "Custom")],
  IsBetweenCategories: ["isBetweenCategories", asBoolean],
  MultiLevel: ["multiLevel", asBoolean],
  Alignment: ["alignment", oneOf("Center", "Left", "Right")],
  Offset: ["offset", (value) => asInteger(value, 0, 1000)],
  LinkNumberFormat: ["linkNumberFormat", asBoolean],
});

const axisFormat = formatType<AxisState["format"]>("ChartAxisFormat", "Font", "Line");
const gridlinesFormat = formatType<AxisState["majorGridlines"]>("ChartGridlinesFormat", "Line");
const titleFormat = boxFormat("ChartAxisTitleFormat");

const axis: ObjectType<AxisPart> = {
  name: "ChartAxis",
  check: partOf,
  get: {
    ...plain.get,
    Type: (self) => (/category/i.test(self.name) ? "Category" : "Value"),
    AxisGroup: (self) => (self.name.startsWith("secondary") ? "Secondary" : "Primary"),
    NumberFormat: (self, model) => partOf(self, model).numberFormat || "General",
    TickLabelSpacing: (self, model) => partOf(self, model).tickLabelSpacing || 1,
    TextOrientation: (self, model) => partOf(self, model).textOrientation ?? 0,
    Crosses: (self, model) => partOf(self, model).position,
    CrossesAt: (self, model) => partOf(self, model).crossesAt,
  },
  set: {
    ...plain.set,
    NumberFormat: (self, value, model) => {
      const numberFormat = asText(value);
      changePart(self, model, (part) => {
        Object.assign(part, { numberFormat, linkNumberFormat: false });
      });
    },
    TickLabelSpacing: (self, value, model) => {
      const spacing = value === "" ? 0 : asInteger(value, 1, 31_999);
      changePart(self, model, (part) => {
        part.tickLabelSpacing = spacing;
      });
    },
    TextOrientation: (self, value, model) => {
      const angle = asInteger(value, -90, 180);
      if (angle > 90 && angle !== 180) throw invalid();
      changePart(self, model, (part) => {
        part.textOrientation = angle;
      });
    },
  },
  go: {
    Format: (self) =>
      ref(
        axisFormat,
        within(self, (part) => part.format),
      ),
    MajorGridlines: (self) =>
      ref(
        gridlines,
        within(self, (part) => part.majorGridlines),
      ),
    Title: (self) => ref(axisTitle, self),
  },
};

const gridlines: ObjectType<Part<AxisState["majorGridlines"]>> = {
  ...members<AxisState["majorGridlines"]>({ Visible: ["visible", asBoolean] }),
  name: "ChartGridlines",
  go: { Format: (self) => ref(gridlinesFormat, self) },
};

const shared = titleTexts((part: AxisState) => part.title);
const titleMembers = ["Text", "Visible", "TextOrientation"];
const pick = <T>(all: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => titleMembers.includes(name)));

const axisTitle: ObjectType<Part<AxisState>> = {
  name: "ChartAxisTitle",
  get: {
    ...pick(shared.get),
    // Excel's word for a title without text.
    Text: (self, model) => {
      const { title } = partOf(self, model);
      return title.automatic && title.visible ? "Axis Title" : title.text;
    },
  },
  set: pick(shared.set),
  go: {
    Format: (self) =>
      ref(
        titleFormat,
        within(self, (part) => part.title.format),
      ),
  },
};
