import { cellAt, covers } from "../../cellRange";
import type { Snapshot, SnapshotCell, SnapshotSheet } from "../../host";
import { cellName } from "../../host/grid/address";
import { emptyWorkbook, newSheetState } from "../../state";
import type { SheetState } from "../../state";
import { rangeAddress } from "../../xlsx/address";
import type { Rectangle, XlsxCell, XlsxLine } from "../../xlsx/model";
import type { OpenedSheet, OpenedWorkbook } from "../../xlsx/reading/result";
import { gridStyle } from "./style";

/** A file's workbook in the form that the host opens. The first cell of the active sheet is selected. */
export function snapshotOf(book: OpenedWorkbook): Snapshot {
  const { sheets, names, properties, settings, xmlParts, lockStructure } = book;
  const active = sheets[book.active]?.id ?? sheets[0]?.id ?? "";
  return {
    sheets: sheets.map(sheetOf),
    state: {
      ...emptyWorkbook(),
      charts: sheets.flatMap(({ charts }) => charts),
      tables: sheets.flatMap(({ tables }) => tables),
      names,
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, stateOf(sheet)])),
      settings,
      properties,
      xmlParts: Object.fromEntries(xmlParts.map((xml, index) => [`{xml-${index}}`, xml])),
      structure: { protected: lockStructure, password: "" },
      activeSheetId: active,
      selection: [cellAt(active, 0, 0)],
      activeCell: { sheetId: active, row: 0, column: 0 },
    },
  };
}

/** What the host keeps of a sheet beside its cells. */
function stateOf(sheet: OpenedSheet): SheetState {
  const { page, protection, customProperties, showGridlines, tabColor, visibility } = sheet;
  const unlocked = sheet.cells.filter(({ style }) => style?.unlocked);
  return {
    ...newSheetState(),
    pageLayout: page,
    protection,
    customProperties,
    showGridlines,
    tabColor,
    visibility,
    unlocked: Object.fromEntries(unlocked.map(({ row, column }) => [`${row},${column}`, true as const])),
  };
}

/** A sheet of the file in the form of a snapshot. */
function sheetOf(sheet: OpenedSheet): SnapshotSheet {
  const { id, name, merges, freeze, columns, rows } = sheet;
  const spills = sheet.cells.flatMap(({ spill }) => (spill ? [spill] : []));
  return {
    id,
    name,
    cells: Object.fromEntries(
      sheet.cells.map((cell) => [cellName(cell.row, cell.column), cellOf(cell, spills)]),
    ),
    columnWidths: sizesOf(columns),
    rowHeights: sizesOf(rows),
    hiddenRows: hiddenOf(rows),
    hiddenColumns: hiddenOf(columns),
    merges: merges.map((merge) => rangeAddress(merge)),
    freeze,
    columnStyles: looksOf(columns),
    rowStyles: looksOf(rows),
    defaultColumnWidth: sheet.defaultColumnWidth,
    defaultRowHeight: sheet.defaultRowHeight,
  };
}

/** A cell of the file in the form of a snapshot. */
function cellOf(cell: XlsxCell, spills: readonly Rectangle[]): SnapshotCell {
  const { value, formula, style, link } = cell;
  const snapshot: SnapshotCell = {};
  if (formula !== undefined) snapshot.formula = formula;
  if (value !== undefined) snapshot.value = typeof value === "object" ? value.error : value;
  // The value of a spilled cell belongs to its formula.
  if (formula === undefined && spills.some((spill) => covers(spill, cell))) snapshot.spilled = true;
  if (style) {
    const cellStyle = gridStyle(style);
    if (Object.keys(cellStyle).length > 0) snapshot.style = cellStyle;
    if (style.numberFormat !== undefined) snapshot.numberFormat = style.numberFormat;
  }
  if (link) {
    const { address, location, tip } = link;
    snapshot.custom = {
      hyperlink: {
        ...(address !== undefined && { address }),
        ...(location !== undefined && { documentReference: location }),
        ...(tip !== undefined && { screenTip: tip }),
        ...(typeof value === "string" && { textToDisplay: value }),
      },
    };
  }
  return snapshot;
}

function sizesOf(lines: readonly XlsxLine[]): Record<number, number> {
  return Object.fromEntries(lines.flatMap(({ index, size }) => (size === undefined ? [] : [[index, size]])));
}

const hiddenOf = (lines: readonly XlsxLine[]): number[] =>
  lines.filter(({ hidden }) => hidden).map(({ index }) => index);

function looksOf(lines: readonly XlsxLine[]): Record<number, unknown> {
  return Object.fromEntries(
    lines.flatMap(({ index, style }) => {
      if (!style) return [];
      const format = style.numberFormat === undefined ? {} : { n: { pattern: style.numberFormat } };
      return [[index, { ...gridStyle(style), ...format }]];
    }),
  );
}
