import { parse, parseStructRef, stringifyStructRef } from "@borgar/fx";
import type { Token } from "@borgar/fx";
import { splitSheet } from "../host/grid/address";
import { fileFunction, fillsCells } from "./future";
import { closingBracket, tokensOf } from "./tokens";

/** Excel's longest formula, and longest text in one, in characters (Excel specifications and limits). */
const longest = { formula: 8192, text: 255 };

/** What the stored form of a formula depends on. */
export interface FormulaBook {
  /** First part of the add-in's function names, for example "ECOM". */
  namespace: string;
  /** Whether a sheet exists; default: yes. */
  hasSheet?: (name: string) => boolean;
}

/**
 * A formula as stored in a file: without "=", the add-in's functions with their prefix (`ECOM.GROWTH(` becomes
 * `_xldudf_ECOM_GROWTH(`), newer functions with theirs, `A1#` as ANCHORARRAY, `@A1:A3` as SINGLE, names of LET and
 * LAMBDA with a prefix. Texts in quotes and sheet names stay. Undefined for formulas over which Excel would repair
 * the file: one that does not parse, contains a text of over 255 characters, or refers to another workbook or a
 * missing sheet.
 */
export function fileFormula(formula: string, book: FormulaBook): string | undefined {
  if (formula.length > longest.formula) return undefined;
  const tokens = tokensOf(formula.startsWith("=") ? formula : `=${formula}`);
  try {
    parse(tokens);
  } catch {
    return undefined;
  }
  const names = localNames(tokens);
  const parts: string[] = [];
  // The closing brackets of brackets that were added.
  const closings = new Map<number, number>();
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const anchor = token.type === "range" && next?.type === "operator" && next.value === "#";
    if (token.type === "operator" && token.value === "@") {
      const end = operandEnd(tokens, at + 1);
      closings.set(end, (closings.get(end) ?? 0) + 1);
      parts.push("_xlfn.SINGLE(");
      continue;
    }
    const text = fileToken(token, names, book);
    if (text === undefined) return undefined;
    parts.push(anchor ? `_xlfn.ANCHORARRAY(${text})` : text);
    parts.push(")".repeat(closings.get(at) ?? 0));
    if (!anchor) continue;
    at++;
    parts.push(")".repeat(closings.get(at) ?? 0));
  }
  return parts.join("");
}

/** Whether a formula calls a function that may spill; `arrayFunctions` are the add-in's, in upper case. */
export function mayFillCells(formula: string, arrayFunctions: ReadonlySet<string>): boolean {
  const names = formula.toUpperCase().match(/[A-Z_][\w.]*(?=\s*\()/g) ?? [];
  return names.some((name) => fillsCells(name) || arrayFunctions.has(name));
}

function fileToken(token: Token, names: ReadonlySet<string>, book: FormulaBook): string | undefined {
  const { type, value } = token;
  const local = names.has(value.toUpperCase());
  switch (type) {
    case "string":
      return value.slice(1, -1).replaceAll('""', '"').length > longest.text ? undefined : value;
    case "number":
      return Number.isFinite(Number(value)) ? value : undefined;
    case "func":
      return local ? `_xlpm.${value}` : functionName(value, book.namespace);
    case "range_named":
      return local ? `_xlpm.${value}` : value;
    case "structured":
      return tableReference(value);
    case "range":
    case "range_beam":
    case "range_ternary":
      return knownSheet(value, book) ? value : undefined;
    default:
      return value;
  }
}

function functionName(value: string, namespace: string): string {
  const name = value.toUpperCase();
  if (name.startsWith(`${namespace.toUpperCase()}.`)) return `_xldudf_${name.replaceAll(".", "_")}`;
  const stored = fileFunction(name);
  return stored === name ? value : stored;
}

/** `Table1[@Level]` in the long form of the file; a reference without its table is valid only in a cell. */
function tableReference(value: string): string | undefined {
  const read = parseStructRef(value);
  return read?.table ? stringifyStructRef(read, { thisRow: true }) : undefined;
}

function knownSheet(value: string, { hasSheet }: FormulaBook): boolean {
  const { sheet: name } = splitSheet(value);
  if (name === undefined) return true;
  if (name.includes("[")) return false;
  return hasSheet === undefined || hasSheet(name) || name.split(":").every((sheet) => hasSheet(sheet));
}

function operandEnd(tokens: readonly Token[], at: number): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.type === "func") return closingBracket(tokens, at + 1);
  if (token?.value === "(") return closingBracket(tokens, at);
  return next?.type === "operator" && next.value === "#" ? at + 1 : at;
}

/** The names that LET and LAMBDA give, in capitals. */
function localNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  tokens.forEach((token, at) => {
    const functionCalled = token.type === "func" ? token.value.toUpperCase() : "";
    if (functionCalled !== "LET" && functionCalled !== "LAMBDA") return;
    const args = argumentsOf(tokens, at + 1);
    args.slice(0, -1).forEach((argument, index) => {
      const [first, ...rest] = argument.filter(({ type }) => type !== "whitespace" && type !== "newline");
      const naming = functionCalled === "LAMBDA" || index % 2 === 0;
      if (naming && first?.type === "range_named" && rest.length === 0) names.add(first.value.toUpperCase());
    });
  });
  return names;
}

function argumentsOf(tokens: readonly Token[], open: number): Token[][] {
  const end = closingBracket(tokens, open);
  const args: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open + 1, end)) {
    if (token.type === "operator" && "({".includes(token.value)) depth++;
    if (token.type === "operator" && ")}".includes(token.value)) depth--;
    if (depth === 0 && token.type === "operator" && token.value === ",") args.push([]);
    else args.at(-1)?.push(token);
  }
  return args;
}
