import type { Colour, StyleName } from "../../sheets/plan";

/** Our accent, where the workbook does not say its own. */
const usualAccent = "#0F6CBD";

/** The colours of one workbook: its accent and what is made of it; the rest are greys. */
export type Palette = Record<Colour | "tint", string>;

/**
 * The palette of an accent. White text stands on it and it stands on white, so one that is too light is darkened until
 * its contrast is 4.5 (WCAG 2.2, 1.4.3).
 *
 * @param accent "#RRGGBB"; anything else means ours
 */
export function paletteOf(accent = usualAccent): Palette {
  const given = /^#[0-9a-f]{6}$/i.test(accent) ? accent : usualAccent;
  let parts = [1, 3, 5].map((at) => parseInt(given.slice(at, at + 2), 16));
  while (1.05 / (luminance(parts) + 0.05) < 4.5) parts = parts.map((part) => part * 0.95);
  const towardsWhite = (share: number): string =>
    `#${parts
      .map((part) => Math.round(part + (255 - part) * share).toString(16))
      .map((digits) => digits.padStart(2, "0"))
      .join("")}`.toUpperCase();
  return {
    accent: towardsWhite(0),
    "accent-light": towardsWhite(0.6),
    tint: towardsWhite(0.92),
    contrast: "#3B3A39",
    muted: "#A19F9D",
  };
}

function luminance(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const ink = "#242424";
const grey = "#616161";
const rule = "#C8C6C4";

/** What a style means; colours by their names in the palette, or "#RRGGBB". A member left out stays as it is. No font name: the workbook's own is kept. */
export interface Look {
  fill?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** Points. */
  size?: number;
  color?: string;
  horizontal?: "Left" | "Center" | "Right";
  vertical?: "Top" | "Center" | "Bottom";
  wrap?: boolean;
  indent?: number;
  /** Colours of lines: above, below, between rows, and between columns (thick). */
  top?: string;
  bottom?: string;
  between?: string;
  gaps?: string;
}

/** The closed set of looks. */
export const looks: Record<StyleName, Look> = {
  page: { size: 10, color: ink, vertical: "Center" },
  title: { bold: true, size: 20, color: "accent" },
  edition: { color: grey, vertical: "Top" },
  heading: { bold: true, size: 13, bottom: "accent" },
  caption: { color: grey, wrap: true },
  text: { wrap: true },
  note: { size: 9, color: grey, wrap: true },
  "tile-label": {
    fill: "tint",
    size: 9,
    color: grey,
    wrap: true,
    indent: 1,
    top: "accent",
  },
  "tile-number": { fill: "tint", bold: true, size: 17, color: "accent", horizontal: "Left", indent: 1 },
  "tile-number-small": {
    fill: "tint",
    bold: true,
    size: 13,
    color: "accent",
    horizontal: "Left",
    indent: 1,
  },
  remarks: { wrap: true, horizontal: "Left" },
  "tile-note": { fill: "tint", size: 9, horizontal: "Left", vertical: "Top", indent: 1, wrap: true },
  "tile-gaps": { gaps: "#FFFFFF" },
  "table-head": { fill: "accent", bold: true, color: "#FFFFFF", wrap: true },
  "table-text": { wrap: true },
  derived: { italic: true },
  link: { color: "accent", underline: true },
  "data-head": { bold: true, size: 9, color: grey, bottom: rule },
  "data-body": { size: 9, color: grey },
  left: { horizontal: "Left" },
  right: { horizontal: "Right" },
  centre: { horizontal: "Center" },
  inset: { indent: 1, wrap: true },
  strong: { bold: true },
  rules: { between: "#E1DFDD", bottom: rule },
};

/** Sets on a range what the look says, and nothing else. */
export function dress(range: Excel.Range, look: Look, palette: Palette): void {
  const paint = (colour: string): string => palette[colour as Colour] ?? colour;
  const format = range.format;
  if (look.fill !== undefined) format.fill.color = paint(look.fill);
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  if ([look.bold, look.italic, look.underline, look.size, look.color].some((part) => part !== undefined)) {
    const font = format.font;
    if (look.bold !== undefined) font.bold = look.bold;
    if (look.italic !== undefined) font.italic = look.italic;
    if (look.underline !== undefined) font.underline = look.underline ? "Single" : "None";
    if (look.size !== undefined) font.size = look.size;
    if (look.color !== undefined) font.color = paint(look.color);
  }
  for (const [edge, color] of [
    ["EdgeTop", look.top],
    ["EdgeBottom", look.bottom],
    ["InsideHorizontal", look.between],
    ["InsideVertical", look.gaps],
  ] as const) {
    if (color === undefined) continue;
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = paint(color);
    if (edge === "InsideVertical") border.weight = "Thick";
  }
}

/** Fonts in charts: a title, a figure at its point, which may stand on a column, or anything else. */
export function dressChartText(font: Excel.ChartFont, part: "title" | "figure" | "label"): void {
  font.size = part === "title" ? 12 : 9;
  font.color = part === "label" ? grey : ink;
  if (part === "title") font.bold = true;
}
