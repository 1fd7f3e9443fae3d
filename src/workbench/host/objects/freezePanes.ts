import { SetFrozenMutation } from "@univerjs/sheets";
import type { CellRange } from "../../state";
import { asInteger, notFound } from "../errors";
import { MAX_COLUMNS, MAX_ROWS } from "../grid/address";
import type { Model } from "../model";
import { orNull } from "./define";
import type { ObjectType } from "./define";
import { range } from "./kinds";

function freezeRows(sheetId: string, rows: number, model: Model): void {
  model.book.makeRoom(sheetId, rows, 0);
  model.book.mutate(SetFrozenMutation.id, {
    subUnitId: sheetId,
    startRow: rows > 0 ? rows : -1,
    startColumn: -1,
    ySplit: rows,
    xSplit: 0,
    resetScroll: true,
  });
}

function location(sheetId: string, model: Model): CellRange {
  const { xSplit, ySplit } = model.book.sheet(sheetId).getFreeze();
  if (xSplit <= 0 && ySplit <= 0) throw notFound();
  return {
    sheetId,
    row: 0,
    column: 0,
    rowCount: ySplit > 0 ? ySplit : MAX_ROWS,
    columnCount: xSplit > 0 ? xSplit : MAX_COLUMNS,
  };
}

/** The frozen rows and columns of a sheet. */
export const freezePanes: ObjectType<string> = {
  name: "WorksheetFreezePanes",
  call: {
    GetLocationOrNullObject: (self, _args, model) => orNull(() => range.of(location(self, model))),
  },
  act: {
    FreezeRows: (self, [count], model) => {
      freezeRows(self, count === undefined || count === null ? 1 : asInteger(count, 0, 10_000), model);
    },
  },
};
