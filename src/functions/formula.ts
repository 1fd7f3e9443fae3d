import { quote } from "./calls";

/**
 * Prints a call of one of our functions as a formula in English form.
 * @param args texts are quoted, numbers written as they are; undefined leaves an argument out, at the end wholly
 * @example formula("GROWTH", ["digital", "2025-Q1"]) // =ECOM.GROWTH("digital","2025-Q1")
 */
export function formula(id: string, args: readonly (string | number | boolean | undefined)[]): string {
  const texts = args.map((arg) =>
    arg === undefined ? "" : typeof arg === "string" ? quote(arg) : String(arg).toUpperCase(),
  );
  while (texts[texts.length - 1] === "") texts.pop();
  return `=ECOM.${id}(${texts.join(",")})`;
}
