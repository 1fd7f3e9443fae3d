import type { Worksheet } from "@univerjs/core";
import { readChart } from "../../charts/read";
import type { FunctionsMetadata, Host, SnapshotSheet } from "../../host";
import { parseLocal, rectangle } from "../../host/grid/address";
import { isErrorText } from "../../host/grid/content";
import { ruler } from "../../xlsx/drawing";
import type { XlsxCell, XlsxChart, XlsxLine, XlsxSheet, XlsxWorkbook } from "../../xlsx/model";
import type { SettingsOwner } from "../../xlsx/settings";
import { cellReader, spillsOf } from "../cells";
import type { Grid } from "../grid";
import { xlsxStyleOf } from "./style";

const pointsPerPixel = 72 / 96;

/** The whole workbook as data for the file: the grid's cells and the host's other objects. */
export function readWorkbook(
  grid: Grid,
  host: Host,
  namespace: string,
  functions: FunctionsMetadata["functions"] = [],
  addin?: SettingsOwner,
): XlsxWorkbook {
  const { sheets, state } = host.snapshot();
  const active = grid.univerAPI.getActiveWorkbook()?.getActiveSheet().getSheetId();
  return {
    sheets: sheets.map((sheet) => readSheet(grid, host, sheet)),
    active: Math.max(
      0,
      sheets.findIndex(({ id }) => id === active),
    ),
    names: state.names,
    properties: state.properties,
    xmlParts: Object.values(state.xmlParts),
    settings: state.settings,
    ...(addin && { addin }),
    namespace,
    arrayFunctions: new Set(
      functions
        .filter(({ result }) => result?.dimensionality === "matrix")
        .map(({ name }) => `${namespace}.${name}`.toUpperCase()),
    ),
    lockStructure: state.structure.protected,
  };
}

/** A sheet as it is saved. */
function readSheet(grid: Grid, host: Host, snapshot: SnapshotSheet): XlsxSheet {
  const book = grid.univerAPI.getActiveWorkbook();
  const model = book?.getWorkbook().getSheetBySheetId(snapshot.id);
  if (!book || !model) throw new Error(`The sheet "${snapshot.name}" was deleted while it was being saved.`);
  const state = host.state.sheet(snapshot.id);
  const config = model.getConfig();
  const sheet = {
    id: snapshot.id,
    name: snapshot.name,
    // Only the grid knows a sheet that was hidden by its tab's menu.
    visibility:
      state.visibility === "Visible" && model.isSheetHidden() ? ("Hidden" as const) : state.visibility,
    tabColor: state.tabColor,
    showGridlines: state.showGridlines,
    freeze: snapshot.freeze,
    defaultRowHeight: config.defaultRowHeight * pointsPerPixel,
    defaultColumnWidth: config.defaultColumnWidth * pointsPerPixel,
    columns: lines(snapshot.columnWidths, snapshot.hiddenColumns, snapshot.columnStyles),
    rows: lines(snapshot.rowHeights, snapshot.hiddenRows, snapshot.rowStyles),
    cells: readCells(grid, host, snapshot, model),
    merges: model.getMergeData().map(rectangle),
    tables: host.state.tablesOf(snapshot.id),
    page: state.pageLayout,
    protection: state.protection,
    customProperties: state.customProperties,
  };
  return { ...sheet, charts: readCharts(grid, host, sheet) };
}

/** The cells of a sheet as they are saved. */
function readCells(grid: Grid, host: Host, { id, cells }: SnapshotSheet, model: Worksheet): XlsxCell[] {
  const spills = new Map(spillsOf(grid, id).map((range) => [`${range.row},${range.column}`, range]));
  const { unlocked } = host.state.sheet(id);
  return Object.entries(cells).map(([address, { value, formula, custom }]) => {
    const { row = 0, column = 0 } = parseLocal(address) ?? {};
    const style = xlsxStyleOf(
      model.getComposedCellStyle(row, column),
      host.numberFormatAt(id, row, column),
      unlocked[`${row},${column}`] ?? false,
    );
    const spill = spills.get(`${row},${column}`);
    const link = linkOf(custom);
    return {
      row,
      column,
      ...(value === undefined
        ? {}
        : { value: typeof value === "string" && isErrorText(value) ? { error: value } : value }),
      ...(formula === undefined ? {} : { formula }),
      ...(spill ? { spill } : {}),
      ...(Object.keys(style).length > 0 ? { style } : {}),
      ...(link ? { link } : {}),
    };
  });
}

/** The charts of a sheet as they are saved, with the values that they show. */
function readCharts(grid: Grid, host: Host, sheet: Omit<XlsxSheet, "charts">): XlsxChart[] {
  const cells = cellReader(grid.univerAPI, host);
  const columnAt = ruler(sheet.columns, sheet.defaultColumnWidth);
  const rowAt = ruler(sheet.rows, sheet.defaultRowHeight);
  return host.state.chartsOf(sheet.id).map((chart) => {
    const read = readChart(chart, cells);
    // The text in the cell above a chart becomes its alternative text, for which Excel's API has no member.
    const row = rowAt(chart.top).index - 1;
    const column = columnAt(chart.left).index;
    const above = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    const names = read.series.map(({ name }) => name).join(", ");
    const plain = [chart.title.visible ? chart.title.text : "", names].filter(Boolean).join(": ");
    return { ...read, altText: typeof above === "string" && above !== "" ? above : plain };
  });
}

/** The rows or columns with a size, style or hiding of their own. */
function lines(
  sizes: Record<number, number>,
  hidden: number[],
  styles: Record<number, unknown> = {},
): XlsxLine[] {
  const indices = new Set([...Object.keys(sizes), ...Object.keys(styles)].map(Number).concat(hidden));
  return [...indices].map((index) => {
    const size = sizes[index];
    const style = styles[index];
    return {
      index,
      ...(size === undefined ? {} : { size }),
      ...(hidden.includes(index) ? { hidden: true } : {}),
      ...(style ? { style: xlsxStyleOf(style, "General", false) } : {}),
    };
  });
}

function linkOf(custom: unknown): XlsxCell["link"] {
  const link = (custom as { hyperlink?: Record<string, string | undefined> } | undefined)?.hyperlink;
  if (!link) return undefined;
  const { address, documentReference, screenTip } = link;
  return {
    ...(address ? { address } : {}),
    ...(documentReference ? { location: documentReference } : {}),
    ...(screenTip ? { tip: screenTip } : {}),
  };
}
