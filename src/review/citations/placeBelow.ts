import type { SheetCells } from "../comparability/cells";
import type { Area } from "../../workbook/a1";

/** How many rows, and columns beside them, must be free for a list to be read. */
const room = 6;

/**
 * The nearest place below an area where a list has room: an empty row between, and enough empty cells to its right for the texts to
 * run over.
 *
 * @param rows of the list
 */
export function placeBelow(
  sheet: SheetCells,
  area: Area,
  rows: number,
): readonly [row: number, column: number] {
  const [top, left] = sheet.at;
  const column = area[1];
  const filled = (row: number) =>
    (sheet.formulas[row - top] ?? []).some((content, c) => {
      const at = left + c;
      return at >= column && at < column + room && content !== "" && content !== null;
    });
  const bottom = top + sheet.formulas.length;
  let row = area[0] + area[2] + 1;
  for (let free = row - 1; free < row + rows && row < bottom + 1; free += 1) {
    // The row above stays empty, too.
    if (filled(free)) row = free + 2;
  }
  return [row, column];
}
