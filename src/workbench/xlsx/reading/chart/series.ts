import { newLabels, newSeries } from "../../../host/grid/chartDefaults";
import type { DataLabelsState, PointState, SeriesSource, SeriesState } from "../../../state";
import { positions } from "../../chartParts";
import { symbols } from "../../chartSeries";
import { childOf, childrenOf, flagIn, flagOf, numberIn, numberOf, textOf, valOf } from "../elements";
import { readReference } from "../places";
import { colourIn, fillOf, isAccent, lineOf, textFormat } from "./parts";

/** What reading a series depends on. */
export interface SeriesContext {
  shape: "bar" | "line";
  /** The chart's sheet. */
  sheetId: string;
  /** Gives the id of a sheet by its name. */
  sheetIdOf: (name: string) => string | undefined;
}

/** Reads a series; `index` is its place among all, from 0. */
export function readSeries(ser: Element, index: number, id: string, context: SeriesContext): SeriesState {
  const { shape } = context;
  const base = newSeries(id);
  const isLine = shape === "line";
  const spPr = childOf(ser, "spPr");
  const line = isLine
    ? lineOf(spPr, { drawn: true, weight: 2.25, isAutomatic: (element) => isAccent(element, index) })
    : lineOf(spPr, { drawn: false });
  const fill = isLine ? undefined : fillOf(spPr, (element) => isAccent(element, index) || isNothing(element));
  const name = childOf(ser, "tx", "v")?.textContent;
  const labels = childOf(ser, "dLbls");
  return {
    ...base,
    name: name ?? null,
    nameSource: sourceOf(childOf(ser, "tx"), context),
    values: sourceOf(childOf(ser, "val"), context),
    categories: sourceOf(childOf(ser, "cat"), context),
    ...(fill && { fill }),
    ...(line && { line }),
    ...markerOf(childOf(ser, "marker"), index, line?.color),
    ...labelsOf(labels),
    points: pointsOf(ser, labels, index),
  };
}

const isNothing = (shape: Element): boolean =>
  childOf(shape, "solidFill") === undefined && childOf(shape, "noFill") === undefined;

function sourceOf(part: Element | undefined, { sheetId, sheetIdOf }: SeriesContext): SeriesSource {
  const text = childOf(childrenOf(part)[0], "f")?.textContent;
  const read = text ? readReference(text) : undefined;
  const sheet = read && (read.sheet === undefined ? sheetId : sheetIdOf(read.sheet));
  return read && sheet ? { kind: "range", range: { sheetId: sheet, ...read.cells } } : { kind: "none" };
}

/** Reads the marker of a series; colours that are automatic, or the line's, are left out. */
function markerOf(
  marker: Element | undefined,
  index: number,
  line: string | undefined,
): Partial<SeriesState> {
  const symbol = valOf(marker, "symbol");
  if (!marker || symbol === undefined) return {};
  const style = symbol === "none" ? "None" : Object.entries(symbols).find(([, name]) => name === symbol)?.[0];
  const spPr = childOf(marker, "spPr");
  const colourOf = (part: Element | undefined) => {
    const colour = part && !isAccent(part, index) ? colourIn(part) : undefined;
    return colour === line ? undefined : colour;
  };
  const [fillColour, front] = [colourOf(spPr), colourOf(childOf(spPr, "ln"))];
  return {
    markerStyle: style ?? "Automatic",
    markerSize: numberIn(marker, "size") ?? 5,
    ...(fillColour && { markerBackgroundColor: fillColour }),
    ...(front && { markerForegroundColor: front }),
  };
}

/** The labels of a series. Our files have them even if only single points are labelled. */
function labelsOf(labels: Element | undefined): Pick<SeriesState, "hasDataLabels" | "dataLabels"> {
  if (!labels || flagIn(labels, "delete")) return { hasDataLabels: false, dataLabels: newLabels() };
  const state = labelOf(labels);
  return { hasDataLabels: state.showValue, dataLabels: { ...state, showValue: true } };
}

function labelOf(label: Element): DataLabelsState {
  const format = childOf(label, "numFmt");
  const position = Object.entries(positions).find(([, name]) => name === valOf(label, "dLblPos"))?.[0];
  return {
    showValue: flagIn(label, "showVal"),
    position: position ?? "",
    numberFormat: flagOf(format, "sourceLinked", true) ? "" : (textOf(format, "formatCode") ?? ""),
    format: textFormat(label, 9),
  };
}

/** Reads the points with a fill or a label of their own, by index. */
function pointsOf(ser: Element, labels: Element | undefined, index: number): Record<number, PointState> {
  const points: Record<number, PointState> = {};
  for (const point of childrenOf(ser, "dPt")) {
    const fill = fillOf(childOf(point, "spPr"), (element) => isAccent(element, index) || isNothing(element));
    if (fill) points[numberIn(point, "idx") ?? 0] = { fill };
  }
  for (const label of childrenOf(labels, "dLbl")) {
    const at = numberOf(childOf(label, "idx"), "val") ?? 0;
    const dataLabel = flagIn(label, "delete") ? undefined : labelOf(label);
    points[at] = {
      ...points[at],
      hasDataLabel: dataLabel !== undefined,
      ...(dataLabel && { dataLabel }),
    };
  }
  return points;
}
