import type { Area } from "../../workbook/a1";
import type { SheetCells } from "../comparability/cells";

/** The free rows and columns that a list needs to be readable. */
const room = 6;

/**
 * The nearest place below an area for a list: after an empty row, with enough empty cells to the right for its texts.
 * @param rows of the list
 * @returns row and column, counted from 0
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
    // The row above the list stays empty too.
    if (filled(free)) row = free + 2;
  }
  return [row, column];
}
