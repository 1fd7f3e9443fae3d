import { can } from "../session/context";

/**
 * Putting looks back: a cell's formats were cleared, which leaves the workbook's standard look; what the cell had beside
 * that is set again, and nothing else, so that "automatic" stays automatic.
 */
type Properties = Excel.CellProperties;
type Format = NonNullable<Properties["format"]>;

/** The looks of an area: cell by cell where the host can say, else as far as all of its cells look alike. */
export interface LookReading {
  cells?: readonly (readonly Properties[])[];
  /** What differs between the cells is missing. */
  alike: Properties;
}

/** The parts of a cell's look that a plan may change. */
const parts: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, underline: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
  },
};

/** More cells than this, at 645 bytes each, would not fit in an answer beside what stands in them. */
const mostCells = 5_000;

/** Asks for the looks of an area; the returned function reads them after the sync. */
export function readLooks(range: Excel.Range, cells: number): () => LookReading {
  const format = range.format;
  format.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel");
  format.font.load("bold,color,italic,name,size,underline");
  format.fill.load("color");
  const each = can("cellFormats") && cells <= mostCells ? range.getCellProperties(parts) : undefined;
  return () => {
    const { horizontalAlignment, verticalAlignment, wrapText, indentLevel } = format.toJSON();
    const font = format.font.toJSON();
    const fill = format.fill.toJSON();
    const alike = {
      format: { horizontalAlignment, verticalAlignment, wrapText, indentLevel, font, fill },
    } as Properties;
    return each ? { cells: each.value, alike } : { alike };
  };
}

/** Fonts that new workbooks have, for hosts that do not say what theirs is. */
const usualFonts = /^(Aptos Narrow|Calibri|Arial|等线|宋体|DengXian|SimSun)$/;

/** Asks for the standard look; the returned function reads it after the sync. */
export function defaultLook(workbook: Excel.Workbook): () => Properties {
  // Cleared cells have the style "Normal", whatever font the workbook gave it.
  const font = can("styles") ? workbook.styles.getItem("Normal").font : undefined;
  font?.load("name,size,color");
  return () => ({
    format: {
      font: {
        bold: false,
        italic: false,
        underline: "None",
        ...(font ? { name: font.name, size: font.size, color: font.color } : { color: "#000000" }),
      },
      horizontalAlignment: "General",
      verticalAlignment: "Bottom",
      wrapText: false,
      indentLevel: 0,
    },
  });
}

const edges = ["bottom", "left", "right", "top", "diagonalDown", "diagonalUp"] as const;

/** The settable part of a cell's look that differs from the standard one. */
export function differing(cell: Properties, usual: Properties): Excel.SettableCellProperties {
  const format: Format = {};
  const now = cell.format ?? {};
  const standard = usual.format ?? {};
  for (const key of ["horizontalAlignment", "verticalAlignment", "wrapText", "indentLevel"] as const) {
    if (now[key] !== undefined && now[key] !== null && now[key] !== standard[key]) {
      Object.assign(format, { [key]: now[key] });
    }
  }
  const font = differingFont(now.font ?? {}, standard.font ?? {});
  if (Object.keys(font).length > 0) format.font = font;
  const { color, pattern } = now.fill ?? {};
  // Without a fill Excel says white, or nothing.
  const filled = pattern === undefined ? color !== "#FFFFFF" : pattern !== "None";
  if (color && filled) format.fill = { color };
  const borders: Excel.CellBorderCollection = {};
  for (const edge of edges) {
    const border = now.borders?.[edge];
    if (border?.style && border.style !== "None") borders[edge] = border;
  }
  if (Object.keys(borders).length > 0) format.borders = borders;
  const link = cell.hyperlink;
  return {
    ...(Object.keys(format).length > 0 ? { format } : {}),
    ...(link && (link.address ?? link.documentReference) ? { hyperlink: link } : {}),
  };
}

function differingFont(
  now: NonNullable<Format["font"]>,
  usual: NonNullable<Format["font"]>,
): NonNullable<Format["font"]> {
  const known = usual.name !== undefined;
  const entries = Object.entries(now).filter(([key, value]) => {
    if (value === null || value === undefined) return false;
    if (!known && key === "name") return !usualFonts.test(String(value));
    if (!known && key === "size") return value !== 11;
    return value !== (usual as Record<string, unknown>)[key];
  });
  return Object.fromEntries(entries);
}

/** Sets on a range what `differing` found for all of it. */
export function dressAlike(range: Excel.Range, look: Excel.SettableCellProperties): void {
  const { font, fill, horizontalAlignment, verticalAlignment, wrapText, indentLevel } = look.format ?? {};
  const format = range.format;
  if (fill?.color) format.fill.color = fill.color;
  if (font) format.font.set(font as Excel.Interfaces.RangeFontUpdateData);
  if (horizontalAlignment) format.horizontalAlignment = horizontalAlignment;
  if (verticalAlignment) format.verticalAlignment = verticalAlignment;
  if (wrapText !== undefined) format.wrapText = wrapText;
  if (indentLevel !== undefined) format.indentLevel = indentLevel;
}
