import { isFormula, isNativeFormula, isReference } from "../../sheets/plan";
import type { Cell } from "../../sheets/plan";
import { a1 } from "../../workbook/a1";

/** Texts that Excel would read as a formula, a number, a date or a truth value. */
const readsAsFormula = /^\s*[=+\-@'#]|^\s*(true|false)\s*$/i;
/**
 * The longest text that Excel may read as a date or number in some locale, if it has a digit ("Mar 2025", "2025年3月",
 * "1,5 €").
 */
const longestDate = 40;

/** A text in the form that Excel keeps as text: with an apostrophe where needed. */
export function asText(text: string): string {
  return readsAsFormula.test(text) || (text.length <= longestDate && /\d/.test(text)) ? `'${text}` : text;
}

type Corner = readonly [row: number, column: number];

/** A plan's cell as `Range.formulas` takes it; `at` is the plan's first cell. Empty cells are "". */
export function asFormulas(cell: Cell, at: Corner): string | number {
  if (typeof cell === "string") return asText(cell);
  return typeof cell === "number" ? cell : readBack(cell, at);
}

/**
 * What `Range.formulas` returns for an unchanged cell of a plan. `at` is the plan's corner on the sheet; "" for an
 * empty cell.
 */
export function readBack(cell: Cell, at: Corner): string {
  if (cell === null) return "";
  if (isReference(cell)) return `=${a1([...cell.cell, 1, 1], at)}`;
  if (isNativeFormula(cell))
    return cell.looking.replace(/\{(\d)\}/g, (_gap, index: string) => {
      const area = cell.areas[Number(index)];
      return area ? a1(area, at) : "";
    });
  return isFormula(cell) ? cell.formula : plainText(cell);
}

/** A cell's content as text, without the apostrophe that only marks a text. "" for null and undefined. */
export function plainText(value: unknown): string {
  return typeof value === "string" ? value.replace(/^'/, "") : String(value ?? "");
}

/** What a person entered into a cell, as `Range.formulas` takes it. */
export type Entered = string | number | boolean;

/**
 * What a person entered, to be written again with the same meaning.
 * @param value as `Range.formulas` returns it
 */
export function asEntered(value: unknown): Entered {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = plainText(value);
  return typeof value === "string" && value.startsWith("=") ? value : asText(text);
}

/**
 * A fingerprint of four letters (FNV-1a, 20 bits), which misses one in a million changes. FNV-1a by Fowler, Noll and
 * Vo, folded to 20 bits and written in base 36. Kept in records, so it never changes.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 20)) & 0xfffff).toString(36).padStart(4, "0");
}
