import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
} from "@univerjs/core";
import type { ICommandInfo, IExecutionOptions, Injector, Workbook, Worksheet } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from "@univerjs/sheets";
import { notFound, Refusal } from "../errors";
import { MAX_COLUMNS, MAX_ROWS } from "./address";

/**
 * Univer's workbook. Writes are mutations (the model's atoms) where possible, and commands where Univer has to
 * rewrite formulas (inserted rows, renamed sheets).
 */
export class Book {
  readonly injector: Injector;
  readonly unitId: string;
  private readonly commands: ICommandService;

  constructor(univerAPI: FUniver) {
    // The facade does not expose the injector, through which the formula engine is reached.
    this.injector = (univerAPI as unknown as { _injector: Injector })._injector;
    this.commands = this.injector.get(ICommandService);
    const active = univerAPI.getActiveWorkbook();
    if (!active) throw new Error("Create the workbook before the host.");
    this.unitId = active.getId();
  }

  get workbook(): Workbook {
    const workbook = this.injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(this.unitId, UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Refusal("GeneralException", "The workbook is closed.");
    return workbook;
  }

  /** Sheet ids from left to right. */
  order(): string[] {
    return this.workbook.getSheets().map((sheet) => sheet.getSheetId());
  }

  has(sheetId: string): boolean {
    return Boolean(this.workbook.getSheetBySheetId(sheetId));
  }

  /** The sheet, or ItemNotFound if it was deleted. */
  sheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw notFound();
    return sheet;
  }

  nameOf(sheetId: string): string {
    return this.sheet(sheetId).getName();
  }

  /** The id of the sheet with this name, ignoring case. */
  idOf(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.workbook
      .getSheets()
      .find((sheet) => sheet.getName().toLowerCase() === wanted)
      ?.getSheetId();
  }

  /** Applies a mutation of Univer to the workbook. */
  mutate(id: string, params: object, options?: IExecutionOptions): void {
    const result: unknown = this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }, options);
    if (result === false) throw new Refusal("GeneralException", `The grid refused ${id}.`);
  }

  /** Runs a command of Univer. */
  async command(id: string, params: object): Promise<void> {
    const result: unknown = await this.commands.executeCommand(id, { unitId: this.unitId, ...params });
    if (result === false) throw new Refusal("GeneralException", `The grid refused ${id}.`);
  }

  /** Runs a command that needs its sheet to be active, then reactivates the former one. */
  async commandOn(sheetId: string, id: string, params: object): Promise<void> {
    const active = this.workbook.getActiveSheet();
    if (active.getSheetId() === sheetId) return this.command(id, params);
    this.workbook.setActiveSheet(this.sheet(sheetId));
    try {
      await this.command(id, params);
    } finally {
      this.workbook.setActiveSheet(active);
    }
  }

  /** Listens to every mutation after it was applied. */
  onMutation(listener: (mutation: Readonly<ICommandInfo>, options?: IExecutionOptions) => void): () => void {
    const subscription = this.commands.onCommandExecuted((command, options) => {
      if (command.type === CommandType.MUTATION) listener(command, options);
    });
    return () => {
      subscription.dispose();
    };
  }

  /** Listens to every mutation before it is applied. */
  beforeMutation(listener: (mutation: Readonly<ICommandInfo>) => void): () => void {
    const subscription = this.commands.beforeCommandExecuted((command) => {
      if (command.type === CommandType.MUTATION) listener(command);
    });
    return () => {
      subscription.dispose();
    };
  }

  /** Listens to every operation (selection, active sheet) after it was applied. */
  onCommand(listener: (command: Readonly<ICommandInfo>) => void): () => void {
    const subscription = this.commands.onCommandExecuted((command) => {
      listener(command);
    });
    return () => {
      subscription.dispose();
    };
  }

  /** Clears the undo history. */
  forgetSteps(): void {
    this.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
  }

  /** Grows Univer's grid so that it contains the cell and some more. */
  makeRoom(sheetId: string, row: number, column: number): void {
    const sheet = this.sheet(sheetId);
    if (row >= sheet.getRowCount()) {
      const rowCount = Math.min(MAX_ROWS, Math.ceil((row + 200) / 1000) * 1000);
      this.mutate(SetWorksheetRowCountMutation.id, { subUnitId: sheetId, rowCount });
    }
    if (column >= sheet.getColumnCount()) {
      const columnCount = Math.min(MAX_COLUMNS, Math.ceil((column + 20) / 26) * 26);
      this.mutate(SetWorksheetColumnCountMutation.id, { subUnitId: sheetId, columnCount });
    }
  }
}
