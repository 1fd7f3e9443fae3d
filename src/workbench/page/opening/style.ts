import { BooleanNumber, HorizontalAlign, WrapStrategy } from "@univerjs/core";
import type { BorderStyleTypes, IStyleData } from "@univerjs/core";
import type { XlsxStyle } from "../../xlsx/model";
import { horizontals, indentStep, lineStyles, sides, verticals } from "../saving/style";

/** Inverts a table: its keys by their values. */
function inverted<Key extends number>(names: Partial<Record<Key, string>>): Record<string, Key> {
  const pairs = Object.entries(names) as [string, string][];
  return Object.fromEntries(pairs.map(([key, name]) => [name, Number(key) as Key]));
}

const borderStyles = inverted<BorderStyleTypes>(lineStyles);
const horizontalAligns: Record<string, HorizontalAlign> = {
  ...inverted(horizontals),
  justify: HorizontalAlign.JUSTIFIED,
};
const verticalAligns = inverted(verticals);

/**
 * A style of the file as the grid's style, without its number format. What the grid cannot show, such as some line
 * styles, is left out.
 */
export function gridStyle({ font = {}, fill, borders = {}, ...rest }: XlsxStyle): IStyleData {
  const style: IStyleData = {};
  if (font.name !== undefined) style.ff = font.name;
  if (font.size !== undefined) style.fs = font.size;
  if (font.bold) style.bl = BooleanNumber.TRUE;
  if (font.italic) style.it = BooleanNumber.TRUE;
  if (font.underline) style.ul = { s: BooleanNumber.TRUE };
  if (font.strike) style.st = { s: BooleanNumber.TRUE };
  if (font.color !== undefined) style.cl = { rgb: font.color };
  if (fill !== undefined) style.bg = { rgb: fill };
  for (const [side, key] of sides) {
    const line = borders[side];
    const type = line && borderStyles[line.style];
    if (line && type !== undefined) (style.bd ??= {})[key] = { s: type, cl: { rgb: line.color } };
  }
  const { horizontal, vertical, wrap, indent, rotation } = rest;
  if (horizontal !== undefined) style.ht = horizontalAligns[horizontal] ?? null;
  if (vertical !== undefined && verticalAligns[vertical] !== undefined) style.vt = verticalAligns[vertical];
  if (wrap) style.tb = WrapStrategy.WRAP;
  if (indent !== undefined)
    style.pd = horizontal === "right" ? { r: indent * indentStep } : { l: indent * indentStep };
  // The grid rotates clockwise, Excel anticlockwise.
  if (rotation !== undefined) style.tr = { a: -rotation };
  return style;
}
