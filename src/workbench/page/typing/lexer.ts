import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Grid } from "../grid";

/** The internal state of the grid's formula reader. */
interface Memory {
  _resetTemp: () => void;
  _squareBracketState: number;
  _tableBracketState: boolean;
}

/**
 * Resets the grid's formula reader for each formula. Univer (0.25.1) does not: while a square bracket is typed it
 * counts one as open, and from then on reads no formula in the workbook correctly, not even `=1+1`.
 */
export function forgetBrackets({ univer }: Grid): void {
  const lexer = univer.__getInjector().get(LexerTreeBuilder) as unknown as Memory;
  const reset = lexer._resetTemp.bind(lexer);
  lexer._resetTemp = () => {
    reset();
    lexer._squareBracketState = 0;
    lexer._tableBracketState = false;
  };
}
