import { labelFormat, pointLabels } from "../charts/read";
import type { PointLabel, ReadSeries } from "../charts/read";
import type { FillState, FontState, LineState, TitleState } from "../state";
import { element, text, value } from "./xml";

/** Converts points to EMU, the length unit of drawings. 12,700 are a point. */
export function emu(points: number): number {
  return Math.round(points * 12700);
}

/** Excel's automatic colours of chart text and lines: the theme's text and background, lightened. */
const automaticText = element(
  "a:schemeClr",
  { val: "tx1" },
  value("a:lumMod", 65000),
  value("a:lumOff", 35000),
);
const automaticLine = element(
  "a:schemeClr",
  { val: "tx1" },
  value("a:lumMod", 15000),
  value("a:lumOff", 85000),
);

/** The theme's accent of the n-th series or slice; after six they repeat, darker. */
export function accentColour(index: number): string {
  const shade = Math.floor(index / 6);
  const colour = `accent${(index % 6) + 1}`;
  return element(
    "a:schemeClr",
    { val: colour },
    shade ? value("a:lumMod", Math.round(60000 / shade)) : undefined,
  );
}

/** A colour "#RRGGBB" as drawings have it. In upper case, as Excel writes it. */
export function colourXml(colour: string): string {
  return element("a:srgbClr", { val: colour.replace("#", "").toUpperCase() });
}

/** A solid fill of finished colour XML. `colour` is from `colourXml`, or a theme colour's element. */
export function solid(colour: string): string {
  return element("a:solidFill", {}, colour);
}

/** A fill: the given one, else `automatic` (finished XML). */
export function fillXml(fill: FillState | undefined, automatic: string): string {
  if (!fill) return automatic;
  return fill.kind === "solid" && fill.color ? solid(colourXml(fill.color)) : element("a:noFill");
}

/**
 * A line; `automatic` is finished colour XML for the automatic colour, or undefined for no line. `points` is the
 * default weight.
 */
export function lineXml(line: LineState | undefined, automatic: string | undefined, points = 0.75): string {
  if (line?.lineStyle === "None" || (automatic === undefined && !line?.color)) {
    return element("a:ln", {}, element("a:noFill"));
  }
  return element(
    "a:ln",
    { w: emu(line?.weight ?? points), cap: "rnd" },
    solid(line?.color ? colourXml(line.color) : (automatic ?? automaticLine)),
    element("a:round"),
  );
}

/** A line of an axis or grid, grey by default. Undefined is an automatic line. */
export function axisLineXml(line: LineState | undefined): string {
  return element("c:spPr", {}, lineXml(line, automaticLine));
}

/** Fill and border of a part of a chart, both finished XML; without a border it has none. */
export function shapeXml(fill: string, border = lineXml(undefined, undefined)): string {
  return element("c:spPr", {}, fill, border);
}

export { automaticLine };

/** The font of a text in a chart; size in hundredths of a point. */
function runProperties(name: string, font: FontState | undefined, size: number): string {
  return element(
    name,
    {
      ...(name === "a:rPr" ? { lang: "en-US" } : {}),
      sz: Math.round((font?.size ?? size) * 100),
      b: font?.bold ?? false,
      i: false,
    },
    solid(font?.color ? colourXml(font.color) : automaticText),
    element("a:latin", { typeface: "+mn-lt" }),
    element("a:ea", { typeface: "+mn-ea" }),
  );
}

/**
 * Text properties of a part without text of its own (axis labels, legend, data labels); `size` is the default in
 * points.
 */
export function textXml(font: FontState | undefined, size: number): string {
  return element(
    "c:txPr",
    {},
    element("a:bodyPr"),
    element("a:lstStyle"),
    element(
      "a:p",
      {},
      element("a:pPr", {}, runProperties("a:defRPr", font, size)),
      element("a:endParaRPr", { lang: "en-US" }),
    ),
  );
}

/** A title with its text; undefined if it is hidden or empty. `turned` rotates it along a vertical axis. */
export function titleXml(title: TitleState, words: string, size: number, turned = false): string | undefined {
  if (!title.visible || words === "") return undefined;
  const { font } = title.format;
  const paragraph = element(
    "a:p",
    {},
    element("a:pPr", {}, runProperties("a:defRPr", font, size)),
    element("a:r", {}, runProperties("a:rPr", font, size), element("a:t", {}, text(words))),
  );
  return element(
    "c:title",
    {},
    element(
      "c:tx",
      {},
      element(
        "c:rich",
        {},
        element("a:bodyPr", { rot: turned ? -5400000 : 0, vert: "horz" }),
        element("a:lstStyle"),
        paragraph,
      ),
    ),
    value("c:overlay", false),
  );
}

/** Label positions in the file by `Excel.ChartDataLabelPosition`. */
export const positions: Record<string, string> = {
  Center: "ctr",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  OutsideEnd: "outEnd",
  Left: "l",
  Right: "r",
  Top: "t",
  Bottom: "b",
  BestFit: "bestFit",
};

/** The labels of a series: those of single points, then the common ones. */
export function labelsXml(read: ReadSeries): string | undefined {
  const { state } = read;
  const points = Object.keys(state.points)
    .map(Number)
    .filter((index) => state.points[index]?.hasDataLabel !== undefined)
    .sort((a, b) => a - b);
  if (!state.hasDataLabels && points.length === 0) return undefined;
  const shown = pointLabels(read);
  const { dataLabels } = state;
  return element(
    "c:dLbls",
    {},
    ...points.map((index) => {
      const label = shown[index];
      return element("c:dLbl", {}, value("c:idx", index), label ? labelXml(label) : value("c:delete", true));
    }),
    labelXml({
      state: { ...dataLabels, showValue: state.hasDataLabels && dataLabels.showValue },
      format: labelFormat(dataLabels, read.format),
    }),
  );
}

/** The data label of one point. */
function labelXml({ state: labels, format }: PointLabel): string {
  const position = positions[labels.position];
  return [
    element("c:numFmt", { formatCode: format, sourceLinked: labels.numberFormat === "" }),
    shapeXml(element("a:noFill")),
    textXml(labels.format.font, 9),
    position ? value("c:dLblPos", position) : "",
    value("c:showLegendKey", false),
    value("c:showVal", labels.showValue),
    value("c:showCatName", false),
    value("c:showSerName", false),
    value("c:showPercent", false),
    value("c:showBubbleSize", false),
  ].join("");
}
