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
  /** The add-in's settings in the document: key to the value's JSON text. */
  settings: Record<string, string>;
  /** The settings' add-in; absent: they are not saved. */
  addin?: SettingsOwner;
  /** The namespace of the add-in's functions, such as "ECOM", which Excel stores in a form of its own. */
  namespace: string;
  /** The add-in's functions that may spill, in upper case: "ECOM.SERIES". */
  arrayFunctions?: ReadonlySet<string>;
  /** Whether sheets must not be added, deleted, renamed or moved. */
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
  /** The width of a column or height of a row; absent: the default. */
  size?: number;
  hidden?: boolean;
  /** The format of its empty cells; others have their own. */
  style?: XlsxStyle;
}

/** A rectangle of cells. */
export interface Rectangle {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** A cell with content or a format. */
export interface XlsxCell {
  row: number;
  column: number;
  /** Its value: number, text, boolean or error; for a formula its last result. Absent: empty. */
  value?: number | string | boolean | { error: string };
  /** English form with leading "=". */
  formula?: string;
  /** The area of a spilled formula, including its own cell. */
  spill?: Rectangle;
  style?: XlsxStyle;
  link?: { address?: string; location?: string; tip?: string };
}

/** The format of a cell; absent members are the workbook's default. */
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

/** Sides of a cell, in the file's order. */
export type BorderSide = "left" | "right" | "top" | "bottom";

/** A chart with its cells read, because the file stores values beside references. */
export interface XlsxChart extends ReadChart {
  /** The alternative text. */
  altText: string;
}
