import type { TableState } from "../../state";

/** The format that a table style gives to a cell; the cell's own format overrides it. */
export interface TableCellFormat {
  fill?: string;
  color?: string;
  bold?: boolean;
  /** The colours of the lines above and below. */
  top?: string;
  bottom?: string;
}

/** Excel's built-in styles cycle through black and the Office theme's six accents. */
const themeColours = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

/**
 * The format that a table's style gives to the cell at `row`, `column` of the sheet; undefined outside the table and
 * without a style. Excel's 60 styles are told apart by family only (light with lines, heading or grid; medium with
 * bands or filled; dark).
 */
export function tableFormat(table: TableState, row: number, column: number): TableCellFormat | undefined {
  const { range } = table;
  const down = row - range.row;
  const across = column - range.column;
  if (down < 0 || across < 0 || down >= range.rowCount || across >= range.columnCount) return undefined;
  const style = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style);
  if (!style) return undefined;
  const number = Number(style[2]);
  const accent = themeColours[(number - 1) % 7] ?? "#000000";
  const family = Math.floor((number - 1) / 7);
  const palette = paletteOf(style[1] ?? "", family, accent);

  const head = table.showHeaders && down === 0;
  const total = table.showTotals && down === range.rowCount - 1;
  if (head) return { ...palette.head, bold: true };
  if (total) return { ...palette.body, bold: true, top: palette.rule, bottom: palette.rule };
  const first = table.showHeaders ? 1 : 0;
  const even = (down - first) % 2 === 0;
  const banded = table.showBandedRows && even;
  const last = down === range.rowCount - 1;
  return {
    ...(banded ? palette.band : palette.body),
    ...(palette.lines || last ? { bottom: palette.rule } : {}),
  };
}

interface Palette {
  head: TableCellFormat;
  band: TableCellFormat;
  body: TableCellFormat;
  rule: string;
  /** A line under every row. */
  lines: boolean;
}

/** The colours of a table style of Excel, by its name. */
function paletteOf(weight: string, family: number, accent: string): Palette {
  const plain = accent === "#000000";
  const tint = plain ? "#D9D9D9" : tinted(accent, 0.8);
  const rule = plain ? "#7F7F7F" : tinted(accent, 0.4);
  const filled = { fill: accent, color: "#FFFFFF" };
  if (weight === "Light") {
    const line = {
      head: { color: plain ? "#000000" : shaded(accent), top: accent, bottom: accent },
      rule: accent,
    };
    if (family === 0) return { ...line, band: { fill: tint }, body: {}, lines: false };
    if (family === 1) return { head: filled, band: { top: rule }, body: { top: rule }, rule, lines: true };
    return { head: { bottom: accent }, band: { fill: tint }, body: {}, rule, lines: true };
  }
  if (weight === "Dark") {
    const dark = { fill: shaded(accent), color: "#FFFFFF" };
    return {
      head: { fill: "#000000", color: "#FFFFFF" },
      band: dark,
      body: { ...filled },
      rule,
      lines: false,
    };
  }
  if (family === 0) return { head: filled, band: { fill: tint }, body: {}, rule, lines: true };
  if (family === 1) {
    const band = { fill: plain ? "#A6A6A6" : tinted(accent, 0.6) };
    return { head: filled, band, body: { fill: tint }, rule: "#FFFFFF", lines: true };
  }
  if (family === 2)
    return { head: filled, band: { fill: "#D9D9D9" }, body: {}, rule: "#000000", lines: false };
  return {
    head: { fill: tint },
    band: { fill: tinted(accent, 0.6) },
    body: { fill: tint },
    rule,
    lines: true,
  };
}

/** Lightens a colour by a fraction from 0 to 1, as Excel's theme tints do. */
function tinted(colour: string, share: number): string {
  return mixed(colour, (part) => part + (255 - part) * share);
}

function shaded(colour: string): string {
  return mixed(colour, (part) => part * 0.75);
}

function mixed(colour: string, change: (part: number) => number): string {
  const parts = [1, 3, 5].map((at) => Math.round(change(parseInt(colour.slice(at, at + 2), 16))));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
