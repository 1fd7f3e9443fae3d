import type { DataLabelsState } from "../../../state";
import { asBoolean, asText } from "../../errors";
import { ref } from "../define";
import type { ObjectType } from "../define";
import { changePart, formatType, members, oneOf, partOf, within } from "./parts";
import type { ChartPart } from "./parts";

const format = formatType<DataLabelsState["format"]>("ChartDataLabelFormat", "Font");

const labelMembers = members<DataLabelsState>({
  ShowValue: ["showValue", asBoolean],
  Position: [
    "position",
    oneOf("Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom"),
  ],
});

/** The labels of a series or of a point. */
export const dataLabels: ObjectType<ChartPart<DataLabelsState>> = {
  name: "ChartDataLabels",
  check: partOf,
  get: {
    ...labelMembers.get,
    NumberFormat: (self, model) => partOf(self, model).numberFormat || "General",
  },
  set: {
    ...labelMembers.set,
    NumberFormat: (self, value, model) => {
      const numberFormat = asText(value);
      changePart(self, model, (labels) => {
        labels.numberFormat = numberFormat;
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
