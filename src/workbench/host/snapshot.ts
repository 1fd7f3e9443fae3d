import type { IStyleData } from "@univerjs/core";
import { cellName, fromUniver, localAddress } from "./grid/address";
import { toPoints } from "./grid/sizes";
import type { Model } from "./model";
import type { Snapshot, SnapshotSheet } from "./types";

/** The whole model as plain JSON with keys in a fixed order: equal snapshots mean equal workbooks. */
export function takeSnapshot(model: Model): Snapshot {
  return {
    sheets: model.book.order().map((id) => takeSheet(model, id)),
    state: structuredClone(model.state.data),
  };
}

/** A sheet's cells, sizes and what is hidden, for a snapshot. */
function takeSheet(model: Model, sheetId: string): SnapshotSheet {
  const sheet = model.book.sheet(sheetId);
  const config = sheet.getConfig();
  const cells: SnapshotSheet["cells"] = {};
  sheet.getCellMatrix().forValue((row, column, raw) => {
    if (!raw) return;
    const cell: SnapshotSheet["cells"][string] = {};
    const content = model.cells.at(sheetId, row, column);
    const formula = model.cells.rawFormula(sheetId, row, column);
    if (formula !== undefined) cell.formula = formula;
    if (content.type !== "Empty") cell.value = content.value;
    const style = model.book.workbook.getStyles().getStyleByCell(raw);
    if (style) Object.assign(cell, sorted(style));
    if (raw.custom) cell.custom = raw.custom;
    if (Object.keys(cell).length > 0) cells[cellName(row, column)] = cell;
  });
  for (const spill of model.cells.spills(sheetId)) {
    model.cells.map(spill.range, (row, column) => {
      const content = model.cells.at(sheetId, row, column);
      const name = cellName(row, column);
      const isRoot = row === spill.row && column === spill.column;
      if (content.type !== "Empty")
        cells[name] = { ...cells[name], value: content.value, ...(isRoot ? {} : { spilled: true }) };
    });
  }
  const { xSplit, ySplit } = sheet.getFreeze();
  return {
    id: sheetId,
    name: sheet.getName(),
    cells,
    columnWidths: different(config.columnData, "w", config.defaultColumnWidth),
    rowHeights: different(config.rowData, "h", config.defaultRowHeight),
    hiddenRows: hidden(config.rowData),
    hiddenColumns: hidden(config.columnData),
    merges: sheet
      .getMergeData()
      .map((merge) => localAddress(fromUniver(sheetId, merge)))
      .sort(),
    freeze: { rows: Math.max(0, ySplit), columns: Math.max(0, xSplit) },
    columnStyles: styles(model, config.columnData),
    rowStyles: styles(model, config.rowData),
  };
}

/** Caches sorted styles: many cells share a style, which is replaced but never changed. */
const sortedStyles = new WeakMap<IStyleData, SortedStyle>();

interface SortedStyle {
  numberFormat?: string;
  /** Absent if there is only a number format. */
  style?: unknown;
}

/** Sorts a style's keys and separates its number format. */
function sorted(style: IStyleData): SortedStyle {
  const known = sortedStyles.get(style);
  if (known) return known;
  const { n, ...rest } = style;
  const made: SortedStyle = {};
  if (n?.pattern && n.pattern !== "General") made.numberFormat = n.pattern;
  if (Object.keys(rest).length > 0) made.style = inOrder(rest);
  sortedStyles.set(style, made);
  return made;
}

function inOrder(style: IStyleData): unknown {
  return JSON.parse(JSON.stringify(style, Object.keys(flatten(style)).sort())) as unknown;
}

/** Every key in the style, so that JSON.stringify writes them in order. */
function flatten(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      keys[key] = true;
      flatten(inner, keys);
    }
  }
  return keys;
}

type Lines = Record<number, Record<string, unknown> | undefined>;

function different(lines: unknown, key: string, usual: number): Record<number, number> {
  const sizes: Record<number, number> = {};
  for (const [index, line] of Object.entries((lines ?? {}) as Lines)) {
    const size = line?.[key];
    if (typeof size === "number" && size !== usual) sizes[Number(index)] = toPoints(size);
  }
  return sizes;
}

function hidden(lines: unknown): number[] {
  return Object.entries((lines ?? {}) as Lines)
    .filter(([, line]) => line?.["hd"] === 1)
    .map(([index]) => Number(index));
}

function styles(model: Model, lines: unknown): Record<number, unknown> {
  const entries: Record<number, unknown> = {};
  for (const [index, line] of Object.entries((lines ?? {}) as Lines)) {
    const style = model.book.workbook.getStyles().get(line?.["s"] as string | IStyleData | null);
    if (style && Object.keys(style).length > 0) entries[Number(index)] = inOrder(style);
  }
  return entries;
}
