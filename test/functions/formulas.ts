import { tokenize } from "@borgar/fx";
import fc from "fast-check";
import { quote } from "../../src/functions/formula/calls";

const leaf = fc.oneof(
  fc.string({ maxLength: 8 }).map(quote),
  fc.integer({ min: 0, max: 99999 }).map(String),
  fc.constantFrom(
    "A1",
    "$B$2:C9",
    "A:A",
    "Sheet2!A1",
    "'a (b), c; ''d'''!D4",
    "TRUE",
    "1.5",
    "7.4%",
    "2.5E-3",
    "#N/A",
    "#REF!",
    "rate",
    "数据!B2",
    "Table1[[#This Row],[p,q]]",
    "Table1['[a'],b]",
    "[@price]",
    "'[Book 1.xlsx]S, 1'!A1",
    '{1,2;"x",4}',
    '{-1.5,"a;b, c";TRUE,#N/A}',
    "B2#",
  ),
);

/** Formulas without the leading "=": calls of ours and others, nested, with texts, references, arrays and blanks. */
export const formulas = fc.letrec<{ expression: string; call: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie("call"),
    tie("call"),
    tie("call"),
    fc
      .tuple(tie("expression"), fc.constantFrom("+", "*", "&", ">=", " - "), tie("expression"))
      .map((parts) => parts.join("")),
    tie("expression").map((inner) => `(${inner})`),
    tie("expression").map((inner) => `-${inner}`),
    tie("expression").map((inner) => `@${inner}`),
  ),
  call: fc
    .tuple(
      fc.constantFrom(
        "ECOM.GROWTH",
        "ECOM.VALUE",
        "ECOM.TABLE",
        "ecom.check",
        "_xldudf_ECOM_SERIES",
        "IF",
        "SUM",
        "LET",
        "LAMBDA",
        "MYECOM.GROWTH",
      ),
      fc.array(fc.oneof(tie("expression"), fc.constant("")), { maxLength: 4 }),
      fc.constantFrom("", " ", "  ", "\n"),
    )
    .map(([name, list, blank]) => `${name}(${list.map((arg) => blank + arg).join(`${blank},`)})`),
})).expression;

/** Our calls as another reader of formulas finds them: the place of each name, and the arguments as written. */
export function callsByFx(formula: string): { at: number; args: string[] }[] {
  const calls: { at: number; args: string[]; order: number }[] = [];
  const stack: { at?: number; args: string[]; text: string; close: string }[] = [];
  let at = 0;
  let name: number | undefined;
  for (const { type, value } of tokenize(formula, { negativeNumbers: false })) {
    const opens = type === "operator" && (value === "(" || value === "{");
    const inner = stack.at(-1);
    if (inner && type === "operator" && value === inner.close) {
      stack.pop();
      if (inner.args.length > 0 || inner.text.trim() !== "") inner.args.push(inner.text);
      if (inner.at !== undefined) calls.push({ at: inner.at, args: inner.args, order: inner.at });
    } else if (inner && type === "operator" && value === ",") {
      inner.args.push(inner.text);
      inner.text = "";
      for (const outer of stack.slice(0, -1)) outer.text += value;
      at += value.length;
      name = undefined;
      continue;
    }
    for (const outer of stack) outer.text += value;
    if (opens) {
      const call = value === "(" && name !== undefined ? { at: name } : {};
      stack.push({ ...call, args: [], text: "", close: value === "(" ? ")" : "}" });
    }
    name = type === "func" && /^(ECOM\.|_xldudf_ECOM_)/i.test(value) ? at : undefined;
    at += value.length;
  }
  return calls.sort((a, b) => a.order - b.order).map(({ at: place, args }) => ({ at: place, args }));
}
