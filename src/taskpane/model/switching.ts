import type { Separators } from "../../functions/formula/pieces";
import type { FunctionId } from "../../functions/implementations/all";
import { buildOf, formulaOf, localFormula, specOf, type Build } from "./build";

/** Switches to another call of the same formula; changes to this one are kept. */
export function otherCall(build: Build, call: number, separators: Separators): Build {
  const { from } = build;
  const local = from?.local === undefined ? undefined : localFormula(build, separators);
  return (from && buildOf({ ...from, formula: formulaOf(build), local, call })) ?? build;
}

/**
 * Replaces the function, with the arguments that both have. By the parameters' names; an edited cell stays the one
 * that is written to.
 */
export function otherFunction(build: Build, id: FunctionId): Build {
  const { args, from } = build;
  if (id === build.id) return { id, args, from };
  const before = specOf(build.id).parameters;
  const newArgs = specOf(id).parameters.map(
    ({ name }) => args[before.findIndex((parameter) => parameter.name === name)] ?? "",
  );
  return { id, args: newArgs, from };
}
