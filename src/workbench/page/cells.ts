import type { IRange } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { CellReader } from "../charts/read";
import type { Host } from "../host";
import { rectangle } from "../host/grid/address";
import type { Rectangle } from "../xlsx/model";
import type { Grid } from "./grid";

/** Reads cells of the active workbook for charts: values, texts and formats, as the host knows them. */
export function cellReader(
  univerAPI: FUniver,
  host: Pick<Host, "valueAt" | "textAt" | "numberFormatAt">,
): CellReader {
  return {
    read: ({ sheetId, row, column, rowCount, columnCount }) => {
      if (!univerAPI.getActiveWorkbook()?.getSheetBySheetId(sheetId))
        return { values: [], texts: [], formats: [] };
      const each = <Read>(read: (sheetId: string, row: number, column: number) => Read): Read[][] =>
        Array.from({ length: rowCount }, (_row, down) =>
          Array.from({ length: columnCount }, (_column, across) =>
            read(sheetId, row + down, column + across),
          ),
        );
      return {
        values: each((...cell) => host.valueAt(...cell)),
        texts: each((...cell) => host.textAt(...cell)),
        formats: each((...cell) => host.numberFormatAt(...cell)),
      };
    },
  };
}

/** The areas of spilled formulas; a blocked one (#SPILL!) has its own cell only. */
export function spillsOf(grid: Grid, sheetId: string): Rectangle[] {
  const unit = grid.univerAPI.getActiveWorkbook()?.getId() ?? "";
  const ranges = grid.univer.__getInjector().get(FormulaDataModel).getArrayFormulaRange();
  return Object.values(ranges[unit]?.[sheetId] ?? {})
    .flatMap((columns): IRange[] => Object.values(columns))
    .map(rectangle)
    .filter(({ rowCount, columnCount }) => rowCount > 1 || columnCount > 1);
}
