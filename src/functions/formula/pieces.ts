/** The signs by which a formula is read: in English form, or as cells show it under other regional settings. */
export interface Separators {
  /** Between arguments, and between the areas of a union. */
  readonly argument: string;
  /** Between the columns of an array constant … */
  readonly column: string;
  /** … and between its rows. */
  readonly row: string;
  readonly decimal: string;
}

/** The form in which Excel stores formulas and in which we write them. */
export const english: Separators = { argument: ",", column: ",", row: ";", decimal: "." };

/** The form under regional settings with a decimal comma. */
export const withComma: Separators = { argument: ";", column: "\\", row: ";", decimal: "," };

const cell = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}";
const area = `(?:${cell}(?::${cell})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6})`;
const sheet = `(?:(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?`;
const reference = new RegExp(`^${sheet}${area}$`, "u");

/** Whether a text is nothing but a plain reference to cells: `A2`, `$B$2:C9`, `'My sheet'!A:A`. */
export const isReference = (text: string): boolean => reference.test(text.trim());

/** A stretch of a formula that is one thing to us: a text, a reference, a name, a number, a bracket, blanks, a single sign. */
interface Piece {
  text: string;
  start: number;
}

/**
 * Texts in quotes, plain references and names of sheets whole, structured references with all that is in their brackets (an apostrophe
 * there makes the next sign an ordinary one), names with their dots, numbers with their decimals. What is not closed
 * reaches to the end, so that nothing behind it counts as formula.
 */
const patternOf = (decimal: string) =>
  new RegExp(
    [
      `"(?:[^"]|"")*(?:"|$)`,
      `${sheet}${area}(?![\\p{L}\\p{N}_.!:([])`,
      `'(?:[^']|'')*(?:'|$)`,
      `[\\p{L}_][\\p{L}\\p{N}_.?]*`,
      `\\d+(?:[${decimal}]\\d*)?(?:[eE][+-]?\\d+)?`,
      `\\s+`,
      `[^]`,
    ].join("|"),
    "uy",
  );
const patterns: Readonly<Record<string, RegExp>> = { ".": patternOf("."), ",": patternOf(",") };

/** Behind the bracket that closes the one at `start`, or the end of the formula. */
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

/** Cuts a formula into pieces; together they are the formula. */
export function pieces(formula: string, { decimal }: Separators = english): Piece[] {
  const found: Piece[] = [];
  const pattern = patterns[decimal] ?? patternOf(decimal);
  for (let start = 0; start < formula.length;) {
    pattern.lastIndex = start;
    const text =
      formula[start] === "["
        ? formula.slice(start, endOfBrackets(formula, start))
        : (pattern.exec(formula)?.[0] ?? formula.slice(start));
    found.push({ text, start });
    start += text.length;
  }
  return found;
}

/**
 * A formula in another form: its separators and decimals as the other one writes them. Names of functions stay as they are.
 * @example convert('=ECOM.CHECK("total","2025-Q1",3.6)', english, withComma) // '=ECOM.CHECK("total";"2025-Q1";3,6)'
 */
export function convert(formula: string, from: Separators, to: Separators): string {
  if (from === to) return formula;
  let arrays = 0;
  const written = pieces(formula, from).map(({ text }) => {
    if (text === "{") arrays += 1;
    else if (text === "}") arrays -= 1;
    else if (/^\d/.test(text)) return text.replace(from.decimal, to.decimal);
    else if (text.startsWith("[")) return inBrackets(text, from, to);
    else if (arrays <= 0) return text === from.argument ? to.argument : text;
    // Some regions part columns by a point where the decimal is a comma.
    else if (text === from.column || (text === "." && from.decimal === ",")) return to.column;
    else if (text === from.row) return to.row;
    return text;
  });
  return written.join("");
}

/** Between the parts of a structured reference stands the separator of arguments; names of columns may hold any sign. */
const inBrackets = (text: string, from: Separators, to: Separators): string =>
  text.replace(/\](\s*)([,;])(\s*)(?=\[)/g, (all, before: string, sign: string, after: string) =>
    sign === from.argument ? `]${before}${to.argument}${after}` : all,
  );
