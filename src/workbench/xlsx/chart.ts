import { kindOf } from "../charts/kinds";
import type { Kind } from "../charts/kinds";
import type { ReadSeries } from "../charts/read";
import { axesXml, axisIds } from "./chartAxes";
import { automaticLine, lineXml, shapeXml, solid, textXml, titleXml } from "./chartParts";
import { seriesXml } from "./chartSeries";
import type { SheetName } from "./chartSeries";
import type { XlsxChart } from "./model";
import { element, xmlPart, value } from "./xml";

/** The part of one chart; undefined for an unknown type, which the caller leaves out and reports. */
export function chartXml(chart: XlsxChart, sheetName: SheetName): string | undefined {
  const { chart: state } = chart;
  const base = kindOf(state.chartType);
  if (!base) return undefined;
  const groups = groupsOf(chart, base);
  const secondary = groups.some(({ group }) => group === "Secondary");
  const formatOf = (group: string) =>
    chart.series.find(({ state: { axisGroup } }) => axisGroup === group)?.format ?? "General";
  const words = state.title.text || (chart.series.length === 1 ? (chart.series[0]?.name ?? "") : "");
  const title = titleXml(state.title, words, 14);
  const blanks = { NotPlotted: "gap", Zero: "zero", Interplotted: "span" }[state.displayBlanksAs];
  const white = solid(element("a:schemeClr", { val: "bg1" }));
  return xmlPart(
    element(
      "c:chartSpace",
      {
        "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      },
      value("c:date1904", false),
      value("c:roundedCorners", false),
      element(
        "c:chart",
        {},
        title,
        value("c:autoTitleDeleted", title === undefined),
        element(
          "c:plotArea",
          {},
          element("c:layout"),
          ...groups.map((group) => groupXml(group, chart, sheetName)),
          axesXml({
            chart: state,
            horizontal: base.horizontal,
            formats: { Primary: formatOf("Primary"), Secondary: formatOf("Secondary") },
            secondary,
          }),
          shapeXml(element("a:noFill")),
        ),
        legendXml(chart),
        value("c:plotVisOnly", true),
        value("c:dispBlanksAs", blanks),
      ),
      shapeXml(white, lineXml(state.format.border, automaticLine)),
      textXml(undefined, 10),
    ),
  );
}

/** Series of the same kind on the same axes; the format has one element for each such group. */
interface Group {
  kind: Kind;
  group: "Primary" | "Secondary";
  series: { read: ReadSeries; index: number }[];
}

/** The series of a chart by kind and axis: the file has a group for each. */
function groupsOf(chart: XlsxChart, base: Kind): Group[] {
  const groups = new Map<string, Group>();
  chart.series.forEach((read, index) => {
    const kind = (read.state.chartType ? kindOf(read.state.chartType) : base) ?? base;
    const key = [kind.shape, kind.horizontal, read.state.axisGroup].join();
    const group = groups.get(key) ?? { kind, group: read.state.axisGroup, series: [] };
    group.series.push({ read, index });
    groups.set(key, group);
  });
  // A chart without series still needs an element of its kind.
  return groups.size > 0 ? [...groups.values()] : [{ kind: base, group: "Primary", series: [] }];
}

/** A group of series of one kind, with the ids of its axes. */
function groupXml({ kind, group, series }: Group, chart: XlsxChart, sheetName: SheetName): string {
  const seriesParts = series.map(({ read, index }) => seriesXml(read, index, kind, chart, sheetName));
  const ids = [value("c:axId", axisIds[group].category), value("c:axId", axisIds[group].value)];
  if (kind.shape === "line") {
    return element(
      "c:lineChart",
      {},
      value("c:grouping", "standard"),
      value("c:varyColors", false),
      ...seriesParts,
      value("c:marker", true),
      ...ids,
    );
  }
  const first = series[0]?.read.state;
  return element(
    "c:barChart",
    {},
    value("c:barDir", kind.horizontal ? "bar" : "col"),
    value("c:grouping", "clustered"),
    value("c:varyColors", false),
    ...seriesParts,
    value("c:gapWidth", first?.gapWidth ?? 150),
    value("c:overlap", first?.overlap ?? 0),
    ...ids,
  );
}

/** The legend; nothing for a hidden one. */
function legendXml({ chart, series }: XlsxChart): string | undefined {
  const { visible, position, format } = chart.legend;
  if (!visible || series.length === 0) return undefined;
  const sides: Record<string, string> = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" };
  return element(
    "c:legend",
    {},
    value("c:legendPos", sides[position] ?? "b"),
    value("c:overlay", false),
    shapeXml(element("a:noFill")),
    textXml(format.font, 9),
  );
}
