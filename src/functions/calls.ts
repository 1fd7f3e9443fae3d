import { tokenize } from "@borgar/fx";

/** One argument of a call, as it is written: its text with the blanks around it, and where it stands in the formula. */
export interface CallArgument {
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

/**
 * Finds every call of one of our functions in a formula in English form, also inside other calls, in the order of
 * their names. A call without its closing bracket is left out: what cannot be read whole is never written back.
 * @param formula With or without the leading "="; text without any call of ours gives an empty list.
 */
export function findCalls(formula: string): readonly Call[] {
  interface Open {
    call?: { id: string; start: number; open: number; depth: number; order: number };
    close: string;
    argument: number;
    args: CallArgument[];
    filled: boolean;
  }
  const calls: (Call & { order: number })[] = [];
  const stack: Open[] = [];
  let at = 0;
  let order = 0;
  let name: { id: string; start: number } | undefined;
  for (const token of tokenize(formula, { mergeRefs: true })) {
    const start = at;
    at += token.value.length;
    const inner = stack[stack.length - 1];
    if (token.type === "func") {
      const match = ours.exec(token.value);
      name = match ? { id: match[1]!.toUpperCase(), start } : undefined;
      if (inner) inner.filled = true;
      continue;
    }
    const value = token.type === "operator" ? token.value : "";
    if (value === "(" || value === "{") {
      const close = value === "(" ? ")" : "}";
      const open: Open = { close, argument: at, args: [], filled: false };
      if (name && value === "(") {
        open.call = { ...name, open: at, depth: stack.filter((outer) => outer.call).length, order: order++ };
      }
      if (inner) inner.filled = true;
      stack.push(open);
    } else if (inner && value === inner.close) {
      stack.pop();
      const { call } = inner;
      if (call) {
        if (inner.filled || inner.args.length > 0) inner.args.push(argument(formula, inner.argument, start));
        calls.push({ ...call, end: at, args: inner.args });
      }
    } else if (inner && value === ",") {
      inner.args.push(argument(formula, inner.argument, start));
      inner.argument = at;
      inner.filled = false;
    } else if (inner && token.type !== "whitespace") {
      inner.filled = true;
    }
    name = undefined;
  }
  return calls
    .sort((a, b) => a.order - b.order)
    .map(({ id, start, end, open, args, depth }) => ({ id, start, end, open, args, depth }));
}

const argument = (formula: string, start: number, end: number): CallArgument => ({
  text: formula.slice(start, end),
  start,
  end,
});

/**
 * Writes one call anew and leaves the rest of the formula byte for byte as it is.
 * @param args The arguments as formula text (`"digital"` with its quotes, `A2`, a nested call); empty text leaves an
 *   argument out, and empty ones at the end are dropped.
 */
export function replaceCall(formula: string, call: Call, args: readonly string[]): string {
  let last = args.length;
  while (last > 0 && args[last - 1]!.trim() === "") last -= 1;
  return formula.slice(0, call.open) + args.slice(0, last).join(",") + formula.slice(call.end - 1);
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
