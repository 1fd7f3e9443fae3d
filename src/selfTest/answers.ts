import { cut } from "../dataset";
import { ecomFunctions, followWorkbook, readSettings } from "../functions";
import type { Answer, Cell } from "../functions/answer";
import { findCalls } from "../functions/formula/calls";
import { isFunctionId, errorOf, evaluate } from "../functions/formula/evaluate";
import type { ValueOf } from "../functions/formula/evaluate";
import { isUnavailable } from "../functions/outcome";

/** The expected content of a cell: its value as in `Range.values`, and whether it must be shown as a percentage. */
interface Expected {
  value: string | number | boolean;
  percent: boolean;
}

/** The expected answer of a call: rows of cells, or a card by its title. */
export type ExpectedAnswer = { rows: readonly (readonly Expected[])[] } | { card: string };

const LONGEST_TEXT = 32767;

function expectedCell(cell: Cell): Expected {
  if (typeof cell === "string") return { value: cut(cell, LONGEST_TEXT), percent: false };
  if (typeof cell !== "object") return { value: cell, percent: false };
  if ("reason" in cell) return { value: isUnavailable(cell.reason) ? "#N/A" : "#VALUE!", percent: false };
  return { value: cell.value, percent: cell.format.includes("%") };
}

function expectedOf(answer: Answer): ExpectedAnswer {
  if (!answer.ok) return { rows: [[{ value: errorOf(answer), percent: false }]] };
  const { value } = answer;
  if (Array.isArray(value))
    return { rows: (value as readonly (readonly Cell[])[]).map((row) => row.map(expectedCell)) };
  if (typeof value === "object" && "fields" in value) return { card: value.title };
  return { rows: [[expectedCell(value as Cell)]] };
}

/**
 * The answer of a function in this workbook, computed without Excel. By the same functions and the workbook's
 * settings, so it tells what Excel makes of an answer, not whether it is right.
 */
export function expectedAnswer(id: keyof typeof ecomFunctions, args: readonly unknown[]): ExpectedAnswer {
  followWorkbook();
  return expectedOf(ecomFunctions[id](args, readSettings()));
}

/**
 * The expected content of a formula's own cell; undefined if it is more than one call of ours, which only Excel can
 * calculate.
 * @param valueOf gives the values of the cells to which it refers
 */
export function expectedValue(formula: string, valueOf: ValueOf): Expected | undefined {
  const [call, ...more] = findCalls(formula);
  if (!call || more.length > 0 || call.start !== 1 || call.end !== formula.length) return undefined;
  if (!isFunctionId(call.id)) return undefined;
  followWorkbook();
  const args = call.args.map(({ text }) => text);
  const evaluated = evaluate(call.id, args, readSettings(), valueOf);
  if (!evaluated.ok) return undefined;
  const expected = expectedOf(evaluated.answer);
  return "card" in expected ? undefined : expected.rows[0]?.[0];
}

/** Whether a cell has the expected value; numbers may differ in their last digits. */
export function agrees(answer: unknown, { value }: Expected): boolean {
  if (typeof value !== "number" || typeof answer !== "number") return answer === value;
  return Math.abs(answer - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** Whether a cell waits for its function's answer. Excel shows #BUSY!, #GETTING_DATA or #CONNECT! meanwhile. */
export const isWaiting = (value: unknown): boolean =>
  typeof value === "string" && /^#(BUSY!|GETTING_DATA|CONNECT!)/.test(value);

/** Whether a cell shows an error. Among them #BUSY!, so `isWaiting` comes first. */
export const isError = (value: unknown): boolean =>
  typeof value === "string" && /^#(N\/A|[A-Z0-9_/]+[!?])$/.test(value);
