import type { AxisState, ChartState } from "../state";
import { axisLineXml, textXml, titleXml } from "./chartParts";
import { element, value } from "./xml";

/** Numbers by which a chart's groups name their axes. */
export const axisIds = {
  Primary: { category: 500000001, value: 500000002 },
  Secondary: { category: 500000003, value: 500000004 },
} as const;

/** What the axes must know of the whole chart. */
interface AxisContext {
  chart: ChartState;
  /** Bars that lie: categories stand on the left. */
  horizontal: boolean;
  /** Both axes count (scatter). */
  numbers: boolean;
  /** Number formats of the cells, for axes that follow them. */
  formats: Record<"Primary" | "Secondary", string>;
  secondary: boolean;
}

/** The axes of a chart, the second pair only where a series uses it. */
export function axesXml(context: AxisContext): string {
  const { axes } = context.chart;
  const first = pair(axes.category, axes.value, "Primary", context);
  return context.secondary
    ? first + pair(axes.secondaryCategory, axes.secondaryValue, "Secondary", context)
    : first;
}

function pair(
  category: AxisState,
  values: AxisState,
  group: "Primary" | "Secondary",
  context: AxisContext,
): string {
  const { horizontal, numbers, formats } = context;
  const ids = axisIds[group];
  const second = group === "Secondary";
  // The second category axis is there for the format's sake only: the first shows the labels of both.
  const hidden = second || !category.visible;
  // Where the categories run backwards, the value axis stands on the other side with their beginning.
  const far = second !== category.reversePlotOrder;
  const valueSide = horizontal ? (far ? "t" : "b") : far ? "r" : "l";
  const categorySide = horizontal ? "l" : "b";
  const crossedAt = second ? "Maximum" : category.position;
  const categoryXml = element(
    numbers ? "c:valAx" : "c:catAx",
    {},
    value("c:axId", ids.category),
    scaling(category, numbers),
    value("c:delete", hidden),
    value("c:axPos", categorySide),
    gridlines(category),
    titleXml(category.title, category.title.text, 10, horizontal),
    numberFormat(category, "General"),
    ticks(category),
    axisLineXml(category.format.line),
    textXml(category.format.font, 9, category.textOrientation),
    value("c:crossAx", ids.value),
    crosses(values, values.position),
    ...(numbers
      ? [value("c:crossBetween", "midCat"), units(category)]
      : [
          value("c:auto", category.categoryType === "Automatic"),
          value("c:lblAlgn", { Left: "l", Right: "r" }[category.alignment] ?? "ctr"),
          value("c:lblOffset", category.offset),
          category.tickLabelSpacing > 0 ? value("c:tickLblSkip", category.tickLabelSpacing) : undefined,
          category.tickMarkSpacing > 1 ? value("c:tickMarkSkip", category.tickMarkSpacing) : undefined,
          value("c:noMultiLvlLbl", !category.multiLevel),
        ]),
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
    // A value axis has no line of its own until somebody gives it one.
    values.format.line ? axisLineXml(values.format.line) : element("c:spPr", {}, noLine),
    textXml(values.format.font, 9, values.textOrientation),
    value("c:crossAx", ids.category),
    crosses(category, crossedAt),
    value("c:crossBetween", numbers || !category.isBetweenCategories ? "midCat" : "between"),
    units(values),
    displayUnit(values),
  );
  return categoryXml + valueXml;
}

const noLine = element("a:ln", {}, element("a:noFill"));

function scaling(axis: AxisState, numbers: boolean): string {
  return element(
    "c:scaling",
    {},
    numbers && axis.scaleType === "Logarithmic" ? value("c:logBase", axis.logBase) : undefined,
    value("c:orientation", axis.reversePlotOrder ? "maxMin" : "minMax"),
    numbers && axis.maximum !== null ? value("c:max", axis.maximum) : undefined,
    numbers && axis.minimum !== null ? value("c:min", axis.minimum) : undefined,
  );
}

function gridlines({ majorGridlines, minorGridlines }: AxisState): string {
  const lines = (name: string, line: AxisState["majorGridlines"]) =>
    line.visible ? element(name, {}, axisLineXml(line.line)) : "";
  return lines("c:majorGridlines", majorGridlines) + lines("c:minorGridlines", minorGridlines);
}

function numberFormat(axis: AxisState, cells: string): string {
  const linked = axis.linkNumberFormat || axis.numberFormat === "";
  return element("c:numFmt", { formatCode: linked ? cells : axis.numberFormat, sourceLinked: linked });
}

function ticks(axis: AxisState): string {
  const marks: Record<string, string> = { Cross: "cross", Inside: "in", Outside: "out" };
  const labels: Record<string, string> = { None: "none", High: "high", Low: "low" };
  return [
    value("c:majorTickMark", marks[axis.majorTickMark] ?? "none"),
    value("c:minorTickMark", marks[axis.minorTickMark] ?? "none"),
    value("c:tickLblPos", labels[axis.tickLabelPosition] ?? "nextTo"),
  ].join("");
}

/** Where an axis crosses the other one is kept with the crossing axis, but said by the crossed one in Excel's API. */
function crosses(crossed: AxisState, position: string): string {
  if (position === "Custom" && crossed.crossesAt !== null) return value("c:crossesAt", crossed.crossesAt);
  return value("c:crosses", { Maximum: "max", Minimum: "min" }[position] ?? "autoZero");
}

function units(axis: AxisState): string {
  return [
    axis.majorUnit === null ? "" : value("c:majorUnit", axis.majorUnit),
    axis.minorUnit === null ? "" : value("c:minorUnit", axis.minorUnit),
  ].join("");
}

function displayUnit(axis: AxisState): string | undefined {
  const known = ["Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions", "TenMillions"];
  const unit = [...known, "HundredMillions", "Billions", "Trillions"].find(
    (name) => name === axis.displayUnit,
  );
  if (!unit) return undefined;
  const name = unit.charAt(0).toLowerCase() + unit.slice(1);
  return element(
    "c:dispUnits",
    {},
    value("c:builtInUnit", name),
    axis.showDisplayUnitLabel ? element("c:dispUnitsLbl") : undefined,
  );
}
