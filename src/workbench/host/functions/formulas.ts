import { parse, tokenize } from "@borgar/fx";
import type { AstExpression } from "@borgar/fx";

const known = new Map<string, string | undefined>();

/** The function's name if the formula is a single call: only then does the cell keep the result's data type. */
export function topLevelCall(formula: string): string | undefined {
  if (known.has(formula)) return known.get(formula);
  if (known.size > 20_000) known.clear();
  const name = read(formula);
  known.set(formula, name);
  return name;
}

/** The function that a formula calls at its top, in upper case; undefined for anything else. */
function read(formula: string): string | undefined {
  try {
    const tree = parse(tokenize(formula, { mergeRefs: true })) as AstExpression;
    return tree.type === "CallExpression" ? tree.callee.name.toUpperCase() : undefined;
  } catch {
    // A formula that does not parse has no call.
    return undefined;
  }
}
