import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import { cellAt } from "../../cellRange";
import type { CellRange } from "../../state";
import { invalid } from "../errors";
import type { Model } from "../model";

/** A cell's link. It is stored in the cell's `custom.hyperlink`, so that it moves and is saved with the cell. */
interface Hyperlink {
  address?: string;
  documentReference?: string;
  screenTip?: string;
  textToDisplay?: string;
}

/** The link of the first cell; null if it has none. */
export function hyperlinkAt(self: CellRange, model: Model): Hyperlink | null {
  const cell = model.book.sheet(self.sheetId).getCellMatrix().getValue(self.row, self.column);
  return (cell?.custom?.["hyperlink"] as Hyperlink | undefined) ?? null;
}

/** Gives every cell of the range the link, its text and a link's format; null removes links. */
export function setHyperlink(self: CellRange, wanted: unknown, model: Model): void {
  if (wanted === null) {
    clearHyperlinks(self, model);
    return;
  }
  if (typeof wanted !== "object") throw invalid();
  const link: Hyperlink = {};
  for (const key of ["address", "documentReference", "screenTip", "textToDisplay"] as const) {
    const value = (wanted as Record<string, unknown>)[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== "string" || value.length > 2083) throw invalid();
    link[key] = value;
  }
  if (link.address === undefined && link.documentReference === undefined) throw invalid();
  const text = link.textToDisplay;
  const shown = text ?? link.address ?? link.documentReference ?? "";
  model.writeEntries(self, (row, column) =>
    text !== undefined || model.cells.at(self.sheetId, row, column).type === "Empty"
      ? { kind: "text", value: shown }
      : { kind: "unchanged" },
  );
  write(self, model, { hyperlink: { ...link, textToDisplay: shown } });
  const linkStyle = { cl: { rgb: "#0563C1" }, ul: { s: 1 } };
  model.cells.restyle(
    self.sheetId,
    model.cells.map(self, (row, column) => [row, column, linkStyle] as const).flat(),
  );
}

/** Removes links; text and format stay. */
export function clearHyperlinks(self: CellRange, model: Model): void {
  const linked = model.cells
    .map(self, (row, column) => cellAt(self.sheetId, row, column))
    .flat()
    .filter((cell) => hyperlinkAt(cell, model) !== null);
  for (const cell of linked) write(cell, model, null);
}

/** Writes what cells keep beside their content, which is where links are. */
function write(self: CellRange, model: Model, custom: object | null): void {
  const cellValue: Record<number, Record<number, object>> = {};
  for (let row = self.row; row < self.row + self.rowCount; row++) {
    for (let column = self.column; column < self.column + self.columnCount; column++) {
      (cellValue[row] ??= {})[column] = { custom };
    }
  }
  model.book.mutate(SetRangeValuesMutation.id, {
    subUnitId: self.sheetId,
    cellValue,
    trigger: SetStyleCommand.id,
  });
}
