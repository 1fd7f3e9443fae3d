import { isErrorText } from "../grid/content";

/** One cell of a function's result. */
export interface CellResult {
  value: string | number | boolean;
  /** Whether `value` is the text of an error. */
  error: boolean;
  /** The sentence of an error. */
  message?: string;
  /** The number format of a data type. */
  numberFormat?: string;
  /** The data type itself, for the card. */
  dataType?: unknown;
}

/** A function's result: one cell, or rows of cells that spill. */
export type FunctionResult = { kind: "cell"; cell: CellResult } | { kind: "rows"; rows: CellResult[][] };

/** The client's codes of errors in results. */
const errorTexts: Record<number, string> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

const failed = (error: string, message?: string): CellResult => ({
  value: error,
  error: true,
  ...(message !== undefined && message !== "" && { message }),
});

/** The result of a cell that shows an error value, such as "#BUSY!", with the message of its tip, if any. */
export const errorResult = (error: string, message?: string): FunctionResult => ({
  kind: "cell",
  cell: failed(error, message),
});

/** Reads one entry of SetInvocationArrayResults: `[id, true, value]` or `[id, false, message, code]`. */
export function readResult(success: boolean, value: unknown, code: unknown, matrix: boolean): FunctionResult {
  if (!success) {
    const error = errorTexts[typeof code === "number" ? code : 0] ?? "#VALUE!";
    // Excel shows a sentence only with #VALUE! and #N/A.
    const carries = error === "#VALUE!" || error === "#N/A";
    return errorResult(error, carries && typeof value === "string" ? value : undefined);
  }
  if (!Array.isArray(value)) return { kind: "cell", cell: readCell(value) };
  const rows: unknown[] = value;
  if (rows.length === 0) return errorResult("#CALC!");
  const width = Array.isArray(rows[0]) ? rows[0].length : -1;
  const even = rows.every((row) => Array.isArray(row) && row.length === width);
  // Refuses ragged rows, and rows from a function declared to give one value.
  if (!even || width < 1) return errorResult(width === 0 ? "#CALC!" : "#VALUE!");
  if (!matrix && (rows.length > 1 || width > 1)) return errorResult("#VALUE!");
  return { kind: "rows", rows: (rows as unknown[][]).map((row) => row.map(readCell)) };
}

/** A value of an answer as Excel takes it. */
function readCell(value: unknown): CellResult {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? { value, error: false } : failed("#NUM!");
    case "boolean":
      return { value, error: false };
    case "string":
      return value.length > 32_767 ? failed("#VALUE!") : { value, error: false };
    case "object":
      // Excel shows 0 for null.
      return value === null ? { value: 0, error: false } : readDataType(value);
    default:
      return { value: 0, error: false };
  }
}

/** A data type of an answer as Excel takes it; #VALUE! for a kind that it does not know. */
function readDataType(value: object): CellResult {
  const { type, basicValue, numberFormat, message, text } = value as Record<string, unknown>;
  const format = typeof numberFormat === "string" && numberFormat !== "" ? { numberFormat } : {};
  switch (type) {
    case "Error": {
      const error = typeof basicValue === "string" && isErrorText(basicValue) ? basicValue : "#VALUE!";
      return failed(error, typeof message === "string" ? message : undefined);
    }
    case "Double":
    case "FormattedNumber":
      if (typeof basicValue !== "number" || !Number.isFinite(basicValue)) return failed("#VALUE!");
      return { value: basicValue, error: false, ...format, dataType: value };
    case "String":
      return typeof basicValue === "string"
        ? { value: basicValue, error: false, dataType: value }
        : failed("#VALUE!");
    case "Boolean":
      return typeof basicValue === "boolean"
        ? { value: basicValue, error: false, dataType: value }
        : failed("#VALUE!");
    case "Entity":
      return typeof text === "string" ? { value: text, error: false, dataType: value } : failed("#VALUE!");
    case "WebImage":
      return { value: String((value as { altText?: unknown }).altText ?? ""), error: false, dataType: value };
    default:
      return failed("#VALUE!");
  }
}

/** A result as the client sends it: id, whether it succeeded, value, error code. */
export function entryOf(entry: unknown): [number, boolean, unknown, unknown] {
  if (Array.isArray(entry))
    return [Number(entry[0]), entry[1] === true, entry[2], entry[1] === true ? undefined : entry[3]];
  // Clients before CustomFunctions 1.7 send objects.
  const { id, value, failed, errorCode } = entry as Record<string, unknown>;
  return [Number(id), failed !== true, value, errorCode];
}
