import type { AxisState, ChartState } from "../../../state";
import { childOf, childrenOf, flagIn, flagOf, numberIn, numberOf, textOf, valOf } from "../elements";
import { fontOf, lineOf, readTitle, runOf } from "./parts";

/** The ids of the axes that a group of series is drawn on. */
export const axisIdsOf = (group: Element): string[] =>
  childrenOf(group, "axId").map((one) => textOf(one, "val") ?? "");

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const marks: Record<string, string> = { cross: "Cross", in: "Inside", out: "Outside" };
const labels: Record<string, string> = { none: "None", high: "High", low: "Low" };

/** The four axes of a chart, found by the ids of its first group and of another group on axes of its own. */
export function readAxes(
  plot: Element,
  [first, second]: readonly (readonly string[] | undefined)[],
  base: ChartState["axes"],
  horizontal: boolean,
): ChartState["axes"] {
  const axes = childrenOf(plot).filter(({ localName }) => localName.endsWith("Ax"));
  const byId = (id: string | undefined) => axes.find((axis) => valOf(axis, "axId") === id);
  const [category, value] = (first ?? []).map(byId);
  const [secondCategory, secondValue] = (second ?? []).map(byId);
  return {
    category: category ? readAxis(category, value, base.category, horizontal ? 90 : 0) : base.category,
    value: value ? readAxis(value, category, base.value, horizontal ? 0 : 90) : base.value,
    secondaryCategory: secondCategory
      ? readAxis(secondCategory, undefined, base.secondaryCategory, 0)
      : base.secondaryCategory,
    secondaryValue: secondValue
      ? readAxis(secondValue, secondCategory, base.secondaryValue, horizontal ? 0 : 90)
      : base.secondaryValue,
  };
}

/** One axis; `crossing` is the other of its pair, which says where they cross. */
function readAxis(axis: Element, crossing: Element | undefined, base: AxisState, turned: number): AxisState {
  const counts = axis.localName === "valAx";
  const scaling = childOf(axis, "scaling");
  const format = childOf(axis, "numFmt");
  const linked = flagOf(format, "sourceLinked", true);
  const logBase = numberIn(scaling, "logBase");
  const rotation = numberOf(childOf(axis, "txPr", "bodyPr"), "rot");
  const unit = valOf(childOf(axis, "dispUnits"), "builtInUnit");
  const line = lineOf(childOf(axis, "spPr"), { drawn: !counts });
  const font = fontOf(runOf(axis), 9);
  return {
    ...base,
    visible: !flagIn(axis, "delete"),
    title: readTitle(axis, base.title, 10, turned),
    minimum: numberIn(scaling, "min") ?? null,
    maximum: numberIn(scaling, "max") ?? null,
    majorUnit: numberIn(axis, "majorUnit") ?? null,
    minorUnit: numberIn(axis, "minorUnit") ?? null,
    majorGridlines: gridlines(axis, "majorGridlines"),
    minorGridlines: gridlines(axis, "minorGridlines"),
    numberFormat: linked ? "" : (textOf(format, "formatCode") ?? ""),
    linkNumberFormat: linked,
    reversePlotOrder: valOf(scaling, "orientation") === "maxMin",
    scaleType: logBase === undefined ? "Linear" : "Logarithmic",
    logBase: logBase ?? base.logBase,
    majorTickMark: marks[valOf(axis, "majorTickMark") ?? ""] ?? "None",
    minorTickMark: marks[valOf(axis, "minorTickMark") ?? ""] ?? "None",
    tickLabelPosition: labels[valOf(axis, "tickLblPos") ?? ""] ?? "NextToAxis",
    tickLabelSpacing: numberIn(axis, "tickLblSkip") ?? 0,
    tickMarkSpacing: numberIn(axis, "tickMarkSkip") ?? 1,
    categoryType:
      axis.localName === "dateAx" ? "DateAxis" : flagIn(axis, "auto", true) ? "Automatic" : "TextAxis",
    displayUnit: unit ? capital(unit) : base.displayUnit,
    showDisplayUnitLabel: unit
      ? childOf(axis, "dispUnits", "dispUnitsLbl") !== undefined
      : base.showDisplayUnitLabel,
    ...crosses(crossing),
    isBetweenCategories: counts ? valOf(axis, "crossBetween") !== "midCat" : base.isBetweenCategories,
    multiLevel: childOf(axis, "noMultiLvlLbl") ? !flagIn(axis, "noMultiLvlLbl") : base.multiLevel,
    alignment: { l: "Left", r: "Right" }[valOf(axis, "lblAlgn") ?? ""] ?? base.alignment,
    offset: numberIn(axis, "lblOffset") ?? base.offset,
    textOrientation: rotation === undefined ? null : -rotation / 60_000,
    format: { ...(font && { font }), ...(line && { line }) },
  };
}

function gridlines(axis: Element, name: string): AxisState["majorGridlines"] {
  const lines = childOf(axis, name);
  const line = lineOf(childOf(lines, "spPr"), { drawn: true });
  return { visible: lines !== undefined, ...(line && { line }) };
}

function crosses(crossing: Element | undefined): Pick<AxisState, "position" | "crossesAt"> {
  const at = numberIn(crossing, "crossesAt");
  if (at !== undefined) return { position: "Custom", crossesAt: at };
  const named = { max: "Maximum", min: "Minimum" }[valOf(crossing, "crosses") ?? ""];
  return { position: named ?? "Automatic", crossesAt: null };
}
