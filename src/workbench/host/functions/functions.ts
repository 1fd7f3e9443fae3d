import type { FunctionVariantType } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { cellAt } from "../../cellRange";
import type { CellRange } from "../../state";
import type { Arity } from "../grid/formula";
import type { FunctionsSide, Model } from "../model";
import type { FunctionMetadata, FunctionsMetadata, LogEntry } from "../types";
import { convert, holdsError, readArgument } from "./arguments";
import type { Argument } from "./arguments";
import { callMessage, cancelMessage, wrapped } from "./callMessages";
import type { MessageEntry } from "./callMessages";
import { registerFunctions } from "./engine";
import type { Evaluation } from "./engine";
import { topLevelCall } from "./formulas";
import { arityOf, isMatrix, liftedShape, elementOf, asRows } from "./lifting";
import { errorResult, readResult } from "./results";
import type { CellResult, FunctionResult } from "./results";
import { entryOf } from "./results";
import { Sessions } from "./sessions";
import type { Call } from "./sessions";

/** What the functions need of the host. */
interface FunctionsHooks {
  /** Sends calls to the client; several entries are a batch. */
  send(entries: MessageEntry[]): void;
  log(entry: Omit<LogEntry, "at">): void;
  cellMessage(sheetId: string, row: number, column: number): void;
}

/** The add-in's functions in cells: sends calls, takes results, and shows #BUSY! in between. */
export class CustomFunctions implements FunctionsSide {
  private readonly sessions = new Sessions();
  private readonly byName = new Map<string, FunctionMetadata>();
  private readonly byId = new Map<string, FunctionMetadata>();
  private readonly queue: Call[] = [];
  private readonly outgoing = new Map<number, MessageEntry>();
  private readonly evaluated = new Map<string, { sheetId: string; row: number; column: number }>();
  private model: Model | undefined;
  private readonly stop: (() => void)[] = [];
  private nextId = 0;
  private run = 0;
  /** Whether the client can be called. */
  ready = false;

  constructor(
    private readonly metadata: FunctionsMetadata | null,
    private readonly namespace: string,
    private readonly hooks: FunctionsHooks,
  ) {
    for (const other of metadata?.functions ?? []) {
      this.byName.set(`${namespace}.${other.name}`.toUpperCase(), other);
      this.byId.set(other.id, other);
    }
  }

  /** Binds to the model: registers the functions, and forgets the calls of cells that are entered again. */
  attach(model: Model): void {
    this.model = model;
    const names = [...this.byName].map(([name, { id }]) => ({ name, id }));
    const follower = (sheetId: string, shift: (range: CellRange) => CellRange | undefined) => {
      this.sessions.shift(sheetId, shift);
    };
    model.structure.followers.add(follower);
    this.stop.push(
      registerFunctions(model.book.injector, names, (...call) => this.evaluate(...call)),
      model.book.onMutation((mutation, options) => {
        if (mutation.id !== SetRangeValuesMutation.id || options?.onlyLocal === true) return;
        this.entered(mutation.params as ISetRangeValuesMutationParams);
      }),
      () => void model.structure.followers.delete(follower),
    );
  }

  dispose(): void {
    for (const stop of this.stop) stop();
    this.sessions.forgetAll();
  }

  get waiting(): number {
    return this.sessions.waiting;
  }

  arity(name: string): Arity | undefined {
    const known = this.byName.get(name.replace(/^_XLFN\./, ""));
    return known && arityOf(known);
  }

  /** Makes every function be called again at the next calculation. */
  recalculateAll(): void {
    this.sessions.forgetAll();
    this.model?.calculation.touchAll();
  }

  /** Called after a run of the formula engine: sends the calls that it needs. */
  calculated(): void {
    for (const { sheetId, row, column } of this.evaluated.values())
      this.sessions.prune(sheetId, row, column, this.run);
    this.evaluated.clear();
    this.run++;
    this.flush();
  }

