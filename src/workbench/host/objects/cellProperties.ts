import type { IBorderData, IStyleData } from "@univerjs/core";
import type { CellRange } from "../../state";
import { asBoolean, invalid } from "../errors";
import { localAddress, MAX_COLUMNS, MAX_ROWS } from "../grid/address";
import { borderWrites, lookOfBorder } from "../grid/borderLines";
import { changeStyle, isUnbounded } from "../grid/formats";
import type { StyleChange } from "../grid/formats";
import { requireUnprotected } from "../grid/guard";
import { alignmentLooks, fillLooks, fontLooks } from "../grid/looks";
import type { Look } from "../grid/looks";
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
function readLooks(looks: Readonly<Record<string, Look>>, wanted: unknown, style: IStyleData): Plain {
  const read: Plain = {};
  for (const [name, asked] of Object.entries(plainOf(wanted))) {
    const look = looks[pascal(name)];
    if (!look) throw invalid();
    if (asked === true) read[name] = look.read(style);
  }
  return read;
}

function readBorders(wanted: unknown, style: IStyleData): Plain {
  const asked = Object.entries(plainOf(wanted))
    .filter(([, on]) => on === true)
    .map(([name]) => name);
  const read: Plain = {};
  for (const [edge, key] of Object.entries(edges)) {
    const look: Plain = { ...lookOfBorder(style.bd?.[key]) };
    read[edge] = Object.fromEntries(asked.map((name) => [name, look[name]]));
  }
  return read;
}

/** `getCellProperties`: the properties that were asked for, of each cell. */
export function getCellProperties(self: CellRange, [options]: readonly unknown[], model: Model): Plain[][] {
  if (isUnbounded(self)) throw invalid();
  const { format, ...wanted } = plainOf(options);
  if (format === true) throw invalid();
  const readFormat = isPlain(format) ? formatReader(format, model) : undefined;
  return model.cells.map(self, (row, column) => {
    const cell = { sheetId: self.sheetId, row, column, rowCount: 1, columnCount: 1 };
    const read: Plain = {};
    if (readFormat) read["format"] = readFormat(model.cells.style(self.sheetId, row, column), cell);
    for (const [name, asked] of Object.entries(wanted))
      if (asked === true) read[name] = readCell(name, cell, model);
    return read;
  });
}

function readCell(name: string, cell: CellRange, model: Model): unknown {
  switch (name) {
    case "address":
    case "addressLocal":
      return `${model.sheetPrefix(cell.sheetId)}!${localAddress(cell)}`;
    case "hidden":
      return (
        model.sizes.rowHeight(cell.sheetId, cell.row) === 0 ||
        model.sizes.columnWidth(cell.sheetId, cell.column) === 0
      );
    case "hyperlink":
      return hyperlinkAt(cell, model);
    case "style":
      return "Normal";
    default:
      throw invalid();
  }
}

/** Reads the formats of cells, each style once, because most cells share a few. */
function formatReader(wanted: Plain, model: Model): (style: IStyleData, cell: CellRange) => Plain {
  const { columnWidth, rowHeight, protection, ...looks } = wanted;
  const known = new Map<string, Plain>();
  return (style, cell) => {
    const key = JSON.stringify(style);
    const shared = known.get(key) ?? readStyle(looks, style);
    known.set(key, shared);
    const read = { ...shared };
    if (columnWidth !== undefined) read["columnWidth"] = model.sizes.columnWidth(cell.sheetId, cell.column);
    if (rowHeight !== undefined) read["rowHeight"] = model.sizes.rowHeight(cell.sheetId, cell.row);
    if (protection !== undefined) {
      const locked = model.state.sheet(cell.sheetId).unlocked[`${cell.row},${cell.column}`] !== true;
      read["protection"] = { locked, formulaHidden: false };
    }
    return read;
  };
}

function readStyle(wanted: Plain, style: IStyleData): Plain {
  const read: Plain = {};
  for (const [name, asked] of Object.entries(wanted)) {
    if (name === "fill") read[name] = readLooks(fillLooks, asked, style);
    else if (name === "font") read[name] = readLooks(fontLooks, asked, style);
    else if (name === "borders") read[name] = readBorders(asked, style);
    else Object.assign(read, readLooks(alignmentLooks, { [name]: asked }, style));
  }
  return read;
}

