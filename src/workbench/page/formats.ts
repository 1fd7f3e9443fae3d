import { CellValueType, HorizontalAlign, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { Host } from "../host";
import type { Grid } from "./grid";

const errorText = /^#(N\/A|[A-Z/0]+[!?])$/;

/**
 * Shows cells as Excel does: a number in the format of the add-in's data type (the cell's own format is General), and
 * errors centred. The cells' content stays.
 */
export function showFormats(grid: Grid, host: Host): void {
  let asking = false;
  // The host reads the cell's style through the grid, which would ask here again.
  const ask = (...cell: [sheetId: string, row: number, column: number]): string | undefined => {
    if (asking) return undefined;
    asking = true;
    try {
      return host.dataTypeAt(...cell) === undefined ? undefined : host.textAt(...cell);
    } finally {
      asking = false;
    }
  };
  grid.univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "data-type-formats",
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId, row, col, rawData }, next) => {
        const value = cell?.v;
        // Only results: cells with a formula, and empty cells that one spills into.
        const constant = rawData?.v !== undefined && rawData.v !== null && !rawData.f && !rawData.si;
        if (!cell || value === undefined || value === null || constant) return next(cell);
        if (typeof value === "string" && errorText.test(value)) {
          return next({ ...cell, themeStyle: { ...cell.themeStyle, ht: HorizontalAlign.CENTER } });
        }
        const shown = ask(subUnitId, row, col);
        if (shown === undefined) return next(cell);
        return next({ ...cell, v: shown, ...(typeof value === "number" ? { t: CellValueType.NUMBER } : {}) });
      },
    });
}
