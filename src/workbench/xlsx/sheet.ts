import { cellName } from "../host/grid/address";
import { rangeAddress } from "./address";
import { fileFormula, mayFillCells } from "./formulas";
import type { FormulaBook } from "./formulas";
import type { XlsxCell, XlsxLine, XlsxSheet } from "./model";
import { pageXml } from "./page";
import type { Styles } from "./styles";
import { argb } from "./styles";
import { cellText, element, xmlPart, text } from "./xml";

/** A sheet's relationship ids. */
interface SheetRelations {
  drawing?: string;
  /** For each table, in order. */
  tables: string[];
  /** By address. */
  links: ReadonlyMap<string, string>;
  /** Name and relationship of each custom property. */
  properties: [name: string, id: string][];
}

/** What the sheets of a workbook share. */
export interface SheetContext {
  styles: Styles;
  /** The index of a text in the shared strings. */
  string: (text: string) => number;
  formulas: FormulaBook;
  /** The add-in's functions that may spill, in upper case. */
  arrayFunctions: ReadonlySet<string>;
  active: boolean;
  relations: SheetRelations;
}

const namespaces = {
  xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

/** Excel's width unit is a digit of the default font: 7 pixels for Calibri 11. */
const digit = 7;

/**
 * Excel's limits: height of a row in points, width of a column in digits, characters of a text, of a link and of its
 * tip.
 */
const limits = { height: 409.5, width: 255, text: 32_767, address: 2079, tip: 255 };

/** The part of one worksheet, whose elements have a fixed order. ECMA-376, 18.3.1.99. */
export function sheetXml(sheet: XlsxSheet, context: SheetContext): string {
  const { relations } = context;
  return xmlPart(
    element(
      "worksheet",
      namespaces,
      element(
        "sheetPr",
        {},
        sheet.tabColor ? element("tabColor", { rgb: argb(sheet.tabColor) }) : undefined,
        fits(sheet) ? element("pageSetUpPr", { fitToPage: true }) : undefined,
      ),
      element("dimension", { ref: dimension(sheet) }),
      viewXml(sheet, context.active),
      element("sheetFormatPr", {
        defaultColWidth: characters(sheet.defaultColumnWidth),
        defaultRowHeight: sheet.defaultRowHeight,
        customHeight: true,
      }),
      columnsXml(sheet.columns, context.styles),
      rowsXml(sheet, context),
      protectionXml(sheet),
      sheet.merges.length
        ? element(
            "mergeCells",
            { count: sheet.merges.length },
            sheet.merges.map((merge) => element("mergeCell", { ref: rangeAddress(merge) })).join(""),
          )
        : undefined,
      linksXml(sheet, relations),
      pageXml(sheet.page),
      relations.properties.length
        ? element(
            "customProperties",
            {},
            ...relations.properties.map(([name, id]) => element("customPr", { name, "r:id": id })),
          )
        : undefined,
      relations.drawing ? element("drawing", { "r:id": relations.drawing }) : undefined,
      relations.tables.length
        ? element(
            "tableParts",
            { count: relations.tables.length },
            ...relations.tables.map((id) => element("tablePart", { "r:id": id })),
          )
        : undefined,
    ),
  );
}

/** Converts points to Excel's width unit, including the cell's padding. */
function characters(points: number): number {
  return Math.round(((points * 96) / 72 / digit) * 256) / 256;
}

function fits({ page }: XlsxSheet): boolean {
  return page.zoom.horizontalFitToPages !== undefined || page.zoom.verticalFitToPages !== undefined;
}

function dimension({ cells }: XlsxSheet): string {
  if (cells.length === 0) return "A1";
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of cells) {
    [top, left] = [Math.min(top, row), Math.min(left, column)];
    [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  }
  return rangeAddress({ row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 });
}

/** How the sheet is shown: grid lines and frozen panes. */
function viewXml({ showGridlines, freeze }: XlsxSheet, active: boolean): string {
  const { rows, columns } = freeze;
  const pane = rows && columns ? "bottomRight" : rows ? "bottomLeft" : "topRight";
  return element(
    "sheetViews",
    {},
    element(
      "sheetView",
      {
        showGridLines: showGridlines ? undefined : false,
        tabSelected: active || undefined,
        workbookViewId: 0,
      },
      rows || columns
        ? element("pane", {
            xSplit: columns || undefined,
            ySplit: rows || undefined,
            topLeftCell: cellName(rows, columns),
            activePane: pane,
            state: "frozen",
          })
        : undefined,
      rows || columns ? element("selection", { pane }) : undefined,
    ),
  );
}

/** The columns with a width, style or hiding of their own. */
function columnsXml(columns: readonly XlsxLine[], styles: Styles): string | undefined {
  if (columns.length === 0) return undefined;
  const sorted = [...columns].sort((a, b) => a.index - b.index);
  return element(
    "cols",
    {},
    ...sorted.map(({ index, size, hidden, style }) =>
      element("col", {
        min: index + 1,
        max: index + 1,
        width: size === undefined ? undefined : Math.min(limits.width, characters(size)),
        style: (style && styles.index(style)) || undefined,
        hidden: hidden || undefined,
        customWidth: size === undefined ? undefined : true,
      }),
    ),
  );
}

/** The rows with cells or a height of their own. */
function rowsXml({ rows, cells }: XlsxSheet, context: SheetContext): string {
  const sizes = new Map(rows.map((row) => [row.index, row]));
  const byRow = new Map<number, XlsxCell[]>();
  for (const { index } of rows) byRow.set(index, []);
  for (const cell of cells) {
    const inRow = byRow.get(cell.row);
    if (inRow) inRow.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const rowParts = [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([index, inRow]) => {
      const line = sizes.get(index);
      const style = line?.style ? context.styles.index(line.style) : 0;
      return element(
        "row",
        {
          r: index + 1,
          s: style || undefined,
          customFormat: style ? true : undefined,
          ht: line?.size === undefined ? undefined : Math.min(limits.height, line.size),
          customHeight: line?.size === undefined ? undefined : true,
          hidden: line?.hidden || undefined,
        },
        ...[...inRow].sort((a, b) => a.column - b.column).map((cell) => cellXml(cell, context)),
      );
    });
  return element("sheetData", {}, rowParts.join(""));
}

/** The area that this cell spills into: only its own if it is blocked, undefined if it cannot spill. */
function spillOf({ row, column, value, formula, spill }: XlsxCell, arrayFunctions: ReadonlySet<string>) {
  if (formula === undefined) return undefined;
  const single = { row, column, rowCount: 1, columnCount: 1 };
  if (typeof value === "object" && value.error === "#SPILL!") return single;
  return spill ?? (mayFillCells(formula, arrayFunctions) ? single : undefined);
}

/** Whether the cell is marked as a dynamic array; `arrayFunctions` are the add-in's functions that may spill. */
export function marksArray(cell: XlsxCell, arrayFunctions: ReadonlySet<string>): boolean {
  return spillOf(cell, arrayFunctions) !== undefined;
}

/** Whether Excel accepts an address as a link. At most 2,079 characters. */
export function isLinkable(address: string): boolean {
  return address.length <= limits.address;
}

/** The value that Excel can store: a result that is too long is an error, a text is cut. */
function shownValue({ value, formula }: XlsxCell): XlsxCell["value"] {
  if (typeof value !== "string" || value.length <= limits.text) return value;
  return formula === undefined ? value.slice(0, limits.text) : { error: "#VALUE!" };
}

/** A cell with its formula, style and present value. */
function cellXml(cell: XlsxCell, context: SheetContext): string {
  const { styles, string, formulas, arrayFunctions } = context;
  const style = cell.style ? styles.index(cell.style) : 0;
  const base = { r: cellName(cell.row, cell.column), s: style || undefined };
  const value = shownValue(cell);
  const stored = cell.formula === undefined ? undefined : fileFormula(cell.formula, formulas);
  const spill = stored === undefined ? undefined : spillOf(cell, arrayFunctions);
  const content = (shown: string | number) => element("v", {}, text(String(shown)));
  const formulaXml =
    stored === undefined
      ? undefined
      : element("f", spill ? { t: "array", ref: rangeAddress(spill) } : {}, text(stored));
  // The metadata's first entry marks a dynamic array, so that Excel shows no braces and lets it spill.
  const meta = spill ? { cm: 1 } : {};
  if (value === undefined) return element("c", { ...base, ...meta }, formulaXml);
  if (typeof value === "number") {
    // An infinite result is an error in Excel.
    if (!Number.isFinite(value))
      return element("c", { ...base, ...meta, t: "e" }, formulaXml, content("#NUM!"));
    return element("c", { ...base, ...meta }, formulaXml, content(value));
  }
  if (typeof value === "boolean")
    return element("c", { ...base, ...meta, t: "b" }, formulaXml, content(Number(value)));
  if (typeof value === "object")
    return element("c", { ...base, ...meta, t: "e" }, formulaXml, content(fileError(value.error)));
  if (formulaXml) {
    return element("c", { ...base, ...meta, t: "str" }, formulaXml, element("v", {}, cellText(value)));
  }
  return element("c", { ...base, t: "s" }, content(string(value)));
}

/** The error to store; newer ones become the nearest one that every Excel reads. */
function fileError(error: string): string {
  const known = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];
  return known.includes(error) ? error : error === "#BUSY!" ? "#N/A" : "#VALUE!";
}

/** The protection, without password. An attribute forbids: false is "allowed". */
function protectionXml({ protection }: XlsxSheet): string | undefined {
  if (!protection.protected) return undefined;
  const allowed = (name: string) => (protection.options[name] === true ? false : undefined);
  return element("sheetProtection", {
    sheet: true,
    objects: allowed("allowEditObjects") === false ? undefined : true,
    scenarios: allowed("allowEditScenarios") === false ? undefined : true,
    formatCells: allowed("allowFormatCells"),
    formatColumns: allowed("allowFormatColumns"),
    formatRows: allowed("allowFormatRows"),
    insertColumns: allowed("allowInsertColumns"),
    insertRows: allowed("allowInsertRows"),
    insertHyperlinks: allowed("allowInsertHyperlinks"),
    deleteColumns: allowed("allowDeleteColumns"),
    deleteRows: allowed("allowDeleteRows"),
    sort: allowed("allowSort"),
    autoFilter: allowed("allowAutoFilter"),
    pivotTables: allowed("allowPivotTables"),
  });
}

/** The links of cells; addresses are relationships of the sheet. */
function linksXml({ cells }: XlsxSheet, { links }: SheetRelations): string | undefined {
  const linkParts = cells.flatMap(({ row, column, link }) => {
    if (!link || (link.address && !isLinkable(link.address))) return [];
    const ref = cellName(row, column);
    return [
      element("hyperlink", {
        ref,
        "r:id": links.get(ref),
        location: link.location || undefined,
        tooltip: link.tip?.slice(0, limits.tip) || undefined,
      }),
    ];
  });
  return linkParts.length ? element("hyperlinks", {}, linkParts.join("")) : undefined;
}
