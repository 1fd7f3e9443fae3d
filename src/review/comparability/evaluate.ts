import { policyEvents, themeChoices } from "../../dataset";
import type { Figure, SourceId } from "../../dataset";
import { chosenFigure, choice, indicator, optionalPeriod } from "../../functions";
import type { Card, Cell, FigureCell } from "../../functions/answer";
import { findCalls } from "../../functions/formula/calls";
import type { Call } from "../../functions/formula/calls";
import { evaluate as evaluateCall, isFunctionId } from "../../functions/formula/evaluate";
import type { Settings } from "../../functions/settings";

/** Gives the values of a reference, row by row; undefined for cells that were not read. */
export type Lookup = (reference: string) => readonly (readonly unknown[])[] | undefined;

/** A figure in a cell. */
export interface ShownFigure {
  figure: Figure;
  /** The power of ten of its unit; 0 for base units. */
  power: number;
  /** The number format of the answer. */
  format?: string;
}

/** The answer of a call: its figures by their place in the result, 0, 0 for a single cell. */
export interface Evaluated {
  call: Call;
  /** The rows and columns of the result. */
  spills: readonly [rows: number, columns: number];
  figures: readonly (ShownFigure & { row: number; column: number })[];
  /** The sources of the figures, or of the indicators in a text, in order of appearance. */
  sources: readonly SourceId[];
}

type Table = readonly (readonly unknown[])[];

/**
 * Answers our calls in a formula, except those inside other calls of ours, as Excel would.
 * @returns for each call its answer; undefined if an argument needs other functions
 */
export function evaluate(formula: string, lookup: Lookup, settings: Settings): (Evaluated | undefined)[] {
  return findCalls(formula)
    .filter(({ depth }) => depth === 0)
    .map((call) => evaluated(call, lookup, settings));
}

/** The figures and sources of one call; undefined where it cannot be evaluated here. */
function evaluated(call: Call, lookup: Lookup, settings: Settings): Evaluated | undefined {
  const answered = answerOf(call, lookup, settings);
  if (!answered) return undefined;
  const { answer, args } = answered;
  const none: Evaluated = { call, spills: [1, 1], figures: [], sources: [] };
  if (!answer.ok) return none;
  const rows = rowsOf(answer.value);
  const figures = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (isFigure(cell) ? [{ ...shownOf(cell), row, column }] : [])),
  );
  const sources = new Set(figures.flatMap(({ figure }) => sourcesOf(figure)));
  if (figures.length === 0) for (const source of spokenOf(call.id, args, settings)) sources.add(source);
  const isCard = !Array.isArray(answer.value) && typeof answer.value === "object" && "fields" in answer.value;
  return {
    call,
    spills: isCard ? [1, 1] : [rows.length, rows[0]?.length ?? 1],
    // A card shows no number.
    figures: isCard ? [] : figures,
    sources: [...sources],
  };
}

function answerOf({ id, args }: Call, lookup: Lookup, settings: Settings) {
  if (!isFunctionId(id)) return undefined;
  const texts = args.map(({ text }) => text);
  const answer = evaluateCall(id, texts, settings, (reference) => {
    const cells = lookup(reference);
    return cells && scalarOrTable(cells);
  });
  return answer.ok ? answer : undefined;
}

/** The sources of a figure and of its parts. */
function sourcesOf({ observation, parts }: Figure): SourceId[] {
  return [observation, ...parts].map(({ source }) => source);
}

/** The sources for an answer that is a text. */
function spokenOf(id: string, args: readonly unknown[], settings: Settings): SourceId[] {
  if (id === "EVENTS") {
    const theme = choice(themeChoices)(args[0], settings);
    const events = policyEvents(
      theme.ok ? theme.value : undefined,
      Number(args[1] ?? undefined) || undefined,
    );
    return events.ok ? events.value.map(({ source }) => source) : [];
  }
  const place = { CITE: 1, CHECK: 1, CARD: 1, INFO: 2 }[id];
  const asked = indicator(args[0], settings);
  const period = place === undefined ? undefined : optionalPeriod()(args[place], settings);
  if (!asked.ok || !period?.ok) return [];
  const answer = chosenFigure(asked.value, period.value ?? settings.period, settings.asof);
  return answer.ok ? sourcesOf(answer.value) : [];
}

const isFigure = (cell: Cell): cell is FigureCell => typeof cell === "object" && "figure" in cell;

function shownOf({ figure, value, format }: FigureCell): ShownFigure {
  const same = value === figure.value || value === 0 || figure.value === 0;
  return { figure, format, power: same ? 0 : Math.round(Math.log10(figure.value / value)) };
}

function rowsOf(value: Cell | readonly (readonly Cell[])[] | Card): readonly (readonly Cell[])[] {
  if (Array.isArray(value)) return value as readonly (readonly Cell[])[];
  if (typeof value === "object" && "fields" in value) return [Object.values(value.fields)];
  return [[value as Cell]];
}

function scalarOrTable(rows: Table): unknown {
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : rows;
}
