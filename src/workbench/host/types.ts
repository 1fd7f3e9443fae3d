import type { FUniver } from "@univerjs/core/facade";
import type { Rule } from "./strict/rule";
import type { CellRange, WorkbookData, WorkbookState } from "../state";

/** What `createHost` needs. The grid must have the formula, sheets, sheets-formula and sheets-numfmt plugins and their facades. */
export interface HostOptions {
  univerAPI: FUniver;
  /** The pane; the host sets its `name` and then its `src` (do not set `src` yourself). Null: no client (model only, in tests). */
  frame: HTMLIFrameElement | null;
  /** Address of the pane, the object of its functions.json (null: none) and the functions' namespace, for example "ECOM". */
  addin: { url: string; functions: FunctionsMetadata | null; namespace: string };
  /** For example `{ ExcelApi: "1.15", CustomFunctionsRuntime: "1.4" }`; left out: what this host does. */
  requirementSets?: Record<string, string>;
  /** Interface and data language, "en-US" (default) or "zh-CN". */
  locale?: string;
  /** "read" refuses every write with AccessDenied. Default "edit". */
  clientMode?: "edit" | "read";
  /** Rules of real Excel that are played, by name or as they are; "strict": all that are known. Default none. */
  rules?: "strict" | readonly (string | Rule)[];
  /** Members that are refused from the beginning, each with its code: "Range.merge". */
  refused?: readonly { member: string; code: string }[];
  /** What an empty cell is when a function gets it: null as on the web (default), or 0 as on the desktop. */
  emptyCell?: null | 0;
  /**
   * Answers the functions where there is no frame, in tests: takes calls as the client does (invocation, function, arguments)
   * and gives results as the client sends them.
   */
  answer?: (calls: [invocation: number, functionId: string, args: unknown[]][]) => unknown[];
  onLog?: (entry: LogEntry) => void;
  /** The add-in asks for its pane to be shown or hidden. */
  onPane?: (visible: boolean) => void;
  /** A function's error text, so that the page can show it. Optional; `messageAt` answers too. */
  onCellMessage?: (sheetId: string, row: number, column: number) => void;
}

/** One function of functions.json. */
export type FunctionMetadata = FunctionsMetadata["functions"][number];

/** The part of functions.json that the host reads. */
export interface FunctionsMetadata {
  functions: {
    id: string;
    name: string;
    description?: string;
    parameters: {
      name: string;
      description?: string;
      optional?: boolean;
      type?: string;
      dimensionality?: string;
      repeating?: boolean;
    }[];
    result?: { type?: string; dimensionality?: string };
    options?: Record<string, boolean>;
  }[];
  allowErrorForDataTypeAny?: boolean;
  allowCustomDataForDataTypeAny?: boolean;
}

/** One line of the conversation's log. */
export interface LogEntry {
  /** Milliseconds since the host was made. */
  at: number;
  kind:
    | "request"
    | "reply"
    | "event"
    | "function-call"
    | "function-result"
    | "unknown-member"
    | "refusal"
    | "problem";
  /** One line for people, for example "Range.values: InvalidArgument …". */
  text: string;
  /** The code of a refusal or of an unknown member. */
  code?: string;
  /** Whole message, where there is one. */
  detail?: unknown;
}

/** Ways to make the host fail as Excel does; for tests and for trying the add-in's failure messages. */
export interface Faults {
  /** The k-th action from now (1 = next), of any batch, fails with this code; then the fault is gone. */
  failAction(k: number, code: string, message?: string): void;
  /** Every use of a member, such as "Range.merge", is refused with this code until `clear`. */
  refuse(member: string, code: string): void;
  /** Members that were used since it was last cleared, such as "Range.values". */
  readonly used: Set<string>;
  /** True: the person is typing in a cell; every call is answered 5004 in the envelope. */
  editing: boolean;
  /** True: nothing is answered any more. */
  disconnected: boolean;
  /** True: every write is AccessDenied. */
  readOnly: boolean;
  /** Bytes; Excel on the web refuses more than 5 MB either way. */
  requestLimit: number;
  responseLimit: number;
  /** Error number of the envelope for the next calls (0: none), for example 5012 session timed out. */
  envelopeError: number;
  /** Back to no faults. */
  clear(): void;
}

/** The model in one piece, as plain JSON, fit to be compared and opened again. */
export interface Snapshot {
  sheets: SnapshotSheet[];
  state: WorkbookData;
}

/** One sheet of a snapshot; cells keyed by their address, for example "B7". */
export interface SnapshotSheet {
  id: string;
  name: string;
  cells: Record<string, SnapshotCell>;
  /** Points by column or row number (0 first), only where it differs from the default. */
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: string[];
  freeze: { rows: number; columns: number };
  /** Styles of whole columns and rows, by number. */
  columnStyles: Record<number, unknown>;
  rowStyles: Record<number, unknown>;
  /** Points of columns and rows without a size of their own; left out: Excel's. */
  defaultColumnWidth?: number;
  defaultRowHeight?: number;
}

/** One cell of a snapshot; `style` as Univer has it, without the number format. */
export interface SnapshotCell {
  value?: string | number | boolean;
  formula?: string;
  style?: unknown;
  numberFormat?: string;
  /** Univer's `custom`: the cell's hyperlink. */
  custom?: unknown;
  /** The value is not the cell's own: a formula in another cell spills into it. */
  spilled?: true;
}

/** The half of the conversation that Excel on the web holds. */
export interface Host {
  readonly state: WorkbookState;
  readonly faults: Faults;
  readonly log: readonly LogEntry[];
  /** Resolves when the pane's client has started and can be called for functions. */
  readonly ready: Promise<void>;
  /** Calls the function that the add-in associated with a ribbon button or shortcut. Rejects if the add-in does not answer. */
  pressButton(actionId: string, argument?: unknown): Promise<void>;
  /** The sentence behind an error in a cell, if the add-in gave one. */
  messageAt(sheetId: string, row: number, column: number): string | undefined;
  /** The data type behind a cell (entity, number with properties), if the add-in gave one. */
  dataTypeAt(sheetId: string, row: number, column: number): unknown;
  /** What the cell holds, be it by a formula in another cell that fills it; null when it is empty. */
  valueAt(sheetId: string, row: number, column: number): string | number | boolean | null;
  /** Text as the cell shows it, with a data type's own number format applied where the cell's is General. */
  textAt(sheetId: string, row: number, column: number): string;
  /** The number format that shows: the cell's own, else the data type's, else "General". */
  numberFormatAt(sheetId: string, row: number, column: number): string;
  /** Resolves when nothing is being calculated: built-in formulas done and all functions of the add-in answered. */
  idle(): Promise<void>;
  /** Recalculates everything, as Ctrl+Alt+F9 does. */
  recalculate(): Promise<void>;
  /**
   * Makes a table as a person does: of the cells, or of the filled cells around a single one, with headings in their first row. One step
   * to undo. Rejects with a sentence where Excel would not make one.
   */
  makeTable(cells: CellRange): Promise<void>;
  /** Keeps of a table's rows those with these texts in a column (its place from 0); null: all. One step to undo. Throws where Excel refuses. */
  filterTable(id: string, column: number, kept: readonly string[] | null): void;
  /** Sorts a table's rows by a column. One step to undo. Throws where Excel refuses. */
  sortTable(id: string, column: number, ascending: boolean): void;
  snapshot(): Snapshot;
  /**
   * Replaces the whole model, as closing a saved workbook and opening it again does: sheets and objects have new ids, and the add-in
   * starts again. Resolves when it has started.
   */
  open(snapshot: Snapshot): Promise<void>;
  dispose(): void;
}
