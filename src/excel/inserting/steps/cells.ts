import type { CellBlock, Plan } from "../../../sheets/plan";
import type { Area } from "../../../workbook/a1";
import { can } from "../../session/capabilities";
import { asFormulas } from "../../session/cellText";
import type { Add } from "../../session/stepsOn";
import { cellStyles, membersOf, paletteOf } from "../styles";
import type { CellStyle, Palette } from "../styles";
import type { OldBlock, Target } from "../target";

/** The most bytes in one write; larger blocks are split. */
const bytesPerWrite = 400_000;

/** Clears contents, then formats. Never "all", which reportedly removes tables too. */
export function addClear(add: Add, area: Area): void {
  add("cells", "Range.clear contents", ({ range }) => range(area).clear("Contents"));
  add("looks", "Range.clear formats", ({ range }) => range(area).clear("Formats"));
  if (can("links")) add("links", "Range.clear hyperlinks", ({ range }) => range(area).clear("Hyperlinks"));
}

/** Tries, before anything is removed, whether cells can be written and so restored: writes one cell unchanged. */
export function addTrial(add: Add, sample: OldBlock["sample"]): void {
  if (sample === undefined) return;
  add("cells", "Range.formulas", ({ range }) => (range(sample.area).formulas = [[sample.formula]]), {
    harmless: true,
  });
}

/**
 * Number formats before values, so that Excel does not guess a format from a value. Long blocks are split, so that
 * each step fits in a message.
 */
export function addCells(add: Add, plan: Plan, { at }: Target): void {
  for (const { area, format } of plan.formats) {
    // A single text sets one format for many cells, which the types of Office.js lack.
    const formats = format as string[][];
    const bytes = 300 + JSON.stringify(format).length;
    add("number formats", "Range.numberFormat", ({ range }) => (range(area, at).numberFormat = formats), {
      bytes,
    });
  }
  for (const { at: from, rows } of plan.cells.flatMap(pieces)) {
    const formulas = rows.map((row) => row.map((cell) => asFormulas(cell, at)));
    const area: Area = [...from, rows.length, rows[0]?.length ?? 0];
    const bytes = 300 + JSON.stringify(formulas).length * 2;
    add("cells", "Range.formulas", ({ range }) => (range(area, at).formulas = formulas), { bytes });
  }
}

/** Writes the user's cells over ours. Each with the number format that it had, where that is known. */
export function addKept(add: Add, { at, keptCells = [] }: Target): void {
  for (const { at: cell, formula, format } of keptCells) {
    const area: Area = [...cell, 1, 1];
    if (format !== undefined)
      add("number formats", "Range.numberFormat", ({ range }) => (range(area, at).numberFormat = [[format]]));
    add("cells", "Range.formulas", ({ range }) => (range(area, at).formulas = [[formula]]));
  }
}

/** Splits a block into groups of rows that fit in a message. */
function pieces(block: CellBlock): CellBlock[] {
  const pieces = Math.ceil(JSON.stringify(block.rows).length / bytesPerWrite);
  const step = Math.ceil(block.rows.length / pieces);
  return Array.from({ length: Math.ceil(block.rows.length / step) }, (_, piece) => ({
    at: [block.at[0] + piece * step, block.at[1]],
    rows: block.rows.slice(piece * step, (piece + 1) * step),
  }));
}

/**
 * Merges cells, adds links, and sets styles. Links are left out of hosts without ExcelApi 1.7. `accent` recolours
 * what is in the accent colour.
 */
export function addStyles(add: Add, plan: Plan, { at, accent }: Target): void {
  const palette = paletteOf(accent);
  for (const area of plan.merges) add("merges", "Range.merge", ({ range }) => range(area, at).merge(true));
  // Excel formats a link, so our format is set after it.
  for (const { at: cell, url } of can("links") ? plan.links : []) {
    const text = textAt(plan, cell);
    const link = text === undefined ? { address: url } : { address: url, textToDisplay: text };
    add("links", "Range.hyperlink", ({ range }) => (range([...cell, 1, 1], at).hyperlink = link), {
      bytes: 500 + url.length,
    });
  }
  for (const { area, style } of plan.styles) addStyle(add, area, at, cellStyles[style], palette);
}

/** Sets the style of an area, member by member. `at` is the corner from which `area` counts. */
export function addStyle(add: Add, area: Area, at: Target["at"], style: CellStyle, palette: Palette): void {
  for (const [member, set] of membersOf(style, palette, { rows: area[2], columns: area[3] }))
    add("looks", member, ({ range }) => set(range(area, at)), { bytes: 250 });
}

/** The text that a plan puts into a cell. */
function textAt({ cells }: Plan, [row, column]: readonly [number, number]): string | undefined {
  for (const { at, rows } of cells) {
    const cell = rows[row - at[0]]?.[column - at[1]];
    if (typeof cell === "string") return cell;
  }
  return undefined;
}
