/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the rules look for the sync between load and reading in the text; here each question returns the function that reads. */

import type { BatchObjects } from "../session/batchObjects";
import { can } from "../session/capabilities";
import type { Questions } from "./questions";

/**
 * How formats are restored: clearing leaves the workbook's standard format, and then only what differed from it is
 * set, so that "automatic" stays automatic.
 */
type Properties = Excel.CellProperties;
type Format = NonNullable<Properties["format"]>;

/** The formats of an area: cell by cell if the host tells them, else what all of its cells have in common. */
export interface FormatReading {
  cells?: readonly (readonly Properties[])[];
  /** Without members that differ between the cells. */
  alike: Properties;
}

/** The parts of a cell's format that a plan may change. */
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

/** The most cells for one answer: each needs about 645 bytes besides its content. */
const mostCells = 5_000;

/**
 * Asks for the formats of an area. `cells` is the area's number of cells: of large areas, and of hosts without
 * ExcelApi 1.9, only what all cells have in common is read.
 */
export function askFormats(
  ask: Questions,
  rangeIn: (objects: BatchObjects) => Excel.Range,
  cells: number,
): () => FormatReading {
  const alike = ask.may<Properties>("RangeFormat of all cells", {}, (objects) => {
    const format = rangeIn(objects).format;
    format.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel");
    format.font.load("bold,color,italic,name,size,underline");
    format.fill.load("color");
    return () => {
      const { horizontalAlignment, verticalAlignment, wrapText, indentLevel } = format.toJSON();
      const font = format.font.toJSON();
      const fill = format.fill.toJSON();
      return {
        format: { horizontalAlignment, verticalAlignment, wrapText, indentLevel, font, fill },
      } as Properties;
    };
  });
  if (!can("cellFormats") || cells > mostCells) return () => ({ alike: alike() });
  const cellByCell = ask.may<readonly (readonly Properties[])[] | undefined>(
    "Range.getCellProperties",
    undefined,
    (objects) => {
      const properties = rangeIn(objects).getCellProperties(parts);
      return () => properties.value;
    },
  );
  return () => {
    const cell = cellByCell();
    return cell ? { cells: cell, alike: alike() } : { alike: alike() };
  };
}

/** The standard fonts of new workbooks, for hosts that do not tell theirs. */
const usualFonts = /^(Aptos Narrow|Calibri|Arial|等线|宋体|DengXian|SimSun)$/;

/** Asks for the standard format: the style "Normal", in workbooks whose language calls it so. */
export function askDefaultFormat(ask: Questions): () => Properties {
  const font = can("styles")
    ? ask.may<Pick<Excel.RangeFont, "name" | "size" | "color"> | undefined>(
        "Style.font of Normal",
        undefined,
        ({ workbook }) => {
          // Without `getItemOrNullObject`, Excel refuses the question in a workbook of another language.
          const style = can("accent")
            ? workbook.styles.getItemOrNullObject("Normal")
            : workbook.styles.getItem("Normal");
          style.load({ font: { name: true, size: true, color: true } });
          return () =>
            style.isNullObject
              ? undefined
              : { name: style.font.name, size: style.font.size, color: style.font.color };
        },
      )
    : () => undefined;
  return () => standardFormat(font());
}

/** The standard format of cells; without a font if the workbook's is unknown. */
export const standardFormat = (font?: Pick<Excel.RangeFont, "name" | "size" | "color">): Properties => ({
  format: {
    font: { bold: false, italic: false, underline: "None", ...(font ?? { color: "#000000" }) },
    horizontalAlignment: "General",
    verticalAlignment: "Bottom",
    wrapText: false,
    indentLevel: 0,
  },
});

const edges = ["bottom", "left", "right", "top", "diagonalDown", "diagonalUp"] as const;

/**
 * The settable part of a cell's format that differs from the standard. Borders and links are taken wherever there are
 * any. Empty for a standard cell.
 */
export function differingFormat(cell: Properties, usual: Properties): Excel.SettableCellProperties {
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
  // For no fill Excel returns white, or nothing.
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

/** The members of a font that differ from the usual one; of an unknown usual font, from Excel's own. */
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

/**
 * The border members in the result of `differingFormat` for one cell. Each with its name for refusals; edges without
 * a line give none.
 */
export function bordersOf({
  borders = {},
}: Format): (readonly [member: string, set: (range: Excel.Range) => void])[] {
  return edges.flatMap((edge) => {
    const { style, color, weight } = borders[edge] ?? {};
    if (!style) return [];
    const name = edge.startsWith("diagonal") ? edge : `edge${edge[0]?.toUpperCase()}${edge.slice(1)}`;
    const index = `${name[0]?.toUpperCase()}${name.slice(1)}` as Excel.BorderIndex;
    const border = ({ format }: Excel.Range) => format.borders.getItem(index);
    const members: (readonly [string, (range: Excel.Range) => void])[] = [
      [`RangeBorder.style of ${index}`, (range) => (border(range).style = style)],
    ];
    if (color) members.push([`RangeBorder.color of ${index}`, (range) => (border(range).color = color)]);
    if (weight) members.push([`RangeBorder.weight of ${index}`, (range) => (border(range).weight = weight)]);
    return members;
  });
}

/**
 * The members in the result of `differingFormat` that apply to a whole range. Each with its name for refusals;
 * borders differ by cell and are left to `bordersOf`.
 */
export function uniformMembers(
  cell: Excel.SettableCellProperties,
): (readonly [member: string, set: (range: Excel.Range) => void])[] {
  const { font, fill, horizontalAlignment, verticalAlignment, wrapText, indentLevel } = cell.format ?? {};
  const settings: (readonly [string, (range: Excel.Range) => void])[] = [];
  const add = <T>(
    member: string,
    value: T | undefined,
    set: (format: Excel.RangeFormat, value: T) => void,
  ): void => {
    if (value !== undefined) settings.push([member, ({ format }) => set(format, value)]);
  };
  add("RangeFill.color", fill?.color, (format, color) => (format.fill.color = color));
  add("RangeFont.set", font, (format, values) =>
    format.font.set(values as Excel.Interfaces.RangeFontUpdateData),
  );
  add("RangeFormat.horizontalAlignment", horizontalAlignment, (format, value) => {
    format.horizontalAlignment = value;
  });
  add(
    "RangeFormat.verticalAlignment",
    verticalAlignment,
    (format, value) => (format.verticalAlignment = value),
  );
  add("RangeFormat.wrapText", wrapText, (format, given) => (format.wrapText = given));
  add("RangeFormat.indentLevel", indentLevel, (format, value) => (format.indentLevel = value));
  return settings;
}
