import type { CellRange } from "../../state";
import { Refusal } from "../errors";
import type { Model } from "../model";
import { contains, fromUniver, intersection } from "./address";

/** What a protected sheet may allow (Excel.WorksheetProtectionOptions). */
type Allowance =
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertRows"
  | "allowInsertColumns"
  | "allowDeleteRows"
  | "allowDeleteColumns"
  | "allowSort"
  | "allowAutoFilter"
  | "allowEditObjects"
  | "allowInsertHyperlinks";

/**
 * Throws for changes to a protected sheet, unless its protection has the `allowance`. AccessDenied, as Excel answers.
 */
export function requireUnprotected(model: Model, sheetId: string, allowance?: Allowance): void {
  const { protection } = model.state.sheet(sheetId);
  if (protection.protected && !(allowance && protection.options[allowance] === true)) {
    throw new Refusal("AccessDenied");
  }
}

/**
 * Throws for adding, deleting, renaming, moving, copying, hiding, showing or colouring sheets if the workbook's
 * structure is protected. AccessDenied, as Excel answers.
 */
export function requireOpenStructure(model: Model): void {
  if (model.state.data.structure.protected) throw new Refusal("AccessDenied");
}

/**
 * Throws for new contents in locked cells of a protected sheet. AccessDenied, as Excel answers. All cells are locked
 * until they are unlocked.
 */
export function requireUnlocked(model: Model, range: CellRange): void {
  const { protection, unlocked } = model.state.sheet(range.sheetId);
  if (!protection.protected) return;
  for (let row = range.row; row < range.row + range.rowCount; row++) {
    for (let column = range.column; column < range.column + range.columnCount; column++) {
      if (!unlocked[`${row},${column}`]) throw new Refusal("AccessDenied");
    }
  }
}

/** The merged areas that touch the range. On its sheet only; areas that lie beside it are left out. */
export function mergesIn(model: Model, range: CellRange): CellRange[] {
  return model.book
    .sheet(range.sheetId)
    .getMergeData()
    .map((merge) => fromUniver(range.sheetId, merge))
    .filter((merge) => intersection(merge, range));
}

/**
 * Throws for new contents in a merged area or spill without its first cell, which owns the contents.
 * InvalidOperation, as Excel answers.
 */
export function requireOwnCells(model: Model, range: CellRange): void {
  const owners = [
    ...mergesIn(model, range),
    ...model.cells.spills(range.sheetId).map((spill) => spill.range),
  ];
  for (const owner of owners) {
    const first = { ...owner, rowCount: 1, columnCount: 1 };
    if (intersection(owner, range) && !contains(range, first)) throw new Refusal("InvalidOperation");
  }
}
