import { ISheetClipboardService } from "@univerjs/sheets-ui";
import { covers } from "../cellRange";
import type { Host } from "../host";
import { rectangle } from "../host/grid/address";
import type { Rectangle } from "../xlsx/model";
import { spillsOf } from "./cells";
import type { Grid } from "./grid";

/**
 * Copies the values of spilled cells. They are empty in the grid, which would copy nothing. Copied with their
 * formula's cell they are left to the formula, as in Excel.
 */
export function copyAnswers(grid: Grid, host: Pick<Host, "valueAt" | "textAt" | "numberFormatAt">): void {
  let sheetId = "";
  let spills: readonly Rectangle[] = [];
  let copied: Rectangle = { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  grid.univer
    .__getInjector()
    .get(ISheetClipboardService)
    .addClipboardHook({
      id: "answers",
      onBeforeCopy: (_unit, sheet, range) => {
        sheetId = sheet;
        spills = spillsOf(grid, sheet);
        copied = rectangle(range);
      },
      getCellValueBySpecialMatrix: (row, column) => {
        const spill = spills.find((candidate) => covers(candidate, { row, column }));
        if (!spill || (spill.row === row && spill.column === column)) return undefined;
        const shown = { displayV: host.textAt(sheetId, row, column) };
        if (covers(copied, spill)) return shown;
        const format = { n: { pattern: host.numberFormatAt(sheetId, row, column) } };
        return { ...shown, v: host.valueAt(sheetId, row, column), s: format };
      },
    });
}
