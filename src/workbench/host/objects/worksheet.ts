import { cellAt } from "../../cellRange";
import { asBoolean, asInteger, asOneOf, asText, invalid, notFound } from "../errors";
import { bounded, wholeSheet } from "../grid/address";
import { readColor } from "../grid/colors";
import {
  copySheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  setGridlines,
  setTabColor,
  setVisibility,
  visibility,
} from "../grid/sheets";
import type { Model } from "../model";
import { autoFilter } from "./autoFilter";
import { charts } from "./charts/index";
import { customProperties } from "./customProperties";
import { nullObject, ref } from "./define";
import type { ObjectType } from "./define";
import { freezePanes } from "./freezePanes";
import { range, rangeAreas, worksheet } from "./kinds";
import type { Ref } from "./kinds";
import { namedItems } from "./names";
import { horizontalPageBreaks } from "./pageBreaks";
import { pageLayout } from "./pageLayout";
import { protection } from "./protection";
import { usedRange } from "./ranges";
import { tables } from "./tables";

const positions = ["None", "Before", "After", "Beginning", "End"] as const;

/** A sheet; the handle is its id. */
export const worksheetType: ObjectType<string> = {
  name: worksheet.name,
  check: (self, model) => void model.book.sheet(self),
  id: (self) => self,
  get: {
    Id: (self) => self,
    Name: (self, model) => model.book.nameOf(self),
    Position: (self, model) => model.book.order().indexOf(self),
    Visibility: (self, model) => visibility(model, self),
    TabColor: (self, model) => model.state.sheet(self).tabColor,
    ShowGridlines: (self, model) => model.state.sheet(self).showGridlines,
  },
  set: {
    Name: (self, value, model) => renameSheet(model, self, asText(value)),
    Position: (self, value, model) => {
      moveSheet(model, self, asInteger(value));
    },
    Visibility: (self, value, model) =>
      setVisibility(model, self, asOneOf(value, ["Visible", "Hidden", "VeryHidden"])),
    TabColor: (self, value, model) => {
      setTabColor(model, self, value === "" ? "" : readColor(value));
    },
    // A client with ExcelApi 1.8 writes it under another name than it reads it.
    Gridlines: gridlines,
    ShowGridlines: gridlines,
  },
  go: {
    Charts: (self) => ref(charts, self),
    CustomProperties: (self) => ref(customProperties, self),
    FreezePanes: (self) => ref(freezePanes, self),
    Names: (self) => ref(namedItems, self),
    HorizontalPageBreaks: (self) => ref(horizontalPageBreaks, self),
    PageLayout: (self) => ref(pageLayout, self),
    Protection: (self) => ref(protection, self),
    Tables: (self) => ref(tables, { sheetId: self }),
    AutoFilter: (self) => ref(autoFilter, self),
  },
  call: {
    Activate: (self, _args, model) => model.selection.activate(self),
    GetRange: (self, [address], model) => {
      if (address === undefined || address === null || address === "") return range.of(wholeSheet(self));
      return range.of(onSheet(self, model.rangeOf(self, asText(address))));
    },
    GetRanges: (self, [address], model) => {
      const areas = asText(address ?? "")
        .split(/[,;]/)
        .map((part) => onSheet(self, model.rangeOf(self, part)));
      return rangeAreas.of(areas);
    },
    GetRangeByIndexes: (self, [row, column, rowCount, columnCount]) =>
      range.of(
        bounded({
          sheetId: self,
          row: asInteger(row),
          column: asInteger(column),
          rowCount: asInteger(rowCount),
          columnCount: asInteger(columnCount),
        }),
      ),
    GetUsedRange: async (self, [valuesOnly], model) => {
      await model.calculation.settle();
      const used = usedRange(model, self, valuesOnly === true);
      return range.of(used ?? cellAt(self, 0, 0));
    },
    GetUsedRangeOrNullObject: async (self, [valuesOnly], model) => {
      await model.calculation.settle();
      const used = usedRange(model, self, valuesOnly === true);
      return used ? range.of(used) : nullObject;
    },
    // The client finds a sheet that a method returned by this.
    _GetSheetById: (_self, [id], model) => sheetOfId(id, model),
    _GetAnotherWorksheetById: (_self, [id], model) => sheetOfId(id, model),
  },
  act: {
    Delete: (self, _args, model) => deleteSheet(model, self),
    Copy: (self, [positionType, relativeTo], model) => {
      const type =
        positionType === undefined || positionType === null ? "None" : asOneOf(positionType, positions);
      const order = model.book.order();
      const other = worksheet.handleOf(relativeTo);
      if ((type === "Before" || type === "After") && other === undefined) throw invalid();
      const places = {
        None: order.length,
        End: order.length,
        Beginning: 0,
        Before: order.indexOf(other ?? ""),
        After: order.indexOf(other ?? "") + 1,
      };
      return worksheet.of(copySheet(model, self, places[type]));
    },
  },
};

function gridlines(self: string, value: unknown, model: Model): void {
  setGridlines(model, self, asBoolean(value));
}

function onSheet<Range extends { sheetId: string }>(self: string, found: Range): Range {
  if (found.sheetId !== self) throw invalid();
  return found;
}

function sheetOfId(id: unknown, model: Model): Ref {
  if (typeof id !== "string" || !model.book.has(id)) throw notFound();
  return worksheet.of(id);
}
