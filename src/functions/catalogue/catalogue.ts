import type { Text2 } from "../../dataset";
import type { FormulaArgument } from "../formula/printCall";
import { functionTexts } from "./functionTexts";
import { signatures, type Signature } from "./signatures";

export { enums, type EnumId, type EnumValue } from "./enums";
export type { Parameter, ParameterKind } from "./signatures";

/** Arguments of an example in one language; undefined leaves one out. */
export type ExampleArguments = readonly (FormulaArgument | undefined)[];

/** A custom function as everything else knows it: Excel's metadata, the formula builder, the help page and the tests. */
export interface FunctionSpec extends Signature {
  /** What comes back, for the help page. */
  readonly returns: Text2;
  /** Arguments of examples; the help page shows their results. */
  readonly examples: readonly { readonly en: ExampleArguments; readonly zh: ExampleArguments }[];
}

/** The catalogue: the one source of Excel's metadata, the formula builder's fields, the help page and the tests. */
export const catalogue: readonly FunctionSpec[] = signatures.map((signature) => ({
  ...signature,
  ...functionTexts[signature.id],
}));
