import type { Figure, Language, UnitName } from "../../dataset";
import type { Cell, Formula } from "../plan";
import { cellUnit, formatIn, numberIn } from "./amounts";
import { figureFormula } from "./formulas";
import { bareFormat, signedFormat } from "./labels";

/** The most formulas on a sheet: hosts calculate thousands of single ones in less than a second. */
export const mostFormulas = 1000;

/** Makes cells of figures: formulas up to the most that a sheet may have, then values. */
export class Cells {
  private formulas = 0;
  /** The number of figures that became values on a sheet with formulas. */
  values = 0;

  constructor(private readonly live: boolean) {}

  /**
   * The cell of a figure; null without one.
   * @param unit the unit of its column; default: the base unit
   * @param formula default: the formula for this figure alone
   */
  of(one: Figure | undefined, unit?: UnitName, formula?: Formula): Cell {
    if (!one) return null;
    if (this.live && this.formulas < mostFormulas) {
      this.formulas += 1;
      return formula ?? figureFormula(one.indicator, one.measure, one.period, unit);
    }
    if (this.live) this.values += 1;
    return numberIn(one, unit);
  }
}

/** The largest of some figures, whose scale a column uses; undefined without any. */
export function largestOf(figures: readonly (Figure | undefined)[]): Figure | undefined {
  return figures.reduce(
    (most, one) => (one && !(most && Math.abs(most.value) >= Math.abs(one.value)) ? one : most),
    undefined,
  );
}

/**
 * The number format of a figure in a column with the scale of its largest; growth and changes with a sign.
 * @returns "General" for an empty cell
 */
export function columnFormat(
  one: Figure | undefined,
  largest: Figure | undefined,
  language: Language,
): string {
  if (!one) return "General";
  if (["growth", "computed growth", "change"].includes(one.measure)) return signedFormat(one, language);
  const unit = cellUnit(largest ?? one, language);
  const bare = unit
    ? formatIn(one, unit)
    : bareFormat({ ...one, value: largest?.value ?? one.value }, language);
  return one.measure === "difference" ? signedFormat(one, language, bare) : bare;
}
