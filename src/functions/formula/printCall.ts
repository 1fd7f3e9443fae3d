import { quote } from "./calls";

/** An argument of a formula: a text, a number, TRUE or FALSE, or the rows of an array constant. */
export type FormulaArgument = string | number | boolean | readonly (readonly (string | number)[])[];

function printedArgument(argument: FormulaArgument | undefined): string {
  if (argument === undefined) return "";
  if (typeof argument === "string") return quote(argument);
  if (typeof argument !== "object") return String(argument).toUpperCase();
  return `{${argument.map((row) => row.map(printedArgument).join(",")).join(";")}}`;
}

/**
 * Prints a call of one of our functions as a formula with English separators.
 * @param args texts get quotes; undefined leaves an argument out, and is dropped at the end
 * @example formula("GROWTH", ["digital", "2025-Q1"]) // '=ECOM.GROWTH("digital","2025-Q1")'
 */
export function formula(id: string, args: readonly (FormulaArgument | undefined)[]): string {
  const texts = args.map(printedArgument);
  while (texts[texts.length - 1] === "") texts.pop();
  return `=ECOM.${id}(${texts.join(",")})`;
}
