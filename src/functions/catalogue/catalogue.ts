import { functionTexts, type FunctionTexts } from "./functionTexts";
import { signatures, type Signature } from "./signatures";

export { enums, type EnumId, type EnumValue } from "./enums";
export type { ExampleArguments } from "./functionTexts";
export type { Parameter, ParameterKind } from "./signatures";

/** How a custom function is called, and what the help page says of it. */
export interface FunctionSpec extends Signature, FunctionTexts {}

/** The catalogue: the only source of Excel's metadata, the formula builder's fields, the help page and the tests. */
export const catalogue: readonly FunctionSpec[] = signatures.map((signature) => ({
  ...signature,
  ...functionTexts[signature.id],
}));
