import { CellValueType, HorizontalAlign, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { Host } from "../host";
import type { Grid } from "./grid";

const errorText = /^#(N\/A|[A-Z/0]+[!?])$/;

/**
 * Shows cells as Excel does where the grid alone would not: a number in the format that the add-in's data type
 * carries (the cell's own format is General), and errors in the middle of their cell. What the cells hold stays.
 */
export function showFormats(grid: Grid, host: Host): void {
  let asking = false;
  // The host looks at the cell's style through the grid, which asks here again.
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
        // Only results: cells with a formula, and cells that an array fills and that hold nothing themselves.
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
