import { english, pieces, type Separators } from "./pieces";

/** One argument of a call, as it is written: its text with the blanks around it, and where it stands in the formula. */
interface CallArgument {
  text: string;
  start: number;
  end: number;
}

/** A call of one of our functions inside a formula. Positions count UTF-16 units from the formula's beginning. */
export interface Call {
  /** The function's id in capitals, without namespace: "GROWTH". */
  id: string;
  /** From the function's name … */
  start: number;
  /** … to behind its closing bracket. */
  end: number;
  /** Behind the opening bracket. */
  open: number;
  /** Empty for `F()`; a left-out argument is one with empty text. */
  args: readonly CallArgument[];
  /** How many of our own calls it stands inside of. */
  depth: number;
}

/** Excel stores add-in functions as `_xldudf_ECOM_GROWTH`; cells show that form when the add-in is not there. */
const ours = /^(?:ECOM\.|_xldudf_ECOM_)([A-Z0-9.]+)$/i;

/** A bracket that is not closed yet. */
interface Open {
  close: string;
  call?: Omit<Call, "end" | "args">;
  args: CallArgument[];
  argument: number;
  filled: boolean;
}

/**
 * Finds every call of one of our functions in a formula, also inside other calls, in the order of their names. A call
 * without its closing bracket is left out: what cannot be read whole is never written back.
 * @param formula With or without the leading "="; text without any call of ours gives an empty list.
 * @param separators of the form that the formula is in; default the English one
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
      const id = text === "(" && ours.exec(name)?.[1]?.toUpperCase();
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
 * Writes one call again and leaves the rest of the formula byte for byte as it is; with the arguments that it has already,
 * the call too.
 * @param args The arguments as formula text (`"digital"` with its quotes, `A2`, a nested call); empty text leaves an
 *   argument out, and empty ones at the end are dropped.
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
  const written = args.slice(0, last).join(separators.argument);
  return formula.slice(0, call.open) + written + formula.slice(call.end - 1);
}

/** A text as a formula writes it: in quotes, with quotes inside doubled. */
export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * The text that a formula's argument is when it is nothing but a text in quotes or a plain number, else undefined
 * (a reference, a calculation, a call): such an argument is shown as it is written.
 */
export function literal(argument: string): string | undefined {
  const text = argument.trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  return /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : undefined;
}
