import type { ChartState } from "../../state";
import type { XlsxLine } from "../model";
import { readChartPart } from "./chart/chart";
import { hasOtherDetails } from "./chart/details";
import { pointsOf } from "./chart/parts";
import type { SeriesContext } from "./chart/series";
import { childOf, childrenOf, numberOf, textOf } from "./elements";
import type { OpenedPackage } from "./package";
import { relationOf } from "./package";

/** The rows and columns below a sheet's charts. */
interface ChartSheet {
  id: string;
  columns: readonly XlsxLine[];
  rows: readonly XlsxLine[];
  defaultColumnWidth: number;
  defaultRowHeight: number;
}

/** The charts of a drawing, and the numbers of objects and charts that the workbench does not support, or not fully. */
interface DrawingRead {
  charts: ChartState[];
  unknownCharts: number;
  /** Of `charts`, those that lose details. */
  reducedCharts: number;
  pictures: number;
}

/**
 * Reads a drawing part, the charts from back to front. What it does not understand is counted. `sheet` gives the
 * sizes that anchors count in.
 */
export function readDrawing(
  file: OpenedPackage,
  path: string,
  sheet: ChartSheet,
  sheetIdOf: SeriesContext["sheetIdOf"],
): DrawingRead {
  const relations = file.relations(path);
  const drawing: DrawingRead = { charts: [], unknownCharts: 0, reducedCharts: 0, pictures: 0 };
  childrenOf(file.xml(path)).forEach((anchor, index) => {
    const frame = childOf(anchor, "graphicFrame");
    const reference = childOf(frame, "graphic", "graphicData", "chart");
    if (!reference) {
      // A chart of a newer type is an alternative to a picture for older programs.
      if (childOf(anchor, "AlternateContent")) drawing.unknownCharts++;
      else if (
        childrenOf(anchor).some(({ localName }) => ["pic", "sp", "grpSp", "cxnSp"].includes(localName))
      )
        drawing.pictures++;
      return;
    }
    const target = relationOf(reference, relations)?.target;
    const space = target === undefined ? undefined : file.xml(target);
    const frameName = childOf(frame, "nvGraphicFramePr", "cNvPr");
    const place = {
      id: `${sheet.id}-chart-${index}`,
      name: textOf(frameName, "name") ?? `Chart ${index + 1}`,
      sheetId: sheet.id,
      ...boxOf(anchor, sheet),
      placement: placements[textOf(anchor, "editAs") ?? ""] ?? "TwoCell",
    };
    const chart = space && readChartPart(space, place, sheetIdOf);
    if (!chart) {
      drawing.unknownCharts++;
      return;
    }
    drawing.charts.push(chart);
    if (hasOtherDetails(space)) drawing.reducedCharts++;
  });
  return drawing;
}

const placements: Record<string, string> = { oneCell: "OneCell", absolute: "FreeFloating" };

/** The place of an anchored object on its sheet, in points. */
function boxOf(anchor: Element, sheet: ChartSheet): Record<"left" | "top" | "width" | "height", number> {
  const columns = edges(sheet.columns, sheet.defaultColumnWidth);
  const rows = edges(sheet.rows, sheet.defaultRowHeight);
  const corner = (name: string) => {
    const marker = childOf(anchor, name);
    const read = (part: string) => Number(childOf(marker, part)?.textContent ?? 0);
    return {
      left: columns(read("col")) + pointsOf(read("colOff")),
      top: rows(read("row")) + pointsOf(read("rowOff")),
    };
  };
  const at = childOf(anchor, "pos");
  const from = at
    ? { left: pointsOf(numberOf(at, "x") ?? 0), top: pointsOf(numberOf(at, "y") ?? 0) }
    : corner("from");
  const size = childOf(anchor, "ext");
  const to = size
    ? {
        left: from.left + pointsOf(numberOf(size, "cx") ?? 0),
        top: from.top + pointsOf(numberOf(size, "cy") ?? 0),
      }
    : corner("to");
  return {
    left: rounded(from.left),
    top: rounded(from.top),
    width: rounded(to.left - from.left),
    height: rounded(to.top - from.top),
  };
}

const rounded = (points: number): number => Math.round(points * 10_000) / 10_000;

/** The distance of a row or column from the sheet's edge. */
function edges(lines: readonly XlsxLine[], usual: number): (index: number) => number {
  return (index) => {
    let sum = index * usual;
    for (const line of lines) {
      if (line.index < index) sum += (line.hidden ? 0 : (line.size ?? usual)) - usual;
    }
    return sum;
  };
}
