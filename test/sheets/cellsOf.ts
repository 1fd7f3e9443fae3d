import type { Cell, Plan } from "../../src/sheets/plan";

/** What a plan writes into a cell; null for nothing. */
export const cellAt = ({ cells }: Plan, row: number, column: number): Cell => {
  for (const block of cells) {
    const cell = block.rows[row - block.at[0]]?.[column - block.at[1]];
    if (cell !== undefined && cell !== null) return cell;
  }
  return null;
};

/** All texts of a plan. */
export const texts = ({ cells }: Plan): string[] =>
  cells.flatMap(({ rows }) => rows.flat()).filter((cell): cell is string => typeof cell === "string");
