import type { Colour, StyleName } from "../report/plan";

/** Colours of a plan as Excel takes them: one accent, the rest greys. */
export const colours: Record<Colour, string> = {
  accent: "#0F6CBD",
  "accent-light": "#9CC7EA",
  contrast: "#3B3A39",
  muted: "#A19F9D",
};

const ink = "#242424";
const grey = "#616161";
const tint = "#EAF3FB";
const rule = "#C8C6C4";

/** What a style means. A member left out stays as it is. No font name: the workbook's own is kept. */
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
  title: { bold: true, size: 20, color: colours.accent },
  edition: { color: grey, vertical: "Top" },
  heading: { bold: true, size: 13, bottom: colours.accent },
  caption: { color: grey, wrap: true },
  text: { vertical: "Top", wrap: true },
  note: { size: 9, color: grey, vertical: "Top", wrap: true },
  "tile-label": {
    fill: tint,
    size: 9,
    color: grey,
    wrap: true,
    indent: 1,
    top: colours.accent,
  },
  "tile-number": { fill: tint, bold: true, size: 20, color: colours.accent, horizontal: "Left", indent: 1 },
  "tile-note": { fill: tint, size: 9, horizontal: "Left", vertical: "Top", indent: 1 },
  "tile-gaps": { gaps: "#FFFFFF" },
  "table-head": { fill: colours.accent, bold: true, color: "#FFFFFF", wrap: true },
  "table-text": { wrap: true },
  derived: { italic: true },
  link: { color: colours.accent, underline: true, vertical: "Top" },
  "data-head": { bold: true, size: 9, color: grey, bottom: rule },
  "data-body": { size: 9, color: grey },
  left: { horizontal: "Left" },
  right: { horizontal: "Right" },
  centre: { horizontal: "Center" },
  inset: { indent: 1 },
  strong: { bold: true },
  rules: { between: "#E1DFDD", bottom: rule },
};

/** Sets on a range what the look says, and nothing else. */
export function dress(range: Excel.Range, look: Look): void {
  const format = range.format;
  if (look.fill !== undefined) format.fill.color = look.fill;
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
    if (look.color !== undefined) font.color = look.color;
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
    border.color = color;
    if (edge === "InsideVertical") border.weight = "Thick";
  }
}

/** Fonts in charts: a title, or anything smaller. */
export function dressChartText(font: Excel.ChartFont, part: "title" | "label"): void {
  font.size = part === "title" ? 12 : 9;
  font.color = part === "title" ? ink : grey;
  if (part === "title") font.bold = true;
}
