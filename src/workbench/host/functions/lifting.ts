import type { Arity } from "../grid/formula";
import type { FunctionMetadata } from "../types";
import type { Argument, PlainValue } from "./arguments";

/**
 * The least and the most arguments of a function. A repeating parameter may be missing, and allows Excel's 255
 * arguments.
 */
export function arityOf(known: FunctionMetadata): Arity {
  const repeating = known.parameters.some((parameter) => parameter.repeating === true);
  return {
    least: known.parameters.filter((parameter) => parameter.optional !== true && parameter.repeating !== true)
      .length,
    most: repeating ? 255 : known.parameters.length,
  };
}

/** Whether a parameter takes a range. False beyond the last parameter. */
export const isMatrix = (parameters: FunctionMetadata["parameters"], index: number): boolean =>
  parameters[index]?.dimensionality === "matrix";

/**
 * The shape over which a call is repeated because single values are declared and ranges given; undefined for none.
 */
export function liftedShape(
  args: readonly Argument[],
  known: FunctionMetadata,
): { rows: number; columns: number } | undefined {
  let rows = 1;
  let columns = 1;
  for (const [i, arg] of args.entries()) {
    if (arg.kind !== "rows" || isMatrix(known.parameters, i)) continue;
    rows = Math.max(rows, arg.rows.length);
    columns = Math.max(columns, arg.rows[0]?.length ?? 1);
  }
  return rows * columns > 1 ? { rows, columns } : undefined;
}

/** The argument at one place of that shape: a single row or column is repeated, and outside is #N/A. */
export function elementOf(argument: Argument, row: number, column: number): Argument {
  if (argument.kind === "value") return argument;
  const { rows } = argument;
  const line = rows.length === 1 ? rows[0] : rows[row];
  const value = line && (line.length === 1 ? line[0] : line[column]);
  return { kind: "value", value: value === undefined ? { error: "#N/A" } : value };
}

/** An argument as rows of cells. A single value is one row of one cell. */
export const asRows = (argument: Argument): PlainValue[][] =>
  argument.kind === "rows" ? argument.rows : [[argument.value]];
