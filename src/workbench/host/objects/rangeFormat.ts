import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { IStyleData } from "@univerjs/core";
import type { CellRange } from "../../state";
import { asBoolean, asInteger, asNumber, asOneOf, invalid } from "../errors";
import { autofitColumns, autofitRows } from "../grid/autofit";
import { readColor, shownColor } from "../grid/colors";
import { changeStyle, isUnbounded, uniform } from "../grid/formats";
import type { StyleChange } from "../grid/formats";
import { requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import { borders } from "./borders";
import { ref } from "./define";
import type { ObjectType } from "./define";

/** Univer's indent unit: left padding in pixels a level. */
const INDENT = 9;

const horizontal: Record<string, HorizontalAlign | null> = {
  General: null,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
  // Univer draws neither: the nearest that it has.
  Fill: HorizontalAlign.LEFT,
  CenterAcrossSelection: HorizontalAlign.CENTER,
};
const vertical: Record<string, VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const nameOf = <Value>(names: Record<string, Value>, value: Value, otherwise: string): string =>
  Object.entries(names).find(([, one]) => one === value)?.[0] ?? otherwise;

/** Changes the format of cells, if the sheet allows it. */
function format(self: CellRange, model: Model, change: (style: IStyleData) => StyleChange): void {
  requireUnprotected(model, self.sheetId, "allowFormatCells");
  changeStyle(model, self, change);
  model.formatsChanged(self);
}

const common = <T>(self: CellRange, model: Model, read: (style: IStyleData) => T): T | null =>
  uniform(model, self, (style) => read(style)) ?? null;

const on = (flag: unknown): BooleanNumber | null => (asBoolean(flag) ? BooleanNumber.TRUE : null);

/** Fill, font, borders, alignment and sizes of a range. */
export const rangeFormat: ObjectType<CellRange> = {
  name: "RangeFormat",
  calculatedCalls: ["AutofitColumns", "AutofitRows"],
  check: (self, model) => void model.book.sheet(self.sheetId),
  get: {
    HorizontalAlignment: (self, model) =>
      common(self, model, (style) => nameOf(horizontal, style.ht ?? null, "General")),
    VerticalAlignment: (self, model) =>
      common(self, model, (style) => nameOf(vertical, style.vt ?? VerticalAlign.BOTTOM, "Bottom")),
    WrapText: (self, model) => common(self, model, (style) => style.tb === WrapStrategy.WRAP),
    IndentLevel: (self, model) => common(self, model, (style) => Math.round((style.pd?.l ?? 0) / INDENT)),
    TextOrientation: (self, model) => common(self, model, (style) => -(style.tr?.a ?? 0)),
    ShrinkToFit: () => false,
    AutoIndent: () => false,
    ReadingOrder: () => "Context",
    ColumnWidth: (self, model) =>
      alike(self.column, self.columnCount, (column) => model.sizes.columnWidth(self.sheetId, column)),
    RowHeight: (self, model) =>
      alike(self.row, self.rowCount, (row) => model.sizes.rowHeight(self.sheetId, row)),
    UseStandardHeight: (self, model) =>
      alike(self.row, self.rowCount, (row) => model.sizes.rowHeight(self.sheetId, row)) === 15,
    UseStandardWidth: (self, model) =>
      alike(self.column, self.columnCount, (column) => model.sizes.columnWidth(self.sheetId, column)) === 48,
  },
  set: {
    HorizontalAlignment: (self, value, model) => {
      const align = horizontal[asOneOf(value, Object.keys(horizontal))] ?? null;
      format(self, model, () => ({ ht: align }));
    },
    VerticalAlignment: (self, value, model) => {
      const align = asOneOf(value, ["Top", "Center", "Bottom", "Justify", "Distributed"]);
      format(self, model, () => ({ vt: vertical[align] ?? VerticalAlign.MIDDLE }));
    },
    WrapText: (self, value, model) => {
      const wrap = asBoolean(value);
      format(self, model, () => ({ tb: wrap ? WrapStrategy.WRAP : null }));
    },
    IndentLevel: (self, value, model) => {
      const level = asInteger(value, 0, 250);
      format(self, model, (style) => ({
        pd: level === 0 ? null : { l: level * INDENT },
        // Excel indents from the left unless the cell is aligned to the right.
        ...(style.ht ? {} : { ht: HorizontalAlign.LEFT }),
      }));
    },
    TextOrientation: (self, value, model) => {
      const angle = asInteger(value, -90, 180);
      if (angle > 90 && angle !== 180) throw invalid();
      format(self, model, () => ({
        tr: angle === 0 ? null : angle === 180 ? { a: 0, v: 1 } : { a: -angle },
      }));
    },
    ColumnWidth: (self, value, model) => {
      requireUnprotected(model, self.sheetId, "allowFormatColumns");
      const points = asNumber(value);
      // 255 characters is Excel's widest column.
      if (points < 0 || points > 1342.5) throw invalid();
      model.sizes.setColumnWidth(self, points);
    },
    RowHeight: (self, value, model) => {
      requireUnprotected(model, self.sheetId, "allowFormatRows");
      const points = asNumber(value);
      if (points < 0 || points > 409.5) throw invalid();
      model.sizes.setRowHeight(self, points);
    },
    UseStandardHeight: (self, value, model) => {
      requireUnprotected(model, self.sheetId, "allowFormatRows");
      if (asBoolean(value)) model.sizes.setRowHeight(self, 15);
    },
    UseStandardWidth: (self, value, model) => {
      requireUnprotected(model, self.sheetId, "allowFormatColumns");
      if (asBoolean(value)) model.sizes.setColumnWidth(self, 48);
    },
  },
  go: {
    Fill: (self) => ref(rangeFill, self),
    Font: (self) => ref(rangeFont, self),
    Borders: (self) => ref(borders, self),
    Protection: (self) => ref(formatProtection, self),
  },
  act: {
    AutofitColumns: (self, _args, model) => {
      requireUnprotected(model, self.sheetId, "allowFormatColumns");
      autofitColumns(self, model);
    },
    AutofitRows: (self, _args, model) => {
      requireUnprotected(model, self.sheetId, "allowFormatRows");
      autofitRows(self, model);
    },
    AdjustIndent: (self, [amount], model) => {
      const change = asInteger(amount, -250, 250);
      format(self, model, (style) => {
        const level = Math.max(0, Math.round((style.pd?.l ?? 0) / INDENT) + change);
        return { pd: level === 0 ? null : { l: level * INDENT } };
      });
    },
  },
};

function alike(first: number, count: number, read: (index: number) => number): number | null {
  const start = read(first);
  for (let index = first + 1; index < first + Math.min(count, 20_000); index++)
    if (read(index) !== start) return null;
  return start;
}

const rangeFill: ObjectType<CellRange> = {
  name: "RangeFill",
  get: {
    // Excel answers white for a cell without fill.
    Color: (self, model) => common(self, model, (style) => shownColor(style.bg?.rgb) ?? "#FFFFFF"),
    Pattern: (self, model) => common(self, model, (style) => (style.bg?.rgb ? "Solid" : "None")),
    PatternColor: () => "#000000",
    TintAndShade: () => 0,
    PatternTintAndShade: () => 0,
  },
  set: {
    Color: (self, value, model) => {
      const rgb = readColor(value);
      format(self, model, () => ({ bg: { rgb } }));
    },
  },
  act: {
    Clear: (self, _args, model) => {
      format(self, model, () => ({ bg: null }));
    },
  },
};

const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const rangeFont: ObjectType<CellRange> = {
  name: "RangeFont",
  get: {
    Name: (self, model) => common(self, model, (style) => style.ff ?? "Calibri"),
    Size: (self, model) => common(self, model, (style) => style.fs ?? 11),
    Color: (self, model) => common(self, model, (style) => shownColor(style.cl?.rgb) ?? "#000000"),
    Bold: (self, model) => common(self, model, (style) => style.bl === BooleanNumber.TRUE),
    Italic: (self, model) => common(self, model, (style) => style.it === BooleanNumber.TRUE),
    Underline: (self, model) =>
      common(self, model, (style) => (style.ul?.s === BooleanNumber.TRUE ? "Single" : "None")),
    Strikethrough: (self, model) => common(self, model, (style) => style.st?.s === BooleanNumber.TRUE),
    Subscript: (self, model) => common(self, model, (style) => style.va === 2),
    Superscript: (self, model) => common(self, model, (style) => style.va === 3),
    TintAndShade: () => 0,
  },
  set: {
    Name: (self, value, model) => {
      if (typeof value !== "string" || value === "" || value.length > 31) throw invalid();
      format(self, model, () => ({ ff: value }));
    },
    Size: (self, value, model) => {
      const size = asNumber(value);
      if (size < 1 || size > 409) throw invalid();
      format(self, model, () => ({ fs: size }));
    },
    Color: (self, value, model) => {
      const rgb = readColor(value);
      format(self, model, () => ({ cl: { rgb } }));
    },
    Bold: (self, value, model) => {
      const flag = on(value);
      format(self, model, () => ({ bl: flag }) as StyleChange);
    },
    Italic: (self, value, model) => {
      const flag = on(value);
      format(self, model, () => ({ it: flag }) as StyleChange);
    },
    Underline: (self, value, model) => {
      const line = asOneOf(value, underlines) !== "None";
      format(self, model, () => ({ ul: line ? { s: BooleanNumber.TRUE } : null }) as StyleChange);
    },
    Strikethrough: (self, value, model) => {
      const line = asBoolean(value);
      format(self, model, () => ({ st: line ? { s: BooleanNumber.TRUE } : null }) as StyleChange);
    },
    Subscript: (self, value, model) => {
      const low = asBoolean(value);
      format(self, model, () => ({ va: low ? 2 : null }));
    },
    Superscript: (self, value, model) => {
      const high = asBoolean(value);
      format(self, model, () => ({ va: high ? 3 : null }));
    },
  },
};

const formatProtection: ObjectType<CellRange> = {
  name: "FormatProtection",
  get: {
    Locked: (self, model) => {
      const { unlocked } = model.state.sheet(self.sheetId);
      return uniform(model, self, (_style, row, column) => unlocked[`${row},${column}`] !== true) ?? null;
    },
    FormulaHidden: () => false,
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
