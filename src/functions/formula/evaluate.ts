import type { Answer, Cell } from "../answer";
import type { FunctionId } from "../implementations/all";
import { ecomFunctions, isUnavailable, refuse } from "../index";
import type { Settings } from "../settings";
import { findCalls, literal, type Call } from "./calls";
import { isReference, pieces } from "./pieces";

/** Gives the value of a cell or range as Excel would pass it to a function: a value, or rows of values. */
export type ValueOf = (reference: string) => unknown;

/** A call's answer, or the first of its arguments that only Excel can calculate. */
export type Evaluated =
  | { readonly ok: true; readonly answer: Answer; readonly args: readonly unknown[] }
  | { readonly ok: false; readonly unknown: string };

/** Whether a text is the id of one of our functions. Ids are upper case and without the prefix "ECOM.". */
export const isFunctionId = (id: string): id is FunctionId =>
  Object.prototype.hasOwnProperty.call(ecomFunctions, id);

/** The value of a constant argument: a text, number, percentage, TRUE, FALSE, error, array of these, or nothing. */
function constant(argument: string): { value: unknown } | undefined {
  const text = argument.trim();
  if (text === "") return { value: undefined };
  const number = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+))?(%?)$/.exec(text);
  // The decimal point is moved in the text, because 7.4 / 100 is not 0.074.
  if (number) return { value: Number(`${number[1]}e${Number(number[2] ?? 0) - (number[3] ? 2 : 0)}`) };
  const value = literal(text);
  if (value !== undefined) return { value: value };
  if (/^(?:true|false)$/i.test(text)) return { value: text.length === 4 };
  if (/^#(?:N\/A|[A-Z0-9/]+[!?])$/i.test(text)) return { value: errorValue(text.toUpperCase()) };
  return text.startsWith("{") && text.endsWith("}") ? rowsOf(text.slice(1, -1)) : undefined;
}

/** The values of an array constant ({1,2;3,4}); undefined if it holds anything else. */
function rowsOf(inside: string): { value: unknown } | undefined {
  const rows: unknown[][] = [[]];
  let item = "";
  const whole = [...pieces(inside).map(({ text }) => text), ";"].every((text) => {
    if (text !== "," && text !== ";") {
      item += text;
      return true;
    }
    const value = item.trim() === "" ? undefined : constant(item);
    item = "";
    rows.at(-1)?.push(value?.value);
    if (text === ";") rows.push([]);
    return value !== undefined && !Array.isArray(value.value);
  });
  return whole ? { value: rows.slice(0, -1) } : undefined;
}

const errorValue = (basicValue: string) => ({ type: "Error", basicValue });

/** The call that makes up a whole argument. */
function onlyCall(argument: string): Call | undefined {
  const text = argument.trim();
  return findCalls(text).find(({ start, end }) => start === 0 && end === text.length);
}

/**
 * The references that a call depends on, nested calls of ours included, as far as they can be evaluated. `args` are
 * the arguments' texts. Constants, operators and calls of other functions give none; the same reference may occur
 * twice.
 */
export function referencesOf(args: readonly string[]): string[] {
  return args.flatMap((text) => {
    if (isReference(text)) return [text.trim()];
    return referencesOf(onlyCall(text)?.args.map((arg) => arg.text) ?? []);
  });
}

/** Functions of single values. For a range, Excel calls them once for each cell. */
const ofOneValue = /^(GROWTH|VALUE|CAGR|CITE|CHECK)$/;

/** Answers a call; with ranges as Excel does, once for each cell. */
function answerTo(id: FunctionId, args: readonly unknown[], settings: Settings): Answer {
  const run = ecomFunctions[id];
  const ranges = ofOneValue.test(id) ? args.filter(isRows) : [];
  const rows = Math.max(1, ...ranges.map((range) => range.length));
  const columns = Math.max(1, ...ranges.map((range) => range[0]?.length ?? 1));
  if (rows * columns === 1) return run(args, settings);
  const value = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): Cell => {
      const answer = run(
        args.map((arg) => (isRows(arg) ? elementOf(arg, row, column) : arg)),
        settings,
      );
      return answer.ok ? (answer.value as Cell) : answer;
    }),
  );
  return { ok: true, value };
}

const isRows = (value: unknown): value is readonly (readonly unknown[])[] => Array.isArray(value);

/** The value at one place of a range: a single row or column is repeated, and outside there is #N/A. */
function elementOf(range: readonly (readonly unknown[])[], row: number, column: number): unknown {
  const line = range[range.length === 1 ? 0 : row];
  const at = line?.length === 1 ? 0 : column;
  return line && at < line.length ? line[at] : errorValue("#N/A");
}

/**
 * Answers a call by running the function itself.
 * @param args the arguments as formula text in English form
 * @param valueOf gives the values of the references in `referencesOf`; undefined for one that could not be read
 */
export function evaluate(
  id: FunctionId,
  args: readonly string[],
  settings: Settings,
  valueOf: ValueOf,
): Evaluated {
  const values: unknown[] = [];
  for (const text of args) {
    const known =
      constant(text) ?? (isReference(text) ? read(text, valueOf) : called(text, settings, valueOf));
    if (!known) return { ok: false, unknown: text.trim() };
    values.push(known.value);
  }
  try {
    return { ok: true, answer: answerTo(id, values, settings), args: values };
  } catch {
    // As in a cell, an unexpected exception becomes a refusal with a sentence.
    return { ok: true, answer: refuse({ name: "internal" }), args: values };
  }
}

function read(text: string, valueOf: ValueOf): { value: unknown } | undefined {
  const value = valueOf(text.trim());
  return value === undefined ? undefined : { value };
}

function called(text: string, settings: Settings, valueOf: ValueOf): { value: unknown } | undefined {
  const call = onlyCall(text);
  if (!call || !isFunctionId(call.id)) return undefined;
  const inner = evaluate(
    call.id,
    call.args.map((arg) => arg.text),
    settings,
    valueOf,
  );
  return inner.ok ? { value: valueIn(inner.answer) } : undefined;
}

/** An answer in the form in which Excel passes it to another function. */
function valueIn(answer: Answer): unknown {
  if (!answer.ok) return valueOfCell({ reason: answer.reason });
  const { value } = answer;
  if (Array.isArray(value)) return (value as readonly (readonly Cell[])[]).map((row) => row.map(valueOfCell));
  if (typeof value !== "object" || !("fields" in value)) return valueOfCell(value as Cell);
  const properties = Object.entries(value.fields).map(([name, cell]) => [
    name,
    { basicValue: valueOfCell(cell) },
  ]);
  return { type: "Entity", text: value.title, properties: Object.fromEntries(properties) as unknown };
}

function valueOfCell(cell: Cell): unknown {
  if (typeof cell !== "object") return cell;
  return "reason" in cell ? errorValue(isUnavailable(cell.reason) ? "#N/A" : "#VALUE!") : cell.value;
}

/**
 * The error value that a refusal shows in a cell. #N/A for a right question without an answer, #VALUE! for a wrong
 * one, as Excel's own lookup functions do.
 */
export const errorOf = (answer: Answer & { ok: false }): "#N/A" | "#VALUE!" =>
  isUnavailable(answer.reason) ? "#N/A" : "#VALUE!";
