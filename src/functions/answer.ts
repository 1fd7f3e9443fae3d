import {
  fail,
  inUnit,
  numberFormat,
  ok,
  type Figure,
  type Language,
  type Reason,
  type Result,
  type UnitName,
} from "../dataset";
import type { Settings } from "./settings";

/** A figure as a cell shows it: the number, its number format, and the figure that it stands for. */
export interface FigureCell {
  figure: Figure;
  value: number;
  format: string;
}

/** One cell of an answer. A cell with a reason becomes an error: a gap that charts draw as one. */
export type Cell = string | number | boolean | FigureCell | { reason: Reason };

/** A card: a figure and what is known of it, by field. */
export interface Card {
  title: string;
  fields: Readonly<Record<string, Cell>>;
}

/** What a function answers, before it becomes what Excel shows: one cell, a table without ragged rows, a card, or why not. */
export type Answer = Result<Cell | Cell[][] | Card>;

/**
 * A custom function, free of Excel.
 * @param args the arguments as Excel passes them; left-out ones are null or undefined
 */
export type EcomFunction = (args: readonly unknown[], settings: Settings) => Answer;

/** The cell of a figure in base units. */
export function figureCell(figure: Figure, language: Language): FigureCell {
  return { figure, value: figure.value, format: numberFormat(figure, language) };
}

const marks = { exact: "", approx: '"≈"', at_least: '">"' } as const;

/**
 * The cell of a figure in a unit that was asked for. The unit is not written behind the number: who asks for
 * billions names them in a heading.
 * @returns `unit-on-percentage` where the figure is a percentage
 */
export function figureInUnit(figure: Figure, unit: UnitName): Result<FigureCell> {
  const value = inUnit(figure, unit);
  if (!value.ok) return fail(value.reason);
  const body = unit === "one" ? "#,##0" : "#,##0.00";
  return ok({ figure, value: value.value, format: marks[figure.qualifier] + body });
}

/** A result with a figure as an answer. */
export function figureAnswer(result: Result<Figure>, language: Language): Answer {
  return result.ok ? ok(figureCell(result.value, language)) : result;
}

/** A result with a figure as a cell of a table: where there is none, the cell says why. */
export function cellOf(result: Result<Figure>, language: Language): Cell {
  return result.ok ? figureCell(result.value, language) : { reason: result.reason };
}
