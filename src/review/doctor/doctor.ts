import { ecomFunctions, refusalText } from "../../functions";
import { findCalls, literal } from "../../functions/formula/calls";
import type { Call } from "../../functions/formula/calls";
import { evaluate, isFunctionId } from "../../functions/formula/evaluate";
import type { Settings } from "../../functions/settings";
import type { Finding, FindingKind } from "../../workbook/finding";
import { remediesFor } from "./remedies";

/** A problem of a cell with our formula. */
type FormulaFault = Pick<Finding, "kind" | "cause" | "mendable" | "remedies">;

/** The value of a reference to one cell, if it is known. */
type ValueAt = (reference: string) => unknown;

// Also after the name of a workbook, which Excel adds if it takes the function for one of another file: [2]!,
// 'C:\\…\\FUNCRES.XLAM'!
const stored = /(?:\[\d+\]!|'(?:[^']|'')*'!|[\w.]+\.xla[m]?!)?_xldudf_ECOM_/gi;
const stringLiteral = /("(?:[^"]|"")*")/;

/**
 * The formula with our functions' usual names instead of the stored ones. Texts in quotes stay as they are. Excel
 * stores custom functions under the add-in's namespace, which users never see.
 */
export function asWritten(formula: string): string {
  // After the split, every second part is a string.
  return formula
    .split(stringLiteral)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(stored, "ECOM.")))
    .join("");
}

const fault = (kind: FindingKind, mendable: boolean, en: string, zh: string): FormulaFault => ({
  kind,
  mendable,
  cause: { en, zh },
});

/**
 * Finds the problem of a cell with our formula.
 *
 * @param shown the cell's value: an error is its text
 */
export function judge(
  formula: string,
  shown: unknown,
  valueAt: ValueAt,
  settings: Settings,
): FormulaFault | undefined {
  if (asWritten(formula) !== formula) {
    return fault(
      "stored-form",
      true,
      "It holds our function in the form in which files keep it, as happens when a workbook was edited without the add-in. Mending writes ECOM. again.",
      "公式中的函数是文件内部的写法，常见于在没有加载项时编辑过的工作簿。修复后恢复为ECOM.写法。",
    );
  }
  const calls = findCalls(formula);
  if (shown === "#NAME?") return unnamed(calls);
  if (shown === "#BUSY!") {
    return fault(
      "busy",
      true,
      "It waits for an answer that does not come. Mending enters the same formula again.",
      "一直在等待结果。修复会重新输入同一公式。",
    );
  }
  if (shown !== "#N/A" && shown !== "#VALUE!") return undefined;
  return (
    calls.map((call) => pinned(call, valueAt, settings)).find(Boolean) ??
    calls.map((call) => refused(formula, call, valueAt, settings)).find(Boolean)
  );
}

/** Why Excel does not know a name in a formula: a function that does not exist, or an add-in that was not loaded. */
function unnamed(calls: readonly Call[]): FormulaFault {
  const unknown = calls.find(({ id }) => !Object.hasOwn(ecomFunctions, id));
  if (unknown) {
    return fault(
      "no-function",
      false,
      `There is no function ECOM.${unknown.id}. Correct its name in the cell.`,
      `没有ECOM.${unknown.id}函数。请在单元格中更正名称。`,
    );
  }
  return fault(
    "name-error",
    true,
    "Excel did not know our function when it calculated this. Mending enters the same formula again; if #NAME? stays, another name in it is misspelt.",
    "Excel计算时尚不认识此函数。修复会重新输入同一公式；如仍为#NAME?，则公式中另有拼错的名称。",
  );
}

/** The index of the argument `asof` of GROWTH and VALUE. */
const asofAt = 3;

/** A call with an `asof` date before the first release that the data have. */
function pinned({ id, args }: Call, valueAt: ValueAt, settings: Settings): FormulaFault | undefined {
  const run = id === "GROWTH" || id === "VALUE" ? ecomFunctions[id] : undefined;
  const texts = args.map(({ text }) => text.trim());
  if (!run || !texts[asofAt]) return undefined;
  const values = texts.map((text) => (text === "" ? undefined : (literal(text) ?? valueAt(text))));
  if (values.some((value, index) => value === undefined && texts[index] !== "")) return undefined;
  const free = values.map((value, index) => (index === asofAt ? undefined : value));
  if (run(values, settings).ok || !run(free, { ...settings, asof: undefined }).ok) return undefined;
  const day = String(values[asofAt]);
  return fault(
    "vintage-gone",
    false,
    `It is pinned to data of ${day}, and the add-in's data hold no release of it from then. Give a later day, or leave the day out.`,
    `公式限定为${day}时的数据，而加载项的数据中没有当时发布的这一数值。请改用更晚的日期，或不填日期。`,
  );
}

/** A call that returns an error: its sentence says what would work. */
function refused(
  formula: string,
  call: Call,
  valueAt: ValueAt,
  settings: Settings,
): FormulaFault | undefined {
  const { id, args } = call;
  if (!isFunctionId(id)) return undefined;
  const texts = args.map(({ text }) => text);
  // A range cannot be looked up here, only single cells.
  const valueOf: ValueAt = (reference) => (/[:#]/.test(reference) ? undefined : valueAt(reference));
  const evaluated = evaluate(id, texts, settings, valueOf);
  if (!evaluated.ok || evaluated.answer.ok) return undefined;
  const { reason } = evaluated.answer;
  const remedies = remediesFor(formula, call, reason, settings, valueOf);
  const noAnswer = fault("no-answer", false, refusalText(reason, "en"), refusalText(reason, "zh"));
  return remedies.length > 0 ? { ...noAnswer, remedies } : noAnswer;
}
