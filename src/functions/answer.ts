import { ok, shortFormat, withNewest, type Figure, type Language } from "../dataset/first";
import { asof, type Reader } from "./arguments/arguments";
import type { Outcome, Refusal } from "./outcome";
import type { Settings } from "./settings";

/** A figure as a cell shows it: the number, its number format, and the figure that it stands for. */
export interface FigureCell {
  readonly figure: Figure;
  readonly value: number;
  readonly format: string;
}

/** A number that is no figure, and how it is shown: a day. */
export interface FormattedCell {
  readonly value: number;
  readonly format: string;
}

/** One cell of an answer. A cell with a reason becomes an error: a gap that charts draw as one. */
export type Cell = string | number | boolean | FigureCell | FormattedCell | { readonly reason: Refusal };

/** Whether a cell holds a figure. */
export const isFigureCell = (cell: Cell): cell is FigureCell => typeof cell === "object" && "figure" in cell;

/** A card: its title, and what is known by field. */
export interface Card {
  readonly title: string;
  readonly fields: Readonly<Record<string, Cell>>;
}

/** What a function answers before it becomes what Excel shows: one cell, a table without ragged rows, a card, or why not. */
export type Answer = Outcome<Cell | readonly (readonly Cell[])[] | Card>;

/**
 * A custom function, free of Excel. It never throws on purpose.
 * @param args the arguments as Excel passes them; left-out ones are null or undefined
 */
export type EcomFunction = (args: readonly unknown[], settings: Settings) => Answer;

/**
 * Makes a function of the readers of its arguments and of what it does with what they read. The first argument that
 * cannot be used is the one that the refusal speaks of.
 * @param readers one for each parameter, in order
 */
export function ecomFunction<T extends readonly unknown[]>(
  readers: { readonly [K in keyof T]: Reader<T[K]> },
  answer: (read: T, settings: Settings) => Answer,
): EcomFunction {
  return (args, settings) => {
    const read: unknown[] = [];
    for (let index = 0; index < readers.length; index++) {
      const one = (readers[index] as Reader<unknown>)(args[index], settings);
      if (!one.ok) return one;
      read.push(one.value);
    }
    return answer(read as unknown as T, settings);
  };
}

/**
 * A function with an argument for the day up to which releases count: a formula that names its own day asks the newest data,
 * whatever version the workbook keeps.
 * @param place of the argument
 */
export function dated(place: number, run: EcomFunction): EcomFunction {
  return (args, settings) => {
    const day = asof(args[place], { ...settings, asof: undefined });
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
 * The amount in whose scale figures that are read together are shown: the largest, or, where the smallest would shrink to
 * hundredths beside it, the smallest.
 * @returns undefined where they are so far apart that no one scale suits them, or there is none but zero
 */
export function commonSize(figures: readonly (Figure | undefined)[]): number | undefined {
  const sizes = figures.flatMap((figure) => (figure?.value ? [Math.abs(figure.value)] : []));
  sizes.sort((a, b) => a - b);
  const [least = 0, most = 0] = [sizes[0], sizes[sizes.length - 1]];
  return most === 0 || most > 1000 * least ? undefined : most > 20 * least ? least : most;
}

/** A result with a figure as an answer. */
export function figureAnswer(result: Outcome<Figure>, language: Language): Answer {
  return result.ok ? ok(figureCell(result.value, language)) : result;
}

/** A result with a figure as a cell of a table: where there is none, the cell says why. */
export function cellOf(result: Outcome<Figure>, language: Language, size?: number): Cell {
  return result.ok ? figureCell(result.value, language, size) : { reason: result.reason };
}
