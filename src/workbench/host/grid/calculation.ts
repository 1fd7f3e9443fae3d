import type { ICommandInfo, IUnitRange } from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { ISetFormulaCalculationNotificationMutation } from "@univerjs/engine-formula";
import type { CellRange } from "../../state";
import { toUniver } from "./address";
import type { Book } from "./book";

type Dirt = ReturnType<
  Exclude<ReturnType<IActiveDirtyManagerService["get"]>, void | null | undefined>["getDirtyData"]
>;

/**
 * Decides when the formula engine runs. Univer's own trigger waits 100 ms and restarts when disturbed, but Excel has
 * calculated when a batch reads. So that trigger is off, changes are collected here, and runs never overlap, because
 * they share the engine's state.
 */
export class Calculation {
  private dirt: Dirt[] = [];
  private ranges: IUnitRange[] = [];
  private all = false;
  private running: Promise<void> | undefined;
  private scheduled = false;
  private readonly detach: () => void;

  constructor(
    private readonly book: Book,
    /** Called after each run. */
    private readonly onCalculated: () => void,
  ) {
    const dirty = book.injector.get(IActiveDirtyManagerService);
    // Univer's trigger ignores what the service does not know.
    const conversions = new Map(dirty.getDirtyConversionMap());
    for (const id of conversions.keys()) dirty.remove(id);
    const stop = book.onMutation((mutation, options) => {
      const conversion = conversions.get(mutation.id);
      if (!conversion || options?.onlyLocal === true) return;
      this.dirt.push(conversion.getDirtyData(mutation as ICommandInfo));
      this.schedule();
    });
    this.detach = () => {
      stop();
      for (const [id, conversion] of conversions) dirty.register(id, conversion);
    };
  }

  dispose(): void {
    this.detach();
    this.dirt = [];
    this.ranges = [];
    this.all = false;
  }

  /** Whether something waits to be calculated or is being calculated. */
  get pending(): boolean {
    return this.running !== undefined || this.all || this.dirt.length > 0 || this.ranges.length > 0;
  }

  /** Marks cells to be evaluated again although nothing they refer to changed. */
  touch(cells: readonly CellRange[]): void {
    for (const cell of cells) {
      this.ranges.push({ unitId: this.book.unitId, sheetId: cell.sheetId, range: toUniver(cell) });
    }
    this.schedule();
  }

  /** Marks every formula of the workbook. */
  touchAll(): void {
    this.all = true;
    this.schedule();
  }

  /** Calculates until nothing is pending. */
  async settle(): Promise<void> {
    while (this.pending) {
      this.running ??= this.run().finally(() => {
        this.running = undefined;
      });
      await this.running;
    }
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      void this.settle();
    }, 0);
  }

  private async run(): Promise<void> {
    const params = this.collect();
    await new Promise<void>((resolve) => {
      const stop = this.book.onMutation((mutation) => {
        if (mutation.id !== SetFormulaCalculationNotificationMutation.id) return;
        const { functionsExecutedState } = mutation.params as ISetFormulaCalculationNotificationMutation;
        if (functionsExecutedState === undefined) return;
        stop();
        resolve();
      });
      this.book.mutate(SetFormulaCalculationStartMutation.id, params);
    });
    this.onCalculated();
  }

  private collect(): object {
    const dirt = this.dirt;
    const merge = <Key extends keyof Dirt>(key: Key): object => {
      const merged: Record<string, Record<string, unknown>> = {};
      for (const change of dirt) {
        for (const [unit, entries] of Object.entries((change[key] ?? {}) as Record<string, object>)) {
          merged[unit] = { ...merged[unit], ...entries };
        }
      }
      return merged;
    };
    const params = {
      forceCalculation: this.all || dirt.some((change) => change.forceCalculation === true),
      dirtyRanges: distinct([...dirt.flatMap((change) => change.dirtyRanges ?? []), ...this.ranges]),
      dirtyNameMap: merge("dirtyNameMap"),
      dirtyDefinedNameMap: merge("dirtyDefinedNameMap"),
      dirtySuperTableMap: merge("dirtySuperTableMap"),
      dirtyUnitFeatureMap: merge("dirtyUnitFeatureMap"),
      dirtyUnitOtherFormulaMap: merge("dirtyUnitOtherFormulaMap"),
      clearDependencyTreeCache: merge("clearDependencyTreeCache"),
      maxIteration: 1,
      rowData: this.book.injector.get(FormulaDataModel).getHiddenRowsFiltered(),
    };
    this.dirt = [];
    this.ranges = [];
    this.all = false;
    return params;
  }
}

function distinct(ranges: readonly IUnitRange[]): IUnitRange[] {
  const byPlace = new Map<string, IUnitRange>();
  for (const range of ranges) {
    const { startRow, startColumn, endRow, endColumn } = range.range;
    byPlace.set(`${range.sheetId} ${startRow} ${startColumn} ${endRow} ${endColumn}`, range);
  }
  return [...byPlace.values()];
}
