import type { Kind } from "../charts/kinds";
import type { ReadSeries } from "../charts/read";
import type { SeriesSource, SeriesState } from "../state";
import { fullAddress } from "./address";
import { accentColour, colourXml, fillXml, labelsXml, lineXml, shapeXml, solid } from "./chartParts";
import type { XlsxChart } from "./model";
import { element, text, value } from "./xml";

/** The name of a sheet by its id; "#REF!" for a deleted one. */
export type SheetName = (sheetId: string) => string;

/** One series: name, format, labels, and its cells with their present values. */
export function seriesXml(
  read: ReadSeries,
  index: number,
  kind: Kind,
  chart: XlsxChart,
  sheetName: SheetName,
): string {
  const { state } = read;
  const isLine = kind.shape === "line";
  return element(
    "c:ser",
    {},
    value("c:idx", index),
    value("c:order", index),
    nameXml(read, sheetName),
    isLine
      ? element("c:spPr", {}, lineXml(state.line, accentColour(index), 2.25))
      : element(
          "c:spPr",
          {},
          fillXml(state.fill, solid(accentColour(index))),
          lineXml(state.line, undefined),
        ),
    isLine ? markerXml(state, kind, index) : value("c:invertIfNegative", false),
    ...pointsXml(read, kind),
    labelsXml(read),
    categoriesXml(read, chart, sheetName),
    numbersXml(read, sheetName),
    isLine ? value("c:smooth", false) : undefined,
  );
}

/** The name of a series: a text, or cells with the text that they show. */
function nameXml({ state, name }: ReadSeries, sheetName: SheetName): string {
  const cached = element(
    "c:strCache",
    {},
    value("c:ptCount", 1),
    element("c:pt", { idx: 0 }, element("c:v", {}, text(name))),
  );
  const tied = state.name === null && state.nameSource.kind === "range";
  return element(
    "c:tx",
    {},
    tied
      ? element("c:strRef", {}, reference(state.nameSource, sheetName), cached)
      : element("c:v", {}, text(name)),
  );
}

function reference(source: SeriesSource, sheetName: SheetName): string | undefined {
  if (source.kind === "none") return undefined;
  return element("c:f", {}, text(fullAddress(sheetName(source.range.sheetId), source.range)));
}

/** The cells of the categories, with the texts that they show. */
function categoriesXml({ state }: ReadSeries, chart: XlsxChart, sheetName: SheetName): string | undefined {
  if (state.categories.kind === "none") return undefined;
  const points = chart.categories.map((label, idx) =>
    element("c:pt", { idx }, element("c:v", {}, text(label))),
  );
  return element(
    "c:cat",
    {},
    element(
      "c:strRef",
      {},
      reference(state.categories, sheetName),
      element("c:strCache", {}, value("c:ptCount", points.length), ...points),
    ),
  );
}

/** The cells of the values, or the values themselves, with gaps for blanks. */
function numbersXml({ state, values, format }: ReadSeries, sheetName: SheetName): string {
  const points = values.flatMap((number, idx) =>
    number === null ? [] : [element("c:pt", { idx }, element("c:v", {}, String(number)))],
  );
  const cache = [element("c:formatCode", {}, text(format)), value("c:ptCount", values.length), ...points];
  const ref = reference(state.values, sheetName);
  return element(
    "c:val",
    {},
    ref
      ? element("c:numRef", {}, ref, element("c:numCache", {}, ...cache))
      : element("c:numLit", {}, ...cache),
  );
}

/** Names of markers in the file by `Excel.ChartMarkerStyle`. */
export const symbols: Record<string, string> = {
  Circle: "circle",
  Square: "square",
  Diamond: "diamond",
  Triangle: "triangle",
  Star: "star",
  X: "x",
  Plus: "plus",
  Dash: "dash",
  Dot: "dot",
};

/** The marker of a series; none where its kind has none. */
function markerXml(state: SeriesState, kind: Kind, index: number): string {
  const symbol = symbols[state.markerStyle];
  if (!symbol && (state.markerStyle === "None" || !kind.markers))
    return element("c:marker", {}, value("c:symbol", "none"));
  const fillOf = (colour: string | undefined) =>
    solid(colour ? colourXml(colour) : state.line?.color ? colourXml(state.line.color) : accentColour(index));
  return element(
    "c:marker",
    {},
    value("c:symbol", symbol ?? "circle"),
    value("c:size", Math.max(2, Math.min(72, Math.round(state.markerSize || 5)))),
    element(
      "c:spPr",
      {},
      fillOf(state.markerBackgroundColor),
      element("a:ln", { w: 9525 }, fillOf(state.markerForegroundColor)),
    ),
  );
}

/** Points with a format of their own. */
function pointsXml({ state }: ReadSeries, kind: Kind): string[] {
  return Object.entries(state.points)
    .map(([index, { fill }]) => [Number(index), fill] as const)
    .sort(([a], [b]) => a - b)
    .flatMap(([index, fill]) => {
      if (!fill) return [];
      const bar = kind.shape === "bar" ? value("c:invertIfNegative", false) : undefined;
      const shape = shapeXml(fillXml(fill, ""));
      return [element("c:dPt", {}, value("c:idx", index), bar, value("c:bubble3D", false), shape)];
    });
}
