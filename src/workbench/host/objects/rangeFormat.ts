import type { IStyleData } from "@univerjs/core";
import type { CellRange } from "../../state";
import { asBoolean, asNumber, invalid } from "../errors";
import { alignmentMembers, fillMembers, fontMembers } from "../grid/formatMembers";
import type { FormatMember } from "../grid/formatMembers";
import { changeStyle, isUnbounded, uniform } from "../grid/formats";
import type { StyleChange } from "../grid/formats";
import { requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { borders } from "./borders";
import { ref } from "./define";
import type { ObjectType } from "./define";
import { alike } from "./ranges";

/** Changes the format of cells, if the sheet allows it. */
function format(self: CellRange, model: Model, change: (style: IStyleData) => StyleChange): void {
  requireUnprotected(model, self.sheetId, "allowFormatCells");
  changeStyle(model, self, change);
}

type Members = Required<Pick<ObjectType<CellRange>, "get" | "set">>;

/** The format properties of a range; null where its cells differ. */
function members(formatMembers: Readonly<Record<string, FormatMember>>): Members {
  const set: Record<string, (self: CellRange, value: unknown, model: Model) => void> = {};
  const get: Record<string, (self: CellRange, model: Model) => unknown> = {};
  for (const [name, member] of Object.entries(formatMembers)) {
    get[name] = (self, model) => uniform(model, self, (style) => member.read(style)) ?? null;
    const { write } = member;
    if (write) {
      set[name] = (self, value, model) => {
        format(self, model, write(value));
      };
    }
  }
  return { get, set };
}

const alignment = members(alignmentMembers);
const STANDARD_HEIGHT = 15;

const widthOf = (self: CellRange, model: Model): number | null =>
  alike(self.column, self.columnCount, (column) => model.sizes.columnWidth(self.sheetId, column));
const heightOf = (self: CellRange, model: Model): number | null =>
  alike(self.row, self.rowCount, (row) => model.sizes.rowHeight(self.sheetId, row));

/** Sets the width of the range's columns, in points. InvalidArgument outside 0 to 1342.5 (255 characters). */
function setColumnWidth(self: CellRange, value: unknown, model: Model): void {
  requireUnprotected(model, self.sheetId, "allowFormatColumns");
  const points = asNumber(value);
  // 255 characters is Excel's widest column.
  if (points < 0 || points > 1342.5) throw invalid();
  model.sizes.setColumnWidth(self, points);
}

/** Sets the height of the range's rows, in points. InvalidArgument outside 0 to 409.5, Excel's highest row. */
function setRowHeight(self: CellRange, value: unknown, model: Model): void {
  requireUnprotected(model, self.sheetId, "allowFormatRows");
  const points = asNumber(value);
  if (points < 0 || points > 409.5) throw invalid();
  model.sizes.setRowHeight(self, points);
}

/** Fill, font, borders, alignment and sizes of a range. */
export const rangeFormat: ObjectType<CellRange> = {
  name: "RangeFormat",
  check: (self, model) => void model.book.sheet(self.sheetId),
  get: {
    ...alignment.get,
    ColumnWidth: widthOf,
    RowHeight: heightOf,
    UseStandardHeight: (self, model) => heightOf(self, model) === STANDARD_HEIGHT,
  },
  set: {
    ...alignment.set,
    ColumnWidth: setColumnWidth,
    RowHeight: setRowHeight,
    UseStandardHeight: (self, value, model) => {
      if (asBoolean(value)) setRowHeight(self, STANDARD_HEIGHT, model);
    },
  },
  go: {
    Fill: (self) => ref(rangeFill, self),
    Font: (self) => ref(rangeFont, self),
    Borders: (self) => ref(borders, self),
    Protection: (self) => ref(formatProtection, self),
  },
};

const rangeFill: ObjectType<CellRange> = { ...members(fillMembers), name: "RangeFill" };

const rangeFont: ObjectType<CellRange> = { ...members(fontMembers), name: "RangeFont" };

const formatProtection: ObjectType<CellRange> = {
  name: "FormatProtection",
  get: {
    Locked: (self, model) => {
      const { unlocked } = model.state.sheet(self.sheetId);
      return uniform(model, self, (_style, row, column) => unlocked[`${row},${column}`] !== true) ?? null;
    },
  },
  set: {
    Locked: (self, value, model) => {
      requireUnprotected(model, self.sheetId);
      if (isUnbounded(self)) throw invalid();
      const locked = asBoolean(value);
      const { unlocked } = model.state.sheet(self.sheetId);
      model.cells.map(self, (row, column) => {
        if (locked) delete unlocked[`${row},${column}`];
        else unlocked[`${row},${column}`] = true;
      });
      model.state.changed({ kind: "sheet", sheetId: self.sheetId });
    },
  },
};
