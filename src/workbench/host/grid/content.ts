import { CellValueType } from "@univerjs/core";
import type { ICellData, Nullable } from "@univerjs/core";

/** The type of a cell's value: `valueTypes` of a range. */
type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** A cell's value as `values` shows it: "" when empty, an error as its text. */
export interface CellContent {
  type: ValueType;
  value: string | number | boolean;
  /** The cell's own formula with "=". */
  formula?: string;
}

const errors = new Set([
  "#DIV/0!",
  "#N/A",
  "#NAME?",
  "#NULL!",
  "#NUM!",
  "#REF!",
  "#VALUE!",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#CONNECT!",
  "#BLOCKED!",
  "#UNKNOWN!",
  "#FIELD!",
  "#GETTING_DATA",
  // Univer has this one, Excel does not.
  "#CYCLE!",
  "#ERROR!",
]);

/** True for the text of one of Excel's error values. In upper case, as cells show it. */
export const isErrorText = (text: string): boolean => errors.has(text);

/** Univer's errors that Excel shows differently: a circular reference shows 0. */
const translated: Record<string, CellContent> = {
  "#CYCLE!": { type: "Double", value: 0 },
  "#ERROR!": { type: "Error", value: "#VALUE!" },
};

/**
 * Reads a cell of Univer, raw or spilled. An empty cell has empty content; a spilled one its value without formula.
 */
export function contentOf(cell: Nullable<ICellData>): CellContent {
  const content = valueOf(cell);
  return cell && typeof cell.f === "string" && cell.f.startsWith("=")
    ? { ...content, formula: cell.f }
    : content;
}

/** The type and value of a cell, as `Range.valueTypes` tells them. */
function valueOf(cell: Nullable<ICellData>): CellContent {
  const value = cell ? cell.v : undefined;
  if (!cell || value === undefined || value === null) return { type: "Empty", value: "" };
  if (cell.t === CellValueType.BOOLEAN) return { type: "Boolean", value: value === 1 || value === true };
  if (typeof value === "boolean") return { type: "Boolean", value };
  if (typeof value === "number") return { type: "Double", value };
  if (cell.t === CellValueType.NUMBER && value.trim() !== "" && Number.isFinite(Number(value))) {
    return { type: "Double", value: Number(value) };
  }
  // A formula's "" is a text, so valueTypes says String; a constant "" does not exist.
  if (value === "" && cell.f === undefined && cell.t !== CellValueType.FORCE_STRING)
    return { type: "Empty", value: "" };
  if (cell.t !== CellValueType.FORCE_STRING && errors.has(value)) {
    return translated[value] ?? { type: "Error", value };
  }
  return { type: "String", value };
}
