import type { DataLabelsState } from "../../../state";
import { asBoolean, asText } from "../../errors";
import { ref } from "../define";
import type { ObjectType } from "../define";
import { boxFormat, changePart, members, oneOf, partOf, within } from "./parts";
import type { Part } from "./parts";

const format = boxFormat("ChartDataLabelFormat");

const plain = members<DataLabelsState>({
  ShowValue: ["showValue", asBoolean],
  ShowSeriesName: ["showSeriesName", asBoolean],
  ShowCategoryName: ["showCategoryName", asBoolean],
  ShowLegendKey: ["showLegendKey", asBoolean],
  ShowPercentage: ["showPercentage", asBoolean],
  ShowBubbleSize: ["showBubbleSize", asBoolean],
  Position: [
    "position",
    oneOf(
      "None",
      "Center",
      "InsideEnd",
      "InsideBase",
      "OutsideEnd",
      "Left",
      "Right",
      "Top",
      "Bottom",
      "BestFit",
      "Callout",
    ),
  ],
  Separator: ["separator", asText],
  LinkNumberFormat: ["linkNumberFormat", asBoolean],
});

/** The labels of a chart, of a series or of a point. */
export const dataLabels: ObjectType<Part<DataLabelsState>> = {
  name: "ChartDataLabels",
  check: partOf,
  get: {
    ...plain.get,
    NumberFormat: (self, model) => partOf(self, model).numberFormat || "General",
  },
  set: {
    ...plain.set,
    NumberFormat: (self, value, model) => {
      const numberFormat = asText(value);
      changePart(self, model, (labels) => {
        Object.assign(labels, { numberFormat, linkNumberFormat: false });
      });
    },
  },
  go: {
    Format: (self) =>
      ref(
        format,
        within(self, (labels) => labels.format),
      ),
  },
};
