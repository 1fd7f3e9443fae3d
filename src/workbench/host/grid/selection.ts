import {
  SelectionMoveType,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import { cellAt } from "../../cellRange";
import type { CellRange, WorkbookState } from "../../state";
import { notFound } from "../errors";
import type { EventRaiser } from "../events";
import { localAddress, toUniver, fromUniver } from "./address";
import type { Book } from "./book";

/** The selected sheet and cells; mirrored in the state. */
export class Selection {
  private readonly stop: (() => void)[] = [];
  private active: string;

  constructor(
    private readonly book: Book,
    private readonly state: WorkbookState,
    private readonly events: EventRaiser,
  ) {
    this.active = book.workbook.getActiveSheet().getSheetId();
    this.mirror();
    const selections = book.injector.get(SheetsSelectionsService);
    const watched = [selections.selectionMoveEnd$, selections.selectionSet$].map((stream) =>
      stream.subscribe(() => {
        this.changed();
      }),
    );
    this.stop.push(
      () => {
        for (const subscription of watched) subscription.unsubscribe();
      },
      book.onCommand((command) => {
        if (command.id === SetWorksheetActiveOperation.id) this.changed();
      }),
    );
  }

  dispose(): void {
    for (const stop of this.stop) stop();
  }

  /** The ranges selected on the active sheet. */
  ranges(): CellRange[] {
    const sheetId = this.activeSheet();
    const ranges = this.book.injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(this.book.unitId)
      .getSelectionsOfWorksheet(sheetId)
      .map((selected) => fromUniver(sheetId, selected.range));
    return ranges.length > 0 ? ranges : [cellAt(sheetId, 0, 0)];
  }

  activeSheet(): string {
    return this.book.workbook.getActiveSheet().getSheetId();
  }

  activeCell(): CellRange {
    const sheetId = this.activeSheet();
    const primary = this.book.injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(this.book.unitId)
      .getSelectionsOfWorksheet(sheetId)
      .find((selected) => selected.primary)?.primary;
    const row = primary?.actualRow ?? this.ranges()[0]?.row ?? 0;
    const column = primary?.actualColumn ?? this.ranges()[0]?.column ?? 0;
    return cellAt(sheetId, row, column);
  }

  activate(sheetId: string): void {
    if (!this.book.has(sheetId)) throw notFound();
    if (this.activeSheet() !== sheetId)
      this.book.mutate(SetWorksheetActiveOperation.id, { subUnitId: sheetId });
  }

  /** Selects a range and activates its sheet. */
  select(range: CellRange): void {
    this.activate(range.sheetId);
    this.book.makeRoom(range.sheetId, Math.min(range.row, 100_000), Math.min(range.column, 1000));
    const sheet = this.book.sheet(range.sheetId);
    const visible = toUniver({
      ...range,
      rowCount: Math.min(range.rowCount, sheet.getRowCount() - range.row),
      columnCount: Math.min(range.columnCount, sheet.getColumnCount() - range.column),
    });
    const { row, column } = range;
    this.book.mutate(SetSelectionsOperation.id, {
      subUnitId: range.sheetId,
      type: SelectionMoveType.MOVE_END,
      selections: [
        {
          range: visible,
          primary: {
            actualRow: row,
            actualColumn: column,
            startRow: row,
            startColumn: column,
            endRow: row,
            endColumn: column,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
  }

  private changed(): void {
    const before = { active: this.active, selection: JSON.stringify(this.state.data.selection) };
    this.mirror();
    const { activeSheetId, selection } = this.state.data;
    if (before.active !== activeSheetId) {
      this.active = activeSheetId;
    } else if (before.selection === JSON.stringify(selection)) return;
    this.state.changed({ kind: "selection", sheetId: activeSheetId });
    this.events.raise("selectionChanged", {
      address: selection.map((range) => localAddress(range)).join(","),
      worksheetId: activeSheetId,
    });
  }

  private mirror(): void {
    const { data } = this.state;
    data.activeSheetId = this.activeSheet();
    data.selection = this.ranges();
    const { sheetId, row, column } = this.activeCell();
    data.activeCell = { sheetId, row, column };
  }
}
