import { pieces } from "../../functions/formula/pieces";

/**
 * A formula moved to another row: its references to cells in its own row move along, all others stay.
 * @param from its row on the sheet, from 0
 * @param to its new row on the sheet, from 0
 * @returns anything but a formula as it is
 */
export function movedFormula<T>(formula: T, from: number, to: number): T | string {
  if (from === to || typeof formula !== "string" || !formula.startsWith("=")) return formula;
  return pieces(formula)
    .map(({ text }) =>
      /^\$?[A-Za-z]{1,3}\d+(:\$?[A-Za-z]{1,3}\d+)?$/.test(text)
        ? text.replace(/([A-Za-z])(\d+)/g, (all, letter: string, row: string) =>
            Number(row) === from + 1 ? `${letter}${to + 1}` : all,
          )
        : text,
    )
    .join("");
}
