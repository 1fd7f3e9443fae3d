import type { Plan } from "../../sheets/plan";
import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import type { FormatBefore } from "../reading/blockRecord";
import { uniformMembers, bordersOf, differingFormat, standardFormat } from "../reading/cellFormats";
import type { SheetReading } from "../reading/placeReading";
import type { Add } from "../session/stepsOn";

/** The longest formats (as JSON) that a record keeps. */
const mostLetters = 8_000;

/**
 * The formats of a place before a block is written, where they differ from the standard, so that a removal can
 * restore them.
 * @param at the block's first cell
 * @param known the formats from before the block that is there now, with that block's area (absolute)
 * @returns areas relative to the block; undefined for nothing, or too much, to keep
 */
export function formatsAt(
  { area, cellFormats, numberFormats }: SheetReading,
  at: readonly [row: number, column: number],
  { rows, columns }: Plan,
  known?: { area: Area; looks: readonly FormatBefore[] | undefined },
): readonly FormatBefore[] | undefined {
  const formats: FormatBefore[] = [];
  for (const format of known?.looks ?? []) {
    const bottom = Math.min(format.area[0] + format.area[2], rows);
    const right = Math.min(format.area[1] + format.area[3], columns);
    const inside: Area = [format.area[0], format.area[1], bottom - format.area[0], right - format.area[1]];
    if (inside[2] > 0 && inside[3] > 0) formats.push({ ...format, area: inside });
  }
  if (cellFormats.cells)
    for (let row = 0; row < rows; row += 1) {
      const runs: FormatBefore[] = [];
      for (let column = 0; column < columns; column += 1) {
        const place: Area = [at[0] + row, at[1] + column, 1, 1];
        if (known && overlap(known.area, place)) continue;
        const [r, c] = [place[0] - area[0], place[1] - area[1]];
        const cell = cellFormats.cells[r]?.[c];
        const format = cell && differingFormat(cell, standardFormat()).format;
        const number = numberFormats[r]?.[c] ?? "General";
        if (!format && number === "General") continue;
        const before: FormatBefore = {
          area: [row, column, 1, 1],
          ...(format ? { look: format } : {}),
          ...(number === "General" ? {} : { number }),
        };
        const previous = runs.at(-1);
        if (previous && previous.area[1] + previous.area[3] === column && alike(previous, before))
          previous.area = [row, previous.area[1], 1, previous.area[3] + 1];
        else runs.push(before);
      }
      for (const run of runs) addBelow(formats, run);
    }
  const isKept = formats.length > 0 && JSON.stringify(formats).length <= mostLetters;
  return isKept ? formats : undefined;
}

/**
 * Whether two areas can be joined. Borders are set at the edges of an area, so cells with borders stay separate.
 */
const alike = (a: FormatBefore, b: FormatBefore): boolean =>
  !a.look?.borders && JSON.stringify([a.look, a.number]) === JSON.stringify([b.look, b.number]);

/** Joins cells of a row with those above them of the same format. */
function addBelow(formats: FormatBefore[], run: FormatBefore): void {
  const [row, column, , count] = run.area;
  const above = formats.find(
    ({ area, ...one }) =>
      area[0] + area[2] === row && area[1] === column && area[3] === count && alike({ area, ...one }, run),
  );
  if (above) above.area = [above.area[0], column, above.area[2] + 1, count];
  else formats.push(run);
}

/**
 * Restores the formats from before the block, in cells whose formats were cleared. `at` is the block's corner on the
 * sheet; none if the record has no formats.
 */
export function addFormatsBefore(
  add: Add,
  looks: readonly FormatBefore[] | undefined,
  at: readonly [row: number, column: number],
): void {
  for (const { area, look, number } of looks ?? []) {
    if (number !== undefined) {
      // A single text sets one format for many cells, which the types of Office.js lack.
      const formats = number as unknown as string[][];
      add("number formats", "Range.numberFormat", ({ range }) => (range(area, at).numberFormat = formats));
    }
    if (!look) continue;
    for (const [member, set] of [...uniformMembers({ format: look }), ...bordersOf(look)])
      add("looks", member, ({ range }) => set(range(area, at)), { bytes: 250 });
  }
}
