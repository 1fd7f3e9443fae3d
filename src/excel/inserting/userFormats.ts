import type { Plan } from "../../sheets/plan";
import type { Colour } from "../../sheets/plan";
import { overlap } from "../../workbook/a1";
import type { Area } from "../../workbook/a1";
import { alignmentOf } from "../reading/alignment";
import type { BlockRecord } from "../reading/blockRecord";
import type { SheetReading } from "../reading/placeReading";
import { sortingOf } from "../reading/sorting";
import type { Add } from "../session/stepsOn";
import { formulasIn } from "./placeContent";
import { cellStyles, paletteOf } from "./styles";
import type { CellStyle } from "./styles";

/** The formats of a cell that the user changed. */
export interface UserFormat {
  /** Relative to the block. */
  at: readonly [row: number, column: number];
  fill?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  number?: string;
}

/** If a larger part of the cells differs, Excel has stored formats in another form, and the user's are unknown. */
const mostUserFormats = 0.3;

/**
 * Finds the fills, colours, fonts and number formats that people changed inside a block.
 * @param was exactly the plan that was written
 */
export function userFormats(sheet: SheetReading, area: Area, record: BlockRecord, was: Plan): UserFormat[] {
  const { cells } = sheet.cellFormats;
  // A part that Excel refused was not written, so differences in it are not the user's.
  if (record.left?.some((part) => /^(looks|number formats|links)$/.test(part))) return [];
  if (!cells || area[2] !== was.rows || area[3] !== was.columns) return [];
  const palette = paletteOf(record.accent);
  const paint: Paint = (colour) =>
    colour === undefined ? undefined : (palette[colour as Colour] ?? colour).toUpperCase();
  const { styled, formats } = plannedFormats(was);
  const texts = formulasIn(sheet, area);
  const { rowOf } = sortingOf(record, texts, alignmentOf(record, texts));
  const found: UserFormat[] = [];
  const [top, left] = [area[0] - sheet.area[0], area[1] - sheet.area[1]];
  let [numbers, looked] = [0, 0];
  for (let r = 0; r < was.rows; r += 1)
    for (let c = 0; c < was.columns; c += 1) {
      // Formats of the place from before the block are not the user's changes to it.
      if (record.before.looks?.some(({ area: place }) => overlap(place, [r, c, 1, 1]))) continue;
      const differing: UserFormat = {
        at: [r, c],
        ...differingLooks(cells[top + r]?.[left + c]?.format, styled[r]?.[c] ?? {}, paint),
      };
      // A sorted row has either its own formats or those of its new place.
      const line = rowOf(r, c) ?? r;
      if (line !== r) dropPlanned(differing, styled[line]?.[c] ?? {}, paint);
      if (Object.keys(differing).length > 1) looked += 1;
      const number = sheet.numberFormats[top + r]?.[left + c];
      if (number !== undefined && number !== formats[r]?.[c] && number !== formats[line]?.[c]) {
        differing.number = number;
        numbers += 1;
      }
      if (Object.keys(differing).length > 1) found.push(differing);
    }
  const cellCount = was.rows * was.columns;
  const trusted = (count: number): boolean => count <= Math.max(40, cellCount * mostUserFormats);
  if (!trusted(looked)) return [];
  return trusted(numbers)
    ? found
    : found.flatMap(({ number: _number, ...one }) => (Object.keys(one).length > 1 ? [one] : []));
}

/** A style's colour as Excel tells it: #RRGGBB in upper case. */
type Paint = (colour: string | undefined) => string | undefined;

/** The style and number format that a plan gives each of its cells; later ones override earlier ones. */
function plannedFormats(plan: Plan): { styled: CellStyle[][]; formats: string[][] } {
  const styled = grid<CellStyle>(plan, {});
  for (const { area, style } of plan.styles)
    each(area, (r, c) => {
      const row = styled[r];
      if (row) row[c] = { ...row[c], ...cellStyles[style] };
    });
  const formats = grid<string>(plan, "General");
  for (const { area, format } of plan.formats)
    each(area, (r, c) => {
      const row = formats[r];
      if (row)
        row[c] = typeof format === "string" ? format : (format[r - area[0]]?.[c - area[1]] ?? "General");
    });
  return { styled, formats };
}

/** The fill, colour and font of a cell that differ from the plan's; white and no fill are the same. */
function differingLooks(
  format: Excel.CellPropertiesFormat | undefined,
  planned: CellStyle,
  paint: Paint,
): Omit<UserFormat, "at"> {
  const differing: Omit<UserFormat, "at"> = {};
  const { color: fill, pattern } = format?.fill ?? {};
  const filled = fill && fill !== "#FFFFFF" && pattern !== "None" ? fill.toUpperCase() : undefined;
  if (filled !== undefined && filled !== paint(planned.fill)) differing.fill = filled;
  const { color, bold, italic } = format?.font ?? {};
  if (color && planned.color && color.toUpperCase() !== paint(planned.color)) differing.color = color;
  if (typeof bold === "boolean" && bold !== (planned.bold ?? false)) differing.bold = bold;
  if (typeof italic === "boolean" && italic !== (planned.italic ?? false)) differing.italic = italic;
  return differing;
}

/** Removes from a cell's differing formats those that the plan gives another cell. */
function dropPlanned(differing: UserFormat, planned: CellStyle, paint: Paint): void {
  if (differing.fill === paint(planned.fill)) delete differing.fill;
  if (differing.color?.toUpperCase() === paint(planned.color)) delete differing.color;
  if (differing.bold === (planned.bold ?? false)) delete differing.bold;
  if (differing.italic === (planned.italic ?? false)) delete differing.italic;
}

const grid = <T>({ rows, columns }: Plan, value: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

function each([row, column, rows, columns]: Area, act: (row: number, column: number) => void): void {
  for (let r = row; r < row + rows; r += 1) for (let c = column; c < column + columns; c += 1) act(r, c);
}

/** Sets the user's formats over ours. `at` is the block's corner on the sheet; the formats' places count from it. */
export function addUserFormats(
  add: Add,
  at: readonly [row: number, column: number],
  formats: readonly UserFormat[],
): void {
  for (const { at: cell, fill, color, bold, italic, number } of formats) {
    const area: Area = [...cell, 1, 1];
    const set = (member: string, run: (range: Excel.Range) => void) =>
      add("looks", member, ({ range }) => run(range(area, at)), { bytes: 250 });
    if (number !== undefined)
      add("number formats", "Range.numberFormat", ({ range }) => (range(area, at).numberFormat = [[number]]));
    if (fill !== undefined) set("RangeFill.color", ({ format }) => (format.fill.color = fill));
    if (color !== undefined) set("RangeFont.color", ({ format }) => (format.font.color = color));
    if (bold !== undefined) set("RangeFont.bold", ({ format }) => (format.font.bold = bold));
    if (italic !== undefined) set("RangeFont.italic", ({ format }) => (format.font.italic = italic));
  }
}
