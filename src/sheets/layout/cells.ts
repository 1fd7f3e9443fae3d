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
  of(figure: Figure | undefined, unit?: UnitName, formula?: Formula): Cell {
    if (!figure) return null;
    if (this.live && this.formulas < mostFormulas) {
      this.formulas += 1;
      return formula ?? figureFormula(figure.indicator, figure.measure, figure.period, unit);
    }
    if (this.live) this.values += 1;
    return numberIn(figure, unit);
  }
}

/** The largest of some figures, whose scale a column uses; undefined without any. */
export function largestOf(figures: readonly (Figure | undefined)[]): Figure | undefined {
  return figures.reduce(
    (most, figure) => (figure && !(most && Math.abs(most.value) >= Math.abs(figure.value)) ? figure : most),
    undefined,
  );
}

/**
 * The number format of a figure in a column with the scale of its largest; growth and changes with a sign.
 * @returns "General" for an empty cell
 */
export function columnFormat(
  figure: Figure | undefined,
  largest: Figure | undefined,
  language: Language,
): string {
  if (!figure) return "General";
  if (["growth", "computed growth", "change"].includes(figure.measure)) return signedFormat(figure, language);
  const unit = cellUnit(largest ?? figure, language);
  const format = unit
    ? formatIn(figure, unit)
    : bareFormat({ ...figure, value: largest?.value ?? figure.value }, language);
  return figure.measure === "difference" ? signedFormat(figure, language, format) : format;
}
