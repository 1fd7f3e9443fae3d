import type { AxisState, ChartState } from "../../../state";
import { childOf, childrenOf, flagIn, flagOf, numberIn, textOf, valOf } from "../elements";
import { lineOf, readTitle, textFormat } from "./parts";

/** The ids of the axes of a group of series. First that of the category axis. */
export const axisIdsOf = (group: Element): string[] =>
  childrenOf(group, "axId").map((id) => textOf(id, "val") ?? "");

const tickMarks: Record<string, string> = { cross: "Cross", in: "Inside", out: "Outside" };
const labels: Record<string, string> = { none: "None", high: "High", low: "Low" };

/**
 * The four axes of a chart, found by the ids of its first group, and of a group with axes of its own. `base` is for
 * axes that the file does not have.
 */
export function readAxes(
  plot: Element,
  [first, second]: readonly (readonly string[] | undefined)[],
  base: ChartState["axes"],
): ChartState["axes"] {
  const axes = childrenOf(plot).filter(({ localName }) => localName.endsWith("Ax"));
  const byId = (id: string | undefined) => axes.find((axis) => valOf(axis, "axId") === id);
  const [category, value] = (first ?? []).map(byId);
  const [secondCategory, secondValue] = (second ?? []).map(byId);
  const read = (axis: Element | undefined, otherwise: AxisState) =>
    axis ? readAxis(axis, otherwise) : otherwise;
  return {
    category: read(category, base.category),
    value: read(value, base.value),
    secondaryCategory: read(secondCategory, base.secondaryCategory),
    secondaryValue: read(secondValue, base.secondaryValue),
  };
}

/** Reads an axis; `base` gives what the file does not say. */
function readAxis(axis: Element, base: AxisState): AxisState {
  const counts = axis.localName === "valAx";
  const scaling = childOf(axis, "scaling");
  const format = childOf(axis, "numFmt");
  const line = lineOf(childOf(axis, "spPr"), { drawn: !counts });
  return {
    ...base,
    visible: !flagIn(axis, "delete"),
    title: readTitle(axis, base.title, 10),
    minimum: numberIn(scaling, "min") ?? null,
    maximum: numberIn(scaling, "max") ?? null,
    majorGridlines: gridlines(axis),
    numberFormat: flagOf(format, "sourceLinked", true) ? "" : (textOf(format, "formatCode") ?? ""),
    reversePlotOrder: valOf(scaling, "orientation") === "maxMin",
    majorTickMark: tickMarks[valOf(axis, "majorTickMark") ?? ""] ?? "None",
    tickLabelPosition: labels[valOf(axis, "tickLblPos") ?? ""] ?? "NextToAxis",
    tickLabelSpacing: numberIn(axis, "tickLblSkip") ?? 0,
    categoryType:
      axis.localName === "dateAx" ? "DateAxis" : flagIn(axis, "auto", true) ? "Automatic" : "TextAxis",
    format: { ...textFormat(axis, 9), ...(line && { line }) },
  };
}

function gridlines(axis: Element): AxisState["majorGridlines"] {
  const lines = childOf(axis, "majorGridlines");
  const line = lineOf(childOf(lines, "spPr"), { drawn: true });
  return { visible: lines !== undefined, ...(line && { line }) };
}
