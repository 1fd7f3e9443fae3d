import { numfmt } from "@univerjs/core";
import type { CellRange } from "../../state";
import { asInteger, invalid, Refusal } from "../errors";
import { localAddress } from "../grid/address";
import { changeStyle, isUnbounded } from "../grid/formats";
import { mergesIn, requireUnprotected } from "../grid/guard";
import type { Model } from "../model";
import {
  getCellProperties,
  getColumnProperties,
  getRowProperties,
  setCellProperties,
} from "./cellProperties";
import { nullObject, ref } from "./define";
import type { ObjectType } from "./define";
import { enterValues, perCell, requireShape } from "./entering";
import { hyperlinkAt, setHyperlink } from "./hyperlinks";
import { range, rangeAreas, worksheet } from "./kinds";
import { rangeEdits } from "./rangeEdits";
import { rangeFormat } from "./rangeFormat";
import { alike, calculatedWalks, rangeWalks } from "./ranges";
import { tablesIn } from "./tables";

type Read = (self: CellRange, model: Model) => unknown;

/** A property with a value for each cell; null for whole rows and columns, which are too many cells. */
const eachCell =
  (read: (model: Model, sheetId: string, row: number, column: number) => unknown): Read =>
  (self, model) =>
    isUnbounded(self) ? null : model.cells.map(self, (row, column) => read(model, self.sheetId, row, column));

/** Sets number formats, one for all cells or one for each. Null changes nothing, "" is General. */
function setNumberFormat(self: CellRange, formats: unknown, model: Model): void {
  requireUnprotected(model, self.sheetId, "allowFormatCells");
  const at = perCell(self, formats);
  if (isUnbounded(self) && Array.isArray(formats)) throw invalid();
  const check = (pattern: unknown): string | null => {
    if (pattern === null || pattern === undefined) return null;
    if (typeof pattern !== "string" || pattern.length > 255) throw invalid();
    if (pattern !== "" && !numfmt.isValidFormat(pattern)) throw invalid();
    return pattern === "" ? "General" : pattern;
  };
  const first = Array.isArray(formats) ? undefined : check(formats);
  if (Array.isArray(formats)) model.cells.map(self, (row, column) => check(at(row, column)));
  changeStyle(model, self, (_style, row, column) => {
    const pattern = first ?? check(at(row, column));
    if (pattern === null) return {};
    return { n: pattern === "General" ? null : { pattern } };
  });
}

const hiddenRow = (model: Model, sheetId: string, row: number): boolean => {
  const sheet = model.book.sheet(sheetId);
  return row < sheet.getRowCount() && !sheet.getRowRawVisible(row);
};

/** A rectangle of cells. */
export const rangeType: ObjectType<CellRange> = {
  name: range.name,
  trackable: true,
  calculated: true,
  calculatedCalls: calculatedWalks,
  check: (self, model) => void model.book.sheet(self.sheetId),
  onRequest: ["Text", "FormulasLocal", "Hyperlink"],
  get: {
    Address: (self, model) => `${model.sheetPrefix(self.sheetId)}!${localAddress(self)}`,
    RowIndex: (self) => self.row,
    ColumnIndex: (self) => self.column,
    RowCount: (self) => self.rowCount,
    Values: eachCell((model, ...cell) => model.cells.at(...cell).value),
    ValueTypes: eachCell((model, ...cell) => model.cells.at(...cell).type),
    Formulas: eachCell(formulaOrValue),
    FormulasLocal: eachCell(formulaOrValue),
    Text: eachCell((model, ...cell) => model.cells.text(...cell)),
    NumberFormat: eachCell((model, ...cell) => model.cells.ownFormat(...cell)),
    HasSpill: (self, model) => {
      if (isUnbounded(self)) return model.cells.spills(self.sheetId).length > 0 ? null : false;
      const covered = model.cells
        .map(self, (row, column) => model.cells.spillOver(self.sheetId, row, column) !== undefined)
        .flat();
      return covered.every((one) => one) ? true : covered.some((one) => one) ? null : false;
    },
    RowHidden: (self, model) => alike(self.row, self.rowCount, (row) => hiddenRow(model, self.sheetId, row)),
    Left: (self, model) => model.sizes.left(self.sheetId, self.column),
    Top: (self, model) => model.sizes.top(self.sheetId, self.row),
    Width: (self, model) =>
      sum(self.column, self.columnCount, (column) => model.sizes.columnWidth(self.sheetId, column)),
    Height: (self, model) => sum(self.row, self.rowCount, (row) => model.sizes.rowHeight(self.sheetId, row)),
    Hyperlink: (self, model) => hyperlinkAt(self, model),
  },
  set: {
    Values: enterValues,
    Formulas: enterValues,
    NumberFormat: setNumberFormat,
    RowHidden: (self, hidden, model) => {
      requireUnprotected(model, self.sheetId, "allowFormatRows");
      if (typeof hidden !== "boolean") throw invalid();
      model.sizes.setRowsHidden(self, hidden);
    },
    Hyperlink: (self, link, model) => {
      requireUnprotected(model, self.sheetId, "allowInsertHyperlinks");
      setHyperlink(self, link, model);
    },
  },
  go: {
    Format: (self) => ref(rangeFormat, self),
    Worksheet: (self) => worksheet.of(self.sheetId),
  },
  call: {
    ...rangeWalks,
    GetCellProperties: getCellProperties,
    GetRowProperties: getRowProperties,
    GetColumnProperties: getColumnProperties,
    GetMergedAreasOrNullObject: (self, _args, model) => {
      const areas = mergesIn(model, self);
      return areas.length > 0 ? rangeAreas.of(areas) : nullObject;
    },
    GetTables: (self, [fullyContained]) => tablesIn(self, fullyContained === true),
    Select: (self, _args, model) => {
      model.selection.select(self);
    },
    _ValidateArraySize: (self, [rows, columns]) => {
      requireShape(self, asInteger(rows), asInteger(columns));
    },
  },
  act: {
    ...rangeEdits,
    SetCellProperties: setCellProperties,
  },
};

function formulaOrValue(
  model: Model,
  sheetId: string,
  row: number,
  column: number,
): string | number | boolean {
  const content = model.cells.at(sheetId, row, column);
  return content.formula ?? content.value;
}

function sum(first: number, count: number, read: (index: number) => number): number {
  if (count > 200_000) throw new Refusal("RangeExceedsLimit");
  let total = 0;
  for (let index = first; index < first + count; index++) total += read(index);
  return total;
}
