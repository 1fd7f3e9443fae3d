import { parse, tokenize } from "@borgar/fx";
import type { AstExpression, Token } from "@borgar/fx";
import { invalid } from "../errors";
import { splitSheet } from "./address";

/** The least and the most arguments of a function. */
export interface Arity {
  least: number;
  most: number;
}

/** What reading a formula needs of the workbook. */
export interface FormulaWorld {
  hasSheet(name: string): boolean;
  /** Undefined for functions without metadata. */
  arity(functionName: string): Arity | undefined;
}

/** Excel's limit for a formula's text. */
const LONGEST = 8192;

/**
 * A formula as Excel stores it: function names, references and TRUE/FALSE in upper case. InvalidArgument for one that
 * does not parse, names a missing sheet, or gives an add-in function a wrong number of arguments.
 */
export function readFormula(text: string, world: FormulaWorld): string {
  if (text.length > LONGEST) throw invalid();
  const tokens = tokenize(text, { mergeRefs: true });
  let tree: AstExpression;
  try {
    tree = parse(tokens) as AstExpression;
  } catch {
    throw invalid();
  }
  checkCalls(tree, world);
  return tokens.map((token) => tokenText(token, world)).join("");
}

/** A token as Excel writes it; InvalidArgument for a sheet that does not exist. */
function tokenText(token: Token, world: FormulaWorld): string {
  switch (token.type) {
    case "func":
    case "bool":
    case "error":
      return token.value.toUpperCase();
    case "range":
    case "range_beam":
    case "range_ternary": {
      const { sheet, rest } = splitSheet(token.value);
      if (sheet === undefined) return token.value.toUpperCase();
      if (!world.hasSheet(sheet)) throw invalid();
      return token.value.slice(0, token.value.length - rest.length) + rest.toUpperCase();
    }
    default:
      return token.value;
  }
}

/** Refuses calls with too few or too many arguments. */
function checkCalls(node: unknown, world: FormulaWorld): void {
  if (Array.isArray(node)) {
    for (const child of node) checkCalls(child, world);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const {
    type,
    callee,
    arguments: given,
  } = node as {
    type?: string;
    callee?: { name?: string };
    arguments?: unknown[];
  };
  if (type === "CallExpression" && callee?.name !== undefined && given) {
    const arity = world.arity(callee.name.toUpperCase());
    // "F()" has no argument, "F(,1)" an empty first one.
    if (arity && (given.length < arity.least || given.length > arity.most)) throw invalid();
  }
  for (const child of Object.values(node)) checkCalls(child, world);
}
