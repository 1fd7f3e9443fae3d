import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import type { FunctionsMetadata } from "../types";

type Parameter = FunctionsMetadata["functions"][number]["parameters"][number];

/** A value for the client, before errors become objects. */
export type PlainValue = string | number | boolean | null | { error: string };

/** An argument: a single value, rows of values, or left out. */
export type Argument = { kind: "value"; value: PlainValue } | { kind: "rows"; rows: PlainValue[][] };

const isReference = (variant: FunctionVariantType): variant is BaseReferenceObject =>
  variant.isReferenceObject();

/** Reads an argument of the formula engine. Whole rows and columns end at the grid's edge. */
export function readArgument(variant: FunctionVariantType): Argument {
  if (isReference(variant)) {
    const rows: PlainValue[][] = [];
    const { startRow, startColumn } = variant.getRangePosition();
    variant.iterator((cell, row, column) => {
      (rows[row - startRow] ??= [])[column - startColumn] = cell ? plainValue(cell) : null;
    });
    const single = rows.length === 1 && rows[0]?.length === 1;
    return single ? { kind: "value", value: rows[0]?.[0] ?? null } : { kind: "rows", rows };
  }
  if (variant.isArray()) {
    const rows: PlainValue[][] = [];
    const array = variant as unknown as {
      iterator(read: (cell: BaseValueObject | null | undefined, row: number, column: number) => void): void;
    };
    array.iterator((cell, row, column) => {
      (rows[row] ??= [])[column] = cell ? plainValue(cell) : null;
    });
    return { kind: "rows", rows };
  }
  // An argument that was left out between commas is null too.
  return { kind: "value", value: plainValue(variant as BaseValueObject) };
}

/** A single value; an empty cell is null, as Excel on the web hands it over. */
function plainValue(value: BaseValueObject): PlainValue {
  if (value.isNull()) return null;
  if (value.isError()) return { error: String(value.getValue()) };
  if (value.isBoolean()) {
    const raw: unknown = value.getValue();
    return raw === true || raw === 1;
  }
  const raw: unknown = value.getValue();
  return typeof raw === "number" || typeof raw === "string" ? raw : String(raw);
}

/** Converts a value to its parameter's type; undefined where Excel cannot and answers #VALUE!. */
export function convert(value: PlainValue, parameter: Parameter): PlainValue | undefined {
  if (value === null || typeof value === "object") return value;
  switch (parameter.type) {
    case "number": {
      if (typeof value === "boolean") return value ? 1 : 0;
      const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
      return Number.isFinite(number) ? number : undefined;
    }
    case "string":
      return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
    case "boolean":
      if (typeof value === "string")
        return /^(true|false)$/i.test(value) ? value.toLowerCase() === "true" : undefined;
      return Boolean(value);
    default:
      return value;
  }
}

/** The first error in an argument, or with `error` that one if it occurs; undefined without any. */
export function holdsError(argument: Argument, error?: string): string | undefined {
  const values = argument.kind === "value" ? [argument.value] : argument.rows.flat();
  for (const value of values) {
    if (typeof value === "object" && value !== null && (error === undefined || value.error === error))
      return value.error;
  }
  return undefined;
}
