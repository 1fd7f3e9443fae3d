import type { Kind } from "../charts/kinds";
import type { ReadSeries } from "../charts/read";
import type { SeriesSource, SeriesState } from "../state";
import { fullAddress } from "./address";
import { accentColour, colourXml, fillXml, labelsXml, lineXml, solid } from "./chartParts";
import type { XlsxChart } from "./model";
import { element, text, value } from "./xml";

/** Gives the name of a sheet by its id; "#REF!" for one that is gone. */
export type SheetName = (sheetId: string) => string;

/** One series: its name, look, labels, and the cells it draws from with the values they hold now. */
export function seriesXml(
  read: ReadSeries,
  index: number,
  kind: Kind,
  chart: XlsxChart,
  sheetName: SheetName,
): string {
  const { state } = read;
  const scatter = kind.shape === "scatter";
  const lines = kind.shape === "line" || scatter;
  return element(
    "c:ser",
    {},
    value("c:idx", index),
    value("c:order", index),
    nameXml(read, sheetName),
    lines
      ? element("c:spPr", {}, lineXml(state.line, kind.lines ? accentColour(index) : undefined, 2.25))
      : kind.shape === "bar" || kind.shape === "area"
        ? element(
            "c:spPr",
            {},
            fillXml(state.fill, solid(accentColour(index))),
            lineXml(state.line, undefined),
          )
        : undefined,
    kind.shape === "bar" ? value("c:invertIfNegative", state.invertIfNegative) : undefined,
    lines ? markerXml(state, kind, index) : undefined,
    kind.shape === "pie" || kind.shape === "doughnut" ? value("c:explosion", state.explosion) : undefined,
    ...pointsXml(read, kind),
    labelsXml(read),
    categoriesXml(scatter ? "c:xVal" : "c:cat", read, chart, sheetName),
    numbersXml(scatter ? "c:yVal" : "c:val", state.values, read, sheetName),
    lines ? value("c:smooth", state.smooth || kind.smooth) : undefined,
  );
}

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

function categoriesXml(
  name: string,
  { state }: ReadSeries,
  chart: XlsxChart,
  sheetName: SheetName,
): string | undefined {
  if (state.categories.kind === "none") return undefined;
  const points = chart.categories.map((label, idx) =>
    element("c:pt", { idx }, element("c:v", {}, text(label))),
  );
  const count = value("c:ptCount", points.length);
  const counted = name === "c:xVal" && chart.categories.every((label) => Number.isFinite(Number(label)));
  return element(
    name,
    {},
    counted
      ? element(
          "c:numRef",
          {},
          reference(state.categories, sheetName),
          element("c:numCache", {}, element("c:formatCode", {}, "General"), count, ...points),
        )
      : element(
          "c:strRef",
          {},
          reference(state.categories, sheetName),
          element("c:strCache", {}, count, ...points),
        ),
  );
}

function numbersXml(
  name: string,
  source: SeriesSource,
  { values, format }: ReadSeries,
  sheetName: SheetName,
): string {
  const points = values.flatMap((number, idx) =>
    number === null ? [] : [element("c:pt", { idx }, element("c:v", {}, String(number)))],
  );
  const cache = [element("c:formatCode", {}, text(format)), value("c:ptCount", values.length), ...points];
  const ref = reference(source, sheetName);
  return element(
    name,
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

/** Points with a look of their own; in a pie every slice, so that each has its accent in every program. */
function pointsXml({ state, values }: ReadSeries, kind: Kind): string[] {
  const round = kind.shape === "pie" || kind.shape === "doughnut";
  const points = Object.keys(state.points).map(Number);
  const indices = round || state.varyByCategories ? values.map((_, index) => index) : points;
  return indices
    .sort((one, other) => one - other)
    .flatMap((index) => {
      const point = state.points[index] ?? {};
      if (!round && !point.fill && !point.border && !state.varyByCategories) return [];
      const border = round
        ? element("a:ln", { w: 19050 }, solid(element("a:schemeClr", { val: "bg1" })))
        : lineXml(point.border, undefined);
      const automatic =
        round || state.varyByCategories ? solid(accentColour(index)) : fillXml(state.fill, "");
      const bar = kind.shape === "bar" ? value("c:invertIfNegative", state.invertIfNegative) : undefined;
      const shape = element("c:spPr", {}, fillXml(point.fill, automatic), border);
      return [element("c:dPt", {}, value("c:idx", index), bar, value("c:bubble3D", false), shape)];
    });
}
