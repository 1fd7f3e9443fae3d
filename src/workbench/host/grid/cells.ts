import { CellValueType, numfmt } from "@univerjs/core";
import type { ICellData, IRange, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import { covers } from "../../cellRange";
import type { CellRange } from "../../state";
import { fromUniver } from "./address";
import type { Book } from "./book";
import { contentOf } from "./content";
import type { CellContent } from "./content";
import type { Entry } from "./entry";

/** A spilled formula: its cell, and all the cells. */
interface Spill {
  row: number;
  column: number;
  range: CellRange;
}

/** Reads and writes cells: values, formulas, spills, texts. */
export class Cells {
  private readonly formulas: FormulaDataModel;
  /** The spills of each sheet, until something changes. */
  private readonly spilled = new Map<string, Spill[]>();
  private readonly stop: () => void;

  constructor(
    private readonly book: Book,
    /** The number format of a data type in a cell whose own format is General. */
    private readonly formatBehind: (sheetId: string, row: number, column: number) => string | undefined,
    private readonly locale: string,
  ) {
    this.formulas = book.injector.get(FormulaDataModel);
    this.stop = book.onMutation(() => {
      this.spilled.clear();
    });
  }

  dispose(): void {
    this.stop();
  }

  /** The content of one cell, spilled values included. */
  at(sheetId: string, row: number, column: number): CellContent {
    const sheet = this.book.sheet(sheetId);
    const raw = sheet.getCellMatrix().getValue(row, column);
    const content = contentOf(this.withFormula(sheet, raw, row, column));
    if (content.type !== "Empty" || content.formula !== undefined) return content;
    return contentOf(this.spilledAt(sheetId, row, column));
  }

  /** Applies `read` to every cell of the range, row by row. */
  map<T>(range: CellRange, read: (row: number, column: number) => T): T[][] {
    return Array.from({ length: range.rowCount }, (_row, i) =>
      Array.from({ length: range.columnCount }, (_column, j) => read(range.row + i, range.column + j)),
    );
  }

  /** Univer keeps the text of a formula that cells share (after filling down) only in the first. */
  private withFormula(
    sheet: Worksheet,
    raw: Nullable<ICellData>,
    row: number,
    column: number,
  ): Nullable<ICellData> {
    if (!raw || raw.f !== undefined || raw.si === undefined || raw.si === null) return raw;
    const formula = this.formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), this.book.unitId);
    return formula === null ? raw : { ...raw, f: formula };
  }

  private spilledAt(sheetId: string, row: number, column: number): Nullable<ICellData> {
    const spilled = this.formulas.getArrayFormulaCellData() as Record<
      string,
      Record<string, Record<number, Record<number, ICellData>>> | undefined
    >;
    return spilled[this.book.unitId]?.[sheetId]?.[row]?.[column];
  }

  /** The cell's own formula. */
  rawFormula(sheetId: string, row: number, column: number): string | undefined {
    const sheet = this.book.sheet(sheetId);
    return contentOf(this.withFormula(sheet, sheet.getCellMatrix().getValue(row, column), row, column))
      .formula;
  }

  /** The spills of a sheet. */
  spills(sheetId: string): Spill[] {
    const known = this.spilled.get(sheetId) ?? this.findSpills(sheetId);
    this.spilled.set(sheetId, known);
    return known;
  }

  private findSpills(sheetId: string): Spill[] {
    const ranges = this.formulas.getArrayFormulaRange() as Partial<
      Record<string, Partial<Record<string, Record<number, Record<number, IRange>>>>>
    >;
    const merged = [];
    for (const [row, columns] of Object.entries(ranges[this.book.unitId]?.[sheetId] ?? {})) {
      for (const [column, range] of Object.entries(columns)) {
        if (this.at(sheetId, Number(row), Number(column)).value === "#SPILL!") continue;
        merged.push({ row: Number(row), column: Number(column), range: fromUniver(sheetId, range) });
      }
    }
    return merged;
  }

  /** The spill that covers the cell. */
  spillOver(sheetId: string, row: number, column: number): Spill | undefined {
    return this.spills(sheetId).find(({ range }) => covers(range, { row, column }));
  }

  /** The number format of the cell itself. */
  ownFormat(sheetId: string, row: number, column: number): string {
    return this.style(sheetId, row, column).n?.pattern ?? "General";
  }

  /** The format in effect: the cell's own, else its data type's. */
  shownFormat(sheetId: string, row: number, column: number): string {
    const format = this.ownFormat(sheetId, row, column);
    return format === "General" ? (this.formatBehind(sheetId, row, column) ?? format) : format;
  }

  /** The text that the cell shows, ignoring the column's width. */
  text(sheetId: string, row: number, column: number): string {
    const { type, value } = this.at(sheetId, row, column);
    if (type === "Boolean") return value === true ? "TRUE" : "FALSE";
    if (type !== "Double" && type !== "String") return String(value);
    const format = this.shownFormat(sheetId, row, column);
    if (type === "String" && format === "General") return String(value);
    return numfmt.format(format, value, { locale: this.locale, throws: false });
  }

  /** The style in effect: the cell's own over its row's, its column's and the sheet's. */
  style(sheetId: string, row: number, column: number): IStyleData {
    const sheet = this.book.sheet(sheetId);
    // The stored cell, without what the grid adds when it draws, such as a table's stripes.
    return sheet.getComposedCellStyleByCellData(row, column, sheet.getCellMatrix().getValue(row, column));
  }

  /** Writes the entries that `entryAt` gives for each cell of the range. */
  enter(range: CellRange, entryAt: (row: number, column: number) => Entry): void {
    const matrix: Record<number, Record<number, ICellData | null>> = {};
    let last = { row: -1, column: -1 };
    for (let row = range.row; row < range.row + range.rowCount; row++) {
      for (let column = range.column; column < range.column + range.columnCount; column++) {
        const cell = cellOf(entryAt(row, column), () => this.ownFormat(range.sheetId, row, column));
        if (cell === undefined) continue;
        (matrix[row] ??= {})[column] = cell;
        last = { row: Math.max(last.row, row), column: Math.max(last.column, column) };
      }
    }
    if (last.row < 0) return;
    this.book.makeRoom(range.sheetId, last.row, last.column);
    this.book.mutate(SetRangeValuesMutation.id, { subUnitId: range.sheetId, cellValue: matrix });
  }

  /** Changes the style of cells; a null member is reset. */
  restyle(
    sheetId: string,
    cells: Iterable<readonly [row: number, column: number, style: Partial<IStyleData> | null]>,
  ): void {
    const matrix: Record<number, Record<number, ICellData>> = {};
    let last = { row: -1, column: -1 };
    for (const [row, column, style] of cells) {
      (matrix[row] ??= {})[column] = { s: style as IStyleData };
      last = { row: Math.max(last.row, row), column: Math.max(last.column, column) };
    }
    if (last.row < 0) return;
    this.book.makeRoom(sheetId, last.row, last.column);
    // This trigger tells the formula engine that no value changed.
    this.book.mutate(SetRangeValuesMutation.id, {
      subUnitId: sheetId,
      cellValue: matrix,
      trigger: SetStyleCommand.id,
    });
  }
}

const emptyCell: ICellData = { v: null, f: null, si: null, p: null, t: null };

/** An entry as a cell of Univer; undefined if nothing changes. */
function cellOf(entry: Entry, ownFormat: () => string): ICellData | undefined {
  switch (entry.kind) {
    case "unchanged":
      return undefined;
    case "empty":
      return { ...emptyCell };
    case "formula":
      return { ...emptyCell, f: entry.formula };
    case "boolean":
      return { ...emptyCell, v: entry.value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "error":
      return { ...emptyCell, v: entry.value, t: CellValueType.STRING };
    case "text":
      // FORCE_STRING keeps Univer from calculating with text that looks like a number.
      return { ...emptyCell, v: entry.value, t: CellValueType.FORCE_STRING };
    case "number": {
      const cell: ICellData = { ...emptyCell, v: entry.value, t: CellValueType.NUMBER };
      return entry.format !== undefined && ownFormat() === "General"
        ? { ...cell, s: { n: { pattern: entry.format } } }
        : cell;
    }
  }
}
