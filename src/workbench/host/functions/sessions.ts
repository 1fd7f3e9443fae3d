import type { CellRange } from "../../state";
import type { FunctionResult } from "./results";

/** A call from a cell, waiting or answered. */
export interface Call {
  id: number;
  cell: { sheetId: string; row: number; column: number };
  functionId: string;
  result?: FunctionResult;
  /** The last run in which the cell needed it. */
  used: number;
}

/**
 * The calls of each cell, by function and arguments. A cell is evaluated again when an answer comes; answered calls
 * then answer at once, so that a formula with several calls finishes. They are forgotten when the cell is entered
 * again.
 */
export class Sessions {
  private cells = new Map<string, Map<string, Call>>();
  private readonly byId = new Map<number, Call>();

  get(sheetId: string, row: number, column: number): Map<string, Call> | undefined {
    return this.cells.get(keyOf(sheetId, row, column));
  }

  call(id: number): Call | undefined {
    return this.byId.get(id);
  }

  add(key: string, call: Call): void {
    const { sheetId, row, column } = call.cell;
    const cell = keyOf(sheetId, row, column);
    const calls = this.cells.get(cell) ?? new Map<string, Call>();
    calls.set(key, call);
    this.cells.set(cell, calls);
    this.byId.set(call.id, call);
  }

  /** Forgets the calls of a cell; returns those without an answer. */
  forget(sheetId: string, row: number, column: number): Call[] {
    const key = keyOf(sheetId, row, column);
    const calls = [...(this.cells.get(key)?.values() ?? [])];
    for (const call of calls) this.byId.delete(call.id);
    this.cells.delete(key);
    return calls.filter((call) => call.result === undefined);
  }

  forgetAll(): void {
    this.cells.clear();
    this.byId.clear();
  }

  /** Drops the calls that a cell no longer needed when it was evaluated in this run. */
  prune(sheetId: string, row: number, column: number, run: number): void {
    const calls = this.get(sheetId, row, column);
    for (const [key, call] of calls ?? []) {
      if (call.used >= run) continue;
      calls?.delete(key);
      this.byId.delete(call.id);
    }
  }

  get waiting(): number {
    let count = 0;
    for (const call of this.byId.values()) if (call.result === undefined) count++;
    return count;
  }

  get size(): number {
    return this.cells.size;
  }

  /** Moves the calls when cells are inserted, deleted or moved. */
  shift(sheetId: string, shift: (range: CellRange) => CellRange | undefined): void {
    const moved = new Map<string, Map<string, Call>>();
    for (const [key, calls] of this.cells) {
      const [first] = calls.values();
      if (!first || first.cell.sheetId !== sheetId) {
        moved.set(key, calls);
        continue;
      }
      const place = shift({ ...first.cell, rowCount: 1, columnCount: 1 });
      for (const call of calls.values()) {
        if (place) call.cell = { sheetId, row: place.row, column: place.column };
        else this.byId.delete(call.id);
      }
      if (place) moved.set(keyOf(sheetId, place.row, place.column), calls);
    }
    this.cells = moved;
  }
}

const keyOf = (sheetId: string, row: number, column: number): string => `${sheetId} ${row} ${column}`;
