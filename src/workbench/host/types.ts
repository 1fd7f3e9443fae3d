import type { FUniver } from "@univerjs/core/facade";
import type { CellRange, WorkbookData, WorkbookState } from "../state";
import type { Rule } from "./strict/rule";

/**
 * The options of `createHost`. The grid needs the formula, sheets, sheets-formula and sheets-numfmt plugins with
 * their facades.
 */
export interface HostOptions {
  univerAPI: FUniver;
  /** The pane's frame, whose `name` and `src` the host sets. Null: no client (for tests of the model). */
  frame: HTMLIFrameElement | null;
  /**
   * The pane's address, the content of its functions.json (null: none) and the functions' namespace, such as "ECOM".
   */
  addin: { url: string; functions: FunctionsMetadata | null; namespace: string };
  /** Such as `{ ExcelApi: "1.15", CustomFunctionsRuntime: "1.4" }`. Default: what this host supports. */
  requirementSets?: Record<string, string>;
  /** The language of interface and data, "en-US" (default) or "zh-CN". */
  locale?: string;
  /** "read" refuses every write with AccessDenied. Default "edit". */
  clientMode?: "edit" | "read";
  /** The rules of real Excel to imitate, by name or as objects; "strict": all. Default none. */
  rules?: "strict" | readonly (string | Rule)[];
  /** Members that are always refused, each with its code: "Range.merge". */
  refused?: readonly { member: string; code: string }[];
  /**
   * Answers functions in tests without a frame: it gets calls as the client does (invocation, function, arguments)
   * and returns results as the client sends them.
   */
  answer?: (calls: [invocation: number, functionId: string, args: unknown[]][]) => unknown[];
  onLog?: (entry: LogEntry) => void;
  /** Called when the add-in asks for its pane to be shown or hidden. */
  onPane?: (visible: boolean) => void;
  /** Called when a function's error has a sentence for a cell, which `messageAt` gives. */
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

/** A line of the log. */
export interface LogEntry {
  /** Milliseconds since the host started. */
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
  /** One readable line, such as "Range.values: InvalidArgument …". */
  text: string;
  /** The code of a refusal or of an unknown member. */
  code?: string;
  /** The whole message, if there is one. */
  detail?: unknown;
}

/** Ways to make the host fail as Excel does, for tests and for trying the add-in's messages. */
export interface Faults {
  /** The k-th action from now (1 = next), of any batch, fails with this code, once. */
  failAction(k: number, code: string, message?: string): void;
  /** Refuses every use of a member, such as "Range.merge", with this code until `clear`. */
  refuse(member: string, code: string): void;
  /** Members used since it was last cleared, such as "Range.values". */
  readonly used: Set<string>;
  /** Whether the user is typing in a cell: then every call gets envelope error 5004. */
  editing: boolean;
  /** Whether nothing is answered any more. */
  disconnected: boolean;
  /** Whether every write gets AccessDenied. */
  readOnly: boolean;
  /** The largest message in bytes; Excel on the web refuses more than 5 MB either way. */
  requestLimit: number;
  responseLimit: number;
  /** The envelope error of the next calls (0: none), such as 5012, session timed out. */
  envelopeError: number;
  /** Removes all faults. */
  clear(): void;
}

/** The whole model as plain JSON, to compare and to open again. */
export interface Snapshot {
  sheets: SnapshotSheet[];
  state: WorkbookData;
}

/** A sheet of a snapshot, its cells by address, such as "B7". */
export interface SnapshotSheet {
  id: string;
  name: string;
  cells: Record<string, SnapshotCell>;
  /** In points by column or row number (from 0), only where different from the default. */
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: string[];
  freeze: { rows: number; columns: number };
  /** Styles of whole columns and rows, by number. */
  columnStyles: Record<number, unknown>;
  rowStyles: Record<number, unknown>;
  /** The default size of columns and rows in points; absent: Excel's. */
  defaultColumnWidth?: number;
  defaultRowHeight?: number;
}

/** A cell of a snapshot; `style` is Univer's, without the number format. */
export interface SnapshotCell {
  value?: string | number | boolean;
  formula?: string;
  style?: unknown;
  numberFormat?: string;
  /** Univer's `custom`: the cell's hyperlink. */
  custom?: unknown;
  /** Whether the value is spilled from a formula in another cell. */
  spilled?: true;
}

/** Excel's side of the conversation with the add-in. */
export interface Host {
  readonly state: WorkbookState;
  readonly faults: Faults;
  readonly log: readonly LogEntry[];
  /** Resolves when the pane's client can be called for functions. */
  readonly ready: Promise<void>;
  /** Resolves when the pane's client can be called for buttons, if the add-in has any: the add-in has heard of its workbook. */
  readonly buttons: Promise<void>;
  /**
   * Calls the function of a ribbon button or shortcut, once the add-in has started its buttons. Rejects if the add-in does not
   * listen.
   */
  pressButton(actionId: string): Promise<void>;
  /** The sentence of the error in a cell, if the add-in gave one. */
  messageAt(sheetId: string, row: number, column: number): string | undefined;
  /** The data type in a cell (entity, number with properties), if the add-in gave one. */
  dataTypeAt(sheetId: string, row: number, column: number): unknown;
  /** The cell's value, spilled ones included; null when it is empty. */
  valueAt(sheetId: string, row: number, column: number): string | number | boolean | null;
  /** The text that the cell shows, in a data type's number format if the cell's own is General. */
  textAt(sheetId: string, row: number, column: number): string;
  /** The number format in effect: the cell's own, else the data type's, else "General". */
  numberFormatAt(sheetId: string, row: number, column: number): string;
  /** Resolves when nothing is being calculated, and all functions of the add-in have answered. */
  idle(): Promise<void>;
  /** Recalculates everything, as Ctrl+Alt+F9 does. */
  recalculate(): Promise<void>;
  /**
   * Makes a table as the user would: of the cells, or of the filled cells around a single one, with headings in the
   * first row. One undo step. Rejects with a sentence where Excel would refuse.
   */
  makeTable(cells: CellRange): Promise<void>;
  /**
   * Filters a table to rows with these texts in a column (from 0); null: all. One undo step. Throws where Excel
   * refuses.
   */
  filterTable(id: string, column: number, kept: readonly string[] | null): void;
  /** Sorts a table's rows by a column (from 0). One undo step. Throws where Excel refuses. */
  sortTable(id: string, column: number, ascending: boolean): void;
  snapshot(): Snapshot;
  /**
   * Replaces the whole model, as closing a workbook and opening it again does: sheets and objects have new ids, and
   * the add-in starts again. Resolves when it has started.
   */
  open(snapshot: Snapshot): Promise<void>;
  dispose(): void;
}
