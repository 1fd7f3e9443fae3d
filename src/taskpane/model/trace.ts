import { findIndicator, FIRST_VERSION, type Figure, type Indicator, type SourceId } from "../../dataset";
import { ecomFunctions } from "../../functions";
import type { Answer, Cell } from "../../functions/answer";
import { evaluate, referencesOf, type Evaluated, type ValueOf } from "../../functions/formula/evaluate";
import type { FunctionId } from "../../functions/implementations/all";
import type { Settings } from "../../functions/settings";
import type { Selected } from "../../workbook/api";
import type { Messages } from "../messages";
import { languageOf, referenceOf, type State } from "../state";
import { callsIn, formulaCell } from "./build";

/** Reads cells; undefined where they could not be read. */
export type ReadValues = (
  sheet: string,
  references: readonly string[],
) => Promise<readonly unknown[] | undefined>;

/** A call of ours and its answer. */
export interface Trace {
  id: FunctionId;
  evaluated: Evaluated;
  /** The indicator asked for, if it is one. */
  indicator: Indicator | undefined;
  /** The figures in the answer: for a cell of a spilled answer its own, for CHECK the published ones. */
  figures: readonly Figure[];
}

/**
 * The workbook's settings, for the functions. Without a data date no version is asked for, and the newest data
 * answer.
 */
export function functionSettings(state: State): Settings {
  const { asof, version, plain, date1904 } = state.settings;
  return {
    period: referenceOf(state),
    asof,
    version: asof === undefined ? undefined : (version ?? FIRST_VERSION),
    language: languageOf(state),
    chinesePeriods: state.settings.language === "zh",
    plain: plain ?? false,
    date1904: date1904 ?? false,
  };
}

/**
 * Answers a call, after reading the cells in its arguments.
 * @param place the cell's row and column in a spilled answer; default: the whole answer
 */
export async function trace(
  id: FunctionId,
  args: readonly string[],
  sheet: string,
  settings: Settings,
  read: ReadValues,
  place?: readonly [row: number, column: number],
): Promise<Trace> {
  const references = referencesOf(args);
  const values = references.length > 0 ? await read(sheet, references) : [];
  const valueOf: ValueOf = (reference) => values?.[references.indexOf(reference)];
  return traced(id, evaluate(id, args, settings, valueOf), settings, place);
}

/** The answer with the figures behind another one: for CHECK the published figures, else itself. */
function withFigures(id: FunctionId, { answer, args }: Evaluated & { ok: true }, settings: Settings): Answer {
  return id === "CHECK" && answer.ok
    ? ecomFunctions.INFO([args[0], "figures", args[1] || settings.period], settings)
    : answer;
}

/** The trace of an evaluated call; of one cell if `place` is given. */
function traced(
  id: FunctionId,
  evaluated: Evaluated,
  settings: Settings,
  place?: readonly [number, number],
): Trace {
  if (!evaluated.ok) return { id, evaluated, indicator: undefined, figures: [] };
  const { args } = evaluated;
  const answer = withFigures(id, evaluated, settings);
  const value = answer.ok ? answer.value : "";
  const rows: readonly (readonly Cell[])[] = Array.isArray(value)
    ? (value as readonly (readonly Cell[])[])
    : typeof value === "object" && "fields" in value
      ? [Object.values(value.fields)]
      : [[value as Cell]];
  const cells = place ? [rows[place[0]]?.[place[1]]] : rows.flat();
  const [at] = cells;
  // The error of the cell itself, not the whole answer.
  const shown: Evaluated =
    place && typeof at === "object" && "reason" in at
      ? { ok: true, args, answer: { ok: false, reason: at.reason } }
      : evaluated;
  const figures = cells.flatMap((cell) =>
    typeof cell === "object" && "figure" in cell ? [cell.figure] : [],
  );
  const named = findIndicator(args[0]);
  const single =
    new Set(figures.map(({ indicator }) => indicator)).size === 1 ? figures[0]?.indicator : undefined;
  return { id, evaluated: shown, indicator: named.ok ? named.value : single, figures };
}

/** The sources of figures and of their parts, each once. In the order of appearance. */
export function sourcesOf(figures: readonly Figure[]): SourceId[] {
  return [
    ...new Set(
      figures.flatMap(({ observation, parts }) => [observation, ...parts].map(({ source }) => source)),
    ),
  ];
}

/** All calls behind the selected cell, with their answers; empty without any. */
export function traceSelected(selected: Selected, settings: Settings, read: ReadValues): Promise<Trace[]> {
  const { sheet, formula } = formulaCell(selected);
  // A cell with an error may be the first of a spilled answer.
  const spill = selected.spill ?? (errorIn(selected.value) === undefined ? undefined : { row: 0, column: 0 });
  const calls = callsIn(formula);
  // A cell of a spilled answer has one figure of it, if the formula is only the call.
  const whole = calls[0]?.start === 1 && calls[0].end === formula.length;
  const place = spill && whole ? ([spill.row, spill.column] as const) : undefined;
  return Promise.all(
    calls.map(({ id, args, depth }) =>
      trace(
        id,
        args.map((arg) => arg.text),
        sheet,
        settings,
        read,
        depth === 0 ? place : undefined,
      ),
    ),
  );
}

/** The error in a cell; undefined without one, and for "#BUSY!", whose answer is still to come. */
export const errorIn = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "#BUSY!" && /^#(N\/A|[A-Z0-9/_]+[!?])$/.test(value)
    ? value
    : undefined;

/** The message about an error that the answers do not explain; undefined if there is none. */
export function otherError(shown: unknown, traces: readonly Trace[], words: Messages): string | undefined {
  const error = errorIn(shown);
  if (error === undefined) return undefined;
  if (error === "#NAME?") return words.errorName;
  if (error === "#SPILL!") return words.errorSpill;
  const isExplained = traces.some(({ evaluated }) => !evaluated.ok || !evaluated.answer.ok);
  return isExplained ? undefined : words.errorElsewhere;
}
