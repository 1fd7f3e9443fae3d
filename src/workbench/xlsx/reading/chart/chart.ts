import { newChart } from "../../../host/grid/chartDefaults";
import type { ChartState, SeriesState } from "../../../state";
import { childOf, childrenOf, flagIn, numberIn, valOf } from "../elements";
import { axisIdsOf, readAxes } from "./axes";
import { formatOf, isEmptyFill, isThemed, readTitle } from "./parts";
import { readSeries } from "./series";
import type { SeriesContext } from "./series";

/** Where a chart stands and what it is called; points from the sheet's corner. */
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

/** A chart part as the workbench keeps it; undefined for a type that it neither draws nor saves. */
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
    return childrenOf(group, "ser").map((ser): SeriesState => {
      const order = numberIn(ser, "idx") ?? 0;
      const read = readSeries(ser, order, `${place.id}-${order}`, {
        shape,
        sheetId: place.sheetId,
        sheetIdOf,
      });
      return {
        ...read,
        plotOrder: numberIn(ser, "order") ?? order,
        chartType: type === first.type ? null : type,
        axisGroup: ids[at]?.join() === ids[0]?.join() ? "Primary" : "Secondary",
        gapWidth: numberIn(group, "gapWidth") ?? read.gapWidth,
        overlap: numberIn(group, "overlap") ?? read.overlap,
        firstSliceAngle: numberIn(group, "firstSliceAng") ?? 0,
        doughnutHoleSize: numberIn(group, "holeSize") ?? read.doughnutHoleSize,
      };
    });
  });
  series.sort((one, another) => one.plotOrder - another.plotOrder);
  const legend = childOf(chart, "legend");
  return {
    ...base,
    ...place,
    title: readTitle(chart, base.title, 14),
    legend: {
      ...base.legend,
      visible: legend !== undefined,
      position: sides[valOf(legend, "legendPos") ?? "b"] ?? "Bottom",
      overlay: flagIn(legend, "overlay"),
      format: formatOf(legend, 9, isEmptyFill),
    },
    series,
    axes: readAxes(plot, [ids[0], other], base.axes, valOf(groups[0], "barDir") === "bar"),
    displayBlanksAs: blanks[valOf(chart, "dispBlanksAs") ?? ""] ?? "NotPlotted",
    plotVisibleOnly: flagIn(chart, "plotVisOnly", true),
    roundedCorners: flagIn(space, "roundedCorners"),
    format: formatOf(space, 10, isThemed, true),
    plotArea: formatOf(plot, 10, isEmptyFill),
  };
}

const sides: Record<string, string> = { t: "Top", b: "Bottom", l: "Left", r: "Right", tr: "Corner" };
const blanks: Record<string, ChartState["displayBlanksAs"]> = {
  gap: "NotPlotted",
  zero: "Zero",
  span: "Interplotted",
};

interface GroupKind {
  type: string;
  shape: SeriesContext["shape"];
}

/** The `Excel.ChartType` of a group of series. */
function kindOfGroup(group: Element): GroupKind | undefined {
  const stacked = { stacked: "Stacked", percentStacked: "Stacked100" }[valOf(group, "grouping") ?? ""] ?? "";
  const markers = childrenOf(group, "ser").some(
    (ser) => childOf(ser, "marker") && valOf(childOf(ser, "marker"), "symbol") !== "none",
  );
  switch (group.localName) {
    case "barChart":
      return {
        shape: "bar",
        type: (valOf(group, "barDir") === "bar" ? "Bar" : "Column") + (stacked || "Clustered"),
      };
    case "lineChart":
      return { shape: "line", type: `Line${markers ? "Markers" : ""}${stacked}` };
    case "areaChart":
      return { shape: "area", type: `Area${stacked}` };
    case "pieChart":
      return { shape: "pie", type: "Pie" };
    case "doughnutChart":
      return { shape: "doughnut", type: "Doughnut" };
    case "scatterChart": {
      const smooth = valOf(group, "scatterStyle") === "smoothMarker";
      const lines = childrenOf(group, "ser").some((ser) => !childOf(ser, "spPr", "ln", "noFill"));
      const style = smooth ? "Smooth" : lines ? "Lines" : "";
      return { shape: "scatter", type: `XYScatter${style}${style && !markers ? "NoMarkers" : ""}` };
    }
    default:
      return undefined;
  }
}
