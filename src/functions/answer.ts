import { ok, shortFormat, withNewest, type Figure, type Language } from "../dataset/first";
import { asof, type Reader } from "./arguments/arguments";
import type { Outcome, Refusal } from "./outcome";
import type { Settings } from "./settings";

/** A cell that shows a figure: `value` in base units or the unit asked for, and its number format. */
export interface FigureCell {
  readonly figure: Figure;
  readonly value: number;
  readonly format: string;
}

/** A number that is not a figure, such as a date, with its number format. */
export interface FormattedCell {
  readonly value: number;
  readonly format: string;
}

/** One cell of an answer. A cell with a reason becomes an error value, which charts draw as a gap. */
export type Cell = string | number | boolean | FigureCell | FormattedCell | { readonly reason: Refusal };

/** Whether a cell holds a figure. Blank cells, texts, numbers and refusals are none. */
export const isFigureCell = (cell: Cell): cell is FigureCell => typeof cell === "object" && "figure" in cell;

/** A card: its title, and its values by the name of their field. */
export interface Card {
  readonly title: string;
  readonly fields: Readonly<Record<string, Cell>>;
}

/**
 * A function's answer before it is turned into Excel's values: one cell, a table whose rows are equally long, a card,
 * or the reason why there is none.
 */
export type Answer = Outcome<Cell | readonly (readonly Cell[])[] | Card>;

/**
 * A custom function that knows no Excel. Wrong arguments give a refusal, not an exception.
 * @param args the arguments as Excel passes them; left-out ones are null or undefined
 */
export type EcomFunction = (args: readonly unknown[], settings: Settings) => Answer;

/**
 * Makes a function from readers of its arguments and from what it does with the values read. The refusal is about the
 * first argument that cannot be used.
 * @param readers one for each parameter, in order
 */
export function ecomFunction<T extends readonly unknown[]>(
  readers: { readonly [K in keyof T]: Reader<T[K]> },
  answer: (read: T, settings: Settings) => Answer,
): EcomFunction {
  return (args, settings) => {
    const read: unknown[] = [];
    for (let index = 0; index < readers.length; index++) {
      const argument = (readers[index] as Reader<unknown>)(args[index], settings);
      if (!argument.ok) return argument;
      read.push(argument.value);
    }
    return answer(read as unknown as T, settings);
  };
}

/** The place of the argument `asof`, from 0, in the functions that have it. */
const ASOF = 3;

/**
 * Makes a function whose fourth argument, `asof`, asks the newest data where it is given, even if the workbook keeps
 * an earlier version.
 */
export function dated(run: EcomFunction): EcomFunction {
  return (args, settings) => {
    const day = asof(args[ASOF], { ...settings, asof: undefined });
    return day.ok && day.value === undefined ? run(args, settings) : withNewest(() => run(args, settings));
  };
}

/**
 * The cell of a figure in base units.
 * @param size the amount whose scale the figure is shown in; default its own
 */
export function figureCell(figure: Figure, language: Language, size = figure.value): FigureCell {
  return { figure, value: figure.value, format: shortFormat(figure, language, size) };
}

/**
 * The amount whose scale is used for figures that are read together: the largest, or the smallest where the largest
 * is more than 20 times as large.
 * @returns undefined where the largest is more than 1,000 times the smallest, or all are zero or missing
 */
export function commonSize(figures: readonly (Figure | undefined)[]): number | undefined {
  const sizes = figures.flatMap((figure) => (figure?.value ? [Math.abs(figure.value)] : []));
  sizes.sort((a, b) => a - b);
  const [least = 0, most = 0] = [sizes[0], sizes[sizes.length - 1]];
  return most === 0 || most > 1000 * least ? undefined : most > 20 * least ? least : most;
}

/**
 * Turns a figure, or the reason for its absence, into an answer. A reason passes through unchanged and becomes #N/A
 * or #VALUE! at the edge to Excel.
 */
export function figureAnswer(result: Outcome<Figure>, language: Language): Answer {
  return result.ok ? ok(figureCell(result.value, language)) : result;
}

/**
 * Turns a figure, or the reason for its absence, into a cell of a table.
 * @param size the amount whose scale the figure is shown in; default its own
 */
export function cellOf(result: Outcome<Figure>, language: Language, size?: number): Cell {
  return result.ok ? figureCell(result.value, language, size) : { reason: result.reason };
}
