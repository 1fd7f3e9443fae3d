import type { IObjectMatrixPrimitiveType, ICellData, Nullable } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesMutation,
  SetStyleCommand,
} from "@univerjs/sheets";
import type { IInsertRowMutationParams, ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { CellRange } from "../state";
import { fromUniver, localAddress, MAX_COLUMNS, MAX_ROWS } from "./grid/address";
import type { Model } from "./model";

/** Names of Excel.DataChangeType for mutations of Univer. */
const structural: Record<string, string> = {
  [InsertRowMutation.id]: "RowInserted",
  [RemoveRowMutation.id]: "RowDeleted",
  [InsertColMutation.id]: "ColumnInserted",
  [RemoveColMutation.id]: "ColumnDeleted",
};

/**
 * Raises Excel's event of changed contents, by the user or the add-in. `isAddin` tells whether a message of the
 * add-in is being carried out. Returns the function that ends it.
 */
export function watchChanges(model: Model, isAddin: () => boolean): () => void {
  return model.book.onMutation((mutation, options) => {
    if (options?.onlyLocal === true) return;
    if (mutation.id === SetRangeValuesMutation.id) {
      const params = mutation.params as ISetRangeValuesMutationParams;
      if (params.trigger === SetStyleCommand.id || !model.events.wanted("changed")) return;
      const range = boundsOf(params);
      if (range) raiseChanged(model, range, "RangeEdited", isAddin());
      return;
    }
    const changeType = structural[mutation.id];
    if (changeType === undefined) return;
    const { subUnitId, range } = mutation.params as IInsertRowMutationParams;
    const whole = changeType.startsWith("Row")
      ? { column: 0, columnCount: MAX_COLUMNS }
      : { row: 0, rowCount: MAX_ROWS };
    const lines = { ...fromUniver(subUnitId, range), ...whole };
    raiseChanged(model, lines, changeType, isAddin());
  });
}

function raiseChanged(model: Model, range: CellRange, changeType: string, byAddin: boolean): void {
  model.events.raise("changed", {
    address: localAddress(range),
    changeType,
    source: "Local",
    worksheetId: range.sheetId,
    shiftDirection: "None",
    ...(byAddin && { triggerSource: "ThisLocalAddin" }),
  });
}

/** The smallest range around the written cells. */
function boundsOf({ subUnitId, cellValue }: ISetRangeValuesMutationParams): CellRange | undefined {
  const matrix = (cellValue ?? {}) as IObjectMatrixPrimitiveType<Nullable<ICellData>>;
  const rows = Object.keys(matrix).map(Number);
  const columns = Object.values(matrix).flatMap((cells) => Object.keys(cells).map(Number));
  if (rows.length === 0 || columns.length === 0) return undefined;
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return {
    sheetId: subUnitId,
    row,
    column,
    rowCount: Math.max(...rows) - row + 1,
    columnCount: Math.max(...columns) - column + 1,
  };
}
