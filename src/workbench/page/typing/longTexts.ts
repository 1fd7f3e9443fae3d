import { ICommandService } from "@univerjs/core";
import type { ICellData, Nullable } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { cellName } from "../../host/grid/address";
import type { Grid } from "../grid";
import type { Texts } from "../texts";

/** The longest text of a cell (Excel specifications and limits). */
const longest = 32_767;

/**
 * Cuts typed or pasted texts at Excel's limit, and reports it by `status`. Results of formulas are left alone: a text
 * that is too long is an error there.
 */
export function cutLongTexts({ univer }: Grid, texts: Texts, status: (text: string) => void): void {
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id, params }) => {
      if (id !== SetRangeValuesMutation.id) return;
      const cutTexts = cutAll(params as ISetRangeValuesMutationParams);
      const [first] = cutTexts;
      if (!first) return;
      const lost = cutTexts.reduce((sum, cell) => sum + cell.lost, 0).toLocaleString("en-US");
      const where = cellName(first.row, first.column);
      status(
        cutTexts.length === 1
          ? texts("textCut", where, lost)
          : texts("textsCut", where, lost, String(cutTexts.length - 1)),
      );
    });
}

interface CutText {
  row: number;
  column: number;
  /** Characters. */
  lost: number;
}

/** Cuts texts to what a cell holds, and tells which were longer. */
function cutAll({ cellValue }: ISetRangeValuesMutationParams): CutText[] {
  const cutTexts: CutText[] = [];
  const rows = (cellValue ?? {}) as Record<string, Record<string, Nullable<ICellData>>>;
  for (const [row, cells] of Object.entries(rows)) {
    for (const [column, cell] of Object.entries(cells)) {
      if (typeof cell?.v !== "string" || cell.v.length <= longest || cell.f || cell.si) continue;
      cutTexts.push({ row: Number(row), column: Number(column), lost: cell.v.length - longest });
      // Formats within the text are dropped, because their positions no longer fit.
      cells[column] = { ...cell, v: cell.v.slice(0, longest), p: null };
    }
  }
  return cutTexts;
}
