import { numfmt } from "@univerjs/core";
import { invalid } from "../errors";
import { isErrorText } from "./content";
import { readFormula } from "./formula";
import type { FormulaWorld } from "./formula";

/** The content of a cell after an entry. */
export type Entry =
  | { kind: "unchanged" }
  | { kind: "empty" }
  | { kind: "formula"; formula: string }
  | { kind: "number"; value: number; /** Only if the cell's own format is General. */ format?: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "error"; value: string }
  | { kind: "text"; value: string };

/** Excel's limit for the text of a cell. */
const LONGEST = 32_767;

/**
 * The formats that Excel (English, United States) gives a typed date or month, where they differ from the parser's.
 */
const typedFormats: Record<string, string> = {
  "yyyy-mm": "mmm-yy",
  "mmm yyyy": "mmm-yy",
  "yyyy-mm-dd": "m/d/yyyy",
  "m/d": "d-mmm",
  "m-d": "d-mmm",
  "hh:mm": "h:mm",
};

/**
 * Excel's reading of a value that an add-in sets or a user types: text that looks like a number, a date or a
 * percentage becomes one, unless the format is Text ("@") or the text begins with an apostrophe. `null` leaves the
 * cell alone, "" empties it. A formula that does not parse is InvalidArgument.
 */
export function readEntry(input: unknown, format: string, world: FormulaWorld): Entry {
  if (input === null || input === undefined) return { kind: "unchanged" };
  if (typeof input === "number") {
    if (!Number.isFinite(input)) throw invalid();
    return { kind: "number", value: input };
  }
  if (typeof input === "boolean") return { kind: "boolean", value: input };
  if (typeof input !== "string" || input.length > LONGEST) throw invalid();
  if (input === "") return { kind: "empty" };
  if (input.startsWith("'")) return { kind: "text", value: input.slice(1) };
  if (format === "@") return { kind: "text", value: input };
  if (input.startsWith("=") && input.length > 1)
    return { kind: "formula", formula: readFormula(input, world) };
  return readTyped(input);
}

/** Reads a typed text as Excel does: error values, truth values, percentages, numbers and dates, else text. */
function readTyped(text: string): Entry {
  if (isErrorText(text.toUpperCase())) return { kind: "error", value: text.toUpperCase() };
  if (/^(true|false)$/i.test(text)) return { kind: "boolean", value: text.toLowerCase() === "true" };
  const percent = /^\s*([+-]?\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  // Number("7.4e-2") is 0.074, as in Excel; 7.4 / 100 is not.
  if (percent) {
    const digits = percent[1] ?? "";
    return { kind: "number", value: Number(`${digits}e-2`), format: digits.includes(".") ? "0.00%" : "0%" };
  }
  const parsed = numfmt.parseValue(text);
  if (parsed === null || typeof parsed.v !== "number") return { kind: "text", value: text };
  if (parsed.z === undefined) return { kind: "number", value: parsed.v };
  return { kind: "number", value: parsed.v, format: typedFormats[parsed.z] ?? parsed.z };
}
