import type { BorderSide, XlsxStyle } from "./model";
import { element, xmlPart, value } from "./xml";

/** Built-in number formats, by number. */
const builtIn: Record<string, number> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "0.00E+00": 11,
  "@": 49,
};

/** The first number of custom formats. */
const firstCustomFormat = 164;

const sides: readonly BorderSide[] = ["left", "right", "top", "bottom"];

/** The default font of new workbooks. */
export const defaultFont = { name: "Calibri", size: 11 } as const;

/** Collects and numbers cell formats; the styles part lists them. */
export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly fonts = new Register();
  private readonly fills = new Register();
  private readonly borders = new Register();
  private readonly cellFormats = new Register();

  constructor() {
    this.fonts.index(fontXml({}));
    // The format requires these first two fills.
    this.fills.index(element("fill", {}, element("patternFill", { patternType: "none" })));
    this.fills.index(element("fill", {}, element("patternFill", { patternType: "gray125" })));
    this.borders.index(borderXml({}));
    this.index({});
  }

  /** The number of a format; equal formats share one, and the default has 0. */
  index(style: XlsxStyle): number {
    const numFmtId = this.format(style.numberFormat ?? "General");
    const fontId = this.fonts.index(fontXml(style));
    const fillId = this.fills.index(fillXml(style));
    const borderId = this.borders.index(borderXml(style));
    const alignment = alignmentXml(style);
    return this.cellFormats.index(
      element(
        "xf",
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: 0,
          ...(numFmtId ? { applyNumberFormat: true } : {}),
          ...(fontId ? { applyFont: true } : {}),
          ...(fillId ? { applyFill: true } : {}),
          ...(borderId ? { applyBorder: true } : {}),
          ...(alignment ? { applyAlignment: true } : {}),
          ...(style.unlocked ? { applyProtection: true } : {}),
        },
        alignment,
        style.unlocked ? element("protection", { locked: false }) : undefined,
      ),
    );
  }

  /** The styles part. */
  xml(): string {
    const numFmts = [...this.formats].map(([formatCode, numFmtId]) =>
      element("numFmt", { numFmtId, formatCode }),
    );
    return xmlPart(
      element(
        "styleSheet",
        { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
        numFmts.length ? element("numFmts", { count: numFmts.length }, ...numFmts) : undefined,
        this.fonts.xml("fonts"),
        this.fills.xml("fills"),
        this.borders.xml("borders"),
        element(
          "cellStyleXfs",
          { count: 1 },
          element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }),
        ),
        this.cellFormats.xml("cellXfs"),
        element("cellStyles", { count: 1 }, element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })),
        element("dxfs", { count: 0 }),
        element("tableStyles", {
          count: 0,
          defaultTableStyle: "TableStyleMedium2",
          defaultPivotStyle: "PivotStyleLight16",
        }),
      ),
    );
  }

  private format(code: string): number {
    const known = builtIn[code] ?? this.formats.get(code);
    if (known !== undefined) return known;
    const number = firstCustomFormat + this.formats.size;
    this.formats.set(code, number);
    return number;
  }
}

/** Numbers pieces of XML in order of first use. */
class Register {
  private readonly pieces = new Map<string, number>();

  index(xml: string): number {
    const known = this.pieces.get(xml);
    if (known !== undefined) return known;
    this.pieces.set(xml, this.pieces.size);
    return this.pieces.size - 1;
  }

  xml(name: string): string {
    return element(name, { count: this.pieces.size }, ...this.pieces.keys());
  }
}

/** A colour as stored in the file: opaque ARGB. */
export function argb(colour: string): string {
  return `FF${colour.replace("#", "").toUpperCase()}`;
}

/** A font of the style sheet. */
function fontXml({ font = {} }: XlsxStyle): string {
  const isNamed = font.name !== undefined && font.name !== defaultFont.name;
  return element(
    "font",
    {},
    font.bold ? element("b") : undefined,
    font.italic ? element("i") : undefined,
    font.strike ? element("strike") : undefined,
    font.underline ? element("u") : undefined,
    value("sz", font.size ?? defaultFont.size),
    font.color ? element("color", { rgb: argb(font.color) }) : element("color", { theme: 1 }),
    value("name", font.name ?? defaultFont.name),
    value("family", 2),
    isNamed ? undefined : value("scheme", "minor"),
  );
}

/** A fill of the style sheet. */
function fillXml({ fill }: XlsxStyle): string {
  return fill
    ? element(
        "fill",
        {},
        element(
          "patternFill",
          { patternType: "solid" },
          element("fgColor", { rgb: argb(fill) }),
          element("bgColor", { indexed: 64 }),
        ),
      )
    : element("fill", {}, element("patternFill", { patternType: "none" }));
}

function borderXml({ borders = {} }: XlsxStyle): string {
  const lines = sides.map((side) => {
    const line = borders[side];
    return line
      ? element(side, { style: line.style }, element("color", { rgb: argb(line.color) }))
      : element(side);
  });
  return element("border", {}, ...lines, element("diagonal"));
}

/** An alignment of the style sheet; rotation above 90 is clockwise there. */
function alignmentXml({ horizontal, vertical, wrap, indent, rotation }: XlsxStyle): string | undefined {
  // An indent without an alignment is from the left, which the file must say.
  const side = horizontal ?? (indent ? "left" : undefined);
  if (!side && !vertical && !wrap && !rotation) return undefined;
  return element("alignment", {
    horizontal: side,
    vertical,
    textRotation: rotation ? (rotation < 0 ? 90 - rotation : rotation) : undefined,
    wrapText: wrap || undefined,
    indent: indent || undefined,
  });
}
