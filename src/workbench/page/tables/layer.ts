import { BooleanNumber, BorderStyleTypes, InterceptorEffectEnum } from "@univerjs/core";
import type { IStyleData } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { WorkbookState } from "../../state";
import type { Grid } from "../grid";
import { Floats, onSheetChange } from "../scene";
import type { Box, Paint } from "../scene";
import type { FilterPlace } from "./filterMenu";
import { tableFormat } from "./styles";
import type { TableCellFormat } from "./styles";

/** The size of a filter button in pixels, and its distance from the cell's corner. */
const button = { size: 15, inset: 2 };

/**
 * Shows tables as Excel does: the style's colours below the cells' own formats, and filter buttons in the headings.
 */
export function showTables(
  grid: Grid,
  state: WorkbookState,
  openFilter: (place: FilterPlace) => void,
): Floats {
  const floats = new Floats(grid);
  // The grid asks for each cell's style when it draws; the cells' content stays.
  grid.univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: "native-tables",
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId, row, col }, next) => {
        for (const table of state.tablesOf(subUnitId)) {
          const format = tableFormat(table, row, col);
          if (format) return next({ ...cell, themeStyle: styleOf(format) });
        }
        return next(cell);
      },
    });
  onSheetChange(
    grid,
    state,
    ({ kind }) => kind === "tables",
    (sheet) => {
      const skeleton = sheet.getSkeleton();
      if (!skeleton) return;
      const wanted = new Map<string, { box: Box; paint: Paint; press: () => void }>();
      for (const table of state.tablesOf(sheet.getSheetId())) {
        const { id, range, showHeaders, showFilterButton, filters = {} } = table;
        if (!showHeaders || !showFilterButton) continue;
        for (let column = range.column; column < range.column + range.columnCount; column++) {
          const { endX, endY } = skeleton.getCellWithCoordByIndex(range.row, column);
          const from = { x: endX - skeleton.rowHeaderWidth, y: endY - skeleton.columnHeaderHeight };
          wanted.set(`${id} ${column}`, {
            box: {
              left: from.x - button.size - button.inset,
              top: from.y - button.size - button.inset,
              width: button.size,
              height: button.size,
            },
            paint: filters[column - range.column] ? paintFunnel : paintArrow,
            press: () => openFilter({ table, column: column - range.column }),
          });
        }
      }
      floats.show(sheet, wanted);
      sheet.refreshCanvas();
    },
  );
  return floats;
}

/** The format that a table's style gives a cell, as Univer has it. */
function styleOf(format: TableCellFormat): IStyleData {
  const line = (colour: string) => ({ s: BorderStyleTypes.THIN, cl: { rgb: colour } });
  return {
    ...(format.fill ? { bg: { rgb: format.fill } } : {}),
    ...(format.color ? { cl: { rgb: format.color } } : {}),
    ...(format.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(format.top || format.bottom
      ? {
          bd: {
            ...(format.top ? { t: line(format.top) } : {}),
            ...(format.bottom ? { b: line(format.bottom) } : {}),
          },
        }
      : {}),
  };
}

function paintArrow(context: CanvasRenderingContext2D): void {
  const { size } = button;
  paintFrame(context);
  context.beginPath();
  context.moveTo(size * 0.27, size * 0.4);
  context.lineTo(size * 0.73, size * 0.4);
  context.lineTo(size * 0.5, size * 0.66);
  context.fill();
}

/** The sign of a filtered column. */
function paintFunnel(context: CanvasRenderingContext2D): void {
  const { size } = button;
  paintFrame(context);
  context.beginPath();
  context.moveTo(size * 0.2, size * 0.25);
  context.lineTo(size * 0.8, size * 0.25);
  context.lineTo(size * 0.57, size * 0.52);
  context.lineTo(size * 0.57, size * 0.8);
  context.lineTo(size * 0.43, size * 0.68);
  context.lineTo(size * 0.43, size * 0.52);
  context.fill();
}

function paintFrame(context: CanvasRenderingContext2D): void {
  const { size } = button;
  context.fillStyle = "#FFFFFF";
  context.strokeStyle = "#ABABAB";
  context.lineWidth = 1;
  context.beginPath();
  context.rect(0.5, 0.5, size - 1, size - 1);
  context.fill();
  context.stroke();
  context.fillStyle = "#444444";
}
