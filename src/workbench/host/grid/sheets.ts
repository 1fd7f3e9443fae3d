import { generateRandomId, mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import {
  CopySheetCommand,
  InsertSheetMutation,
  RemoveSheetCommand,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import type { SheetState } from "../../state";
import { Refusal } from "../errors";
import type { Model } from "../model";
import { requireOpenStructure } from "./guard";
import { checkSheetName } from "./names";
import { forgetTable } from "./superTables";

/** Keeps Univer from activating an added or shown sheet, as Excel does not. */
const stay = { fromCollab: true };

/** Adds a sheet at the right end without activating it, as Excel does; by default the next "Sheet1". */
export function addSheet(model: Model, wanted: string | undefined): string {
  requireOpenStructure(model);
  const name = wanted === undefined ? nextName(model) : freeName(model, wanted);
  const id = generateRandomId(10);
  insertSheet(model, id, name, model.book.order().length);
  model.state.sheet(id);
  return id;
}

/** Inserts a sheet; `cells` in Univer's form. */
export function insertSheet(model: Model, id: string, name: string, index: number, cells?: object): void {
  const like = model.book.workbook.getSheets()[0]?.getConfig();
  model.book.mutate(
    InsertSheetMutation.id,
    {
      index,
      sheet: mergeWorksheetSnapshotWithDefault({
        id,
        name,
        rowCount: 1000,
        columnCount: 26,
        defaultColumnWidth: like?.defaultColumnWidth ?? 64,
        defaultRowHeight: like?.defaultRowHeight ?? 20,
        ...cells,
      }),
    },
    stay,
  );
}

/** Copies a sheet: cells, sizes, our state, tables with new names, charts, and the sheet's own names. */
export function copySheet(model: Model, sheetId: string, index: number): string {
  requireOpenStructure(model);
  const source = model.book.sheet(sheetId);
  const id = generateRandomId(10);
  const snapshot = structuredClone(source.getConfig());
  const name = copyName(model, source.getName());
  insertSheet(model, id, name, index, { ...snapshot, id, name });
  furnishCopy(model, sheetId, id);
  return id;
}

/** Copies what is on a sheet beside its cells. */
function furnishCopy(model: Model, sheetId: string, id: string): void {
  const { data } = model.state;
  const state = structuredClone(model.state.sheet(sheetId));
  for (const area of state.pageLayout.printArea) area.sheetId = id;
  data.sheets[id] = state;
  for (const chart of model.state.chartsOf(sheetId)) {
    const copy = structuredClone(chart);
    for (const series of copy.series) {
      for (const place of [series.values, series.categories, series.nameSource]) {
        if (place.kind === "range" && place.range.sheetId === sheetId) place.range.sheetId = id;
      }
    }
    data.charts.push({ ...copy, id: `{chart-${model.nextId()}}`, sheetId: id });
  }
  for (const table of model.state.tablesOf(sheetId)) {
    model.tables.add({ ...structuredClone(table), range: { ...table.range, sheetId: id } });
  }
  for (const definedName of data.names.filter((candidate) => candidate.sheetId === sheetId)) {
    const formula = definedName.formula.replaceAll(
      `${model.sheetPrefix(sheetId)}!`,
      `${model.sheetPrefix(id)}!`,
    );
    model.names.set({ ...definedName, sheetId: id, formula });
  }
  model.state.changed({ kind: "sheet", sheetId: id });
}

/** Deletes a sheet with all its content; InvalidOperation for the last visible one. */
export async function deleteSheet(model: Model, sheetId: string): Promise<void> {
  requireOpenStructure(model);
  const visible = model.book.order().filter((id) => id !== sheetId && visibility(model, id) === "Visible");
  const next = visible[0];
  if (next === undefined) throw new Refusal("InvalidOperation");
  if (model.selection.activeSheet() === sheetId) {
    const order = model.book.order();
    const right = order.slice(order.indexOf(sheetId) + 1).find((id) => visible.includes(id));
    model.selection.activate(right ?? visible.at(-1) ?? next);
  }
  await model.book.command(RemoveSheetCommand.id, { subUnitId: sheetId });
}

/** Drops the state of a deleted sheet. */
function dropSheet(model: Model, sheetId: string): void {
  const { data } = model.state;
  for (const table of model.state.tablesOf(sheetId)) forgetTable(model.book, table.name);
  data.tables = data.tables.filter((table) => table.range.sheetId !== sheetId);
  data.charts = data.charts.filter((chart) => chart.sheetId !== sheetId);
  for (const name of data.names.filter((definedName) => definedName.sheetId === sheetId))
    model.names.remove(name.id);
  delete data.sheets[sheetId];
  model.state.changed({ kind: "sheet", sheetId });
}

/**
 * Keeps our state up to date with sheets that the user copies and deletes. As in Excel, this clears the undo history.
 */
export function watchSheets(model: Model): () => void {
  return model.book.onCommand(({ id, params }) => {
    const { subUnitId = model.selection.activeSheet() } = (params ?? {}) as { subUnitId?: string };
    // The only sheet is not deleted.
    if (id === RemoveSheetCommand.id && !model.book.has(subUnitId)) dropSheet(model, subUnitId);
    if (id === CopySheetCommand.id) {
      const order = model.book.order();
      const copy = order[order.indexOf(subUnitId) + 1];
      if (copy === undefined) return;
      const name = copyName(model, model.book.nameOf(subUnitId));
      model.book.mutate(SetWorksheetNameMutation.id, { subUnitId: copy, name });
      furnishCopy(model, subUnitId, copy);
    }
    if (id === RemoveSheetCommand.id || id === CopySheetCommand.id) model.book.forgetSteps();
  });
}

/**
 * Renames a sheet, also in formulas and names. Refused, as in Excel, for an invalid name and one that another sheet
 * has; another case of its own name is allowed.
 */
export async function renameSheet(model: Model, sheetId: string, wanted: string): Promise<void> {
  requireOpenStructure(model);
  if (wanted === model.book.nameOf(sheetId)) return;
  const same = wanted.toLowerCase() === model.book.nameOf(sheetId).toLowerCase();
  const name = same ? checkSheetName(wanted) : freeName(model, wanted);
  await model.book.command(SetWorksheetNameCommand.id, { subUnitId: sheetId, name });
  model.state.changed({ kind: "sheet", sheetId });
}

/** Moves a sheet to a position from the left, from 0. InvalidArgument for a position that no sheet has. */
export function moveSheet(model: Model, sheetId: string, position: number): void {
  requireOpenStructure(model);
  const order = model.book.order();
  if (position >= order.length || position < 0) throw new Refusal("InvalidArgument");
  model.book.mutate(SetWorksheetOrderMutation.id, {
    subUnitId: sheetId,
    fromOrder: order.indexOf(sheetId),
    toOrder: position,
  });
}

/**
 * Visible, hidden, or hidden so that users cannot show it. Univer knows only hidden, so the state tells which of the
 * two.
 */
export function visibility(model: Model, sheetId: string): SheetState["visibility"] {
  if (model.book.sheet(sheetId).isSheetHidden() !== 1) return "Visible";
  return model.state.sheet(sheetId).visibility === "VeryHidden" ? "VeryHidden" : "Hidden";
}

/** Shows or hides a sheet; the last visible one cannot be hidden. */
export function setVisibility(model: Model, sheetId: string, value: SheetState["visibility"]): void {
  requireOpenStructure(model);
  const others = model.book.order().filter((id) => id !== sheetId && visibility(model, id) === "Visible");
  if (value !== "Visible" && others.length === 0) throw new Refusal("InvalidOperation");
  if (value !== "Visible" && model.selection.activeSheet() === sheetId)
    model.selection.activate(others[0] ?? "");
  model.state.sheet(sheetId).visibility = value;
  model.book.mutate(
    SetWorksheetHideMutation.id,
    { subUnitId: sheetId, hidden: value === "Visible" ? 0 : 1 },
    stay,
  );
  model.state.changed({ kind: "sheet", sheetId });
}

/** Colours the sheet's tab; "" removes the colour. */
export function setTabColor(model: Model, sheetId: string, color: string): void {
  requireOpenStructure(model);
  model.state.sheet(sheetId).tabColor = color;
  model.book.mutate(SetTabColorMutation.id, { subUnitId: sheetId, color });
  model.state.changed({ kind: "sheet", sheetId });
}

/** Shows or hides a sheet's grid lines, in Univer too, and tells whoever draws it. */
export function setGridlines(model: Model, sheetId: string, shown: boolean): void {
  model.state.sheet(sheetId).showGridlines = shown;
  model.book.mutate(ToggleGridlinesMutation.id, { subUnitId: sheetId, showGridlines: shown ? 1 : 0 });
  model.state.changed({ kind: "sheet", sheetId });
}

function freeName(model: Model, wanted: string): string {
  const name = checkSheetName(wanted);
  if (model.book.idOf(name) !== undefined) throw new Refusal("ItemAlreadyExists");
  return name;
}

function nextName(model: Model): string {
  for (let number = model.book.order().length + 1; ; number++) {
    if (model.book.idOf(`Sheet${number}`) === undefined) return `Sheet${number}`;
  }
}

function copyName(model: Model, name: string): string {
  for (let number = 2; ; number++) {
    const tail = ` (${number})`;
    const candidate = name.slice(0, 31 - tail.length) + tail;
    if (model.book.idOf(candidate) === undefined) return candidate;
  }
}
