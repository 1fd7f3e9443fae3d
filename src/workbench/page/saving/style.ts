import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IStyleData, Nullable } from "@univerjs/core";
import { shownColor } from "../../host/grid/colors";
import type { BorderSide, XlsxStyle } from "../../xlsx/model";

/** The left padding in the grid for one level of indent, in pixels. */
export const indentStep = 9;

/** Border styles of the file by those of the grid. */
export const lineStyles: Partial<Record<BorderStyleTypes, string>> = {
  [BorderStyleTypes.THIN]: "thin",
  [BorderStyleTypes.HAIR]: "hair",
  [BorderStyleTypes.DOTTED]: "dotted",
  [BorderStyleTypes.DASHED]: "dashed",
  [BorderStyleTypes.DASH_DOT]: "dashDot",
  [BorderStyleTypes.DASH_DOT_DOT]: "dashDotDot",
  [BorderStyleTypes.DOUBLE]: "double",
  [BorderStyleTypes.MEDIUM]: "medium",
  [BorderStyleTypes.MEDIUM_DASHED]: "mediumDashed",
  [BorderStyleTypes.MEDIUM_DASH_DOT]: "mediumDashDot",
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT]: "mediumDashDotDot",
  [BorderStyleTypes.SLANT_DASH_DOT]: "slantDashDot",
  [BorderStyleTypes.THICK]: "thick",
};

/** Horizontal alignments of the file by those of the grid. */
export const horizontals: Partial<Record<HorizontalAlign, NonNullable<XlsxStyle["horizontal"]>>> = {
  [HorizontalAlign.LEFT]: "left",
  [HorizontalAlign.CENTER]: "center",
  [HorizontalAlign.RIGHT]: "right",
  [HorizontalAlign.JUSTIFIED]: "justify",
  [HorizontalAlign.BOTH]: "justify",
  [HorizontalAlign.DISTRIBUTED]: "distributed",
};

/** Vertical alignments of the file by those of the grid; bottom is the default. */
export const verticals: Partial<Record<VerticalAlign, NonNullable<XlsxStyle["vertical"]>>> = {
  [VerticalAlign.TOP]: "top",
  [VerticalAlign.MIDDLE]: "center",
};

/** A style of the grid as a style of the file; `numberFormat` is the one shown, possibly of a data type. */
export function xlsxStyleOf(style: IStyleData, numberFormat: string, unlocked: boolean): XlsxStyle {
  const font = {
    ...optional("name", style.ff),
    ...optional("size", style.fs),
    ...optional("bold", style.bl === BooleanNumber.TRUE || undefined),
    ...optional("italic", style.it === BooleanNumber.TRUE || undefined),
    ...optional("underline", style.ul?.s === BooleanNumber.TRUE || undefined),
    ...optional("strike", style.st?.s === BooleanNumber.TRUE || undefined),
    ...optional("color", shownColor(style.cl?.rgb)),
  };
  const borders = bordersOf(style);
  const rotation = style.tr?.a;
  return {
    ...(numberFormat === "General" ? {} : { numberFormat }),
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...optional("fill", shownColor(style.bg?.rgb)),
    ...(Object.keys(borders).length > 0 ? { borders } : {}),
    ...optional("horizontal", horizontals[style.ht ?? HorizontalAlign.UNSPECIFIED]),
    ...optional("vertical", verticals[style.vt ?? VerticalAlign.UNSPECIFIED]),
    ...optional("wrap", style.tb === WrapStrategy.WRAP || undefined),
    ...optional("indent", Math.round((style.pd?.l ?? style.pd?.r ?? 0) / indentStep) || undefined),
    // The grid rotates clockwise, Excel anticlockwise.
    ...(rotation ? { rotation: -rotation } : {}),
    ...(unlocked ? { unlocked } : {}),
  };
}

/** The sides of a cell in the file and in the grid. */
export const sides: readonly [BorderSide, "l" | "r" | "t" | "b"][] = [
  ["left", "l"],
  ["right", "r"],
  ["top", "t"],
  ["bottom", "b"],
];

/** The borders of a cell, by side. */
function bordersOf({ bd }: IStyleData): NonNullable<XlsxStyle["borders"]> {
  const borders: NonNullable<XlsxStyle["borders"]> = {};
  for (const [side, key] of sides) {
    const line = bd?.[key];
    const style = line ? lineStyles[line.s] : undefined;
    if (style) borders[side] = { style, color: shownColor(line?.cl.rgb) ?? "#000000" };
  }
  return borders;
}

function optional<K extends string, V>(key: K, value: Nullable<V>): { [P in K]?: V } {
  return value === undefined || value === null ? {} : ({ [key]: value } as { [P in K]?: V });
}
