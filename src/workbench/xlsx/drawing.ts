import { emu } from "./chartParts";
import type { XlsxChart, XlsxSheet } from "./model";
import { element, xmlPart } from "./xml";

/** A drawing part: the charts of one sheet with their places; `ids` are their relationship ids, in order. */
export function drawingXml(sheet: XlsxSheet, charts: readonly XlsxChart[], ids: readonly string[]): string {
  return xmlPart(
    element(
      "xdr:wsDr",
      {
        "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
      },
      ...charts.map((chart, index) => anchorXml(sheet, chart, index, ids[index] ?? "")),
    ),
  );
}

/** The frame of a chart, tied to cells as its placement says. */
function anchorXml(sheet: XlsxSheet, { chart, altText }: XlsxChart, index: number, relation: string): string {
  const columns = ruler(sheet.columns, sheet.defaultColumnWidth);
  const rows = ruler(sheet.rows, sheet.defaultRowHeight);
  const corner = (name: string, left: number, top: number) => {
    const column = columns(left);
    const row = rows(top);
    return element(
      name,
      {},
      element("xdr:col", {}, String(column.index)),
      element("xdr:colOff", {}, String(emu(column.offset))),
      element("xdr:row", {}, String(row.index)),
      element("xdr:rowOff", {}, String(emu(row.offset))),
    );
  };
  const placements: Record<string, string> = { OneCell: "oneCell", FreeFloating: "absolute" };
  const zero = element("a:off", { x: 0, y: 0 }) + element("a:ext", { cx: 0, cy: 0 });
  const data = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  return element(
    "xdr:twoCellAnchor",
    { editAs: placements[chart.placement] },
    corner("xdr:from", chart.left, chart.top),
    corner("xdr:to", chart.left + chart.width, chart.top + chart.height),
    element(
      "xdr:graphicFrame",
      { macro: "" },
      element(
        "xdr:nvGraphicFramePr",
        {},
        element("xdr:cNvPr", { id: index + 2, name: chart.name, descr: altText || undefined }),
        element("xdr:cNvGraphicFramePr"),
      ),
      element("xdr:xfrm", {}, zero),
      element(
        "a:graphic",
        {},
        element("a:graphicData", { uri: data }, element("c:chart", { "r:id": relation })),
      ),
    ),
    element("xdr:clientData"),
  );
}

/**
 * Finds the column or row at a distance in points from the sheet's edge, and the remaining distance in it. Hidden
 * lines have no size. Distances below 0 count as 0.
 */
export function ruler(
  lines: XlsxSheet["columns"],
  byDefault: number,
): (points: number) => { index: number; offset: number } {
  const sizes = new Map(lines.map(({ index, size, hidden }) => [index, hidden ? 0 : (size ?? byDefault)]));
  return (points) => {
    let offset = Math.max(0, points);
    let index = 0;
    for (;;) {
      const size = sizes.get(index) ?? byDefault;
      // A little less than the line's end, because a corner on a line belongs to the next cell.
      if (offset < size - 0.001 || index > 1_048_576) return { index, offset };
      offset -= size;
      index++;
    }
  };
}
