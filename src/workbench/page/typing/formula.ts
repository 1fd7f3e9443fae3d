import { parse, parseStructRef, stringifyStructRef, tokenize } from "@borgar/fx";
import type { Token } from "@borgar/fx";
import { splitSheet } from "../../host/grid/address";
import { callsIn } from "../../host/grid/formula";
import type { Arity } from "../../host/grid/formula";
import { tokensOf } from "../../xlsx/tokens";
import { halfWidth } from "./halfwidth";

/** What reading a typed formula needs of the workbook. */
export interface TypedWorld {
  hasSheet: (name: string) => boolean;
  /** The names of a table's columns; undefined without such a table. */
  columnsOf: (table: string) => readonly string[] | undefined;
  /** The table around the cell; undefined outside one. */
  tableHere: string | undefined;
  /** The least and the most arguments of a function of the add-in; undefined for others. */
  arity: (name: string) => Arity | undefined;
}

/** Why a formula cannot be entered; each reason has a sentence in both languages. */
type Reason =
  | "notFormula"
  | "tooLong"
  | "longText"
  | "hugeNumber"
  | "noSheet"
  | "otherWorkbook"
  | "noTable"
  | "noColumn"
  | "outsideTable"
  | "spillSign"
  | "atSign"
  | "fewArguments"
  | "manyArguments";

/** The formula for the cell, or the reason for refusing it with the part that is wrong. */
type Typed = { formula: string } | { reason: Reason; detail: string };

/** Excel's longest formula, and longest text in one, in characters (Excel specifications and limits). */
const longest = { formula: 8192, text: 255 };

class Refused extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail = "",
  ) {
    super(reason);
  }
}

/**
 * Reads a typed formula as Excel would: full-width signs become plain ones, missing brackets at the end are added,
 * names of functions and references become upper case, `[@Level]` gets its table. What Excel refuses, and what this
 * grid cannot calculate (`B2#`), is refused with a reason. `=sum(a1:a3` becomes `=SUM(A1:A3)`.
 */
export function readFormula(typed: string, world: TypedWorld): Typed {
  const text = halfWidth(typed).trimEnd();
  try {
    if (text.length > longest.formula) throw new Refused("tooLong");
    const tokens = withoutAt(closed(tokensOf(text)));
    const written = tokens.map((token, at) => readToken(token, tokens, at, world));
    const formula = written.join("");
    checkCalls(parsed(formula), world);
    return { formula };
  } catch (error) {
    if (error instanceof Refused) return { reason: error.reason, detail: error.detail };
    throw error;
  }
}

function parsed(formula: string): unknown {
  try {
    return parse(tokenize(formula, { mergeRefs: true }));
  } catch {
    throw new Refused("notFormula");
  }
}

/** Adds missing closing brackets at the end. */
function closed(tokens: Token[]): Token[] {
  const depth = tokens.reduce(
    (sum, { type, value }) => sum + (type !== "operator" ? 0 : value === "(" ? 1 : value === ")" ? -1 : 0),
    0,
  );
  const bracket: Token = { type: "operator", value: ")" };
  return depth > 0 ? [...tokens, ...Array.from({ length: depth }, () => bracket)] : tokens;
}

/** Drops `@` before a single cell, as Excel does. */
function withoutAt(tokens: Token[]): Token[] {
  return tokens.filter((token, at) => {
    const next = tokens[at + 1];
    return !(token.value === "@" && next?.type === "range" && !next.value.includes(":"));
  });
}

/** A token as Excel writes it, or why it is refused. */
function readToken(token: Token, tokens: readonly Token[], at: number, world: TypedWorld): string {
  const { type, value } = token;
  switch (type) {
    case "string":
      if (value.slice(1, -1).replaceAll('""', '"').length > longest.text) throw new Refused("longText");
      return value;
    case "number":
      if (!Number.isFinite(Number(value))) throw new Refused("hugeNumber", value);
      return value;
    case "func":
    case "bool":
    case "error":
      return value.toUpperCase();
    case "range":
    case "range_beam":
    case "range_ternary":
      return reference(value, world);
    case "structured":
      return structured(value, world);
    case "operator":
      if (value === "#") throw new Refused("spillSign", `${tokens[at - 1]?.value ?? ""}#`);
      if (value === "@" && !intersects(tokens, at)) throw new Refused("atSign");
      return value;
    default:
      return value;
  }
}

/** Whether `@` is before a range or the first sign of a formula, the only places where the grid knows it. */
function intersects(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.type ?? "";
  return ["range", "range_beam", "structured"].includes(next) && tokens[at - 1]?.value !== "-";
}

function reference(value: string, world: TypedWorld): string {
  const { sheet: name, rest } = splitSheet(value);
  if (name === undefined) return value.toUpperCase();
  if (name.includes("[")) throw new Refused("otherWorkbook", name);
  const missing = [name, ...name.split(":")].every((sheet) => !world.hasSheet(sheet));
  if (missing) throw new Refused("noSheet", name);
  return value.slice(0, value.length - rest.length) + rest.toUpperCase();
}

/**
 * Adds the table to structured references, and writes `@` in the long form that files have and the grid calculates.
 */
function structured(value: string, world: TypedWorld): string {
  const read = parseStructRef(value);
  if (!read) throw new Refused("notFormula");
  const table = read.table || world.tableHere;
  if (!table) throw new Refused("outsideTable", value);
  const columns = world.columnsOf(table);
  if (!columns) throw new Refused("noTable", table);
  const known = new Set(columns.map((name) => name.toLowerCase()));
  const strange = read.columns?.find((name) => !known.has(name.toLowerCase()));
  if (strange !== undefined) throw new Refused("noColumn", strange);
  return stringifyStructRef({ ...read, table }, { thisRow: true });
}

/** Refuses calls with too few or too many arguments. */
function checkCalls(tree: unknown, world: TypedWorld): void {
  for (const { name, count } of callsIn(tree)) {
    const arity = world.arity(name.toUpperCase());
    if (arity && count < arity.least) throw new Refused("fewArguments", name);
    if (arity && count > arity.most) throw new Refused("manyArguments", name);
  }
}
