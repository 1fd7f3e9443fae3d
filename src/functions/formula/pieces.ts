/** The separators in a formula: the English ones, or those of other regional settings. */
export interface Separators {
  /** Between arguments, and between the areas of a union. */
  readonly argument: string;
  /** Between the columns of an array constant. */
  readonly column: string;
  /** Between the rows of an array constant. */
  readonly row: string;
  readonly decimal: string;
}

/** The separators with which Excel stores formulas, and with which we write them. */
export const english: Separators = { argument: ",", column: ",", row: ";", decimal: "." };

/** The separators that Excel shows under regional settings with a decimal comma. */
export const withComma: Separators = { argument: ";", column: "\\", row: ";", decimal: "," };

const cellPattern = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}";
const areaPattern = `(?:${cellPattern}(?::${cellPattern})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6})`;
const sheetPattern = `(?:(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?`;
const referencePattern = new RegExp(`^${sheetPattern}${areaPattern}$`, "u");

/** Whether a text is only a plain reference to cells: `A2`, `$B$2:C9`, `'My sheet'!A:A`. */
export const isReference = (text: string): boolean => referencePattern.test(text.trim());

/** A token of a formula: a text, reference, name, number, bracket, run of blanks, or single sign. */
interface Piece {
  text: string;
  start: number;
}

/**
 * Matches one token: a text in quotes, a plain reference, a sheet's name, a name with its dots, a number with its
 * decimals. An unclosed quote reaches to the end, so that nothing after it counts as formula.
 */
const patternOf = (decimal: string) =>
  new RegExp(
    [
      `"(?:[^"]|"")*(?:"|$)`,
      `${sheetPattern}${areaPattern}(?![\\p{L}\\p{N}_.!:([])`,
      `'(?:[^']|'')*(?:'|$)`,
      `[\\p{L}_][\\p{L}\\p{N}_.?]*`,
      `\\d+(?:[${decimal}]\\d*)?(?:[eE][+-]?\\d+)?`,
      `\\s+`,
      `[^]`,
    ].join("|"),
    "uy",
  );
const patterns: Readonly<Record<string, RegExp>> = { ".": patternOf("."), ",": patternOf(",") };

/** The position after the bracket that closes the one at `start`, or the end. An apostrophe escapes a sign. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const sign = formula[at];
    if (sign === "'") at += 1;
    else if (sign === "[") depth += 1;
    else if (sign === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

/**
 * Cuts a formula into tokens; joined they give the formula. A structured reference with all its brackets is one.
 * Separators are by default the English ones.
 */
export function pieces(formula: string, { decimal }: Separators = english): Piece[] {
  const list: Piece[] = [];
  const pattern = patterns[decimal] ?? patternOf(decimal);
  for (let start = 0; start < formula.length;) {
    pattern.lastIndex = start;
    const text =
      formula[start] === "["
        ? formula.slice(start, endOfBrackets(formula, start))
        : (pattern.exec(formula)?.[0] ?? formula.slice(start));
    list.push({ text, start });
    start += text.length;
  }
  return list;
}

/**
 * Writes a formula with other separators. Names of functions stay as they are.
 * @example convert('=ECOM.CHECK("total","2025-Q1",3.6)', english, withComma) // '=ECOM.CHECK("total";"2025-Q1";3,6)'
 */
export function convert(formula: string, from: Separators, to: Separators): string {
  if (from === to) return formula;
  let arrays = 0;
  const converted = pieces(formula, from).map(({ text }) => {
    if (text === "{") arrays += 1;
    else if (text === "}") arrays -= 1;
    else if (/^\d/.test(text)) return text.replace(from.decimal, to.decimal);
    else if (text.startsWith("[")) return inBrackets(text, from, to);
    else if (arrays <= 0) return text === from.argument ? to.argument : text;
    // Some regions separate columns by a point where the decimal is a comma.
    else if (text === from.column || (text === "." && from.decimal === ",")) return to.column;
    else if (text === from.row) return to.row;
    return text;
  });
  return converted.join("");
}

/** Parts of a structured reference are separated as arguments are. Names of columns may contain any sign. */
const inBrackets = (text: string, from: Separators, to: Separators): string =>
  text.replace(/\](\s*)([,;])(\s*)(?=\[)/g, (all, before: string, sign: string, after: string) =>
    sign === from.argument ? `]${before}${to.argument}${after}` : all,
  );
