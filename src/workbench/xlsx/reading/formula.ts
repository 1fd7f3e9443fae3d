import type { Token } from "@borgar/fx";
import { closingBracket, tokensOf } from "../tokens";

/**
 * The stored names of the add-in's functions, `_xldudf_ECOM_GROWTH`, each with its usual one, `ECOM.GROWTH`. By the
 * stored name in upper case, because files differ in it.
 */
export function storedNames(namespace: string, functions: readonly { name: string }[]): Map<string, string> {
  return new Map(
    functions.map(({ name }) => {
      const full = `${namespace}.${name}`;
      return [`_XLDUDF_${full.replaceAll(".", "_")}`.toUpperCase(), full];
    }),
  );
}

/**
 * A file's formula as the user would type it, with "=": functions without stored prefixes, the add-in's by
 * `functions` (from `storedNames`), ANCHORARRAY as `A1#` and SINGLE as `@`. One that does not parse is returned
 * unchanged.
 */
export function typedFormula(stored: string, functions: ReadonlyMap<string, string>): string {
  return `=${asTyped(tokensOf(`=${stored}`).slice(1), functions)}`;
}

/** Tokens of a stored formula as the user would type them. */
function asTyped(tokens: readonly Token[], functions: ReadonlyMap<string, string>): string {
  let text = "";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const name = /^_xlfn\.(SINGLE|ANCHORARRAY)$/i.exec(token.value)?.[1]?.toUpperCase();
    if (token.type === "func" && name !== undefined && tokens[at + 1]?.value === "(") {
      const end = closingBracket(tokens, at + 1);
      const inner = asTyped(tokens.slice(at + 2, end), functions);
      text += name === "SINGLE" ? `@${inner}` : `${inner}#`;
      at = end;
      continue;
    }
    const named = token.type === "func" || token.type === "range_named";
    text += named ? nameOf(token.value, functions) : token.value;
  }
  return text;
}

function nameOf(stored: string, functions: ReadonlyMap<string, string>): string {
  return functions.get(stored.toUpperCase()) ?? stored.replace(/^(_xlfn\.|_xlws\.|_xlpm\.)+/i, "");
}
