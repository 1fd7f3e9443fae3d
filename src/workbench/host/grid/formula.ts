import { parse, tokenize } from "@borgar/fx";
import type { AstExpression, CallExpression, Token } from "@borgar/fx";
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
function checkCalls(tree: unknown, world: FormulaWorld): void {
  for (const { name, count } of callsIn(tree)) {
    const arity = world.arity(name.toUpperCase());
    if (arity && (count < arity.least || count > arity.most)) throw invalid();
  }
}

/**
 * The calls in a parsed formula, from outside in: the function's name as written, and how many arguments it is given.
 * `F()` has none, `F(,1)` an empty first one.
 */
export function callsIn(node: unknown): { name: string; count: number }[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, callee, arguments: given } = node as Partial<CallExpression>;
  const call = type === "CallExpression" && given ? [{ name: callee?.name ?? "", count: given.length }] : [];
  return [...call, ...Object.values(node).flatMap(callsIn)];
}
