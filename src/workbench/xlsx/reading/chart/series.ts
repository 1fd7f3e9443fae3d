import { newLabels, newSeries } from "../../../host/grid/chartDefaults";
import type { DataLabelsState, PointState, SeriesSource, SeriesState } from "../../../state";
import { positions } from "../../chartParts";
import { symbols } from "../../chartSeries";
import { childOf, childrenOf, flagIn, flagOf, numberIn, numberOf, textOf, valOf } from "../elements";
import { readReference } from "../places";
import { colourIn, fillOf, formatOf, isAccent, isEmptyFill, lineOf } from "./parts";

/** What reading a series depends on. */
export interface SeriesContext {
  shape: "bar" | "line" | "area" | "pie" | "doughnut" | "scatter";
  /** The sheet that the chart stands on. */
  sheetId: string;
  /** Id of a sheet by its name. */
  sheetIdOf: (name: string) => string | undefined;
}

/** One series of a chart, its place among all from 0. */
export function readSeries(ser: Element, index: number, id: string, context: SeriesContext): SeriesState {
  const { shape } = context;
  const base = newSeries(id, index);
  const lines = shape === "line" || shape === "scatter";
  const look = childOf(ser, "spPr");
  const line = lines
    ? lineOf(look, { drawn: true, weight: 2.25, isAutomatic: (one) => isAccent(one, index) })
    : lineOf(look, { drawn: false });
  const fill = lines ? undefined : fillOf(look, (one) => isAccent(one, index) || isNothing(one));
  const name = childOf(ser, "tx", "v")?.textContent;
  const labels = childOf(ser, "dLbls");
  return {
    ...base,
    name: name ?? null,
    nameSource: sourceOf(childOf(ser, "tx"), context),
    values: sourceOf(childOf(ser, "val") ?? childOf(ser, "yVal"), context),
    categories: sourceOf(childOf(ser, "cat") ?? childOf(ser, "xVal"), context),
    ...(fill && { fill }),
    ...(line && { line }),
    ...markerOf(childOf(ser, "marker"), index, line?.color),
    smooth: flagIn(ser, "smooth"),
    invertIfNegative: flagIn(ser, "invertIfNegative"),
    explosion: numberIn(ser, "explosion") ?? 0,
    ...labelsOf(labels),
    points: pointsOf(ser, labels, index, context),
  };
}

const isNothing = (shape: Element): boolean =>
  childOf(shape, "solidFill") === undefined && childOf(shape, "noFill") === undefined;

function sourceOf(part: Element | undefined, { sheetId, sheetIdOf }: SeriesContext): SeriesSource {
  const text = childOf(childrenOf(part)[0], "f")?.textContent;
  const read = text ? readReference(text) : undefined;
  const found = read && (read.sheet === undefined ? sheetId : sheetIdOf(read.sheet));
  return read && found ? { kind: "range", range: { sheetId: found, ...read.cells } } : { kind: "none" };
}

function markerOf(
  marker: Element | undefined,
  index: number,
  line: string | undefined,
): Partial<SeriesState> {
  const symbol = valOf(marker, "symbol");
  if (!marker || symbol === undefined) return {};
  const style = symbol === "none" ? "None" : Object.entries(symbols).find(([, name]) => name === symbol)?.[0];
  const look = childOf(marker, "spPr");
  const colourOf = (part: Element | undefined) => {
    const colour = part && !isAccent(part, index) ? colourIn(part) : undefined;
    return colour === line ? undefined : colour;
  };
  const [back, front] = [colourOf(look), colourOf(childOf(look, "ln"))];
  return {
    markerStyle: style ?? "Automatic",
    markerSize: numberIn(marker, "size") ?? 5,
    ...(back && { markerBackgroundColor: back }),
    ...(front && { markerForegroundColor: front }),
  };
}

/** The labels of a series; ours name them also where only single points have one. */
function labelsOf(labels: Element | undefined): Pick<SeriesState, "hasDataLabels" | "dataLabels"> {
  if (!labels || flagIn(labels, "delete")) return { hasDataLabels: false, dataLabels: newLabels() };
  const state = labelOf(labels);
  const shown = state.showValue || state.showCategoryName || state.showSeriesName || state.showPercentage;
  return { hasDataLabels: shown, dataLabels: shown ? state : { ...state, showValue: true } };
}

function labelOf(label: Element): DataLabelsState {
  const format = childOf(label, "numFmt");
  const linked = flagOf(format, "sourceLinked", true);
  const position = Object.entries(positions).find(([, name]) => name === valOf(label, "dLblPos"))?.[0];
  return {
    showValue: flagIn(label, "showVal"),
    showSeriesName: flagIn(label, "showSerName"),
    showCategoryName: flagIn(label, "showCatName"),
    showLegendKey: flagIn(label, "showLegendKey"),
    showPercentage: flagIn(label, "showPercent"),
    showBubbleSize: flagIn(label, "showBubbleSize"),
    position: position ?? "",
    separator: childOf(label, "separator")?.textContent ?? "",
    numberFormat: linked ? "" : (textOf(format, "formatCode") ?? ""),
    linkNumberFormat: linked,
    format: formatOf(label, 9, isEmptyFill),
  };
}

function pointsOf(
  ser: Element,
  labels: Element | undefined,
  index: number,
  { shape }: SeriesContext,
): Record<number, PointState> {
  const round = shape === "pie" || shape === "doughnut";
  const points: Record<number, PointState> = {};
  for (const point of childrenOf(ser, "dPt")) {
    const at = numberIn(point, "idx") ?? 0;
    const look = childOf(point, "spPr");
    const fill = fillOf(look, (one) => isAccent(one, round ? at : index) || isNothing(one));
    const border = round ? undefined : lineOf(look, { drawn: false });
    if (fill || border) points[at] = { ...(fill && { fill }), ...(border && { border }) };
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
