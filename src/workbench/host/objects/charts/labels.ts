import type { DataLabelsState } from "../../../state";
import { asBoolean, asText } from "../../errors";
import type { ObjectType } from "../define";
import { formatType, members, oneOf, partOf, refWithin } from "./parts";
import type { ChartPart } from "./parts";

const format = formatType<DataLabelsState["format"]>("ChartDataLabelFormat", "Font");

const labelMembers = members<DataLabelsState>({
  ShowValue: ["showValue", asBoolean],
  Position: [
    "position",
    oneOf("Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom"),
  ],
  NumberFormat: ["numberFormat", asText, "General"],
});

/** The labels of a series or of a point. */
export const dataLabels: ObjectType<ChartPart<DataLabelsState>> = {
  ...labelMembers,
  name: "ChartDataLabels",
  check: partOf,
  go: { Format: (self) => refWithin(format, self, (labels) => labels.format) },
};
