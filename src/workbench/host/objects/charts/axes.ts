import type { AxisName, AxisState, ChartState } from "../../../state";
import { asBoolean, asInteger, asOneOf, asText, notFound } from "../../errors";
import type { Model } from "../../model";
import { ref } from "../define";
import type { ObjectType } from "../define";
import type { Ref } from "../kinds";
import { chartOf, formatType, members, numberOrAutomatic, oneOf, partOf, refWithin, setTitle } from "./parts";
import type { ChartPart } from "./parts";

/** The axis of a chart; ItemNotFound where it has none: round charts, no series on the secondary axis. */
function axisRef(chart: string, name: AxisName, model: Model): Ref {
  check(chartOf(model, chart), name);
  return ref(axis, { chart, name, find: (state: ChartState) => check(state, name) });
}

function check(chart: ChartState, name: AxisName): AxisState {
  const secondary = name.startsWith("secondary");
  if (secondary && !chart.series.some((series) => series.axisGroup === "Secondary")) throw notFound();
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

const axisMembers = members<AxisState>({
  Visible: ["visible", asBoolean],
  Minimum: ["minimum", numberOrAutomatic],
  Maximum: ["maximum", numberOrAutomatic],
  ReversePlotOrder: ["reversePlotOrder", asBoolean],
  MajorTickMark: ["majorTickMark", oneOf("None", "Cross", "Inside", "Outside")],
  TickLabelPosition: ["tickLabelPosition", oneOf("NextToAxis", "High", "Low", "None")],
  CategoryType: ["categoryType", oneOf("Automatic", "TextAxis", "DateAxis")],
  NumberFormat: ["numberFormat", asText, "General"],
  TickLabelSpacing: ["tickLabelSpacing", (value) => (value === "" ? 0 : asInteger(value, 1, 31_999)), 1],
});

const axisFormat = formatType<AxisState["format"]>("ChartAxisFormat", "Font", "Line");
const gridlinesFormat = formatType<AxisState["majorGridlines"]>("ChartGridlinesFormat", "Line");
const titleFormat = formatType<AxisState["title"]["format"]>("ChartAxisTitleFormat", "Font");

const axis: ObjectType<ChartPart<AxisState>> = {
  ...axisMembers,
  name: "ChartAxis",
  check: partOf,
  go: {
    Format: (self) => refWithin(axisFormat, self, (part) => part.format),
    MajorGridlines: (self) => refWithin(gridlines, self, (part) => part.majorGridlines),
    Title: (self) => ref(axisTitle, self),
  },
};

const gridlines: ObjectType<ChartPart<AxisState["majorGridlines"]>> = {
  ...members<AxisState["majorGridlines"]>({ Visible: ["visible", asBoolean] }),
  name: "ChartGridlines",
  go: { Format: (self) => ref(gridlinesFormat, self) },
};

const axisTitle: ObjectType<ChartPart<AxisState>> = {
  name: "ChartAxisTitle",
  get: {
    // Excel's default text of a title.
    Text: (self, model) => {
      const { title } = partOf(self, model);
      return title.automatic && title.visible ? "Axis Title" : title.text;
    },
  },
  set: { Text: setTitle((part: AxisState) => part.title) },
  go: {
    Format: (self) => refWithin(titleFormat, self, (part) => part.title.format),
  },
};
