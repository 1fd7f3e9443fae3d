import type { ReadChart } from "../charts/read";
import type { NameState, PageLayoutState, PropertiesState, ProtectionState, TableState } from "../state";
import type { SettingsOwner } from "./settings";

/** A workbook as plain data, ready to be written as .xlsx. Rows, columns and sheets count from 0; lengths are points. */
export interface XlsxWorkbook {
  sheets: XlsxSheet[];
  /** Index of the sheet that is shown first. */
  active: number;
  names: NameState[];
  properties: PropertiesState;
  /** Texts of custom XML parts. */
  xmlParts: string[];
  /** What the add-in keeps in the document: key to the value's JSON text. */
  settings: Record<string, string>;
  /** The add-in that the settings belong to; left out: they are not saved. */
  addin?: SettingsOwner;
  /** First part of the add-in's function names, for example "ECOM": Excel writes them in a form of their own. */
  namespace: string;
  /** The add-in's functions that may fill several cells, in capitals: "ECOM.SERIES". */
  arrayFunctions?: ReadonlySet<string>;
  /** Sheets may not be added, deleted, renamed or moved. */
  lockStructure: boolean;
}

/** A sheet. */
export interface XlsxSheet {
  /** The id that names, tables and charts refer to. */
  id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** "#RRGGBB" or "". */
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  freeze: { rows: number; columns: number };
  defaultRowHeight: number;
  defaultColumnWidth: number;
  /** Only what differs from the default. */
  columns: XlsxLine[];
  rows: XlsxLine[];
  cells: XlsxCell[];
  merges: Rectangle[];
  tables: TableState[];
  charts: XlsxChart[];
  page: PageLayoutState;
  protection: ProtectionState;
  customProperties: Record<string, string>;
}

/** A column or row with a size of its own. */
export interface XlsxLine {
  index: number;
  /** Width of a column, height of a row; left out: the default. */
  size?: number;
  hidden?: boolean;
  /** Look of its empty cells; cells that hold something carry theirs themselves. */
  style?: XlsxStyle;
}

/** A rectangle of cells. */
export interface Rectangle {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** A cell that holds something or has a look of its own. */
export interface XlsxCell {
  row: number;
  column: number;
  /** What it shows: number, text, truth value or error; for a formula its last result. Left out: empty. */
  value?: number | string | boolean | { error: string };
  /** English form with leading "=". */
  formula?: string;
  /** The cells that a formula's array fills, its own included. */
  spill?: Rectangle;
  style?: XlsxStyle;
  link?: { address?: string; location?: string; tip?: string };
}

/** Look of a cell; what is left out is the workbook's default. */
export interface XlsxStyle {
  numberFormat?: string;
  font?: {
    name?: string;
    size?: number;
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    strike?: boolean;
    color?: string;
  };
  /** "#RRGGBB" of a solid fill. */
  fill?: string;
  borders?: Partial<Record<BorderSide, { style: string; color: string }>>;
  horizontal?: "left" | "center" | "right" | "justify" | "distributed";
  vertical?: "top" | "center" | "bottom";
  wrap?: boolean;
  indent?: number;
  /** Degrees anticlockwise, -90 to 90. */
  rotation?: number;
  unlocked?: boolean;
}

/** Sides of a cell, in the order in which the file wants them. */
export type BorderSide = "left" | "right" | "top" | "bottom";

/** A chart with its cells read, for the values that the file keeps beside the references. */
export interface XlsxChart extends ReadChart {
  /** What a screen reader says. */
  altText: string;
}
