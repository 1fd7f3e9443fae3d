/**
 * What a workbook contains beside its cells. Univer keeps cells, styles, number formats, sizes of rows and columns,
 * merges, frozen panes and sheets; everything here exists in Excel and not in Univer. The host writes it, the page
 * draws it, and the .xlsx writer saves it. Lengths are in points (1/72 inch), rows and columns count from 0, colours
 * are "#RRGGBB" (upper case), or "" where Excel says "no fill" or "automatic".
 */

import type { CellRange } from "./cellRange";
import type { ChartState } from "./chartState";

export type { CellRange } from "./cellRange";
export type * from "./chartState";

/** A column of a table; its cells are in the grid. */
export interface TableColumnState {
  id: number;
  name: string;
}

/** A table. The first row of `range` is the header row if `showHeaders`, the last the total row if `showTotals`. */
export interface TableState {
  /** A number as text, as in braces in Excel on the web; unique in the workbook. */
  id: string;
  name: string;
  range: CellRange;
  columns: TableColumnState[];
  /** For example "TableStyleMedium2"; "" is no style. */
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** By column index, the texts that its filter keeps; absent: no filter. */
  filters?: Record<number, string[]>;
}

/** A defined name. Univer's formula engine owns it; this mirror makes all of them readable in one place. */
export interface NameState {
  id: string;
  name: string;
  /** Sheet id for a name of one sheet, null for the workbook's. */
  sheetId: string | null;
  /** With leading "=", for example "=Sheet1!$A$1:$B$3" or "=0.074". */
  formula: string;
  comment: string;
  visible: boolean;
}

/** Page setup of a sheet; margins in points. */
export interface PageLayoutState {
  orientation: "Portrait" | "Landscape";
  /** `Excel.PaperType`, for example "A4". */
  paperSize: string;
  /** Null: 100 %, or fitted to pages. */
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  centerHorizontally: boolean;
  printArea: CellRange[];
  /** The rows that follow a page break, in order. */
  rowBreaks: number[];
  printTitleRows: { first: number; count: number } | null;
  printTitleColumns: { first: number; count: number } | null;
  headersFooters: {
    leftHeader: string;
    centerHeader: string;
    rightHeader: string;
    leftFooter: string;
    centerFooter: string;
    rightFooter: string;
  };
}

/** Protection of a sheet; `options` as `Excel.WorksheetProtectionOptions`. */
export interface ProtectionState {
  protected: boolean;
  password: string;
  options: Record<string, boolean | string>;
}

/** What a sheet has beside Univer's state. */
export interface SheetState {
  pageLayout: PageLayoutState;
  protection: ProtectionState;
  /** Custom properties (ExcelApi 1.12): key as written, value. */
  customProperties: Record<string, string>;
  showGridlines: boolean;
  /** "" is no colour. */
  tabColor: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** Unlocked cells (the default is locked), by keys "row,column". */
  unlocked: Record<string, true>;
}

/** Protection of the workbook's structure: its sheets, their names, order and visibility. */
interface StructureState {
  protected: boolean;
  password: string;
}

/** Document properties. */
export interface PropertiesState {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  comments: string;
  category: string;
  manager: string;
  company: string;
  lastAuthor: string;
}

/** The whole state, as plain JSON. */
export interface WorkbookData {
  charts: ChartState[];
  tables: TableState[];
  names: NameState[];
  /** Keyed by sheet id. */
  sheets: Record<string, SheetState>;
  /** Document settings: key to the value's JSON text. */
  settings: Record<string, string>;
  properties: PropertiesState;
  /** Custom XML parts by id. */
  xmlParts: Record<string, string>;
  structure: StructureState;
  activeSheetId: string;
  /** Selected ranges on the active sheet; the first cell of the first is the active cell unless `activeCell` says otherwise. */
  selection: CellRange[];
  activeCell: { sheetId: string; row: number; column: number };
}

/** What changed; `sheetId` where it concerns one sheet. */
export type StateChange =
  | { kind: "charts"; sheetId: string; id: string }
  | { kind: "tables"; sheetId: string; id: string }
  | { kind: "names" }
  | { kind: "sheet"; sheetId: string }
  | { kind: "settings" }
  | { kind: "properties" }
  | { kind: "structure" }
  | { kind: "xml" }
  | { kind: "selection"; sheetId: string };

/**
 * The workbook's state beside its cells, with listeners. Only the host writes to `data`; others read and subscribe.
 */
export class WorkbookState {
  readonly data: WorkbookData = emptyWorkbook();
  private readonly listeners = new Set<(change: StateChange) => void>();

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (change: StateChange) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Notifies the listeners; to be called after each change of `data`. */
  changed(change: StateChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  /** The sheet's state, by default Excel's for a new sheet. */
  sheet(sheetId: string): SheetState {
    return (this.data.sheets[sheetId] ??= newSheetState());
  }

  /** Charts of a sheet, back to front. */
  chartsOf(sheetId: string): ChartState[] {
    return this.data.charts.filter((chart) => chart.sheetId === sheetId);
  }

  /** Tables of a sheet in order of creation. */
  tablesOf(sheetId: string): TableState[] {
    return this.data.tables.filter((table) => table.range.sheetId === sheetId);
  }
}

/** The state of a new sheet: A4 portrait, normal margins, unprotected, visible. */
export function newSheetState(): SheetState {
  return {
    pageLayout: {
      orientation: "Portrait",
      paperSize: "A4",
      zoom: { scale: 100 },
      leftMargin: 50.4,
      rightMargin: 50.4,
      topMargin: 54,
      bottomMargin: 54,
      headerMargin: 21.6,
      footerMargin: 21.6,
      centerHorizontally: false,
      printArea: [],
      rowBreaks: [],
      printTitleRows: null,
      printTitleColumns: null,
      headersFooters: {
        leftHeader: "",
        centerHeader: "",
        rightHeader: "",
        leftFooter: "",
        centerFooter: "",
        rightFooter: "",
      },
    },
    protection: { protected: false, password: "", options: {} },
    customProperties: {},
    showGridlines: true,
    tabColor: "",
    visibility: "Visible",
    unlocked: {},
  };
}

/** A workbook with cells only. A new object each time. */
export function emptyWorkbook(): WorkbookData {
  return {
    charts: [],
    tables: [],
    names: [],
    sheets: {},
    settings: {},
    properties: {
      title: "",
      author: "",
      subject: "",
      keywords: "",
      comments: "",
      category: "",
      manager: "",
      company: "",
      lastAuthor: "",
    },
    xmlParts: {},
    structure: { protected: false, password: "" },
    activeSheetId: "",
    selection: [],
    activeCell: { sheetId: "", row: 0, column: 0 },
  };
}
