import type { SourceId } from "../../dataset";
import type { Settings } from "../../functions/settings";
import { parseA1 } from "../../workbook/a1";
import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { placeKey } from "./cells";
import type { SheetCells } from "./cells";
import { evaluate } from "./evaluate";
import type { Evaluated, Lookup, ShownFigure } from "./evaluate";
import { plainFormula } from "./structured";
import type { PlacedTable } from "./structured";

/** A cell that shows our figures or calculates with them. */
export interface GridCell {
  row: number;
  column: number;
  /** The figure that it shows, if it shows just one. */
  shown?: ShownFigure;
  /** Its formula, if it calls one of our functions or may refer to such cells. */
  formula?: string;
  /** The answers of its calls; undefined for one that could not be evaluated. */
  calls: readonly (Evaluated | undefined)[];
  sources: readonly SourceId[];
  /** The block, or the spilled formula, that the cell belongs to. It has labels of its own. */
  origin?: string;
}

/** A sheet with the cells that show our figures or use them. */
export interface Grid {
  sheet: SheetCells;
  cells: ReadonlyMap<string, GridCell>;
}

const ecomCall = /ECOM[._]/i;
/** Functions that return a figure unchanged. */
const wrappers = /^(?:=|\(|\)|,|\s|[\d.+]|TRUE|FALSE|INDEX|ROUND|IFERROR|IFNA|NA|N|"[^"]*")*$/i;

/**
 * Finds our figures in the cells of all sheets. One grid a sheet, in the order of `sheets`, which need not hold any
 * figure of ours. Calls see the cells of all sheets, and the settings of the workbook.
 */
export function gridsOf(sheets: readonly SheetCells[], settings: Settings): Grid[] {
  const tables = sheets.flatMap(({ sheet, tables = [] }) => tables.map((table) => ({ ...table, sheet })));
  return sheets.map((sheet) => {
    const lookup: Lookup = (reference) => valuesAt(reference, sheet, sheets);
    return { sheet, cells: cellsOf(sheet, lookup, settings, tables) };
  });
}

/** The cells of a sheet that show our figures or use them, by `placeKey`. */
function cellsOf(
  sheet: SheetCells,
  lookup: Lookup,
  settings: Settings,
  tables: readonly PlacedTable[],
): Map<string, GridCell> {
  const cells = new Map<string, GridCell>();
  const filledBy = new Map<string, string>();
  const [top, left] = sheet.at;
  const blocks = (sheet.blocks ?? []).map(({ area, changed }, index) => ({
    area,
    changed,
    id: `block ${index}`,
  }));
  sheet.formulas.forEach((formulas, r) => {
    formulas.forEach((content, c) => {
      const [row, column] = [top + r, left + c];
      const key = placeKey(row, column);
      const behind = sheet.behind?.get(key) ?? content;
      // A text that begins with "=" is given as formula and as value.
      if (typeof behind !== "string" || !behind.startsWith("=") || behind === sheet.values[r]?.[c]) return;
      const text = plainFormula(behind, tables, { sheet: sheet.sheet, row, column });
      // Some hosts give spilled cells the formula of the cell that fills them.
      if (filledBy.get(key) === text) return;
      const place: Area = [row, column, 1, 1];
      const block = blocks.find(({ area, changed }) => overlap(area, place) && !changed.has(key));
      const at = { row, column, ...(block ? { origin: block.id } : {}) };
      if (!ecomCall.test(text)) {
        cells.set(key, { ...at, formula: text, calls: [], sources: [] });
        return;
      }
      const calls = evaluate(text, lookup, settings);
      const sources = [...new Set(calls.flatMap((call) => call?.sources ?? []))];
      const cell: GridCell = { ...at, formula: text, calls, sources };
      cells.set(key, cell);
      const [only] = calls;
      if (!only || calls.length > 1) return;
      const [first] = only.figures;
      const whole = text.slice(1).trim() === text.slice(only.call.start, only.call.end);
      const [rows, columns] = only.spills;
      if (whole && rows * columns > 1) spill({ cells, filledBy }, cell, only, sheet, text);
      else if (first && only.figures.length === 1 && (whole || isWrapped(text, only))) cell.shown = first;
    });
  });
  return cells;
}

function isWrapped(formula: string, { call }: Evaluated): boolean {
  return wrappers.test(formula.slice(0, call.start) + formula.slice(call.end));
}

/** Assigns a result's figures to the cells that it spills into, unless Excel had no room for them. */
function spill(
  { cells, filledBy }: { cells: Map<string, GridCell>; filledBy: Map<string, string> },
  anchor: GridCell,
  only: Evaluated,
  sheet: SheetCells,
  formula: string,
): void {
  const [top, left] = sheet.at;
  if (String(sheet.values[anchor.row - top]?.[anchor.column - left] ?? "").startsWith("#")) return;
  const origin = anchor.origin ?? `spill ${anchor.row},${anchor.column}`;
  anchor.origin = origin;
  const [rows, columns] = only.spills;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (row + column === 0) continue;
      const at = { row: anchor.row + row, column: anchor.column + column };
      const key = placeKey(at.row, at.column);
      cells.set(key, { ...at, origin, calls: [], sources: [] });
      filledBy.set(key, formula);
    }
  }
  for (const { row, column, figure, power } of only.figures) {
    const cell = cells.get(placeKey(anchor.row + row, anchor.column + column));
    if (!cell) continue;
    cell.shown = { figure, power };
    // The first cell stands for all of them, and each cell for itself.
    if (cell !== anchor) cell.sources = [figure.observation, ...figure.parts].map(({ source }) => source);
  }
}

/** The sheet and area of a reference; undefined for an unknown one. */
export function placeOf(
  reference: string,
  sheet: SheetCells,
  sheets: readonly SheetCells[],
): { sheet: SheetCells; area: Area } | undefined {
  const parsed = parseA1(reference);
  const sheetName = parsed?.sheet?.toLowerCase();
  const target =
    sheetName === undefined
      ? sheet
      : sheets.find((sheetCells) => sheetCells.sheet.toLowerCase() === sheetName);
  return parsed && target && { sheet: target, area: within(parsed.area, target) };
}

/** Limits whole rows and columns to the cells that were read. */
function within([row, column, rows, columns]: Area, { at, formulas }: SheetCells): Area {
  const bottom = Math.min(row + rows, Math.max(row + 1, at[0] + formulas.length));
  const right = Math.min(column + columns, Math.max(column + 1, at[1] + (formulas[0]?.length ?? 0)));
  return [row, column, bottom - row, right - column];
}

function valuesAt(reference: string, sheet: SheetCells, sheets: readonly SheetCells[]): ReturnType<Lookup> {
  const place = placeOf(reference, sheet, sheets);
  if (!place) return undefined;
  const { area, sheet: of } = place;
  return Array.from({ length: area[2] }, (_, r) =>
    Array.from({ length: area[3] }, (_, c) => {
      const value = of.values[area[0] + r - of.at[0]]?.[area[1] + c - of.at[1]];
      return value === "" ? undefined : value;
    }),
  );
}
