import { defaultFont } from "../../styles";
import { childOf, childrenOf, flagIn, flagOf, numberOf, textOf, valOf } from "../elements";
import { axisIdsOf } from "./axes";
import { colourIn, textFormat } from "./parts";

/** Elements that are in a file only where a chart differs from Excel's default. */
const unusual = new Set(
  (
    "logBase dispUnits majorUnit minorUnit minorGridlines crossesAt manualLayout legendEntry trendline errBars " +
    "upDownBars dropLines hiLowLines dTable userShapes pivotSource custDash gradFill pattFill blipFill"
  ).split(" "),
);

const falseTexts = ["0", "false"];

/** By element, the values that are Excel's default. */
const usual: Readonly<Record<string, readonly string[]>> = {
  // The second is that of newer programs for the same style.
  style: ["2", "102"],
  roundedCorners: falseTexts,
  varyColors: falseTexts,
  smooth: falseTexts,
  invertIfNegative: falseTexts,
  overlay: falseTexts,
  showLegendKey: falseTexts,
  showCatName: falseTexts,
  showSerName: falseTexts,
  showPercent: falseTexts,
  showBubbleSize: falseTexts,
  plotVisOnly: ["1", "true"],
  prstDash: ["solid"],
  alpha: ["100000"],
  minorTickMark: ["none"],
  tickMarkSkip: ["1"],
  crossBetween: ["between"],
  lblAlgn: ["ctr"],
  lblOffset: ["100", "100%"],
};

/** By element, whether it contains something else that is lost. */
const rules: Readonly<Record<string, (element: Element) => boolean>> = {
  title: isPainted,
  legend: isPainted,
  plotArea: isPainted,
  dLbl: isPainted,
  dLbls: (labels) =>
    isPainted(labels) ||
    (labels.parentNode?.nodeName.endsWith("Chart") === true && flagIn(labels, "showVal")),
  dPt: (point) =>
    differs(point, "marker") ||
    (childOf(point, "spPr", "ln", "solidFill") !== undefined && differs(point, "spPr", "ln")),
  defRPr: isStyled,
  rPr: isStyled,
  // The names of the theme's fonts begin with a plus; some programs write them out.
  latin: (font) =>
    !["", "+", defaultFont.name].includes((textOf(font, "typeface") ?? "").replace(/^\+.*/, "+")),
  effectLst: (effects) => childrenOf(effects).length > 0,
};

/**
 * Whether a chart part sets something that is lost when the chart is saved again, such as a logarithmic scale,
 * dashes or a trend line. Excel's defaults do not count.
 */
export function hasOtherDetails(space: Element): boolean {
  const plot = childOf(space, "chart", "plotArea");
  const [first = []] = childrenOf(plot).flatMap((group) =>
    group.localName.endsWith("Chart") ? [axisIdsOf(group)] : [],
  );
  const area = childOf(space, "spPr");
  return (
    holds(space) ||
    childOf(area, "noFill") !== undefined ||
    (colourIn(area) ?? "#FFFFFF") !== "#FFFFFF" ||
    textFormat(space, 10).font !== undefined ||
    isTurned(childOf(space, "chart", "title"), 0) ||
    childrenOf(plot).some(
      (axis) =>
        axis.localName.endsWith("Ax") && isUnusualAxis(axis, first.includes(valOf(axis, "axId") ?? "")),
    )
  );
}

/** Whether an element or one inside it is lost. Stored values, and what only newer programs read, do not count. */
function holds(element: Element): boolean {
  const { localName } = element;
  if (["extLst", "strCache", "numCache", "numLit"].includes(localName)) return false;
  return (
    // Some programs write lines that are not drawn.
    (unusual.has(localName) && !childOf(element, "spPr", "ln", "noFill")) ||
    usual[localName]?.includes(textOf(element, "val") ?? "1") === false ||
    rules[localName]?.(element) === true ||
    childrenOf(element).some(holds)
  );
}

/** The value axis of the second pair is usually on the far side. */
function isUnusualAxis(axis: Element, first: boolean): boolean {
  const standing = ["l", "r"].includes(valOf(axis, "axPos") ?? "");
  const side = !first && axis.localName === "valAx" ? "max" : "autoZero";
  return (
    isTurned(childOf(axis, "title"), standing ? -5_400_000 : 0) ||
    // The first of these is automatic.
    ![-60_000_000, 0].includes(numberOf(childOf(axis, "txPr", "bodyPr"), "rot") ?? 0) ||
    (!flagIn(axis, "delete") && (valOf(axis, "crosses") ?? side) !== side)
  );
}

/** Whether a title has another angle than the usual one, in 1/60,000 degrees clockwise. */
function isTurned(title: Element | undefined, angle: number): boolean {
  return (numberOf(childOf(title, "tx", "rich", "bodyPr"), "rot") ?? angle) !== angle;
}

function isPainted(part: Element): boolean {
  const shape = childOf(part, "spPr");
  return childOf(shape, "solidFill") !== undefined || childOf(shape, "ln", "solidFill") !== undefined;
}

function isStyled(run: Element): boolean {
  const line = (name: string, plain: string) => (textOf(run, name) ?? plain) !== plain;
  return flagOf(run, "i") || line("u", "none") || line("strike", "noStrike");
}

/** Whether a point has a part that is not that of its series. */
function differs(point: Element, ...path: string[]): boolean {
  const [own, common] = [point, point.parentNode as Element].map((element) => childOf(element, ...path));
  return own !== undefined && !(common !== undefined && own.isEqualNode(common));
}
