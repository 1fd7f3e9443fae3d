import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Grid } from "../grid";

/** What the grid's reader of formulas remembers from sign to sign. Univer keeps it to itself. */
interface Memory {
  _resetTemp: () => void;
  _squareBracketState: number;
  _tableBracketState: boolean;
}

/**
 * Lets the grid's reader of formulas start afresh with every formula. Univer (0.25.1) forgets to: while a square bracket is typed it counts one
 * as open, and from then on finds no formula in the workbook right, not even `=1+1`.
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