/** Properties of whole rows or columns of the range. */
function lineProperties(kind: "row" | "column") {
  return (self: CellRange, [options]: readonly unknown[], model: Model): Plain[] => {
    const wanted = plainOf(options);
    const count = kind === "row" ? self.rowCount : self.columnCount;
    return Array.from({ length: count }, (_one, i) => {
      const line: CellRange =
        kind === "row"
          ? { sheetId: self.sheetId, row: self.row + i, rowCount: 1, column: 0, columnCount: MAX_COLUMNS }
          : { sheetId: self.sheetId, row: 0, rowCount: MAX_ROWS, column: self.column + i, columnCount: 1 };
      const size =
        kind === "row"
          ? model.sizes.rowHeight(self.sheetId, line.row)
          : model.sizes.columnWidth(self.sheetId, line.column);
      const known: Plain = {
        address: `${model.sheetPrefix(self.sheetId)}!${localAddress(line)}`,
        addressLocal: `${model.sheetPrefix(self.sheetId)}!${localAddress(line)}`,
        [`${kind}Index`]: kind === "row" ? line.row : line.column,
        [`${kind}Hidden`]: size === 0,
      };
      const read: Plain = {};
      for (const [name, asked] of Object.entries(wanted)) {
        if (name === "format" && isPlain(asked)) {
          const first = model.cells.style(self.sheetId, self.row, self.column);
          const cell = { ...self, row: line.row, column: line.column };
          read[name] = formatReader(asked, model)(first, cell);
        } else if (asked === true) {
          if (!(name in known)) throw invalid();
          read[name] = known[name];
        }
      }
      return read;
    });
  };
}

export const getRowProperties = lineProperties("row");
export const getColumnProperties = lineProperties("column");

/** The change of a style for a cell's settable properties. */
function changeOf(format: Plain): (style: IStyleData) => StyleChange {
  const changes: ((style: IStyleData) => StyleChange)[] = [];
  const add = (looks: Readonly<Record<string, Look>>, values: Plain) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined || value === null) continue;
      const look = looks[pascal(name)];
      if (!look?.write) throw invalid();
      changes.push(look.write(value));
    }
  };
  for (const [name, value] of Object.entries(format)) {
    if (value === undefined || value === null || name === "protection") continue;
    if (name === "fill") add(fillLooks, plainOf(value));
    else if (name === "font") add(fontLooks, plainOf(value));
    else if (name === "borders") changes.push(changeOfBorders(plainOf(value)));
    else if (name !== "columnWidth" && name !== "rowHeight") add(alignmentLooks, { [name]: value });
  }
  return (style) =>
    changes.reduce<StyleChange>(
      (sum, change) => ({ ...sum, ...change({ ...style, ...sum } as IStyleData) }),
      {},
    );
}

function changeOfBorders(given: Plain): (style: IStyleData) => StyleChange {
  const writes = Object.entries(given).map(([edge, values]) => {
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
export function setCellProperties(self: CellRange, [given]: readonly unknown[], model: Model): void {
  requireUnprotected(model, self.sheetId, "allowFormatCells");
  if (!Array.isArray(given) || given.length !== self.rowCount) throw invalid();
  const rows = given.map((row: unknown) => {
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
      const cell = {
        sheetId: self.sheetId,
        row: self.row + i,
        column: self.column + j,
        rowCount: 1,
        columnCount: 1,
      };
      if (properties["hyperlink"]) setHyperlink(cell, properties["hyperlink"], model);
      if (properties["style"] !== undefined && properties["style"] !== "Normal") throw invalid();
      const locked =
        isPlain(properties["format"]) && isPlain(properties["format"]["protection"])
          ? properties["format"]["protection"]["locked"]
          : undefined;
      if (locked === undefined) continue;
      const { unlocked } = model.state.sheet(self.sheetId);
      if (asBoolean(locked)) delete unlocked[`${cell.row},${cell.column}`];
      else unlocked[`${cell.row},${cell.column}`] = true;
    }
  }
}
