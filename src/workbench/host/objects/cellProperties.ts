import type { IBorderData, IStyleData } from "@univerjs/core";
import { cellAt } from "../../cellRange";
import type { CellRange } from "../../state";
import { invalid } from "../errors";
import { borderWrites, formatOfBorder } from "../grid/borderLines";
import { alignmentMembers, fillMembers, fontMembers } from "../grid/formatMembers";
import type { FormatMember } from "../grid/formatMembers";
import { changeStyle, isUnbounded } from "../grid/formats";
import type { StyleChange } from "../grid/formats";
import { requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { hyperlinkAt, setHyperlink } from "./hyperlinks";

/** Plain objects with camel-case members, as these methods use. */
type Plain = Record<string, unknown>;

const edges = {
  top: "t",
  bottom: "b",
  left: "l",
  right: "r",
  diagonalDown: "tl_br",
  diagonalUp: "bl_tr",
} as const;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function plainOf(value: unknown): Plain {
  if (!isPlain(value)) throw invalid();
  return value;
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The properties that were asked for: `{ color: true }` gives `{ color: "#…" }`. */
function readMembers(
  formatMembers: Readonly<Record<string, FormatMember>>,
  wanted: unknown,
  style: IStyleData,
): Plain {
  const read: Plain = {};
  for (const [name, value] of Object.entries(plainOf(wanted))) {
    const member = formatMembers[pascal(name)];
    if (!member) throw invalid();
    if (value === true) read[name] = member.read(style);
  }
  return read;
}

function readBorders(wanted: unknown, style: IStyleData): Plain {
  const names = Object.entries(plainOf(wanted))
    .filter(([, isWanted]) => isWanted === true)
    .map(([name]) => name);
  const read: Plain = {};
  for (const [edge, key] of Object.entries(edges)) {
    const member: Plain = { ...formatOfBorder(style.bd?.[key]) };
    read[edge] = Object.fromEntries(names.map((name) => [name, member[name]]));
  }
  return read;
}

/** `getCellProperties`: the properties that were asked for, of each cell. */
export function getCellProperties(self: CellRange, [options]: readonly unknown[], model: Model): Plain[][] {
  if (isUnbounded(self)) throw invalid();
  const { format, ...wanted } = plainOf(options);
  if (format === true) throw invalid();
  const readFormat = isPlain(format) ? formatReader(format) : undefined;
  return model.cells.map(self, (row, column) => {
    const cell = cellAt(self.sheetId, row, column);
    const read: Plain = {};
    if (readFormat) read["format"] = readFormat(model.cells.style(self.sheetId, row, column));
    for (const [name, value] of Object.entries(wanted))
      if (name !== "hyperlink") throw invalid();
      else if (value === true) read[name] = hyperlinkAt(cell, model);
    return read;
  });
}

/** Reads the formats of cells, each style once, because most cells share a few. */
function formatReader(wanted: Plain): (style: IStyleData) => Plain {
  const known = new Map<string, Plain>();
  return (style) => {
    const key = JSON.stringify(style);
    const read = known.get(key) ?? readStyle(wanted, style);
    known.set(key, read);
    return { ...read };
  };
}

function readStyle(wanted: Plain, style: IStyleData): Plain {
  const read: Plain = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (name === "fill") read[name] = readMembers(fillMembers, value, style);
    else if (name === "font") read[name] = readMembers(fontMembers, value, style);
    else if (name === "borders") read[name] = readBorders(value, style);
    else Object.assign(read, readMembers(alignmentMembers, { [name]: value }, style));
  }
  return read;
}

/** Sizes of whole rows or columns of the range, and which of them are hidden. */
function lineProperties(kind: "row" | "column") {
  return (self: CellRange, [options]: readonly unknown[], model: Model): Plain[] => {
    const { format, ...wanted } = plainOf(options);
    const [size, hidden] = [kind === "row" ? "rowHeight" : "columnWidth", `${kind}Hidden`];
    const names = [...Object.keys(format === undefined ? {} : plainOf(format)), ...Object.keys(wanted)];
    if (names.some((name) => name !== size && name !== hidden)) throw invalid();
    return Array.from({ length: kind === "row" ? self.rowCount : self.columnCount }, (_one, i) => {
      const points =
        kind === "row"
          ? model.sizes.rowHeight(self.sheetId, self.row + i)
          : model.sizes.columnWidth(self.sheetId, self.column + i);
      return {
        ...(format !== undefined && { format: { [size]: points } }),
        ...(wanted[hidden] === true && { [hidden]: points === 0 }),
      };
    });
  };
}

export const getRowProperties = lineProperties("row");
export const getColumnProperties = lineProperties("column");

/** The change of a style for a cell's settable properties. */
function changeOf(format: Plain): (style: IStyleData) => StyleChange {
  const changes: ((style: IStyleData) => StyleChange)[] = [];
  const add = (formatMembers: Readonly<Record<string, FormatMember>>, values: Plain) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined || value === null) continue;
      const member = formatMembers[pascal(name)];
      if (!member?.write) throw invalid();
      changes.push(member.write(value));
    }
  };
  for (const [name, value] of Object.entries(format)) {
    if (value === undefined || value === null) continue;
    if (name === "fill") add(fillMembers, plainOf(value));
    else if (name === "font") add(fontMembers, plainOf(value));
    else if (name === "borders") changes.push(changeOfBorders(plainOf(value)));
    else add(alignmentMembers, { [name]: value });
  }
  return (style) =>
    changes.reduce<StyleChange>(
      (sum, change) => ({ ...sum, ...change({ ...style, ...sum } as IStyleData) }),
      {},
    );
}

/** The change of a cell's borders by settable properties, edge by edge. */
function changeOfBorders(borders: Plain): (style: IStyleData) => StyleChange {
  const writes = Object.entries(borders).map(([edge, values]) => {
    const key = (edges as Record<string, keyof IBorderData | undefined>)[edge];
    // "horizontal" and "vertical" are lines between cells: a single cell has none.
    if (!key && edge !== "horizontal" && edge !== "vertical") throw invalid();
    const lines = Object.entries(plainOf(values))
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => {
        const write = (borderWrites as Record<string, (typeof borderWrites)["Style"] | undefined>)[
          pascal(name)
        ];
        if (!write) throw invalid();
        return write(value);
      });
    return { key, lines };
  });
  return (style) => {
    const bd: IBorderData = { ...style.bd };
    for (const { key, lines } of writes) {
      if (key) bd[key] = lines.reduce((line, change) => change(line), bd[key] || null);
    }
    return { bd };
  };
}

/** `setCellProperties`: an object for each cell, in the range's shape. */
export function setCellProperties(self: CellRange, [values]: readonly unknown[], model: Model): void {
  requireUnprotected(model, self.sheetId, "allowFormatCells");
  if (!Array.isArray(values) || values.length !== self.rowCount) throw invalid();
  const rows = values.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== self.columnCount) throw invalid();
    return row.map((cell: unknown) => plainOf(cell ?? {}));
  });
  const changes = rows.map((row) =>
    row.map((cell) => changeOf(cell["format"] ? plainOf(cell["format"]) : {})),
  );
  changeStyle(
    model,
    self,
    (style, row, column) => changes[row - self.row]?.[column - self.column]?.(style) ?? {},
  );
  for (const [i, row] of rows.entries()) {
    for (const [j, properties] of row.entries()) {
      const cell = cellAt(self.sheetId, self.row + i, self.column + j);
      if (properties["hyperlink"]) setHyperlink(cell, properties["hyperlink"], model);
    }
  }
}
