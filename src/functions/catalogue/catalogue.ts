import { functionTexts, type FunctionTexts } from "./functionTexts";
import { signatures, type Signature } from "./signatures";

export { enums, type EnumId, type EnumValue } from "./enums";
export type { ExampleArguments } from "./functionTexts";
export type { Parameter, ParameterKind } from "./signatures";

/** A custom function as everything else knows it: Excel's metadata, the formula builder, the help page and the tests. */
export interface FunctionSpec extends Signature, FunctionTexts {}

/** The catalogue: the one source of Excel's metadata, the formula builder's fields, the help page and the tests. */
export const catalogue: readonly FunctionSpec[] = signatures.map((signature) => ({
  ...signature,
  ...functionTexts[signature.id],
}));
