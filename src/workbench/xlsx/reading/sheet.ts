import type { Cell, Sheet } from "hucre";
import { dateToSerial } from "hucre";
import type { ProtectionState } from "../../state";
import type { XlsxCell, XlsxLine, XlsxStyle } from "../model";
import { childOf, childrenOf, flagOf, numberOf, textOf } from "./elements";
import type { typedFormula } from "./formula";
import type { Relation } from "./package";
import { relationOf } from "./package";
import { readReference } from "./places";
import { readStyle } from "./style";

/** The points of the file's unit of width, a digit of Calibri 11. */
const pointsPerDigit = (7 * 72) / 96;

/** The default sizes of a sheet. */
const usual = { height: 15, width: 48 };

/** What reading a sheet's cells depends on. */
export interface CellContext {
  theme: readonly string[];
  /** Whether the file uses the 1904 date system. */
  since1904: boolean;
  formula: (stored: string) => ReturnType<typeof typedFormula>;
  /** Moves a shared formula from its first cell. */
  moved: (formula: string, down: number, right: number) => string;
}

/**
 * The cells with content or a format. `links` are by "row,column", from 0; `context` has what cells refer to: shared
 * texts, styles and the date system.
 */
export function readCells(
  sheet: Sheet,
  links: ReadonlyMap<string, XlsxCell["link"]>,
  context: CellContext,
): XlsxCell[] {
  const shared = new Map<number, { row: number; column: number; formula: string }>();
  const cells: XlsxCell[] = [];
  const places = new Set<string>();
  const add = (row: number, column: number, cell: Cell | undefined, raw: Cell["value"]) => {
    const key = `${row},${column}`;
    const value = valueOf(cell, raw, context.since1904);
    const formula = cell && formulaOf(cell, row, column, shared, context);
    const style = readStyle(cell?.style, context.theme);
    const spill = cell?.formulaType === "array" ? readReference(cell.formulaRef ?? "")?.cells : undefined;
    const link = links.get(key);
    if (value === undefined && formula === undefined && !link && Object.keys(style).length === 0) return;
    cells.push({
      row,
      column,
      ...(value === undefined ? {} : { value }),
      ...(formula === undefined ? {} : { formula }),
      ...(spill ? { spill } : {}),
      ...(Object.keys(style).length > 0 ? { style } : {}),
      ...(link ? { link } : {}),
    });
  };
  for (const [key, cell] of sheet.cells ?? []) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    places.add(key);
    add(row, column, cell, cell.value);
  }
  sheet.rows.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value !== null && !places.has(`${row},${column}`)) add(row, column, undefined, value);
    });
  });
  return cells;
}

function valueOf(
  cell: Cell | undefined,
  raw: Cell["value"],
  since1904: boolean,
): XlsxCell["value"] | undefined {
  // An error of a formula, for which hucre keeps no type.
  if (cell?.type === "error" && typeof raw === "string") return { error: raw };
  if (raw === null || (raw === "" && cell?.type !== "formula")) return undefined;
  return raw instanceof Date ? dateToSerial(raw, since1904) : raw;
}

/** The formula of a cell; of a shared one, moved from the cell that holds it. */
function formulaOf(
  cell: Cell,
  row: number,
  column: number,
  shared: Map<number, { row: number; column: number; formula: string }>,
  context: CellContext,
): string | undefined {
  if (cell.formula === undefined) return undefined;
  const group = cell.formulaSharedIndex;
  if (cell.formula !== "") {
    const formula = context.formula(cell.formula);
    if (group !== undefined) shared.set(group, { row, column, formula });
    return formula;
  }
  const first = group === undefined ? undefined : shared.get(group);
  return first && context.moved(first.formula, row - first.row, column - first.column);
}

