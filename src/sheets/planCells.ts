import type { Cell, Plan } from "./plan";

/** A place in a plan, from its first cell. */
export type Place = readonly [row: number, column: number];

/** The cells of a plan with their places; null for cells that it leaves empty. */
export const cellsOf = ({ cells }: Plan): [Place, Cell][] =>
  cells.flatMap(({ at, rows }) =>
    rows.flatMap((row, r) => row.map((cell, c): [Place, Cell] => [[at[0] + r, at[1] + c], cell])),
  );

/** Gives what a plan writes at a place; null for nothing. */
export function cellAt(plan: Plan | undefined): (row: number, column: number) => Cell {
  const cells = new Map(plan && cellsOf(plan).map(([place, cell]) => [place.join(), cell]));
  return (row, column) => cells.get(`${row},${column}`) ?? null;
}
