import { tokenize } from "@borgar/fx";
import type { Token } from "@borgar/fx";

/**
 * The tokens of a formula, without blanks between a function's name and its bracket, as in Excel. A formula that
 * cannot be parsed still gives tokens.
 */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = tokenize(formula, { mergeRefs: true, withLocation: false });
  const calls = (at: number) => tokens[at]?.type === "whitespace" && tokens[at + 1]?.value === "(";
  return tokens
    .map((token, at) => (token.type === "range_named" && calls(at + 1) ? { ...token, type: "func" } : token))
    .filter((token, at, all) => !(token.type === "whitespace" && all[at - 1]?.type === "func" && calls(at)));
}

/** The index of the bracket that closes the one at `open`; the last index without one. */
export function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const value = tokens[at]?.type === "operator" ? tokens[at]?.value : "";
    if (value === "(") depth++;
    if (value === ")" && --depth === 0) return at;
  }
  return tokens.length - 1;
}
