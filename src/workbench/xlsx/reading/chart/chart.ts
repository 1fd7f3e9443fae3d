import { newChart } from "../../../host/grid/chartDefaults";
import type { ChartState, SeriesState } from "../../../state";
import { childOf, childrenOf, numberIn, valOf } from "../elements";
import { axisIdsOf, readAxes } from "./axes";
import { lineOf, readTitle, textFormat } from "./parts";
import { readSeries } from "./series";
import type { SeriesContext } from "./series";

/** A chart's place, in points from the sheet's corner, and its name. */
interface ChartPlace {
  id: string;
  name: string;
  sheetId: string;
  left: number;
  top: number;
  width: number;
  height: number;
  placement: string;
}

/** A chart part; undefined for a type that the workbench neither draws nor saves. */
export function readChartPart(
  space: Element,
  place: ChartPlace,
  sheetIdOf: SeriesContext["sheetIdOf"],
): ChartState | undefined {
  const chart = childOf(space, "chart");
  const plot = childOf(chart, "plotArea");
  const groups = childrenOf(plot).filter(({ localName }) => localName.endsWith("Chart"));
  const kinds = groups.map(kindOfGroup);
  const [first] = kinds;
  if (!chart || !plot || !first || kinds.includes(undefined)) return undefined;
  const base = newChart(place.id, place.name, place.sheetId, first.type);
  const ids = groups.map(axisIdsOf);
  const other = ids.find((pair) => pair.join() !== ids[0]?.join());
  const series = groups.flatMap((group, at) => {
    const { type, shape } = kinds[at] as GroupKind;
    return childrenOf(group, "ser").map((ser): { order: number; read: SeriesState } => {
      const index = numberIn(ser, "idx") ?? 0;
      const read = readSeries(ser, index, `${place.id}-${index}`, {
        shape,
        sheetId: place.sheetId,
        sheetIdOf,
      });
      return {
        order: numberIn(ser, "order") ?? index,
        read: {
          ...read,
          chartType: type === first.type ? null : type,
          axisGroup: ids[at]?.join() === ids[0]?.join() ? "Primary" : "Secondary",
          gapWidth: numberIn(group, "gapWidth") ?? read.gapWidth,
          overlap: numberIn(group, "overlap") ?? read.overlap,
        },
      };
    });
  });
  series.sort((a, another) => a.order - another.order);
  const border = lineOf(childOf(space, "spPr"), { drawn: true });
  const legend = childOf(chart, "legend");
  return {
    ...base,
    ...place,
    title: readTitle(chart, base.title, 14),
    legend: {
      visible: legend !== undefined,
      position: legendSides[valOf(legend, "legendPos") ?? "b"] ?? "Bottom",
      format: textFormat(legend, 9),
    },
    series: series.map(({ read }) => read),
    axes: readAxes(plot, [ids[0], other], base.axes),
    displayBlanksAs: blanks[valOf(chart, "dispBlanksAs") ?? ""] ?? "NotPlotted",
    format: border ? { border } : {},
  };
}

const legendSides: Record<string, string> = { t: "Top", b: "Bottom", l: "Left", r: "Right", tr: "Corner" };
const blanks: Record<string, ChartState["displayBlanksAs"]> = {
  gap: "NotPlotted",
  zero: "Zero",
  span: "Interplotted",
};

interface GroupKind {
  type: string;
  shape: SeriesContext["shape"];
}

/** The `Excel.ChartType` of a group of series; undefined for one that the workbench does not draw. */
function kindOfGroup(group: Element): GroupKind | undefined {
  const grouping = valOf(group, "grouping");
  if (group.localName === "barChart" && (grouping ?? "clustered") === "clustered")
    return { shape: "bar", type: valOf(group, "barDir") === "bar" ? "BarClustered" : "ColumnClustered" };
  if (group.localName !== "lineChart" || grouping !== "standard") return undefined;
  const markers = childrenOf(group, "ser").some(
    (ser) => childOf(ser, "marker") && valOf(childOf(ser, "marker"), "symbol") !== "none",
  );
  return { shape: "line", type: markers ? "LineMarkers" : "Line" };
}
