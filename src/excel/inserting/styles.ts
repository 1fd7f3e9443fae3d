import type { Colour, StyleName } from "../../sheets/plan";

/** The default accent, if the workbook's is unknown. */
const usualAccent = "#0F6CBD";

/** The colours of one workbook: its accent and variants of it; the rest are greys. */
export type Palette = Record<Colour | "tint", string>;

/**
 * The palette of an accent. It is used below white text and as text on white, so a light accent is darkened until its
 * contrast with white is 4.5 (WCAG 2.2, 1.4.3).
 * @param accent "#RRGGBB"; the default accent for anything else
 */
export function paletteOf(accent = usualAccent): Palette {
  const colour = /^#[0-9a-f]{6}$/i.test(accent) ? accent : usualAccent;
  let parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
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
const ruleColour = "#C8C6C4";

/** The formats of a style, colours by palette name or as "#RRGGBB". Absent members, and the font, stay unchanged. */
export interface CellStyle {
  fill?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** In points. */
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

/** The formats of all styles. */
export const cellStyles: Record<StyleName, CellStyle> = {
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
  "data-head": { bold: true, size: 9, color: grey, bottom: ruleColour },
  "data-body": { size: 9, color: grey },
  left: { horizontal: "Left" },
  right: { horizontal: "Right" },
  centre: { horizontal: "Center" },
  inset: { indent: 1, wrap: true },
  strong: { bold: true },
  rules: { between: "#E1DFDD", bottom: ruleColour },
};

/** Sets one member of a range. */
type SetMember = readonly [member: string, set: (range: Excel.Range) => void];

/**
 * The members of a range that a style sets, for a range of this size. Only those that the style names: the rest of a
 * cell's format stays the user's. Colours are names of the palette or #RRGGBB.
 */
export function membersOf(style: CellStyle, palette: Palette, { rows, columns }: RangeSize): SetMember[] {
  const paint = (colour: string): string => palette[colour as Colour] ?? colour;
  const members: SetMember[] = [];
  const add = <T>(
    member: string,
    value: T | undefined,
    set: (range: Excel.Range, value: T) => void,
  ): void => {
    if (value !== undefined) members.push([member, (range) => set(range, value)]);
  };
  const { fill, horizontal, vertical, wrap, indent, bold, italic, underline, size, color } = style;
  add("RangeFill.color", fill, ({ format }, value) => (format.fill.color = paint(value)));
  add("RangeFormat.horizontalAlignment", horizontal, ({ format }, value) => {
    format.horizontalAlignment = value;
  });
  add("RangeFormat.verticalAlignment", vertical, ({ format }, value) => (format.verticalAlignment = value));
  add("RangeFormat.wrapText", wrap, ({ format }, value) => (format.wrapText = value));
  add("RangeFormat.indentLevel", indent, ({ format }, value) => (format.indentLevel = value));
  add("RangeFont.bold", bold, ({ format }, value) => (format.font.bold = value));
  add("RangeFont.italic", italic, ({ format }, value) => (format.font.italic = value));
  add("RangeFont.underline", underline, ({ format }, value) => {
    format.font.underline = value ? "Single" : "None";
  });
  add("RangeFont.size", size, ({ format }, value) => (format.font.size = value));
  add("RangeFont.color", color, ({ format }, value) => (format.font.color = paint(value)));
  for (const [edge, colour] of [
    ["EdgeTop", style.top],
    ["EdgeBottom", style.bottom],
    // A single row has no lines between rows, which Excel reportedly refuses.
    ["InsideHorizontal", rows > 1 ? style.between : undefined],
    ["InsideVertical", columns > 1 ? style.gaps : undefined],
  ] as const) {
    const border = ({ format }: Excel.Range) => format.borders.getItem(edge);
    add(`RangeBorder.style of ${edge}`, colour, (range) => (border(range).style = "Continuous"));
    add(`RangeBorder.color of ${edge}`, colour, (range, value) => (border(range).color = paint(value)));
    if (edge === "InsideVertical")
      add(`RangeBorder.weight of ${edge}`, colour, (range) => (border(range).weight = "Thick"));
  }
  return members;
}

interface RangeSize {
  rows: number;
  columns: number;
}

/**
 * The font in charts of a title, a figure at its point, or anything else. Sizes in points. A title is larger and
 * bold; a figure is in the colour of text, labels are grey.
 */
export function chartFont(part: "title" | "figure" | "label"): { size: number; color: string; bold?: true } {
  const size = part === "title" ? 12 : 9;
  const color = part === "label" ? grey : ink;
  return part === "title" ? { size, color, bold: true } : { size, color };
}
