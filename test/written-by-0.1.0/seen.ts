import type { Snapshot } from "../../src/workbench/host";
import { overlap, parseA1 } from "../../src/workbook/a1";

/** Members that the workbench no longer keeps, because the add-in does not use them. */
const former = new Set([
  "trendlines",
  "printComments",
  "printErrors",
  "standardWidth",
  "plotBy",
  "showLeaderLines",
  "showShadow",
  "revisionNumber",
  "creationDate",
  // Of tables and of sheets.
  "showBandedColumns",
  "highlightFirstColumn",
  "highlightLastColumn",
  "showHeadings",
  // Of page setups.
  "centerVertically",
  "printGridlines",
  "printHeadings",
  "blackAndWhite",
  "draftMode",
  "firstPageNumber",
  "printOrder",
  // Of charts.
  "plotVisibleOnly",
  "roundedCorners",
  "plotArea",
  // Of titles and legends.
  "overlay",
  "horizontalAlignment",
  "verticalAlignment",
  "textOrientation",
  // Of labels.
  "showSeriesName",
  "showCategoryName",
  "showLegendKey",
  "showPercentage",
  "showBubbleSize",
  "separator",
  "linkNumberFormat",
  // Of series.
  "bubbleSizes",
  "smooth",
  "explosion",
  "firstSliceAngle",
  "doughnutHoleSize",
  "varyByCategories",
  "invertIfNegative",
  "filtered",
  "plotOrder",
  // Of axes.
  "majorUnit",
  "minorUnit",
  "minorGridlines",
  "scaleType",
  "logBase",
  "minorTickMark",
  "tickMarkSpacing",
  "displayUnit",
  "showDisplayUnitLabel",
  "crossesAt",
  "isBetweenCategories",
  "multiLevel",
  "alignment",
  "offset",
]);

/** Members that only some objects no longer keep, each with a member by which those objects are recognised. */
const formerOf: Readonly<Record<string, readonly string[]>> = {
  // Of a title and of an axis.
  position: ["automatic", "reversePlotOrder"],
  // Of a chart.
  style: ["axes"],
  dataLabels: ["axes"],
  // Of the document's properties.
  custom: ["lastAuthor"],
};

/** Without what is new in every workbook: the host's numbers, and the ids of our blocks. */
export const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), function (this: object, key, inner: unknown) {
    // A link's text is that of its cell, which is compared anyway.
    if (key === "id" || key === "sheetId" || key === "textToDisplay") return undefined;
    if (former.has(key) || formerOf[key]?.some((member) => member in this)) return undefined;
    return key === "name" && typeof inner === "string"
      ? inner.replace(/([ _])[0-9a-z]{8}(\d*)$/, "$1id$2")
      : inner;
  }) as unknown;

/** What stands on a sheet of a workbook, whatever its ids. */
export function sheetOf({ sheets, state }: Snapshot, wanted: string): Record<string, unknown> {
  const sheet = sheets.find(({ name }) => name === wanted);
  const id = sheet?.id ?? "";
  return {
    ...sheet,
    state: state.sheets[id],
    // A chart or table that was made again comes after those that stayed.
    charts: state.charts
      .filter(({ sheetId }) => sheetId === id)
      .sort((a, b) => (a.title.text < b.title.text ? -1 : 1)),
    tables: state.tables.filter(({ range }) => range.sheetId === id),
    names: state.names.filter(({ sheetId }) => sheetId === id),
  };
}

/** By address: the formula of every cell that has one. */
export const formulas = ({ sheets }: Snapshot): Record<string, string> =>
  Object.fromEntries(
    sheets.flatMap(({ name, cells }) =>
      Object.entries(cells).flatMap(([address, { formula }]) =>
        formula === undefined ? [] : [[`${name}!${address}`, formula]],
      ),
    ),
  );

/** Whether a cell lies in a range. */
export function isIn(cell: string, range: string): boolean {
  const [inner, outer] = [parseA1(cell)?.area, parseA1(range)?.area];
  return inner !== undefined && outer !== undefined && overlap(inner, outer);
}
