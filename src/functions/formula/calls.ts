import { english, pieces, type Separators } from "./pieces";

/** One argument of a call: its text with the blanks around it, and its position in the formula. */
interface CallArgument {
  text: string;
  start: number;
  end: number;
}

/** A call of one of our functions inside a formula. Positions count UTF-16 units from the formula's beginning. */
export interface Call {
  /** The function's id in capitals, without namespace: "GROWTH". */
  id: string;
  /** Where the function's name begins. */
  start: number;
  /** The position after its closing bracket. */
  end: number;
  /** The position after its opening bracket. */
  open: number;
  /** Empty for `F()`; a left-out argument has empty text. */
  args: readonly CallArgument[];
  /** The number of our own calls around it. */
  depth: number;
}

/** Excel stores add-in functions as `_xldudf_ECOM_GROWTH`, and shows that form where the add-in is missing. */
const functionName = /^(?:ECOM\.|_xldudf_ECOM_)([A-Z0-9.]+)$/i;

interface Open {
  close: string;
  call?: Omit<Call, "end" | "args">;
  args: CallArgument[];
  argument: number;
  filled: boolean;
}

/**
 * Finds every call of our functions in a formula, nested ones included, in the order of their names. A call without
 * its closing bracket is left out, because it could not be written back safely.
 * @param formula with or without the leading "="
 * @param separators those of the formula; default the English ones
 */
export function findCalls(formula: string, separators: Separators = english): readonly Call[] {
  const calls: Call[] = [];
  const stack: Open[] = [];
  let name = "";
  for (const { text, start } of pieces(formula, separators)) {
    const inner = stack[stack.length - 1];
    const end = start + text.length;
    if (text === "(" || text === "{") {
      if (inner) inner.filled = true;
      const open: Open = { close: text === "(" ? ")" : "}", args: [], argument: end, filled: false };
      const id = text === "(" && functionName.exec(name)?.[1]?.toUpperCase();
      if (id) {
        const depth = stack.filter(({ call }) => call).length;
        open.call = { id, start: start - name.length, open: end, depth };
      }
      stack.push(open);
    } else if (inner && text === inner.close) {
      stack.pop();
      const { call, args, argument } = inner;
      if (inner.filled || args.length > 0) args.push(argumentOf(formula, argument, start));
      if (call) calls.push({ ...call, end, args });
    } else if (inner && text === separators.argument) {
      inner.args.push(argumentOf(formula, inner.argument, start));
      inner.argument = end;
      inner.filled = false;
    } else if (inner && text.trim() !== "") inner.filled = true;
    name = text;
  }
  return calls.sort((a, b) => a.start - b.start);
}

const argumentOf = (formula: string, start: number, end: number): CallArgument => ({
  text: formula.slice(start, end),
  start,
  end,
});

/**
 * Replaces the arguments of one call. The rest of the formula, and a call whose arguments are unchanged, stay byte
 * for byte as they are.
 * @param separators those of the formula; default the English ones
 * @param args the arguments as formula text (`"digital"` with its quotes, `A2`, a nested call); empty text leaves an
 *   argument out, and empty ones at the end are dropped
 */
export function replaceCall(
  formula: string,
  call: Call,
  args: readonly string[],
  separators: Separators = english,
): string {
  if (args.length === call.args.length && args.every((text, at) => text === call.args[at]?.text))
    return formula;
  let last = args.length;
  while (last > 0 && args[last - 1]!.trim() === "") last -= 1;
  const argumentsText = args.slice(0, last).join(separators.argument);
  return formula.slice(0, call.open) + argumentsText + formula.slice(call.end - 1);
}

/** A text as a formula holds it: in quotes, with quotes inside doubled. */
export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * The value of an argument that is only a text in quotes or a plain number.
 * @returns undefined for a reference, a calculation or a call
 */
export function literal(argument: string): string | undefined {
  const text = argument.trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  return /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : undefined;
}
