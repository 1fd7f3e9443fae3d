import type { AxisState, ChartState } from "../state";
import { axisLineXml, textXml, titleXml } from "./chartParts";
import { element, value } from "./xml";

/** The numbers of axes, by which groups refer to them. */
export const axisIds = {
  Primary: { category: 500000001, value: 500000002 },
  Secondary: { category: 500000003, value: 500000004 },
} as const;

/** What the axes need of the chart. */
interface AxisContext {
  chart: ChartState;
  /** Whether bars are horizontal, with categories on the left. */
  horizontal: boolean;
  /** The cells' number formats, for linked axes. */
  formats: Record<"Primary" | "Secondary", string>;
  secondary: boolean;
}

/**
 * The axes of a chart, the second pair only where a series uses it. In the order of the format: category before
 * value.
 */
export function axesXml(context: AxisContext): string {
  const { axes } = context.chart;
  const first = pair(axes.category, axes.value, "Primary", context);
  return context.secondary
    ? first + pair(axes.secondaryCategory, axes.secondaryValue, "Secondary", context)
    : first;
}

/** The category and value axis of a group. */
function pair(
  category: AxisState,
  values: AxisState,
  group: "Primary" | "Secondary",
  context: AxisContext,
): string {
  const { horizontal, formats } = context;
  const ids = axisIds[group];
  const second = group === "Secondary";
  // The second category axis is required by the format; the first shows the labels of both.
  const hidden = second || !category.visible;
  // With reversed categories, the value axis is on the other side with their start.
  const far = second !== category.reversePlotOrder;
  const valueSide = horizontal ? (far ? "t" : "b") : far ? "r" : "l";
  const categorySide = horizontal ? "l" : "b";
  const categoryXml = element(
    "c:catAx",
    {},
    value("c:axId", ids.category),
    scaling(category),
    value("c:delete", hidden),
    value("c:axPos", categorySide),
    gridlines(category),
    titleXml(category.title, category.title.text, 10, horizontal),
    numberFormat(category, "General"),
    ticks(category),
    axisLineXml(category.format.line),
    textXml(category.format.font, 9),
    value("c:crossAx", ids.value),
    value("c:crosses", "autoZero"),
    value("c:auto", category.categoryType === "Automatic"),
    value("c:lblAlgn", "ctr"),
    value("c:lblOffset", 100),
    category.tickLabelSpacing > 0 ? value("c:tickLblSkip", category.tickLabelSpacing) : undefined,
    value("c:noMultiLvlLbl", true),
  );
  const valueXml = element(
    "c:valAx",
    {},
    value("c:axId", ids.value),
    scaling(values, true),
    value("c:delete", !values.visible),
    value("c:axPos", valueSide),
    gridlines(values),
    titleXml(values.title, values.title.text, 10, !horizontal),
    numberFormat(values, formats[group]),
    ticks(values),
    // A value axis has no line by default.
    values.format.line ? axisLineXml(values.format.line) : element("c:spPr", {}, noLine),
    textXml(values.format.font, 9),
    value("c:crossAx", ids.category),
    value("c:crosses", second ? "max" : "autoZero"),
    value("c:crossBetween", "between"),
  );
  return categoryXml + valueXml;
}

const noLine = element("a:ln", {}, element("a:noFill"));

function scaling(axis: AxisState, counts = false): string {
  return element(
    "c:scaling",
    {},
    value("c:orientation", axis.reversePlotOrder ? "maxMin" : "minMax"),
    counts && axis.maximum !== null ? value("c:max", axis.maximum) : undefined,
    counts && axis.minimum !== null ? value("c:min", axis.minimum) : undefined,
  );
}

function gridlines({ majorGridlines: { visible, line } }: AxisState): string {
  return visible ? element("c:majorGridlines", {}, axisLineXml(line)) : "";
}

function numberFormat(axis: AxisState, cells: string): string {
  return element("c:numFmt", {
    formatCode: axis.numberFormat || cells,
    sourceLinked: axis.numberFormat === "",
  });
}

function ticks(axis: AxisState): string {
  const marks: Record<string, string> = { Cross: "cross", Inside: "in", Outside: "out" };
  const labels: Record<string, string> = { None: "none", High: "high", Low: "low" };
  return [
    value("c:majorTickMark", marks[axis.majorTickMark] ?? "none"),
    value("c:minorTickMark", "none"),
    value("c:tickLblPos", labels[axis.tickLabelPosition] ?? "nextTo"),
  ].join("");
}
