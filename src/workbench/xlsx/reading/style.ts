import type { BorderStyle, CellStyle, Color, FillStyle, FontStyle } from "hucre";
import { resolveThemeColor } from "hucre/xlsx";
import type { BorderSide, XlsxStyle } from "../model";
import { defaultFont } from "../styles";

const sides: readonly BorderSide[] = ["left", "right", "top", "bottom"];

/**
 * Converts a cell's format from hucre's form, given the workbook's theme colours ("RRGGBB"). Empty for an unformatted
 * cell. What is left out has Excel's default.
 */
export function readStyle(style: CellStyle | undefined, theme: readonly string[]): XlsxStyle {
  if (!style) return {};
  const font = fontOf(style.font, theme);
  const fill = fillOf(style.fill, theme);
  const borders = bordersOf(style.border, theme);
  const { horizontal, vertical, wrapText, indent, textRotation } = style.alignment ?? {};
  const side = horizontal && horizontals[horizontal];
  return {
    ...(style.numFmt && style.numFmt !== "General" ? { numberFormat: style.numFmt } : {}),
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(fill ? { fill } : {}),
    ...(Object.keys(borders).length > 0 ? { borders } : {}),
    ...(side ? { horizontal: side } : {}),
    ...(vertical === "top" || vertical === "center" ? { vertical } : {}),
    ...(wrapText ? { wrap: true } : {}),
    ...(indent ? { indent } : {}),
    // Above 90 the file rotates clockwise; 255 is vertical text, which the grid lacks.
    ...(textRotation && textRotation <= 180
      ? { rotation: textRotation > 90 ? 90 - textRotation : textRotation }
      : {}),
    ...(style.protection?.locked === false ? { unlocked: true } : {}),
  };
}

const horizontals: Record<string, NonNullable<XlsxStyle["horizontal"]> | undefined> = {
  left: "left",
  fill: "left",
  center: "center",
  centerContinuous: "center",
  right: "right",
  justify: "justify",
  distributed: "distributed",
};

/** A colour as "#RRGGBB"; undefined for none and for the automatic one. */
export function colourOf(colour: Color | undefined, theme: readonly string[]): string | undefined {
  if (!colour) return undefined;
  if (colour.rgb) return `#${colour.rgb.slice(-6).toUpperCase()}`;
  if (colour.theme !== undefined)
    return `#${resolveThemeColor([...theme], colour.theme, colour.tint)
      .slice(-6)
      .toUpperCase()}`;
  return colour.indexed === undefined ? undefined : indexed[colour.indexed];
}

/** The members of a font that differ from the default one. */
function fontOf(font: FontStyle | undefined, theme: readonly string[]): NonNullable<XlsxStyle["font"]> {
  if (!font) return {};
  const { name, size } = font;
  // The theme's text colour is the default.
  const color = font.color?.theme === 1 && !font.color.tint ? undefined : colourOf(font.color, theme);
  return {
    ...(name && name !== defaultFont.name ? { name } : {}),
    ...(size && size !== defaultFont.size ? { size } : {}),
    ...(font.bold ? { bold: true } : {}),
    ...(font.italic ? { italic: true } : {}),
    ...(font.underline ? { underline: true } : {}),
    ...(font.strikethrough ? { strike: true } : {}),
    ...(color ? { color } : {}),
  };
}

/** The nearest solid fill: of a pattern its lines' colour, of a gradient its first one. */
function fillOf(fill: FillStyle | undefined, theme: readonly string[]): string | undefined {
  if (!fill) return undefined;
  if (fill.type === "gradient") return colourOf(fill.stops[0]?.color, theme);
  return fill.pattern === "none" ? undefined : colourOf(fill.fgColor, theme);
}

function bordersOf(
  border: BorderStyle | undefined,
  theme: readonly string[],
): NonNullable<XlsxStyle["borders"]> {
  const borders: NonNullable<XlsxStyle["borders"]> = {};
  for (const side of sides) {
    const line = border?.[side];
    if (line) borders[side] = { style: line.style, color: colourOf(line.color, theme) ?? "#000000" };
  }
  return borders;
}

/** The palette of files from before themes: the first eight twice, then the rest as far as it is used. */
const basic = ["#000000", "#FFFFFF", "#FF0000", "#00FF00", "#0000FF", "#FFFF00", "#FF00FF", "#00FFFF"];
const indexed: readonly string[] = [
  ...basic,
  ...basic,
  ...(
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
  )
    .split(" ")
    .map((digits) => `#${digits}`),
];
