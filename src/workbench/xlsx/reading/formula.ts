import type { Token } from "@borgar/fx";
import { closingBracket, tokensOf } from "../tokens";

/** What the add-in's functions are called in a file: `_xldudf_ECOM_GROWTH` by `ECOM.GROWTH`. */
export function storedNames(namespace: string, functions: readonly { name: string }[]): Map<string, string> {
  return new Map(
    functions.map(({ name }) => {
      const full = `${namespace}.${name}`;
      return [`_XLDUDF_${full.replaceAll(".", "_")}`.toUpperCase(), full];
    }),
  );
}

/**
 * A formula of a file as a person types it, with its "=": functions without the prefixes of the file, the add-in's by their names
 * (`own`, from `storedNames`), ANCHORARRAY as `A1#` and SINGLE as `@`. What does not parse comes back as it is.
 */
export function typedFormula(stored: string, functions: ReadonlyMap<string, string>): string {
  return `=${written(tokensOf(`=${stored}`).slice(1), functions)}`;
}

function written(tokens: readonly Token[], functions: ReadonlyMap<string, string>): string {
  let text = "";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const name = /^_xlfn\.(SINGLE|ANCHORARRAY)$/i.exec(token.value)?.[1]?.toUpperCase();
    if (token.type === "func" && name !== undefined && tokens[at + 1]?.value === "(") {
      const end = closingBracket(tokens, at + 1);
      const inner = written(tokens.slice(at + 2, end), functions);
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
