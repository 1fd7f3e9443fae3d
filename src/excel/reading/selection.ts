import type { Selected } from "../../workbook/api";
import { can } from "../session/capabilities";
import { runInContext } from "../session/context";
import type { Context } from "../session/context";
import { codeOf } from "../session/errors";

/** The selection; undefined where a chart is selected or a cell is being edited. */
export async function selection(timeoutMs: number): Promise<Selected | undefined> {
  try {
    return await runInContext(timeoutMs, readSelection);
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return undefined;
  }
}

/**
 * Follows the selection on all sheets, starting with the present one, and changes of the selected cells, as far as
 * the host raises such events. `timeoutMs` is how long to wait for each answer. Hosts without the events (ExcelApi
 * 1.9) report nothing.
 */
export async function watchSelection(
  listener: (selected: Selected) => void,
  timeoutMs: number,
): Promise<void> {
  if (!can("selectionEvent")) return;
  let reads = 0;
  let lastReported = 0;
  /** Reads after every event, because an answer may never come, and ignores answers older than the latest. */
  const report = async (): Promise<void> => {
    reads += 1;
    const number = reads;
    const selected = await selection(timeoutMs);
    // No cell is selected: the next event will report.
    if (!selected || number < lastReported) return;
    lastReported = number;
    listener(selected);
  };
  await listen(timeoutMs, ({ onSelectionChanged }) => onSelectionChanged.add(report));
  // Ctrl+Enter, Delete and undo change a cell without moving the selection. After its own actions the pane reads by
  // itself.
  await listen(timeoutMs, ({ onChanged }) =>
    onChanged.add(async ({ triggerSource }) => {
      if (triggerSource !== "ThisLocalAddin") await report();
    }),
  );
  await report();
}

/** Registers for one kind of event; not again if the host lacks it. */
async function listen(timeoutMs: number, add: (sheets: Excel.WorksheetCollection) => unknown): Promise<void> {
  try {
    await runInContext(timeoutMs, async (context) => {
      add(context.workbook.worksheets);
      await context.sync();
    });
  } catch (error) {
    if (codeOf(error) === "") throw error;
  }
}

/** An address without its sheet. */
const cellOf = (address: string): string => address.slice(address.lastIndexOf("!") + 1);

/** Reads the first selected cell: its formula in both forms, its value, and the formula that spills into it. */
async function readSelection(context: Context): Promise<Selected> {
  const { application, worksheets } = context.workbook;
  const range = context.workbook.getSelectedRange();
  const cell = range.getCell(0, 0);
  const sheet = worksheets.getActiveWorksheet();
  range.load("address");
  cell.load("address,formulas,formulasLocal,values,rowIndex,columnIndex");
  sheet.load("name");
  if (can("culture")) application.load("decimalSeparator");
  const parent = can("spills") ? cell.getSpillParentOrNullObject() : undefined;
  parent?.load("address,formulas,rowIndex,columnIndex");
  await context.sync();
  const first = (values: unknown[][]): unknown => values[0]?.[0];
  const formula = String(first(cell.formulas) ?? "");
  const local = String(first(cell.formulasLocal) ?? "");
  const spilled = parent && !parent.isNullObject && parent.address !== cell.address ? parent : undefined;
  return {
    sheet: sheet.name,
    address: cellOf(range.address),
    formula,
    value: first(cell.values),
    ...(formula.startsWith("=") && local !== formula ? { local } : {}),
    ...(can("culture") ? { decimal: application.decimalSeparator } : {}),
    ...(spilled
      ? {
          spill: {
            address: cellOf(spilled.address),
            formula: String(first(spilled.formulas)),
            row: cell.rowIndex - spilled.rowIndex,
            column: cell.columnIndex - spilled.columnIndex,
          },
        }
      : {}),
  };
}
