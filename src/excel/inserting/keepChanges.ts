import type { Plan } from "../../sheets/plan";
import { a1, parseA1 } from "../../workbook/a1";
import type { FilledCell } from "../../workbook/problem";
import { asEntered, fingerprint, plainText } from "../session/cellText";
import type { Entered } from "../session/cellText";
import { movedFormula } from "./movedFormula";
import { newPlaces } from "./newPlaces";
import type { ExistingBlock } from "./newPlaces";
import type { UserFormat } from "./userFormats";

/** A user's cell inside an updated block: its new place, relative to the block, and its content. */
export interface KeptCell {
  at: readonly [row: number, column: number];
  formula: Entered;
  print: string;
  /** Its number format; absent if unknown. */
  format?: string | undefined;
}

/** What is kept of the user's changes, and what has no place in the new block. */
export interface Keeping {
  keptCells: readonly KeptCell[];
  unplaced: readonly FilledCell[];
  formats: readonly UserFormat[];
  /** The cells whose formats have no place. */
  formatsLost: readonly FilledCell[];
}

/** For a block without changes. */
export const nothingKept: Keeping = { keptCells: [], unplaced: [], formats: [], formatsLost: [] };

/**
 * Finds the place of each of the user's cells and formats in the new plan. A cell that the user emptied, and that the
 * new plan does not have, needs no place.
 * @param cells with absolute addresses
 */
export function keepChanges(
  plan: Plan,
  existing: ExistingBlock,
  cells: readonly FilledCell[],
  userFormats: readonly UserFormat[],
): Keeping {
  const newPlace = newPlaces(plan, existing);
  const { area, formulas, numberFormats } = existing;
  const keptCells: KeptCell[] = [];
  const unplaced: FilledCell[] = [];
  for (const cell of cells) {
    const place = parseA1(cell.address)?.area;
    if (!place) continue;
    const [row, column] = [place[0] - area[0], place[1] - area[1]];
    const at = newPlace(row, column);
    if (at) {
      const formula = movedFormula(asEntered(formulas[row]?.[column]), place[0], area[0] + at[0]);
      keptCells.push({
        at,
        formula,
        print: fingerprint(plainText(formula)),
        format: numberFormats[row]?.[column],
      });
    } else if (cell.text !== "") unplaced.push(cell);
  }
  const formats: UserFormat[] = [];
  const formatsLost: FilledCell[] = [];
  for (const format of userFormats) {
    const [row, column] = format.at;
    const at = newPlace(row, column);
    if (at) formats.push({ ...format, at });
    else
      formatsLost.push({
        address: a1([row, column, 1, 1], [area[0], area[1]]),
        text: plainText(formulas[row]?.[column]),
      });
  }
  return { keptCells, unplaced, formats, formatsLost };
}
