import type { FUniver } from "@univerjs/core/facade";
import type { CellRange, WorkbookState } from "../state";
import { invalid, notFound, Refusal } from "./errors";
import type { EventRaiser } from "./events";
import { bounded, parseLocal, quoteSheet, splitSheet } from "./grid/address";
import { Book } from "./grid/book";
import { Calculation } from "./grid/calculation";
import { Cells } from "./grid/cells";
import { DefinedNames } from "./grid/definedNames";
import type { Entry } from "./grid/entry";
import type { Arity, FormulaWorld } from "./grid/formula";
import { nameFor } from "./grid/names";
import { Selection } from "./grid/selection";
import { Sizes } from "./grid/sizes";
import { Structure } from "./grid/structure";
import { Tables } from "./grid/tables";
import { range } from "./objects/kinds";
import type { Ref } from "./objects/kinds";

/** What the model needs of the custom functions. */
export interface FunctionsSide {
  /** How many arguments a function takes; undefined for an unknown one. */
  arity(name: string): Arity | undefined;
  /** The number format that came with a cell's result; undefined without one. */
  formatBehind(sheetId: string, row: number, column: number): string | undefined;
  /** Calls every custom function again. */
  recalculateAll(): void;
  /** Called after each calculation. */
  calculated(): void;
}

/** The workbook, for the object types: Univer's part, our part, and the rules of every write. */
export class Model {
  readonly book: Book;
  readonly cells: Cells;
  readonly sizes: Sizes;
  readonly selection: Selection;
  readonly names: DefinedNames;
  readonly tables: Tables;
  readonly structure: Structure;
  readonly calculation: Calculation;
  readonly world: FormulaWorld;
  /** The objects that the client tracks, by reference id. */
  readonly references = new Map<string, Ref>();
  /** Whether the workbook is read-only. */
  isReadOnly: () => boolean = () => false;
  private lastId = 0;

  constructor(
    univerAPI: FUniver,
    readonly state: WorkbookState,
    readonly events: EventRaiser,
    readonly functions: FunctionsSide,
    /** "en-US" or "zh-CN". */
    readonly locale: string,
  ) {
    this.book = new Book(univerAPI);
    this.calculation = new Calculation(this.book, () => {
      functions.calculated();
    });
    this.cells = new Cells(this.book, (...cell) => functions.formatBehind(...cell), locale);
    this.sizes = new Sizes(this.book);
    this.selection = new Selection(this.book, state, events);
    this.names = new DefinedNames(this.book, state);
    this.tables = new Tables(this.book, state);
    this.structure = new Structure(this.book, state);
    this.structure.followers.add((sheetId, shift) => {
      for (const [id, reference] of this.references) {
        const cells = range.handleOf(reference);
        if (cells?.sheetId !== sheetId) continue;
        const moved = shift(cells);
        if (moved) this.references.set(id, range.of(moved));
        else this.references.delete(id);
      }
    });
    this.world = {
      hasSheet: (name) => this.book.idOf(name) !== undefined || name.includes("["),
      arity: (name) => functions.arity(name),
    };
  }

  /** Throws if the workbook is read-only. */
  requireWritable(): void {
    if (this.isReadOnly()) throw new Refusal("AccessDenied");
  }

  /** A new number, unique in this host. */
  nextId(): number {
    return ++this.lastId;
  }

  /** Keeps an object for later messages; returns its reference id. */
  keepReference(object: Ref): string {
    const id = `ref-${this.nextId()}`;
    this.references.set(id, object);
    return id;
  }

  /** Writes entries into the cells of a range. */
  writeEntries(range: CellRange, entryAt: (row: number, column: number) => Entry): void {
    this.cells.enter(range, entryAt);
  }

  /**
   * The cells of an address on a sheet: "A1:B2", "A:C", "Sheet2!B3", a defined name or a table's name;
   * InvalidArgument for anything else.
   */
  rangeOf(sheetId: string, address: string): CellRange {
    const { sheet, rest } = splitSheet(address);
    const onSheet = sheet === undefined ? sheetId : this.book.idOf(sheet);
    if (onSheet === undefined) throw invalid();
    const local = parseLocal(rest);
    if (local) return bounded({ sheetId: onSheet, ...local });
    const named = this.namedRange(rest, onSheet);
    if (!named) throw invalid();
    return named;
  }

  /** The cells of a defined name or table; undefined for an unknown one. */
  namedRange(name: string, sheetId: string): CellRange | undefined {
    const table = this.state.data.tables.find(
      (candidate) => candidate.name.toLowerCase() === name.toLowerCase(),
    );
    if (table) {
      const head = table.showHeaders ? 1 : 0;
      const foot = table.showTotals ? 1 : 0;
      return { ...table.range, row: table.range.row + head, rowCount: table.range.rowCount - head - foot };
    }
    const definedName = nameFor(this.state.data.names, name, sheetId);
    return definedName && this.rangeOfFormula(definedName.formula);
  }

  /** The cells of a formula that is only a reference, such as "=Sheet1!$A$1:$B$2"; undefined for others. */
  rangeOfFormula(formula: string): CellRange | undefined {
    const { sheet, rest } = splitSheet(formula.replace(/^=/, ""));
    const sheetId = sheet === undefined ? undefined : this.book.idOf(sheet);
    const local = parseLocal(rest);
    return sheetId === undefined || !local ? undefined : { sheetId, ...local };
  }

  /** The sheet's name, quoted as in an address; the sheet must exist. */
  sheetPrefix(sheetId: string): string {
    if (!this.book.has(sheetId)) throw notFound();
    return quoteSheet(this.book.nameOf(sheetId));
  }

  dispose(): void {
    this.calculation.dispose();
    this.cells.dispose();
    this.selection.dispose();
    this.names.dispose();
    this.structure.dispose();
    this.references.clear();
  }
}
