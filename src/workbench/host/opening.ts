import { BooleanNumber, CellValueType, generateRandomId } from "@univerjs/core";
import type { ICellData, IStyleData } from "@univerjs/core";
import { RemoveSheetMutation } from "@univerjs/sheets";
import type { WorkbookData } from "../state";
import { parseLocal, toUniver } from "./grid/address";
import { isErrorText } from "./grid/content";
import { insertSheet } from "./grid/sheets";
import { toPixels } from "./grid/sizes";
import { forgetTable } from "./grid/superTables";
import type { Model } from "./model";
import type { Snapshot, SnapshotCell, SnapshotSheet } from "./types";

/**
 * Replaces the open workbook by a saved one. As after opening a file, sheets, tables, charts and names have new ids,
 * and everything is recalculated.
 */
export async function openSnapshot(model: Model, snapshot: Snapshot): Promise<void> {
  const ids = new Map(snapshot.sheets.map(({ id }) => [id, generateRandomId(10)]));
  const state = withIds(snapshot.state, ids);
  // A grid needs at least one sheet. The old ones are removed first, so that no formula refers to one of them by an
  // opened sheet's name.
  const empty = generateRandomId(10);
  const before = model.book.order();
  insertSheet(model, empty, empty, before.length);
  model.selection.activate(empty);
  forget(model);
  for (const subUnitId of before) model.book.mutate(RemoveSheetMutation.id, { subUnitId });
  await model.calculation.settle();
  for (const sheet of snapshot.sheets) {
    const id = ids.get(sheet.id) ?? "";
    insertSheet(model, id, sheet.name, model.book.order().length, {
      ...gridOf(sheet),
      hidden: flag((state.sheets[id]?.visibility ?? "Visible") !== "Visible"),
      showGridlines: flag(state.sheets[id]?.showGridlines ?? true),
      tabColor: state.sheets[id]?.tabColor ?? "",
    });
  }
  model.selection.activate(state.activeSheetId);
  model.book.mutate(RemoveSheetMutation.id, { subUnitId: empty });
  fill(model, state);
  // The new sheets and names are processed first, because the engine calculates only what it knows.
  await model.calculation.settle();
  const [selected] = state.selection;
  if (selected) model.selection.select(selected);
  model.functions.recalculateAll();
}

/** Replaces the ids of sheets in the workbook's state. */
function withIds(state: WorkbookData, ids: ReadonlyMap<string, string>): WorkbookData {
  const renamed = JSON.parse(JSON.stringify(state), (key: string, value: unknown) =>
    (key === "sheetId" || key === "activeSheetId") && typeof value === "string"
      ? (ids.get(value) ?? value)
      : value,
  ) as WorkbookData;
  const sheets = Object.entries(renamed.sheets).flatMap(([id, sheet]) => {
    const opened = ids.get(id);
    return opened === undefined ? [] : [[opened, sheet] as const];
  });
  return { ...renamed, sheets: Object.fromEntries(sheets) };
}

/** Removes everything beside the cells; objects that the client tracks become invalid. */
function forget(model: Model): void {
  const { data } = model.state;
  for (const { name } of data.tables) forgetTable(model.book, name);
  data.tables = [];
  data.charts = [];
  for (const { id } of data.names) model.names.remove(id);
  model.references.clear();
}

/** Fills the state with that of a snapshot; charts and series get new ids. */
function fill(model: Model, state: WorkbookData): void {
  const { data } = model.state;
  const { sheets, settings, properties, xmlParts, structure } = state;
  Object.assign(data, { sheets, settings, properties, xmlParts, structure });
  for (const name of state.names) model.names.set(name);
  for (const table of state.tables) model.tables.add(table);
  data.charts = state.charts.map((chart) => {
    const id = `{chart-${model.nextId()}}`;
    return {
      ...chart,
      id,
      series: chart.series.map((series) => ({ ...series, id: `${id}-${model.nextId()}` })),
    };
  });
  for (const kind of ["settings", "properties", "structure", "xml"] as const) model.state.changed({ kind });
  for (const id of model.book.order()) model.state.changed({ kind: "sheet", sheetId: id });
  for (const { id, sheetId } of data.charts) model.state.changed({ kind: "charts", sheetId, id });
}

/** A sheet in the grid's form. */
function gridOf(sheet: SnapshotSheet): object {
  const cellData: Record<number, Record<number, ICellData>> = {};
  let [rowCount, columnCount] = [1000, 26];
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const { row, column } = placeOf(address);
    (cellData[row] ??= {})[column] = cellOf(cell);
    rowCount = Math.max(rowCount, row + 200);
    columnCount = Math.max(columnCount, column + 20);
  }
  const { rows, columns } = sheet.freeze;
  const { defaultColumnWidth: width, defaultRowHeight: height } = sheet;
  return {
    ...(width !== undefined && { defaultColumnWidth: toPixels(width) }),
    ...(height !== undefined && { defaultRowHeight: toPixels(height) }),
    cellData,
    rowCount,
    columnCount,
    columnData: linesOf(sheet.columnWidths, sheet.hiddenColumns, sheet.columnStyles, (size) => ({ w: size })),
    rowData: linesOf(sheet.rowHeights, sheet.hiddenRows, sheet.rowStyles, (size) => ({ h: size, ia: 0 })),
    mergeData: sheet.merges.map((merge) => toUniver(placeOf(merge))),
    freeze: {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    },
  };
}

/** A cell of a snapshot as Univer has it. */
function cellOf({ value, formula, style, numberFormat, custom, spilled }: SnapshotCell): ICellData {
  const cell: ICellData = {};
  if (formula !== undefined) cell.f = formula;
  // A spilled value comes back with its formula; written into the cell it would block the spill.
  if (value !== undefined && spilled !== true) Object.assign(cell, contentOf(value));
  if (style !== undefined || numberFormat !== undefined) {
    const format = numberFormat === undefined ? {} : { n: { pattern: numberFormat } };
    cell.s = { ...(style as IStyleData | undefined), ...format };
  }
  if (custom !== undefined) cell.custom = custom as NonNullable<ICellData["custom"]>;
  return cell;
}

function contentOf(value: string | number | boolean): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: isErrorText(value) ? CellValueType.STRING : CellValueType.FORCE_STRING };
}

/** The sizes, hiding and styles of rows or columns as Univer has them; sizes of the snapshot are in points. */
function linesOf(
  sizes: Readonly<Record<number, number>>,
  hidden: readonly number[],
  styles: Readonly<Record<number, unknown>>,
  sizeOf: (pixels: number) => object,
): Record<number, object> {
  const lines: Record<number, object> = {};
  for (const [index, size] of Object.entries(sizes)) lines[Number(index)] = sizeOf(toPixels(size));
  for (const index of hidden) lines[index] = { ...lines[index], hd: 1 };
  for (const [index, s] of Object.entries(styles)) lines[Number(index)] = { ...lines[Number(index)], s };
  return lines;
}

function placeOf(address: string): NonNullable<ReturnType<typeof parseLocal>> {
  const place = parseLocal(address);
  if (!place) throw new Error(`A snapshot has no cells called "${address}".`);
  return place;
}

const flag = (yes: boolean): BooleanNumber => (yes ? BooleanNumber.TRUE : BooleanNumber.FALSE);