/** Links by "row,column": an external address, a place in the workbook, or both. */
export function readLinks(sheet: Element, relations: readonly Relation[]): Map<string, XlsxCell["link"]> {
  const links = new Map<string, XlsxCell["link"]>();
  for (const link of childrenOf(childOf(sheet, "hyperlinks"), "hyperlink")) {
    const cells = readReference(textOf(link, "ref") ?? "")?.cells;
    const address = relationOf(link, relations)?.target;
    const [location, tip] = [textOf(link, "location"), textOf(link, "tooltip")];
    if (cells && (address || location))
      links.set(`${cells.row},${cells.column}`, {
        ...(address ? { address } : {}),
        ...(location ? { location } : {}),
        ...(tip ? { tip } : {}),
      });
  }
  return links;
}

/** Columns with a size or format; `styleOf` gives a format by its number. */
export function readColumns(sheet: Element, styleOf: (index: number) => XlsxStyle): XlsxLine[] {
  return childrenOf(childOf(sheet, "cols"), "col").flatMap((col) => {
    const first = numberOf(col, "min") ?? 1;
    // A group up to the sheet's last column is the default of empty ones; the grid ends before them.
    const last = Math.min(numberOf(col, "max") ?? first, first + 255);
    const width = numberOf(col, "width");
    const style = styleOf(numberOf(col, "style") ?? 0);
    const line = {
      ...(width === undefined ? {} : { size: Math.round(width * pointsPerDigit * 100) / 100 }),
      ...(flagOf(col, "hidden") ? { hidden: true } : {}),
      ...(Object.keys(style).length > 0 ? { style } : {}),
    };
    return Array.from({ length: last - first + 1 }, (_, at) => ({ index: first - 1 + at, ...line }));
  });
}

/** Rows with a size or format; `rows` are the opening tags of the sheet's rows. */
export function readRows(rows: readonly string[], styleOf: (index: number) => XlsxStyle): XlsxLine[] {
  return rows.flatMap((row) => {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(row)?.[1];
    const isOn = (name: string) => ["1", "true"].includes(attribute(name) ?? "");
    const height = isOn("customHeight") ? Number(attribute("ht")) : NaN;
    const style = isOn("customFormat") ? styleOf(Number(attribute("s") ?? 0)) : {};
    const line: XlsxLine = {
      index: Number(attribute("r")) - 1,
      ...(Number.isNaN(height) ? {} : { size: height }),
      ...(isOn("hidden") ? { hidden: true } : {}),
      ...(Object.keys(style).length > 0 ? { style } : {}),
    };
    return line.index >= 0 && Object.keys(line).length > 1 ? [line] : [];
  });
}

/** The default sizes of rows and columns, in points. Excel's own where the file says none. */
export function readUsualSizes(sheet: Element): { defaultRowHeight: number; defaultColumnWidth: number } {
  const format = childOf(sheet, "sheetFormatPr");
  const width = numberOf(format, "defaultColWidth");
  return {
    defaultRowHeight: numberOf(format, "defaultRowHeight") ?? usual.height,
    defaultColumnWidth: width === undefined ? usual.width : Math.round(width * pointsPerDigit * 100) / 100,
  };
}

/** What a protected sheet allows. In the file a flag forbids; of the password only a hash is stored. */
export function readProtection(sheet: Element): ProtectionState {
  const protection = childOf(sheet, "sheetProtection");
  const options: Record<string, boolean> = {};
  for (const name of protection ? allowances : [])
    options[`allow${name[0]?.toUpperCase()}${name.slice(1)}`] = !flagOf(protection, name, true);
  if (protection) {
    options["allowEditObjects"] = !flagOf(protection, "objects");
    options["allowEditScenarios"] = !flagOf(protection, "scenarios");
  }
  return { protected: flagOf(protection, "sheet"), password: "", options };
}

const allowances = [
  "formatCells",
  "formatColumns",
  "formatRows",
  "insertColumns",
  "insertRows",
  "insertHyperlinks",
  "deleteColumns",
  "deleteRows",
  "sort",
  "autoFilter",
  "pivotTables",
];
