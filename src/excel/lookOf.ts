/**
 * Putting looks back: a cell's formats were cleared, which leaves the workbook's standard look; what the cell had beside
 * that is set again, and nothing else, so that "automatic" stays automatic.
 */

type Properties = Excel.CellProperties;
type Format = NonNullable<Properties["format"]>;

/** Asks for the standard look; the returned function reads it after the sync. */
export function defaultLook(workbook: Excel.Workbook): () => Properties {
  // Cleared cells have the style "Normal", whatever font the workbook gave it.
  const font = workbook.styles.getItem("Normal").font;
  font.load("name,size,color,bold,italic");
  return () => ({
    format: {
      font: {
        name: font.name,
        size: font.size,
        color: font.color,
        bold: font.bold,
        italic: font.italic,
        underline: "None",
      },
      fill: { color: "", pattern: "None" },
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
  const font = Object.entries(now.font ?? {}).filter(
    ([key, value]) =>
      value !== null && value !== (standard.font as Record<string, unknown> | undefined)?.[key],
  );
  if (font.length > 0) format.font = Object.fromEntries(font);
  const fill = now.fill;
  // Without a fill Excel says white or nothing.
  if (fill?.color && fill.pattern !== "None" && !(fill.pattern === undefined && fill.color === "#FFFFFF")) {
    format.fill = { color: fill.color };
  }
  const borders: Excel.CellBorderCollection = {};
  for (const edge of edges) {
    const border = now.borders?.[edge];
    if (border?.style && border.style !== "None") borders[edge] = border;
  }
  if (Object.keys(borders).length > 0) format.borders = borders;
  const result: Excel.SettableCellProperties = {};
  if (Object.keys(format).length > 0) result.format = format;
  if (cell.hyperlink && (cell.hyperlink.address ?? cell.hyperlink.documentReference)) {
    result.hyperlink = cell.hyperlink;
  }
  return result;
}