  /** Sends waiting calls, once the client is ready. */
  flush(): void {
    if (!this.ready || this.queue.length === 0) return;
    const calls = this.queue.splice(0).filter((call) => this.sessions.call(call.id) === call);
    const entries = calls.map((call) => this.outgoing.get(call.id)).filter((entry) => entry !== undefined);
    this.outgoing.clear();
    if (entries.length === 0) return;
    this.hooks.log({ kind: "function-call", text: `${entries.length} calls`, detail: entries.slice(0, 20) });
    this.hooks.send(entries);
  }

  /** Takes results, each `[id, success, value, code]`, and recalculates their cells. */
  deliver(results: readonly unknown[]): void {
    const cells: CellRange[] = [];
    for (const result of results) {
      const [id, success, value, code] = entryOf(result);
      const call = this.sessions.call(id);
      if (!call) continue;
      const matrix = this.byId.get(call.functionId)?.result?.dimensionality === "matrix";
      call.result = readResult(success, value, code, matrix);
      const { sheetId, row, column } = call.cell;
      // The sheet may have been deleted meanwhile.
      if (this.model?.book.has(sheetId) === false) continue;
      if (call.result.kind === "rows") {
        const [first] = call.result.rows;
        this.model?.book.makeRoom(sheetId, row + call.result.rows.length, column + (first?.length ?? 0));
      }
      cells.push(cellAt(sheetId, row, column));
      this.hooks.cellMessage(sheetId, row, column);
    }
    this.hooks.log({
      kind: "function-result",
      text: `${results.length} results`,
      detail: results.slice(0, 20),
    });
    this.model?.calculation.touch(runsOf(cells));
  }

  /** The add-in's result for this cell, spilled or not, if the cell's formula is that one call. */
  behind(sheetId: string, row: number, column: number): CellResult | undefined {
    if (this.sessions.size === 0 || !this.model?.book.has(sheetId)) return undefined;
    const spill = this.model.cells.spillOver(sheetId, row, column);
    const root = spill ?? { row, column };
    const calls = this.sessions.get(sheetId, root.row, root.column);
    if (!calls) return undefined;
    const formula = this.model.cells.rawFormula(sheetId, root.row, root.column);
    const topCall = formula === undefined ? undefined : topLevelCall(formula);
    const id = topCall === undefined ? undefined : this.byName.get(topCall)?.id;
    // The outermost call was made last.
    const call = [...calls.values()].filter((candidate) => candidate.functionId === id).at(-1);
    if (!call?.result) return undefined;
    const { result } = call;
    return result.kind === "cell" ? result.cell : result.rows[row - root.row]?.[column - root.column];
  }

  formatBehind(sheetId: string, row: number, column: number): string | undefined {
    return this.behind(sheetId, row, column)?.numberFormat;
  }

  /** The sentence behind the error that the cell shows. */
  messageAt(sheetId: string, row: number, column: number): string | undefined {
    const shown = this.model?.cells.at(sheetId, row, column);
    if (shown?.type !== "Error") return undefined;
    const direct = this.behind(sheetId, row, column);
    if (direct?.error === true && direct.value === shown.value) return direct.message;
    for (const call of this.sessions.get(sheetId, row, column)?.values() ?? []) {
      const cell = call.result?.kind === "cell" ? call.result.cell : undefined;
      if (cell?.error === true && cell.value === shown.value) return cell.message;
    }
    return undefined;
  }

  private evaluate(
    functionId: string,
    cell: { sheetId: string; row: number; column: number },
    variants: FunctionVariantType[],
  ): Evaluation {
    const known = this.byId.get(functionId);
    if (!known) return errorResult("#NAME?");
    const { least, most } = arityOf(known);
    if (variants.length < least || variants.length > most) return errorResult("#VALUE!");
    this.evaluated.set(`${cell.sheetId} ${cell.row} ${cell.column}`, cell);
    const args = variants.map((argument) => readArgument(argument));
    // A call that needs another function's result waits too.
    if (args.some((arg) => holdsError(arg, "#BUSY!") !== undefined)) return errorResult("#BUSY!");
    const { parameters } = known;
    const shape = liftedShape(args, known);
    if (!shape) return this.callOnce(known, cell, args);
    const rows: CellResult[][] = [];
    for (let row = 0; row < shape.rows; row++) {
      const line: CellResult[] = [];
      for (let column = 0; column < shape.columns; column++) {
        const single = args.map((arg, i): Argument =>
          isMatrix(parameters, i) ? arg : elementOf(arg, row, column),
        );
        const result = this.callOnce(known, cell, single);
        line.push(result.kind === "cell" ? result.cell : { value: "#VALUE!", error: true });
      }
      rows.push(line);
    }
    return rows.flat().some((row) => row.value === "#BUSY!") ? errorResult("#BUSY!") : { kind: "rows", rows };
  }

  private callOnce(
    known: FunctionMetadata,
    cell: { sheetId: string; row: number; column: number },
    args: readonly Argument[],
  ): FunctionResult {
    const errorsAllowed = this.metadata?.allowErrorForDataTypeAny === true;
    const values: unknown[] = [];
    for (const [i, parameter] of known.parameters.entries()) {
      const argument = args[i] ?? { kind: "value", value: null };
      const passes = errorsAllowed && (parameter.type === undefined || parameter.type === "any");
      const error = holdsError(argument);
      if (error !== undefined && !passes) return errorResult(error);
      const converted = isMatrix(known.parameters, i)
        ? asRows(argument).map((row) => row.map((value) => convert(value, parameter)))
        : convert(argument.kind === "value" ? argument.value : (argument.rows[0]?.[0] ?? null), parameter);
      const flat = Array.isArray(converted) ? converted.flat() : [converted];
      if (flat.includes(undefined)) return errorResult("#VALUE!");
      const leftOut = args[i] === undefined || (argument.kind === "value" && argument.value === null);
      values.push(leftOut ? null : wrapped(converted, this.metadata));
    }
    const key = `${known.id} ${JSON.stringify(values)}`;
    const before = this.sessions.get(cell.sheetId, cell.row, cell.column)?.get(key);
    if (before) {
      before.used = this.run;
      return before.result ?? errorResult("#BUSY!");
    }
    const call: Call = { id: ++this.nextId, cell: { ...cell }, functionId: known.id, used: this.run };
    this.sessions.add(key, call);
    this.queue.push(call);
    this.outgoing.set(call.id, callMessage(call, known, values, this.metadata, this.model));
    return errorResult("#BUSY!");
  }

  /** Forgets the earlier calls of entered cells. */
  private entered({ subUnitId, cellValue }: ISetRangeValuesMutationParams): void {
    if (this.sessions.size === 0 || !cellValue) return;
    const cancelled: Call[] = [];
    for (const [row, columns] of Object.entries(cellValue)) {
      for (const [column, cell] of Object.entries(columns as Record<string, object | null>)) {
        if (cell && !("v" in cell) && !("f" in cell)) continue;
        cancelled.push(...this.sessions.forget(subUnitId, Number(row), Number(column)));
      }
    }
    const cancelable = cancelled.filter(
      (call) => this.byId.get(call.functionId)?.options?.["cancelable"] === true,
    );
    if (cancelable.length === 0) return;
    this.hooks.send(cancelable.map(cancelMessage));
  }
}

/** Joins cells below each other, because the formula engine compares every formula with every dirty range. */
function runsOf(cells: readonly CellRange[]): CellRange[] {
  const sorted = [...cells].sort(
    (a, b) => a.sheetId.localeCompare(b.sheetId) || a.column - b.column || a.row - b.row,
  );
  const runs: CellRange[] = [];
  for (const cell of sorted) {
    const last = runs.at(-1);
    const above = last?.sheetId === cell.sheetId && last.column === cell.column ? last : undefined;
    // The same cell twice counts once.
    const gap = above && cell.row - (above.row + above.rowCount);
    if (above && gap === 0) above.rowCount++;
    else if (gap !== -1) runs.push({ ...cell });
  }
  return runs;
}
